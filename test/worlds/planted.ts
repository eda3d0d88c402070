/** One deliberate fault of the engine: what a line of its source is made to say. Nothing of it is in what is shipped. */
export interface Planted {
  readonly name: string;
  readonly edits: readonly { readonly file: string; readonly find: string; readonly put: string }[];
}

const one = (name: string, file: string, find: string, put: string): Planted => ({ name, edits: [{ file, find, put }] });

/** Faults that a tired hand could make. Each is planted alone, into a process of its own. */
export const PLANTED: readonly Planted[] = [
  one('the guard lets every withdrawal through', 'reconcile/guard.ts', 'const limit = Math.max(max,', 'const limit = Math.max(1e9,'),
  one(
    'the guard holds back what has lapsed',
    'reconcile/guard.ts',
    "return change.because === 'withdrawn';",
    "return change.verb === 'revoke';",
  ),
  one('ours is what has our title', 'reconcile/ownership.ts', '!asked.asks(mark.grant, live.binding)', '!asked.knows(mark.grant)'),
  one('ours is what has our stamp', 'reconcile/ownership.ts', '!asked.asks(mark.grant, live.binding)', 'false'),
  one('another stamp is taken for ours', 'reconcile/ownership.ts', 'mark.stamp !== stamps.stamp && !former', 'false'),
  one('at the second of the end it is not over yet', 'reconcile/stage.ts', 'return now >= end;', 'return now > end;'),
  one(
    'a mark is over an hour late',
    'reconcile/diff.ts',
    "isOver(until, context.now) ? 'lapsed'",
    "isOver(until, (context.now - 3600_000) as Instant) ? 'lapsed'",
  ),
  one('of two clocks the later one counts', 'reconcile/plan.ts', 'now: Math.min(input.at,', 'now: Math.max(input.at,'),
  one('clocks apart stop nothing', 'reconcile/plan.ts', 'if (skew > MAX_SKEW)', 'if (skew > 1e15)'),
  one('any commit grants', 'reconcile/diff.ts', 'if (!context.confirmed) return { grants, blocked };', ''),
  one('any commit withdraws', 'reconcile/diff.ts', 'if (!context.confirmed) return undefined;', ''),
  one('no grant file at all is a decision', 'reconcile/plan.ts', 'if (!present && ours > 0)', 'if (false as boolean)'),
  one(
    'the policy is written without its etag',
    'providers/gcp/writer.ts',
    '{ ...draft.policy, version: 3 }',
    '{ ...draft.policy, version: 3, etag: undefined }',
  ),
  one(
    'after a conflict the old policy is written over the new',
    'providers/gcp/draft.ts',
    'let drafted = policy;',
    'let drafted = (globalThis as { old?: Policy }).old?.bindings === undefined || policy.etag === undefined ? policy : policy;\n  const first = ((globalThis as { olds?: Map<string, Policy> }).olds ??= new Map());\n  if (!first.has(scope.key + tasks.map((one) => one.asked.digest).join())) first.set(scope.key + tasks.map((one) => one.asked.digest).join(), policy);\n  drafted = { ...policy, bindings: first.get(scope.key + tasks.map((one) => one.asked.digest).join())?.bindings ?? [] };',
  ),
  one(
    'only the first page is read',
    'providers/azure/arm.ts',
    'if (!link) return { ...page, value: items };',
    'return { ...page, value: items };',
  ),
  one('an unapproved version counts', 'reconcile/timeline.ts', "version.proof?.kind === 'unproved'", '(false as boolean)'),
  {
    name: 'an answer that failed counts as approval',
    edits: [
      { file: 'reconcile/timeline.ts', find: "version.proof?.kind === 'doubt'", put: '(false as boolean)' },
      {
        file: 'commands/reading/unsettled.ts',
        find: "if (doubt?.kind !== 'doubt') return timeline;",
        put: 'if (timeline !== undefined) return timeline;',
      },
    ],
  },
  one('who asks or gains may approve', 'policy/reviews.ts', 'if (why !== undefined) return', 'if ((false as boolean)) return'),
  one('a bot may approve', 'policy/reviews.ts', '!review.bot && ', ''),
  one('an approval of other bytes counts', 'policy/reviews.ts', 'review.commit !== request.head && !bar.sameAt(review.commit)', 'false'),
  one('an approval after the merge counts', 'policy/reviews.ts', 'review.at <= request.mergedAt', 'true'),
  one('an approval that was taken back counts', 'policy/reviews.ts', "review.state !== 'commented'", "review.state === 'approved'"),
  one('an objection is not heard', 'policy/shortage.ts', 'if (people.length === 0) return [];', 'return [];'),
  one(
    'a straight push counts',
    'reconcile/timeline.ts',
    "else if (version.proof?.kind === 'unproved') fold.refusal",
    "else if (version.proof?.kind === 'unproved' && version.proof.code !== 'GK2001') fold.refusal",
  ),
  one(
    'a recall is for one account only',
    'reconcile/recalls.ts',
    'if (directory.has(principal)) return sameHuman(directory, principal);',
    'if (directory.has(principal)) return [principal];',
  ),
  one('a recall takes nothing', 'reconcile/diff.ts', 'return context.recalled.has(key) &&', 'return false && context.recalled.has(key) &&'),
  one(
    'anybody lifts a recall',
    'reconcile/recall-history.ts',
    "if (proof?.kind !== 'proved' || life.files.size > 0) return;",
    'if (life.files.size > 0) return;',
  ),
  one(
    'what was recalled rises when the recall is lifted',
    'reconcile/claims.ts',
    'lifted !== undefined && first !== undefined && first < lifted',
    'false',
  ),
  one(
    'grants do not wait for revocations',
    'apply/apply.ts',
    'if (taking !== undefined) await Promise.race([taking, input.patience()]);',
    '',
  ),
  one(
    'one member goes and takes the others of its binding along',
    'providers/gcp/edit.ts',
    'return left.length === 0 ? [] : [{ ...binding, members: left }];',
    'return [];',
  ),
  one(
    'a binding is found by role and member alone',
    'providers/gcp/wire.ts',
    "...(condition === undefined ? [] : [condition.title ?? '', condition.expression])",
    '',
  ),
  one(
    'unknown fields of other bindings are dropped',
    'providers/gcp/edit.ts',
    'if (!found.includes(handle)) return [binding];',
    'if (!found.includes(handle)) return [{ role: binding.role, members: binding.members ?? [], ...(binding.condition === undefined ? {} : { condition: binding.condition }) }];',
  ),
  one(
    'an unapproved control file counts',
    'reconcile/control-history.ts',
    "if (proof.kind === 'unproved') refuse(fold, one, proof);",
    'if (false as boolean) refuse(fold, one, proof as never);',
  ),
  one('grants go on while control files wait', 'reconcile/plan.ts', 'input.controlFindings.length === 0 ? []', '(true as boolean) ? []'),
  one('who has left keeps what is there', 'reconcile/claims.ts', 'leftAt(directory, unit.principal) ?? own', 'own'),
  one(
    'a wider role reaches old grants',
    'reconcile/claims.ts',
    'pinned === source.control ? now.units :',
    '(true as boolean) ? now.units :',
  ),
  one(
    'what the tip no longer asks for stays',
    'reconcile/claims.ts',
    "tip.body.kind === 'grant' && differs ?",
    "(false as boolean) && tip.body.kind === 'grant' ?",
  ),
  one('a spent id is granted again', 'reconcile/admit.ts', 'if (gate.timelines.get(grant)?.returned !== true)', 'if (gate.now > 0)'),
  one(
    'an end that has passed can be moved',
    'reconcile/timeline.ts',
    'return fold.standing !== undefined && version.at >=',
    'return false && fold.standing !== undefined && version.at >=',
  ),
  one('every edit is a landing', 'reconcile/timeline.ts', 'if (before === undefined || isLanding(grant, before))', 'if (true as boolean)'),
  one('a role that changes access is given', 'reconcile/admit.ts', 'facts?.ok !== true || !facts.privileged || claim.sanctioned', 'true'),
  one('a write has no evidence', 'providers/gcp/work.ts', "return `etag ${etag ?? 'none'}`;", "return etag === undefined ? 'none' : '';"),
  one(
    'a grace has no end',
    'reconcile/end.ts',
    'return later(softEndOf(grant, landing), grant.grace);',
    'return later(softEndOf(grant, landing), grant.grace * 2);',
  ),
  one(
    'of two grants for one binding the first end counts',
    'reconcile/union.ts',
    'last.until = Math.max(last.until, claim.until) as Instant;',
    'last.until = Math.min(last.until, claim.until) as Instant;',
  ),
  one(
    'a verdict is trusted from the ledger',
    'commands/reading/remembered.ts',
    'return [...remembered].filter((id) => moved.has(id) || !asked.has(id));',
    'return [...remembered].filter((id) => (moved.has(id) || !asked.has(id)) && false);',
  ),
];

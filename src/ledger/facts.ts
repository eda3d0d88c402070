import type { Binding, Scope } from '../domain/access.ts';
import { bindingOf } from '../domain/change.ts';
import { type Fact, recordKey } from '../domain/entry.ts';
import { type Instant, wholeSecond } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { MeasureOutcome } from '../domain/measure.ts';
import type { Failure, Outcome } from '../domain/outcome.ts';
import type { Refusal } from '../domain/plan.ts';
import { residueLine } from '../domain/residue.ts';
import { approvalKey, type LedgerState, recallKey, refusalKey } from './standing.ts';

/** Who tells, when, and what the ledger knew before. */
export interface Telling {
  readonly at: Instant;
  readonly run: string;
  readonly state: LedgerState;
  /** `sha256:…` over cloud, scope, role and holder by their ids. */
  readonly access: (binding: Binding) => string;
  /** A name of policy/people. */
  readonly nameOf: (binding: Binding) => string | undefined;
}

type Kind = Fact['kind'];

function base(kind: Kind, { at, run }: Telling): Pick<Fact, 'at' | 'run' | 'kind'> {
  return { at, run, kind };
}

function about(binding: Binding, telling: Telling) {
  const { scope, role, member, condition } = binding;
  return {
    cloud: scope.cloud,
    scope: scope.path,
    role: role.name,
    principal: telling.nameOf(binding) ?? member.shown,
    member: member.shown,
    access: telling.access(binding),
    ...(condition === undefined ? {} : { condition }),
  };
}

function untilOf(until: Instant | undefined): Pick<Fact, 'until'> {
  return until === undefined ? {} : { until };
}

/** Why a grant may be given, as this run has proved it. */
export interface Approval {
  readonly grant: string;
  readonly principals: readonly string[];
  readonly file: string;
  readonly commit: string;
  /** Absent where the clock of this run is behind the merge, so that it cannot say when that was. */
  readonly landed?: Instant;
  readonly by: readonly string[];
  readonly request?: number;
  readonly requestedBy?: string;
  readonly reason?: string;
}

/** That it was asked for and approved, before anything is given; once for each commit. It is a record and never a proof. */
export function approvalFacts(approvals: readonly Approval[], telling: Telling): readonly Fact[] {
  const fresh = approvals.filter((one) => !telling.state.approved.has(approvalKey(one)));
  return fresh.flatMap(({ grant, principals, file, commit, landed, by, request, requestedBy, reason }) => {
    const both = { grant, principal: principals.join(', '), commit, ...(request === undefined ? {} : { request }), file };
    const asked = { ...(requestedBy === undefined ? {} : { requestedBy }), ...(reason === undefined ? {} : { reason }) };
    return [
      { ...base('asked', telling), ...both, ...asked },
      { ...base('approved', telling), ...both, ...(landed === undefined ? {} : { landed }), approvedBy: by },
    ];
  });
}

/** What became of changes: written or taken away, read back, or why not. What is already so is news only to a ledger that missed it. */
export function outcomeFacts(outcomes: readonly Outcome[], telling: Telling): readonly Fact[] {
  return outcomes.flatMap((outcome) => {
    const { status, failure } = outcome;
    // What was held before the run began to write is told with the refusals of the plan.
    if (status === 'held') return failure === undefined ? [] : failureFacts(outcome, telling);
    return status === 'failed' || status === 'skipped' ? failureFacts(outcome, telling) : deedFacts(outcome, telling);
  });
}

function deedFacts({ change, status, at, evidence: answered, residue }: Outcome, telling: Telling): readonly Fact[] {
  const binding = bindingOf(change);
  const said = about(binding, telling);
  const gone = change.verb === 'revoke';
  const parts = [answered, residue && residueLine(residue)].filter((one) => one !== undefined);
  const evidence = parts.length === 0 ? undefined : parts.join('; ');
  const open = telling.state.open.get(recordKey(said.access, said.condition));
  const until = gone ? change.live.mark?.until : change.desired.until;
  if (status === 'already-so' && (gone ? open === undefined : open?.until === until)) return [];
  const told = { ...telling, at: wholeSecond(at) };
  const common = { grant: change.grant, ...said, ...untilOf(until), because: change.because };
  const commit = gone ? {} : { commit: change.desired.commit };
  const deed: Fact = {
    ...base(gone ? 'ended' : 'granted', told),
    ...common,
    ...commit,
    ...(evidence === undefined ? {} : { evidence }),
    ...(status === 'unverified' ? { reason: 'not read back' } : {}),
  };
  return status === 'applied' ? [deed, { ...base('verified', told), ...common }] : [deed];
}

function failureFacts({ change, at, failure }: Outcome, telling: Telling): readonly Fact[] {
  const { kind, message } = failure ?? NO_REASON;
  const fact: Fact = {
    ...base('refused', { ...telling, at: wholeSecond(at) }),
    grant: change.grant,
    ...about(bindingOf(change), telling),
    because: change.because,
    reason: `${kind}: ${change.verb} failed: ${message}`,
  };
  return telling.state.refused.has(refusalKey(fact)) ? [] : [fact];
}

const NO_REASON: Failure = { kind: 'transient', message: 'no reason given' };

/** What a run saw of bindings, before it changed anything. */
export interface Sight {
  /** All that lives in the scopes that were read, ours or not. */
  readonly live: readonly LiveBinding[];
  /** Of those, ours, each with its grant. */
  readonly ours: readonly { readonly live: LiveBinding; readonly grant: string }[];
  readonly read: readonly Scope[];
}

/**
 * What an earlier run did and could not write down: bindings of ours that no line knows, and bindings that a line calls live where
 * nothing of that scope, role and holder is there any more.
 */
export function foundFacts({ live, ours, read }: Sight, telling: Telling): readonly Fact[] {
  const open = new Map(telling.state.open);
  const found = ours.flatMap(({ live: one, grant }): readonly Fact[] => {
    const said = about(one.binding, telling);
    const known = open.delete(recordKey(said.access, said.condition));
    const fact = { ...base('granted', telling), grant, ...said, ...untilOf(one.mark?.until), reason: FOUND };
    return known ? [] : [fact];
  });
  const scopes = new Set(read.map(({ cloud, path }) => scopeText(cloud, path)));
  const missing = [...open.values()].filter(({ cloud = '', scope = '' }) => scopes.has(scopeText(cloud, scope)));
  const there = missing.length === 0 ? new Set<string>() : new Set(live.map((one) => telling.access(one.binding)));
  const ended = missing.filter(({ access = '' }) => !there.has(access));
  return [
    ...found,
    ...ended.map(({ seq: _seq, prev: _prev, hash: _hash, evidence: _evidence, carried: _carried, because: _because, ...entry }) => ({
      ...entry,
      ...base('ended', telling),
      ...(entry.until !== undefined && entry.until <= telling.at ? DUE : {}),
      reason: GONE,
    })),
  ];
}

/** Its time was over when it was found gone: a run that could not write it down ended it, or the cloud or a person did. */
const DUE = { because: 'lapsed' } as const;

const FOUND = 'found live by this run: no line said that it was written';
/** Of what an earlier run, or somebody else, took away: when that was nobody wrote down. */
export const GONE = 'found gone by this run: no line said that it was taken away';

function scopeText(cloud: string, path: string): string {
  return `${cloud}\n${path.toLowerCase()}`;
}

/** What a plan refuses: about a grant once, about the whole run each time. */
export function refusalFacts(refusals: readonly Refusal[], telling: Telling): readonly Fact[] {
  const facts = refusals.map(({ code, message, grant }): Fact => {
    return { ...base('refused', telling), ...(grant === undefined ? {} : { grant }), reason: `${code}: ${message}` };
  });
  return facts.filter((fact) => fact.grant === undefined || !telling.state.refused.has(refusalKey(fact)));
}

/** A recall as Git knows it. */
export interface KnownRecall {
  readonly name: string;
  readonly principal: string;
  readonly standing: boolean;
}

/** Recalls that came and went since the ledger was last written. A line with a commit only records what Git itself says. */
export function recallFacts(recalls: readonly KnownRecall[], commit: string, telling: Telling): readonly Fact[] {
  return recalls.flatMap(({ name, principal, standing }): readonly Fact[] => {
    const file = `recalls/${name}.yaml`;
    const known = telling.state.recalls.has(recallKey({ file, principal }));
    return known === standing ? [] : [{ ...base(standing ? 'recalled' : 'lifted', telling), principal, commit, file }];
  });
}

/** Who was locked out or let in again, and whose sessions were ended, as a second look showed it. */
export function measureFacts(outcomes: readonly MeasureOutcome[], telling: Telling): readonly Fact[] {
  return outcomes
    .filter(({ status }) => status === 'applied')
    .map(({ measure: { kind, cloud, member }, at, evidence }) => ({
      ...base('verified', telling),
      at: wholeSecond(at),
      cloud,
      principal: member,
      member,
      reason: kind,
      ...(evidence === undefined ? {} : { evidence }),
    }));
}

/** Ids whose file was deleted and of which nothing is left, once each. */
export function spentFacts(grants: readonly string[], telling: Telling): readonly Fact[] {
  return grants.filter((grant) => !telling.state.spent.has(grant)).map((grant) => ({ ...base('spent', telling), grant }));
}

/** That a run was there. `reason` stands on the very first line of a ledger that begins beside bindings it knows nothing of. */
export function heartbeat(telling: Telling, said: Pick<Fact, 'commit' | 'evidence' | 'reason'>): Fact {
  return { ...base('heartbeat', telling), ...said };
}

import { bindingOf, type Change, newEnd } from '../domain/change.ts';
import { formatInstant } from '../domain/instant.ts';
import type { Observation, Plan } from '../domain/plan.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type LatenessBy, latenessJson } from './lateness-text.ts';
import { residueJson } from './residue-text.ts';

interface ChangeJson {
  readonly verb: string;
  readonly because: string;
  readonly cloud: string;
  readonly scope: string;
  readonly role: string;
  readonly principal: string;
  readonly grant: string;
  readonly until: string | null;
  readonly endsBy: 'cloud' | 'run' | null;
  readonly takesOver: 'adopt' | 'replace' | null;
  readonly digest: string;
}

export type EndsBy = (cloud: string, change?: Change) => 'cloud' | 'run';

/** The plan as `--json` prints it; its schema is schemas/plan.schema.json. */
export function planJson(plan: Plan, endsBy: EndsBy, lateness: LatenessBy = () => undefined): object {
  const verbs = ['revoke', 'shorten', 'restore', 'extend', 'retitle', 'grant'] as const;
  const counts = Object.fromEntries(verbs.map((verb) => [verb, plan.changes.filter((change) => change.verb === verb).length]));
  return {
    summary: {
      ...counts,
      held: plan.held.length,
      kept: plan.kept,
      refused: plan.refusals.length,
      scopes: plan.basis.scopes,
      unread: plan.basis.unread.length,
    },
    at: formatInstant(plan.at),
    commit: plan.basis.commit,
    confirmed: plan.basis.confirmed,
    changes: plan.changes.map((change) => changeJson(change, endsBy)),
    held: plan.held.map((change) => changeJson(change, endsBy)),
    observations: plan.observations.map(observationJson),
    refusals: plan.refusals.map(({ code, message, hint, grant, holds, override }) => ({
      code,
      message,
      hint: hint ?? null,
      grant: grant ?? null,
      holds,
      override: override ?? null,
    })),
    unread: plan.basis.unread.map(({ scope, message, hint }) => ({ cloud: scope.cloud, scope: scope.path, message, hint: hint ?? null })),
    lateness: latenessJson(plan, endsBy, lateness),
    digest: plan.digest,
  };
}

function changeJson(change: Change, endsBy: EndsBy): ChangeJson {
  const { scope, role } = bindingOf(change);
  const until = newEnd(change);
  return {
    verb: change.verb,
    because: change.because,
    cloud: scope.cloud,
    scope: scope.path,
    role: role.name,
    principal: change.principal,
    grant: change.grant,
    until: until === undefined ? null : formatInstant(until),
    endsBy: until === undefined ? null : endsBy(scope.cloud, change),
    takesOver: change.verb === 'grant' && change.over !== undefined ? (change.desired.takeover ?? null) : null,
    digest: change.digest,
  };
}

function observationJson(one: Observation): object {
  if (!('live' in one)) {
    const at =
      'until' in one
        ? { until: formatInstant(one.until) }
        : 'starts' in one
          ? { starts: formatInstant(one.starts), begunBy: one.begunBy }
          : { text: one.text };
    return { kind: one.kind, grant: one.grant, ...at };
  }
  const { scope, role, member, condition } = one.live.binding;
  const grant = 'grant' in one ? { grant: one.grant } : {};
  const note = 'note' in one && one.note !== undefined ? { note: one.note } : {};
  return {
    kind: one.kind,
    cloud: scope.cloud,
    scope: scope.path,
    role: role.name,
    member: member.shown,
    condition: condition ?? null,
    ...grant,
    ...note,
  };
}

export function outcomeJson(outcome: Outcome, endsBy: EndsBy): object {
  const { status, change, at, evidence, failure, residue } = outcome;
  return {
    status,
    change: changeJson(change, endsBy),
    at: formatInstant(at),
    evidence: evidence ?? null,
    failure: failure ?? null,
    residue: residueJson(residue),
  };
}

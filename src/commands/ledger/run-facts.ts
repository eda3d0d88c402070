import { type Binding, memberKey, type Scope } from '../../domain/access.ts';
import type { DesiredBinding } from '../../domain/change.ts';
import type { Fact } from '../../domain/entry.ts';
import { later } from '../../domain/instant.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Approval, heartbeat, outcomeFacts, recallFacts, refusalFacts, spentFacts, type Telling } from '../../ledger/facts.ts';
import { ownedIn } from '../../reconcile/ownership.ts';
import type { Situation } from '../reading/situation.ts';

/** What a run has seen of the clouds, as the ledger tells it. */
export interface Seen {
  readonly live: readonly LiveBinding[];
  readonly ours: readonly { readonly live: LiveBinding; readonly grant: string }[];
  readonly read: readonly Scope[];
}

export function seenBy({ survey, planned }: Situation): Seen {
  const { stamps, asked } = planned.context;
  const readings = [...survey.readings.values()];
  const live = readings.flatMap((reading) => reading.live).filter(({ standby }) => standby === undefined);
  const ours = readings.flatMap((reading) =>
    ownedIn(reading.live, stamps, asked).flatMap(({ owner }, at) => {
      const one = reading.live[at];
      return owner.kind === 'ours' && one !== undefined && one.standby === undefined ? [{ live: one, grant: owner.grant }] : [];
    }),
  );
  return { live, ours, read: readings.map(({ scope }) => scope) };
}

/** All that a run says when it is done: what it found, what became of its changes, and that it was there. */
export function runFacts(
  situation: Situation,
  seen: Seen,
  outcomes: readonly Outcome[],
  telling: Telling,
  found: readonly Fact[],
): readonly Fact[] {
  const { basis, planned } = situation;
  const { plan } = planned;
  const { commit, confirmed } = plan.basis;
  // What a later run finds gone from the history was the tip then, and not a branch that somebody tried something on.
  const at = { commit, ...(confirmed ? {} : { reason: 'not known to be the tip of the default branch' }) };
  return [
    ...found,
    ...outcomeFacts(outcomes, telling),
    ...refusalFacts(plan.refusals, telling),
    ...recallFacts(basis.recalls, commit, telling),
    ...spentFacts(spentIn(situation, seen), telling),
    heartbeat(telling, { ...at, evidence: summed(situation, outcomes) }),
  ];
}

function summed({ planned }: Situation, outcomes: readonly Outcome[]): string {
  const { scopes, unread } = planned.plan.basis;
  const done = outcomes.filter(({ status }) => status === 'applied' || status === 'already-so' || status === 'unverified');
  const taken = done.filter(({ change }) => change.verb === 'revoke').length;
  const not = outcomes.length - done.length;
  return `${done.length - taken} written, ${taken} taken away, ${not} not done; ${scopes} of ${scopes + unread.length} scopes read`;
}

/** Grants that something is about to be given by, as this run has proved them. */
export function approvalsIn({ planned, basis }: Situation): readonly Approval[] {
  const gives = planned.plan.changes.flatMap((change) => (change.verb === 'grant' || change.verb === 'extend' ? [change.desired] : []));
  return [...new Set(gives.flatMap(({ because }: DesiredBinding) => because))].flatMap((id) => {
    const standing = basis.timelines.get(id)?.standing;
    if (standing === undefined) return [];
    const { grant, version, by, request } = standing;
    const { requestedBy } = grant;
    const reason = [grant.ticket, grant.reason].filter((one) => one !== undefined).join(': ');
    const known = { ...(request === undefined ? {} : { request }), ...(requestedBy === undefined ? {} : { requestedBy }) };
    const { path: file, commit, at, ahead } = version;
    const landed = ahead === undefined ? { landed: at } : {};
    return [{ grant: id, principals: grant.principals, file, commit, by, reason, ...landed, ...known }];
  });
}

/** How long after its deletion or return, in milliseconds, an id still gets its tombstone. */
const TOMBSTONE_WITHIN = 30 * 24 * 3600_000;

/** Ids whose file was deleted, there again or not, and of which a complete read shows that nothing is left. */
function spentIn({ basis, survey, planned }: Situation, { live, ours }: Seen): readonly string[] {
  if (survey.unread.length > 0 || !planned.plan.basis.confirmed) return [];
  const { asked } = planned.context;
  const there = new Set([
    ...ours.flatMap((one) => [one.grant, ...asked.askers(one.live.binding)]),
    ...live.flatMap(({ mark }) => mark?.grant ?? []),
  ]);
  const deleted = [...basis.timelines.values()].filter(
    ({ tip, returned }) => (tip.body.kind === 'deleted' || returned) && later(tip.at, TOMBSTONE_WITHIN) > planned.plan.at,
  );
  return deleted.map(({ id }) => id).filter((id) => !there.has(id));
}

export function nameOf({ planned }: Situation, binding: Binding): string | undefined {
  return planned.context.names.get(memberKey(binding.scope.cloud, binding.member));
}

import { bindingKey, type Scope, tripleKey } from '../domain/access.ts';
import type { Finding } from '../domain/finding.ts';
import { formatInstant, type Instant, later } from '../domain/instant.ts';
import type { Observation, Refusal } from '../domain/plan.ts';
import type { RoleFacts } from '../domain/role-facts.ts';
import type { Claim } from './claims.ts';
import { beginOf, endOf, softEndOf } from './end.ts';
import { askAnew, deadId, unknownId } from './spent-ids.ts';
import { hasBegun, isOver } from './stage.ts';
import { type LiveOurs, stands } from './standing.ts';
import { SPENT, type Standing, type Timeline } from './timeline.ts';

/** What decides whether a claim that is not yet written may be. */
export interface Gate {
  readonly now: Instant;
  readonly timelines: ReadonlyMap<string, Timeline>;
  role(scope: Scope, role: string): RoleFacts | undefined;
  /** Whether policy lets us write there; else why not. */
  managed(scope: Scope): string | undefined;
  /** How many scopes were not read. */
  readonly unread: number;
  /** Ids of which the ledger says that nothing was left after their file was deleted. */
  readonly spent: ReadonlySet<string>;
  /** Whether what lies above a scope decides, and could not be found out. */
  unsure(scope: Scope): boolean;
  /** Whether what stood before asked for a claim's binding, in whatever words. */
  gave(before: Standing, claim: Claim): boolean;
  /** What policy says against a grant, asked for these claims. */
  judge(grant: string, claims: readonly Claim[]): readonly Finding[];
}

export interface Admitted {
  readonly claims: readonly Claim[];
  readonly refusals: readonly Refusal[];
  readonly observations: readonly Observation[];
  /** By `tripleKey`, what a grant asks for where it could not be found out what lies above: no reason to take what stands there. */
  readonly unsure: ReadonlySet<string>;
}

/**
 * Policy is judged before a binding is first written or extended, and again in every run until a grant has begun. What has begun
 * and stands runs to its end, whatever newer policy says; that is reported.
 */
export function admit(claims: readonly Claim[], ours: LiveOurs, gate: Gate): Admitted {
  const kept: Claim[] = [];
  const refusals: Refusal[] = [];
  const observations: Observation[] = [];
  const unsure = new Set<string>();
  for (const [grant, own] of Map.groupBy(
    claims.filter((one) => !isOver(one.until, gate.now)),
    (one) => one.grant,
  )) {
    const settled = own.filter((one) => isSettled(one, ours, gate.now) || (stands(one, ours) && gate.unsure(one.binding.scope)));
    const open = own.filter((one) => !settled.includes(one));
    const spent = isSpent(grant, ours, gate);
    for (const { binding } of spent ? [] : open) if (gate.unsure(binding.scope)) unsure.add(tripleKey(binding));
    const against = spent ? [] : gate.judge(grant, open.length > 0 ? open : own);
    // What stands there is another grant's where the ledger knows the id as spent: a claim to it would give it a title that revives it.
    if (!spent || !gate.spent.has(grant)) kept.push(...settled);
    if (spent) refusals.push(gate.unread > 0 && !gate.spent.has(grant) ? unknownId(grant, gate.unread) : deadId(grant, gate.timelines));
    else if (against.length === 0) admitEach(open, ours, gate, kept, refusals);
    else if (open.length > 0) {
      kept.push(...open.flatMap((one) => asBefore(one, ours, gate) ?? []));
      refusals.push(...against.map((finding) => refusedBy(finding, grant)));
    } else observations.push(...against.map((finding) => outgrown(finding, grant)));
  }
  return { claims: kept, refusals, observations, unsure };
}

/** There as it is asked for, and begun: nothing that policy says now takes it away. */
export function isSettled(claim: Claim, ours: LiveOurs, now: Instant): boolean {
  return stands(claim, ours) && hasBegun(claim.begins, now);
}

/** A renewal that is refused takes nothing away: what was approved before it, and stands, runs to its own end. */
function asBefore(claim: Claim, ours: LiveOurs, gate: Gate): Claim | undefined {
  const live = ours.ends.get(bindingKey(claim.binding));
  if (live === undefined) return undefined;
  for (let { before } = claim.standing; before !== undefined; before = before.before) {
    const earlier = claimedBy(before, claim, live);
    if (gate.gave(before, claim) && hasBegun(earlier.begins, gate.now) && !isOver(earlier.until, gate.now)) return earlier;
  }
  return undefined;
}

function claimedBy(standing: Standing, claim: Claim, live: Instant): Claim {
  const { grant, landing } = standing;
  const until = Math.min(claim.until, endOf(grant, landing), live) as Instant;
  const softEnd = Math.min(until, softEndOf(grant, landing)) as Instant;
  return { ...claim, standing, begins: beginOf(grant, landing), softEnd, until };
}

/**
 * Deleted once, there again, and nothing of it is ours any more, or was at some time between: then a binding that another grant has
 * brought since does not revive it, nor does one whose role it only may have asked for.
 */
function isSpent(grant: string, ours: LiveOurs, gate: Gate): boolean {
  if (gate.timelines.get(grant)?.returned !== true) return false;
  return !(gate.spent.has(grant) ? ours.titles : ours.sure).has(grant);
}

function admitEach(open: readonly Claim[], ours: LiveOurs, gate: Gate, kept: Claim[], refusals: Refusal[]): void {
  for (const claim of open) {
    const refusal = refuse(claim, gate);
    const admitted = refusal === undefined ? claim : asBefore(claim, ours, gate);
    if (admitted !== undefined) kept.push(admitted);
    if (refusal !== undefined) refusals.push(refusal);
  }
}

function refuse(claim: Claim, gate: Gate): Refusal | undefined {
  const unmanaged = gate.managed(claim.binding.scope);
  if (unmanaged !== undefined)
    return refusal('GK3302', claim, unmanaged, 'clouds.….manages in policy/policy.yaml bounds where the tool may write.');
  return overreach(claim, gate);
}

/** A role that lets its holder change access or act as others must be marked so in the catalogue. */
function overreach(claim: Claim, gate: Gate): Refusal | undefined {
  const facts = gate.role(claim.unit.scope, claim.unit.role);
  if (facts?.ok !== true || !facts.privileged || claim.sanctioned) return undefined;
  const hint =
    claim.unit.catalogueRole?.privileged === true
      ? 'Renew the grant: it landed before the catalogue marked the role as privileged, which asks for more approvals.'
      : 'Offer it as a role of the catalogue with `privileged: true`, or ask for a smaller one.';
  return refusal('GK3304', claim, `${claim.unit.role} can change access or act as others: ${facts.reasons.join('; ')}`, hint);
}

function refusal(code: string, claim: Claim, reason: string, hint: string): Refusal {
  return { code, message: `${claim.grant}: ${reason}`, hint, grant: claim.grant, holds: [] };
}

function refusedBy(finding: Finding, grant: string): Refusal {
  const hint = finding.hint === undefined ? {} : { hint: finding.hint };
  return { code: finding.code, message: `${grant}: ${finding.message}`, grant, holds: [], ...hint };
}

function outgrown(finding: Finding, grant: string): Observation {
  return { kind: 'note', grant, text: `policy would now refuse it (${finding.message}); it runs to its end` };
}

/** Notices about grants that near their end, once each. */
export function endingSoon(claims: readonly Claim[], now: Instant, notice: number): readonly Observation[] {
  const seen = new Map<string, Observation>();
  for (const claim of claims) {
    if (isOver(claim.until, now) || !hasBegun(claim.begins, now) || seen.has(claim.grant)) continue;
    if (isOver(claim.softEnd, now)) seen.set(claim.grant, { kind: 'in-grace', grant: claim.grant, until: claim.until });
    else if (isOver((claim.softEnd - notice) as Instant, now))
      seen.set(claim.grant, { kind: 'expiring', grant: claim.grant, until: claim.until });
  }
  return [...seen.values()];
}

/** How long, in milliseconds, people are still told why a file of theirs never granted anything: a day after its end. */
export const OF_LATE = 24 * 3600_000;

/** Why the newest version of a file is not what counts, for files that still ask for something, or that came too late. */
export function unprovedOnes(timelines: ReadonlyMap<string, Timeline>, now: Instant): readonly Refusal[] {
  return [...timelines.values()].flatMap((timeline) => {
    const { refusal: why, tip, id } = timeline;
    if (tip.body.kind === 'unreadable') return unreadable(timeline, now);
    if (tip.body.kind !== 'grant') return [];
    const late = tip.at >= endOf(tip.body.grant, tip.at);
    if (why === undefined) return late && timeline.standing?.version === tip ? [tooLate(timeline, timelines)] : [];
    const over = isOver(tip.body.grant.expires, now);
    if (!late && over && (timeline.standing !== undefined || isOver(later(tip.body.grant.expires, OF_LATE), now))) return [];
    const hint = why.code === SPENT ? askAnew(id, timelines) : why.hint;
    return [{ code: why.code, message: `${why.message}. ${whatCounts(timeline)}`, hint, grant: id, holds: [] }];
  });
}

function whatCounts({ standing }: Timeline): string {
  if (standing === undefined) return 'It grants nothing.';
  return `What was approved before counts, until ${formatInstant(standing.grant.expires)} at the latest.`;
}

/** Said for as long as anything hangs on it: what never stood can still be mended, what stood ends by itself. */
function unreadable(timeline: Timeline, now: Instant): readonly Refusal[] {
  const { id, tip, standing } = timeline;
  if (standing !== undefined && isOver(endOf(standing.grant, standing.landing), now)) return [];
  const message = `${tip.path} at ${tip.commit.slice(0, 12)} does not read, or its id stands twice. ${whatCounts(timeline)}`;
  return [{ code: 'GK3104', message, hint: 'Mend the file in a new request; grantkeeper validate shows the line.', grant: id, holds: [] }];
}

function tooLate({ id, tip }: Timeline, timelines: ReadonlyMap<string, Timeline>): Refusal {
  const message = `${tip.path}: its end had passed when it landed at ${formatInstant(tip.at)}, so it grants nothing`;
  return { code: 'GK3103', message, hint: askAnew(id, timelines), grant: id, holds: [] };
}

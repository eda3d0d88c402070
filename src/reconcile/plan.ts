import { memberKey, type Scope, scopeKey } from '../domain/access.ts';
import { bindingOf, type Change, type DesiredBinding, takes } from '../domain/change.ts';
import { leftAt } from '../domain/directory.ts';
import { recordKey } from '../domain/entry.ts';
import { compare, type Finding } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Observation, Plan, Refusal, Unread } from '../domain/plan.ts';
import { admit, endingSoon, type Gate, unprovedOnes } from './admit.ts';
import { askedIn } from './asked.ts';
import { againstGlass } from './break-glass.ts';
import { type Claim, type ClaimSource, claimsOf, gaveBefore, isDead } from './claims.ts';
import type { Clouds } from './clouds.ts';
import { type Difference, type DiffContext, diffScope } from './diff.ts';
import { accessDigest, type Hash, planDigest } from './digest.ts';
import type { EarlyDiffs } from './early-diff.ts';
import { guarded } from './guard.ts';
import { namesByMember } from './identities.ts';
import { recalledIds } from './spent-ids.ts';
import { EXPIRING } from './stage.ts';
import { liveOurs } from './standing.ts';
import type { Timeline } from './timeline.ts';
import { type HoldsStart, unite } from './union.ts';

/** Clocks further apart than this, in milliseconds, stop grants and changes. */
const MAX_SKEW = 300_000;

export interface PlanInput {
  /** The run's instant, and what each cloud's Date header said. */
  readonly at: Instant;
  readonly cloudTimes: readonly Instant[];
  readonly commit: string;
  /** Undefined when the commit is the tip of the default branch; else why that is not known. */
  readonly unconfirmed?: string;
  /** What the ledger calls a former tip and is no part of the history of this one; absent where there is nothing to say. */
  readonly rewritten?: string;
  readonly source: ClaimSource;
  readonly clouds: Clouds;
  readonly readings: readonly { readonly scope: Scope; readonly live: readonly LiveBinding[] }[];
  readonly unread: readonly Unread[];
  /** Findings of a newer version of the control files: while they stand nothing is granted or changed. */
  readonly controlFindings: readonly Finding[];
  readonly gate: Pick<Gate, 'managed' | 'unsure' | 'judge'>;
  readonly recallsForeign: ReadonlySet<string>;
  /** By `recordKey`, what the ledger says was withdrawn within the guard's window; as a text, why nobody can say. */
  readonly recentWithdrawals: ReadonlySet<string> | string;
  readonly written: DiffContext['written'];
  /** Whether the ledger has a grant; absent where none was read. */
  readonly recorded?: (grant: string) => boolean;
  /** Ids of which the ledger says that nothing was left after their file was deleted. */
  readonly spent?: ReadonlySet<string>;
  /** Absent: no cloud holds more than its capabilities say. */
  readonly holdsStart?: HoldsStart;
  readonly hash: Hash;
  /** Scopes that were compared before the last one was read. */
  readonly early?: Pick<EarlyDiffs, 'known'>;
}

/** A plan, and what is needed to make the same decisions about one scope once more while it is written. */
export interface Planned {
  readonly plan: Plan;
  readonly desired: ReadonlyMap<string, DesiredBinding>;
  readonly context: DiffContext;
}

export function makePlan(input: PlanInput): Planned {
  const { control, timelines } = input.source;
  const stamps = { stamp: control.policy.stamp, formerStamps: control.policy.formerStamps };
  const asked = askedIn(input.source, input.at);
  const ours = liveOurs(
    input.readings.map(({ live }) => live),
    stamps,
    asked,
  );
  const wanted = claimsOf(input.source, input.at);
  const gate: Gate = {
    ...input.gate,
    now: input.at,
    timelines,
    unread: input.unread.length,
    spent: input.spent ?? new Set(),
    role: (scope, role) => input.source.role(scope, role),
    gave: (before, claim) => gaveBefore(before, claim, input.source),
  };
  const admitted = admit(wanted.claims, ours, gate);
  const union = unite(admitted.claims, input.clouds, input.at, input.holdsStart);
  const stops = stopsOf(input, ours.count);
  const context = contextFor(
    { ...input, managed: (scope) => input.gate.managed(scope) === undefined, unsure: admitted.unsure },
    stops.length > 0,
  );
  const byScope = desiredByScope(union.desired);
  const parts = input.readings.map(({ scope, live }) => {
    const wishes = byScope.get(scopeKey(scope)) ?? NO_WISHES;
    return input.early?.known(live, wishes, context) ?? diffScope(live, wishes, context);
  });
  const verdict = hold(parts, input, context);
  const refusals = [
    ...stops,
    ...turnedBack(input),
    ...unprovedOnes(timelines, input.at),
    ...recalledIds(timelines, input.source.recalled, input.at),
    ...doubtful(wanted.doubts),
    ...input.source.recalled.unknown.map(strange),
    ...admitted.refusals,
    ...union.crowded.map(({ claim, by }) => crowdedOut(claim, by)),
    ...verdict.refusals,
  ];
  const notes: Observation[] = [...wanted.notes, ...leniencies(admitted.claims)].map(({ grant, text }) => ({ kind: 'note', grant, text }));
  const observations = [
    ...parts.flatMap((part) => part.observations),
    ...union.observations,
    ...admitted.observations,
    ...notes,
    ...endingSoon(admitted.claims, input.at, EXPIRING),
  ];
  const changes = inOrder(verdict.changes);
  return { plan: planOf(input, changes, verdict.held, refusals, observations, parts), desired: union.desired, context };
}

const NO_WISHES: ReadonlyMap<string, DesiredBinding> = new Map();

function planOf(
  input: PlanInput,
  changes: readonly Change[],
  held: readonly Change[],
  refusals: readonly Refusal[],
  observations: readonly Observation[],
  parts: readonly Difference[],
): Plan {
  const { at, commit, unread, controlFindings: findings } = input;
  return {
    at,
    stamp: input.source.control.policy.stamp,
    basis: { commit, confirmed: input.unconfirmed === undefined, scopes: input.readings.length, unread },
    changes,
    held: inOrder(held),
    observations: sortedBy(observations, observationKey),
    refusals: [...refusals].sort((a, b) => compare(a.code, b.code) || compare(a.message, b.message)),
    findings,
    kept: parts.reduce((sum, part) => sum + part.kept, 0),
    digest: planDigest(changes, input.hash),
  };
}

/** What the mode of approval let pass that `enforce` would not, once for each grant. */
function leniencies(claims: readonly Claim[]): readonly { readonly grant: string; readonly text: string }[] {
  const standing = new Map(claims.map((claim) => [claim.grant, claim.standing]));
  return [...standing].flatMap(([grant, { warnings }]) => warnings.map((warning) => ({ grant, text: `approval: ${warning}` })));
}

/** In the order of a text that is spelled once for each. */
function sortedBy<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const keyed = all.map((one) => ({ one, key: keyOf(one) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ one }) => one);
}

/** As a plan has them. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  return sortedBy(changes, doingKey);
}

/** What takes away first; then by cloud, scope, role and member, so that two runs print the same. */
function doingKey(change: Change): string {
  const { scope, role, member } = bindingOf(change);
  return [takes(change) ? 0 : 1, scope.cloud, scope.key, member.id, role.name, change.digest].join('\n');
}

const observed = new WeakMap<Observation, string>();

/** In the order of a plan: by kind, then by what it is about. Spelled once. */
export function observationKey(one: Observation): string {
  const known = observed.get(one) ?? spelledKey(one);
  observed.set(one, known);
  return known;
}

function spelledKey(one: Observation): string {
  const subject =
    'live' in one
      ? [one.live.binding.scope.cloud, one.live.binding.scope.key, one.live.binding.role.name, one.live.binding.member.id, one.live.handle]
      : [one.grant];
  return [one.kind, ...subject, 'text' in one ? one.text : ''].join('\n');
}

/** What stops everything but revocations that are due: an unknown tip, clocks apart, no grant file at all. */
function stopsOf(input: PlanInput, ours: number): readonly Refusal[] {
  const stops: Refusal[] = [];
  if (input.unconfirmed !== undefined) {
    const hint = 'Only what is past the end in its own mark, or recalled, is revoked. Run at the newest commit of the default branch.';
    stops.push({ code: 'GK3001', message: input.unconfirmed, hint, holds: [] });
  }
  const skew = Math.max(0, ...input.cloudTimes.map((time) => Math.abs(time - input.at)));
  if (skew > MAX_SKEW) {
    const message = `this machine's clock and a cloud's are ${Math.round(skew / 1000)} s apart (at most ${MAX_SKEW / 1000} s)`;
    stops.push({
      code: 'GK3002',
      message,
      hint: 'Set the clock. Until then only what every clock calls past, or what is recalled, is revoked.',
      holds: [],
    });
  }
  const present = [...input.source.timelines.values()].some((one) => one.tip.body.kind !== 'deleted' && wasGrant(one));
  if (!present && ours > 0) {
    const message = `there is no grant file at all, while ${ours} bindings of ours are live: that is taken for a wrong folder, not for a decision`;
    stops.push({
      code: 'GK3003',
      message,
      hint: 'Check the checkout. To withdraw everything, keep one grant file and delete the others.',
      holds: [],
    });
  }
  return stops;
}

/**
 * An alarm and no more: the word of the ledger keeps nothing from anybody, or who can write it could stop every grant. At another commit
 * than the tip it says nothing.
 */
function turnedBack({ rewritten, unconfirmed }: PlanInput): readonly Refusal[] {
  if (rewritten === undefined || unconfirmed !== undefined) return [];
  const message = `the history of the default branch was rewritten: ${rewritten}, is no part of it any more`;
  const hint = 'Ask who pushed by force, and put back what is missing: recalls, ids that are spent and who approved stand in it.';
  return [{ code: 'GK3009', message, hint, holds: [] }];
}

/** Whether its file was ever one that grants: a placeholder that keeps the folder is none. */
function wasGrant({ versions }: Timeline): boolean {
  return versions.some(({ body }) => body.kind === 'grant');
}

/** What the context of a plan is made from. */
type ContextInput = Pick<
  PlanInput,
  'at' | 'cloudTimes' | 'source' | 'clouds' | 'controlFindings' | 'recallsForeign' | 'written' | 'recorded' | 'hash'
> &
  Pick<DiffContext, 'managed' | 'unsure'>;

/** `stopped`: nothing but what is due is decided. */
export function contextFor(input: ContextInput, stopped: boolean): DiffContext {
  const { control, recalled, timelines } = input.source;
  const asked = askedIn(input.source, input.at);
  const { doubts } = claimsOf(input.source, input.at);
  const { directory, policy } = control;
  const members = namesByMember(directory, input.clouds);
  const isProtected = (name: string) => [name, directory.get(name)?.person].some((one) => policy.guard.protect.some((own) => own === one));
  const left = [...members].flatMap(([key, name]) => {
    const at = leftAt(directory, name);
    return at === undefined ? [] : [[key, at] as const];
  });
  return {
    stamps: { stamp: policy.stamp, formerStamps: policy.formerStamps },
    asked,
    clouds: input.clouds,
    now: Math.min(input.at, ...input.cloudTimes.filter(() => stopped)) as Instant,
    latest: Math.max(input.at, ...input.cloudTimes) as Instant,
    confirmed: !stopped,
    frozen: input.controlFindings.length > 0,
    doubts: new Set(doubts.keys()),
    unsure: input.unsure,
    recalled: recalled.members,
    recallsForeign: input.recallsForeign,
    protectedMembers: new Set([...members].filter(([, name]) => isProtected(name)).map(([key]) => key)),
    managed: input.managed,
    dead: (grant, member) => isDeadFor(timelines.get(grant), members.get(member), recalled),
    left: new Map(left),
    names: members,
    written: input.written,
    against: (live, now) => {
      const holder = members.get(memberKey(live.binding.scope.cloud, live.binding.member));
      return againstGlass(live, { control, now, holder, role: (scope, role) => input.source.role(scope, role) });
    },
    recorded: (grant) => input.recorded?.(grant),
    hash: input.hash,
  };
}

function isDeadFor(timeline: Timeline | undefined, name: string | undefined, recalled: ClaimSource['recalled']): boolean {
  return timeline !== undefined && name !== undefined && isDead(name, timeline, recalled);
}

function desiredByScope(desired: ReadonlyMap<string, DesiredBinding>): ReadonlyMap<string, ReadonlyMap<string, DesiredBinding>> {
  const byScope = new Map<string, Map<string, DesiredBinding>>();
  for (const [key, wish] of desired) {
    const at = scopeKey(wish.binding.scope);
    const known = byScope.get(at) ?? new Map<string, DesiredBinding>();
    byScope.set(at, known.set(key, wish));
  }
  return byScope;
}

function hold(
  parts: readonly Difference[],
  input: PlanInput,
  context: DiffContext,
): { changes: readonly Change[]; held: readonly Change[]; refusals: readonly Refusal[] } {
  const { control } = input.source;
  const ours = parts.reduce((sum, part) => sum + part.ours, 0);
  const all = parts.flatMap((part) => part.changes);
  const frozen = input.controlFindings.length === 0 ? [] : all.filter((one) => !takes(one));
  const free = all.filter((one) => !frozen.includes(one));
  const blocked = parts.flatMap((part) => part.blocked);
  const { guard } = control.policy;
  const verdict = guarded(free, {
    guard,
    overrides: control.overrides,
    ours,
    recent: input.recentWithdrawals,
    keyOf: (binding) => recordKey(accessDigest(binding, input.hash), binding.condition),
    protectedMembers: context.protectedMembers,
    now: input.at,
  });
  return {
    changes: verdict.changes,
    held: [...frozen, ...blocked.map((one) => one.change), ...verdict.held],
    refusals: [...(frozen.length === 0 ? [] : [freeze(frozen, input.controlFindings)]), ...blocked.map(inTheWay), ...verdict.refusals],
  };
}

function freeze(frozen: readonly Change[], findings: readonly Finding[]): Refusal {
  const [first] = findings;
  const where = first?.at === undefined ? 'the control files' : `${first.at.file}:${first.at.line}: ${first.message}`;
  const counts = findings.every(({ code }) => code === 'GK3008') ? '' : ', and the version before them counts';
  return {
    code: 'GK3004',
    message: `the newest control files have ${findings.length} findings (first: ${where}): ${frozen.length} grants and changes held back${counts}`,
    hint: 'Mend them in a pull request of their own; revocations go on.',
    holds: frozen.map((one) => one.digest),
  };
}

function inTheWay({ change, twin, why }: Difference['blocked'][number]): Refusal {
  const { role, member, scope } = twin.binding;
  return {
    code: 'GK3305',
    message: `${change.grant}: ${member.shown} already has ${role.name} at ${scope.path} by a binding that is not ours: held, unmanaged${why === undefined ? '' : `, and not to be taken over, since ${why}`}`,
    hint: 'It is tried again in each run. Have the binding removed by whoever made it, write `adopt: true` or `replace: true` on the access entry where nobody else needs it, or let it stand and drop the grant.',
    grant: change.grant,
    holds: [change.digest],
  };
}

function crowdedOut(claim: Claim, by: string): Refusal {
  return {
    code: 'GK3306',
    message: `${claim.grant}: ${by} holds the same role at ${claim.binding.scope.path} with another condition, and this cloud allows only one`,
    hint: 'Wait for its end, or ask for the same condition.',
    grant: claim.grant,
    holds: [],
  };
}

/** A recall that takes nothing from anybody must not look like one that did. */
function strange(principal: string): Refusal {
  return {
    code: 'GK3007',
    message: `a file of recalls/ recalls ${principal}, whom policy/people never knew: it takes nothing from anybody`,
    hint: 'Name somebody of policy/people, or the identity as the cloud spells it.',
    holds: [],
  };
}

function doubtful(doubts: ReadonlyMap<string, string>): readonly Refusal[] {
  return [...doubts].map(([grant, reason]) => ({
    code: 'GK3102',
    message: `${grant}: ${reason}`,
    hint: 'Nothing of it is granted, changed or withdrawn in this run; its own end still counts.',
    grant,
    holds: [],
  }));
}

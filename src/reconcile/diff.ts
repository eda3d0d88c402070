import { type Binding, bindingKey, memberKey, type Scope, tripleKey } from '../domain/access.ts';
import type { Change, DesiredBinding, Removal } from '../domain/change.ts';
import { type Instant, later } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Mark } from '../domain/mark.ts';
import type { Observation } from '../domain/plan.ts';
import type { Asked } from './asked.ts';
import type { Clouds } from './clouds.ts';
import { changeDigest, type Hash } from './digest.ts';
import { asMarked, type Owned, ownedIn, type Owner, ownerOf, type Stamps } from './ownership.ts';
import { hasBegun, isOver } from './stage.ts';

/** All that is known beside the two lists that are compared. */
export interface DiffContext {
  readonly stamps: Stamps;
  readonly asked: Asked;
  readonly clouds: Clouds;
  /** What every clock calls past is past: the earliest of the run's instant and the clouds' times. */
  readonly now: Instant;
  /** What any clock calls past is not given: the latest of them. */
  readonly latest: Instant;
  /** False: nothing but what is past the end in its own mark, or recalled, is decided. */
  readonly confirmed: boolean;
  /** Control files wait to be mended or approved: until then nothing is given. */
  readonly frozen: boolean;
  /** Grants about which something could not be found out: nothing of theirs is changed or withdrawn. */
  readonly doubts: ReadonlySet<string>;
  /** By `tripleKey`, what some grant asks for and could not be judged: what stands there is not withdrawn. */
  readonly unsure: ReadonlySet<string>;
  /** Identities that hold nothing now, as `memberKey` spells them. */
  readonly recalled: ReadonlySet<string>;
  /** Identities of whom a person has confirmed that their recall takes foreign bindings too, and protected principals. */
  readonly recallsForeign: ReadonlySet<string>;
  readonly protectedMembers: ReadonlySet<string>;
  /** Whether a grant gives an identity nothing any more because it landed before the recall of that human was lifted. */
  readonly dead: (grant: string, member: string) => boolean;
  /** By identity: when a person's access ends because he or she has left. */
  readonly left: ReadonlyMap<string, Instant>;
  /** Whether policy lets us write there: beyond it, what others gave is only told. */
  readonly managed: (scope: Scope) => boolean;
  /** The name of policy/people that an identity belongs to. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether the ledger says that we wrote this triple, for that grant where one is named, and never ended it. */
  readonly written: (triple: string, grant?: string) => boolean;
  /** Why policy does not let a binding of break-glass stand; undefined where it does, or where that is not known. */
  readonly against: (live: LiveBinding, now: Instant) => string | undefined;
  /** Whether the ledger has a grant; undefined where it was not read. */
  readonly recorded: (grant: string) => boolean | undefined;
  readonly hash: Hash;
}

/** `why` tells what keeps a file's `adopt` or `replace` from acting; absent where none was written. */
export interface Blocked {
  readonly change: Change;
  readonly twin: LiveBinding;
  readonly why?: string;
}

export interface Difference {
  readonly changes: readonly Change[];
  readonly observations: readonly Observation[];
  /** Wanted, but a binding made by hand is in the way and the cloud has no room beside it. */
  readonly blocked: readonly Blocked[];
  /** Bindings of ours that stay as they are. */
  readonly kept: number;
  /** All bindings of ours. */
  readonly ours: number;
}

/**
 * One scope: what is desired against what is there.
 *
 *     live        desired        outcome
 *     ours        same           kept
 *     ours        later end      extend          ours        earlier end    shorten
 *     ours        none           revoke          ours, past  any            revoke (and grant anew, if desired; where readers lag
 *                                                                           and nothing stops a stale write: as if not past)
 *     ours, edited  any          restore, or revoke where none is desired
 *     none        some           grant
 *     not ours    any            left alone, and said: foreign, twin, masked, escaped, forged
 */
export function diffScope(live: readonly LiveBinding[], desired: ReadonlyMap<string, DesiredBinding>, context: DiffContext): Difference {
  const changes: Change[] = [];
  const observations: Observation[] = [];
  const satisfied = new Set<string>();
  const triples = triplesOf(desired);
  let kept = 0;
  let ours = 0;
  const owned = ownedBeside(live, desired, context);
  const escaped = escapedOf(owned, context);
  for (const { one, owner } of sortedByFitness(owned, desired)) {
    if (owner.kind !== 'ours') {
      changes.push(...notOurs(one, owner, context));
      observations.push(...(escaped.includes(one) ? [escape(one)] : observe(one, owner, triples, context)));
      continue;
    }
    ours += 1;
    const wish = matching(one, owner.grant, desired, triples, satisfied, context);
    const change = decide(one, owner, wish, context);
    if (soundMark(one, wish, context) === undefined && !isDue(one, context))
      observations.push({ kind: 'tampered', live: one, grant: owner.grant });
    if (change === undefined) kept += 1;
    else changes.push(change);
    if (wish !== undefined && change?.verb !== 'revoke') satisfied.add(bindingKey(wish.binding));
  }
  const { grants, blocked } = grantsFor(desired, satisfied, owned, escaped, context);
  const over = new Set(grants.flatMap((one) => one.over ?? []));
  const seen = over.size === 0 ? observations : observations.filter((one) => !('live' in one && over.has(one.live)));
  return { changes: [...changes, ...grants], observations: seen, blocked, kept, ours };
}

/** Whose each is. What the cloud ends by itself and carries no mark may stand for what is desired in its place. */
function ownedBeside(
  live: readonly LiveBinding[],
  desired: ReadonlyMap<string, DesiredBinding>,
  { stamps, asked }: DiffContext,
): readonly Owned[] {
  return ownedIn(live, stamps, asked).map((known, at) => {
    const found = live[at];
    if (found === undefined || found.mark !== undefined || found.end === undefined) return known;
    const one = asMarked(found, stamps, asked, desired.get(bindingKey(found.binding)));
    return { one, owner: ownerOf(one, stamps, asked) };
  });
}

/** The best fit first, so that of two marks for one wish the right one stays and the other goes, and an edited one takes what is left. */
function sortedByFitness(owned: readonly Owned[], desired: ReadonlyMap<string, DesiredBinding>): readonly Owned[] {
  const fits = ({ one }: Owned) => {
    if (one.mark === undefined) return 0;
    const wish = desired.get(bindingKey(one.binding));
    if (wish === undefined) return 2;
    return wish.until === one.mark.until ? 0 : 1;
  };
  const graded = owned.map((one) => ({ one, grade: fits(one) }));
  return graded.sort((a, b) => a.grade - b.grade).map(({ one }) => one);
}

/** Unmarked, where the ledger says that we wrote ours and never ended it, and nothing of ours is there. */
function escapedOf(owned: readonly Owned[], context: DiffContext): readonly LiveBinding[] {
  const bare = owned.filter(({ one, owner }) => owner.kind === 'unmarked' && one.origin === undefined).map(({ one }) => one);
  const written = bare.filter((one) => context.written(tripleKey(one.binding)));
  if (written.length === 0) return written;
  const marked = new Set(owned.filter(({ owner }) => owner.kind === 'ours').map(({ one }) => tripleKey(one.binding)));
  return written.filter((one) => !marked.has(tripleKey(one.binding)));
}

function triplesOf(desired: ReadonlyMap<string, DesiredBinding>): ReadonlyMap<string, readonly DesiredBinding[]> {
  return Map.groupBy(desired.values(), (one) => tripleKey(one.binding));
}

/**
 * The wish that a binding of ours stands for. Where its own condition is none that its grant ever asked for, somebody edited it: then
 * a wish of the same triple and grant. One that was asked for once and is no more stands for nothing, and goes.
 */
function matching(
  live: LiveBinding,
  grant: string,
  desired: ReadonlyMap<string, DesiredBinding>,
  triples: ReadonlyMap<string, readonly DesiredBinding[]>,
  taken: ReadonlySet<string>,
  context: DiffContext,
): DesiredBinding | undefined {
  const exact = desired.get(bindingKey(live.binding));
  const edited = !context.asked.conditions(grant, live.binding).has(live.binding.condition ?? '');
  const near = edited ? (triples.get(tripleKey(live.binding)) ?? []).filter((one) => one.because.includes(grant)) : [];
  return (exact === undefined ? near : [exact]).find((one) => !taken.has(bindingKey(one.binding)));
}

function decide(
  live: LiveBinding,
  owner: Extract<Owner, { kind: 'ours' }>,
  wish: DesiredBinding | undefined,
  context: DiffContext,
): Change | undefined {
  const due = dueRemoval(live, context);
  if (due !== undefined && (due === 'recalled' || owner.former || !isPerhapsRenewed(live, owner.grant, wish, context)))
    return revoke(live, owner.grant, due, context);
  if (!context.confirmed) return undefined;
  if (isOutlived(live, owner.grant, wish, context)) return revoke(live, owner.grant, 'lapsed', context);
  if (hasLeft(live, context)) return revoke(live, owner.grant, 'left', context);
  if (isDoubtful(live, owner.grant, context)) return undefined;
  if (wish === undefined && isDead(live, owner.grant, context)) return revoke(live, owner.grant, 'recalled', context);
  const change = asWanted(live, owner, wish, context);
  return change?.because === 'withdrawn' && context.unsure.has(tripleKey(live.binding)) ? undefined : change;
}

function asWanted(
  live: LiveBinding,
  owner: Extract<Owner, { kind: 'ours' }>,
  wish: DesiredBinding | undefined,
  context: DiffContext,
): Change | undefined {
  if (wish === undefined) return revoke(live, owner.grant, 'withdrawn', context);
  const mark = soundMark(live, wish, context);
  // A former stamp is not written any more: what is not as it should be goes, and comes again under the present one.
  if (owner.former) return mark?.until === wish.until ? undefined : revoke(live, owner.grant, 'withdrawn', context);
  return mark === undefined ? alter('restore', live, wish, context) : adjust(live, mark, wish, context);
}

/**
 * A mark that is over may be what a reader shows from before our own renewal, where nothing but that reader could stop the deletion. So
 * what is wanted now is written onto it, which is right whichever stands there; and where nothing can be written it is left for as
 * long as readers may lag, if history gave the access a later end.
 */
function isPerhapsRenewed(live: LiveBinding, grant: string, wish: DesiredBinding | undefined, context: DiffContext): boolean {
  const stale = context.clouds.get(live.binding.scope.cloud)?.capabilities.staleFor;
  if (stale === undefined || isDoubtful(live, grant, context) || (context.confirmed && wish === undefined)) return false;
  if (mayGive(live, context)) return true;
  const until = live.mark?.until;
  return until !== undefined && context.now < later(until, stale) && context.asked.sure(live.binding).length > 0;
}

/** Whether a later end could be written there: what is held back in every run must not keep what is over. */
function mayGive({ binding }: LiveBinding, { confirmed, frozen, protectedMembers }: DiffContext): boolean {
  return confirmed && !frozen && !protectedMembers.has(memberOf(binding));
}

/** What nothing holds back: recalled, or past the end in its own mark. */
function dueRemoval(live: LiveBinding, context: DiffContext): Removal | undefined {
  if (isRecalled(live, context)) return 'recalled';
  const until = live.mark?.until;
  return until !== undefined && isOver(until, context.now) ? 'lapsed' : undefined;
}

function isDue(live: LiveBinding, context: DiffContext): boolean {
  return dueRemoval(live, context) !== undefined;
}

function isRecalled(live: LiveBinding, context: DiffContext): boolean {
  if (context.recalled.size === 0) return false;
  const key = memberOf(live.binding);
  return context.recalled.has(key) && (context.recallsForeign.has(key) || !context.protectedMembers.has(key));
}

/** A recall came and went while nobody ran: what it ended is no withdrawal that the guard could hold. */
function isDead(live: LiveBinding, grant: string, context: DiffContext): boolean {
  const member = memberOf(live.binding);
  if (context.protectedMembers.has(member)) return false;
  return [grant, ...context.asked.askers(live.binding)].every((one) => context.dead(one, member));
}

/** Past the latest end that history gives the grants that asked for it, whatever the mark says. */
function isOutlived(live: LiveBinding, grant: string, wish: DesiredBinding | undefined, context: DiffContext): boolean {
  if (wish !== undefined || isDoubtful(live, grant, context)) return false;
  return context.asked.askers(live.binding).length === 0;
}

function hasLeft(live: LiveBinding, context: DiffContext): boolean {
  const at = context.left.size === 0 ? undefined : context.left.get(memberOf(live.binding));
  return at !== undefined && isOver(at, context.now);
}

function isDoubtful(live: LiveBinding, grant: string, context: DiffContext): boolean {
  return context.doubts.has(grant) || context.asked.askers(live.binding).some((one) => context.doubts.has(one));
}

type SoundMark = Mark & { readonly until: Instant };

/** The mark as we wrote it; undefined where its end is none that history gave, or nobody asked for its own condition: somebody changed it. */
function soundMark(live: LiveBinding, wish: DesiredBinding | undefined, context: DiffContext): SoundMark | undefined {
  const mark = live.mark;
  if (mark?.until === undefined) return undefined;
  const until = mark.until;
  const grants = [mark.grant, ...(wish?.because ?? []), ...context.asked.askers(live.binding)];
  const knownEnd = grants.some((grant) => context.asked.ends(grant).has(until));
  const own = live.binding.condition ?? '';
  const known = knownEnd && grants.some((grant) => context.asked.conditions(grant, live.binding).has(own));
  return known ? { ...mark, until } : undefined;
}

/** Where start and end move so that one takes and the other gives, the old goes and the new comes: each is held back for its own reasons. */
function adjust(live: LiveBinding, mark: SoundMark, wish: DesiredBinding, context: DiffContext): Change | undefined {
  const end = mark.until === wish.until ? undefined : mark.until > wish.until ? 'shorten' : 'extend';
  const start = movedStart(mark.starts, wish.starts, context.now);
  if (end !== undefined && start !== undefined && end !== start) return revoke(live, mark.grant, 'withdrawn', context);
  const moved = end ?? start;
  if (moved !== undefined) return alter(moved, live, wish, context);
  // What the cloud ends by itself has no title that a write could change.
  return mark.grant === wish.grant || live.end !== undefined ? undefined : alter('retitle', live, wish, context);
}

/** A start that is past is not compared; one that moves back takes away, one that moves forward gives. */
function movedStart(from: Instant | undefined, to: Instant | undefined, now: Instant): 'shorten' | 'extend' | undefined {
  if (from === to) return undefined;
  if (to === undefined) return from === undefined || hasBegun(from, now) ? undefined : 'extend';
  return from === undefined || from < to ? 'shorten' : 'extend';
}

type Granting = Extract<Change, { verb: 'grant' }>;

function grantsFor(
  desired: ReadonlyMap<string, DesiredBinding>,
  satisfied: ReadonlySet<string>,
  owned: readonly Owned[],
  escaped: readonly LiveBinding[],
  context: DiffContext,
): { grants: readonly Granting[]; blocked: Difference['blocked'] } {
  const grants: Granting[] = [];
  const blocked: Blocked[] = [];
  if (!context.confirmed) return { grants, blocked };
  for (const [key, wish] of desired) {
    // A clock that is a little behind would give again what was over by the true one.
    if (satisfied.has(key) || isOver(wish.until, context.latest)) continue;
    if (wish.because.some((grant) => context.doubts.has(grant)) || context.recalled.has(memberOf(wish.binding))) continue;
    const { principal, grant } = wish;
    const change = {
      verb: 'grant' as const,
      because: 'asked' as const,
      desired: wish,
      grant,
      principal,
      digest: changeDigest(wish.binding, wish.until, context.hash),
    };
    const twin = inTheWay(wish, owned, escaped, context);
    const bar = twin === undefined ? undefined : barOf(wish, twin);
    if (twin === undefined) grants.push(change);
    else if (wish.takeover === undefined) blocked.push({ change, twin: twin.one });
    else if (bar === undefined) grants.push({ ...change, over: twin.one });
    else blocked.push({ change, twin: twin.one, why: bar });
  }
  return { grants, blocked };
}

/** A binding that is not ours where the cloud has room for one only; and beside an escaped one nothing is written at all. */
function inTheWay(wish: DesiredBinding, owned: readonly Owned[], escaped: readonly LiveBinding[], context: DiffContext): Owned | undefined {
  const key = tripleKey(wish.binding);
  const fled = owned.find(({ one }) => escaped.includes(one) && tripleKey(one.binding) === key);
  if (fled !== undefined || context.clouds.get(wish.binding.scope.cloud)?.capabilities.besideTwin.can !== false) return fled;
  return owned.find(({ one, owner }) => owner.kind !== 'ours' && one.origin !== 'inherited' && tripleKey(one.binding) === key);
}

/** Why nothing may be adopted or replaced there: somebody else's machinery has it, or it is less than what would come in its place. */
function barOf({ binding }: DesiredBinding, { one, owner }: Owned): string | undefined {
  if (owner.kind !== 'unmarked') return 'it carries a mark';
  if (one.origin !== undefined) return `it is held by ${one.origin}`;
  return one.binding.condition === binding.condition ? undefined : 'its condition is another than the one asked for';
}

/**
 * What is not ours is never touched, but by a recall that a person has confirmed. What is ours by another record than history ends by
 * its own mark, or is recalled: break-glass, which policy may end as well, and what the ledger says that we wrote for a grant that
 * history has lost.
 */
function notOurs(live: LiveBinding, owner: Owner, context: DiffContext): readonly Change[] {
  const due = dueRemoval(live, context) ?? (overGlass(live, owner, context) === undefined ? undefined : 'lapsed');
  const lost = owner.kind === 'forged' && context.written(tripleKey(live.binding), owner.grant);
  if (owner.kind === 'break-glass' || lost) return due === undefined ? [] : [revoke(live, owner.grant, due, context)];
  const reached = context.recallsForeign.has(memberOf(live.binding)) && isRecalled(live, context) && live.origin !== 'inherited';
  return reached && context.managed(live.binding.scope) ? [revoke(live, live.mark?.grant ?? '', 'recalled', context)] : [];
}

/** Policy must be known to be the one that counts, and to let us write there. */
function overGlass(live: LiveBinding, owner: Owner, context: DiffContext): string | undefined {
  if (owner.kind !== 'break-glass' || !context.confirmed || !context.managed(live.binding.scope)) return undefined;
  return context.against(live, context.now);
}

function glassSeen(live: LiveBinding, owner: Extract<Owner, { kind: 'break-glass' }>, context: DiffContext): readonly Observation[] {
  const { grant } = owner;
  const why = overGlass(live, owner, context);
  const told: readonly Observation[] = why === undefined ? [] : [{ kind: 'note', grant, text: `break-glass is taken away: ${why}` }];
  const seen: Observation =
    context.recorded(grant) === false ? { kind: 'unrecorded', live, grant } : { kind: 'foreign', live, note: `break-glass ${grant}` };
  return [seen, ...told];
}

function escape(live: LiveBinding): Observation {
  return { kind: 'escaped', live };
}

function observe(
  live: LiveBinding,
  owner: Owner,
  triples: ReadonlyMap<string, readonly DesiredBinding[]>,
  context: DiffContext,
): readonly Observation[] {
  if (owner.kind === 'forged') return [{ kind: 'forged', live, grant: owner.grant }];
  if (owner.kind === 'other-stamp') return [{ kind: 'foreign', live, note: `stamp ${owner.stamp}` }];
  if (owner.kind === 'break-glass') return glassSeen(live, owner, context);
  const wish = live.origin === undefined ? triples.get(tripleKey(live.binding))?.[0] : undefined;
  if (wish === undefined) return [{ kind: 'foreign', live, ...(live.origin === undefined ? {} : { note: live.origin }) }];
  return [{ kind: live.conditional ? 'twin' : 'masked', live, grant: wish.grant }];
}

function revoke(live: LiveBinding, grant: string, because: Removal, context: DiffContext): Change {
  return {
    verb: 'revoke',
    because,
    live,
    grant,
    principal: nameOf(live.binding, context),
    digest: changeDigest(live.binding, undefined, context.hash),
  };
}

const REASONS = { shorten: 'withdrawn', restore: 'tampered', extend: 'renewed', retitle: 'renamed' } as const;

function alter(verb: keyof typeof REASONS, live: LiveBinding, desired: DesiredBinding, context: DiffContext): Change {
  const common = {
    live,
    desired,
    grant: desired.grant,
    principal: desired.principal,
    digest: changeDigest(desired.binding, desired.until, context.hash),
  };
  return { ...common, verb, because: REASONS[verb] } as Change;
}

function nameOf(binding: Binding, context: DiffContext): string {
  return context.names.get(memberOf(binding)) ?? binding.member.shown;
}

function memberOf(binding: Binding): string {
  return memberKey(binding.scope.cloud, binding.member);
}

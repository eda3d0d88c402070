import type { Binding, Scope } from '../domain/access.ts';
import { type Directory, leftAt } from '../domain/directory.ts';
import type { Instant } from '../domain/instant.ts';
import type { CombinationPart } from '../domain/permission.ts';
import type { Control } from '../domain/policy.ts';
import type { RoleFacts } from '../domain/role-facts.ts';
import { beginOf, endOf, softEndOf } from './end.ts';
import type { Expand, Expansion, Unit } from './expand.ts';
import type { Recalled } from './recalls.ts';
import { isOver } from './stage.ts';
import type { Standing, Timeline } from './timeline.ts';

/** One grant's title to one binding, from its begin to its end. */
export interface Claim {
  readonly binding: Binding;
  readonly unit: Unit;
  readonly grant: string;
  readonly standing: Standing;
  readonly begins: Instant;
  readonly softEnd: Instant;
  readonly until: Instant;
  readonly privileged: boolean;
  /** Whether the catalogue marks its role as privileged now, and did so when it landed: then enough people had to approve it. */
  readonly sanctioned: boolean;
  /** What its role brings to ways that take several permissions. */
  readonly parts?: readonly CombinationPart[];
}

export interface Claims {
  readonly claims: readonly Claim[];
  readonly notes: readonly { readonly grant: string; readonly text: string }[];
  /** Ids of which something could not be found out: what stands of them stays, and nothing is added. */
  readonly doubts: ReadonlyMap<string, string>;
}

/** What claims are made from. */
export interface ClaimSource {
  readonly timelines: ReadonlyMap<string, Timeline>;
  /** The control files that count now, and as of a position of history. */
  readonly control: Control;
  controlAt(position: number): Control;
  /** policy/people in every state that ever counted. */
  readonly directories: readonly Directory[];
  readonly expand: Expand;
  readonly recalled: Recalled;
  /** What is known of a role at a scope; undefined where nobody asked. */
  role(scope: Scope, role: string): RoleFacts | undefined;
}

/**
 * What every id that stands asks for now: its proved content, cut to the tip's, by the definitions of both times. What is over at
 * `now` is left out: of a role that is gone by then nobody need know anything. Worked out once for each source and instant.
 */
export function claimsOf(source: ClaimSource, now?: Instant): Claims {
  const steps = claimSteps(source, now);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

const answers = new WeakMap<ClaimSource, Map<Instant | undefined, Claims>>();

/** The same a few ids at a time, for whoever has others to attend to in between. */
export function* claimSteps(source: ClaimSource, now?: Instant): Generator<void, Claims> {
  const known = answers.get(source) ?? new Map<Instant | undefined, Claims>();
  answers.set(source, known);
  const before = known.get(now);
  if (before !== undefined) return before;
  const claims = yield* claimsAt(source, now);
  // Who did not wait has worked them out meanwhile, and all are to have the same.
  const first = known.get(now) ?? claims;
  known.set(now, first);
  return first;
}

/** How many ids are looked at in one step. */
const AT_A_TIME = 50;

function* claimsAt(source: ClaimSource, now: Instant | undefined): Generator<void, Claims> {
  let seen = 0;
  const claims: Claim[] = [];
  const notes: { grant: string; text: string }[] = [];
  const doubts = new Map<string, string>();
  for (const timeline of source.timelines.values()) {
    if (timeline.doubt !== undefined) doubts.set(timeline.id, timeline.doubt);
    const { units, notes: lost } = wantedUnits(timeline, source);
    for (const text of lost) notes.push({ grant: timeline.id, text });
    for (const unit of units) {
      const claim = claimOf(unit, timeline, source, now);
      if (typeof claim === 'string') doubts.set(timeline.id, claim);
      else if (claim !== undefined) claims.push(claim);
    }
    seen += 1;
    if (seen % AT_A_TIME === 0) yield;
  }
  return { claims, notes, doubts };
}

/** Units before roles and people's fates are looked at: what a run must read and look up. */
export function wantedUnits(timeline: Timeline, source: Pick<ClaimSource, 'control' | 'controlAt' | 'expand'>): Expansion {
  const { standing, tip } = timeline;
  if (standing === undefined || tip.body.kind === 'deleted') return { units: [], notes: [] };
  const now = source.expand(standing.grant, source.control);
  const pinned = source.controlAt(standing.landed.position);
  const both = pinned === source.control ? now.units : intersect(now.units, source.expand(standing.landedGrant, pinned).units);
  const { blob, path } = standing.version;
  const differs = tip.blob !== blob || tip.path !== path;
  const units = tip.body.kind === 'grant' && differs ? cutTo(source.expand(tip.body.grant, source.control).units, both) : both;
  return { units, notes: now.notes };
}

function intersect(units: readonly Unit[], others: readonly Unit[]): readonly Unit[] {
  const known = new Set(others.map(identity));
  return units.filter((unit) => known.has(identity(unit)));
}

function identity(unit: Unit): string {
  return `${unit.wish}\n${asBinding(unit)}`;
}

function asBinding({ scope, role, member, condition = '' }: Unit): string {
  return [scope.cloud, scope.key, role, member.id, condition].join('\n');
}

/** Whether earlier content asked for a claim's binding, in whatever words, by the definitions of its landing. */
export function gaveBefore({ grant, landed }: Standing, { unit }: Claim, source: Pick<ClaimSource, 'controlAt' | 'expand'>): boolean {
  return cutTo(source.expand(grant, source.controlAt(landed.position)).units, [unit]).length > 0;
}

/** The bindings in both, in whatever words. */
function cutTo(asked: readonly Unit[], units: readonly Unit[]): readonly Unit[] {
  const known = new Set(asked.map(asBinding));
  return units.filter((unit) => known.has(asBinding(unit)));
}

/** A claim; nothing where its person is recalled or it is over; or, as a text, what could not be found out. */
function claimOf(unit: Unit, timeline: Timeline, source: ClaimSource, now: Instant | undefined): Claim | string | undefined {
  const standing = timeline.standing as Standing;
  const until = untilOf(unit, timeline, standing, source);
  if (isDead(unit.principal, timeline, source.recalled) || (now !== undefined && isOver(until, now))) return undefined;
  const facts = source.role(unit.scope, unit.role);
  if (facts?.ok !== true) return facts === undefined ? `the role ${unit.role} was not looked up` : facts.problem;
  const { scope, member, condition } = unit;
  const binding = { scope, member, role: facts.role, ...(condition === undefined ? {} : { condition }) };
  const softEnd = Math.min(until, softEndOf(standing.grant, standing.landing)) as Instant;
  const privileged = facts.privileged || isMarked(unit, source.control);
  const sanctioned = isMarked(unit, source.control) && isMarked(unit, source.controlAt(standing.landed.position));
  const begins = beginOf(standing.grant, standing.landing);
  const parts = facts.parts ?? [];
  return { binding, unit, grant: timeline.id, standing, begins, softEnd, until, privileged, sanctioned, parts };
}

function isMarked({ catalogueRole }: Unit, { roles }: Control): boolean {
  return catalogueRole !== undefined && roles.get(catalogueRole.name)?.privileged === true;
}

/**
 * Whether an id gives a principal nothing: he is recalled, or was when it had landed already. History tells by its order: dates of
 * two commits may be one for a run whose clock is behind both.
 */
export function isDead(principal: string, timeline: Timeline, recalled: Recalled): boolean {
  const lifted = recalled.lifted.get(principal);
  const first = timeline.firstLanded?.position;
  return recalled.names.has(principal) || (lifted !== undefined && first !== undefined && first < lifted);
}

/** Who was to leave earlier when the grant landed leaves it then: a later day reaches a grant only by renewal. */
function untilOf(unit: Unit, timeline: Timeline, standing: Standing, source: Pick<ClaimSource, 'control' | 'controlAt'>): Instant {
  const { tip } = timeline;
  const own = endOf(standing.grant, standing.landing);
  const cut = tip.body.kind === 'grant' ? endOf(tip.body.grant, standing.landing) : own;
  const people = [source.control, source.controlAt(standing.landed.position)].map(({ directory }) => directory);
  return Math.min(own, cut, ...people.map((directory) => leftAt(directory, unit.principal) ?? own)) as Instant;
}

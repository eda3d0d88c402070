import { type Binding, tripleKey } from '../domain/access.ts';
import { type Directory, leftAt } from '../domain/directory.ts';
import type { Instant } from '../domain/instant.ts';
import type { ClaimSource } from './claims.ts';
import { endOf } from './end.ts';
import type { Unit } from './expand.ts';
import { isOver } from './stage.ts';
import type { Timeline, Version } from './timeline.ts';

/** What history says of bindings: which grants asked for them, and until when. */
export interface Asked {
  knows(grant: string): boolean;
  /** Whether any version of the grant asked for this scope, role and member. */
  asks(grant: string, binding: Binding): boolean;
  /** Grants whose latest end is not over, or that are in doubt, and that asked for it. */
  askers(binding: Binding): readonly string[];
  /** Of those the ones that asked for this very role: one that could not be looked up may be any other. */
  sure(binding: Binding): readonly string[];
  /** All grants that ever asked for this scope, role and member, over or not; a role that could not be looked up is none of these. */
  everyone(binding: Binding): readonly string[];
  /** Every end that history gave a grant, by its own versions or because one of its principals was to leave. */
  ends(grant: string): ReadonlySet<Instant>;
  /** The own conditions that a grant ever asked for at this scope, role and member; `''` stands for none. */
  conditions(grant: string, binding: Binding): ReadonlySet<string>;
}

type AskedSource = Pick<ClaimSource, 'timelines' | 'controlAt' | 'directories' | 'expand' | 'role'>;

/** A role that could not be looked up stands as this: scope and member then decide alone. */
const ANY_ROLE = '?';

/** Worked out once for each source and instant, and then bit by bit: a plan and its judges ask the same. */
export function askedIn(source: AskedSource, now: Instant): Asked {
  const known = answers.get(source) ?? new Map<Instant, Asked>();
  const asked = known.get(now) ?? askedOf(source, now);
  answers.set(source, known.set(now, asked));
  return asked;
}

const answers = new WeakMap<AskedSource, Map<Instant, Asked>>();

function askedOf(source: AskedSource, now: Instant): Asked {
  const wishes = new Map<string, Wishes>();
  const wishesOf = (grant: string): Wishes => {
    const known = wishes.get(grant);
    if (known !== undefined) return known;
    const made = triplesOf(source.timelines.get(grant), source);
    wishes.set(grant, made);
    return made;
  };
  const conditions = (grant: string, binding: Binding) => {
    const { triples, loose } = wishesOf(grant);
    return triples.get(tripleKey(binding)) ?? (loose ? triples.get(tripleKey(withAnyRole(binding))) : undefined) ?? NOTHING;
  };
  let later: Askers | undefined;
  const open = () =>
    (later ??= askersOf(
      [...source.timelines.values()].filter((one) => isOpen(one, now)),
      wishesOf,
    ));
  let ever: Askers | undefined;
  const ends = new Map<string, ReadonlySet<Instant>>();
  let lefts: ReadonlyMap<string, readonly Instant[]> | undefined;
  return {
    knows: (grant) => source.timelines.has(grant),
    asks: (grant, binding) => conditions(grant, binding) !== NOTHING,
    sure: (binding) => open().askers.get(tripleKey(binding)) ?? [],
    askers: (binding) => {
      const { askers, loose } = open();
      const exact = askers.get(tripleKey(binding)) ?? [];
      const unclear = loose ? askers.get(tripleKey(withAnyRole(binding))) : undefined;
      return unclear === undefined ? exact : [...exact, ...unclear];
    },
    everyone: (binding) => (ever ??= askersOf([...source.timelines.values()], wishesOf)).askers.get(tripleKey(binding)) ?? [],
    ends: (grant) => {
      const known = ends.get(grant) ?? endsOf(source.timelines.get(grant), (lefts ??= leftsIn(source.directories)));
      ends.set(grant, known);
      return known;
    },
    conditions,
  };
}

const NOTHING: ReadonlySet<string> = new Set();

function endsOf(timeline: Timeline | undefined, lefts: ReadonlyMap<string, readonly Instant[]>): ReadonlySet<Instant> {
  const principals = timeline?.versions.flatMap(({ body }) => (body.kind === 'grant' ? body.grant.principals : [])) ?? [];
  return new Set([
    ...(timeline?.ends ?? []),
    ...endsAhead(timeline?.versions ?? []),
    ...principals.flatMap((name) => lefts.get(name) ?? []),
  ]);
}

/** To a clock that is behind what landed lies ahead. The end that a run of the right time gave it then is no sign that somebody changed it. */
function endsAhead(versions: readonly Version[]): readonly Instant[] {
  return versions.flatMap(({ ahead, position }) =>
    ahead === undefined
      ? []
      : versions.flatMap(({ body, position: at }) => (body.kind === 'grant' && at >= position ? [endOf(body.grant, ahead)] : [])),
  );
}

/** By name, every moment that any state of policy/people gave for its leaving. */
function leftsIn(directories: readonly Directory[]): ReadonlyMap<string, readonly Instant[]> {
  const lefts = new Map<string, Instant[]>();
  for (const directory of directories) {
    for (const name of directory.keys()) {
      const at = leftAt(directory, name);
      if (at !== undefined) lefts.set(name, [...(lefts.get(name) ?? []), at]);
    }
  }
  return lefts;
}

/** Of what is not, or no longer, proved approved every end that it asked for counts: that is no reason to call its bindings lapsed. */
function isOpen({ doubt, latestEnd, ends }: Timeline, now: Instant): boolean {
  return doubt !== undefined || !isOver(latestEnd ?? (Math.max(...ends) as Instant), now);
}

/** By triple the own conditions that a grant asked for; `loose` where one of its roles could not be looked up. */
interface Wishes {
  readonly triples: ReadonlyMap<string, ReadonlySet<string>>;
  readonly loose: boolean;
}

/** By triple the grants that asked for it. */
interface Askers {
  readonly askers: ReadonlyMap<string, readonly string[]>;
  readonly loose: boolean;
}

function askersOf(timelines: readonly Timeline[], wishesOf: (grant: string) => Wishes): Askers {
  const askers = new Map<string, string[]>();
  let isLoose = false;
  for (const { id } of timelines) {
    const { triples, loose } = wishesOf(id);
    isLoose ||= loose;
    for (const triple of triples.keys()) {
      const known = askers.get(triple);
      if (known === undefined) askers.set(triple, [id]);
      else known.push(id);
    }
  }
  return { askers, loose: isLoose };
}

function triplesOf(timeline: Timeline | undefined, source: AskedSource): Wishes {
  const triples = new Map<string, Set<string>>();
  let loose = false;
  for (const version of timeline?.versions ?? []) {
    if (version.body.kind !== 'grant') continue;
    for (const unit of source.expand(version.body.grant, source.controlAt(version.position)).units) {
      const binding = bindingOf(unit, source);
      loose ||= binding.role.id === ANY_ROLE;
      const triple = tripleKey(binding);
      const known = triples.get(triple) ?? new Set();
      triples.set(triple, known.add(unit.condition ?? ''));
    }
  }
  return { triples, loose };
}

function bindingOf(unit: Unit, source: AskedSource): Binding {
  const facts = source.role(unit.scope, unit.role);
  const role = facts?.ok === true ? facts.role : { id: ANY_ROLE, name: unit.role };
  return { scope: unit.scope, role, member: unit.member };
}

function withAnyRole(binding: Binding): Binding {
  return { ...binding, role: { id: ANY_ROLE, name: binding.role.name } };
}

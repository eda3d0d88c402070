import { applyChanges } from '../../src/apply/apply.ts';
import { scopeKey, tripleKey } from '../../src/domain/access.ts';
import { bindingOf } from '../../src/domain/change.ts';
import { formatInstant, type Instant, later, wholeSecond } from '../../src/domain/instant.ts';
import type { CloudBounds } from '../../src/domain/policy.ts';
import type { RoleFacts } from '../../src/domain/role-facts.ts';
import { azureReader } from '../../src/providers/azure/reader.ts';
import { cloudScope } from '../../src/providers/azure/scope.ts';
import { azureWriter } from '../../src/providers/azure/writer.ts';
import type { Access, CloudReader, CloudWriter, Readable } from '../../src/providers/provider.ts';
import { diffScope } from '../../src/reconcile/diff.ts';
import type { Clouds } from '../../src/reconcile/clouds.ts';
import { makePlan } from '../../src/reconcile/plan.ts';
import { drop, keep, keepSchedule, standing } from '../../src/sim/azure/assignments.ts';
import { simulateAzure } from '../../src/sim/azure/azure.ts';
import { madeByHand, scheduled } from '../../src/sim/azure/by-hand.ts';
import { exampleAzure, SCOPES, TENANT, TOKENS } from '../../src/sim/azure/example.ts';
import { guidOf } from '../../src/sim/azure/guid.ts';
import type { AzureState, RoleAssignment } from '../../src/sim/azure/state.ts';
import { fixedClock } from '../../src/sim/clock.ts';
import { aControl, aGrant, aLife, aSource, at, AZURE_IDS, CLOUDS, hash, lives, OPEN, STAMP } from '../reconcile/builders.ts';
import { type Dice, dice } from './dice.ts';

/**
 * Runs of ours over an Azure whose every reader shows a state of its own, up to ten minutes old and now older, now younger; between
 * the runs grants land, are renewed and withdrawn, and others give, change and take. The truth is looked at after every call.
 */

const MINUTE = 60_000;
/** Troubleshoot Azure RBAC: changes can take so long to show. */
const LONGEST_LAG = 10 * MINUTE;

const ROLES: Readonly<Record<string, string>> = {
  Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  'Monitoring Reader': '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
};
const PLACES: Readonly<Record<string, string>> = {
  'payments-prod': SCOPES.paymentsGroup,
  'payments-prod/providers/Microsoft.Storage/storageAccounts/ledger': SCOPES.ledger,
};
const WHO = ['ada', 'bo', 'gil'] as const;

interface Asking {
  readonly id: string;
  readonly who: (typeof WHO)[number];
  readonly role: string;
  readonly target: string;
  /** What each commit made of it; one without an end deletes it. */
  readonly versions: readonly { readonly at: Instant; readonly end?: Instant }[];
}

/** A file that is always there: no file at all would be taken for a wrong folder. */
const LONG_AGO = aLife('long-ago', { at: '08:00', grant: aGrant('long-ago', { expires: '08:30' }) });

/** What came of one seed. */
export interface Lagged {
  readonly seed: number;
  readonly runs: number;
  readonly writes: number;
  /** Writes that changed nothing. */
  readonly repeated: number;
  /** Why the first promise was broken, if one was. */
  readonly breach?: string;
}

/** Plays one seed; `spoilt` breaks the engine, to see that it would be found. */
export async function playLag(seed: number, spoilt: Partial<Pick<World, 'clouds' | 'misdirect'>> = {}): Promise<Lagged> {
  const world = Object.assign(await worldOf(seed), spoilt);
  for (let steps = world.chance.below(6) + 5; steps > 0 && world.breach === undefined; steps -= 1) await doSomething(world);
  if (world.breach === undefined) await settle(world);
  return told(world);
}

function told({ seed, runs, writes, repeated, breach }: World): Lagged {
  return { seed, runs, writes, repeated, ...(breach === undefined ? {} : { breach }) };
}

function broken(world: World, what: string): void {
  world.breach ??= `${formatInstant(wholeSecond(world.clock.now()))}: ${what}`;
}

interface World {
  readonly seed: number;
  readonly chance: Dice;
  readonly state: AzureState;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly access: Access;
  readonly reader: CloudReader;
  readonly writer: CloudWriter;
  readonly grants: Asking[];
  /** What others made, as it stands, by name. */
  readonly theirs: Map<string, string>;
  /** Triples that the ledger says we wrote and did not end. */
  readonly ledger: Set<string>;
  readonly byPim: boolean;
  /** What the engine knows of clouds. */
  clouds: Clouds;
  /** Where a call of the engine goes in place of where it should. */
  misdirect: (url: string, method: string | undefined) => string;
  calm: boolean;
  runs: number;
  writes: number;
  repeated: number;
  /** The first thing that went wrong: told here, since the engine takes an error in a call for a broken connection. */
  breach?: string;
}

async function worldOf(seed: number): Promise<World> {
  const chance = dice(seed);
  const clock = fixedClock(at('09:00'));
  const state = exampleAzure(clock.now());
  state.roleDefinitions = state.roleDefinitions.filter(({ id }) => Object.values(ROLES).includes(id));
  const world: Partial<World> = {
    seed,
    chance,
    state,
    clock,
    grants: [],
    theirs: new Map(),
    ledger: new Set(),
    byPim: seed % 3 === 0,
    misdirect: (url) => url,
  };
  const whole = world as World;
  const sim = simulateAzure({
    store: {
      update: async (use) => {
        draw(whole);
        const before = truthOf(state, clock.now());
        const answer = await use(state);
        judge(whole, before);
        return answer;
      },
    },
    clock,
  });
  const access: Access = {
    fetch: async (input, init) => {
      const answer = await sim.fetch(whole.misdirect(new Request(input).url, init?.method), init);
      // Azure did it, and nobody hears of it.
      if (init?.method !== 'GET' && !whole.calm && chance.chance(0.05)) throw new TypeError('fetch failed');
      return answer;
    },
    identity: { kind: 'token', token: TOKENS.grantkeeper },
    clock: () => clock.now(),
    sleep: async (ms) => void clock.advance(ms),
    random: () => 0,
    reason: 'a run over stale reads',
    stamp: STAMP,
    formerStamps: [],
    tenant: TENANT,
  };
  const [reader, writer] = [await azureReader(access), await azureWriter(access)];
  for (const one of standing(state, clock.now())) whole.theirs.set(one.name, JSON.stringify(one));
  return Object.assign(whole, { access, reader, writer, clouds: CLOUDS, calm: false, runs: 0, writes: 0, repeated: 0 });
}

/** Every call meets readers of another age. */
function draw({ chance, state, calm }: World): void {
  const age = () => (calm || chance.chance(0.3) ? 0 : chance.below(LONGEST_LAG + 1));
  const [get, list, byPrincipal, bySubscription, schedules, instances] = [age(), age(), age(), age(), age(), age()];
  state.manner.lag = { get, list, byPrincipal, bySubscription, schedules, instances };
}

function truthOf(state: AzureState, now: Instant): ReadonlyMap<string, RoleAssignment> {
  return new Map(standing(state, now).map((one) => [one.name, one]));
}

const keyOf = (one: Pick<RoleAssignment, 'scope' | 'roleDefinition' | 'principalId'>) =>
  [one.scope, one.roleDefinition, one.principalId].join(' ').toLowerCase();

/** Looks at what one call of ours did to the truth. */
function judge(world: World, before: ReadonlyMap<string, RoleAssignment>): void {
  const after = truthOf(world.state, world.clock.now());
  const names = new Set([...before.keys(), ...after.keys()]);
  for (const name of names) {
    const [was, is] = [before.get(name), after.get(name)];
    if (JSON.stringify(was) !== JSON.stringify(is)) judgeOne(world, name, was, is);
  }
  const keys = [...after.values()].map(keyOf);
  if (new Set(keys).size < keys.length) broken(world, 'an assignment stands twice');
}

function judgeOne(world: World, name: string, was: RoleAssignment | undefined, is: RoleAssignment | undefined): void {
  const key = keyOf((is ?? was) as RoleAssignment);
  const end = wanted(world, key);
  world.writes += 1;
  if (world.theirs.has(name)) broken(world, `theirs was touched: ${key}`);
  if (is === undefined && end !== undefined) broken(world, `ours was taken while it is wanted until ${formatInstant(end)}: ${key}`);
  if (is !== undefined && end === undefined) broken(world, `something was given or changed that nobody wants any more: ${key}`);
  if (is !== undefined && endOf(world, is) !== end) broken(world, `ours ends at another time than is wanted: ${key}`);
  if (was !== undefined && is !== undefined && endOf(world, was) === endOf(world, is)) world.repeated += 1;
}

/** The end that stands in Azure: in the mark, or in PIM's schedule. */
function endOf({ state }: World, { name, description }: RoleAssignment): Instant | undefined {
  const until = /until=(\S+)/.exec(description ?? '')?.[1];
  return until === undefined ? (state.schedules.find(({ assignment }) => assignment === name)?.end ?? undefined) : at(until);
}

/** Until when the grants that live now want it. */
function wanted({ grants, clock }: World, key: string): Instant | undefined {
  const now = clock.now();
  const ends = grants.filter((one) => tripleOf(one) === key).map(({ versions }) => versions.at(-1)?.end);
  const open = ends.filter((end): end is Instant => end !== undefined && now < end);
  return open.length === 0 ? undefined : (Math.max(...open) as Instant);
}

function tripleOf({ who, role, target }: Asking): string {
  return keyOf({ scope: PLACES[target] ?? '', roleDefinition: ROLES[role] ?? '', principalId: AZURE_IDS[who] ?? '' });
}

async function doSomething(world: World): Promise<void> {
  const { chance, clock } = world;
  for (let deeds = chance.below(4); deeds > 0; deeds -= 1) DEEDS[chance.below(DEEDS.length)]?.(world);
  if (chance.chance(0.15)) await renewAtTheLast(world);
  if (chance.chance(0.5)) clock.advance(chance.below(15 * MINUTE));
  await run(world, chance.chance(0.1) ? 'the tip could not be confirmed' : undefined);
}

function laterBy({ chance, clock }: World): Instant {
  return wholeSecond(later(clock.now(), (10 + chance.below(80)) * MINUTE));
}

function land(world: World): void {
  const { grants, chance, clock } = world;
  const who = chance.oneOf(WHO);
  const role = chance.oneOf(['Reader', 'Monitoring Reader']);
  const target = chance.oneOf(Object.keys(PLACES) as [string, string]);
  grants.push({ id: `g${grants.length}`, who, role, target, versions: [{ at: wholeSecond(clock.now()), end: laterBy(world) }] });
}

function liveOnes({ grants, clock }: World): readonly Asking[] {
  return grants.filter(({ versions }) => (versions.at(-1)?.end ?? 0) > clock.now());
}

function change(world: World, next: (last: Instant) => Instant | undefined): void {
  const open = liveOnes(world);
  const one = open[world.chance.below(Math.max(1, open.length))];
  if (one === undefined) return land(world);
  const end = next(one.versions.at(-1)?.end as Instant);
  const version = { at: wholeSecond(world.clock.now()), ...(end === undefined ? {} : { end }) };
  world.grants[world.grants.indexOf(one)] = { ...one, versions: [...one.versions, version] };
}

function renew(world: World): void {
  change(world, (last) => wholeSecond(later(last, (1 + world.chance.below(60)) * MINUTE)));
}

function withdraw(world: World): void {
  change(world, () => undefined);
}

/** Others give what nobody holds at that moment, by hand or through PIM; Azure keeps no second one. */
function giveByHand(world: World): void {
  const { chance, state, clock, theirs } = world;
  const triple = {
    scope: chance.oneOf(Object.values(PLACES) as [string, string]),
    role: chance.oneOf(Object.values(ROLES) as [string, string]),
    principalId: AZURE_IDS[chance.oneOf(WHO)] ?? '',
    principalType: 'User',
  };
  const now = clock.now();
  if (standing(state, now).some((one) => keyOf(one) === keyOf({ ...triple, roleDefinition: triple.role }))) return;
  const name = guidOf('by hand', now, world.runs, triple.scope, triple.role, triple.principalId);
  if (chance.chance(world.byPim ? 0.5 : 0.1)) {
    const schedule = scheduled(triple, { assignmentType: 'Assigned', start: now, end: later(now, (600 + chance.below(60)) * MINUTE) });
    keepSchedule(state, { ...schedule, assignment: name }, now);
  } else keep(state, madeByHand(triple, now, { name }), now);
  theirs.set(name, JSON.stringify(truthOf(state, now).get(name)));
}

function changeByHand(world: World): void {
  const { state, clock, theirs, runs } = world;
  const now = clock.now();
  const one = oneOfTheirs(world);
  if (one === undefined || state.schedules.some(({ assignment }) => assignment === one.name)) return;
  const next = { ...one, description: `seen in round ${runs}`, updatedOn: now };
  keep(state, next, now);
  theirs.set(one.name, JSON.stringify(next));
}

/** Others take something of theirs, and now and then of ours. */
function takeByHand(world: World): void {
  const { chance, state, clock, theirs } = world;
  const now = clock.now();
  const ours = standing(state, now).filter(({ name }) => !theirs.has(name));
  const one = chance.chance(0.5) ? ours[chance.below(Math.max(1, ours.length))] : oneOfTheirs(world);
  if (one === undefined) return;
  drop(state, one.name, now);
  theirs.delete(one.name);
}

function oneOfTheirs({ chance, state, clock, theirs }: World): RoleAssignment | undefined {
  const found = standing(state, clock.now()).filter(({ name }) => theirs.has(name));
  return found[chance.below(Math.max(1, found.length))];
}

/** A renewal that lands minutes before the end, and a run soon after that end: readers may still show the old one. */
async function renewAtTheLast(world: World): Promise<void> {
  const { chance, clock } = world;
  const [first] = liveOnes(world).toSorted((a, b) => (a.versions.at(-1)?.end ?? 0) - (b.versions.at(-1)?.end ?? 0));
  const end = first?.versions.at(-1)?.end;
  if (first === undefined || end === undefined) return;
  await run(world);
  const early = later(end, -chance.below(5 * MINUTE) - 1000);
  if (clock.now() < early) clock.advance(early - clock.now());
  if (clock.now() >= end) return;
  const version = { at: wholeSecond(clock.now()), end: laterBy(world) };
  if (version.end <= end) return;
  world.grants[world.grants.indexOf(first)] = { ...first, versions: [...first.versions, version] };
  await run(world);
  if (clock.now() < end) clock.advance(end - clock.now() + chance.below(3 * MINUTE));
}

const DEEDS = [land, land, land, renew, renew, withdraw, giveByHand, changeByHand, takeByHand] as const;

function boundsOf({ byPim }: World): ReadonlyMap<string, CloudBounds> {
  return new Map([['azure', { reads: [], manages: ['/'], enforce: byPim ? 'pim' : 'run' }]]);
}

/** As `apply` does it, from reading to the second look. What changed is the number of changes that it planned. */
async function run(world: World, unconfirmed?: string): Promise<number> {
  const { clock, reader, writer, grants, ledger } = world;
  world.runs += 1;
  for (const [name, text] of world.theirs) if (isOver(world, text)) world.theirs.delete(name);
  const readings = await Promise.all(Object.values(PLACES).map((path) => reader.read(cloudScope(path))));
  // As the survey does it: the cloud is asked what PIM demands before anything is planned.
  const wanted = Object.values(AZURE_IDS).map((member) => ({ member, ...(world.byPim ? { enforce: 'pim' as const } : {}) }));
  const equipped = await Promise.all(readings.map(async (one) => (one.ok ? ((await reader.equip?.(one, wanted)) ?? one) : one)));
  const whole = equipped.filter((one): one is Readable => one.ok);
  const control = aControl({
    policy: {
      clouds: boundsOf(world),
      guard: { withdrawals: { max: 1000, percent: 100, window: 1 }, newGrants: { max: 1000, privileged: 0 }, protect: [] },
    },
  });
  const { plan, desired, context } = makePlan({
    at: wholeSecond(clock.now()),
    cloudTimes: [],
    commit: 'c'.repeat(40),
    ...(unconfirmed === undefined ? {} : { unconfirmed }),
    source: aSource(lives(LONG_AGO, ...grants.map(lifeOf)), { control, role: factsOf }),
    clouds: world.clouds,
    readings: whole,
    unread: [],
    controlFindings: [],
    gate: OPEN,
    recallsForeign: new Set(),
    recentWithdrawals: new Set(),
    written: (triple) => ledger.has(triple),
    hash,
  });
  const outcomes = await applyChanges({
    changes: plan.changes,
    held: plan.held,
    readings: new Map(whole.map((one) => [scopeKey(one.scope), one])),
    readers: new Map([['azure', reader]]),
    writers: new Map([['azure', writer]]),
    again: (key, live) =>
      diffScope(live, new Map([...desired].filter(([, { binding }]) => scopeKey(binding.scope) === key)), context).changes,
    clock: () => clock.now(),
    sleep: (ms) => world.access.sleep(ms),
    stopping: () => false,
    progress: () => undefined,
    concurrency: 2,
    patience: () => new Promise(() => undefined),
  });
  for (const { status, change: done } of outcomes) {
    if (status !== 'applied') continue;
    if (done.verb === 'revoke') ledger.delete(tripleKey(bindingOf(done)));
    else ledger.add(tripleKey(bindingOf(done)));
  }
  return plan.changes.length;
}

/** What PIM gave to theirs ends by itself. */
function isOver({ state, clock }: World, text: string): boolean {
  const { name } = JSON.parse(text) as RoleAssignment;
  return !standing(state, clock.now()).some((one) => one.name === name);
}

function lifeOf({ id, who, role, target, versions }: Asking) {
  const access = [{ kind: 'cloud', cloud: 'azure', target, role } as const];
  const words = versions.map(({ at: landed, end }) => ({
    at: formatInstant(landed),
    ...(end === undefined ? {} : { grant: aGrant(id, { principals: [who], access, expires: formatInstant(end) }) }),
  }));
  return aLife(id, ...words);
}

function factsOf(_: unknown, name: string): RoleFacts {
  const id = ROLES[name];
  return id === undefined ? { ok: false, problem: name } : { ok: true, role: { id, name }, privileged: false, reasons: [] };
}

/** Once the readers have caught up one run puts all right, and a second one finds nothing to do. */
async function settle(world: World): Promise<void> {
  world.calm = true;
  world.clock.advance(LONGEST_LAG);
  await run(world);
  await run(world);
  const held = await run(world);
  const standingNow = [...truthOf(world.state, world.clock.now()).values()];
  const theirs = new Set(standingNow.filter(({ name }) => world.theirs.has(name)).map(keyOf));
  const ours = standingNow
    .filter(({ name }) => !world.theirs.has(name))
    .map(keyOf)
    .sort();
  const asked = [...new Set(liveOnes(world).map(tripleOf))].filter((key) => !theirs.has(key)).sort();
  if (JSON.stringify(ours) !== JSON.stringify(asked)) broken(world, `in the end ${ours.join()} stands, and ${asked.join()} is wanted`);
  const waiting = new Set(liveOnes(world).map(tripleOf)).size - asked.length;
  if (held > waiting) broken(world, `a third run still plans ${held} changes`);
}

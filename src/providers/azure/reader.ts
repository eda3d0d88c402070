import { type Scope, tripleKey } from '../../domain/access.ts';
import type { DesiredBinding } from '../../domain/change.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Access, CloudReader, Readable, Reading, Wanted } from '../provider.ts';
import type { Failed } from '../transport.ts';
import { ancestryOf } from './ancestry.ts';
import { type Answer, askAll, broken } from './arm.ts';
import { connect, type Connection } from './client.ts';
import { identify } from './directory.ts';
import { crowding } from './crowding.ts';
import { discover } from './discovery.ts';
import { enderFor, enderOf } from './ender.ts';
import { type Demanded, demandedAt } from './demanded.ts';
import { foreseenByPim } from './foresight.ts';
import { heldFast, hindered } from './hindrance.ts';
import { foreseenByIds, type Mistaken, mistakenAmong } from './mistaken.ts';
import { type Obstacles, obstaclesOf } from './obstacles.ts';
import { type Occupancy, occupancies } from './occupancy.ts';
import { type Ahead, aheadAt, liveAhead } from './pim-ahead.ts';
import { graphOf } from './graph.ts';
import { residueAt } from './residue.ts';
import { type Roles, rolesOf } from './roles.ts';
import { sweep } from './sweep.ts';
import { tenantGuard } from './tenant.ts';
import { type Assignment, assignmentOf, isBelow, liveOf, type Schedules, isSchedule, schedulesBy } from './wire.ts';

/** What a reading of Azure carries besides its bindings. */
export interface Basis {
  /** Why PIM could not be asked, where it could not: its activations then look like plain assignments. */
  readonly withoutPim?: Failed;
  /** What stands in the way of writes; absent where none is to be expected. */
  readonly obstacles?: Obstacles;
  /** What takes the room for new assignments in the subscription; as a text, why that is not known; absent where none is wanted. */
  readonly occupancy?: Occupancy | string;
  /** Ids among those to whom something new is wanted that are not what they stand for; absent where nobody was asked for. */
  readonly mistaken?: Mistaken;
  /** What PIM demands of who gives a role there; absent where nothing is wanted of PIM. */
  readonly demanded?: Demanded;
}

export async function azureReader(access: Access): Promise<CloudReader> {
  return readerOver(await connect(access));
}

/** The reader of a connection that is already there. */
export function readerOver(connection: Connection): CloudReader {
  const guard = tenantGuard(connection);
  const roles = rolesOf(connection);
  const ancestry = ancestryOf(connection);
  const ask = { obstacles: obstaclesOf(connection), occupancy: occupancies(connection), mistaken: mistakenAmong(connection.access) };
  const { access } = connection;
  const self = access.identity.kind === 'token' ? access.identity.self?.toLowerCase() : undefined;
  return {
    foresee: (reading, changes) => [
      ...foreseenByIds(reading, changes),
      ...foreseenByPim(reading, changes, access.clock()),
      ...hindered(reading, changes, self),
    ],
    foreseeTogether: (all) => crowding(all, access.stamp),
    alarms: (reading, standing) => heldFast(reading, standing, self),
    equip: (reading, wanted) => equipped(connection, ask, reading, wanted),
    endsBy: (reading, change) => (enderOf(change, reading, access.clock()).by === 'pim' ? 'cloud' : 'run'),
    holdsStart: (reading, wish) => isAhead(reading, wish) || enderFor(wish, reading, access.clock()).by === 'pim',
    async read(scope) {
      const refused = await guard();
      return refused === undefined ? reading(connection, roles, scope) : { ok: false, scope, failure: refused };
    },
    async identify(members) {
      const refused = await guard();
      return refused === undefined ? identify(await graphOf(access), members) : { ok: false, failure: refused };
    },
    trusted: async () => (await import('./trust.ts')).trusted(access),
    residue: ({ scope }, member) => residueAt(connection, roles, scope, member),
    async discover(members, bounds) {
      const refused = await guard();
      return refused === undefined
        ? discover(connection, members, bounds)
        : { scopes: [], beyond: [], failed: bounds.map(({ path }) => ({ where: path, failure: refused })) };
    },
    async sweep(bounds) {
      const refused = await guard();
      return refused === undefined
        ? sweep(connection, roles, bounds)
        : { scopes: [], beyond: [], failed: bounds.map(({ path }) => ({ where: path, failure: refused })), pages: 0 };
    },
    async role(scope, role) {
      const refused = await guard();
      return refused === undefined ? roles.facts(scope, role) : { ok: false, problem: refused.message, failure: refused };
    },
    async ancestry(scope) {
      const refused = await guard();
      return refused === undefined ? ancestry(scope) : { ok: false, failure: refused };
    },
  };
}

/** What is asked once for a run, whatever scope wants it. */
interface Asked {
  readonly obstacles: ReturnType<typeof obstaclesOf>;
  readonly occupancy: ReturnType<typeof occupancies>;
  readonly mistaken: ReturnType<typeof mistakenAmong>;
}

/** What PIM holds for a later start goes on being PIM's to begin. */
function isAhead({ live }: Readable, { binding }: DesiredBinding): boolean {
  return live.some((one) => one.starts !== undefined && tripleKey(one.binding) === tripleKey(binding));
}

/** Asked only where something is wanted or of ours. What is not told of PIM keeps nothing back but what is wanted of it. */
async function equipped(connection: Connection, ask: Asked, reading: Readable, wanted: readonly Wanted[]): Promise<Reading> {
  const ours = reading.live.filter(mayBeOurs);
  if (wanted.length + ours.length === 0) return reading;
  const byPim = wanted.some(({ enforce }) => enforce === 'pim' || enforce === 'auto');
  const fresh = wanted.filter((one) => !ours.some((live) => mayBe(live, one)));
  const services = fresh.flatMap(({ kind, member }) => (kind === 'service' ? [member] : []));
  const [demanded, obstacles, occupancy, mistaken] = await Promise.all([
    byPim ? demandedAt(connection, reading) : undefined,
    ask.obstacles(reading.scope),
    fresh.length > 0 ? ask.occupancy(reading.scope) : undefined,
    services.length > 0 ? ask.mistaken(services) : undefined,
  ]);
  if (demanded !== undefined && 'failure' in demanded) return unread(reading.scope, demanded);
  const more = {
    ...(demanded === undefined ? {} : { demanded }),
    ...(occupancy === undefined ? {} : { occupancy }),
    ...(mistaken === undefined ? {} : { mistaken }),
  };
  return { ...reading, basis: { ...(reading.basis as Basis), obstacles, ...more } };
}

/** Files name a role as Azure shows it, or by its id. */
function mayBe({ binding: { member, role } }: LiveBinding, wanted: Wanted): boolean {
  return member.id === wanted.member && [role.id, role.name.toLowerCase()].includes(wanted.role?.toLowerCase() ?? '');
}

function mayBeOurs({ mark, end }: LiveBinding): boolean {
  return mark !== undefined || end !== undefined;
}

async function reading(connection: Connection, roles: Roles, scope: Scope): Promise<Reading> {
  const [listed, pim] = await Promise.all([assignmentsAt(connection, scope), pimAt(connection, scope)]);
  if (!listed.ok) return unread(scope, listed);
  if (!pim.ok) return unread(scope, pim);
  const at = listed.value.filter((assignment) => !isBelow(assignment, scope));
  const all = [...at, ...pim.ahead];
  const roleNames = await roles.names(
    scope,
    all.map(({ role }) => role),
  );
  const surroundings = { at: scope, schedules: pim.schedules, roleNames };
  const { withoutPim } = pim.basis;
  return {
    ok: true,
    scope,
    live: [...at.map((one) => liveOf(one, surroundings)), ...pim.ahead.map((one) => liveAhead(one, surroundings))],
    basis: pim.basis,
    ...(listed.time === undefined ? {} : { cloudTime: listed.time }),
    // Who may not ask does not know; a tenant without PIM holds nothing there.
    ...(withoutPim?.status === 403 ? { partial: withoutPim.failure } : {}),
  };
}

function unread(scope: Scope, { failure, time }: Failed): Reading {
  return { ok: false, scope, failure, ...(time === undefined ? {} : { cloudTime: time }) };
}

/** At the scope and above it; what is below is not asked for. A row that is not whole makes the list unread. */
async function assignmentsAt({ access, client }: Connection, scope: Scope): Promise<Answer<readonly Assignment[]>> {
  const purpose = `read the role assignments of ${scope.path}`;
  const listed = await askAll(access, purpose, (options) =>
    client.roleAssignments.listForScope(scope.path.slice(1), { ...options, filter: 'atScope()' }),
  );
  if (!listed.ok) return listed;
  const rows = listed.value.map(assignmentOf);
  const whole = new Map(rows.filter((row) => row !== undefined).map((row) => [row.id.toLowerCase(), row]));
  if (rows.includes(undefined)) return broken(purpose, 'a row of the list has no scope, role or principal');
  return { ...listed, value: [...whole.values()] };
}

type Pim = Failed | { readonly ok: true; readonly schedules: Schedules; readonly ahead: readonly Ahead[]; readonly basis: Basis };

/** A tenant without PIM, or one that does not let us ask, answers 400, 403 or 404: its assignments are then plain to us. */
async function pimAt(connection: Connection, scope: Scope): Promise<Pim> {
  const { access, client } = connection;
  const purpose = `read the PIM schedules of ${scope.path}`;
  const running = askAll(access, purpose, (options) =>
    client.roleAssignmentScheduleInstances.listForScope(scope.path.slice(1), { ...options, filter: 'atScope()' }),
  );
  const [listed, ahead] = await Promise.all([running, aheadAt(connection, scope)]);
  if (listed.ok && !listed.value.every(isSchedule)) return broken(purpose, 'a row of the list is no schedule');
  const failed = [listed, ahead].filter((one) => !one.ok);
  const grave = failed.find(({ failure, status }) => failure.kind === 'transient' || ![400, 403, 404].includes(status ?? 0));
  if (grave !== undefined) return grave;
  const [withoutPim] = failed;
  return {
    ok: true,
    schedules: listed.ok ? schedulesBy(listed.value) : new Map(),
    ahead: ahead.ok ? ahead.value : [],
    basis: withoutPim === undefined ? {} : { withoutPim },
  };
}

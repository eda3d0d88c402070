import type { Scope } from '../../domain/access.ts';
import type { Access, CloudReader, Reading } from '../provider.ts';
import type { Failed } from '../transport.ts';
import { ancestryOf } from './ancestry.ts';
import { type Answer, askAll, broken } from './arm.ts';
import { connect, type Connection } from './client.ts';
import { identify } from './directory.ts';
import { discover } from './discovery.ts';
import { foreseenByPim, isByPim } from './foresight.ts';
import { graphOf } from './graph.ts';
import { residueAt } from './residue.ts';
import { type RolePolicies, rolePoliciesAt } from './role-policy.ts';
import { type Roles, rolesOf } from './roles.ts';
import { tenantGuard } from './tenant.ts';
import { type Assignment, assignmentOf, isBelow, liveOf, type Schedules, isSchedule, schedulesBy } from './wire.ts';

/** What a reading of Azure carries besides its bindings. */
export interface Basis {
  /** Why PIM could not be asked, where it could not: its activations then look like plain assignments. */
  readonly withoutPim?: string;
  /** What PIM demands, or why nobody knows; absent where nothing is to be given by PIM. */
  readonly policies?: RolePolicies | string;
}

export async function azureReader(access: Access): Promise<CloudReader> {
  return readerOver(await connect(access));
}

/** The reader of a connection that is already there. */
export function readerOver(connection: Connection): CloudReader {
  const guard = tenantGuard(connection);
  const roles = rolesOf(connection);
  const ancestry = ancestryOf(connection);
  const { access } = connection;
  return {
    foresee: (reading, changes) => foreseenByPim(access, reading, changes),
    endsBy: (reading, change) => (isByPim(access.enforce, reading, change) ? 'cloud' : 'run'),
    async read(scope) {
      const refused = await guard();
      return refused === undefined ? reading(connection, roles, scope) : { ok: false, scope, failure: refused };
    },
    async identify(members) {
      const refused = await guard();
      return refused === undefined ? identify(await graphOf(access), members) : { ok: false, failure: refused };
    },
    residue: ({ scope }, member) => residueAt(connection, roles, scope, member),
    async discover(members, bounds) {
      const refused = await guard();
      return refused === undefined
        ? discover(connection, members, bounds)
        : { scopes: [], beyond: [], failed: bounds.map(({ path }) => ({ where: path, failure: refused })) };
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

async function reading(connection: Connection, roles: Roles, scope: Scope): Promise<Reading> {
  const { enforce } = connection.access;
  const [listed, pim, demanded] = await Promise.all([
    assignmentsAt(connection, scope),
    schedulesAt(connection, scope),
    policiesFor(connection, scope),
  ]);
  if (!listed.ok) return unread(scope, listed);
  if (!pim.ok) return unread(scope, pim);
  if (!demanded.ok) return unread(scope, demanded);
  const at = listed.value.filter((assignment) => !isBelow(assignment, scope));
  const roleNames = await roles.names(
    scope,
    at.map((assignment) => assignment.role),
  );
  const live = at.map((assignment) =>
    liveOf(assignment, { at: scope, schedules: pim.schedules, roleNames, mayBeOurs: enforce !== undefined }),
  );
  return {
    ok: true,
    scope,
    live,
    basis: { ...pim.basis, ...demanded.basis },
    ...(listed.time === undefined ? {} : { cloudTime: listed.time }),
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

type Pim = Failed | { readonly ok: true; readonly schedules: Schedules; readonly basis: Basis };

/** A tenant without PIM, or one that does not let us ask, answers 400, 403 or 404: its assignments are then plain to us. */
async function schedulesAt({ access, client }: Connection, scope: Scope): Promise<Pim> {
  const purpose = `read the PIM schedules of ${scope.path}`;
  const listed = await askAll(access, purpose, (options) =>
    client.roleAssignmentScheduleInstances.listForScope(scope.path.slice(1), { ...options, filter: 'atScope()' }),
  );
  if (listed.ok && !listed.value.every(isSchedule)) return broken(purpose, 'a row of the list is no schedule');
  if (listed.ok) return { ok: true, schedules: schedulesBy(listed.value), basis: {} };
  if (listed.failure.kind === 'transient' || ![400, 403, 404].includes(listed.status ?? 0)) return listed;
  // Where PIM may hold something of ours, not to see it must not look as if it were not there.
  if (access.enforce === 'pim' || (access.enforce !== undefined && listed.status === 403)) return listed;
  return { ok: true, schedules: new Map(), basis: { withoutPim: listed.failure.message } };
}

/** Asked only where something may be given by PIM. What it does not answer keeps nothing back but that. */
async function policiesFor(connection: Connection, scope: Scope): Promise<Failed | { readonly ok: true; readonly basis: Basis }> {
  const { enforce } = connection.access;
  if (enforce !== 'pim' && enforce !== 'auto') return { ok: true, basis: {} };
  const answer = await rolePoliciesAt(connection, scope);
  if (answer.ok) return { ok: true, basis: { policies: answer.value } };
  return answer.failure.kind === 'transient' ? answer : { ok: true, basis: { policies: answer.failure.message } };
}

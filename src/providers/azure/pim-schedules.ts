import type { RoleAssignmentSchedule, RoleAssignmentScheduleInstance } from '@azure/arm-authorization';
import type { Binding } from '../../domain/access.ts';
import type { DesiredBinding } from '../../domain/change.ts';
import type { Instant } from '../../domain/instant.ts';
import { keepsEnd, keepsStart } from '../../domain/live-binding.ts';
import { type Answer, ask, askAll, type Asking, askPatiently } from './arm.ts';
import type { Connection } from './client.ts';
import { cloudScope, lastOf } from './scope.ts';
import { instantOf } from './wire.ts';

/** What PIM holds for a scope, role and principal: given by an administrator, or a plain assignment that it lists among its own. */
export interface Held {
  readonly name: string;
  /** Absent for what has no end. */
  readonly end?: Instant;
  /** While it lies ahead. */
  readonly starts?: Instant;
  readonly condition?: string;
}

/** The schedule, found by what it is for: its id changes with each change, and requests vanish after 45 days. */
export function scheduleOf(connection: Connection, binding: Binding): Promise<Answer<Held | undefined>> {
  return schedule(connection, binding, askPatiently);
}

/** Whether schedules and instances both show what is wanted, or both show nothing where nothing is; one try. What is to begin later has no instance. */
export async function isShown(connection: Connection, binding: Binding, desired?: DesiredBinding): Promise<Answer<boolean>> {
  const kept = await schedule(connection, binding, ask);
  if (!kept.ok) return kept;
  const running = await instance(connection, binding, ask);
  if (!running.ok) return running;
  const seen = kept.value?.starts === undefined ? [kept.value, running.value] : [kept.value];
  return {
    ...running,
    value: seen.every((one) => (desired === undefined ? one?.end === undefined : one !== undefined && isAsWanted(one, desired))),
  };
}

/** Whether it is what a request for `desired` makes. */
export function isAsWanted(held: Held, { binding, until, starts }: DesiredBinding): boolean {
  return keepsEnd(held, until) && keepsStart(held, starts) && held.condition === binding.condition;
}

async function schedule({ access, client }: Connection, binding: Binding, how: Asking): Promise<Answer<Held | undefined>> {
  const { purpose, scope, filter } = questionOf(binding);
  const listed = await askAll(
    access,
    purpose,
    (options) => client.roleAssignmentSchedules.listForScope(scope, { ...options, filter }),
    how,
  );
  return listed.ok ? { ...listed, value: heldIn(listed.value, binding, access.clock()) } : listed;
}

async function instance({ access, client }: Connection, binding: Binding, how: Asking): Promise<Answer<Held | undefined>> {
  const { purpose, scope, filter } = questionOf(binding);
  const list = client.roleAssignmentScheduleInstances;
  const listed = await askAll(access, purpose, (options) => list.listForScope(scope, { ...options, filter }), how);
  return listed.ok ? { ...listed, value: heldIn(listed.value, binding, access.clock()) } : listed;
}

function questionOf({ scope, member }: Binding): { readonly purpose: string; readonly scope: string; readonly filter: string } {
  const purpose = `read what PIM holds for ${member.id} at ${scope.path}`;
  return { purpose, scope: scope.path.slice(1), filter: `principalId eq '${member.id}'` };
}

type Row = RoleAssignmentSchedule | RoleAssignmentScheduleInstance;

/** What a user activated is his own, and what comes by a group is the group's. */
function heldIn(rows: readonly Row[], { scope, role, member }: Binding, now: Instant): Held | undefined {
  const row = rows.find(
    (one) =>
      one.assignmentType === 'Assigned' &&
      (one.memberType ?? 'Direct') === 'Direct' &&
      cloudScope(one.scope ?? '').key === scope.key &&
      lastOf(one.roleDefinitionId ?? '').toLowerCase() === role.id &&
      one.principalId?.toLowerCase() === member.id,
  );
  if (row === undefined) return undefined;
  const [starts, end] = [instantOf(row.startDateTime), instantOf(row.endDateTime)];
  return {
    name: row.name ?? '',
    ...(end === undefined ? {} : { end }),
    ...(starts !== undefined && starts > now ? { starts } : {}),
    ...(row.condition ? { condition: row.condition } : {}),
  };
}

import type { RoleAssignment, RoleAssignmentScheduleInstance } from '@azure/arm-authorization';
import type { Member, MemberKind, Scope } from '../../domain/access.ts';
import type { Instant } from '../../domain/instant.ts';
import type { LiveBinding, Origin } from '../../domain/live-binding.ts';
import type { Mark } from '../../domain/mark.ts';
import { readMark } from './mark.ts';
import { cloudScope, covers, GUID, lastOf } from './scope.ts';
import { takesClause, untimed } from './time-clause.ts';

/** A role assignment with all that is needed to know it again. */
export interface Assignment {
  /** As Azure spells it: the handle of the binding. */
  readonly id: string;
  readonly scope: Scope;
  /** The last GUID of the role definition's id, lower case: the part before it changes with the scope that was asked. */
  readonly role: string;
  readonly roleDefinitionId: string;
  /** Lower case. */
  readonly principal: string;
  /** `User`, `Group`, `ServicePrincipal` or another word; the list is open. */
  readonly principalType?: string;
  readonly description?: string;
  readonly condition?: string;
}

/** What a role assignment and what PIM holds of one have in common. */
type Raw = Pick<RoleAssignment, 'id' | 'scope' | 'roleDefinitionId' | 'principalId' | 'principalType' | 'condition'> &
  Pick<RoleAssignment, 'description'>;

/** Undefined where a part is missing or is none: a list with such a row was not read. */
export function assignmentOf(raw: Raw): Assignment | undefined {
  if (![raw.principalType, raw.description, raw.condition].every(isTextOrNone)) return undefined;
  const [id, scope, roleDefinitionId, principalId] = [raw.id, raw.scope, raw.roleDefinitionId, raw.principalId].map(textOf);
  const role = lastOf(roleDefinitionId ?? '').toLowerCase();
  if (!id || !scope || !roleDefinitionId || !GUID.test(role) || !GUID.test(lastOf(id)) || !GUID.test(principalId ?? '')) return undefined;
  return {
    id,
    scope: cloudScope(scope),
    role,
    roleDefinitionId,
    principal: (principalId ?? '').toLowerCase(),
    ...(raw.principalType ? { principalType: raw.principalType } : {}),
    ...(raw.description ? { description: raw.description } : {}),
    ...(raw.condition ? { condition: raw.condition } : {}),
  };
}

/** The SDK passes on what Azure sent, whatever its types promise. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

const KINDS: ReadonlyMap<string, MemberKind> = new Map([
  ['User', 'user'],
  ['Group', 'group'],
  ['ServicePrincipal', 'service'],
]);

/** Who a principal of Azure is, by the word that Azure has for its kind. */
export function memberBy(principal: string, principalType: string | undefined): Member {
  return { kind: KINDS.get(principalType ?? '') ?? 'other', id: principal, shown: principal };
}

/** The kind of principal that a write must name, so that Azure need not look it up in a directory that may lag behind. */
export function principalTypeOf(member: Member): string | undefined {
  return [...KINDS].find(([, kind]) => kind === member.kind)?.[0];
}

/** Whether a row of PIM's list has what is looked at in it in the form that is promised. */
export function isSchedule({ originRoleAssignmentId, assignmentType, memberType, endDateTime }: RoleAssignmentScheduleInstance): boolean {
  const isEnd = endDateTime === undefined || endDateTime === null || endDateTime instanceof Date;
  return isEnd && [originRoleAssignmentId, assignmentType, memberType].every(isTextOrNone);
}

/** PIM's own record of an assignment, by the last GUID of its id. */
export type Schedules = ReadonlyMap<string, RoleAssignmentScheduleInstance>;

export function schedulesBy(instances: readonly RoleAssignmentScheduleInstance[]): Schedules {
  return new Map(instances.map((one) => [lastOf(one.originRoleAssignmentId ?? '').toLowerCase(), one]));
}

/** Around an assignment: the scope that was read, what PIM says, and names for roles. */
export interface Surroundings {
  readonly at: Scope;
  readonly schedules: Schedules;
  readonly roleNames: ReadonlyMap<string, string>;
}

/** What we wrote into an assignment: a mark, and the requester's own condition. Where the end that was joined to it is gone or another, the mark was edited. */
export function saidBy({ role, description, condition }: Assignment): { readonly mark?: Mark; readonly condition?: string } {
  const mark = readMark(description);
  if (mark === undefined || !takesClause(role))
    return { ...(mark === undefined ? {} : { mark }), ...(condition === undefined ? {} : { condition }) };
  const { own, until } = untimed(role, condition);
  const { until: _until, ...edited } = mark;
  return { mark: until === mark.until ? mark : edited, ...(own === undefined ? {} : { condition: own }) };
}

/** What is inherited, or PIM's, carries no mark here: it is not ours to change at this scope, whatever its description says. */
export function liveOf(assignment: Assignment, around: Surroundings): LiveBinding {
  const { role, principal, principalType, id } = assignment;
  const origin = originOf(assignment, around);
  const { mark, condition } = origin === undefined ? saidBy(assignment) : { mark: undefined, condition: assignment.condition };
  const scope = assignment.scope.key === around.at.key ? around.at : assignment.scope;
  const member = memberBy(principal, principalType);
  const own = condition === undefined ? {} : { condition };
  const binding = { scope, role: { id: role, name: around.roleNames.get(role) ?? role }, member, ...own };
  const known = { ...(mark === undefined ? {} : { mark }), ...(origin === undefined ? {} : { origin }) };
  const end = origin === 'pim' ? givenEnd(around.schedules.get(lastOf(id).toLowerCase())) : undefined;
  const timed = end === undefined ? {} : { end };
  return { binding, ...known, ...timed, conditional: assignment.condition !== undefined, handle: id };
}

/**
 * PIM lists permanent assignments too, without an end: those are plain. One that it ends is PIM's unless we marked it, and one
 * that a user activated is PIM's in any case.
 */
function originOf(assignment: Assignment, { at, schedules }: Surroundings): Origin | undefined {
  if (assignment.scope.key !== at.key) return 'inherited';
  const schedule = schedules.get(lastOf(assignment.id).toLowerCase());
  const ends = schedule?.endDateTime !== undefined && schedule.endDateTime !== null && readMark(assignment.description) === undefined;
  return schedule?.assignmentType === 'Activated' || ends ? 'pim' : undefined;
}

/** The end of what an administrator gave to the very principal; what a user activated is never ours. */
function givenEnd(schedule: RoleAssignmentScheduleInstance | undefined): Instant | undefined {
  const { assignmentType, memberType = 'Direct', endDateTime } = schedule ?? {};
  return assignmentType === 'Assigned' && memberType === 'Direct' ? instantOf(endDateTime) : undefined;
}

export function instantOf(date: Date | null | undefined): Instant | undefined {
  const ms = date?.getTime() ?? Number.NaN;
  return Number.isNaN(ms) ? undefined : (ms as Instant);
}

/** Below the scope that was read: neither at it nor inherited by it. */
export function isBelow(assignment: Assignment, at: Scope): boolean {
  return assignment.scope.key !== at.key && covers(at, assignment.scope);
}

import type { RoleAssignmentCreateParameters } from '@azure/arm-authorization';
import type { Binding, Scope } from '../../domain/access.ts';
import type { DesiredBinding } from '../../domain/change.ts';
import { type Answer, ask, askAll, type Asking, askOnce, askPatiently, broken, type Got } from './arm.ts';
import type { Connection } from './client.ts';
import { describe } from './mark.ts';
import { isContainer, lastOf } from './scope.ts';
import { timed } from './time-clause.ts';
import { type Assignment, assignmentOf, principalTypeOf } from './wire.ts';

/** The only version of conditions that Azure takes today. */
export const CONDITION_VERSION = '2.0';

const armScope = (scope: Scope) => scope.path.slice(1);

/** The assignment of that name at the scope; undefined where Azure says that there is none. */
export async function findAssignment(connection: Connection, scope: Scope, name: string): Promise<Answer<Assignment | undefined>> {
  return found(connection, scope, name, askPatiently);
}

/** The same with one try only. */
export async function glanceAt(connection: Connection, scope: Scope, name: string): Promise<Answer<Assignment | undefined>> {
  return found(connection, scope, name, ask);
}

async function found({ access, client }: Connection, scope: Scope, name: string, how: Asking): Promise<Answer<Assignment | undefined>> {
  const purpose = `read the role assignment ${name} at ${scope.path}`;
  const answer = await how(access, purpose, (options) => client.roleAssignments.get(armScope(scope), name, options));
  // Only this code says that it is not there; any other 404 says that we may not look, or that the scope is gone.
  if (!answer.ok) return answer.code === 'RoleAssignmentNotFound' ? { ok: true, value: undefined, body: undefined, status: 404 } : answer;
  const value = assignmentOf(answer.value);
  return value === undefined ? broken(purpose, 'it has no scope, role or principal') : { ...answer, value };
}

/** What holds the role for the member at the very scope, under whatever name. */
export async function holderOf({ access, client }: Connection, { scope, role, member }: Binding): Promise<Answer<Assignment | undefined>> {
  const purpose = `find who holds ${role.name} for ${member.id} at ${scope.path}`;
  const filter = `principalId eq '${member.id}'`;
  const listed = await askAll(access, purpose, (options) => client.roleAssignments.listForScope(armScope(scope), { ...options, filter }));
  if (!listed.ok) return listed;
  const rows = listed.value.map(assignmentOf);
  return { ...listed, value: rows.find((row) => row?.scope.key === scope.key && row.role === role.id && row.principal === member.id) };
}

/** One PUT. It replaces: what is not sent of description and condition is cleared. */
export function putAssignment(
  { access, client }: Connection,
  scope: Scope,
  name: string,
  parameters: RoleAssignmentCreateParameters,
  purpose: string,
): Promise<Answer<unknown>> {
  return askOnce(access, purpose, (options) => client.roleAssignments.create(armScope(scope), name, parameters, options));
}

/** One DELETE. Azure answers 204 for one that is gone already. */
export async function deleteAssignment(
  { access, client }: Connection,
  scope: Scope,
  name: string,
  purpose: string,
): Promise<Answer<unknown>> {
  const answer = await askOnce<unknown>(access, purpose, (options) => client.roleAssignments.delete(armScope(scope), name, options));
  return !answer.ok && answer.code === 'RoleAssignmentNotFound' ? { ok: true, value: undefined, body: undefined, status: 404 } : answer;
}

/** The body of a PUT: what is wanted, in the words of what is there already. */
export function parametersFor(stamp: string, desired: DesiredBinding, existing?: Assignment): RoleAssignmentCreateParameters {
  const { binding, until } = desired;
  const condition = timed(binding.role.id, binding.condition, until);
  const type = existing?.principalType ?? principalTypeOf(binding.member);
  return {
    roleDefinitionId: existing?.roleDefinitionId ?? definitionId(binding),
    principalId: binding.member.id,
    ...(type === undefined ? {} : { principalType: type }),
    description: describe({ stamp, ...desired }),
    ...(condition === undefined ? {} : { condition, conditionVersion: CONDITION_VERSION }),
  };
}

export function definitionId({ scope, role }: Binding): string {
  const prefix = isContainer(scope) ? '' : scope.path.split('/').slice(0, 3).join('/');
  return `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${role.id}`;
}

export function assignmentId(scope: Scope, name: string): string {
  return `${scope.key === '/' ? '' : scope.path}/providers/Microsoft.Authorization/roleAssignments/${name}`;
}

/** Whether an assignment is what a PUT of `desired` makes of it. */
export function says(existing: Assignment, stamp: string, desired: DesiredBinding): boolean {
  return (
    isFor(existing, desired.binding) &&
    existing.description === describe({ stamp, ...desired }) &&
    existing.condition === timed(desired.binding.role.id, desired.binding.condition, desired.until)
  );
}

/** Same scope, role and principal. */
export function isFor(existing: Assignment, { scope, role, member }: Binding): boolean {
  return existing.scope.key === scope.key && existing.role === role.id && existing.principal === member.id;
}

/** What Azure's logs know a call by, and the assignment that it was about. */
export function evidenceOf(id: string, answer: Got<unknown>): string {
  return `roleAssignments/${lastOf(id)}, ${answer.status}${answer.request === undefined ? '' : `, request ${answer.request}`}`;
}

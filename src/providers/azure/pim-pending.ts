import type { Binding, Scope } from '../../domain/access.ts';
import { type Answer, askAll, askOnce } from './arm.ts';
import type { Connection } from './client.ts';
import { readMark } from './mark.ts';
import { cloudScope, lastOf } from './scope.ts';

/** Cancels a request that is pending; Azure answers 200 without a body. */
export async function cancel({ access, client }: Connection, scope: Scope, name: string): Promise<Answer<unknown>> {
  const purpose = `cancel the request ${name} to PIM`;
  const answer = await askOnce<unknown>(access, purpose, (options) =>
    client.roleAssignmentScheduleRequests.cancel(scope.path.slice(1), name, options),
  );
  return !answer.ok && answer.status === 200 ? { ok: true, value: undefined, body: undefined, status: 200 } : answer;
}

/** Role Assignment Schedule Requests - Create, Status: those that wait for somebody; what is in the making is done by itself. */
const WAITING = /^Pending(?:Approval|AdminDecision)/;

/**
 * Cancels requests of ours that wait for the same scope, role and principal, such as one whose answer was lost; true where there was
 * one and all are cancelled. Ours are those whose justification carries our mark: those of others are theirs to decide.
 */
export async function cancelOurs(connection: Connection, { scope, role, member }: Binding): Promise<boolean> {
  const { access, client } = connection;
  const filter = `principalId eq '${member.id}'`;
  const listed = await askAll(access, `read the requests to PIM for ${member.id} at ${scope.path}`, (options) =>
    client.roleAssignmentScheduleRequests.listForScope(scope.path.slice(1), { ...options, filter }),
  );
  if (!listed.ok) return false;
  const ours = listed.value.filter(
    (one) =>
      WAITING.test(one.status ?? '') &&
      cloudScope(one.scope ?? '').key === scope.key &&
      lastOf(one.roleDefinitionId ?? '').toLowerCase() === role.id &&
      one.principalId?.toLowerCase() === member.id &&
      readMark(one.justification)?.stamp === access.stamp,
  );
  const answers = await Promise.all(ours.map(({ name = '' }) => cancel(connection, scope, name)));
  return answers.length > 0 && answers.every(({ ok }) => ok);
}

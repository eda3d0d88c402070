import type { RoleEligibilityScheduleRequest } from '@azure/arm-authorization';
import { v5 as uuidv5 } from 'uuid';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Failed } from '../transport.ts';
import { type Answer, askOnce, askPatiently, type Got } from './arm.ts';
import { definitionId } from './assignments.ts';
import type { Connection } from './client.ts';
import { deniedBefore, purposeOf, refusalOf } from './deed.ts';
import { NAMESPACE } from './names.ts';
import { request } from './pim.ts';
import { take } from './planned.ts';
import { failed, type Result, type Scene, type Step, type Taking } from './scene.ts';
import { lastOf } from './scope.ts';
import { eligibilities, isWaiting, later } from './standbys.ts';

/** Whether PIM must be asked to end it: a deletion would leave its record behind, or there is nothing yet to delete. */
export function isKeptByPim({ standby, origin, end }: LiveBinding): boolean {
  return standby !== undefined || (origin === 'pim' && end === undefined);
}

/** Has PIM end what somebody else gave by it, or what gives nothing yet. */
export async function dismiss(scene: Scene, change: Taking): Promise<Step> {
  const denied = deniedBefore(scene, 'request');
  if (denied !== undefined) return denied;
  const { standby } = change.live;
  if (standby === 'eligible') return takeEligibility(scene, change);
  if (standby === 'requested') return cancel(scene, change);
  const step = await request(scene, change, 'AdminRemove');
  if (standby !== undefined) return settled(step);
  // What a user activated may be none that an administrator can remove there; its role assignment is.
  if (step.kind === 'already-so') return take(scene, change);
  return step.kind === 'sent' ? { kind: 'sent', change, id: step.id, evidence: step.evidence } : step;
}

async function takeEligibility(scene: Scene, change: Taking): Promise<Step> {
  const { access, client } = scene.connection;
  const { binding, handle } = change.live;
  const { scope, role, member } = binding;
  // Each try is a request of its own, and the same try under the same name.
  const name = uuidv5([access.stamp, handle, role.id, member.id, 'AdminRemove', access.clock()].join('|'), NAMESPACE);
  const body = {
    principalId: member.id,
    roleDefinitionId: definitionId(binding),
    requestType: 'AdminRemove',
    justification: `${access.reason}: ${change.because}`,
  };
  const answer = await askOnce(access, purposeOf(change), (options) =>
    client.roleEligibilityScheduleRequests.create(scope.path.slice(1), name, body, options),
  );
  return answer.ok ? accepted(change, name, answer) : unlessGone(scene, answer);
}

/** A lock refuses with an answer that looks like a success. */
function accepted(change: Taking, name: string, answer: Got<RoleEligibilityScheduleRequest>): Step {
  const status = answer.value.status ?? '';
  const evidence = `roleEligibilityScheduleRequests/${name}, ${answer.status} ${status}${requestOf(answer)}`;
  if (!/Failed|Denied|TimedOut|Canceled|Invalid/.test(status)) return { kind: 'sent', change, id: change.live.handle, evidence };
  const message = `could not ${purposeOf(change)}: PIM answers ${status}`;
  return failed({ kind: 'invalid', message, hint: 'See the request in PIM; where a lock is in the way, have it taken away.' });
}

function unlessGone(scene: Scene, answer: Failed): Step {
  if (/^Role(?:Assignment|Eligibility)\w*(?:DoesNotExist|NotFound)$/.test(answer.code ?? ''))
    return { kind: 'already-so', evidence: 'gone from PIM' };
  if (answer.code === 'PendingRoleAssignmentRequest') return { kind: 'later', failure: answer.failure };
  return settled(refusalOf(scene, 'request', answer));
}

/** Nothing here is decided on the reading of a scope, so there is nothing to think over: whether it was done, reading it back tells. */
function settled(step: Step): Step {
  return step.kind === 'unknown' ? ({ kind: 'later', failure: step.failure } satisfies Result) : step;
}

/** Role Assignment Schedule Requests - Cancel, and the same of eligibilities: what waits is called off. */
async function cancel(scene: Scene, change: Taking): Promise<Step> {
  const { access } = scene.connection;
  const { handle, binding } = change.live;
  const requests = requestsFor(scene.connection, handle);
  const name = lastOf(handle);
  const answer = await askOnce<unknown>(access, purposeOf(change), ({ onResponse }) =>
    // It answers 200 without a body.
    requests.cancel(binding.scope.path.slice(1), name, {
      onResponse: ({ status, headers, bodyAsText }) => onResponse({ status, headers, bodyAsText: bodyAsText || '{}' }),
    }),
  );
  if (answer.ok) return { kind: 'sent', change, id: handle, evidence: `${kindOf(handle)}/${name}, cancelled${requestOf(answer)}` };
  const step = unlessGone(scene, answer);
  if (step.kind !== 'failed') return step;
  // What somebody has decided meanwhile cannot be cancelled any more; what came of it the next sweep shows.
  const waits = await stillStands(scene.connection, change.live);
  return waits.ok && !waits.value ? { kind: 'already-so', evidence: 'decided meanwhile' } : step;
}

/** Whether what stood by still does; one look, without patience. */
export async function stillStands(connection: Connection, { binding, handle, standby }: LiveBinding): Promise<Answer<boolean>> {
  if (standby === 'requested') return isStillWaiting(connection, binding.scope.path, handle);
  const look = standby === 'eligible' ? eligibilities : later;
  const found = await look(connection, binding.scope, binding.member.id);
  if (!found.ok) return found;
  const isSame = (one: LiveBinding) => one.binding.scope.key === binding.scope.key && one.binding.role.id === binding.role.id;
  return { ...found, value: found.value.some(isSame) };
}

async function isStillWaiting(connection: Connection, scope: string, handle: string): Promise<Answer<boolean>> {
  const name = lastOf(handle);
  const answer = await askPatiently(connection.access, `read what became of the request ${name}`, (options) =>
    requestsFor(connection, handle).get(scope.slice(1), name, options),
  );
  if (answer.ok) return { ...answer, value: isWaiting(answer.value) };
  return answer.status === 404 ? { ok: true, value: false, body: undefined, status: 404 } : answer;
}

function requestsFor({ client }: Connection, handle: string) {
  return isAboutEligibility(handle) ? client.roleEligibilityScheduleRequests : client.roleAssignmentScheduleRequests;
}

function kindOf(handle: string): string {
  return isAboutEligibility(handle) ? 'roleEligibilityScheduleRequests' : 'roleAssignmentScheduleRequests';
}

function isAboutEligibility(handle: string): boolean {
  return /\/roleEligibilityScheduleRequests\//i.test(handle);
}

function requestOf({ request: id }: Got<unknown>): string {
  return id === undefined ? '' : `, request ${id}`;
}

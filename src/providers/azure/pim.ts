import type { RoleAssignmentScheduleRequest } from '@azure/arm-authorization';
import { v5 as uuidv5 } from 'uuid';
import { bindingOf, type Change, type DesiredBinding, newEnd } from '../../domain/change.ts';
import { keepsEnd, keepsStart } from '../../domain/live-binding.ts';
import type { Failed } from '../transport.ts';
import { type Answer, askOnce, askPatiently, type Got } from './arm.ts';
import { CONDITION_VERSION, definitionId } from './assignments.ts';
import { deniedBefore, heldAsFull, purposeOf, refusalOf } from './deed.ts';
import { describe } from './mark.ts';
import { cancel, cancelOurs } from './pim-pending.ts';
import { type Held, isAsWanted, scheduleOf } from './pim-schedules.ts';
import { NAMESPACE } from './names.ts';
import { failed, type Giving, type Scene, type Step, type Taking } from './scene.ts';

type RequestType = 'AdminAssign' | 'AdminUpdate' | 'AdminRemove';

/** Has PIM give it until the end. PIM keeps one record for a scope, role and principal. */
export async function assign(scene: Scene, change: Extract<Giving, { verb: 'grant' }>): Promise<Step> {
  const held = await scheduleOf(scene.connection, change.desired.binding);
  if (!held.ok) return failed(held.failure);
  if (held.value === undefined) return request(scene, change, 'AdminAssign');
  return isAsWanted(held.value, change.desired) ? alreadySo(held.value) : failed(heldFor(change, held.value));
}

/** Has PIM move the end of what the plan was made on, if it still is that. */
export async function update(scene: Scene, change: Exclude<Giving, { verb: 'grant' }>): Promise<Step> {
  const held = await scheduleOf(scene.connection, change.desired.binding);
  if (!held.ok) return failed(held.failure);
  if (held.value === undefined) return { kind: 'stale' };
  if (isAsWanted(held.value, change.desired) && change.verb !== 'extend' && change.verb !== 'shorten') return alreadySo(held.value);
  return isAsPlanned(held.value, change) ? request(scene, change, 'AdminUpdate') : { kind: 'stale' };
}

/** Has PIM take what the plan was made on, if it still is that. */
export async function remove(scene: Scene, change: Taking): Promise<Step> {
  const held = await scheduleOf(scene.connection, change.live.binding);
  if (!held.ok) return failed(held.failure);
  if (held.value?.end === undefined) return { kind: 'already-so', evidence: 'roleAssignmentSchedules, gone' };
  return isAsPlanned(held.value, change) ? request(scene, change, 'AdminRemove') : { kind: 'stale' };
}

function isAsPlanned(held: Held, { live }: Exclude<Change, { verb: 'grant' }>): boolean {
  return live.end !== undefined && keepsEnd(held, live.end) && keepsStart(held, live.starts);
}

function alreadySo({ name }: Held): Step {
  return { kind: 'already-so', evidence: `roleAssignmentSchedules/${name}` };
}

function heldFor(change: Change, { name, end }: Held) {
  const what = end === undefined ? 'an assignment without an end' : 'an assignment with another end';
  return {
    kind: 'conflict' as const,
    message: `could not ${purposeOf(change)}: held, unmanaged: PIM has ${what} for it already (${name}), and keeps no second one beside it`,
    hint: 'Take that assignment away by hand; the next run then makes ours.',
  };
}

/** A request is an event, and each has a name of its own. What gives is tried without effect first, so that PIM refuses before it does anything. */
export async function request(scene: Scene, change: Change, requestType: RequestType): Promise<Step> {
  const denied = deniedBefore(scene, 'request') ?? (requestType === 'AdminAssign' ? heldAsFull(scene) : undefined);
  if (denied !== undefined) return denied;
  const { access, client } = scene.connection;
  const { scope, role, member } = bindingOf(change);
  const words = [access.stamp, scope.key, role.id, member.id, requestType, newEnd(change) ?? '', access.clock()].join('|');
  const name = uuidv5(words, NAMESPACE);
  const body = bodyOf(scene, change, requestType);
  const requests = client.roleAssignmentScheduleRequests;
  const at = scope.path.slice(1);
  if (requestType !== 'AdminRemove') {
    const tried = await askPatiently(access, purposeOf(change), (options) => requests.validate(at, name, body, options));
    if (!tried.ok) return refused(scene, change, tried);
  }
  const answer = await askOnce(access, purposeOf(change), (options) => requests.create(at, name, body, options));
  return answer.ok ? taken(scene, change, name, answer) : refused(scene, change, answer);
}

function bodyOf({ connection: { access } }: Scene, change: Change, requestType: RequestType): RoleAssignmentScheduleRequest {
  const binding = bindingOf(change);
  const common = { principalId: binding.member.id, roleDefinitionId: definitionId(binding), requestType };
  if (change.verb === 'revoke') return { ...common, justification: `${access.reason}: ${change.grant}, ${change.because}` };
  const { until, starts } = change.desired;
  const start = Math.max(access.clock(), starts ?? 0);
  return {
    ...common,
    scheduleInfo: { startDateTime: new Date(start), expiration: { type: 'AfterDateTime', endDateTime: new Date(until) } },
    justification: describe({ stamp: access.stamp, ...change.desired }),
    ...conditionOf(change.desired),
  };
}

function conditionOf({ binding: { condition } }: DesiredBinding): Pick<RoleAssignmentScheduleRequest, 'condition' | 'conditionVersion'> {
  return condition === undefined ? {} : { condition, conditionVersion: CONDITION_VERSION };
}

/** Role Assignment Schedule Requests - Create, Status: those that come to nothing, though the answer is 201. */
const OVER: ReadonlySet<string> = new Set([
  'Failed',
  'FailedAsResourceIsLocked',
  'Denied',
  'AdminDenied',
  'TimedOut',
  'Canceled',
  'Invalid',
]);

async function taken(scene: Scene, change: Change, name: string, answer: Got<RoleAssignmentScheduleRequest>): Promise<Step> {
  const status = answer.value.status ?? '';
  const message = `could not ${purposeOf(change)}: PIM answers ${status}`;
  if (OVER.has(status))
    return failed({ kind: 'invalid', message, hint: 'See the request in PIM; where a lock is in the way, have it taken away.' });
  if (status.startsWith('PendingApproval')) {
    // Left there it would keep out every later request for the same role, and could be approved when nobody wants it any more.
    const cancelled = await cancel(scene.connection, bindingOf(change).scope, name);
    const then = cancelled.ok ? 'it was cancelled' : `it could not be cancelled: ${cancelled.failure.message}`;
    const hint = 'Have the approval taken out of the settings of the role for active assignments, or give it by our run.';
    return failed({ kind: 'invalid', message: `${message}: the request ${name} would wait for an approval there, so ${then}`, hint });
  }
  const evidence = `roleAssignmentScheduleRequests/${name}, ${answer.status} ${status}${answer.request === undefined ? '' : `, request ${answer.request}`}`;
  const id = change.verb === 'grant' ? name : change.live.handle;
  return { kind: 'sent', change, id, evidence, byPim: true };
}

/** What may work in a while is tried again in this run: a young assignment, one in the making, a principal that is not known yet. */
const LATER: ReadonlySet<string> = new Set(['ActiveDurationTooShort', 'PendingRoleAssignmentRequest', 'SubjectNotFound']);

async function refused(scene: Scene, change: Change, answer: Failed): Promise<Step> {
  const code = answer.code ?? '';
  if (code === 'RoleAssignmentDoesNotExist')
    return change.verb === 'revoke' ? { kind: 'already-so', evidence: 'roleAssignmentSchedules, gone' } : { kind: 'stale' };
  if (code === 'RoleAssignmentExists' && change.verb !== 'revoke') return unlessOurs(scene, change, answer);
  if (code === 'PendingRoleAssignmentRequest' && (await cancelOurs(scene.connection, bindingOf(change)))) return { kind: 'stale' };
  return LATER.has(code) ? { kind: 'later', failure: answer.failure } : refusalOf(scene, 'request', answer);
}

/** Made meanwhile: by a request of ours whose answer was lost, or by somebody else. */
async function unlessOurs(scene: Scene, change: Giving, answer: Failed): Promise<Step> {
  const held: Answer<Held | undefined> = await scheduleOf(scene.connection, change.desired.binding);
  return held.ok && held.value !== undefined && isAsWanted(held.value, change.desired) ? alreadySo(held.value) : failed(answer.failure);
}

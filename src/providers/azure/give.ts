import type { DesiredBinding } from '../../domain/change.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Failed } from '../transport.ts';
import type { Got } from './arm.ts';
import { assignmentId, evidenceOf, findAssignment, holderOf, isFor, parametersFor, putAssignment, says } from './assignments.ts';
import { deniedBefore, purposeOf, refusalOf } from './deed.ts';
import { isSameMark, readMark } from './mark.ts';
import { assignmentNames } from './names.ts';
import { failed, type Giving, type Scene, type Step } from './scene.ts';
import { lastOf } from './scope.ts';
import { type Assignment, saidBy } from './wire.ts';

/** A name that another assignment has, or that Azure will not take. */
type Taken = 'taken';

const HASH_TRIES = 3;

/** Makes a new assignment, under the first of our names that Azure takes. Before each PUT the name is read. */
export async function create(scene: Scene, change: Giving): Promise<Step> {
  const denied = deniedBefore(scene, 'create');
  if (denied !== undefined) return denied;
  const { binding } = change.desired;
  for (const name of assignmentNames(scene.connection.access.stamp, binding)) {
    const step = await createAs(scene, change, name);
    if (step !== 'taken') return step;
  }
  return failed({ kind: 'conflict', message: `could not ${purposeOf(change)}: Azure refuses every name that ours may have` });
}

async function createAs(scene: Scene, change: Giving, name: string): Promise<Step | Taken> {
  if ((scene.clashes.get(name) ?? 0) > HASH_TRIES) return 'taken';
  const { scope } = change.desired.binding;
  const there = await findAssignment(scene.connection, scope, name);
  if (!there.ok) return failed(there.failure);
  const existing = there.value;
  if (existing === undefined || isLingering(scene, existing)) return putNew(scene, change, name);
  return isFor(existing, change.desired.binding) ? over(scene, change, existing) : 'taken';
}

/** Deleted by us a moment ago, and still shown. */
function isLingering(scene: Scene, existing: Assignment): boolean {
  const id = existing.id.toLowerCase();
  return scene.gone.has(id) && isSameMark(scene.gone.get(id), saidBy(existing).mark);
}

/** What to do where an assignment of the same scope, role and principal stands already. */
async function over(scene: Scene, change: Giving, existing: Assignment): Promise<Step> {
  const { stamp } = scene.connection.access;
  if (says(existing, stamp, change.desired)) return { kind: 'already-so', evidence: `roleAssignments/${lastOf(existing.id)}` };
  const mark = readMark(existing.description);
  if (mark?.stamp === stamp && change.desired.because.includes(mark.grant)) return overwrite(scene, change, existing);
  return mark?.stamp === stamp ? { kind: 'marked', seen: existing } : failed(heldBy(change, existing));
}

function heldBy(change: Giving, existing: Assignment): Failure {
  const stamp = readMark(existing.description)?.stamp;
  const whose = stamp === undefined ? 'held, unmanaged twin' : `held by the stamp ${stamp}`;
  return {
    kind: 'conflict',
    message: `could not ${purposeOf(change)}: ${whose}: the assignment ${existing.id} gives it already, and Azure keeps no second one beside it`,
    hint: 'Take that assignment away by hand, or write `adopt: true` or `replace: true` on the access entry; the next run then makes ours.',
  };
}

/** One PUT onto the assignment that is there. */
export async function overwrite(scene: Scene, change: Giving, existing: Assignment): Promise<Step> {
  const denied = deniedBefore(scene, 'write');
  if (denied !== undefined) return denied;
  const { connection } = scene;
  const parameters = parametersFor(connection.access.stamp, change.desired, existing);
  const answer = await putAssignment(connection, existing.scope, lastOf(existing.id), parameters, purposeOf(change));
  return answer.ok ? sent(change, existing.id, answer) : refusalOf(scene, 'write', answer);
}

async function putNew(scene: Scene, change: Giving, name: string): Promise<Step | Taken> {
  const { connection } = scene;
  const { scope } = change.desired.binding;
  const answer = await putAssignment(connection, scope, name, parametersFor(connection.access.stamp, change.desired), purposeOf(change));
  if (!answer.ok) return refusedAsNew(scene, change, name, answer);
  const id = assignmentId(scope, name);
  scene.gone.delete(id.toLowerCase());
  return sent(change, id, answer);
}

function sent(change: Giving, id: string, answer: Got<unknown>): Step {
  return { kind: 'sent', change, id, evidence: evidenceOf(id, answer) };
}

async function refusedAsNew(scene: Scene, change: Giving, name: string, answer: Failed): Promise<Step | Taken> {
  const { failure } = answer;
  switch (answer.code ?? '') {
    case 'RoleAssignmentUpdateNotPermitted':
      return 'taken';
    case 'HashConflictOnDifferentRoleAssignmentIds':
      return clash(scene, name, failure);
    case 'PrincipalNotFound':
      return { kind: 'later', failure };
    case 'RoleAssignmentExists':
      return overHolder(scene, change, failure);
    default:
      return refusalOf(scene, 'create', answer);
  }
}

/** A flake of the service that passes by itself, mostly; where it stays, another name helps. */
function clash(scene: Scene, name: string, failure: Failure): Step | Taken {
  const times = (scene.clashes.get(name) ?? 0) + 1;
  scene.clashes.set(name, times);
  return times > HASH_TRIES ? 'taken' : { kind: 'later', failure };
}

/** Azure knows another name for the same scope, role and principal, and some regions say which. */
async function overHolder(scene: Scene, change: Giving, failure: Failure): Promise<Step> {
  const holder = await holderOf(scene.connection, change.desired.binding);
  if (!holder.ok) return failed(holder.failure);
  const existing = holder.value ?? (await named(scene, change.desired, failure.message));
  if (existing === undefined) return failed(failure);
  // Azure goes on knowing for a while what was deleted a moment ago.
  return isLingering(scene, existing) ? { kind: 'later', failure } : over(scene, change, existing);
}

async function named(scene: Scene, { binding }: DesiredBinding, message: string): Promise<Assignment | undefined> {
  const [, a, b, c, d, e] = /\b([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\b/i.exec(message) ?? [];
  if (a === undefined) return undefined;
  const answer = await findAssignment(scene.connection, binding.scope, [a, b, c, d, e].join('-').toLowerCase());
  return answer.ok && answer.value !== undefined && isFor(answer.value, binding) ? answer.value : undefined;
}

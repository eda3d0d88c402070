import type { LiveBinding } from '../../domain/live-binding.ts';
import { deleteAssignment, evidenceOf, findAssignment, isFor, says } from './assignments.ts';
import { deniedBefore, purposeOf, refusalOf } from './deed.ts';
import { overwrite } from './give.ts';
import { isSameMark } from './mark.ts';
import { failed, type Giving, type Scene, type Step, type Taking, withBasis } from './scene.ts';
import { lastOf } from './scope.ts';
import { type Assignment, saidBy } from './wire.ts';

/** Changes the assignment that the plan was made on, if it still is that one. */
export async function alter(scene: Scene, change: Exclude<Giving, { verb: 'grant' }>): Promise<Step> {
  const there = await findAssignment(scene.connection, change.live.binding.scope, lastOf(change.live.handle));
  if (!there.ok) return failed(there.failure);
  const existing = there.value;
  if (existing === undefined) return { kind: 'stale' };
  const evidence = `roleAssignments/${lastOf(existing.id)}`;
  if (says(existing, scene.connection.access.stamp, change.desired)) return { kind: 'already-so', evidence };
  return isAsPlanned(existing, change.live) ? overwrite(scene, change, existing) : { kind: 'stale' };
}

/** Deletes the assignment that the plan was made on, if it still is that one. */
export async function take(scene: Scene, change: Taking): Promise<Step> {
  const denied = deniedBefore(scene, 'delete');
  if (denied !== undefined) return denied;
  const { scope } = change.live.binding;
  const there = await findAssignment(scene.connection, scope, lastOf(change.live.handle));
  if (!there.ok) return failed(there.failure);
  if (there.value === undefined) return unlessListed(scene, change);
  return isAsPlanned(there.value, change.live) ? remove(scene, change) : { kind: 'stale' };
}

/** A read by name may lag behind the list that the plan was made on, so its "not found" alone ends nothing. */
async function unlessListed(scene: Scene, change: Taking): Promise<Step> {
  const reading = await scene.reader.read(scene.reading.scope);
  if (!reading.ok) return failed(reading.failure);
  scene.reading = withBasis(scene, reading);
  const shown = reading.live.find((one) => one.handle.toLowerCase() === change.live.handle.toLowerCase());
  if (shown === undefined) return { kind: 'already-so', evidence: `roleAssignments/${lastOf(change.live.handle)}, gone` };
  return isSame(shown, change.live) ? remove(scene, change) : { kind: 'stale' };
}

async function remove(scene: Scene, change: Taking): Promise<Step> {
  const { handle, binding, mark } = change.live;
  const answer = await deleteAssignment(scene.connection, binding.scope, lastOf(handle), purposeOf(change));
  if (!answer.ok) return refusalOf(scene, 'delete', answer);
  scene.gone.set(handle.toLowerCase(), mark);
  return { kind: 'sent', change, id: handle, evidence: evidenceOf(handle, answer) };
}

function isAsPlanned(existing: Assignment, { binding, mark }: LiveBinding): boolean {
  const said = saidBy(existing);
  return isFor(existing, binding) && isSameMark(said.mark, mark) && said.condition === binding.condition;
}

function isSame(a: LiveBinding, b: LiveBinding): boolean {
  return (
    a.binding.role.id === b.binding.role.id &&
    a.binding.member.id === b.binding.member.id &&
    isSameMark(a.mark, b.mark) &&
    a.binding.condition === b.binding.condition
  );
}

import type { Failure } from '../../domain/outcome.ts';
import { deleteAssignment, findAssignment, isFor, says } from './assignments.ts';
import { deniedBefore, purposeOf, refusalOf } from './deed.ts';
import { overwrite } from './give.ts';
import { readMark } from './mark.ts';
import { failed, type Giving, type Scene, type Step } from './scene.ts';
import { lastOf } from './scope.ts';
import type { Assignment } from './wire.ts';

type Granting = Extract<Giving, { verb: 'grant' }>;

/** Gives, once what was made by hand and is to be adopted or replaced is dealt with; only what the plan was made on is touched. */
export async function takingOver(scene: Scene, change: Granting, give: () => Promise<Step>): Promise<Step> {
  const { over, desired } = change;
  if (over === undefined) return give();
  const there = await findAssignment(scene.connection, over.binding.scope, lastOf(over.handle));
  if (!there.ok) return failed(there.failure);
  const existing = there.value;
  // Taken away by us a moment ago, or by whoever made it.
  if (existing === undefined || scene.gone.has(existing.id.toLowerCase())) return give();
  if (says(existing, scene.connection.access.stamp, desired))
    return { kind: 'already-so', evidence: `roleAssignments/${lastOf(existing.id)}` };
  if (!isByHand(existing, change)) return { kind: 'stale' };
  return desired.takeover === 'adopt' ? overwrite(scene, change, existing) : replace(scene, change, existing, give);
}

function isByHand(existing: Assignment, { over, desired }: Granting): boolean {
  return isFor(existing, desired.binding) && readMark(existing.description) === undefined && existing.condition === over?.binding.condition;
}

/** Azure has room for one, so there is a moment without either. */
async function replace(scene: Scene, change: Granting, existing: Assignment, give: () => Promise<Step>): Promise<Step> {
  const denied = deniedBefore(scene, 'delete') ?? deniedBefore(scene, 'create');
  if (denied !== undefined) return denied;
  const answer = await deleteAssignment(scene.connection, existing.scope, lastOf(existing.id), purposeOf(change));
  if (!answer.ok) return refusalOf(scene, 'delete', answer);
  scene.gone.set(existing.id.toLowerCase(), undefined);
  const step = await give();
  if (step.kind === 'sent') return { ...step, evidence: `${lastOf(existing.id)} made by hand deleted; ${step.evidence}` };
  return 'failure' in step ? { ...step, failure: withoutEither(step.failure, existing) } : step;
}

function withoutEither(failure: Failure, { id }: Assignment): Failure {
  return { ...failure, message: `${failure.message}; ${id}, made by hand, was taken away for it, and the next run gives ours` };
}

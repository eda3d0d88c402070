import type { Change } from '../../domain/change.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Failed } from '../transport.ts';
import { type Deed, failed, type Result, type Scene, type Step } from './scene.ts';
import { containerOf } from './scope.ts';

/**
 * A dropped connection or a 5xx says nothing of whether Azure did it. A 403 holds for every further write of its kind at this
 * scope, unless it is a condition that allows some roles only.
 */
export function refusalOf(scene: Scene, deed: Deed, answer: Failed): Step {
  const { failure, status, code, retryAfter } = answer;
  if (failure.kind === 'transient' && status !== 429)
    return { kind: 'unknown', failure, ...(retryAfter === undefined ? {} : { retryAfter }) };
  if (status === 403 && !/ABAC condition/i.test(failure.message)) scene.denied.set(deed === 'create' ? 'write' : deed, failure);
  if (code === 'RoleAssignmentLimitExceeded') scene.full.set(containerOf(scene.reading.scope).key, failure);
  return failed(failure);
}

/** The answer for a change that need not be tried, since Azure refused the like of it. */
export function deniedBefore(scene: Scene, deed: Deed): Result | undefined {
  const failure = scene.denied.get(deed === 'create' ? 'write' : deed);
  if (failure !== undefined) return failed(untried(failure));
  return deed === 'create' ? heldAsFull(scene) : undefined;
}

/** All scopes of a subscription share its room: once it is full nothing new is sent there in this run. What takes away goes on. */
export function heldAsFull({ full, reading: { scope } }: Scene): Result | undefined {
  const container = containerOf(scope);
  const failure = full.get(container.key);
  if (failure === undefined) return undefined;
  return {
    kind: 'held',
    failure: { ...failure, message: `not sent, since ${container.path} has no room for another role assignment: ${failure.message}` },
  };
}

function untried(failure: Failure): Failure {
  return { ...failure, message: `not tried, since Azure refused another change here: ${failure.message}` };
}

/** For people, read after "could not". */
export function purposeOf(change: Change): string {
  const { scope, role, member } = change.verb === 'revoke' ? change.live.binding : change.desired.binding;
  const who = change.principal === member.id ? member.id : `${change.principal} (${member.id})`;
  if (change.verb === 'revoke') return `take ${role.name} at ${scope.path} from ${who}`;
  return change.verb === 'grant' ? `give ${role.name} at ${scope.path} to ${who}` : `change ${role.name} at ${scope.path} for ${who}`;
}

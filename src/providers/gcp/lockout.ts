import type { Scope } from '../../domain/access.ts';
import type { Failure } from '../../domain/outcome.ts';
import { readCondition } from './mark.ts';
import { memberOf } from './member.ts';
import type { Policy } from './policy.ts';

const OWNER = 'roles/owner';

/**
 * Why a removal must not be made, whoever asks: without its own access the tool could end nothing any more, and a project without an
 * owner is nobody's to mend (Resource Manager: a project without an organization must keep one).
 */
export function lockout(scope: Scope, before: Policy, after: Policy, self: string | undefined): Failure | undefined {
  if (self !== undefined && standingOf(before, self) > standingOf(after, self)) {
    return refusal(
      `${self} is the tool's own identity: taking its access to ${scope.path} would end the tool`,
      'take it by hand, if it is meant',
    );
  }
  if (scope.key.startsWith('projects/') && owners(before) > 0 && owners(after) === 0) {
    return refusal(`${scope.path} would be left without an owner`, 'make somebody else owner first');
  }
  return undefined;
}

function refusal(message: string, hint: string): Failure {
  return { kind: 'unsafe', message, hint };
}

/** What an identity holds for good; what carries a mark has an end anyway. */
function standingOf({ bindings = [] }: Policy, self: string): number {
  const lasting = bindings.filter(({ condition }) => condition === undefined || readCondition(condition).mark === undefined);
  return lasting.flatMap(({ members = [] }) => members.filter((member) => memberOf(member).id === memberOf(self).id)).length;
}

function owners({ bindings = [] }: Policy): number {
  return bindings.filter(({ role }) => role === OWNER).flatMap(({ members = [] }) => members).length;
}

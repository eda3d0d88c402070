import type { Instant } from '../../domain/instant.ts';
import { standing } from './assignments.ts';
import { allows, type Attributes } from './condition.ts';
import { selfAndGroups } from './directory.ts';
import { matches } from './pattern.ts';
import { covers } from './scope.ts';
import type { AzureState, Permission, Right, RoleAssignment } from './state.ts';

/** Role assignments that a call is about: what it would make, and what is there. */
export interface About {
  readonly request?: Attributes;
  readonly resource?: Attributes;
}

const NOTHING: Attributes = new Map();

/** What the role assignments that stand give a principal, itself or through groups. */
export function rightsOf(state: AzureState, principalId: string, at: Instant): readonly Right[] {
  const who = selfAndGroups(state, principalId, at);
  return standing(state, at)
    .filter((one) => who.has(one.principalId.toLowerCase()))
    .flatMap(({ scope, condition, roleDefinition }) => {
      const role = state.roleDefinitions.find(({ id }) => id === roleDefinition.toLowerCase());
      return role === undefined ? [] : [{ scope, permissions: role.permissions, condition }];
    });
}

/** `limited`: only conditions are in the way. */
export type Standing = 'permitted' | 'limited' | 'refused';

/** Roles add up: one whose condition does not hold gives nothing, and takes nothing from another (What is Azure role-based access control). */
export function standingOf(
  state: AzureState,
  rights: readonly Right[],
  action: string,
  scope: string,
  { request = NOTHING, resource = NOTHING }: About = {},
): Standing {
  const held = rights.filter((right) => covers(state, right.scope, scope) && right.permissions.some((block) => gives(block, action)));
  if (held.length === 0) return 'refused';
  const free = held.some(({ condition }) => condition === null || allows(condition, { action, request, resource }));
  return free ? 'permitted' : 'limited';
}

function gives({ actions, notActions }: Permission, action: string): boolean {
  return actions.some((pattern) => matches(pattern, action)) && !notActions.some((pattern) => matches(pattern, action));
}

/** Whether a subscription shows in the caller's lists: anything that may be done somewhere in it makes it show. */
export function seesInside(state: AzureState, rights: readonly Right[] | undefined, action: string, scope: string): boolean {
  return rights?.some((right) => covers(state, scope, right.scope) && right.permissions.some((block) => gives(block, action))) ?? false;
}

const PREFIX = 'microsoft.authorization/roleassignments:';

/** Delegate Azure role assignment management using conditions: the three attributes, of which the type may be left unsaid. */
export function attributesOf({
  roleDefinition,
  principalId,
  principalType,
}: Pick<RoleAssignment, 'roleDefinition' | 'principalId'> & { readonly principalType?: string }): Attributes {
  const known = [
    ['roledefinitionid', roleDefinition],
    ['principalid', principalId],
    ['principaltype', principalType],
  ] as const;
  return new Map(known.flatMap(([name, value]) => (value === undefined ? [] : [[PREFIX + name, [value]] as const])));
}

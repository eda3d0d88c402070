import type { Answer } from './answer.ts';
import { asObject, objectOf, textAt } from './call.ts';
import { isGuid } from './guid.ts';
import { badFormat, badPrincipalId } from './refusals.ts';
import { roleGuidOf } from './role-id.ts';

/** What the body of a PUT asks for. What is left out is null: a PUT replaces the whole. */
export interface Wish {
  readonly roleDefinition: string;
  readonly principalId: string;
  readonly principalType?: string;
  readonly description: string | null;
  readonly condition: string | null;
  readonly conditionVersion: string | null;
  readonly delegatedManagedIdentityResourceId: string | null;
}

/** Azure RBAC limits page: 2 KB of description, 8 KB of condition. */
const DESCRIPTION_BYTES = 2048;
const CONDITION_BYTES = 8192;

/** RoleAssignmentCreateParameters of the API description, 2022-04-01: role and principal are required, the rest is optional. */
export function readWish(body: string): Wish | Answer {
  const properties = asObject(objectOf(body)?.['properties']);
  if (properties === undefined) return badFormat('The request was incorrectly formatted.');
  const roleDefinition = roleGuidOf(textAt(properties, 'roleDefinitionId') ?? '');
  const principalId = textAt(properties, 'principalId') ?? '';
  if (roleDefinition === undefined) return badFormat('A valid role definition ID must be provided for the role assignment.');
  if (!isGuid(principalId)) return badPrincipalId(principalId);
  const principalType = textAt(properties, 'principalType');
  const wish = { ...textsOf(properties), roleDefinition, principalId, ...(principalType === undefined ? {} : { principalType }) };
  return tooLong(wish) ?? badCondition(wish) ?? wish;
}

function textsOf(properties: Readonly<Record<string, unknown>>): Omit<Wish, 'roleDefinition' | 'principalId' | 'principalType'> {
  return {
    description: textAt(properties, 'description') ?? null,
    condition: textAt(properties, 'condition') ?? null,
    conditionVersion: textAt(properties, 'conditionVersion') ?? null,
    delegatedManagedIdentityResourceId: textAt(properties, 'delegatedManagedIdentityResourceId') ?? null,
  };
}

function tooLong(wish: Wish): Answer | undefined {
  if (Buffer.byteLength(wish.description ?? '') > DESCRIPTION_BYTES) return badFormat('The description is longer than 2 KB.');
  return Buffer.byteLength(wish.condition ?? '') > CONDITION_BYTES ? badFormat('The condition is longer than 8 KB.') : undefined;
}

/** Azure role assignment condition format: 2.0 is the version that new conditions have. */
function badCondition(wish: Wish): Answer | undefined {
  if (wish.condition === null || wish.conditionVersion === '2.0') return undefined;
  return badFormat(`The condition version '${wish.conditionVersion ?? ''}' is not supported; use '2.0'.`);
}

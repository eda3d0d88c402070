import { moment } from './moment.ts';
import { roleIdFor } from './role-id.ts';
import { TENANT_ROOT, tidyScope } from './scope.ts';
import type { AzureState, RoleAssignment } from './state.ts';

export function assignmentId(assignment: Pick<RoleAssignment, 'scope' | 'name'>): string {
  const scope = tidyScope(assignment.scope);
  return `${scope === TENANT_ROOT ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${assignment.name}`;
}

/**
 * A role assignment as an answer spells it: what is not set is there as null (recorded by Azure CLI,
 * test_role_assignment_create_update). `queried` is the scope that was asked.
 */
export function shapeOf(state: AzureState, assignment: RoleAssignment, queried: string): Record<string, unknown> {
  return {
    properties: {
      roleDefinitionId: roleIdFor(state, queried, assignment.roleDefinition),
      principalId: assignment.principalId,
      principalType: assignment.principalType,
      scope: assignment.scope,
      condition: assignment.condition,
      conditionVersion: assignment.conditionVersion,
      createdOn: moment(assignment.createdOn),
      updatedOn: moment(assignment.updatedOn),
      createdBy: assignment.createdBy,
      updatedBy: assignment.updatedBy,
      delegatedManagedIdentityResourceId: assignment.delegatedManagedIdentityResourceId,
      description: assignment.description,
      ...assignment.further,
    },
    id: assignmentId(assignment),
    type: 'Microsoft.Authorization/roleAssignments',
    name: assignment.name,
  };
}

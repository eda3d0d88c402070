import { type Answer, ok, refusal } from './answer.ts';
import { type ArmCall, query } from './call.ts';
import { forbidden } from './caller.ts';
import { type Term, termsOf } from './filter.ts';
import { moment } from './moment.ts';
import { pageOf } from './page.ts';
import { missing } from './places.ts';
import { methodRefusal, roleNotFound } from './refusals.ts';
import { roleIdFor } from './role-id.ts';
import { assignableAt } from './role-scope.ts';
import { covers, TENANT_ROOT } from './scope.ts';
import type { AzureState, Permission, RoleDefinition } from './state.ts';
import { atLeast } from './versions.ts';

/** Microsoft.Authorization/roleDefinitions, to read. */
export function roleDefinitions(state: AzureState, call: ArmCall): Answer {
  const { scope, names } = call.target;
  if (call.method !== 'GET' || names.length > 1) return methodRefusal(call);
  const refused = forbidden(state, call.caller, 'Microsoft.Authorization/roleDefinitions/read', scope) ?? missing(state, scope);
  if (refused !== undefined) return refused;
  const [guid] = names;
  return guid === undefined ? list(state, call) : get(state, call, guid);
}

/** RoleDefinitions_GetById: the tenant form of an id finds custom roles too, whatever they can be assigned at. */
function get(state: AzureState, call: ArmCall, guid: string): Answer {
  const { scope } = call.target;
  const role = state.roleDefinitions.find((one) => one.id === guid.toLowerCase());
  const found = role !== undefined && (scope === TENANT_ROOT || assignableAt(state, role, scope));
  return found ? ok(shapeOf(state, call, role)) : roleNotFound(404, guid);
}

/** RoleDefinitions_List: what can be assigned at the scope and, with `atScopeAndBelow()`, further down. */
function list(state: AzureState, call: ArmCall): Answer {
  const { scope } = call.target;
  const filter = query(call.url, '$filter');
  const terms = filter === undefined ? [] : termsOf(filter);
  const tests = terms?.filter((term) => !asksBelow(term)).map(testOf);
  if (tests?.every((test) => test !== undefined) !== true)
    return refusal(400, 'UnsupportedQuery', `The filter '${filter}' is not supported.`);
  const below = terms?.some(asksBelow) === true;
  const shown = (role: RoleDefinition): boolean =>
    assignableAt(state, role, scope) || (below && role.assignableScopes.some((one) => covers(state, scope, one)));
  const roles = state.roleDefinitions.filter((role) => shown(role) && tests.every((test) => test(role)));
  return pageOf(
    roles.map((role) => ({ key: role.id, show: () => shapeOf(state, call, role) })),
    call.url,
    state.manner,
  );
}

function asksBelow(term: Term): boolean {
  return term.kind === 'call' && term.name === 'atscopeandbelow' && term.argument === undefined;
}

/** RoleDefinitionFilter: roleName and type. Recorded by Azure CLI: `roleName eq 'reader'` finds Reader. */
function testOf(term: Term): ((role: RoleDefinition) => boolean) | undefined {
  if (term.kind === 'call') return undefined;
  if (term.field === 'rolename') return (role) => role.roleName.toLowerCase() === term.value.toLowerCase();
  return term.field === 'type' ? (role) => role.kind.toLowerCase() === term.value.toLowerCase() : undefined;
}

function shapeOf(state: AzureState, call: ArmCall, role: RoleDefinition): unknown {
  return {
    properties: {
      roleName: role.roleName,
      type: role.kind,
      description: role.description,
      assignableScopes: role.assignableScopes,
      permissions: role.permissions.map((one) => permissionFor(one, atLeast(call.url, '2022-05-01'))),
      createdOn: moment(role.createdOn),
      updatedOn: moment(role.createdOn),
      createdBy: null,
      updatedBy: null,
    },
    id: roleIdFor(state, call.target.scope, role.id),
    type: 'Microsoft.Authorization/roleDefinitions',
    name: role.id,
  };
}

/** Conditions of permissions came with 2022-05-01-preview; the description of 2022-04-01 has the four lists alone. */
function permissionFor(permission: Permission, withCondition: boolean): unknown {
  const { actions, notActions, dataActions, notDataActions, condition = null, conditionVersion = null } = permission;
  const lists = { actions, notActions, dataActions, notDataActions };
  return withCondition ? { ...lists, condition, conditionVersion } : lists;
}

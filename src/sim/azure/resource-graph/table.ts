import type { Instant } from '../../../domain/instant.ts';
import { visible } from '../assignments.ts';
import { permits } from '../caller.ts';
import { moment } from '../moment.ts';
import { assignmentId } from '../role-assignment-shape.ts';
import { foldScope, subscriptionOf } from '../scope.ts';
import type { AzureState, Caller, RoleAssignment, RoleDefinition } from '../state.ts';
import type { Row } from './expression.ts';
import { scrubbed } from './scrub.ts';
import type { Shown } from './query.ts';

const TEXTS = ['id', 'name', 'type', 'tenantId', 'kind', 'location', 'resourceGroup', 'subscriptionId', 'managedBy'] as const;
const OBJECTS = ['sku', 'plan', 'properties', 'tags', 'identity', 'zones', 'extendedLocation'] as const;

/** The columns of each table (Azure Resource Graph: table reference). */
export const COLUMNS: readonly Shown[] = [
  ...TEXTS.map((name) => ({ name, type: 'string' }) as const),
  ...OBJECTS.map((name) => ({ name, type: 'object' }) as const),
];

/** How a query is looked at: where, and by whom. */
export interface View {
  readonly caller: Caller;
  readonly at: Instant;
  /** Whether the table shows to this query what lies at a scope. */
  readonly shows: (scope: string) => boolean;
}

/**
 * The table AuthorizationResources: role assignments and role definitions. It follows changes after a while, has no rows that the
 * caller may not read, and says nothing of those that it left out (Azure Resource Graph: overview, permissions).
 */
export function authorizationResources(state: AzureState, view: View): readonly Row[] {
  const lag = state.manner.lag.resourceGraph ?? 0;
  const mayRead = remembered((scope) => view.shows(scope) && permits(state, view.caller, `${ASSIGNMENTS}/read`, scope));
  const assignments = visible(state, view.at, lag).filter(({ scope }) => mayRead(scope));
  const mayKnow = remembered((scope) => permits(state, view.caller, 'Microsoft.Authorization/roleDefinitions/read', scope));
  const definitions = state.roleDefinitions.filter(({ assignableScopes }) => assignableScopes.some((scope) => mayKnow(scope)));
  return [...assignments.map((one) => assignmentRow(state, one)), ...definitions.map((one) => definitionRow(state, one))];
}

const ASSIGNMENTS = 'Microsoft.Authorization/roleAssignments';

/** Many assignments lie at one scope. */
function remembered(ask: (scope: string) => boolean): (scope: string) => boolean {
  const known = new Map<string, boolean>();
  return (scope) => {
    const key = foldScope(scope);
    const answer = known.get(key) ?? ask(scope);
    known.set(key, answer);
    return answer;
  };
}

function assignmentRow(state: AzureState, one: RoleAssignment): Row {
  const properties = {
    roleDefinitionId: ROLE + one.roleDefinition,
    principalId: one.principalId,
    principalType: one.principalType,
    scope: one.scope,
    condition: scrubbed(one.condition),
    conditionVersion: one.conditionVersion,
    createdOn: moment(one.createdOn),
    updatedOn: moment(one.updatedOn),
    createdBy: one.createdBy,
    updatedBy: one.updatedBy,
    description: scrubbed(one.description),
  };
  return rowOf(state, { id: assignmentId(one), name: one.name, type: 'microsoft.authorization/roleassignments', properties });
}

/** The tenant form, with a capital that no other service writes: clients fold its case (sample queries of Azure Resource Graph). */
const ROLE = '/providers/Microsoft.Authorization/RoleDefinitions/';

function definitionRow(state: AzureState, one: RoleDefinition): Row {
  const properties = {
    roleName: one.roleName,
    type: one.kind,
    description: scrubbed(one.description),
    assignableScopes: one.assignableScopes,
    permissions: one.permissions,
    createdOn: moment(one.createdOn),
    updatedOn: moment(one.createdOn),
    createdBy: null,
    updatedBy: null,
  };
  return rowOf(state, { id: ROLE + one.id, name: one.id, type: 'microsoft.authorization/roledefinitions', properties });
}

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: unknown;
}

function rowOf(state: AzureState, kept: Kept): Row {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, '']));
  const objects = Object.fromEntries(OBJECTS.map((name) => [name, null]));
  const group = /\/resourcegroups\/([^/]+)/i.exec(kept.id)?.[1]?.toLowerCase() ?? '';
  const place = { tenantId: state.tenant, location: 'global', resourceGroup: group, subscriptionId: subscriptionOf(kept.id) ?? '' };
  return { ...texts, ...objects, ...place, ...kept };
}

import { subscriptionAt } from './places.ts';
import type { AzureState } from './state.ts';

const TENANT_FORM = '/providers/Microsoft.Authorization/roleDefinitions/';

/** The GUID of any form of a role definition id, in lower case; undefined when it ends in none. */
export function roleGuidOf(id: string): string | undefined {
  return /(?:^|\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(id)?.[1]?.toLowerCase();
}

/**
 * How an answer spells a role definition id. Recorded by Azure CLI (test_role_assignment_create_update): below the queried
 * subscription, even for an assignment at `/`. The API's own examples (RoleAssignments_ListForSubscription) use the tenant form.
 */
export function roleIdFor(state: AzureState, queried: string, guid: string): string {
  const subscription = state.manner.roleIds === 'queried' ? subscriptionAt(state, queried) : undefined;
  return subscription === undefined ? TENANT_FORM + guid : `/subscriptions/${subscription.id}${TENANT_FORM}${guid}`;
}

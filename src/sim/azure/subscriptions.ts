import { type Answer, ok } from './answer.ts';
import type { ArmCall } from './call.ts';
import { forbidden, permits } from './caller.ts';
import { pageOf } from './page.ts';
import { missing, subscriptionAt } from './places.ts';
import { methodRefusal } from './refusals.ts';
import { seesInside } from './rights.ts';
import type { AzureState, Subscription } from './state.ts';

const READ = 'Microsoft.Resources/subscriptions/read';

/** Subscriptions - List and Get: the list leaves out, without a word, what the caller may not read. */
export function subscriptions(state: AzureState, call: ArmCall): Answer {
  if (call.method !== 'GET') return methodRefusal(call);
  const [id] = call.target.names;
  if (id === undefined) return list(state, call);
  const scope = `/subscriptions/${id}`;
  const found = subscriptionAt(state, scope);
  const refused = forbidden(state, call.caller, READ, scope) ?? missing(state, scope);
  if (refused !== undefined || found === undefined) return refused ?? methodRefusal(call);
  return ok(shapeOf(state, found));
}

function list(state: AzureState, call: ArmCall): Answer {
  const { caller } = call;
  const seen = state.subscriptions.filter(({ id }) => {
    const scope = `/subscriptions/${id}`;
    return permits(state, caller, READ, scope) || seesInside(state, caller.rights, READ, scope);
  });
  const items = seen.map((one) => ({ key: one.id, show: () => shapeOf(state, one) }));
  return pageOf(items, call.url, state.manner, { count: { type: 'Total', value: seen.length } });
}

function shapeOf(state: AzureState, one: Subscription): unknown {
  return {
    id: `/subscriptions/${one.id}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId: one.id,
    tenantId: state.tenant,
    displayName: one.displayName,
    state: one.state,
    subscriptionPolicies: { locationPlacementId: 'Public_2014-09-01', quotaId: 'PayAsYouGo_2014-09-01', spendingLimit: 'Off' },
  };
}

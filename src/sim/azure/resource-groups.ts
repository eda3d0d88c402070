import { type Answer, ok } from './answer.ts';
import type { ArmCall } from './call.ts';
import { forbidden } from './caller.ts';
import { pageOf } from './page.ts';
import { missing } from './places.ts';
import { methodRefusal } from './refusals.ts';
import { foldScope } from './scope.ts';
import type { AzureState, Resource } from './state.ts';

/** Resource Groups - List and Get. */
export function resourceGroups(state: AzureState, call: ArmCall): Answer {
  if (call.method !== 'GET') return methodRefusal(call);
  const { path, scope, names } = call.target;
  const asked = names.length === 0 ? scope : path;
  const refused = forbidden(state, call.caller, 'Microsoft.Resources/subscriptions/resourceGroups/read', asked) ?? missing(state, asked);
  if (refused !== undefined) return refused;
  const found = state.resourceGroups.find((one) => foldScope(one.id) === foldScope(path));
  return found === undefined ? list(state, call) : ok(shapeOf(found));
}

function list(state: AzureState, call: ArmCall): Answer {
  const below = `${foldScope(call.target.scope)}/`;
  const found = state.resourceGroups.filter((one) => foldScope(one.id).startsWith(below));
  return pageOf(
    found.map((one) => ({ key: foldScope(one.id), show: () => shapeOf(one) })),
    call.url,
    state.manner,
  );
}

function shapeOf(one: Resource): unknown {
  const name = one.id.split('/').at(-1);
  const properties = { provisioningState: 'Succeeded' };
  return { id: one.id, name, type: 'Microsoft.Resources/resourceGroups', location: one.location, properties };
}

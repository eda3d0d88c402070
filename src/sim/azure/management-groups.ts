import { type Answer, ok, refusal } from './answer.ts';
import { type ArmCall, query } from './call.ts';
import { forbidden, permits } from './caller.ts';
import { childrenOf, descendantsOf, groupNamed, groupsAbove } from './hierarchy.ts';
import { pageOf } from './page.ts';
import { missingManagementGroup } from './places.ts';
import { methodRefusal } from './refusals.ts';
import { managementGroupScope } from './scope.ts';
import type { AzureState, ManagementGroup } from './state.ts';

const TYPE = 'Microsoft.Management/managementGroups';
const READ = `${TYPE}/read`;

/** Management Groups - List, Get and Get Descendants; Management Group Subscriptions - Get Subscription (2020-05-01). */
export function managementGroups(state: AzureState, call: ArmCall): Answer {
  if (call.method !== 'GET') return methodRefusal(call);
  const [name, part, id] = call.target.names;
  if (name === undefined) return list(state, call);
  const scope = managementGroupScope(name);
  const refused = forbidden(state, call.caller, READ, scope) ?? missingManagementGroup(state, name, scope);
  const group = groupNamed(state, name);
  if (refused !== undefined || group === undefined) return refused ?? methodRefusal(call);
  if (part === undefined) return get(state, call, group);
  if (part.toLowerCase() === 'descendants' && id === undefined) return descendants(state, call, group);
  return part.toLowerCase() === 'subscriptions' && id !== undefined ? subscriptionUnder(state, group, id) : methodRefusal(call);
}

function list(state: AzureState, call: ArmCall): Answer {
  const seen = state.managementGroups.filter((one) => permits(state, call.caller, READ, managementGroupScope(one.name)));
  return pageOf(
    seen.map((one) => ({
      key: one.name,
      show: () => ({ ...identityOf(one), properties: { tenantId: state.tenant, displayName: one.displayName } }),
    })),
    call.url,
    state.manner,
  );
}

/** `$recurse=true` needs `$expand=children`; `$expand` takes children, path and ancestors too. */
function get(state: AzureState, call: ArmCall, group: ManagementGroup): Answer {
  const expand = query(call.url, '$expand')?.toLowerCase();
  const recurse = query(call.url, '$recurse')?.toLowerCase() === 'true';
  if (recurse && expand !== 'children') return refusal(400, 'BadRequest', 'The query parameter $recurse=true needs $expand=children.');
  const above = groupsAbove(state, group);
  const nearest = above.at(-1);
  const parent =
    nearest === undefined ? null : { id: managementGroupScope(nearest.name), name: nearest.name, displayName: nearest.displayName };
  const path = [...above, group].map(({ name, displayName }) => ({ name, displayName }));
  const details = {
    version: 1,
    updatedBy: null,
    parent,
    ...(expand === 'path' ? { path } : {}),
    ...(expand === 'ancestors' ? { managementGroupAncestors: above.toReversed().map((one) => one.name) } : {}),
  };
  const children = expand === 'children' ? { children: childrenOf(state, group, recurse) } : {};
  return ok({ ...identityOf(group), properties: { tenantId: state.tenant, displayName: group.displayName, details, ...children } });
}

function descendants(state: AzureState, call: ArmCall, group: ManagementGroup): Answer {
  const items = descendantsOf(state, group).map(({ id, type, name, displayName, parent }) => ({
    key: id,
    show: () => ({ id, type, name, properties: { displayName, parent: { id: managementGroupScope(parent.name) } } }),
  }));
  return pageOf(items, call.url, state.manner);
}

function subscriptionUnder(state: AzureState, group: ManagementGroup, id: string): Answer {
  const found = state.subscriptions.find((one) => one.id.toLowerCase() === id.toLowerCase() && one.parent === group.name);
  const path = `${managementGroupScope(group.name)}/subscriptions/${id}`;
  if (found === undefined) return refusal(404, 'NotFound', `'${path}' not found`);
  const parent = { id: managementGroupScope(group.name) };
  const properties = { tenant: state.tenant, displayName: found.displayName, parent, state: 'Active' };
  return ok({ id: path, type: `${TYPE}/subscriptions`, name: found.id, properties });
}

function identityOf(group: ManagementGroup): { id: string; type: string; name: string } {
  return { id: managementGroupScope(group.name), type: TYPE, name: group.name };
}

import type { Answer } from './answer.ts';
import { type ArmCall, query } from './call.ts';
import { permits } from './caller.ts';
import { descendantsOf, directlyUnder, type Entity, groupNamed, groupsAbove } from './hierarchy.ts';
import { type Item, pageOf } from './page.ts';
import { methodRefusal } from './refusals.ts';
import { seesInside } from './rights.ts';
import { managementGroupScope } from './scope.ts';
import type { AzureState, ManagementGroup } from './state.ts';

const GROUP = 'Microsoft.Management/managementGroups';

/**
 * Entities - List: POST /providers/Microsoft.Management/getEntities, the whole hierarchy that the caller may see, each with
 * the chain of names from the root to its parent. `$view=GroupsOnly` and `SubscriptionsOnly` narrow it.
 */
export function entities(state: AzureState, call: ArmCall): Answer {
  if (call.method !== 'POST') return methodRefusal(call);
  const view = query(call.url, '$view')?.toLowerCase();
  const found = state.managementGroups
    .filter((group) => group.parent === undefined)
    .flatMap((root) => [rootItem(state, root), ...below(state, root)]);
  const { caller } = call;
  const sees = ({ type, scope }: Seen) =>
    permits(state, caller, actionFor(type), scope) || (type !== GROUP && seesInside(state, caller.rights, actionFor(type), scope));
  const seen = found.filter((one) => fits(view, one.type) && sees(one));
  return pageOf(
    seen.map(({ item }) => item),
    call.url,
    state.manner,
    { count: seen.length },
  );
}

interface Seen {
  readonly type: Entity['type'];
  readonly scope: string;
  readonly item: Item;
}

function fits(view: string | undefined, type: Entity['type']): boolean {
  if (view === 'groupsonly') return type === GROUP;
  return view !== 'subscriptionsonly' || type === '/subscriptions';
}

function actionFor(type: Entity['type']): string {
  return type === GROUP ? `${GROUP}/read` : 'Microsoft.Resources/subscriptions/read';
}

function rootItem(state: AzureState, root: ManagementGroup): Seen {
  const id = managementGroupScope(root.name);
  const properties = { ...countsOf(state, root), tenantId: state.tenant, displayName: root.displayName, parent: { id: null } };
  return { type: GROUP, scope: id, item: itemOf(id, GROUP, root.name, { ...properties, parentDisplayNameChain: [], parentNameChain: [] }) };
}

function below(state: AzureState, root: ManagementGroup): readonly Seen[] {
  return descendantsOf(state, root).map(({ id, type, name, displayName, parent }) => {
    const chain = [...groupsAbove(state, parent), parent];
    const group = type === '/subscriptions' ? undefined : groupNamed(state, name);
    const properties = {
      ...countsOf(state, group),
      tenantId: state.tenant,
      displayName,
      parent: { id: managementGroupScope(parent.name) },
      parentDisplayNameChain: chain.map((one) => one.displayName),
      parentNameChain: chain.map((one) => one.name),
    };
    return { type, scope: id, item: itemOf(id, type, name, properties) };
  });
}

function itemOf(id: string, type: Entity['type'], name: string, properties: Readonly<Record<string, unknown>>): Item {
  return { key: id, show: () => ({ id, type, name, properties: { ...properties, permissions: 'view', inheritedPermissions: 'view' } }) };
}

function countsOf(state: AzureState, group: ManagementGroup | undefined): Record<string, number> {
  const children = group === undefined ? [] : directlyUnder(state, group);
  return {
    numberOfDescendants: group === undefined ? 0 : descendantsOf(state, group).length,
    numberOfChildren: children.length,
    numberOfChildGroups: children.filter((one) => one.type === GROUP).length,
  };
}

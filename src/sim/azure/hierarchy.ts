import { managementGroupScope } from './scope.ts';
import type { AzureState, ManagementGroup } from './state.ts';

/** A management group or subscription as the lists of Microsoft.Management name it. */
export interface Entity {
  readonly id: string;
  readonly type: 'Microsoft.Management/managementGroups' | '/subscriptions';
  readonly name: string;
  readonly displayName: string;
  readonly parent: ManagementGroup;
}

export type Child = Omit<Entity, 'parent'> & { readonly children?: readonly Child[] };

export function groupNamed(state: AzureState, name: string | undefined): ManagementGroup | undefined {
  return state.managementGroups.find((one) => one.name.toLowerCase() === name?.toLowerCase());
}

/** From the root down to the parent. */
export function groupsAbove(state: AzureState, group: ManagementGroup): readonly ManagementGroup[] {
  const parent = groupNamed(state, group.parent);
  return parent === undefined ? [] : [...groupsAbove(state, parent), parent];
}

export function directlyUnder(state: AzureState, group: ManagementGroup): readonly Entity[] {
  const groups = state.managementGroups.filter((one) => one.parent === group.name);
  const subscriptions = state.subscriptions.filter((one) => one.parent === group.name);
  return [
    ...groups.map((one) => entityOf(one, group)),
    ...subscriptions.map(
      (one) =>
        ({ id: `/subscriptions/${one.id}`, type: '/subscriptions', name: one.id, displayName: one.displayName, parent: group }) as const,
    ),
  ];
}

export function descendantsOf(state: AzureState, group: ManagementGroup): readonly Entity[] {
  return directlyUnder(state, group).flatMap((one) => {
    const below = one.type === '/subscriptions' ? undefined : groupNamed(state, one.name);
    return below === undefined ? [one] : [one, ...descendantsOf(state, below)];
  });
}

/** As `properties.children` of Management Groups - Get: one level, or the whole tree. */
export function childrenOf(state: AzureState, group: ManagementGroup, recurse: boolean): readonly Child[] {
  return directlyUnder(state, group).map(({ id, type, name, displayName }) => {
    const below = recurse && type !== '/subscriptions' ? groupNamed(state, name) : undefined;
    return { id, type, name, displayName, ...(below === undefined ? {} : { children: childrenOf(state, below, true) }) };
  });
}

function entityOf(one: ManagementGroup, parent: ManagementGroup): Entity {
  const id = managementGroupScope(one.name);
  return { id, type: 'Microsoft.Management/managementGroups', name: one.name, displayName: one.displayName, parent };
}

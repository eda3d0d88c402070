import type { Instant } from '../../domain/instant.ts';
import type { AzureState, Group, ServicePrincipal, User } from './state.ts';

/** A principal of the tenant with the word that role assignments use for its kind. */
export type Found =
  | { readonly type: 'User'; readonly principal: User }
  | { readonly type: 'Group'; readonly principal: Group }
  | { readonly type: 'ServicePrincipal'; readonly principal: ServicePrincipal };

/** Undefined for who was never there and for who was deleted. */
export function principalOf(state: AzureState, id: string): Found | undefined {
  const is = (one: { readonly id: string }): boolean => one.id.toLowerCase() === id.toLowerCase();
  const user = state.users.find(is);
  if (user !== undefined) return { type: 'User', principal: user };
  const group = state.groups.find(is);
  if (group !== undefined) return { type: 'Group', principal: group };
  const service = state.servicePrincipals.find(is);
  return service === undefined ? undefined : { type: 'ServicePrincipal', principal: service };
}

/** The replica that role assignments ask: it does not know yet who was made a moment ago (troubleshoot Azure RBAC, new principals). */
export function replicated(state: AzureState, id: string, at: Instant): Found | undefined {
  const found = principalOf(state, id);
  return found === undefined || found.principal.createdAt + state.manner.directoryLag > at ? undefined : found;
}

/** Ids of the direct members of a group at a moment, timed ones too. */
export function membersOf(state: AzureState, group: Group, at: Instant): readonly string[] {
  const timed = state.memberships.filter((one) => one.group.toLowerCase() === group.id.toLowerCase() && runs(one, at));
  return [...group.members, ...timed.map((one) => one.principal)];
}

/** The principal's own id and those of all groups around it, folded; groups in groups count. */
export function selfAndGroups(state: AzureState, id: string, at: Instant): ReadonlySet<string> {
  const ids = new Set([id.toLowerCase()]);
  for (let before = 0; before < ids.size;) {
    before = ids.size;
    for (const group of state.groups)
      if (membersOf(state, group, at).some((one) => ids.has(one.toLowerCase()))) ids.add(group.id.toLowerCase());
  }
  return ids;
}

/** From its start on, and no longer from the very moment of its end. */
export function runs(span: { readonly start: Instant; readonly end: Instant | null }, at: Instant): boolean {
  return span.start <= at && (span.end === null || at < span.end);
}

import type { AzureState } from './state.ts';

export const TENANT_ROOT = '/';

/** What needs no mending; nearly every path is so. */
const TIDY = /^(?:\/[^/]+)+$/;

const GROUP_PREFIX = '/providers/microsoft.management/managementgroups/';

/** Doubled and trailing slashes taken out, spelling kept; the empty path is the tenant root `/`. */
export function tidyScope(path: string): string {
  if (TIDY.test(path)) return path;
  return `/${path.split('/').filter(Boolean).join('/')}`;
}

/** For comparison only: Azure resource ids keep their case and ignore it. */
export function foldScope(path: string): string {
  return tidyScope(path).toLowerCase();
}

export function managementGroupScope(name: string): string {
  return `/providers/Microsoft.Management/managementGroups/${name}`;
}

/** The subscription's id in lower case, or undefined for what lies above subscriptions. */
export function subscriptionOf(scope: string): string | undefined {
  return /^\/subscriptions\/([^/]+)/.exec(foldScope(scope))?.[1];
}

export function managementGroupOf(scope: string): string | undefined {
  const folded = foldScope(scope);
  const name = folded.startsWith(GROUP_PREFIX) ? folded.slice(GROUP_PREFIX.length) : '';
  return name === '' || name.includes('/') ? undefined : name;
}

/**
 * The scope and all above it, folded, nearest first, ending in the tenant root. Understand scope for Azure RBAC:
 * management groups, subscription, resource group, resource; a child resource lies below its parent.
 */
export function chainOf(state: AzureState, scope: string): readonly string[] {
  const chain = [foldScope(scope)];
  for (let above = parentOf(state, chain[0] ?? TENANT_ROOT); above !== undefined; above = parentOf(state, above)) chain.push(above);
  return chain;
}

/** Whether `inner` is `outer` or lies below it, through management groups too. */
export function covers(state: AzureState, outer: string, inner: string): boolean {
  return chainOf(state, inner).includes(foldScope(outer));
}

function parentOf(state: AzureState, folded: string): string | undefined {
  if (folded === TENANT_ROOT) return undefined;
  const group = managementGroupOf(folded);
  if (group !== undefined) return groupScope(state.managementGroups.find((one) => one.name.toLowerCase() === group)?.parent);
  const parts = folded.slice(1).split('/');
  if (parts[0] !== 'subscriptions' || parts.length < 2) return TENANT_ROOT;
  if (parts.length === 2) return groupScope(state.subscriptions.find((one) => one.id.toLowerCase() === parts[1])?.parent);
  return `/${parts.slice(0, withoutLast(parts)).join('/')}`;
}

/** A first resource of a provider drops `providers/<namespace>/<type>/<name>`; everything else one type and name. */
function withoutLast(parts: readonly string[]): number {
  const provider = parts.lastIndexOf('providers');
  return provider >= 0 && parts.length - provider <= 4 ? provider : parts.length - 2;
}

function groupScope(name: string | undefined): string {
  return name === undefined ? TENANT_ROOT : foldScope(managementGroupScope(name));
}

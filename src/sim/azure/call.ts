import type { Instant } from '../../domain/instant.ts';
import type { Asked } from '../faults.ts';
import { tidyScope } from './scope.ts';
import type { Caller } from './state.ts';

/** A call to Azure Resource Manager whose caller is known. */
export interface ArmCall {
  readonly method: string;
  readonly url: URL;
  readonly target: Target;
  readonly body: string;
  readonly caller: Caller;
  readonly at: Instant;
}

/** What a path is about: `<scope>/providers/<namespace>/<type>[/<name>[/…]]`. */
export interface Target {
  /** The whole path, doubled slashes collapsed, spelling kept. */
  readonly path: string;
  /** What stands before the last provider; `/` for the tenant. */
  readonly scope: string;
  /** Lower case, such as `microsoft.authorization`; empty for the plain resources of Resource Manager. */
  readonly namespace: string;
  /** Lower case, such as `roleassignments`. */
  readonly type: string;
  readonly names: readonly string[];
}

/** Query names are case-insensitive like paths: clients write `api-version`, `$filter`, `$skipToken` and `$skiptoken`. */
export function query(url: URL, name: string): string | undefined {
  for (const [key, value] of url.searchParams) if (key.toLowerCase() === name.toLowerCase()) return value;
  return undefined;
}

/**
 * Azure Resource Manager compares paths without case and takes a doubled slash for one (recorded in terraform-provider-azurerm
 * issue 9379: `//subscriptions/…`).
 */
export function targetOf(pathname: string): Target {
  const path = tidyScope(decoded(pathname));
  const parts = path.slice(1).split('/');
  const provider = parts.findLastIndex((part) => part.toLowerCase() === 'providers');
  if (provider < 0) return plainTarget(path, parts);
  const [namespace = '', type = '', ...names] = parts.slice(provider + 1);
  const scope = tidyScope(parts.slice(0, provider).join('/'));
  return { path, scope, namespace: namespace.toLowerCase(), type: type.toLowerCase(), names };
}

/** A path with a stray percent sign names nothing that exists; it is left as it came. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `subscriptions[/<id>[/resourceGroups[/<name>]]]`: no provider is named. */
function plainTarget(path: string, parts: readonly string[]): Target {
  const depth = parts.length % 2 === 0 ? parts.length - 2 : parts.length - 1;
  const scope = tidyScope(parts.slice(0, depth).join('/'));
  return { path, scope, namespace: '', type: (parts[depth] ?? '').toLowerCase(), names: parts.slice(depth + 1) };
}

/** The value of `Authorization: Bearer <token>`; undefined without the header, empty for another scheme. */
export function bearerOf(asked: Asked): string | undefined {
  const header = asked.headers.get('authorization');
  return header === null ? undefined : (/^Bearer\s+(\S+)$/i.exec(header)?.[1] ?? '');
}

/** The body as a JSON object, or undefined when it is none. */
export function objectOf(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(body));
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
}

/** A text of the body; undefined where it is absent, null or of another kind. */
export function textAt(object: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}

import type { Scope } from '../../domain/access.ts';
import type { Parsed } from '../../domain/cloud.ts';

export const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const GROUP = /^[\w.()-]{1,90}$/;
const RESOURCE_GROUP = /^[\w.()-]{0,89}[\w()-]$/;
const NAMESPACE = /^[a-z][a-z0-9]*(?:\.[a-z0-9]+)+$/i;
// What stands in a URL path unchanged: a percent sign, a question mark or a backslash would make another path of it.
const SEGMENT = /^[\w.()~$,@=!-]{1,260}$/;
const LONGEST = 2000;

const FORMS =
  'Write /subscriptions/<id>, /subscriptions/<id>/resourceGroups/<name>, a resource below it, ' +
  '/providers/Microsoft.Management/managementGroups/<id>, or / for the whole tenant.';

/** A scope as the cloud spells it: no check of its form, only the folding that Azure does itself (names keep, not tell, case). */
export function cloudScope(path: string): Scope {
  const bare = `/${path.split('/').filter(Boolean).join('/')}`;
  return { cloud: 'azure', path: bare, key: bare.toLowerCase() };
}

/** A scope as files write it. One slash at its end is let pass. */
export function parseScope(text: string): Parsed<Scope> {
  const segments = text
    .replace(/(?<=.)\/$/, '')
    .split('/')
    .slice(1);
  const problem = text === '/' ? undefined : wrongIn(text, segments);
  return problem === undefined ? { ok: true, value: cloudScope(text) } : { ok: false, problem, hint: FORMS };
}

function wrongIn(text: string, segments: readonly string[]): string | undefined {
  if (!text.startsWith('/')) return 'an Azure scope begins with a slash';
  if (text.length > LONGEST) return `the scope is longer than ${LONGEST} characters`;
  const odd = segments.find((segment) => !SEGMENT.test(segment) || /^\.+$/.test(segment));
  if (odd === '') return 'the scope has an empty part between two slashes';
  if (odd !== undefined) return `the part ${JSON.stringify(odd)} has characters that no Azure scope may have`;
  const [first = '', ...rest] = segments;
  if (first.toLowerCase() === 'subscriptions') return wrongBelowSubscriptions(rest);
  return isManagementGroup(segments) ? undefined : 'this is no scope that Azure assigns roles at';
}

function isManagementGroup(segments: readonly string[]): boolean {
  const [providers = '', namespace = '', kind = '', id = ''] = segments;
  const words = [providers, namespace, kind].join('/').toLowerCase();
  return segments.length === 4 && words === 'providers/microsoft.management/managementgroups' && GROUP.test(id);
}

function wrongBelowSubscriptions([subscription = '', ...below]: readonly string[]): string | undefined {
  if (!GUID.test(subscription)) return 'a subscription is named by its id, a GUID, not by its display name';
  const [word = '', group = '', ...resource] = below;
  if (below.length === 0) return undefined;
  if (word.toLowerCase() !== 'resourcegroups') return wrongResource(below);
  if (!RESOURCE_GROUP.test(group)) return 'this is no name of a resource group';
  return resource.length === 0 ? undefined : wrongResource(resource);
}

function wrongResource([word = '', namespace = '', ...pairs]: readonly string[]): string | undefined {
  if (word.toLowerCase() !== 'providers') return `${JSON.stringify(word)} stands where resourceGroups or providers is expected`;
  if (!NAMESPACE.test(namespace)) return 'after providers comes a namespace such as Microsoft.Storage';
  if (pairs.length === 0 || pairs.length % 2 === 1) return 'a resource is named by pairs of a type and a name';
  if (namespace.toLowerCase() === 'microsoft.authorization') return 'roles are not assigned at things of Microsoft.Authorization';
  const types = pairs.filter((_, at) => at % 2 === 0).map((type) => type.toLowerCase());
  return types.includes('providers') ? 'roles are assigned at the resource, not at an extension of it' : undefined;
}

/** Whether `inner` is `outer` or lies below it, as far as their text tells: a management group shows nothing of what is in it. */
export function covers(outer: Scope, inner: Scope): boolean {
  return outer.key === '/' || inner.key === outer.key || inner.key.startsWith(`${outer.key}/`);
}

/** A management group, or the root of the tenant: what is below does not show it in its text. */
export function isContainer(scope: Scope): boolean {
  return scope.key === '/' || scope.key.startsWith('/providers/microsoft.management/managementgroups/');
}

/** The last part of a path: the name of a group, the GUID of a role definition. */
export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The subscription, management group or root that a scope's roles are defined for. */
export function containerOf(scope: Scope): Scope {
  if (isContainer(scope)) return scope;
  return cloudScope(scope.path.split('/').slice(0, 3).join('/'));
}

/** The scope itself and what its own text shows above it, nearest first: parent resources, the resource group, the subscription. */
export function textualChain(scope: Scope): readonly Scope[] {
  if (isContainer(scope)) return [scope];
  const segments = scope.path.split('/').slice(1);
  const atProviders = segments.findIndex((segment) => segment.toLowerCase() === 'providers');
  const lengths = [2, 4].filter((length) => length <= (atProviders < 0 ? segments.length : atProviders));
  if (atProviders >= 0) for (let end = atProviders + 4; end <= segments.length; end += 2) lengths.push(end);
  return lengths.reverse().map((length) => cloudScope(segments.slice(0, length).join('/')));
}

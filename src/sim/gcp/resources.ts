import type { GcpState } from './state.ts';
import { thingAbove, thingOf } from './things.ts';

/** What an allow policy can sit on here, by its full name: `projects/payments-prod`, `folders/77`, `organizations/123456789012`. */
export type ResourceName = string;

/** The one name of a resource that may be called by id or number; undefined when there is no such thing. */
export function resourceNamed(state: GcpState, collection: string, id: string): ResourceName | undefined {
  if (collection === 'projects') return projectNamed(state, id);
  if (collection === 'folders') return Object.hasOwn(state.folders, id) ? `folders/${id}` : undefined;
  return Object.hasOwn(state.organizations, id) ? `organizations/${id}` : undefined;
}

function projectNamed(state: GcpState, id: string): ResourceName | undefined {
  if (Object.hasOwn(state.projects, id)) return `projects/${id}`;
  const found = Object.entries(state.projects).find(([, project]) => project.number === id);
  return found && `projects/${found[0]}`;
}

export function collectionOf(name: ResourceName): string {
  return name.slice(0, name.indexOf('/'));
}

export function idOf(name: ResourceName): string {
  return name.split('/')[1] ?? '';
}

/** A project's number; other resources are called by nothing else. */
export function numberOf(state: GcpState, name: ResourceName): string {
  const id = idOf(name);
  return collectionOf(name) === 'projects' ? (state.projects[id]?.number ?? id) : id;
}

export function parentOf(state: GcpState, name: ResourceName): ResourceName | undefined {
  const [collection, id = '', below] = name.split('/');
  if (below !== undefined) return thingAbove(name) ?? `${collection}/${id}`;
  return collection === 'projects' ? state.projects[id]?.parent : state.folders[id]?.parent;
}

/** A project, folder or organization, not a thing in a project. */
export function isNode(name: ResourceName): boolean {
  return name.split('/').length === 2;
}

/** The resource and all above it, itself first: policies are inherited in this direction (Google IAM: policy inheritance). */
export function lineage(state: GcpState, name: ResourceName): readonly ResourceName[] {
  const names = [name];
  for (let above = parentOf(state, name); above !== undefined && !names.includes(above); above = parentOf(state, above)) names.push(above);
  return names;
}

export function organizationOf(state: GcpState, name: ResourceName): ResourceName | undefined {
  return lineage(state, name).find((one) => collectionOf(one) === 'organizations');
}

const TYPES: Readonly<Record<string, string>> = { projects: 'Project', folders: 'Folder', organizations: 'Organization' };

/** The kind of a resource as Cloud Asset Inventory and conditions call it: `cloudresourcemanager.googleapis.com/Project`. */
export function typeOf(name: ResourceName): string {
  if (name.includes('/serviceAccounts/')) return 'iam.googleapis.com/ServiceAccount';
  const thing = thingOf(name);
  if (thing !== undefined) return thing.type;
  return `cloudresourcemanager.googleapis.com/${TYPES[collectionOf(name)]}`;
}

/** `//cloudresourcemanager.googleapis.com/projects/payments-prod` (Google Cloud: full resource names). */
export function fullName(name: ResourceName): string {
  // A bucket's full name is its name alone.
  if (thingOf(name)?.project === 'none') return `//storage.googleapis.com/${name.split('/').slice(3).join('/')}`;
  return `//${typeOf(name).split('/')[0]}/${name}`;
}

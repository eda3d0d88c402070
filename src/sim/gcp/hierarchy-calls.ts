import type { GcpCall, Reply } from './call.ts';
import { query } from './call.ts';
import { denied, may, permissionFor } from './caller.ts';
import { invalid } from './google-error.ts';
import { type Page, pageOf } from './pages.ts';
import { collectionOf, idOf, lineage, numberOf, resourceNamed, type ResourceName } from './resources.ts';
import type { GcpProject, GcpState } from './state.ts';

/** When all that is here is said to have been made; nothing depends on it. */
const CREATED = '2024-01-08T09:00:00Z';

type Shown = (state: GcpState, name: ResourceName) => unknown;

/** projects.get, folders.get and organizations.get. */
export function getResource(call: GcpCall): Reply {
  const { collection = '', id = '', version } = call.path;
  const name = resourceNamed(call.state, collection, id);
  const permission = permissionFor(`${collection}/${id}`, 'get');
  if (name === undefined || !may(call, permission, name)) return { error: denied(call, permission, `${collection}/${id}`) };
  return { value: (version === 'v1' ? shownV1 : shownV3)(call.state, name) };
}

const KINDS: Readonly<Record<string, string>> = { projects: 'project', folders: 'folder', organizations: 'organization' };

function resourceId(name: ResourceName): { readonly type: string | undefined; readonly id: string } {
  return { type: KINDS[collectionOf(name)], id: idOf(name) };
}

/** google.cloudresourcemanager.v1 projects. */
const shownV1: Shown = (state, name) => {
  const project = projectOf(state, name);
  return {
    projectNumber: project.number,
    projectId: idOf(name),
    lifecycleState: project.state ?? 'ACTIVE',
    name: project.displayName,
    createTime: CREATED,
    ...(project.labels === undefined ? {} : { labels: project.labels }),
    ...(project.parent === undefined ? {} : { parent: resourceId(project.parent) }),
  };
};

/** google.cloud.resourcemanager.v3 Project, Folder and Organization. */
const shownV3: Shown = (state, name) => {
  const times = { createTime: CREATED, updateTime: CREATED, etag: 'W/"0123456789abcdef"' };
  const id = idOf(name);
  if (collectionOf(name) === 'folders') return { name, ...state.folders[id], state: 'ACTIVE', ...times };
  if (collectionOf(name) === 'organizations') {
    const { displayName, customer } = state.organizations[id] ?? {};
    return { name, displayName, directoryCustomerId: customer, state: 'ACTIVE', ...times };
  }
  const { parent, displayName, labels, state: lifecycle } = projectOf(state, name);
  const project = { name: `projects/${numberOf(state, name)}`, parent, projectId: id, state: lifecycle ?? 'ACTIVE', displayName };
  return { ...project, ...times, ...(labels === undefined ? {} : { labels }) };
};

function projectOf(state: GcpState, name: ResourceName): GcpProject {
  const project = state.projects[idOf(name)];
  if (project === undefined) throw new Error(`the simulated Google Cloud lost ${name}`);
  return project;
}

/** v1 projects.getAncestry: the project first, the organization last. */
export function getAncestry(call: GcpCall): Reply {
  const { id = '' } = call.path;
  const name = resourceNamed(call.state, 'projects', id);
  const permission = 'resourcemanager.projects.get';
  if (name === undefined || !may(call, permission, name)) return { error: denied(call, permission, `projects/${id}`) };
  return { value: { ancestor: lineage(call.state, name).map((one) => ({ resourceId: resourceId(one) })) } };
}

/** v3 projects.list and folders.list: the direct children of a parent that the caller may list. */
export function listChildren(call: GcpCall): Reply {
  const { collection = '' } = call.path;
  const [above = '', id = ''] = (query(call, 'parent') ?? '').split('/');
  const parent = ['folders', 'organizations'].includes(above) ? resourceNamed(call.state, above, id) : undefined;
  const permission = `resourcemanager.${collection}.list`;
  if (parent === undefined || !may(call, permission, parent)) return { error: denied(call, permission, `${above}/${id}`) };
  const isShown = (name: ResourceName): boolean => query(call, 'showDeleted') === 'true' || !isGoing(call.state, name);
  const children = everything(call.state, collection).filter((name) => lineage(call.state, name)[1] === parent && isShown(name));
  return listed(call, collection, byDisplayName(call.state, collection, children));
}

/** "Normally only ACTIVE projects are returned" (google.cloud.resourcemanager.v3 ListProjectsRequest, show_deleted). */
function isGoing({ projects }: GcpState, name: ResourceName): boolean {
  return collectionOf(name) === 'projects' && projects[idOf(name)]?.state === 'DELETE_REQUESTED';
}

/** Lists are sorted by display name (google.cloud.resourcemanager.v3 Projects.ListProjects). */
function byDisplayName(state: GcpState, collection: string, names: readonly ResourceName[]): readonly ResourceName[] {
  const all: Readonly<Record<string, { readonly displayName: string }>> = collection === 'folders' ? state.folders : state.projects;
  const key = (name: ResourceName): string => `${all[idOf(name)]?.displayName} ${name}`;
  return names.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** v3 projects.search and folders.search: whatever the caller may see and the query fits. */
export function searchResources(call: GcpCall): Reply {
  const { collection = '' } = call.path;
  const terms = (query(call, 'query') ?? '').split(/\s+/).filter((term) => term !== '' && term !== 'AND');
  const strange = terms.find((term) => !/^(?:parent|id|projectId|displayName|state)[:=]/.test(term));
  if (strange !== undefined) return { error: invalid(`The simulated search does not know the term ${strange}.`) };
  const seen = everything(call.state, collection).filter((name) => may(call, permissionFor(name, 'get'), name));
  const found = seen.filter((name) => terms.every((term) => fits(call.state, name, term)));
  return listed(call, collection, found.toSorted());
}

function everything(state: GcpState, collection: string): readonly ResourceName[] {
  return Object.keys(collection === 'folders' ? state.folders : state.projects).map((id) => `${collection}/${id}`);
}

function fits(state: GcpState, name: ResourceName, term: string): boolean {
  const at = term.search(/[:=]/);
  const [field, wanted] = [term.slice(0, at), term.slice(at + 1).replaceAll('"', '')];
  const shown = shownV3(state, name) as Readonly<Record<string, unknown>>;
  return field === 'id' ? idOf(name) === wanted : shown[field] === wanted;
}

/** How many come on a page at most (google.cloud.resourcemanager.v3 folders.list, page_size, is at most 300; of the others nothing is said). */
const MOST = 300;

function listed(call: GcpCall, collection: string, names: readonly ResourceName[]): Reply {
  const page: Page<ResourceName> = pageOf(call, names, MOST);
  if ('error' in page) return page;
  const { items, nextPageToken } = page;
  const shown = items.map((name) => shownV3(call.state, name));
  return { value: { ...(shown.length > 0 ? { [collection]: shown } : {}), ...(nextPageToken === undefined ? {} : { nextPageToken }) } };
}

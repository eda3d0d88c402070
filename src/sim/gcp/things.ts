import type { ResourceName } from './resources.ts';
import type { GcpState } from './state.ts';

/** A kind of thing in a project that has an allow policy with conditions, as its service speaks of it. */
export interface ThingKind {
  /** Its name below a project, over which `{}` stands for one word. */
  readonly form: string;
  readonly host: string;
  /** Over the decoded path of a call, without the verb; the group `thing` or `bucket` is its name. */
  readonly path: string;
  readonly get: 'GET' | 'POST';
  readonly set: 'POST' | 'PUT' | 'PATCH';
  /** What separates the verb: `:getIamPolicy`, `/getIamPolicy`, or `/iam` for both; nothing where the policy is a part of the thing. */
  readonly verb: ':' | '/' | '/iam' | '';
  /** Where a request says which version of a policy it wants. */
  readonly version: 'body' | 'options.requestedPolicyVersion' | 'optionsRequestedPolicyVersion' | 'accessPolicyVersion';
  /** As Cloud Asset Inventory and conditions call it. */
  readonly type: string;
  readonly permissions: string;
  /** How conditions see its project in `resource.name`. */
  readonly project: 'id' | 'number' | 'none';
}

const QUERY = { get: 'GET', set: 'POST', verb: ':', version: 'options.requestedPolicyVersion' } as const;
const BODY = { get: 'POST', set: 'POST', verb: ':', version: 'body' } as const;
const OLDER = { get: 'GET', set: 'POST', verb: '/', version: 'optionsRequestedPolicyVersion' } as const;

function thing(form: string, host: string, root: string): Pick<ThingKind, 'form' | 'host' | 'path'> {
  const below = form.replaceAll('{}', '[^/:]+');
  return { form, host: `${host}.googleapis.com`, path: `${root}/(?<thing>projects/[^/]+/${below})` };
}

function plain(form: string, service: string, place: typeof QUERY | typeof BODY, type: string, permissions: string): ThingKind {
  return { ...thing(form, service, '/v1'), ...place, type: `${service}.googleapis.com/${type}`, permissions, project: 'id' };
}

/** Identity-Aware Proxy calls projects by their number (Identity-Aware Proxy: "Managing access with the API"). */
function proxied(form: string, type: string, permission: string): ThingKind {
  return { ...plain(form, 'iap', BODY, type, `iap.${permission}`), project: 'number' };
}

function computeThing(form: string, type: string, permission: string): ThingKind {
  const common = { type: `compute.googleapis.com/${type}`, permissions: `compute.${permission}`, project: 'id' } as const;
  return { ...thing(form, 'compute', '/compute/v1'), ...OLDER, ...common };
}

/**
 * REST references: Certificate Authority Service v1, Binary Authorization v1, Secret Manager v1, Cloud KMS v1, Cloud Run Admin v2, BigQuery v2, Spanner v1, Bigtable Admin v2, Compute Engine v1,
 * Identity-Aware Proxy v1, Cloud Storage JSON v1, each getIamPolicy and setIamPolicy. Names in conditions: Google IAM, "Resource
 * attributes for IAM Conditions".
 */
export const THINGS: readonly ThingKind[] = [
  {
    form: 'buckets/{}',
    host: 'storage.googleapis.com',
    path: '/storage/v1/b/(?<bucket>[^/]+)',
    get: 'GET',
    set: 'PUT',
    verb: '/iam',
    version: 'optionsRequestedPolicyVersion',
    type: 'storage.googleapis.com/Bucket',
    permissions: 'storage.buckets',
    project: 'none',
  },
  {
    form: 'buckets/{}/managedFolders/{}',
    host: 'storage.googleapis.com',
    path: '/storage/v1/b/(?<bucket>[^/]+)/managedFolders/(?<folder>.+)',
    get: 'GET',
    set: 'PUT',
    verb: '/iam',
    version: 'optionsRequestedPolicyVersion',
    type: 'storage.googleapis.com/ManagedFolder',
    permissions: 'storage.managedFolders',
    project: 'none',
  },
  {
    ...thing('secrets/{}', 'secretmanager', '/v1'),
    ...QUERY,
    type: 'secretmanager.googleapis.com/Secret',
    permissions: 'secretmanager.secrets',
    project: 'number',
  },
  {
    ...thing('locations/{}/keyRings/{}', 'cloudkms', '/v1'),
    ...QUERY,
    type: 'cloudkms.googleapis.com/KeyRing',
    permissions: 'cloudkms.keyRings',
    project: 'id',
  },
  {
    ...thing('locations/{}/keyRings/{}/cryptoKeys/{}', 'cloudkms', '/v1'),
    ...QUERY,
    type: 'cloudkms.googleapis.com/CryptoKey',
    permissions: 'cloudkms.cryptoKeys',
    project: 'id',
  },
  {
    ...thing('locations/{}/services/{}', 'run', '/v2'),
    ...QUERY,
    type: 'run.googleapis.com/Service',
    permissions: 'run.services',
    project: 'id',
  },
  {
    ...thing('datasets/{}', 'bigquery', '/bigquery/v2'),
    get: 'GET',
    set: 'PATCH',
    verb: '',
    version: 'accessPolicyVersion',
    type: 'bigquery.googleapis.com/Dataset',
    permissions: 'bigquery.datasets',
    project: 'id',
  },
  {
    ...thing('datasets/{}/tables/{}', 'bigquery', '/bigquery/v2'),
    ...BODY,
    type: 'bigquery.googleapis.com/Table',
    permissions: 'bigquery.tables',
    project: 'id',
  },
  {
    ...thing('instances/{}/databases/{}', 'spanner', '/v1'),
    ...BODY,
    type: 'spanner.googleapis.com/Database',
    permissions: 'spanner.databases',
    project: 'id',
  },
  plain('instances/{}/backups/{}', 'spanner', BODY, 'Backup', 'spanner.backups'),
  {
    ...thing('instances/{}/tables/{}', 'bigtableadmin', '/v2'),
    ...BODY,
    type: 'bigtableadmin.googleapis.com/Table',
    permissions: 'bigtable.tables',
    project: 'id',
  },
  computeThing('zones/{}/instances/{}', 'Instance', 'instances'),
  computeThing('zones/{}/disks/{}', 'Disk', 'disks'),
  computeThing('regions/{}/disks/{}', 'Disk', 'disks'),
  computeThing('global/images/{}', 'Image', 'images'),
  computeThing('global/snapshots/{}', 'Snapshot', 'snapshots'),
  computeThing('global/instanceTemplates/{}', 'InstanceTemplate', 'instanceTemplates'),
  computeThing('global/backendServices/{}', 'BackendService', 'backendServices'),
  computeThing('regions/{}/backendServices/{}', 'BackendService', 'regionBackendServices'),
  proxied('iap_tunnel/zones/{}/instances/{}', 'TunnelInstance', 'tunnelInstances'),
  proxied('iap_tunnel/zones/{}', 'TunnelZone', 'tunnelZones'),
  proxied('iap_tunnel', 'Tunnel', 'tunnel'),
  proxied('iap_web', 'Web', 'web'),
  proxied('iap_web/{}', 'WebType', 'webTypes'),
  proxied('iap_web/{}/services/{}', 'WebService', 'webServices'),
  proxied('iap_web/{}/services/{}/versions/{}', 'WebServiceVersion', 'webServiceVersions'),
  plain('locations/{}/caPools/{}', 'privateca', QUERY, 'CaPool', 'privateca.caPools'),
  plain('locations/{}/certificateTemplates/{}', 'privateca', QUERY, 'CertificateTemplate', 'privateca.certificateTemplates'),
  plain('attestors/{}', 'binaryauthorization', QUERY, 'Attestor', 'binaryauthorization.attestors'),
];

const PATTERNS = THINGS.map((kind) => ({ kind, pattern: new RegExp(`^projects/[^/]+/${kind.form.replaceAll('{}', '[^/]+')}$`) }));

/** What kind of thing a name is; undefined for projects and what is above them, and for service accounts. */
export function thingOf(name: ResourceName): ThingKind | undefined {
  if (!/^projects\/[^/]+\/./.test(name)) return undefined;
  return PATTERNS.find(({ pattern }) => pattern.test(name))?.kind;
}

/** The one name of a thing whose project may be called by id or number; undefined where there is no such thing. */
export function thingNamed(state: GcpState, said: string): ResourceName | undefined {
  const [, id = '', below = ''] = /^projects\/([^/]+)\/(.+)$/.exec(said) ?? [];
  const byNumber = Object.entries(state.projects).find(([, project]) => project.number === id)?.[0];
  const name = `projects/${byNumber ?? id}/${below}`;
  return Object.hasOwn(state.things ?? {}, name) ? name : undefined;
}

/** Names of buckets are given once in the world (Cloud Storage: "About Cloud Storage buckets"). */
export function bucketNamed(state: GcpState, bucket: string): ResourceName | undefined {
  return Object.keys(state.things ?? {}).find((name) => name.endsWith(`/buckets/${bucket}`) && name.split('/').length === 4);
}

/** A managed folder's own name may have slashes, which calls and names write %2F. */
export function folderNamed(state: GcpState, bucket: string, folder: string): ResourceName | undefined {
  const name = `${bucketNamed(state, bucket)}/managedFolders/${folder.replaceAll('/', '%2F')}`;
  return Object.hasOwn(state.things ?? {}, name) ? name : undefined;
}

/** Of the things over a thing, the nearest one: a key lies in a key ring. */
export function thingAbove(name: ResourceName): ResourceName | undefined {
  const words = name.split('/');
  for (let length = words.length - 1; length > 2; length -= 1) {
    const above = words.slice(0, length).join('/');
    if (thingOf(above) !== undefined) return above;
  }
  return undefined;
}

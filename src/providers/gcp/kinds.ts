/** One kind of thing that people are granted access to and that keeps conditions in its own allow policy. */
export interface ResourceKind {
  /** For people: `secret`. */
  readonly title: string;
  /** Its path below a project in files; words in capitals stand for names. Empty for a project itself. */
  readonly form: string;
  /** The address of the thing, up to the verb. `$` is the whole path of the scope, `$1` and `$2` the names in its form. */
  readonly url: string;
  readonly get: 'GET' | 'POST';
  readonly set: 'POST' | 'PUT' | 'PATCH';
  /** What stands between the address and the verb; `iam` is one address for both, without verbs; `access` is a list in the thing itself. */
  readonly verb: ':' | '/' | 'iam' | 'access';
  /** Where version 3 is asked for. */
  readonly version: 'body' | 'options.requestedPolicyVersion' | 'optionsRequestedPolicyVersion' | 'accessPolicyVersion';
  /** Permissions begin so: `secretmanager.secrets` has `.getIamPolicy` and `.setIamPolicy`. */
  readonly permissions: string;
  /** What else its two calls need, beside those two permissions. */
  readonly also?: { readonly reading: readonly string[]; readonly writing: readonly string[] };
  /** Its address names no project, so whether it lies where the scope says must be asked. */
  readonly home?: 'asked';
  /** What must hold before it takes a condition. */
  readonly needs?: string;
}

const BODY = { get: 'POST', set: 'POST', verb: ':', version: 'body' } as const;
const QUERY = { get: 'GET', set: 'POST', verb: ':', version: 'options.requestedPolicyVersion' } as const;
const STORAGE = { get: 'GET', set: 'PUT', verb: 'iam', version: 'optionsRequestedPolicyVersion' } as const;
const COMPUTE = { get: 'GET', set: 'POST', verb: '/', version: 'optionsRequestedPolicyVersion' } as const;

const PROJECT_API = 'https://cloudresourcemanager.googleapis.com/v3/$';
const KMS_API = 'https://cloudkms.googleapis.com/v1/$';
const BUCKET_API = 'https://storage.googleapis.com/storage/v1/b/$1';
const BIGQUERY_API = 'https://bigquery.googleapis.com/bigquery/v2/$';
const AUTHORITY_API = 'https://privateca.googleapis.com/v1/$';
const PROXY_API = 'https://iap.googleapis.com/v1/$';
const COMPUTE_API = 'https://compute.googleapis.com/compute/v1/$';

/** The thing that every other lies in, and those above it (Resource Manager v3: getIamPolicy, setIamPolicy). */
export const CONTAINERS = {
  projects: { title: 'project', form: '', url: PROJECT_API, ...BODY, permissions: 'resourcemanager.projects' },
  folders: { title: 'folder', form: '', url: PROJECT_API, ...BODY, permissions: 'resourcemanager.folders' },
  organizations: { title: 'organization', form: '', url: PROJECT_API, ...BODY, permissions: 'resourcemanager.organizations' },
} as const satisfies Readonly<Record<string, ResourceKind>>;

/**
 * What lies in a project. Which kinds keep conditions: Google IAM, "Resource types that accept conditional role bindings" and
 * "Services that allow conditional role bindings". The calls: REST reference of each service, getIamPolicy and setIamPolicy.
 */
export const KINDS: readonly ResourceKind[] = [
  {
    title: 'service account',
    form: 'serviceAccounts/ADDRESS',
    url: 'https://iam.googleapis.com/v1/$',
    ...QUERY,
    get: 'POST',
    permissions: 'iam.serviceAccounts',
  },
  {
    // Cloud Storage JSON API: buckets.getIamPolicy, buckets.setIamPolicy; the policy alone is the body. No project in the address.
    title: 'bucket',
    form: 'buckets/BUCKET',
    url: BUCKET_API,
    ...STORAGE,
    permissions: 'storage.buckets',
    home: 'asked',
    needs: 'uniform bucket-level access',
  },
  {
    // Cloud Storage JSON API: managedFolders.getIamPolicy, managedFolders.setIamPolicy; a `/` in its name is written %2F there too.
    title: 'managed folder of a bucket',
    form: 'buckets/BUCKET/managedFolders/FOLDER',
    url: `${BUCKET_API}/managedFolders/$2`,
    ...STORAGE,
    permissions: 'storage.managedFolders',
    home: 'asked',
    needs: 'uniform bucket-level access',
  },
  {
    title: 'secret',
    form: 'secrets/SECRET',
    url: 'https://secretmanager.googleapis.com/v1/$',
    ...QUERY,
    permissions: 'secretmanager.secrets',
  },
  { title: 'key ring', form: 'locations/LOCATION/keyRings/KEYRING', url: KMS_API, ...QUERY, permissions: 'cloudkms.keyRings' },
  {
    title: 'key',
    form: 'locations/LOCATION/keyRings/KEYRING/cryptoKeys/KEY',
    url: KMS_API,
    ...QUERY,
    permissions: 'cloudkms.cryptoKeys',
  },
  {
    title: 'Cloud Run service',
    form: 'locations/LOCATION/services/SERVICE',
    url: 'https://run.googleapis.com/v2/$',
    ...QUERY,
    permissions: 'run.services',
  },
  {
    // BigQuery API: datasets.get, datasets.patch with `accessPolicyVersion`; see dataset.ts.
    title: 'BigQuery dataset',
    form: 'datasets/DATASET',
    url: BIGQUERY_API,
    get: 'GET',
    set: 'PATCH',
    verb: 'access',
    version: 'accessPolicyVersion',
    permissions: 'bigquery.datasets',
    also: { reading: ['bigquery.datasets.get'], writing: ['bigquery.datasets.update'] },
  },
  {
    title: 'BigQuery table',
    form: 'datasets/DATASET/tables/TABLE',
    url: BIGQUERY_API,
    ...BODY,
    permissions: 'bigquery.tables',
  },
  {
    title: 'Spanner database',
    form: 'instances/INSTANCE/databases/DATABASE',
    url: 'https://spanner.googleapis.com/v1/$',
    ...BODY,
    permissions: 'spanner.databases',
  },
  {
    title: 'Spanner backup',
    form: 'instances/INSTANCE/backups/BACKUP',
    url: 'https://spanner.googleapis.com/v1/$',
    ...BODY,
    permissions: 'spanner.backups',
  },
  {
    title: 'Bigtable table',
    form: 'instances/INSTANCE/tables/TABLE',
    url: 'https://bigtableadmin.googleapis.com/v2/$',
    ...BODY,
    permissions: 'bigtable.tables',
  },
  { title: 'virtual machine', form: 'zones/ZONE/instances/INSTANCE', url: COMPUTE_API, ...COMPUTE, permissions: 'compute.instances' },
  { title: 'disk', form: 'zones/ZONE/disks/DISK', url: COMPUTE_API, ...COMPUTE, permissions: 'compute.disks' },
  { title: 'regional disk', form: 'regions/REGION/disks/DISK', url: COMPUTE_API, ...COMPUTE, permissions: 'compute.disks' },
  { title: 'image', form: 'global/images/IMAGE', url: COMPUTE_API, ...COMPUTE, permissions: 'compute.images' },
  { title: 'snapshot', form: 'global/snapshots/SNAPSHOT', url: COMPUTE_API, ...COMPUTE, permissions: 'compute.snapshots' },
  {
    title: 'instance template',
    form: 'global/instanceTemplates/TEMPLATE',
    url: COMPUTE_API,
    ...COMPUTE,
    permissions: 'compute.instanceTemplates',
  },
  {
    title: 'backend service',
    form: 'global/backendServices/BACKEND',
    url: COMPUTE_API,
    ...COMPUTE,
    permissions: 'compute.backendServices',
  },
  {
    title: 'regional backend service',
    form: 'regions/REGION/backendServices/BACKEND',
    url: COMPUTE_API,
    ...COMPUTE,
    permissions: 'compute.regionBackendServices',
  },
  {
    title: 'tunnel to a virtual machine',
    form: 'iap_tunnel/zones/ZONE/instances/INSTANCE',
    url: PROXY_API,
    ...BODY,
    permissions: 'iap.tunnelInstances',
  },
  {
    title: 'tunnels to the machines of a zone',
    form: 'iap_tunnel/zones/ZONE',
    url: PROXY_API,
    ...BODY,
    permissions: 'iap.tunnelZones',
  },
  { title: 'tunnels of a project', form: 'iap_tunnel', url: PROXY_API, ...BODY, permissions: 'iap.tunnel' },
  { title: 'web services of a project', form: 'iap_web', url: PROXY_API, ...BODY, permissions: 'iap.web' },
  { title: 'web services of a kind', form: 'iap_web/WEB', url: PROXY_API, ...BODY, permissions: 'iap.webTypes' },
  {
    title: 'web service',
    form: 'iap_web/WEB/services/WEBSERVICE',
    url: PROXY_API,
    ...BODY,
    permissions: 'iap.webServices',
  },
  {
    title: 'version of a web service',
    form: 'iap_web/WEB/services/WEBSERVICE/versions/VERSION',
    url: PROXY_API,
    ...BODY,
    permissions: 'iap.webServiceVersions',
  },
  {
    title: 'pool of certificate authorities',
    form: 'locations/LOCATION/caPools/POOL',
    url: AUTHORITY_API,
    ...QUERY,
    permissions: 'privateca.caPools',
  },
  {
    title: 'certificate template',
    form: 'locations/LOCATION/certificateTemplates/CERTIFICATE',
    url: AUTHORITY_API,
    ...QUERY,
    permissions: 'privateca.certificateTemplates',
  },
  {
    title: 'attestor',
    form: 'attestors/ATTESTOR',
    url: 'https://binaryauthorization.googleapis.com/v1/$',
    ...QUERY,
    permissions: 'binaryauthorization.attestors',
  },
];

/** Names as the services take them, for the capital words of forms; none of them can leave its part of a path. */
export const NAMES: Readonly<Record<string, string>> = {
  ADDRESS: String.raw`[a-z0-9][a-z0-9.-]{0,98}@[a-z0-9][a-z0-9.-]*\.gserviceaccount\.com`,
  BUCKET: '[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]',
  SECRET: '[A-Za-z0-9_-]{1,255}',
  LOCATION: '[a-z][a-z0-9-]{1,62}',
  KEYRING: '[A-Za-z0-9_-]{1,63}',
  KEY: '[A-Za-z0-9_-]{1,63}',
  SERVICE: '[a-z][a-z0-9-]{0,62}',
  DATASET: '[A-Za-z0-9_]{1,1024}',
  TABLE: '[A-Za-z0-9_-][A-Za-z0-9_.-]{0,1023}',
  INSTANCE: '[a-z][a-z0-9-]{0,62}',
  DATABASE: '[a-z][a-z0-9_-]{0,29}',
  ZONE: '[a-z][a-z0-9-]{1,62}',
  REGION: '[a-z][a-z0-9-]{1,62}',
  DISK: '[a-z][a-z0-9-]{0,62}',
  IMAGE: '[a-z][a-z0-9-]{0,62}',
  SNAPSHOT: '[a-z][a-z0-9-]{0,62}',
  TEMPLATE: '[a-z][a-z0-9-]{0,62}',
  // No part of it is empty, `.` or `..`.
  FOLDER: String.raw`(?!\.{1,2}(?:%2F|$))(?:[A-Za-z0-9_.-]|%2F(?!%2F|$|\.{1,2}(?:%2F|$))){1,500}`,
  BACKUP: '[a-z][a-z0-9_-]{1,59}',
  BACKEND: '[a-z][a-z0-9-]{0,62}',
  WEB: '(?:compute|forwarding_rule)(?:-[a-z][a-z0-9-]{1,62})?|cloud_run-[a-z][a-z0-9-]{1,62}|appengine-[a-z][a-z0-9-]{4,62}',
  WEBSERVICE: '[A-Za-z0-9][A-Za-z0-9_-]{0,62}',
  VERSION: '[a-z0-9][a-z0-9-]{0,62}',
  POOL: '[A-Za-z0-9_-]{1,63}',
  CERTIFICATE: '[A-Za-z0-9_-]{1,63}',
  ATTESTOR: '[A-Za-z0-9_-]{1,255}',
};

/** One kind of thing that people are granted access to and that keeps conditions in its own allow policy. */
export interface ResourceKind {
  /** For people: `secret`. */
  readonly title: string;
  /** Its path below a project in files; words in capitals stand for names. Empty for a project itself. */
  readonly form: string;
  /** The address of the thing, up to the verb. `$` is the whole path of the scope, `$1` the first name in its form. */
  readonly url: string;
  readonly get: 'GET' | 'POST';
  readonly set: 'POST' | 'PUT';
  /** What stands between the address and the verb; `iam` is one address for both, without verbs. */
  readonly verb: ':' | '/' | 'iam';
  /** Where version 3 is asked for. */
  readonly version: 'body' | 'options.requestedPolicyVersion' | 'optionsRequestedPolicyVersion';
  /** Permissions begin so: `secretmanager.secrets` has `.getIamPolicy` and `.setIamPolicy`. */
  readonly permissions: string;
  /** Its address names no project, so whether it lies where the scope says must be asked. */
  readonly home?: 'asked';
  /** What must hold before it takes a condition. */
  readonly needs?: string;
}

const BODY = { get: 'POST', set: 'POST', verb: ':', version: 'body' } as const;
const QUERY = { get: 'GET', set: 'POST', verb: ':', version: 'options.requestedPolicyVersion' } as const;
const COMPUTE = { get: 'GET', set: 'POST', verb: '/', version: 'optionsRequestedPolicyVersion' } as const;

const PROJECT_API = 'https://cloudresourcemanager.googleapis.com/v3/$';
const KMS_API = 'https://cloudkms.googleapis.com/v1/$';
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
    url: 'https://storage.googleapis.com/storage/v1/b/$1',
    get: 'GET',
    set: 'PUT',
    verb: 'iam',
    version: 'optionsRequestedPolicyVersion',
    permissions: 'storage.buckets',
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
    title: 'BigQuery table',
    form: 'datasets/DATASET/tables/TABLE',
    url: 'https://bigquery.googleapis.com/bigquery/v2/$',
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
    title: 'tunnel to a virtual machine',
    form: 'iap_tunnel/zones/ZONE/instances/INSTANCE',
    url: 'https://iap.googleapis.com/v1/$',
    ...BODY,
    permissions: 'iap.tunnelInstances',
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
};

/** What cannot carry our mark, by the form of its path, and why; none of it is in Google's lists of what keeps conditions. */
export interface Unfit {
  readonly form: string;
  readonly why: string;
  /** A condition at the project that means the same, where the service tells conditions its names. */
  readonly clause?: string;
}

export const UNFIT: readonly Unfit[] = [
  { form: 'topics/NAME', why: 'the policy of a Pub/Sub topic keeps no conditions' },
  { form: 'subscriptions/NAME', why: 'the policy of a Pub/Sub subscription keeps no conditions' },
  { form: 'snapshots/NAME', why: 'the policy of a Pub/Sub snapshot keeps no conditions (one of Compute Engine is global/snapshots/NAME)' },
  { form: 'schemas/NAME', why: 'the policy of a Pub/Sub schema keeps no conditions' },
  {
    form: 'datasets/NAME',
    why: 'the access list of a BigQuery dataset is not an allow policy',
    clause: 'resource.name == "projects/PROJECT/datasets/NAME" || resource.name.startsWith("projects/PROJECT/datasets/NAME/")',
  },
  { form: 'locations/NAME/repositories/NAME', why: 'the policy of an Artifact Registry repository keeps no conditions' },
  { form: 'locations/NAME/functions/NAME', why: 'the policy of a function keeps no conditions' },
  { form: 'locations/NAME/jobs/NAME', why: 'the policy of a Cloud Run job keeps no conditions' },
  { form: 'locations/NAME/queues/NAME', why: 'the policy of a queue of Cloud Tasks keeps no conditions' },
  { form: 'locations/NAME/clusters/NAME', why: 'a cluster has no allow policy' },
  { form: 'zones/NAME/clusters/NAME', why: 'a cluster has no allow policy' },
  { form: 'instances/NAME', why: 'Spanner, Bigtable and Cloud SQL all have instances, and those of Cloud SQL have no allow policy' },
];

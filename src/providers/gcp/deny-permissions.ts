/**
 * What a lockdown denies where policy does not say: whole services and kinds where Google takes them as a group, and elsewhere what
 * reads data, hands out credentials or changes access (Google IAM: "Permissions supported in deny policies", "Deny policies":
 * permission groups). A policy with one permission that is not supported is refused as a whole, so nothing doubtful is here.
 */
export const DENIED: readonly string[] = [
  'apikeys.googleapis.com/keys.getKeyString',
  'bigquery.googleapis.com/tables.getData',
  'cloudasset.googleapis.com/*.*',
  'cloudfunctions.googleapis.com/functions.sourceCodeGet',
  'cloudkms.googleapis.com/cryptoKeyVersions.useToDecrypt',
  'cloudresourcemanager.googleapis.com/projects.*',
  'compute.googleapis.com/instances.get',
  'compute.googleapis.com/instances.getSerialPortOutput',
  'compute.googleapis.com/projects.*',
  'container.googleapis.com/clusters.*',
  'datastore.googleapis.com/entities.get',
  'datastore.googleapis.com/entities.list',
  'iam.googleapis.com/serviceAccountKeys.create',
  'iam.googleapis.com/serviceAccounts.getAccessToken',
  'iam.googleapis.com/serviceAccounts.getOpenIdToken',
  'iam.googleapis.com/serviceAccounts.signBlob',
  'iam.googleapis.com/serviceAccounts.signJwt',
  'iam.googleapis.com/workloadIdentityPools.*',
  'logging.googleapis.com/logEntries.list',
  'pubsub.googleapis.com/subscriptions.consume',
  'run.googleapis.com/routes.invoke',
  'run.googleapis.com/services.get',
  'secretmanager.googleapis.com/*.*',
  'spanner.googleapis.com/sessions.create',
  'storage.googleapis.com/objects.get',
  'storage.googleapis.com/objects.list',
];

const FORM = /^[a-z0-9-]+\.googleapis\.com\/(?:\*|[A-Za-z0-9]+)\.(?:\*|[A-Za-z0-9]+)$/;

/** What Google does not take, as far as it is published: of Kubernetes Engine clusters and operations alone; of these no group of all. */
const UNDENIABLE: readonly RegExp[] = [
  /^container\.googleapis\.com\/(?!(?:clusters|operations)\.)/,
  /^(?:artifactregistry|compute|storage)\.googleapis\.com\/\*/,
  /^runtimeconfig\.googleapis\.com\//,
];

/** Whether a deny policy may name this at all; Google's own list, which is longer, has the last word. */
export function isDeniable(permission: string): boolean {
  return FORM.test(permission) && !UNDENIABLE.some((form) => form.test(permission));
}

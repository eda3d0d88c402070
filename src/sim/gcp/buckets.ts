import type { GcpCall, Json } from './call.ts';
import type { GoogleError } from './google-error.ts';
import type { ResourceName } from './resources.ts';
import type { GcpPolicy, GcpState } from './state.ts';

/** The answer of a bucket is a policy with two words of Cloud Storage beside it (Cloud Storage JSON API: buckets.getIamPolicy). */
export function bucketPolicy(name: ResourceName, policy: Json): Json {
  return { kind: 'storage#policy', resourceId: `projects/_/buckets/${bucketOf(name)}`, version: 1, ...policy };
}

/** Fields of the answer that are no part of what is stored. */
export function withoutStorageWords(policy: Json): Json {
  const { kind: _kind, resourceId: _resourceId, ...rest } = policy;
  return rest;
}

/** A counter behind one byte: `CAE=` is the first (Cloud Storage JSON API: buckets, etag). */
export function nextBucketEtag(before: string): string {
  const bytes = Buffer.from(before, 'base64');
  let [count, shift] = [0, 1];
  for (const byte of bytes.subarray(1)) {
    count += (byte & 127) * shift;
    shift *= 128;
  }
  const after = [8];
  for (let left = count + 1; left > 0; left = Math.floor(left / 128)) after.push((left % 128) | (left >= 128 ? 128 : 0));
  return Buffer.from(after).toString('base64');
}

export const FIRST_BUCKET_ETAG = 'CAE=';

/** Cloud Storage answers 412 to an etag that is not the one that stands (Cloud Storage: "HTTP status and error codes for JSON"). */
export function preconditionFailed(message: string): GoogleError {
  const errors = [{ message, domain: 'global', reason: 'conditionNotMet', locationType: 'header', location: 'If-Match' }];
  return { code: 412, status: '', message, reason: 'conditionNotMet', errors };
}

/** Conditions need uniform bucket-level access, and are refused with 412 without it (googleapis/python-storage issue 52). */
export function bucketProblem(state: GcpState, name: ResourceName, next: GcpPolicy): GoogleError | undefined {
  const uniform = state.things?.[name.split('/').slice(0, 4).join('/')]?.uniform !== false;
  if (uniform || next.bindings.every((binding) => binding.condition === undefined)) return undefined;
  return preconditionFailed('To set IAM conditions on a bucket, enable uniform bucket-level access.');
}

export function noBucket(): GoogleError {
  const message = 'The specified bucket does not exist.';
  return { code: 404, status: '', message, reason: 'notFound' };
}

/** The words of terraform-provider-google issue 10569. */
export function noRight({ token }: GcpCall, permission: string): GoogleError {
  const who = token.member.slice(token.member.indexOf(':') + 1);
  const said = `${who} does not have ${permission} access to the Google Cloud Storage bucket.`;
  return {
    code: 403,
    status: '',
    message: `${said} Permission '${permission}' denied on resource (or it may not exist).`,
    reason: 'forbidden',
  };
}

function bucketOf(name: ResourceName): string {
  return name.split('/').slice(3).join('/');
}

/** A bucket or a managed folder in one: both have policies as Cloud Storage speaks of them. */
export function isBucket(name: ResourceName): boolean {
  return /^projects\/[^/]+\/buckets\/[^/]+(?:\/managedFolders\/[^/]+)?$/.test(name);
}

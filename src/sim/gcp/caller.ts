import type { Instant } from '../../domain/instant.ts';
import { permissionsOf } from './access.ts';
import { isDisabled } from './account-state.ts';
import type { GcpCall } from './call.ts';
import { noRight } from './buckets.ts';
import type { GoogleError } from './google-error.ts';
import { collectionOf, lineage, type ResourceName } from './resources.ts';
import type { GcpBinding, GcpState, GcpToken } from './state.ts';
import { thingOf } from './things.ts';

export type Identified = { readonly token: GcpToken } | { readonly error: GoogleError };

/** Who calls, by the bearer token; a missing, unknown or expired one is refused. */
export function identify(headers: Headers, state: GcpState, now: Instant): Identified {
  const bearer = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (bearer === undefined) return { error: unauthenticated('required') };
  const token = Object.hasOwn(state.tokens, bearer) ? state.tokens[bearer] : undefined;
  if (token === undefined) return { error: unauthenticated('unknown') };
  if (token.expires !== undefined && now >= token.expires) return { error: unauthenticated('expired') };
  return isDisabled(state, token.member) ? { error: unauthenticated('disabled') } : { token };
}

const WORDS = {
  required: ['Request is missing required authentication credential.', 'Login Required.', 'required', 'CREDENTIALS_MISSING'],
  unknown: ['Request had invalid authentication credentials.', 'Invalid Credentials', 'authError', 'ACCESS_TOKEN_TYPE_UNSUPPORTED'],
  expired: ['Request had invalid authentication credentials.', 'Invalid Credentials', 'authError', 'ACCESS_TOKEN_EXPIRED'],
  disabled: ['Request had invalid authentication credentials.', 'Invalid Credentials', 'authError', 'ACCOUNT_STATE_INVALID'],
} as const;

const EXPECTED =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

/** The words of google-api-php-client issue 2479 and google.api.ErrorReason. */
function unauthenticated(why: keyof typeof WORDS): GoogleError {
  const [message, short, reason, errorReason] = WORDS[why];
  return {
    code: 401,
    status: 'UNAUTHENTICATED',
    message: `${message} ${EXPECTED}`,
    reason,
    errors: [{ message: short, domain: 'global', reason, location: 'Authorization', locationType: 'header' }],
    details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: errorReason, domain: 'googleapis.com' }],
  };
}

const CLOUD_PLATFORM = 'https://www.googleapis.com/auth/cloud-platform';
const READ_ONLY = 'https://www.googleapis.com/auth/cloud-platform.read-only';

/**
 * Reading is also open to the read-only scope (Resource Manager API: OAuth scopes of each method); a service may want a scope of its
 * own instead.
 */
export function scopeProblem(token: GcpToken, writes: boolean, service: string, own?: string): GoogleError | undefined {
  const fine = own === undefined ? [CLOUD_PLATFORM, ...(writes ? [] : [READ_ONLY])] : [own];
  if (fine.some((scope) => token.scopes.includes(scope))) return undefined;
  return {
    code: 403,
    status: 'PERMISSION_DENIED',
    message: 'Request had insufficient authentication scopes.',
    reason: 'insufficientPermissions',
    errors: [{ message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' }],
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        domain: 'googleapis.com',
        metadata: { service },
      },
    ],
  };
}

/** Whether the caller has a permission on a resource. */
export function may(call: GcpCall, permission: string, name: ResourceName, modifiedRoles?: readonly string[]): boolean {
  return rightsOn(call, name, undefined, modifiedRoles)(permission);
}

/** Answers for one permission after another; by other policies than the true ones where the answer lags. */
export function rightsOn(
  call: GcpCall,
  name: ResourceName,
  bindings?: (name: ResourceName) => readonly GcpBinding[],
  modifiedRoles?: readonly string[],
): (permission: string) => boolean {
  const { state, token, now } = call;
  const given =
    token.byPolicies === true
      ? permissionsOf(state, { member: token.member, resource: name, at: now, ...(modifiedRoles && { modifiedRoles }) }, bindings)
      : undefined;
  const denied = token.denied ?? [];
  return (permission) => given?.has(permission) !== false && !denied.some((pattern) => forbids(state, pattern, permission, name));
}

function forbids(state: GcpState, pattern: string, permission: string, name: ResourceName): boolean {
  const [permissions = '', at] = pattern.split('@');
  if (at !== undefined && !lineage(state, name).includes(at)) return false;
  const words = permissions.split('*').map((word) => word.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${words.join('.*')}$`).test(permission);
}

/**
 * The refusal for a missing permission, which is also the one for a missing resource (google.cloud.resourcemanager.v3
 * Projects.GetIamPolicy). Version 1 says no more than that (kubeflow issue 7140); version 3 and IAM name what is missing
 * (cloud-foundation-fabric issue 2194), and Asset has words of its own (SimpleCSPM issue 1).
 */
export function denied(call: GcpCall, permission: string, name: ResourceName): GoogleError {
  const common = { code: 403, status: 'PERMISSION_DENIED', reason: 'forbidden' };
  if (permission.startsWith('cloudasset.')) return { ...common, message: 'Request denied by Cloud IAM.' };
  if (permission.startsWith('storage.')) return noRight(call, permission);
  if (call.path['version'] === 'v1' && !permission.startsWith('iam.')) return { ...common, message: 'The caller does not have permission' };
  const named = permission.startsWith('iam.') ? 'iam.googleapis.com' : 'cloudresourcemanager.googleapis.com';
  const service = call.path['thing'] === undefined ? named : call.asked.url.hostname;
  const metadata = { permission, resource: name };
  return {
    ...common,
    message: `Permission '${permission}' denied on resource '//${service}/${name}' (or it may not exist).`,
    details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'IAM_PERMISSION_DENIED', domain: service, metadata }],
  };
}

/** `resourcemanager.projects.getIamPolicy`, or `iam.serviceAccounts.getIamPolicy` for a service account. */
export function permissionFor(name: ResourceName, verb: string): string {
  if (name.includes('/serviceAccounts/')) return `iam.serviceAccounts.${verb}`;
  return `${thingOf(name)?.permissions ?? `resourcemanager.${collectionOf(name)}`}.${verb}`;
}

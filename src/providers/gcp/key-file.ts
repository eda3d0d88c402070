import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuthClient } from 'google-auth-library';
import { field } from '../answer.ts';
import type { Access } from '../provider.ts';
import { externalAccountClient, IMPERSONATION_HOST, TOKEN_HOST, trustedUrl } from './external-account.ts';
import { metadataServer } from './metadata-server.ts';
import { overFetch, SCOPES, type SignIn, SignInError, signInWith } from './sign-in.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whatever the machine is signed in as, in Google's order (Application Default Credentials): the file that
 * GOOGLE_APPLICATION_CREDENTIALS names, the one that gcloud wrote, the metadata server of the machine. The library's own search is
 * not used: it asks gcloud and Resource Manager for a project that nobody needs, and does not go through the given fetch throughout.
 */
export async function ambientSignIn(access: Access, env: Environment): Promise<SignIn> {
  const named = env['GOOGLE_APPLICATION_CREDENTIALS'];
  const path = named === undefined || named === '' ? gcloudFile(env) : named;
  const text = path === undefined ? undefined : await textOf(path, path === named);
  if (text === undefined) return metadataServer(access, env);
  const client = await clientFor(parse(text), access, env);
  const quotaProject = env['GOOGLE_CLOUD_QUOTA_PROJECT'];
  if (quotaProject !== undefined && quotaProject !== '') client.quotaProjectId = quotaProject;
  return signInWith(client);
}

/** Where gcloud keeps it: below CLOUDSDK_CONFIG, APPDATA or HOME. */
function gcloudFile(env: Environment): string | undefined {
  const name = 'application_default_credentials.json';
  if (env['CLOUDSDK_CONFIG']) return join(env['CLOUDSDK_CONFIG'], name);
  if (env['APPDATA']) return join(env['APPDATA'], 'gcloud', name);
  return env['HOME'] ? join(env['HOME'], '.config', 'gcloud', name) : undefined;
}

async function textOf(path: string, mustBe: boolean): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!mustBe && field(error, 'code') === 'ENOENT') return undefined;
    throw new SignInError(`the credential file ${path} does not read`, 'check GOOGLE_APPLICATION_CREDENTIALS');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the text, and the text is a secret.
    throw new SignInError('the credential file is no JSON');
  }
}

/** By kind, each with its own constructor, as the library advises for files that are not its own. */
async function clientFor(json: unknown, access: Access, env: Environment): Promise<AuthClient> {
  const kind = text(json, 'type');
  const universe = field(json, 'universe_domain');
  if (universe !== undefined && universe !== 'googleapis.com') {
    throw new SignInError('the credential is for another universe than googleapis.com', 'sign in to the public Google Cloud');
  }
  if (kind === 'external_account') return externalAccountClient(json, access, env);
  if (kind === 'service_account') return serviceAccountClient(json, access);
  if (kind === 'authorized_user') return userClient(json, access);
  if (kind === 'external_account_authorized_user') return workforceUserClient(json, access);
  if (kind === 'impersonated_service_account') return impersonatedClient(json, access, env);
  throw new SignInError(`credentials of type ${JSON.stringify(kind)} are not taken`);
}

async function serviceAccountClient(json: unknown, access: Access): Promise<AuthClient> {
  const { JWT } = await import('google-auth-library');
  const client = new JWT({
    email: text(json, 'client_email'),
    key: text(json, 'private_key'),
    scopes: SCOPES,
    transporterOptions: overFetch(access),
  });
  return withQuota(client, json);
}

async function userClient(json: unknown, access: Access): Promise<AuthClient> {
  const { UserRefreshClient } = await import('google-auth-library');
  const client = new UserRefreshClient({
    clientId: text(json, 'client_id'),
    clientSecret: text(json, 'client_secret'),
    refreshToken: text(json, 'refresh_token'),
    transporterOptions: overFetch(access),
  });
  return withQuota(client, json);
}

async function workforceUserClient(json: unknown, access: Access): Promise<AuthClient> {
  const { ExternalAccountAuthorizedUserClient } = await import('google-auth-library');
  const tokenUrl = text(json, 'token_url');
  trustedUrl(tokenUrl, 'token_url', TOKEN_HOST);
  const client = new ExternalAccountAuthorizedUserClient({
    type: 'external_account_authorized_user',
    audience: text(json, 'audience'),
    client_id: text(json, 'client_id'),
    client_secret: text(json, 'client_secret'),
    refresh_token: text(json, 'refresh_token'),
    token_url: tokenUrl,
    token_info_url: '',
    transporterOptions: overFetch(access),
  });
  return withQuota(client, json);
}

/** Written by `gcloud auth application-default login --impersonate-service-account`. */
async function impersonatedClient(json: unknown, access: Access, env: Environment): Promise<AuthClient> {
  const { Impersonated } = await import('google-auth-library');
  const url = text(json, 'service_account_impersonation_url');
  trustedUrl(url, 'service_account_impersonation_url', IMPERSONATION_HOST);
  const targetPrincipal = /\/serviceAccounts\/([^/:]+):generateAccessToken$/.exec(url)?.[1];
  if (targetPrincipal === undefined) throw new SignInError('the credential file names no account to act as');
  const sourceClient = await clientFor(field(json, 'source_credentials'), access, env);
  return new Impersonated({ sourceClient, targetPrincipal, targetScopes: SCOPES, transporterOptions: overFetch(access) });
}

function withQuota(client: AuthClient, json: unknown): AuthClient {
  const project = field(json, 'quota_project_id');
  if (typeof project === 'string') client.quotaProjectId = project;
  return client;
}

function text(json: unknown, name: string): string {
  const value = field(json, name);
  if (typeof value === 'string' && value !== '') return value;
  throw new SignInError(`the credential file has no ${name}`);
}

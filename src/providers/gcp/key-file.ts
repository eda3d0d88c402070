import type { AuthClient } from 'google-auth-library';
import { field } from '../answer.ts';
import type { Access } from '../provider.ts';
import { actingSignIn } from './acting.ts';
import { externalAccountClient, IMPERSONATION_HOST, TOKEN_HOST, trustedUrl } from './external-account.ts';
import { actingAs } from './github-federation.ts';
import { overFetch, SCOPES, type SignIn, SignInError, signInWith } from './sign-in.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a credential file lets us sign in as, and from there as the account that GCP_SERVICE_ACCOUNT asks to act as. */
export async function keyFileSignIn(json: unknown, access: Access, env: Environment): Promise<SignIn> {
  const acting = actingAs(env);
  const own = await signInFrom(json, access, env);
  return acting === undefined || own.self === `serviceAccount:${acting}` ? own : actingSignIn(acting, own, access);
}

/** A credential file at work, with the project that pays where one is named. */
async function signInFrom(json: unknown, access: Access, env: Environment): Promise<SignIn> {
  const universe = field(json, 'universe_domain');
  if (universe !== undefined && universe !== 'googleapis.com') {
    throw new SignInError('the credential is for another universe than googleapis.com', 'sign in to the public Google Cloud');
  }
  if (text(json, 'type') === 'impersonated_service_account') return impersonated(json, access, env);
  const client = await clientFor(json, access, env);
  const quotaProject = env['GOOGLE_CLOUD_QUOTA_PROJECT'];
  if (quotaProject !== undefined && quotaProject !== '') client.quotaProjectId = quotaProject;
  return signInWith(client, accountIn(json));
}

/** The account that a credential file acts as: the one that it impersonates, or the one whose key it is. */
function accountIn(json: unknown): string | undefined {
  const acting = /\/serviceAccounts\/([^/:]+):generateAccessToken$/.exec(String(field(json, 'service_account_impersonation_url')))?.[1];
  const own = field(json, 'client_email');
  return acting ?? (typeof own === 'string' ? own : undefined);
}

/** By kind, each with its own constructor, as the library advises for files that are not its own. */
async function clientFor(json: unknown, access: Access, env: Environment): Promise<AuthClient> {
  const kind = text(json, 'type');
  if (kind === 'external_account') return externalAccountClient(json, access, env);
  if (kind === 'service_account') return serviceAccountClient(json, access);
  if (kind === 'authorized_user') return userClient(json, access);
  if (kind === 'external_account_authorized_user') return workforceUserClient(json, access);
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
async function impersonated(json: unknown, access: Access, env: Environment): Promise<SignIn> {
  trustedUrl(text(json, 'service_account_impersonation_url'), 'service_account_impersonation_url', IMPERSONATION_HOST);
  const account = accountIn(json);
  if (account === undefined) throw new SignInError('the credential file names no account to act as');
  return actingSignIn(account, await signInFrom(field(json, 'source_credentials'), access, env), access);
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

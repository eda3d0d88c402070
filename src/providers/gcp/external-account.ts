import type { AuthClient, IdentityPoolClientOptions } from 'google-auth-library';
import { field } from '../answer.ts';
import type { Access } from '../provider.ts';
import { overFetch, SCOPES, SignInError } from './sign-in.ts';

/** Google: "Validate credential configurations from external sources". A token is sent to none but these. */
export const TOKEN_HOST = /^sts(?:\.[a-z0-9-]+\.rep)?\.googleapis\.com$/;
export const IMPERSONATION_HOST = /^iamcredentials(?:\.[a-z0-9-]+\.rep)?\.googleapis\.com$/;
/** GitHub: "OpenID Connect", the address in ACTIONS_ID_TOKEN_REQUEST_URL. */
const SUBJECT_HOST = /^(?:[a-z0-9-]+\.)*actions\.githubusercontent\.com$/;

/** Workload identity federation, as google-github-actions/auth writes it: the workflow's own token, exchanged for one of Google. */
export async function externalAccountClient(json: unknown, access: Access, env: Environment): Promise<AuthClient> {
  assertTrusted(json, env);
  const { IdentityPoolClient } = await import('google-auth-library');
  const client = new IdentityPoolClient({ ...(json as IdentityPoolClientOptions), scopes: SCOPES, transporterOptions: overFetch(access) });
  reroute(client);
  return client;
}

type Environment = Readonly<Record<string, string | undefined>>;

function assertTrusted(json: unknown, env: Environment): void {
  trustedUrl(field(json, 'token_url'), 'token_url', TOKEN_HOST);
  const impersonation = field(json, 'service_account_impersonation_url');
  if (impersonation !== undefined) trustedUrl(impersonation, 'service_account_impersonation_url', IMPERSONATION_HOST);
  const source = field(json, 'credential_source');
  const url = field(source, 'url');
  if (url === undefined && typeof field(source, 'file') === 'string') return;
  if (!isOwnGitHub(url, env)) trustedUrl(url, 'credential_source.url', SUBJECT_HOST);
}

/** An enterprise's GitHub has a host of its own, and the runner says which. */
function isOwnGitHub(url: unknown, env: Environment): boolean {
  const own = URL.parse(env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '')?.origin;
  return own !== undefined && typeof url === 'string' && own.startsWith('https:') && URL.parse(url)?.origin === own;
}

/** Throws unless the value is an https address at a host that may see a token. */
export function trustedUrl(value: unknown, name: string, host: RegExp): void {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  const fine = url !== null && url.protocol === 'https:' && url.port === '' && url.username === '' && host.test(url.hostname);
  if (!fine) throw new SignInError(`the credential file has a ${name} that is not of Google or GitHub`);
}

/** The library gives its token exchange a transporter of its own, whatever it was told (google-auth-library 11.3, StsCredentials). */
function reroute(client: AuthClient): void {
  const exchange: unknown = Reflect.get(client, 'stsCredential');
  if (typeof exchange !== 'object' || exchange === null) throw new Error('google-auth-library has no stsCredential any more');
  Reflect.set(exchange, 'transporter', client.transporter);
}

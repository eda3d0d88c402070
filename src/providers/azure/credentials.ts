import type { TokenCredential } from '@azure/identity';
import type { Failure } from '../../domain/outcome.ts';
import { field, oneLine } from '../answer.ts';
import { type Access, type Identity } from '../provider.ts';
import { read } from '../transport.ts';
import { BUDGET } from './arm.ts';
import { Refused } from './failures.ts';
import { httpClientOver } from './http-client.ts';
import { isImmutable, mistakeIn } from './mistakes.ts';

type Env = Extract<Identity, { kind: 'ambient' }>['env'];

/** The public cloud's token endpoint. */
const LOGIN = 'login.microsoftonline.com';
const AUDIENCE = 'api://AzureADTokenExchange';
/** The SDK asks for the assertion twice for each token; GitHub's lives for five minutes. */
const ASSERTION_LIFE = 4 * 60_000;

/**
 * Who the tool is for Azure. Nothing is signed in before the first token is asked for, and nothing throws before that: a sign-in
 * that cannot begin fails each reading of Azure, while other clouds go on.
 */
export async function credentialOf(access: Access): Promise<TokenCredential> {
  const { identity } = access;
  if (identity.kind === 'token') return fixed(identity.token, access);
  try {
    const tenant = tenantOf(identity.env, access.tenant);
    const github = githubOf(identity.env, tenant);
    return await (github === undefined ? commandLine(tenant, identity.env) : federated(access, github));
  } catch (error) {
    return { getToken: () => Promise.reject(refusedBy(error, 'forbidden')) };
  }
}

function fixed(token: string, access: Access): TokenCredential {
  return { getToken: () => Promise.resolve({ token, expiresOnTimestamp: access.clock() + 3600_000 }) };
}

function tenantOf(env: Env, wanted: string | undefined): string | undefined {
  const signedIn = env['AZURE_TENANT_ID'];
  if (signedIn === undefined || signedIn === '' || wanted === undefined || signedIn.toLowerCase() === wanted.toLowerCase())
    return wanted ?? signedIn;
  throw new Refused({
    kind: 'forbidden',
    message: `policy names the tenant ${wanted}, but AZURE_TENANT_ID is ${signedIn}`,
    hint: 'Set both to the same tenant.',
  });
}

interface Github {
  readonly tenant: string;
  readonly client: string;
  readonly url: string;
  readonly token: string;
}

function githubOf(env: Env, tenant: string | undefined): Github | undefined {
  const { AZURE_CLIENT_ID: client, ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = env;
  return tenant && client && url && token ? { tenant, client, url, token } : undefined;
}

/** Workload identity federation: a token that GitHub signs for this very job is exchanged for one of Azure. */
async function federated(access: Access, github: Github): Promise<TokenCredential> {
  const { ClientAssertionCredential } = await import('@azure/identity');
  const assertion = remembered(access, () => assertionOf(access, github));
  const options = { httpClient: httpClientOver(access, [LOGIN]), retryOptions: { maxRetries: 0 } };
  const inner = new ClientAssertionCredential(github.tenant, github.client, assertion, options);
  // Asked for here first: what GitHub refuses comes back from the SDK as a failure of Azure.
  const getToken: TokenCredential['getToken'] = async (scopes, asked) => {
    await assertion();
    return inner.getToken(scopes, asked);
  };
  return explained({ getToken }, async () => mismatch(github, subjectOf(await assertion())));
}

/** In a workflow it is what azure/login signed in. */
async function commandLine(tenant: string | undefined, env: Env): Promise<TokenCredential> {
  const { AzureCliCredential } = await import('@azure/identity');
  const inner = new AzureCliCredential(tenant ? { tenantId: tenant } : {});
  return explained(inner, () => Promise.resolve(cliHint(env)), 'forbidden', jobMistake(env));
}

function cliHint(env: Env): string {
  if (env['GITHUB_ACTIONS'] !== 'true')
    return 'On a machine: az login. In a workflow: give the job `permissions: id-token: write` and set AZURE_CLIENT_ID and AZURE_TENANT_ID, or run azure/login first.';
  const missing = ['AZURE_CLIENT_ID', 'ACTIONS_ID_TOKEN_REQUEST_URL'].find((name) => !env[name]);
  return missing === 'AZURE_CLIENT_ID'
    ? 'Set AZURE_CLIENT_ID to the application (client) id of the app registration, or run azure/login before.'
    : 'Give the job `permissions: id-token: write`, or run azure/login before; a pull request from a fork never has that right.';
}

/** What keeps a job from its own token, before anything is asked. */
function jobMistake(env: Env): string | undefined {
  if (env['GITHUB_ACTIONS'] !== 'true') return undefined;
  if (!env['AZURE_CLIENT_ID']) return 'this job has no AZURE_CLIENT_ID';
  return env['ACTIONS_ID_TOKEN_REQUEST_URL'] ? undefined : 'this job may not ask GitHub for a token';
}

async function assertionOf(access: Access, { url, token }: Github): Promise<string> {
  const asked = new URL(url);
  asked.searchParams.set('audience', AUDIENCE);
  const purpose = 'get an identity token from GitHub';
  const reply = await read(access, { method: 'GET', url: asked.href, headers: { authorization: `Bearer ${token}` }, purpose }, BUDGET);
  if (!reply.ok) throw new Refused(reply.failure);
  const value = field(reply.body, 'value');
  if (typeof value !== 'string') throw new Refused({ kind: 'transient', message: `could not ${purpose}: its answer has no token` });
  return value;
}

/** Makes the assertion once for a few minutes; one that failed is made anew. */
export function remembered(access: Pick<Access, 'clock'>, make: () => Promise<string>): () => Promise<string> {
  let kept: { readonly since: number; readonly value: Promise<string> } | undefined;
  return () => {
    if (kept === undefined || access.clock() - kept.since >= ASSERTION_LIFE) {
      kept = { since: access.clock(), value: make() };
      kept.value.catch(() => (kept = undefined));
    }
    return kept.value;
  };
}

/** Turns what the SDK throws into a failure with a remedy. An AADSTS code is Entra's own no; without one the way there failed. */
export function explained(
  inner: TokenCredential,
  hint: () => Promise<string>,
  otherwise: 'forbidden' | 'transient' = 'transient',
  before?: string,
): TokenCredential {
  return {
    async getToken(scopes, options) {
      try {
        return await inner.getToken(scopes, options);
      } catch (error) {
        const refused = refusedBy(error, otherwise);
        if (refused === error || refused.failure.kind !== 'forbidden') throw refused;
        throw new Refused(await withRemedy(refused.failure, hint, before));
      }
    },
  };
}

/** What the cloud or the command line said, with what it means and what to do; the job's own mistake comes before what follows from it. */
async function withRemedy(failure: Failure, hint: () => Promise<string>, before: string | undefined): Promise<Failure> {
  const mistake = mistakeIn(failure.message);
  const said = failure.message.slice(FAILED.length);
  const isEntras = /AADSTS\d+/.test(said);
  if (before !== undefined && !isEntras)
    return { ...failure, message: `${FAILED}${before}, and the Azure CLI cannot help: ${said}`, hint: await hint() };
  if (mistake === undefined) return { ...failure, hint: await hint() };
  const message = `${FAILED}${mistake.means} (${mistake.place}): ${said}`;
  return { ...failure, message, hint: mistake.ofTrust === true ? await hint() : mistake.hint };
}

const FAILED = 'the sign-in to Azure failed: ';

function refusedBy(error: unknown, otherwise: 'forbidden' | 'transient'): Refused {
  if (error instanceof Refused) return error;
  const message = error instanceof Error ? error.message : String(error);
  const kind = /AADSTS\d+/.test(message) ? 'forbidden' : otherwise;
  return new Refused({ kind, message: `${FAILED}${oneLine(message)}` });
}

function mismatch({ client }: Github, subject: string): string {
  return (
    `See that the app registration ${client} has a federated credential for the issuer https://token.actions.githubusercontent.com, ` +
    `the audience ${AUDIENCE} and exactly the subject that this job has: ${subject}${formOf(subject)}`
  );
}

/** A credential in the one form of the subject does not fit a token in the other. */
function formOf(subject: string): string {
  if (!subject.startsWith('repo:')) return '';
  return isImmutable(subject)
    ? ' (the immutable form, with the ids of owner and repository)'
    : ' (the classic form, without the ids of owner and repository)';
}

/** The `sub` of a JWT: whom it speaks for, which is no secret. */
function subjectOf(token: string): string {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const subject = field(claims, 'sub');
    return typeof subject === 'string' ? oneLine(subject) : 'unknown';
  } catch {
    return 'unknown';
  }
}

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { createEmulator } from 'emulate';

export const REPOSITORY = 'acme/grants';
const OWNER_TOKEN = 'token-of-the-owner';
const APP = { app_id: 12345, slug: 'grantkeeper', name: 'Grantkeeper' };
const INSTALLATION = 100;
/** The most that any job asks for, and what stands in for a fault: see `forward`. */
const PERMISSIONS = {
  actions: 'read',
  contents: 'write',
  pull_requests: 'write',
  checks: 'write',
  issues: 'write',
  metadata: 'read',
} as const;

type Json = Readonly<Record<string, unknown>>;
type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** Another people's GitHub on loopback, with its known faults mended on the way. */
export interface EmulatedGithub {
  readonly url: string;
  /** As a person with the right to write the repository. */
  as(login: 'acme' | 'bo-s', method: string, path: string, body?: object): Promise<Json>;
  /** A token of an app that may do just this. */
  token(permissions: Permissions): Promise<string>;
  /** Whole requests that were made with such tokens: `GET /repos/…`, with the status of the answer. */
  readonly log: string[];
  close(): Promise<void>;
}

export async function emulatedGithub(): Promise<EmulatedGithub> {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { [OWNER_TOKEN]: { login: 'acme', scopes: ['repo'] }, 'token-of-bo': { login: 'bo-s', scopes: ['repo'] } },
      github: {
        users: [{ login: 'acme' }, { login: 'bo-s' }],
        repos: [{ owner: 'acme', name: 'grants', private: true, auto_init: false }],
        apps: [
          {
            ...APP,
            permissions: PERMISSIONS,
            installations: [{ installation_id: INSTALLATION, account: 'acme', permissions: PERMISSIONS }],
          },
        ],
      },
    },
  });
  const base = emulator.url.replace('localhost', '127.0.0.1');
  const rights = new Map<string, Permissions>();
  const log: string[] = [];
  const privateKey = emulator.generatedSecrets.find((secret) => secret.kind === 'github.app_private_key')?.value ?? '';
  const auth = createAppAuth({ appId: APP.app_id, privateKey, request: new Octokit({ baseUrl: base }).request });
  const minted = async (permissions: Permissions) =>
    (await auth({ type: 'installation', installationId: INSTALLATION, permissions, refresh: true })).token;
  const onIssues = await minted({ issues: 'write' });
  await ask(base, OWNER_TOKEN, 'PUT', `/repos/${REPOSITORY}/collaborators/bo-s`, { permission: 'push' });
  const server = createServer((asked, answer) => {
    void forward(base, asked, { rights, onIssues }).then(({ status, body }) => {
      log.push(`${asked.method} ${asked.url} ${status}`);
      // GitHub's times have no milliseconds.
      answer.writeHead(status, { 'content-type': 'application/json' }).end(body.replaceAll(/(:\d\d)\.\d{3}Z"/g, '$1Z"'));
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    as: async (login, method, path, body) => ask(base, login === 'acme' ? OWNER_TOKEN : 'token-of-bo', method, path, body),
    token: async (permissions) => {
      const token = await minted(permissions);
      rights.set(token, permissions);
      return token;
    },
    log,
    close: async () => {
      await closed(server);
      await emulator.close();
    },
  };
}

async function closed(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}

async function ask(base: string, token: string, method: string, path: string, body?: object): Promise<Json> {
  const answer = await fetch(`${base}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? {} : ((await answer.json()) as Json);
}

interface Tokens {
  /** What each token of the app may do. */
  readonly rights: ReadonlyMap<string, Permissions>;
  /** One of the app that may write issues. */
  readonly onIssues: string;
}

interface Answered {
  readonly status: number;
  readonly body: string;
}

/**
 * What emulate 0.12.2 does not have or does otherwise than GitHub (tried, one by one): no GraphQL; an app has a user; no requests for
 * a commit, no timeline and no activity; workflow files are not read, so no workflow ever ran; the head of a request does not follow its branch; its files are empty and its commits include those of the base; a label or a comment
 * on a request needs the right to write issues, where GitHub takes that to write pull requests too (REST: labels, comments).
 */
async function forward(base: string, asked: IncomingMessage, { rights, onIssues }: Tokens): Promise<Answered> {
  const { method = 'GET', url: path = '/' } = asked;
  const token = (asked.headers.authorization ?? '').replace(/^(token|bearer) /i, '');
  const text = method === 'GET' ? '' : await textOf(asked);
  if (path === '/graphql') return { status: 200, body: JSON.stringify(await graph(base, token, rights.get(token), text)) };
  if (path === '/user' && rights.has(token)) return { status: 403, body: '{"message":"Resource not accessible by integration"}' };
  const missing = await unknownToEmulate(base, token, path);
  if (missing !== undefined) return missing;
  const onIssue = /\/issues\/\d+(\/(labels|comments))?(\?|$)/.test(path) && rights.get(token)?.['pull_requests'] === 'write';
  const answer = await fetch(`${base}${path}`, {
    method,
    headers: { authorization: `Bearer ${onIssue ? onIssues : token}`, 'content-type': 'application/json' },
    ...(text === '' ? {} : { body: text }),
  });
  const [, number, part] = /\/pulls\/(\d+)(\/files|\/commits)?(?:\?|$)/.exec(path) ?? [];
  if (method !== 'GET' || !answer.ok || number === undefined) return { status: answer.status, body: await answer.text() };
  return { status: 200, body: JSON.stringify(await mended(base, await pullOf(base, Number(number)), part)) };
}

/**
 * Lists that emulate has not, from what it knows; with the rights that GitHub asks for them (REST API: list pull requests associated with
 * a commit, list timeline events for an issue), which emulate itself judges where it lists requests. Nothing turns a request here.
 */
async function unknownToEmulate(base: string, token: string, path: string): Promise<Answered | undefined> {
  const [, commit] = /\/commits\/([0-9a-f]{40})\/pulls/.exec(path) ?? [];
  const isTimeline = /\/issues\/\d+\/timeline/.test(path);
  const headers = { authorization: `Bearer ${token}` };
  const pushed = new URL(path, base).searchParams.get('ref');
  if (path.includes('/activity?') && pushed !== null) return activityOn(base, headers, pushed);
  if (commit === undefined && !isTimeline) return undefined;
  const answer = await fetch(`${base}/repos/${REPOSITORY}/pulls?state=all&per_page=100`, { headers });
  if (!answer.ok) return { status: answer.status, body: await answer.text() };
  const pulls = (await answer.json()) as readonly { readonly merge_commit_sha: string | null }[];
  const found = isTimeline ? [] : pulls.filter((pull) => pull.merge_commit_sha === commit);
  return { status: 200, body: JSON.stringify(found) };
}

/** As if somebody had pushed all of a branch at once (REST API: list repository activities). */
async function activityOn(base: string, headers: Record<string, string>, ref: string): Promise<Answered> {
  const answer = await fetch(`${base}/repos/${REPOSITORY}/git/ref/${ref.replace('refs/', '')}`, { headers });
  if (!answer.ok) return { status: answer.status, body: await answer.text() };
  const { object } = (await answer.json()) as { readonly object: { readonly sha: string } };
  const actor = { login: 'acme', type: 'User' };
  const created = { id: 1, ref, activity_type: 'branch_creation', before: '0'.repeat(40), after: object.sha, actor };
  return { status: 200, body: JSON.stringify([{ ...created, timestamp: new Date().toISOString() }]) };
}

/** The two questions that the product asks in GraphQL. */
async function graph(base: string, token: string, rights: Permissions | undefined, text: string): Promise<object> {
  const { variables } = JSON.parse(text) as { readonly variables: { readonly input?: { readonly refUpdates: readonly RefUpdate[] } } };
  const [update] = variables.input?.refUpdates ?? [];
  return update === undefined ? { data: await introduction(base, rights) } : movedRef(base, token, update);
}

/** GraphQL: RefUpdate. */
interface RefUpdate {
  readonly name: string;
  readonly beforeOid: string;
  readonly afterOid: string;
}

/** As emulate judges and does it over REST, where the ref stands as it was told. */
async function movedRef(base: string, token: string, { name, beforeOid, afterOid }: RefUpdate): Promise<object> {
  const isGone = /^0+$/.test(afterOid);
  const refused = { data: { updateRefs: null }, errors: [{ type: 'UNPROCESSABLE' }] };
  if ((await tipOf(base, name.replace('refs/heads/', ''))) !== beforeOid) return refused;
  const answer = await fetch(`${base}/repos/${REPOSITORY}/git/${name}`, {
    method: isGone ? 'DELETE' : 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(isGone ? {} : { body: JSON.stringify({ sha: afterOid, force: true }) }),
  });
  return answer.ok ? { data: { updateRefs: { clientMutationId: null } } } : refused;
}

/** Who a token is, and the repository, where the token may see what it holds. */
async function introduction(base: string, rights: Permissions | undefined): Promise<object> {
  const viewer = { login: `${APP.slug}[bot]` };
  if (rights?.['contents'] === undefined) return { viewer, repository: null };
  const { id, node_id: node, default_branch: name } = await owned(base, '');
  return { viewer, repository: { id: node, databaseId: id, defaultBranchRef: { name, target: { oid: await tipOf(base, String(name)) } } } };
}

interface Pull {
  readonly head: { readonly ref: string };
  readonly base: { readonly ref: string };
}

async function pullOf(base: string, number: number): Promise<Json & Pull> {
  return (await owned(base, `/pulls/${number}`)) as Json & Pull;
}

async function mended(base: string, pull: Json & Pull, part: string | undefined): Promise<unknown> {
  const head = await tipOf(base, pull.head.ref);
  const commits = await commitsSince(base, head, await tipOf(base, pull.base.ref));
  const files = await filesSince(base, head, commits);
  if (part === '/files') return files;
  if (part === '/commits') return commits;
  return { ...pull, head: { ...pull.head, sha: head }, commits: commits.length, changed_files: files.length };
}

async function tipOf(base: string, branch: string): Promise<string> {
  return ((await owned(base, `/git/ref/heads/${branch}`)) as { object: { sha: string } }).object.sha;
}

interface Commit {
  readonly sha: string;
  readonly parents: readonly { readonly sha: string }[];
}

/** Oldest first. */
async function commitsSince(base: string, head: string, tip: string): Promise<readonly Commit[]> {
  const known = new Set<string>();
  for (let at: string | undefined = tip; at !== undefined;) {
    known.add(at);
    at = ((await owned(base, `/commits/${at}`)) as unknown as Commit).parents[0]?.sha;
  }
  const found: Commit[] = [];
  for (let at: string | undefined = head; at !== undefined && !known.has(at);) {
    const commit = (await owned(base, `/commits/${at}`)) as unknown as Commit;
    found.unshift(commit);
    at = commit.parents[0]?.sha;
  }
  return found;
}

async function filesSince(base: string, head: string, commits: readonly Commit[]): Promise<readonly object[]> {
  const before = await treeOf(base, commits[0]?.parents[0]?.sha ?? head);
  const after = await treeOf(base, head);
  const gone = [...before].filter(([path]) => !after.has(path)).map(([filename, sha]) => ({ filename, sha, status: 'removed' }));
  const put = [...after]
    .filter(([path, sha]) => before.get(path) !== sha)
    .map(([filename, sha]) => ({ filename, sha, status: 'modified' }));
  return [...gone, ...put];
}

async function treeOf(base: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const { tree } = (await owned(base, `/git/trees/${commit}?recursive=1`)) as {
    tree: readonly { path: string; sha: string; type: string }[];
  };
  return new Map(tree.filter(({ type }) => type === 'blob').map(({ path, sha }) => [path, sha]));
}

async function owned(base: string, path: string): Promise<Json> {
  return ask(base, OWNER_TOKEN, 'GET', `/repos/${REPOSITORY}${path}`);
}

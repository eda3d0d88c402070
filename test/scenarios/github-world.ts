import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { apply } from '../../src/commands/apply.ts';
import type { Command, Options, Report } from '../../src/commands/command.ts';
import type { Context } from '../../src/commands/context.ts';
import { plan } from '../../src/commands/plan.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { openGithubForge } from '../../src/forge/github/forge.ts';
import { git } from '../../src/git/command.ts';
import { readFolder } from '../../src/git/folder.ts';
import type { Repository } from '../../src/git/repository.ts';
import { gitOutput } from '../../src/git/stream.ts';
import { moveRef } from '../../src/sim/github/branches.ts';
import { commitAt, contentOf, type GitObject, put, textBlob } from '../../src/sim/github/objects.ts';
import { type Push, push, seedAccount, seedRepository, seedToken } from '../../src/sim/github/seed.ts';
import { simulateGithub } from '../../src/sim/github/service.ts';
import { emptyGithub, type GithubState, type Pull, type Repository as Home } from '../../src/sim/github/state.ts';
import { type Leaf, leaves, plant } from '../../src/sim/github/trees.ts';
import type { Fault, SimService } from '../../src/sim/service.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { type ApplyJson, aWorld, type FileMap, type PlanJson, type TestWorld } from './world.ts';

/** The token that the runs have: a workflow's, with what the shipped workflows ask for. */
const TOKEN = 'ghs_theworkflowsowntoken';
const PEOPLE = ['ada-b', 'ben-a', 'bo-s', 'chi-p', 'dan-r', 'gil-m', 'kim-i', 'sam-o', 'zoe-l'];

export const REPO = '/repos/acme/access';

type Method = 'merge' | 'squash' | 'rebase';

interface Landing {
  /** Who pushes the branch and opens the request. */
  readonly by?: string;
  readonly approve?: readonly string[];
  readonly merge?: string;
  readonly method?: Method;
}

/** The simulated clouds of `aWorld`, and GitHub as the forge; the clone holds what GitHub's Git holds, by the same ids. */
export interface GithubWorld extends Pick<TestWorld, 'clock' | 'gcpState' | 'azureState' | 'gcp' | 'azure' | 'repository' | 'waited'> {
  readonly github: SimService;
  readonly state: GithubState;
  readonly home: Home;
  /** A call to GitHub as somebody; throws what GitHub says against it. */
  as(login: string, method: string, path: string, body?: unknown): Promise<Readonly<Record<string, unknown>>>;
  /** `git push` of one commit to a branch; answers the commit. */
  push(what: Omit<Push, 'at' | 'message'> & { readonly message?: string; readonly at?: Instant }): string;
  /** Pushes a branch and opens a request for it. */
  ask(files: FileMap, by?: string): Promise<Pull>;
  review(pull: Pull, login: string, event?: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT'): Promise<number>;
  merge(pull: Pull, login: string, method?: Method): Promise<void>;
  /** Asked, approved, merged and pulled. */
  land(files: FileMap, landing?: Landing): Promise<Pull>;
  /** A merge of the request that was made by hand and pushed, with these files on top. */
  mergeByHand(pull: Pull, login: string, files: FileMap): string;
  tip(branch?: string): string;
  /** `git pull`: the clone gets every object, and has main checked out. */
  pull(): Promise<void>;
  /** From now on GitHub answers this to calls whose path fits; to all of them without one. */
  fails(status: number, path?: RegExp): void;
  heals(): void;
  run(command: Command, options?: Options, args?: readonly string[], more?: Partial<Context>): Promise<Report>;
  plan(): Promise<PlanJson & { readonly exit: number }>;
  apply(options?: Options): Promise<ApplyJson & { readonly exit: number }>;
}

export async function aGithubWorld(): Promise<GithubWorld> {
  const base = await aWorld();
  const { clock, repository } = base;
  // What Git itself would reach is no part of this GitHub.
  await git(repository.root, 'remote', 'set-url', 'origin', `${repository.root}/nowhere`);
  const state = emptyGithub();
  const home = seeded(state, clock.now());
  const github = simulateGithub({ store: memoryStore(state), clock });
  const pulled = new Set<string>();
  const tip = (branch = 'main') => home.refs[`refs/heads/${branch}`] ?? '';
  let failures: Fault[] = [];
  const world: GithubWorld = {
    ...base,
    github,
    state,
    home,
    tip,
    as: (login, method, path, body) => called(github, login, method, path, body),
    push: (what) => push(state, home, { message: 'A change', at: clock.now(), ...what }),
    ask: async (files, by = 'ada-b') => {
      const branch = `ask-${home.nextNumber}`;
      world.push({ branch, files, by, from: tip() });
      const opened = await world.as(by, 'POST', `${REPO}/pulls`, { title: 'Access', head: branch, base: 'main', body: 'Please.' });
      return pullAt(home, opened['number']);
    },
    review: async (pull, login, event = 'APPROVE') =>
      Number((await world.as(login, 'POST', `${REPO}/pulls/${pull.number}/reviews`, { event, body: 'Looked at it.' }))['id']),
    merge: async (pull, login, method = 'merge') =>
      void (await world.as(login, 'PUT', `${REPO}/pulls/${pull.number}/merge`, { merge_method: method })),
    land: async (files, { by, approve = ['bo-s'], merge = 'chi-p', method } = {}) => {
      const pull = await world.ask(files, by);
      for (const login of approve) await world.review(pull, login);
      await world.merge(pull, merge, method);
      await world.pull();
      return pull;
    },
    mergeByHand: (pull, login, files) => mergeByHand(state, home, pull, { login, now: clock.now() }, files),
    pull: () => pullInto(repository, home, pulled, tip()),
    fails: (status, path = /./) => {
      const fault: Fault = { path, times: Infinity, effect: { kind: 'answer', status } };
      failures = [...failures, fault];
      github.faults.push(fault);
    },
    heals: () => {
      for (const fault of failures.splice(0)) github.faults.splice(github.faults.indexOf(fault), 1);
    },
    // Each run opens its forge anew, as a process of its own does.
    run: (command, options, args, more) => base.run(command, options, args, { ...runOver(github, base), ...more }),
    plan: async () => {
      const { json, exit } = await world.run(plan);
      return { ...(json as PlanJson), exit };
    },
    apply: async (options) => {
      const { json, exit } = await world.run(apply, { yes: true, ...options });
      return { ...(json as ApplyJson), exit };
    },
  };
  await world.pull();
  return world;
}

function runOver(github: SimService, world: TestWorld): Pick<Context, 'forge'> {
  const now = () => world.clock.now();
  const options = { owner: 'acme', repo: 'access', token: TOKEN, fetch: github.fetch, now, sleep: world.context().sleep, introduce: true };
  let forge: ReturnType<typeof openGithubForge> | undefined;
  return { forge: () => (forge ??= openGithubForge(options)) };
}

/** The organisation's people on GitHub, and its policy as the first commit. */
function seeded(state: GithubState, at: Instant): Home {
  seedAccount(state, { login: 'acme', type: 'Organization' });
  for (const login of PEOPLE) {
    seedAccount(state, { login });
    seedToken(state, tokenOf(login), login);
  }
  seedAccount(state, { login: 'github-actions[bot]' });
  seedToken(state, TOKEN, 'github-actions[bot]', { contents: 'write', pull_requests: 'write', metadata: 'read' });
  seedToken(state, tokenOf('github-actions[bot]'), 'github-actions[bot]', { contents: 'write', pull_requests: 'write', metadata: 'read' });
  const collaborators = Object.fromEntries(PEOPLE.map((login) => [login, login === 'sam-o' ? 'admin' : 'write'] as const));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const files = readFolder(root, ['policy/', '.github/CODEOWNERS', 'grants/README.md', 'recalls/README.md']);
  const texts = Object.fromEntries(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')]));
  return seedRepository(state, { owner: 'acme', name: 'access', files: texts, at, collaborators });
}

function tokenOf(login: string): string {
  return `token-of-${login}`;
}

async function called(github: SimService, login: string, method: string, path: string, body: unknown) {
  const headers = { authorization: `token ${tokenOf(login)}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await github.fetch(`https://api.github.com${path}`, { method, headers, ...sent });
  const text = await response.text();
  if (!response.ok) throw new Error(`GitHub answered ${response.status}: ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>;
}

function pullAt(home: Home, number: unknown): Pull {
  const pull = home.pulls.find((one) => one.number === number);
  if (pull === undefined) throw new Error(`there is no request ${String(number)}`);
  return pull;
}

/** What somebody with Git on the desk does: merge, change what was merged, push. */
function mergeByHand(state: GithubState, home: Home, pull: Pull, mover: { login: string; now: Instant }, files: FileMap): string {
  const { objects } = home;
  const all = new Map<string, Leaf>(leaves(objects, commitAt(objects, pull.headSha)?.tree ?? ''));
  for (const [path, text] of Object.entries(files)) {
    if (text === null) all.delete(path);
    else all.set(path, { mode: '100644', sha: put(objects, textBlob(text)) });
  }
  const who = { name: mover.login, email: `${mover.login}@example.com`, at: mover.now };
  const parents = [home.refs['refs/heads/main'] ?? '', pull.headSha];
  const tree = plant(objects, all);
  const commit = put(objects, { type: 'commit', tree, parents, author: who, committer: who, message: `Merge ${pull.headRef}` });
  moveRef(state, home, 'refs/heads/main', commit, mover);
  return commit;
}

/** Every object that the clone lacks goes over as a pack; Git itself computes their ids, and refuses one whose links are broken. */
async function pullInto({ root }: Repository, { objects }: Home, pulled: Set<string>, tip: string): Promise<void> {
  const fresh = Object.keys(objects).filter((id) => !pulled.has(id));
  const pack = packOf(fresh.flatMap((id) => objects[id] ?? []));
  if (fresh.length > 0) await gitOutput(root, ['unpack-objects', '-q', '--strict'], { input: pack });
  for (const id of fresh) pulled.add(id);
  await git(root, 'reset', '--quiet', '--hard', tip);
}

const TYPES = { commit: 1, tree: 2, blob: 3 } as const;

/** A pack of version 2, without deltas (Git documentation: gitformat-pack). */
function packOf(objects: readonly GitObject[]): Buffer {
  const head = Buffer.alloc(12);
  head.write('PACK');
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(objects.length, 8);
  const body = Buffer.concat([head, ...objects.flatMap(entryOf)]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

/** Type and length, four bits and then seven at a time, the lowest first; and the content, deflated. */
function entryOf(object: GitObject): readonly Buffer[] {
  const content = contentOf(object);
  const bytes = [(TYPES[object.type] << 4) | (content.length & 15)];
  for (let rest = content.length >> 4; rest > 0; rest >>= 7) {
    bytes.push((bytes.pop() ?? 0) | 0x80, rest & 0x7f);
  }
  return [Buffer.from(bytes), deflateSync(content)];
}

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { Command, Options, Report } from '../../src/commands/command.ts';
import type { Context } from '../../src/commands/context.ts';
import { plan } from '../../src/commands/plan.ts';
import { beneficiaries } from '../../src/commands/sim-benefits.ts';
import { contextOf } from '../../src/compose.ts';
import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import { initForge, statePath } from '../../src/forge/local/desk.ts';
import { type LocalForge, openLocalForge } from '../../src/forge/local/forge.ts';
import { emailOf } from '../../src/forge/local/people.ts';
import { EMPTY_FORGE, type ForgeState } from '../../src/forge/local/state.ts';
import { commitOn } from '../../src/git/branch.ts';
import { git } from '../../src/git/command.ts';
import { type CommitText, commitTo, type FileChange, writeCommit } from '../../src/git/commit.ts';
import { createRepository } from '../../src/git/create.ts';
import { readFolder } from '../../src/git/folder.ts';
import { headCommit, openRepository, type Repository } from '../../src/git/repository.ts';
import { fetchBranches, push } from '../../src/git/transfer.ts';
import { clouds } from '../../src/providers/registry.ts';
import { simulateAzure } from '../../src/sim/azure/azure.ts';
import { exampleAzure } from '../../src/sim/azure/example.ts';
import type { AzureState } from '../../src/sim/azure/state.ts';
import { type FixedClock, fixedClock } from '../../src/sim/clock.ts';
import { exampleGcp } from '../../src/sim/gcp/example.ts';
import { simulateGcp } from '../../src/sim/gcp/gcp.ts';
import type { GcpState } from '../../src/sim/gcp/state.ts';
import { simulatedNetwork } from '../../src/sim/network.ts';
import type { SimService, Store } from '../../src/sim/service.ts';
import { fileStore, memoryStore } from '../../src/sim/store.ts';
import type { SimulatedWorld } from '../../src/simulated-world.ts';
import { type OwnBranch, ownBranchesIn } from '../ledger/own-branches.ts';

/** When the worlds of the scenarios begin. */
export const BEGIN = parseInstant('2026-11-23T09:00:00Z') as Instant;

const ROOT = new URL('../..', import.meta.url).pathname;
const made: string[] = [];
let template: Promise<string> | undefined;

afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
  template = undefined;
});

export interface Change {
  readonly verb: string;
  readonly because: string;
  readonly cloud: string;
  readonly scope: string;
  readonly role: string;
  readonly principal: string;
  readonly grant: string;
  readonly until: string | null;
  readonly endsBy: 'cloud' | 'run' | null;
  readonly digest: string;
}

export interface PlanJson {
  readonly summary: Readonly<Record<string, number>>;
  readonly confirmed: boolean;
  readonly changes: readonly Change[];
  readonly held: readonly Change[];
  readonly observations: readonly { readonly kind: string; readonly grant?: string; readonly member?: string; readonly role?: string }[];
  readonly refusals: readonly {
    readonly code: string;
    readonly message: string;
    readonly grant: string | null;
    readonly holds: readonly string[];
    readonly override: { readonly path: string; readonly text: string } | null;
  }[];
  readonly unread: readonly { readonly scope: string; readonly message: string }[];
}

export interface ApplyJson extends PlanJson {
  readonly outcomes: readonly {
    readonly status: string;
    readonly change: Change;
    readonly failure: { readonly kind: string; readonly message: string; readonly hint?: string } | null;
  }[];
}

export interface Landing {
  /** Logins: who asks, who approves, who merges. */
  readonly by?: string;
  readonly approve?: readonly string[];
  readonly merge?: string;
  /** Milliseconds between the last approval and the merge; 0 when absent. */
  readonly waits?: number;
}

/** Files by path; null deletes one. */
export type FileMap = Readonly<Record<string, string | null>>;

/** A whole simulated world over a real Git repository and its forge, on a clock that moves only when told, or while waiting. */
export interface TestWorld {
  readonly dir: string;
  readonly repository: Repository;
  readonly forge: LocalForge;
  /** The ledger and the snapshot, where they are kept in memory. */
  readonly books: Map<string, OwnBranch>;
  readonly clock: FixedClock;
  readonly gcp: SimService;
  readonly azure: SimService;
  readonly gcpState: Store<GcpState>;
  readonly azureState: Store<AzureState>;
  /** Milliseconds that the engine has waited so far. */
  readonly waited: () => number;
  /** By a pull request: asked, approved and merged; the clone follows. */
  land(files: FileMap, landing?: Landing): Promise<number>;
  /** Straight to main, with nobody's approval. */
  pushToMain(files: FileMap, by?: string): Promise<string>;
  /** A commit of the clone alone, on top of what it has, checked out: as the head of a request is before it is merged. */
  propose(files: FileMap, by?: string): Promise<string>;
  /** Has the clone at what the forge's main is now, after a merge that was not made by `land`. */
  follow(): Promise<void>;
  /** Has the clone at a commit; without one, at the newest of main that it knows. */
  checkout(commit?: string): Promise<void>;
  /** `more` of the context is as the run is given it, such as a clock or a network of its own. */
  run(command: Command, options?: Options, args?: readonly string[], more?: Partial<Context>): Promise<Report>;
  plan(more?: Partial<Context>): Promise<PlanJson & { readonly exit: number }>;
  apply(options?: Options, more?: Partial<Context>): Promise<ApplyJson & { readonly exit: number }>;
  context(more?: Partial<Context>): Context;
}

/** Its ledger and snapshot are kept in memory unless they are what a story is about: each costs ten of Git's children a run. */
export async function aWorld(books: 'memory' | 'git' = 'memory'): Promise<TestWorld> {
  template ??= makeTemplate();
  const clouds = { gcp: exampleGcp(BEGIN), azure: exampleAzure(BEGIN) };
  return worldIn(copied(await template), BEGIN, clouds, books === 'memory' ? new Map() : undefined);
}

/** A beginning that many stories share: it is told once, and each story goes on from a copy of its own. */
export function beginning(tell: () => Promise<TestWorld>): () => Promise<TestWorld> {
  let told: Promise<TestWorld> | undefined;
  return async () => {
    const world = await (told ??= tell());
    const gcp = await world.gcpState.update((state) => structuredClone(state));
    const azure = await world.azureState.update((state) => structuredClone(state));
    return worldIn(copied(dirname(world.dir)), world.clock.now(), { gcp, azure }, new Map(world.books));
  };
}

function copied(from: string): string {
  const top = mkdtempSync(join(tmpdir(), 'grantkeeper-scenario-'));
  made.push(top);
  cpSync(from, top, { recursive: true });
  return top;
}

interface Clouds {
  readonly gcp: GcpState;
  readonly azure: AzureState;
}

async function worldIn(top: string, at: Instant, clouds: Clouds, books: Map<string, OwnBranch> | undefined): Promise<TestWorld> {
  const dir = join(top, 'clone');
  const clock = fixedClock(at);
  const repository = await openRepository(dir);
  const gcpState = memoryStore(clouds.gcp);
  const azureState = memoryStore(clouds.azure);
  const gcp = simulateGcp({ store: gcpState, clock });
  const azure = simulateAzure({ store: azureState, clock });
  const local = await openLocalForge({ dir: top, store: fileStore<ForgeState>(statePath(top), EMPTY_FORGE), now: () => clock.now() });
  const forge = books === undefined ? local : { ...local, own: ownBranchesIn(books) };
  let waited = 0;
  const sleep = async (ms: number) => {
    waited += ms;
    clock.advance(ms);
  };
  const world: SimulatedWorld = {
    dir: top,
    forge,
    now: () => clock.now(),
    move: async (to) => (typeof to === 'number' ? clock.set(to) : clock.advance(to.plus)),
    serve: () => Promise.reject(new Error('a scenario serves nothing')),
    fetch: simulatedNetwork([gcp, azure]),
    token: 'sim-token-grantkeeper',
    services: [gcp, azure],
    sleep,
  };
  const context = (more: Partial<Context> = {}): Context => ({
    ...contextOf({ json: true, quiet: true }, { stopping: () => false }, dir, world),
    ...more,
  });
  const run: TestWorld['run'] = (command, options = {}, args = [], more = {}) => command.run(context(more), options, args);
  return {
    dir,
    repository,
    forge,
    books: books ?? new Map(),
    clock,
    gcp,
    azure,
    gcpState,
    azureState,
    waited: () => waited,
    land: (files, landing) => land({ repository, forge, clock }, files, landing ?? {}),
    pushToMain: (files, by) => pushToMain({ repository, forge, clock }, files, by ?? 'ada-b'),
    propose: async (files, by) => {
      const commit = await commitFrom(repository, await headCommit(repository), files, textOf('A proposal', by ?? 'ada-b', clock));
      await checkout(repository, commit);
      return commit;
    },
    follow: () => follow(repository, forge),
    checkout: (commit) => checkout(repository, commit),
    run,
    plan: async (more) => jsonOf(await run(plan, {}, [], more)) as PlanJson & { readonly exit: number },
    apply: async (options, more) => jsonOf(await run(apply, { yes: true, ...options }, [], more)) as ApplyJson & { readonly exit: number },
    context,
  };
}

function jsonOf(report: Report): object {
  return { ...(JSON.parse(JSON.stringify(report.json)) as object), exit: report.exit };
}

type Parts = Pick<TestWorld, 'repository' | 'forge' | 'clock'>;

async function land(
  { repository, forge, clock }: Parts,
  files: FileMap,
  { by = 'ada-b', approve = ['bo-s'], merge = 'bo-s', waits = 0 }: Landing,
): Promise<number> {
  const head = await headCommit(repository);
  const branch = `b${clock.now()}-${Math.abs(hashOf(JSON.stringify(files)))}`;
  const text = textOf(`Change ${Object.keys(files).join(', ')}`, by, clock);
  // What begins at the forge's main can be written there: a push takes five of Git's children.
  const tip = await forge.tip();
  if (tip.ok && tip.value === head)
    await commitTo(forge.repository, branch, { ...text, parents: [head], changes: changesOf(files) }, 'grows');
  else await push(repository, forge.repository.root, { commit: await commitFrom(repository, head, files, text), branch });
  const opened = must(await forge.openRequest({ branch, author: by, title: 'A change', body: '' }));
  for (const login of approve) must(await forge.review(opened.number, login, 'approve'));
  clock.advance(waits);
  must(
    await forge.merge(
      opened.number,
      merge,
      beneficiaries(
        forge,
        Object.values(clouds).map((cloud) => cloud.syntax),
      ),
    ),
  );
  await follow(repository, forge);
  return opened.number;
}

async function pushToMain({ repository, forge, clock }: Parts, files: FileMap, by: string): Promise<string> {
  const head = await headCommit(repository);
  const commit = await commitFrom(repository, head, files, textOf('Straight to main', by, clock));
  await push(repository, forge.repository.root, { commit, branch: 'main' });
  await follow(repository, forge);
  return commit;
}

function textOf(message: string, by: string, clock: FixedClock): CommitText {
  return { message, author: { name: by, email: emailOf(by) }, at: clock.now() };
}

async function commitFrom(repository: Repository, parent: string, files: FileMap, text: CommitText): Promise<string> {
  return writeCommit(repository, { ...text, parents: [parent], changes: changesOf(files) });
}

function changesOf(files: FileMap): readonly FileChange[] {
  return Object.entries(files).map(([path, content]) => (content === null ? { path, gone: true } : { path, content }));
}

async function follow(repository: Repository, forge: LocalForge): Promise<void> {
  await fetchBranches(repository, forge.repository.root);
  await checkout(repository);
}

async function checkout(repository: Repository, commit = 'refs/remotes/origin/main'): Promise<void> {
  await git(repository.root, 'reset', '--quiet', '--hard', commit);
}

function must<T>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: { readonly message: string } },
): T {
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}

function hashOf(text: string): number {
  let hash = 0;
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) | 0;
  return hash;
}

/** The example's policy, without its grants, as a repository and its forge; made once and copied for each world. */
async function makeTemplate(): Promise<string> {
  const top = mkdtempSync(join(tmpdir(), 'grantkeeper-template-'));
  made.push(top);
  const clone = await createRepository(join(top, 'clone'));
  const files = readFolder(ROOT, ['policy/', '.github/CODEOWNERS', 'grants/README.md', 'recalls/README.md']);
  const changes = files.map(({ path, bytes }) => ({ path, content: bytes }));
  await commitOn(clone, 'main', undefined, changes, {
    message: 'Start with a policy',
    author: { name: 'sam-o', email: emailOf('sam-o') },
    at: BEGIN,
  });
  await git(clone.root, 'reset', '--quiet', '--hard', 'main');
  const forge = await initForge(top);
  await push(clone, forge.root, { commit: await headCommit(clone), branch: 'main' });
  // By a relative path, so that each copy's clone has the forge beside it.
  await git(clone.root, 'remote', 'add', 'origin', '../forge.git');
  await git(clone.root, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  await fetchBranches(clone, forge.root);
  return top;
}

/** A grant file of the payments team; `expires` is an instant or a time of the first day. */
export function grantFile(
  words: { readonly principal?: string; readonly access?: readonly string[]; readonly expires?: string; readonly more?: string } = {},
): string {
  const { principal = 'ada', access = ['{ role: debug, place: payments-test }'], expires = '17:00', more = '' } = words;
  const end = expires.length === 5 ? `2026-11-23T${expires}:00Z` : expires;
  return `principal: ${principal}\nreason: A scenario\nticket: INC-1\naccess:\n${access.map((one) => `  - ${one}\n`).join('')}${more}expires: ${end}\n`;
}

/** The text of a policy file of the example, to change one thing in it. */
export function exampleFile(path: string): string {
  const full = join(ROOT, path);
  if (!existsSync(full)) throw new Error(`the example has no ${path}`);
  return readFileSync(full, 'utf8');
}

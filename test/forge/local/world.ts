import { cpSync } from 'node:fs';
import { beforeAll } from 'vitest';
import { later, type Instant } from '../../../src/domain/instant.ts';
import type { Answer } from '../../../src/forge/forge.ts';
import { initForge, repositoryPath } from '../../../src/forge/local/desk.ts';
import { openLocalForge, type LocalForge } from '../../../src/forge/local/forge.ts';
import type { Benefits } from '../../../src/forge/local/merge.ts';
import { personOf } from '../../../src/forge/local/people.ts';
import { EMPTY_FORGE, type ForgeState, type ForgeStore } from '../../../src/forge/local/state.ts';
import { branchesOf, commitOn, createBranch } from '../../../src/git/branch.ts';
import type { FileChange } from '../../../src/git/commit.ts';
import { memoryStore } from '../../../src/sim/store.ts';
import { instant, scratchFolder } from '../../git/scratch.ts';

export const NOW = instant('2026-11-23T09:00:00Z');
export const GRANT = { path: 'grants/payments/ada.yaml', content: 'principal: ada\n' };

const FILES: readonly FileChange[] = [
  {
    path: '.github/CODEOWNERS',
    content: '/grants/payments/ @bo-s @chi-p\n/grants/search/ @dan-r @zoe-l\n/policy/ @sam-o @kim-i\n/.github/ @sam-o @kim-i\n',
  },
  { path: 'policy/policy.yaml', content: 'stamp: acme-access\n' },
  { path: 'grants/payments/old.yaml', content: 'old\n' },
  { path: 'grants/payments/older.yaml', content: 'older\n' },
  { path: 'grants/search/old.yaml', content: 'search\n' },
];

export interface World {
  readonly dir: string;
  readonly forge: LocalForge;
  readonly store: ForgeStore;
  /** Moves the forge's clock. */
  readonly wait: (ms: number) => void;
  /** Does something once, just when the forge next asks for the time: in the middle of its work. */
  readonly meanwhile: (act: () => void) => void;
  /** Commits to a branch as its people do, on top of it or else of the default branch. */
  readonly push: (login: string, branch: string, changes: readonly FileChange[], message?: string) => Promise<string>;
  readonly head: (branch?: string) => Promise<string>;
}

export const nobody: Benefits = () => Promise.resolve([]);

/** Every test of the file gets its own copy of one forge, in which `prepare` has happened. */
export function worlds(prepare: (world: World) => Promise<unknown> = () => Promise.resolve()): () => Promise<World> {
  let template: string;
  let state: ForgeState;
  beforeAll(async () => {
    template = scratchFolder();
    const repo = await initForge(template);
    await commitOn(repo, 'main', undefined, FILES, { message: 'Begin\n', author: personOf('sam-o'), at: NOW });
    state = { ...EMPTY_FORGE };
    await prepare(await openWorld(template, memoryStore(state)));
  });
  return async () => {
    const dir = scratchFolder();
    cpSync(repositoryPath(template), repositoryPath(dir), { recursive: true });
    return openWorld(dir, memoryStore({ ...state }));
  };
}

export async function openWorld(dir: string, store: ForgeStore): Promise<World> {
  let [at, act]: [Instant, (() => void) | undefined] = [NOW, undefined];
  const now = () => {
    const once = act;
    act = undefined;
    once?.();
    return at;
  };
  const forge = await openLocalForge({ dir, store, now });
  const repo = forge.repository;
  const head = async (branch = 'main') => (await branchesOf(repo)).get(branch) ?? 'none';
  const push: World['push'] = async (login, branch, changes, message = 'change\n') => {
    const heads = await branchesOf(repo);
    const from = heads.get(branch);
    const base = from ?? heads.get('main');
    if (from === undefined && base !== undefined) await createBranch(repo, branch, base);
    const commit = await commitOn(repo, branch, base, changes, { message, author: personOf(login), at });
    if (commit === undefined) throw new Error(`${branch} moved`);
    return commit;
  };
  return { dir, forge, store, wait: (ms) => void (at = later(at, ms)), meanwhile: (once) => void (act = once), push, head };
}

/** What was answered; throws what failed. */
export async function got<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer;
  if (!settled.ok) throw new Error(`${settled.failure.kind}: ${settled.failure.message}`);
  return settled.value;
}

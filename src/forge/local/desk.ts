import { join } from 'node:path';
import { wholeSecond, type Instant } from '../../domain/instant.ts';
import { refsBelow } from '../../git/branch.ts';
import { git } from '../../git/command.ts';
import { createRepository } from '../../git/create.ts';
import { openRepository, type Repository } from '../../git/repository.ts';
import { MERGES } from './merges.ts';
import type { ForgeStore } from './state.ts';
import { toldBy, type Told } from './told.ts';

/** What every operation of the forge works with. */
export interface Desk {
  readonly repo: Repository;
  readonly told: Told;
  readonly defaultBranch: string;
  readonly store: ForgeStore;
  readonly now: () => Instant;
}

/** Where a forge keeps its repository and its state. */
export function repositoryPath(dir: string): string {
  return join(dir, 'forge.git');
}

export function statePath(dir: string): string {
  return join(dir, 'forge.json');
}

/** Makes the bare repository of a forge in a folder; one that is there stays as it is. */
export async function initForge(dir: string, defaultBranch = 'main'): Promise<Repository> {
  const repo = await createRepository(repositoryPath(dir), { bare: true, branch: defaultBranch });
  // Reviews name commits that no branch has any more after a forced push; a clean-up after pushes would lose them.
  await git(repo.root, 'config', 'receive.autogc', 'false');
  return repo;
}

export async function openDesk(dir: string, store: ForgeStore, now: () => Instant): Promise<Desk> {
  const repo = await openRepository(repositoryPath(dir));
  const defaultBranch = (await git(repo.root, 'symbolic-ref', 'HEAD')).replace(/^refs\/heads\//, '');
  // Git keeps whole seconds, and a review must not look later than the merge that it was given for.
  return { repo, told: toldBy(repo), defaultBranch, store, now: () => wholeSecond(now()) };
}

export interface Refs {
  readonly heads: ReadonlyMap<string, string>;
  /** By number of the request, as text. */
  readonly merges: ReadonlyMap<string, string>;
}

export async function refsOf(desk: Desk): Promise<Refs> {
  const all = await refsBelow(desk.repo, 'refs/');
  return { heads: below(all, 'heads/'), merges: below(all, MERGES.slice('refs/'.length)) };
}

function below(refs: ReadonlyMap<string, string>, prefix: string): ReadonlyMap<string, string> {
  const inside = [...refs].filter(([name]) => name.startsWith(prefix));
  return new Map(inside.map(([name, commit]) => [name.slice(prefix.length), commit]));
}

import { writeCommit, type CommitText } from './commit.ts';
import type { Repository } from './repository.ts';
import { gitFields, gitOutput } from './stream.ts';

export type MergedTree = { readonly ok: true; readonly tree: string } | { readonly ok: false; readonly conflicts: readonly string[] };
export type Merge = { readonly ok: true; readonly commit: string } | { readonly ok: false; readonly conflicts: readonly string[] };

/** The files of two commits merged, or the paths at which they conflict. */
export async function mergeTrees(repo: Repository, ours: string, theirs: string): Promise<MergedTree> {
  const args = ['merge-tree', '--write-tree', '--no-messages', '--name-only', '-z', '--end-of-options', ours, theirs];
  const { bytes, exit } = await gitOutput(repo.root, args, { exits: [0, 1] });
  const [tree = '', ...conflicts] = bytes.toString('utf8').split('\0').slice(0, -1);
  return exit === 0 ? { ok: true, tree } : { ok: false, conflicts };
}

/** Merges two commits into a new one with both as parents, never by moving forward. No branch moves. */
export async function mergeCommits(repo: Repository, ours: string, theirs: string, text: CommitText): Promise<Merge> {
  const merged = await mergeTrees(repo, ours, theirs);
  return merged.ok ? { ok: true, commit: await writeCommit(repo, { ...text, parents: [ours, theirs], tree: merged.tree }) } : merged;
}

/** The newest commit that both have behind them; undefined where their histories have nothing in common. */
export async function mergeBase(repo: Repository, a: string, b: string): Promise<string | undefined> {
  const { bytes } = await gitOutput(repo.root, ['merge-base', '--end-of-options', a, b], { exits: [0, 1] });
  const base = bytes.toString('latin1').trim();
  return base === '' ? undefined : base;
}

export interface Difference {
  readonly path: string;
  /** The blob before; absent on additions. */
  readonly before?: string;
  /** The blob after; absent on deletions. */
  readonly after?: string;
}

/** Every path that differs between two commits; a rename is a deletion and an addition, and a change of mode counts. */
export async function differences(repo: Repository, from: string, to: string): Promise<readonly Difference[]> {
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--raw', '--no-abbrev', '--ignore-submodules=none', '--end-of-options', from, to];
  const fields = await gitFields(repo.root, args);
  return fields.filter((_, at) => at % 2 === 1).map((path, at) => differenceOf(fields[2 * at] ?? '', path));
}

function differenceOf(raw: string, path: string): Difference {
  const [, , before, after, letter] = raw.split(' ');
  return {
    path,
    ...(letter === 'A' || before === undefined ? {} : { before }),
    ...(letter === 'D' || after === undefined ? {} : { after }),
  };
}

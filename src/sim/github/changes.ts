import { mergeBase } from './graph.ts';
import type { Objects } from './objects.ts';
import { type Leaf, leavesOfCommit, plant } from './trees.ts';

/** One file that differs between two commits. `sha` is the new blob, or the old one of a removed file. */
export interface FileChange {
  readonly path: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly sha: string;
  readonly previousPath?: string;
}

/** What changed from one commit to another, by path. A file that came with the very bytes of one that went is a rename. */
export function changesBetween(objects: Objects, from: string | undefined, to: string): FileChange[] {
  const before = from === undefined ? new Map<string, Leaf>() : leavesOfCommit(objects, from);
  const after = leavesOfCommit(objects, to);
  const gone = [...before].filter(([path]) => !after.has(path));
  const changes: FileChange[] = [];
  for (const [path, leaf] of after) {
    const old = before.get(path);
    if (old !== undefined) {
      if (old.sha !== leaf.sha || old.mode !== leaf.mode) changes.push({ path, status: 'modified', sha: leaf.sha });
      continue;
    }
    const source = gone.findIndex(([, one]) => one.sha === leaf.sha);
    const [moved] = source < 0 ? [] : gone.splice(source, 1);
    changes.push(moved === undefined ? { path, status: 'added', sha: leaf.sha } : renamed(path, leaf, moved[0]));
  }
  const removed = gone.map(([path, leaf]): FileChange => ({ path, status: 'removed', sha: leaf.sha }));
  return [...changes, ...removed].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The tree of both sides together, or undefined when they cannot be put together by whole files. GitHub merges line by
 * line; here a file that both sides changed differently is a conflict.
 */
export function mergedTree(objects: Objects, ours: string, theirs: string): string | undefined {
  const base = mergeBase(objects, ours, theirs);
  const was = base === undefined ? new Map<string, Leaf>() : leavesOfCommit(objects, base);
  return threeWay(objects, was, leavesOfCommit(objects, ours), leavesOfCommit(objects, theirs));
}

/** The tree of `onto` with what `commit` changed against its first parent, or undefined on a conflict. */
export function replayedTree(objects: Objects, commit: string, parent: string | undefined, onto: string): string | undefined {
  const was = parent === undefined ? new Map<string, Leaf>() : leavesOfCommit(objects, parent);
  return threeWay(objects, was, leavesOfCommit(objects, onto), leavesOfCommit(objects, commit));
}

type Side = ReadonlyMap<string, Leaf>;

function threeWay(objects: Objects, was: Side, ours: Side, theirs: Side): string | undefined {
  const all = new Map<string, Leaf>();
  for (const path of new Set([...was.keys(), ...ours.keys(), ...theirs.keys()])) {
    const [base, mine, other] = [was.get(path), ours.get(path), theirs.get(path)];
    if (!same(base, mine) && !same(base, other) && !same(mine, other)) return undefined;
    const leaf = same(base, mine) ? other : mine;
    if (leaf !== undefined) all.set(path, leaf);
  }
  return plant(objects, all);
}

function renamed(path: string, leaf: Leaf, previousPath: string): FileChange {
  return { path, status: 'renamed', sha: leaf.sha, previousPath };
}

function same(a: Leaf | undefined, b: Leaf | undefined): boolean {
  return a?.sha === b?.sha && a?.mode === b?.mode;
}

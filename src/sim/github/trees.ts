import { commitAt, type Mode, type Objects, put, tree, treeAt, type TreeEntry } from './objects.ts';

/** What stands at a path: a file, a symlink or a submodule. */
export interface Leaf {
  readonly mode: Mode;
  readonly sha: string;
}

/** Every leaf of a tree by its path. */
export function leaves(objects: Objects, treeId: string, prefix = ''): Map<string, Leaf> {
  const all = new Map<string, Leaf>();
  for (const entry of treeAt(objects, treeId)?.entries ?? []) {
    const path = prefix + entry.name;
    if (entry.mode !== '040000') all.set(path, { mode: entry.mode, sha: entry.sha });
    else for (const [below, leaf] of leaves(objects, entry.sha, `${path}/`)) all.set(below, leaf);
  }
  return all;
}

export function leavesOfCommit(objects: Objects, commitId: string): Map<string, Leaf> {
  const commit = commitAt(objects, commitId);
  return commit === undefined ? new Map() : leaves(objects, commit.tree);
}

/** The tree entry at a path, whatever it is. */
export function entryAt(objects: Objects, treeId: string, path: string): TreeEntry | undefined {
  const [first = '', ...rest] = path.split('/');
  const entry = treeAt(objects, treeId)?.entries.find((one) => one.name === first);
  if (entry === undefined || rest.length === 0) return entry;
  return entry.mode === '040000' ? entryAt(objects, entry.sha, rest.join('/')) : undefined;
}

/** A tree of these leaves; folders come from the slashes, so none is ever empty. */
export function plant(objects: Objects, all: ReadonlyMap<string, Leaf>): string {
  const here: TreeEntry[] = [];
  const below = new Map<string, Map<string, Leaf>>();
  for (const [path, leaf] of all) {
    const slash = path.indexOf('/');
    if (slash < 0) {
      here.push({ mode: leaf.mode, name: path, sha: leaf.sha });
      continue;
    }
    const folder = path.slice(0, slash);
    const inside = below.get(folder) ?? new Map<string, Leaf>();
    below.set(folder, inside.set(path.slice(slash + 1), leaf));
  }
  const folders = [...below].map(([name, inside]): TreeEntry => ({ mode: '040000', name, sha: plant(objects, inside) }));
  return put(objects, tree([...here, ...folders]));
}

import { created, notFound, ok, refused, type Said } from './answer.ts';
import { param, type RepositoryAsk, textField } from './call.ts';
import { type Mode, type Objects, put, sizeOf, textBlob, treeAt, blobAt } from './objects.ts';
import { revision } from './revision.ts';
import { apiOf } from './show-repository.ts';
import { type Leaf, leaves, plant } from './trees.ts';

/** GitHub lists at most this many entries of a recursive tree and says so (REST API: get a tree). */
const MAX_ENTRIES = 100_000;

/** GET /git/trees/{tree_sha}: by the id of a tree, or of a commit or branch that has one. */
export function getTree(ask: RepositoryAsk): Said {
  const { objects } = ask.repository;
  const name = param(ask, 'tree_sha');
  const sha = treeAt(objects, name) === undefined ? revision(ask.repository, name)?.commit.tree : name;
  if (sha === undefined) throw notFound();
  const recursive = ask.url.searchParams.has('recursive');
  return ok(showTree(ask, sha, recursive ? everything(objects, sha) : level(objects, sha)));
}

/** POST /git/trees: the entries on top of `base_tree`; an entry with `sha: null` takes its path away. */
export function createTree(ask: RepositoryAsk): Said {
  const { objects } = ask.repository;
  const base = textField(ask, 'base_tree');
  if (base !== undefined && treeAt(objects, base) === undefined) throw refused(422, 'base_tree is not a valid tree oid');
  const all = base === undefined ? new Map<string, Leaf>() : leaves(objects, base);
  const entries: unknown = ask.body['tree'];
  if (!Array.isArray(entries) || entries.length === 0) throw refused(422, 'Invalid tree info');
  for (const entry of entries) apply(objects, all, entry);
  const sha = plant(objects, all);
  return created(showTree(ask, sha, level(objects, sha)));
}

interface Shown {
  readonly path: string;
  readonly mode: Mode;
  readonly sha: string;
}

function apply(objects: Objects, all: Map<string, Leaf>, entry: Record<string, unknown>): void {
  const { path, mode, sha, content } = entry;
  if (typeof path !== 'string' || !isMode(mode)) throw refused(422, 'Must supply a valid tree.mode');
  if (sha === null) {
    // Taking away what is not there is refused, with these very words.
    if (!all.delete(path)) throw refused(422, 'GitRPC::BadObjectState');
    return;
  }
  if (typeof content === 'string' && sha !== undefined) throw refused(422, 'Must supply either tree.sha or tree.content');
  const id = typeof content === 'string' ? put(objects, textBlob(content)) : sha;
  if (typeof id !== 'string' || objects[id] === undefined) throw refused(422, 'tree.sha is not a valid blob');
  all.set(path, { mode, sha: id });
}

function isMode(mode: unknown): mode is Mode {
  return typeof mode === 'string' && ['100644', '100755', '040000', '120000', '160000'].includes(mode);
}

function level(objects: Objects, sha: string): Shown[] {
  return (treeAt(objects, sha)?.entries ?? []).map((entry) => ({ path: entry.name, mode: entry.mode, sha: entry.sha }));
}

function everything(objects: Objects, sha: string, prefix = ''): Shown[] {
  return level(objects, sha).flatMap((entry) => {
    const here = { ...entry, path: prefix + entry.path };
    return entry.mode === '040000' ? [here, ...everything(objects, entry.sha, `${here.path}/`)] : [here];
  });
}

function showTree(ask: RepositoryAsk, sha: string, all: readonly Shown[]): Record<string, unknown> {
  const url = `${apiOf(ask.repository)}/git`;
  const tree = all.slice(0, MAX_ENTRIES).map((entry) => {
    const type = entry.mode === '040000' ? 'tree' : entry.mode === '160000' ? 'commit' : 'blob';
    const blob = blobAt(ask.repository.objects, entry.sha);
    const size = blob === undefined ? {} : { size: sizeOf(blob) };
    return { path: entry.path, mode: entry.mode, type, sha: entry.sha, ...size, url: `${url}/${type}s/${entry.sha}` };
  });
  return { sha, url: `${url}/trees/${sha}`, tree, truncated: all.length > MAX_ENTRIES };
}

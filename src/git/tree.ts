import { compare } from '../domain/finding.ts';
import { blobsOf } from './blobs.ts';
import { type GetObjects, type GitObject, withObjects } from './objects.ts';
import { problem } from './problem.ts';
import type { Repository } from './repository.ts';

/** What Git knows a file as: 100644, 100755, 120000 for a symlink, 160000 for a submodule. */
type FileMode = '100644' | '100755' | '120000' | '160000';

export interface TreeEntry {
  readonly path: string;
  readonly mode: FileMode;
  /** The id of the content; of a submodule the id of its commit. */
  readonly blob: string;
  readonly type: 'blob' | 'commit';
}

/** A file with its content: of a symlink the path that it names, of a submodule nothing. */
export interface TreeFile {
  readonly path: string;
  readonly mode: FileMode;
  /** Cut off one byte behind `MAX_BLOB`, so whoever reads it refuses by length. */
  readonly bytes: Uint8Array;
  /** The id of the content, where Git named it: a folder does not, and to work it out takes its time. */
  readonly blob?: string;
}

/** How objects are come by: from Git, or from its files where they are few. */
type Objects = typeof withObjects;

/**
 * All files of a commit at or below the prefixes, such as `grants/`; everything where there are none. Names that are not
 * UTF-8 come with replacement characters, which no rule for names lets pass.
 */
export async function listTree(
  repo: Repository,
  commit: string,
  prefixes: readonly string[],
  objects: Objects = withObjects,
): Promise<readonly TreeEntry[]> {
  return objects(repo, (get) => entriesAt(get, commit, prefixes));
}

/** The same with contents. */
export async function readTree(
  repo: Repository,
  commit: string,
  prefixes: readonly string[],
  objects: Objects = withObjects,
): Promise<readonly TreeFile[]> {
  return objects(repo, async (get) => {
    const entries = await entriesAt(get, commit, prefixes);
    const blobs = await blobsOf(
      get,
      entries.filter((entry) => entry.type === 'blob').map((entry) => entry.blob),
    );
    return entries.map(({ path, mode, blob }) => ({ path, mode, bytes: blobs.get(blob) ?? new Uint8Array(), blob }));
  });
}

async function entriesAt(get: GetObjects, commit: string, prefixes: readonly string[]): Promise<readonly TreeEntry[]> {
  const wanted = prefixes.map(withoutSlash);
  const entries = await below(get, [{ path: '', blob: `${commit}^{tree}` }], wanted);
  return entries.sort((a, b) => compare(a.path, b.path));
}

interface Folder {
  readonly path: string;
  readonly blob: string;
}

/** One question for all folders of a depth. */
async function below(get: GetObjects, folders: readonly Folder[], wanted: readonly string[]): Promise<TreeEntry[]> {
  if (folders.length === 0) return [];
  const trees = await get(folders.map(({ blob }) => blob));
  const found = folders.flatMap(({ path, blob }, at) => rowsOf(treeIn(trees[at], blob), path === '' ? '' : `${path}/`));
  const [inside, onTheWay] = [found.filter(({ path }) => isWithin(path, wanted)), found.filter(({ path }) => leadsTo(path, wanted))];
  const deeper = [...inside, ...onTheWay].filter(({ mode }) => mode === FOLDER);
  return [...inside.filter(({ mode }) => mode !== FOLDER).map(entryOf), ...(await below(get, deeper, wanted))];
}

/** Whether a path is one of the wanted ones, or lies below one. */
export function isWithin(path: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((one) => path === one || path.startsWith(`${one}/`));
}

/** Whether a wanted one lies below the path. */
export function leadsTo(path: string, wanted: readonly string[]): boolean {
  return wanted.some((one) => one.startsWith(`${path}/`));
}

function treeIn(object: GitObject | undefined, name: string): GitObject {
  if (object?.type === 'tree') return object;
  throw problem('GK7007', `the object ${name} is missing from the repository`, 'Fetch the repository anew: git fetch --refetch.');
}

/** What a tree says of one name. */
export interface Row extends Folder {
  readonly mode: string;
}

export const FOLDER = '40000';

/** A tree is a row of `<mode> <name>`, a zero byte and the id in raw bytes (Git documentation: Git objects). */
export function rowsOf({ id, bytes }: GitObject, prefix = ''): readonly Row[] {
  const rows: Row[] = [];
  const length = id.length / 2;
  for (let at = 0; at < bytes.length;) {
    const [space, zero] = [bytes.indexOf(0x20, at), bytes.indexOf(0, at)];
    const next = zero + 1 + length;
    if (space < 0 || zero < space || next > bytes.length)
      throw problem('GK7008', `the tree ${id} does not read`, 'Check the repository: git fsck.');
    const path = prefix + bytes.toString('utf8', space + 1, zero);
    rows.push({ mode: bytes.toString('latin1', at, space), path, blob: bytes.toString('hex', zero + 1, next) });
    at = next;
  }
  return rows;
}

/** With its slash a prefix would overlook a symlink that stands in place of the folder, and nothing would look like no grants. */
export function withoutSlash(prefix: string): string {
  return prefix.replace(/\/+$/, '');
}

function entryOf({ path, mode, blob }: Row): TreeEntry {
  return { path, blob, mode: modeOf(mode), type: mode === '160000' ? 'commit' : 'blob' };
}

// Very old repositories hold further modes, such as 100664, which mean a plain file.
function modeOf(mode: string): FileMode {
  return mode === '100755' || mode === '120000' || mode === '160000' ? mode : '100644';
}

import { compare } from '../domain/finding.ts';
import { readBlobs } from './blobs.ts';
import { problem } from './problem.ts';
import type { Repository } from './repository.ts';
import { gitFields } from './stream.ts';

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

/**
 * All files of a commit at or below the prefixes, such as `grants/`; everything where there are none. Names that are not
 * UTF-8 come with replacement characters, which no rule for names lets pass.
 */
export async function listTree(repo: Repository, commit: string, prefixes: readonly string[]): Promise<readonly TreeEntry[]> {
  // Behind the commit all is a path here, a `--` too.
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', `${commit}^{commit}`, ...prefixes.map(withoutSlash)];
  const fields = await gitFields(repo.root, args);
  return fields.map(entryOf).sort((a, b) => compare(a.path, b.path));
}

/** The same with contents. */
export async function readTree(repo: Repository, commit: string, prefixes: readonly string[]): Promise<readonly TreeFile[]> {
  const entries = await listTree(repo, commit, prefixes);
  const blobs = await readBlobs(
    repo,
    entries.filter((entry) => entry.type === 'blob').map((entry) => entry.blob),
  );
  return entries.map(({ path, mode, blob }) => ({ path, mode, bytes: blobs.get(blob) ?? new Uint8Array(), blob }));
}

/** With its slash a prefix would overlook a symlink that stands in place of the folder, and nothing would look like no grants. */
export function withoutSlash(prefix: string): string {
  return prefix.replace(/\/+$/, '');
}

function entryOf(line: string): TreeEntry {
  const [, mode, type, blob, path] = /^(\d{6}) (blob|commit) ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
  if (path === undefined || blob === undefined)
    throw problem('GK7008', `git ls-tree printed a line that does not read: ${line}`, 'Check the repository: git fsck.');
  return { path, blob, mode: modeOf(mode), type: type === 'commit' ? 'commit' : 'blob' };
}

// Very old repositories hold further modes, such as 100664, which mean a plain file.
function modeOf(mode: string | undefined): FileMode {
  return mode === '100755' || mode === '120000' || mode === '160000' ? mode : '100644';
}

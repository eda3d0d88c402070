import { problem } from './problem.ts';
import type { Repository } from './repository.ts';
import { gitOutput } from './stream.ts';

/** Files at the top of a branch, however long, and the commit that it points to. */
export interface TopFiles {
  readonly head: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The files that `pick` names of those that lie at the top of a ref, such as `refs/heads/main`; undefined where there is no such ref.
 * Two children for any number of files, and one where none is picked.
 */
export async function readTop(
  repo: Repository,
  ref: string,
  pick: (names: readonly string[]) => readonly string[],
): Promise<TopFiles | undefined> {
  const [commit, tree] = await objectsOf(repo, [`${ref}^{commit}`, `${ref}^{tree}`]);
  if (commit === undefined || tree === undefined) return undefined;
  const blobs = blobsIn(tree);
  const names = pick([...blobs.keys()]).filter((name) => blobs.has(name));
  const contents = await objectsOf(
    repo,
    names.map((name) => blobs.get(name) ?? ''),
  );
  return { head: commit.id, files: new Map(names.map((name, at) => [name, contents[at]?.bytes.toString('utf8') ?? ''])) };
}

interface GitObject {
  readonly id: string;
  readonly bytes: Buffer;
}

/** In the order of their names; undefined for what is not there. */
async function objectsOf(repo: Repository, names: readonly string[]): Promise<readonly (GitObject | undefined)[]> {
  if (names.length === 0) return [];
  const { bytes } = await gitOutput(repo.root, ['cat-file', '--batch', '--buffer'], { input: `${names.join('\n')}\n` });
  const found: (GitObject | undefined)[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\n', at);
    const [id = '', type, size] = bytes.toString('utf8', at, end).split(' ');
    const length = type === 'missing' ? -1 : Number(size);
    found.push(length < 0 ? undefined : { id, bytes: bytes.subarray(end + 1, end + 1 + length) });
    at = end + 1 + length + 1;
  }
  if (found.length !== names.length) throw problem('GK7008', 'git cat-file left something out', 'Check the repository: git fsck.');
  return found;
}

/** A tree is a row of `<mode> <name>`, a zero byte and the id in raw bytes (Git documentation: Git objects). */
function blobsIn({ id, bytes }: GitObject): ReadonlyMap<string, string> {
  const blobs = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const zero = bytes.indexOf(0, at);
    const [mode = '', name = ''] = bytes.toString('utf8', at, zero).split(/ (.*)/s);
    const next = zero + 1 + id.length / 2;
    if (mode.startsWith('100')) blobs.set(name, bytes.toString('hex', zero + 1, next));
    at = next;
  }
  return blobs;
}

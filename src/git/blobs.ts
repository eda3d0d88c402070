import { type GetObjects, type GitObject, withObjects } from './objects.ts';
import { problem } from './problem.ts';
import type { Repository } from './repository.ts';
import { gitOutput } from './stream.ts';

/** Bytes that are kept of one file at most, four times what the largest file may have: a huge one must not fill the memory. */
export const MAX_BLOB = 1024 * 1024;

const ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * The contents of blobs by id, through one child. A longer one than `MAX_BLOB` comes cut off one byte behind it, so that
 * whoever refuses by length still does. Throws a `GitProblem` when one is missing: a hole is never read as an empty file.
 */
export async function readBlobs(
  repo: Repository,
  ids: Iterable<string>,
  objects: typeof withObjects = withObjects,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...ids];
  const malformed = wanted.find((id) => !ID.test(id));
  if (malformed !== undefined) throw problem('GK7007', `"${malformed}" is no id of a blob`, 'Give the full id.');
  return wanted.length === 0 ? new Map() : objects(repo, (get) => blobsOf(get, wanted));
}

/** The same through a child that is at hand. */
export async function blobsOf(get: GetObjects, ids: Iterable<string>): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...new Set(ids)];
  const objects = await get(wanted, MAX_BLOB);
  return new Map(wanted.map((id, at) => [id, contentOf(id, objects[at])]));
}

function contentOf(id: string, object: GitObject | undefined): Uint8Array {
  if (object?.type === 'blob') return object.bytes;
  const what = object === undefined ? 'is missing from the repository' : `is a ${object.type} and no file`;
  throw problem('GK7007', `the object ${id} ${what}`, 'Fetch the repository anew: git fetch --refetch.');
}

/** The whole text of one blob, however long. */
export async function readText(repo: Repository, id: string): Promise<string> {
  return (await gitOutput(repo.root, ['cat-file', 'blob', '--end-of-options', id])).bytes.toString('utf8');
}

/** The id that Git gives a content where it names objects by SHA-1, which is its default. The hash loads late: not every run needs it. */
export function blobIdOf(bytes: Uint8Array): string {
  return idOf('blob', bytes);
}

/** The same of an object of any type. */
export function idOf(type: string, bytes: Uint8Array): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}

import { problem } from './problem.ts';
import type { Repository } from './repository.ts';
import { gitChunks, gitOutput } from './stream.ts';

/** Bytes that are kept of one file at most, four times what the largest file may have: a huge one must not fill the memory. */
export const MAX_BLOB = 1024 * 1024;

const ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * The contents of blobs by id, through one child. A longer one than `MAX_BLOB` comes cut off one byte behind it, so that
 * whoever refuses by length still does. Throws a `GitProblem` when one is missing: a hole is never read as an empty file.
 */
export async function readBlobs(repo: Repository, ids: Iterable<string>): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...new Set(ids)];
  const malformed = wanted.find((id) => !ID.test(id));
  if (malformed !== undefined) throw problem('GK7007', `"${malformed}" is no id of a blob`, 'Give the full id.');
  const blobs = new Map<string, Uint8Array>();
  if (wanted.length === 0) return blobs;
  const take = answers((id, bytes) => blobs.set(id, bytes));
  for await (const chunk of gitChunks(repo.root, ['cat-file', '--batch', '--buffer'], { input: `${wanted.join('\n')}\n` })) take(chunk);
  return blobs;
}

/** The whole text of one blob, however long. */
export async function readText(repo: Repository, id: string): Promise<string> {
  return (await gitOutput(repo.root, ['cat-file', 'blob', '--end-of-options', id])).bytes.toString('utf8');
}

/** The id that Git gives a content where it names objects by SHA-1, which is its default. The hash loads late: not every run needs it. */
export function blobIdOf(bytes: Uint8Array): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

interface Answer {
  readonly id: string;
  readonly size: number;
  readonly parts: Buffer[];
  seen: number;
}

/** Takes the output of `cat-file --batch` in pieces of any size: a line `<id> blob <size>`, the content, and a line's end. */
function answers(done: (id: string, bytes: Uint8Array) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let open: Answer | undefined;
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const end = open === undefined ? rest.indexOf('\n') : 0;
      if (end < 0) return;
      if (open === undefined) {
        open = opened(rest.toString('latin1', 0, end));
        rest = rest.subarray(end + 1);
      }
      rest = taken(open, rest);
      if (open.seen <= open.size) return;
      done(open.id, contentOf(open));
      open = undefined;
    }
  };
}

function opened(line: string): Answer {
  const [id = '', type, size] = line.split(' ');
  if (type === 'blob') return { id, size: Number(size), parts: [], seen: 0 };
  const what = type === 'missing' ? 'is missing from the repository' : `is a ${type} and no file`;
  throw problem('GK7007', `the object ${id} ${what}`, 'Fetch the repository anew: git fetch --refetch.', line);
}

/** Moves what belongs to the answer, the line's end behind it included, and gives back what follows. */
function taken(open: Answer, bytes: Buffer): Buffer {
  const mine = bytes.subarray(0, open.size + 1 - open.seen);
  const room = Math.max(0, MAX_BLOB + 1 - open.seen);
  if (room > 0) open.parts.push(mine.subarray(0, room));
  open.seen += mine.length;
  return bytes.subarray(mine.length);
}

function contentOf(open: Answer): Uint8Array {
  const [only] = open.parts;
  const all = open.parts.length === 1 && only !== undefined ? only : Buffer.concat(open.parts);
  return all.subarray(0, Math.min(open.size, MAX_BLOB + 1));
}

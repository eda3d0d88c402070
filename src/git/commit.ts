import type { Instant } from '../domain/instant.ts';
import { problem } from './problem.ts';
import type { Repository } from './repository.ts';
import { gitOutput } from './stream.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** One path of a commit: new content, a blob or submodule that is there already, or gone. */
export type FileChange =
  | { readonly path: string; readonly content: string | Uint8Array; readonly mode?: '100644' | '100755' | '120000' }
  | { readonly path: string; readonly blob: string; readonly mode: '100644' | '100755' | '120000' | '160000' }
  | { readonly path: string; readonly gone: true };

export interface CommitText {
  readonly message: string;
  readonly author: Person;
  /** The author when absent. */
  readonly committer?: Person;
  /** The date of both; Git keeps whole seconds. */
  readonly at: Instant;
}

export interface NewCommit extends CommitText {
  /** Ids; the files are those of the first one, changed. None makes a root commit. */
  readonly parents: readonly string[];
  /** The id of a tree that takes the place of the first parent's. */
  readonly tree?: string;
  readonly changes?: readonly FileChange[];
}

/**
 * Writes a commit and gives its id. No branch moves and no work tree changes: the commit hangs loose until a branch is set
 * to it. One child writes the blobs, the trees and the commit, so it is as fast for a hundred files as for one.
 */
export async function writeCommit(repo: Repository, commit: NewCommit): Promise<string> {
  const { bytes } = await gitOutput(repo.root, ['fast-import', '--quiet', '--done'], { input: importStream(commit) });
  const id = bytes.toString('latin1').trim();
  if (!/^[0-9a-f]{40,64}$/.test(id)) throw problem('GK7008', 'git fast-import named no commit', 'Check the repository: git fsck.', id);
  return id;
}

/**
 * Writes a commit and sets a branch to it by the same child: `grows` sets it only where the branch has no commit that the new one
 * does not stand on, and answers undefined else; `anew` sets it wherever it was.
 */
export async function commitTo(repo: Repository, branch: string, commit: NewCommit, manner: 'grows' | 'anew'): Promise<string | undefined> {
  const force = manner === 'anew' ? ['--force'] : [];
  const input = importStream(commit, `refs/heads/${branch}`);
  const args = ['fast-import', '--quiet', '--done', ...force];
  const { bytes, exit } = await gitOutput(repo.root, args, { input, exits: [0, 1] });
  return exit === 0 ? bytes.toString('latin1').trim() : undefined;
}

/** The importer wants a branch to write to. It is emptied again within the same stream, so it never exists on disk. */
const SCRATCH = 'refs/grantkeeper/scratch';

function importStream(commit: NewCommit, ref = SCRATCH): Buffer {
  const { author, committer = author, parents, tree, changes = [] } = commit;
  const [first, ...others] = parents;
  return Buffer.concat([
    Buffer.from(`commit ${ref}\nmark :1\nauthor ${signature(author, commit.at)}\ncommitter ${signature(committer, commit.at)}\n`),
    data(commit.message),
    Buffer.from(first === undefined ? '' : `from ${first}\n`),
    Buffer.from(others.map((parent) => `merge ${parent}\n`).join('')),
    Buffer.from(tree === undefined ? '' : `M 040000 ${tree} ""\n`),
    ...changes.flatMap(changeLines),
    Buffer.from(`\nget-mark :1\n${ref === SCRATCH ? `reset ${SCRATCH}\n\n` : ''}done\n`),
  ]);
}

function changeLines(change: FileChange): readonly Buffer[] {
  if (!staysInside(change.path))
    throw problem('GK7008', `${JSON.stringify(change.path)} is no path inside a repository`, 'Name a file below its root.');
  const path = quoted(change.path);
  if ('gone' in change) return [Buffer.from(`D ${path}\n`)];
  if ('blob' in change) return [Buffer.from(`M ${change.mode} ${change.blob} ${path}\n`)];
  return [Buffer.from(`M ${change.mode ?? '100644'} inline ${path}\n`), data(change.content)];
}

/** Git older than 2.44 imports any path, and a later checkout would write where it points. */
function staysInside(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git');
}

function data(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function signature(person: Person, at: Instant): string {
  return `${plain(person.name)} <${plain(person.email)}> ${Math.floor(at / 1000)} +0000`;
}

/** A name may hold neither what ends it nor what ends the line. */
function plain(text: string): string {
  return text.replace(/[<>\0\r\n]/g, '').trim();
}

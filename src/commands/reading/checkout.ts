import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_BLOB } from '../../git/blobs.ts';
import { readFolder } from '../../git/folder.ts';
import { type Checkout, isDirty, landedCommit, type Repository } from '../../git/repository.ts';
import { listTree, readTree, type TreeFile } from '../../git/tree.ts';
import { FOLDERS } from './folders.ts';

export const CODEOWNERS = '.github/CODEOWNERS';

/** What the default branch of the remote holds, to tell a proposal from what has landed. */
export interface Landed {
  readonly commit: string;
  readonly blobs: ReadonlyMap<string, string>;
}

/** What is there to validate, as bytes. It has a file of its own so that Git can be asked while the readers of these bytes load. */
export interface Found {
  readonly raw: readonly TreeFile[];
  /** The text of CODEOWNERS; undefined where there is none. */
  readonly owners: string | undefined;
  /** Whether the folder holds changes that were not read. */
  readonly dirty: boolean;
  /** Undefined where nobody knows what has landed, as without a remote. */
  readonly landed: Landed | undefined;
}

/** From a commit; or, without one, from the folder as it is now. */
export async function readFound(checkout: Checkout, commit: string | undefined): Promise<Found> {
  const { repository } = checkout;
  if (commit === undefined)
    return { raw: readFolder(repository.root, FOLDERS), owners: ownersIn(repository), dirty: false, landed: await landedAt(checkout) };
  const reading = readTree(repository, commit, [...FOLDERS, CODEOWNERS]);
  // Children that run side by side are half of what a short run takes.
  const [files, dirty, landed] = await Promise.all([reading, hasChanges(repository, reading), landedAt(checkout, { commit, reading })]);
  const owners = files.find(({ path }) => path === CODEOWNERS);
  return {
    raw: files.filter((file) => file !== owners),
    owners: owners === undefined ? undefined : new TextDecoder().decode(owners.bytes),
    dirty,
    landed,
  };
}

/** Bytes of Git's index that list several hundred files. */
const SHORT_INDEX = 65_536;

/** A few files that are what the commit holds are seen to be so in less time than a child takes to start; only Git knows the rest. */
async function hasChanges(repository: Repository, reading: Promise<readonly TreeFile[]>): Promise<boolean> {
  const index = statSync(join(repository.gitDir, 'index'), { throwIfNoEntry: false });
  if (repository.bare || index === undefined || index.size > SHORT_INDEX) return isDirty(repository, FOLDERS);
  const committed = (await reading).filter(({ path }) => path !== CODEOWNERS);
  const here = readFolder(repository.root, FOLDERS);
  const same = here.length === committed.length && here.every((file, at) => isSame(file, committed[at]));
  return same ? false : isDirty(repository, FOLDERS);
}

function isSame(here: TreeFile, committed: TreeFile | undefined): boolean {
  if (here.path !== committed?.path || here.mode !== committed.mode) return false;
  return here.bytes.length <= MAX_BLOB && Buffer.compare(here.bytes, committed.bytes) === 0;
}

function ownersIn({ root }: Repository): string | undefined {
  const path = join(root, CODEOWNERS);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

interface Here {
  readonly commit: string;
  readonly reading: Promise<readonly TreeFile[]>;
}

/** Where the checked-out commit is the one that has landed, its files are not listed a second time. */
async function landedAt(checkout: Checkout, here?: Here): Promise<Landed | undefined> {
  const commit = await landedCommit(checkout);
  if (commit === undefined) return undefined;
  const entries = commit === here?.commit ? await here.reading : await listTree(checkout.repository, commit, FOLDERS);
  return { commit, blobs: new Map(entries.map(({ path, blob = '' }) => [path, blob])) };
}

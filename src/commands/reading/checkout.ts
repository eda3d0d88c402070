import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { blobIdOf, MAX_BLOB } from '../../git/blobs.ts';
import { readFolder } from '../../git/folder.ts';
import { withObjects } from '../../git/objects.ts';
import { withStored } from '../../git/stored.ts';
import { type Checkout, isDirty, landedCommit, type Repository } from '../../git/repository.ts';
import { listTree, readTree, type TreeEntry, type TreeFile } from '../../git/tree.ts';
import { FOLDERS } from './folders.ts';

export const CODEOWNERS = '.github/CODEOWNERS';

/** What the default branch of the remote holds, to tell a proposal from what has landed. */
export interface Landed {
  readonly commit: string;
  /** Whether it holds a file just as it is here. */
  readonly holds: (file: TreeFile) => boolean;
  /** Its files of policy/. */
  readonly policy: () => Promise<readonly TreeFile[]>;
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
  const here = commit === undefined || isSmall(repository) ? readFolder(repository.root, FOLDERS) : undefined;
  if (commit === undefined) {
    const raw = here ?? [];
    return { raw, owners: ownersIn(repository), dirty: false, landed: await landedAt(checkout, { reading: Promise.resolve(raw) }) };
  }
  const reading = readTree(repository, commit, [...FOLDERS, CODEOWNERS], objectsOf(repository));
  // Children that run side by side are half of what a short run takes.
  const [files, dirty, landed] = await Promise.all([
    reading,
    hasChanges(repository, here, reading),
    landedAt(checkout, { commit, reading }),
  ]);
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

/** Whether it takes less time to read the few files that are checked out than to start a child. */
function isSmall({ bare, gitDir }: Repository): boolean {
  const index = bare ? undefined : statSync(join(gitDir, 'index'), { throwIfNoEntry: false });
  return index !== undefined && index.size <= SHORT_INDEX;
}

function objectsOf(repository: Repository): typeof withObjects {
  return isSmall(repository) ? withStored : withObjects;
}

/** Files that are what the commit holds are seen to be so by reading them, where they are few; only Git knows the rest. */
async function hasChanges(
  repository: Repository,
  here: readonly TreeFile[] | undefined,
  reading: Promise<readonly TreeFile[]>,
): Promise<boolean> {
  if (here === undefined) return isDirty(repository, FOLDERS);
  const committed = (await reading).filter(({ path }) => path !== CODEOWNERS);
  const same = here.length === committed.length && here.every((file, at) => isSame(file, committed[at]));
  return same ? false : isDirty(repository, FOLDERS);
}

function isSame(here: TreeFile, committed: TreeFile | undefined): boolean {
  return here.path === committed?.path && here.mode === committed.mode && sameBytes(here, committed);
}

function sameBytes(one: TreeFile, other: TreeFile): boolean {
  // What is longer is cut off.
  return one.bytes.length <= MAX_BLOB && Buffer.compare(one.bytes, other.bytes) === 0;
}

function ownersIn({ root }: Repository): string | undefined {
  const path = join(root, CODEOWNERS);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

interface Here {
  /** Absent for the folder as it is. */
  readonly commit?: string;
  readonly reading: Promise<readonly TreeFile[]>;
}

/** Undefined where nobody knows what has landed. Where the checked-out commit is what has, its files are not listed a second time. */
async function landedAt(checkout: Checkout, here: Here): Promise<Landed | undefined> {
  const commit = await landedCommit(checkout);
  if (commit === undefined) return undefined;
  const { repository } = checkout;
  if (commit === here.commit) {
    const files = await here.reading;
    return landedFrom(commit, files, repository, files);
  }
  // Of a folder Git has named no contents. To read the few that have landed is quicker than to load what would name them.
  const list = here.commit === undefined && isSmall(repository) ? readTree : listTree;
  const [entries, files] = await Promise.all([list(repository, commit, FOLDERS, objectsOf(repository)), here.reading]);
  return landedFrom(commit, entries, repository, files);
}

function landedFrom(
  commit: string,
  entries: readonly (TreeFile | TreeEntry)[],
  repository: Repository,
  files: readonly TreeFile[],
): Landed {
  const here = new Map(files.map((file) => [file.path, file]));
  const known = new Map(entries.map((entry) => [entry.path, entry]));
  const policy = async () => {
    const read = entries.flatMap((entry) => ('bytes' in entry && entry.path.startsWith(POLICY) ? [entry] : []));
    const all = read.length > 0 ? read : await readTree(repository, commit, [POLICY], objectsOf(repository));
    // The same bytes in memory are read once.
    return all.map((file) => {
      const twin = here.get(file.path);
      return twin !== undefined && sameBytes(file, twin) ? { ...file, bytes: twin.bytes } : file;
    });
  };
  const holds = (file: TreeFile) => {
    const entry = known.get(file.path);
    if (entry !== undefined && 'bytes' in entry && file.bytes.length <= MAX_BLOB) return sameBytes(file, entry);
    return entry !== undefined && entry.blob === (file.blob ?? blobIdOf(file.bytes));
  };
  return { commit, holds, policy };
}

const POLICY = 'policy/';

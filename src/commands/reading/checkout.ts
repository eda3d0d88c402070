import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  const [files, dirty, landed] = await Promise.all([reading, isDirty(repository, FOLDERS), landedAt(checkout, { commit, reading })]);
  const owners = files.find(({ path }) => path === CODEOWNERS);
  return {
    raw: files.filter((file) => file !== owners),
    owners: owners === undefined ? undefined : new TextDecoder().decode(owners.bytes),
    dirty,
    landed,
  };
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

import { compare } from '../../domain/finding.ts';
import { stemOf } from '../../domain/name.ts';
import type { Deletion, RequestText } from '../forge.ts';
import { deletionHash, readPruneMarker } from '../prune-marker.ts';
import type { Client } from './client.ts';
import { unsafe } from './failures.ts';
import { sameLogin, type Account } from './people.ts';
import type { PullCommit, PullFile } from './pull.ts';

export const PRUNE_BRANCH = 'grantkeeper/prune';
export const PRUNE_LABEL = 'grantkeeper:prune';

/** Who GitHub names as the committer of what an app commits through the API, because GitHub signs it. */
const WEB_FLOW = 'web-flow';

const TRAILER = /^Grantkeeper-Prune: ([0-9a-f]{64})$/m;

/**
 * Subject, and a trailer by which we know our own commit again. The others are for people who read `git log`: anybody can write a
 * trailer, so none of them proves anything.
 */
export function pruneMessage({ title, ledger }: Pick<RequestText, 'title' | 'ledger'>, deletions: readonly Deletion[]): string {
  const reasons = new Set(deletions.flatMap(({ reason }) => reason ?? []));
  const trailers = [
    ...deletions.map(({ grant }) => `Grant-Id: ${grant}`),
    ...[...reasons].toSorted(compare).map((reason) => `Grantkeeper-Reason: ${reason}`),
    ...(ledger === undefined ? [] : [`Grantkeeper-Ledger: ${ledger}`]),
    `Grantkeeper-Prune: ${deletionHash(deletions)}`,
  ];
  return `${title}\n\n${trailers.join('\n')}\n`;
}

/** What the commits and files of a request take away; undefined when anything in it is not ours. */
export function ownDeletions(login: string, commits: readonly Authored[], files: readonly PullFile[]): readonly Deletion[] | undefined {
  const [commit, ...more] = commits;
  if (commit === undefined || more.length > 0 || !isOwn(login, commit)) return undefined;
  const deletions = deletionsOf(files);
  const whole = deletions.length === files.length && TRAILER.exec(commit.commit.message)?.[1] === deletionHash(deletions);
  return whole ? deletions : undefined;
}

export type Authored = Pick<PullCommit, 'author' | 'committer' | 'commit'>;

/**
 * Whether we wrote this commit. Account names come from addresses that anybody may write, so this protects the work of
 * people who mean no harm; nobody gains anything by passing for us but the loss of a commit.
 */
export function isOwn(login: string, { author, committer, commit }: Authored): boolean {
  return isOneOf(author, login) && isOneOf(committer, login, WEB_FLOW) && TRAILER.test(commit.message);
}

function isOneOf(account: Account, ...logins: readonly string[]): boolean {
  return logins.some((one) => sameLogin(account?.login ?? '', one));
}

/** Of the files of a request those that it removes, each with the blob that stood there. */
export function deletionsOf(files: readonly PullFile[]): readonly Deletion[] {
  return files.flatMap(({ status, filename, sha }): Deletion[] => {
    return status === 'removed' && sha !== null ? [{ path: filename, blob: sha, grant: stemOf(filename) }] : [];
  });
}

/** A request of the prune branch as a list shows it. */
export interface PruneListing {
  readonly number: number;
  readonly body?: string | null;
  readonly user: Account;
  readonly closed_at?: string | null;
  readonly merged_at?: string | null;
  readonly html_url: string;
  readonly head: { readonly repo: { readonly id: number } | null };
}

/** The question for all requests from our branch into the default branch. */
export async function ofPruneBranch(client: Client) {
  const { defaultBranch } = await client.home();
  return { ...client.at, head: `${client.at.owner}:${PRUNE_BRANCH}`, base: defaultBranch, per_page: 100 };
}

/** By its marker, which anybody could copy, and therefore also by its author. */
export function isOurRequest(one: PruneListing, home: number, login: string): boolean {
  return one.head.repo?.id === home && sameLogin(one.user?.login ?? '', login) && readPruneMarker(one.body ?? '') !== undefined;
}

export function foreign(): Error {
  return unsafe(
    `the branch ${PRUNE_BRANCH} holds a commit that is not ours; nothing was written over it`,
    'Merge or close that pull request, or delete the branch; the next run opens a new one.',
  );
}

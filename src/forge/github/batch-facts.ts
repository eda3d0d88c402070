import type { MergedRequest } from '../../domain/request.ts';
import type { BatchCommit, BatchPull, BatchWritten, List, Wanted, Who } from './batch-query.ts';
import type { Client } from './client.ts';
import { type Account, isBot, loginOf } from './people.ts';
import type { PullCommit } from './pull.ts';
import type { Pushed } from './pushers.ts';
import { instantOf, type RawReview, reviewsFrom } from './reviews.ts';

/** A request that a batch told as a whole; only who pushed it is missing. */
export interface Told {
  readonly commit: string;
  readonly request: Omit<MergedRequest, 'writers'>;
  readonly commits: readonly Pick<PullCommit, 'sha' | 'author' | 'committer' | 'commit'>[];
  /** Where its pushes can be looked for; undefined for a branch of another repository. */
  readonly pushed: Pushed | undefined;
  /** By commit and path, the blob there; undefined where there is none. */
  readonly blobs: ReadonlyMap<string, string | undefined>;
}

type Home = Awaited<ReturnType<Client['home']>>;

/**
 * What a batch says of one commit, or undefined wherever it leaves the smallest thing open: no request or several, a rebase of
 * several commits, a list that was cut, a file that moved, a symlink. All that is then asked singly.
 */
export function toldBy({ commit, paths }: Wanted, said: BatchCommit | null | undefined, home: Home): Told | undefined {
  const requests = said?.associatedPullRequests;
  const pull = requests?.totalCount === 1 ? requests.nodes?.[0] : undefined;
  if (!pull?.merged || pull.mergeCommit?.oid !== commit) return undefined;
  if (pull.baseRefName !== home.defaultBranch || pull.baseRepository?.databaseId !== home.id) return undefined;
  const [files, reviews, written] = [whole(pull.files), whole(pull.reviews), whole(pull.commits)?.map((one) => one.commit)];
  if (files === undefined || reviews === undefined || written === undefined) return undefined;
  if (files.some((file) => !['ADDED', 'MODIFIED', 'DELETED'].includes(file.changeType))) return undefined;
  const blobs = blobsOf(written, paths);
  if (blobs === undefined) return undefined;
  const raw = reviews.flatMap((one): RawReview[] => {
    const id = Number(one.fullDatabaseId);
    return one.state === 'PENDING'
      ? []
      : [{ id, user: accountOf(one.author), state: one.state, commit_id: one.commit?.oid ?? null, submitted_at: one.submittedAt }];
  });
  if (raw.some(({ id }) => !Number.isSafeInteger(id) || id <= 0)) return undefined;
  const seen = { ...factsOf(pull, home), paths: files.map((file) => file.path), reviews: reviewsFrom(raw) };
  const own = new Set(written.map((one) => one.oid));
  const inside = pull.headRepository?.databaseId === home.id;
  return {
    commit,
    request: seen,
    commits: written.map(asListed),
    pushed: inside ? { ref: `refs/heads/${pull.headRefName}`, own, mergedAt: seen.mergedAt } : undefined,
    blobs,
  };
}

/** The whole list, or undefined when it was cut or has a hole. */
function whole<T>(list: List<T> | null): readonly T[] | undefined {
  const nodes = list?.nodes ?? undefined;
  return nodes === undefined || nodes.length !== list?.totalCount || nodes.includes(null) ? undefined : (nodes as readonly T[]);
}

function factsOf(pull: BatchPull, home: Home): Omit<MergedRequest, 'paths' | 'reviews' | 'writers'> {
  const turn = pull.timelineItems.nodes?.at(-1)?.createdAt;
  return {
    number: pull.number,
    url: pull.url,
    author: loginOf(accountOf(pull.author)),
    authorIsBot: isBot(accountOf(pull.author)),
    base: pull.baseRefName,
    defaultBranch: home.defaultBranch,
    head: pull.headRefOid,
    mergedAt: instantOf(pull.mergedAt),
    mergedBy: loginOf(accountOf(pull.mergedBy)),
    ...(turn === undefined ? {} : { turnedAt: instantOf(turn) }),
  };
}

/** GraphQL names an app without the ending that REST gives it; for us it has one name. */
function accountOf(who: Who): Account {
  if (who === null) return null;
  const { __typename: type, login } = who;
  return { type, login: type === 'Bot' && !login.endsWith('[bot]') ? `${login}[bot]` : login };
}

/** Modes as numbers: 33188 is Git's 100644, and 33261 its 100755. */
const FILES: ReadonlySet<number> = new Set([0o100644, 0o100755]);

function blobsOf(written: readonly BatchWritten[], paths: readonly string[]): ReadonlyMap<string, string | undefined> | undefined {
  const blobs = new Map<string, string | undefined>();
  for (const one of written) {
    for (const [at, path] of paths.entries()) {
      const file = one[`f${at}`];
      if (file === undefined || (file !== null && !FILES.has(file.mode))) return undefined;
      blobs.set(`${one.oid} ${path}`, file?.oid);
    }
  }
  return blobs;
}

function asListed({ oid, message, author, committer }: BatchWritten): Told['commits'][number] {
  const signed = (one: BatchWritten['author']) => (one === null ? null : { name: one.name ?? '', email: one.email ?? '' });
  return {
    sha: oid,
    author: accountOf(author?.user ?? null),
    committer: accountOf(committer?.user ?? null),
    commit: { message, author: signed(author), committer: signed(committer) },
  };
}

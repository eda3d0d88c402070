/** A commit of the default branch, and the files that it landed. */
export interface Wanted {
  readonly commit: string;
  readonly paths: readonly string[];
}

/** Of each request so much is asked for at once; of a longer one the single questions are asked. */
const COMMITS = 25;
const FILES = 50;
const REVIEWS = 50;

/**
 * One question for many commits: the request that brought each, its reviews, its files, and what stood at our paths in each of
 * its commits. Five lists for each commit: a hundred of them cost five of the points of the hour (GitHub docs: rate limits and
 * query limits for the GraphQL API).
 */
export function batchQuery(all: readonly Wanted[]): string {
  const each = all.map(
    ({ commit, paths }, at) =>
      `c${at}: object(oid: ${JSON.stringify(commit)}) { ... on Commit { associatedPullRequests(first: 1) { totalCount nodes { ...Request ` +
      `commits(first: ${COMMITS}) { totalCount nodes { commit { ...Written ${paths.map(fileAt).join(' ')} } } } } } } }`,
  );
  return `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${each.join('\n')} } }${FRAGMENTS}`;
}

function fileAt(path: string, at: number): string {
  return `f${at}: file(path: ${JSON.stringify(path)}) { oid mode }`;
}

const FRAGMENTS = `
fragment Request on PullRequest {
  number url merged mergedAt mergedBy { ...Who } author { ...Who } mergeCommit { oid }
  baseRefName baseRepository { databaseId } headRefName headRefOid headRepository { databaseId }
  files(first: ${FILES}) { totalCount nodes { path changeType } }
  reviews(first: ${REVIEWS}) { totalCount nodes { fullDatabaseId state submittedAt author { ...Who } commit { oid } } }
  timelineItems(last: 1, itemTypes: [BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT, BASE_REF_FORCE_PUSHED_EVENT]) {
    nodes {
      ... on BaseRefChangedEvent { createdAt }
      ... on AutomaticBaseChangeSucceededEvent { createdAt }
      ... on BaseRefForcePushedEvent { createdAt }
    }
  }
}
fragment Who on Actor { __typename login }
fragment Written on Commit {
  oid message author { name email user { __typename login } } committer { name email user { __typename login } }
}`;

/** What comes back for one commit; every part may be null where GitHub does not know it or may not say. */
export interface BatchCommit {
  readonly associatedPullRequests?: List<BatchPull> | null;
}

export interface List<T> {
  readonly totalCount: number;
  readonly nodes: readonly (T | null)[] | null;
}

export type Who = { readonly __typename: string; readonly login: string } | null;

export interface BatchPull {
  readonly number: number;
  readonly url: string;
  readonly merged: boolean;
  readonly mergedAt: string | null;
  readonly mergedBy: Who;
  readonly author: Who;
  readonly mergeCommit: { readonly oid: string } | null;
  readonly baseRefName: string;
  readonly baseRepository: { readonly databaseId: number | null } | null;
  readonly headRefName: string;
  readonly headRefOid: string;
  readonly headRepository: { readonly databaseId: number | null } | null;
  readonly files: List<{ readonly path: string; readonly changeType: string }> | null;
  readonly reviews: List<BatchReview> | null;
  readonly timelineItems: { readonly nodes: readonly ({ readonly createdAt?: string } | null)[] | null };
  readonly commits: List<{ readonly commit: BatchWritten }> | null;
}

export interface BatchReview {
  readonly fullDatabaseId: string | null;
  readonly state: string;
  readonly submittedAt: string | null;
  readonly author: Who;
  readonly commit: { readonly oid: string } | null;
}

interface GitActor {
  readonly name: string | null;
  readonly email: string | null;
  readonly user: Who;
}

/** `f0`, `f1` and so on, in the order of the paths that were asked for; null where there is nothing. */
export type BatchWritten = {
  readonly oid: string;
  readonly message: string;
  readonly author: GitActor | null;
  readonly committer: GitActor | null;
} & { readonly [file: `f${number}`]: { readonly oid: string; readonly mode: number } | null | undefined };

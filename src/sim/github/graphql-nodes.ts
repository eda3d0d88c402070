import { formatInstant } from '../../domain/instant.ts';
import { accountOf, accountOfEmail } from './accounts.ts';
import type { FileChange } from './changes.ts';
import { FieldRefused, type GraphNode } from './graphql-answer.ts';
import { commitAt, type Signature } from './objects.ts';
import { changesOf, commitsOf } from './pull-range.ts';
import type { Revision } from './revision.ts';
import { pageOf } from './show-repository.ts';
import { pullsHolding } from './commit-pulls.ts';
import type { GithubState, Pull, Repository, Review } from './state.ts';
import { entryAt } from './trees.ts';

/** Where a node lies, and whether the caller may see requests. */
export interface Ground {
  readonly state: GithubState;
  readonly repository: Repository;
  readonly maySeePulls: () => void;
}

type Args = Readonly<Record<string, unknown>>;

/** GraphQL: Commit. */
export function commitNode(ground: Ground, { sha, commit }: Revision): GraphNode {
  return {
    typename: 'Commit',
    oid: sha,
    message: commit.message,
    author: gitActor(ground.state, commit.author),
    committer: gitActor(ground.state, commit.committer),
    file: ({ path }: Args) => fileNode(ground, commit.tree, String(path)),
    associatedPullRequests: (args: Args) => {
      ground.maySeePulls();
      return connection(args, 'associatedPullRequests', pullsHolding(ground.repository, sha), (pull) => pullNode(ground, pull));
    },
  };
}

/** GraphQL: TreeEntry; modes are numbers, 33188 for what Git writes as 100644. */
function fileNode({ repository }: Ground, tree: string, path: string): GraphNode | null {
  const entry = entryAt(repository.objects, tree, path);
  if (entry === undefined) return null;
  const type = { '040000': 'tree', '160000': 'commit' }[entry.mode as string] ?? 'blob';
  return { typename: 'TreeEntry', oid: entry.sha, mode: Number.parseInt(entry.mode, 8), type, path };
}

/** GraphQL: PullRequest. */
function pullNode(ground: Ground, pull: Pull): GraphNode {
  const { state, repository } = ground;
  const whole: GraphNode = { typename: 'Repository', databaseId: repository.id };
  return {
    typename: 'PullRequest',
    number: pull.number,
    url: `${pageOf(repository)}/pull/${pull.number}`,
    merged: pull.merged !== null,
    mergedAt: pull.merged === null ? null : formatInstant(pull.merged.at),
    mergedBy: pull.merged === null ? null : actor(state, pull.merged.by),
    mergeCommit: pull.merged === null ? null : commitOf(ground, pull.merged.commit),
    author: actor(state, pull.author),
    baseRefName: pull.baseRef,
    baseRepository: whole,
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    headRepository: whole,
    commits: (args: Args) =>
      connection(args, 'commits', commitsOf(repository, pull), (sha) => ({
        typename: 'PullRequestCommit',
        commit: commitOf(ground, sha),
      })),
    files: (args: Args) => connection(args, 'files', changesOf(repository, pull), fileChange),
    reviews: (args: Args) =>
      connection(
        args,
        'reviews',
        pull.reviews.filter((one) => one.state !== 'PENDING'),
        (review) => reviewNode(ground, review),
      ),
    timelineItems: (args: Args) => {
      const kinds = Array.isArray(args['itemTypes']) ? (args['itemTypes'] as readonly string[]) : [];
      const turns = (pull.turns ?? []).filter((one) => kinds.length === 0 || kinds.includes(`${one.kind.toUpperCase()}_EVENT`));
      return connection(args, 'timelineItems', turns, (turn) => ({ typename: TURNS[turn.kind], createdAt: formatInstant(turn.at) }));
    },
  };
}

const TURNS = {
  base_ref_changed: 'BaseRefChangedEvent',
  automatic_base_change_succeeded: 'AutomaticBaseChangeSucceededEvent',
  base_ref_force_pushed: 'BaseRefForcePushedEvent',
};

const CHANGES = { added: 'ADDED', removed: 'DELETED', modified: 'MODIFIED', renamed: 'RENAMED' };

/** GraphQL: PullRequestChangedFile; unlike REST it does not tell the former name of a file that moved. */
function fileChange({ path, status }: FileChange): GraphNode {
  return { typename: 'PullRequestChangedFile', path, changeType: CHANGES[status] };
}

function reviewNode(ground: Ground, review: Review): GraphNode {
  return {
    typename: 'PullRequestReview',
    fullDatabaseId: String(review.id),
    state: review.state,
    submittedAt: review.submittedAt === null ? null : formatInstant(review.submittedAt),
    author: actor(ground.state, review.author),
    commit: review.commitId === null ? null : commitOf(ground, review.commitId),
  };
}

function commitOf(ground: Ground, sha: string): GraphNode | null {
  const commit = commitAt(ground.repository.objects, sha);
  return commit === undefined ? null : commitNode(ground, { sha, commit });
}

/** GraphQL: Actor. An app is a Bot here, under its name without the ending that REST gives it. */
function actor(state: GithubState, login: string): GraphNode | null {
  const account = accountOf(state, login);
  return account === undefined ? null : { typename: account.type, login: account.login.replace(/\[bot\]$/, '') };
}

/** GraphQL: GitActor; only people are told as its user. */
function gitActor(state: GithubState, { name, email }: Signature): GraphNode {
  const account = accountOfEmail(state, email);
  return { typename: 'GitActor', name, email, user: account?.type === 'User' ? { typename: 'User', login: account.login } : null };
}

/** A list needs its length, of at most 100 (GitHub docs: using pagination in the GraphQL API). */
function connection<T>(args: Args, name: string, items: readonly T[], show: (item: T) => GraphNode): GraphNode {
  const [first, last] = [args['first'], args['last']];
  const length = typeof first === 'number' ? first : last;
  if (typeof length !== 'number')
    throw new FieldRefused(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  if (length > 100)
    throw new FieldRefused(
      'EXCESSIVE_PAGINATION',
      `Requesting ${length} records on the \`${name}\` connection exceeds the \`first\` limit of 100 records.`,
    );
  const picked = typeof first === 'number' ? items.slice(0, length) : items.slice(Math.max(0, items.length - length));
  return { typename: 'Connection', totalCount: items.length, nodes: picked.map(show) };
}

import type { Need } from './access.ts';
import { listActivity } from './activity.ts';
import { ok, type Said } from './answer.ts';
import type { Ask, Handler, RepositoryAsk } from './call.ts';
import { createComment, deleteComment, listComments, updateComment } from './comments.ts';
import { compare, getCommit, listCommits, pullsOfCommit } from './commits.ts';
import { getContents } from './contents.ts';
import { createBlob, createCommit, getBlob, getGitCommit } from './git-data.ts';
import { createRef, deleteRef, getRef, matchingRefs, updateRef } from './git-refs.ts';
import { createTree, getTree } from './git-trees.ts';
import { addLabels, createLabel, getIssue, labelsOfIssue, listLabels, removeLabel, setLabels } from './labels.ts';
import { mergePull, wasMerged } from './merging.ts';
import { commitsOfPull, createPull, filesOfPull, getPull, listPulls, updatePull } from './pulls.ts';
import { createReview, dismissReview, getReview, listReviews } from './reviews.ts';
import { showRepository } from './show-repository.ts';
import { getOwnUser, getRateLimit, getUser, graphql } from './users.ts';

export type Route = RepositoryRoute | PlainRoute;

/** Below a repository. Any one of `needs` is enough; comments and reviews (`speaking`) are open to all who can read. */
interface RepositoryRoute {
  readonly kind: 'repository';
  readonly method: string;
  readonly path: RegExp;
  readonly needs: readonly Need[];
  readonly speaking: boolean;
  readonly handle: Handler;
}

interface PlainRoute {
  readonly kind: 'plain';
  readonly method: string;
  readonly path: RegExp;
  readonly handle: (ask: Ask) => Said;
}

const READ_CODE: readonly Need[] = ['contents:read'];
const WRITE_CODE: readonly Need[] = ['contents:write'];
const READ_PULLS: readonly Need[] = ['pull_requests:read'];
const WRITE_PULLS: readonly Need[] = ['pull_requests:write'];
const READ_ISSUES: readonly Need[] = ['issues:read', 'pull_requests:read'];
const WRITE_ISSUES: readonly Need[] = ['issues:write', 'pull_requests:write'];

/** Every endpoint that is simulated; the first that fits a call answers it. */
export const ROUTES: readonly Route[] = [
  plain('GET', '/user', getOwnUser),
  plain('GET', '/users/{username}', getUser),
  plain('GET', '/rate_limit', getRateLimit),
  plain('POST', '/graphql', graphql),
  below('GET', '', ['metadata:read'], getRepository),
  below('GET', '/activity', READ_CODE, listActivity),
  below('GET', '/git/ref/{ref+}', READ_CODE, getRef),
  below('GET', '/git/matching-refs/{ref+}', READ_CODE, matchingRefs),
  below('POST', '/git/refs', WRITE_CODE, createRef),
  below('PATCH', '/git/refs/{ref+}', WRITE_CODE, updateRef),
  below('DELETE', '/git/refs/{ref+}', WRITE_CODE, deleteRef),
  below('GET', '/git/commits/{commit_sha}', READ_CODE, getGitCommit),
  below('POST', '/git/commits', WRITE_CODE, createCommit),
  below('GET', '/git/trees/{tree_sha}', READ_CODE, getTree),
  below('POST', '/git/trees', WRITE_CODE, createTree),
  below('GET', '/git/blobs/{file_sha}', READ_CODE, getBlob),
  below('POST', '/git/blobs', WRITE_CODE, createBlob),
  below('GET', '/contents/{path*}', READ_CODE, getContents),
  below('GET', '/commits', READ_CODE, listCommits),
  below('GET', '/commits/{commit_sha}/pulls', READ_PULLS, pullsOfCommit),
  below('GET', '/commits/{ref+}', READ_CODE, getCommit),
  below('GET', '/compare/{basehead+}', READ_CODE, compare),
  below('GET', '/pulls', READ_PULLS, listPulls),
  below('POST', '/pulls', WRITE_PULLS, createPull),
  below('GET', '/pulls/{pull_number}', READ_PULLS, getPull),
  below('PATCH', '/pulls/{pull_number}', WRITE_PULLS, updatePull),
  below('GET', '/pulls/{pull_number}/commits', READ_PULLS, commitsOfPull),
  below('GET', '/pulls/{pull_number}/files', READ_PULLS, filesOfPull),
  below('GET', '/pulls/{pull_number}/merge', READ_CODE, wasMerged),
  below('PUT', '/pulls/{pull_number}/merge', WRITE_CODE, mergePull),
  below('GET', '/pulls/{pull_number}/reviews', READ_PULLS, listReviews),
  speaking('POST', '/pulls/{pull_number}/reviews', WRITE_PULLS, createReview),
  below('GET', '/pulls/{pull_number}/reviews/{review_id}', READ_PULLS, getReview),
  below('PUT', '/pulls/{pull_number}/reviews/{review_id}/dismissals', WRITE_PULLS, dismissReview),
  below('GET', '/issues/{issue_number}', READ_ISSUES, getIssue),
  below('GET', '/issues/{issue_number}/comments', READ_ISSUES, listComments),
  speaking('POST', '/issues/{issue_number}/comments', WRITE_ISSUES, createComment),
  below('PATCH', '/issues/comments/{comment_id}', WRITE_ISSUES, updateComment),
  below('DELETE', '/issues/comments/{comment_id}', WRITE_ISSUES, deleteComment),
  below('GET', '/labels', READ_ISSUES, listLabels),
  below('POST', '/labels', WRITE_ISSUES, createLabel),
  below('GET', '/issues/{issue_number}/labels', READ_ISSUES, labelsOfIssue),
  below('POST', '/issues/{issue_number}/labels', WRITE_ISSUES, addLabels),
  below('PUT', '/issues/{issue_number}/labels', WRITE_ISSUES, setLabels),
  below('DELETE', '/issues/{issue_number}/labels/{name}', WRITE_ISSUES, removeLabel),
];

function getRepository(ask: RepositoryAsk): Said {
  return ok(showRepository(ask.state, ask.repository));
}

function plain(method: string, path: string, handle: PlainRoute['handle']): PlainRoute {
  return { kind: 'plain', method, path: pattern(path), handle };
}

function below(method: string, path: string, needs: readonly Need[], handle: Handler): RepositoryRoute {
  return { kind: 'repository', method, path: pattern(`/repos/{owner}/{repo}${path}`), needs, speaking: false, handle };
}

function speaking(method: string, path: string, needs: readonly Need[], handle: Handler): RepositoryRoute {
  return { ...below(method, path, needs, handle), speaking: true };
}

/** `{name}` is one segment, `{name+}` all the rest, `{name*}` that or nothing; any may be written with %2F inside. */
function pattern(path: string): RegExp {
  const parts = { '': '[^/]+', '+': '.+', '*': '.*' };
  const source = path.replace(/\{(\w+)([+*]?)\}/g, (_, name: string, rest: keyof typeof parts) => `(?<${name}>${parts[rest]})`);
  return new RegExp(`^${source}$`);
}

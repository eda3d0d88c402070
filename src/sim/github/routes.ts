import type { Need } from './access.ts';
import { listActivity } from './activity.ts';
import { ok, type Said } from './answer.ts';
import type { RepositoryAsk } from './call.ts';
import { createCheckRun, getCheckRun, listAnnotations, listCheckRuns, updateCheckRun } from './checks.ts';
import { createComment, deleteComment, listComments, updateComment } from './comments.ts';
import { compare, getCommit, listCommits, pullsOfCommit } from './commits.ts';
import { getContents } from './contents.ts';
import { createBlob, createCommit, getBlob, getGitCommit } from './git-data.ts';
import { createRef, deleteRef, getRef, matchingRefs, updateRef } from './git-refs.ts';
import { createTree, getTree } from './git-trees.ts';
import { graphql } from './graphql.ts';
import { addLabels, createLabel, getIssue, labelsOfIssue, listLabels, removeLabel, setLabels } from './labels.ts';
import { mergePull, updateBranch, wasMerged } from './merging.ts';
import { commitsOfPull, createPull, filesOfPull, getPull, listPulls, updatePull } from './pulls.ts';
import { createReview, dismissReview, getReview, listReviews } from './reviews.ts';
import { below, plain, type Route, speaking } from './route.ts';
import { SETTINGS_ROUTES } from './settings-routes.ts';
import { showRepository } from './show-repository.ts';
import { timelineOf } from './turns.ts';
import { getOwnUser, getRateLimit, getUser } from './users.ts';

const READ_CODE: readonly Need[] = ['contents:read'];
const WRITE_CODE: readonly Need[] = ['contents:write'];
const READ_PULLS: readonly Need[] = ['pull_requests:read'];
const WRITE_PULLS: readonly Need[] = ['pull_requests:write'];
const READ_ISSUES: readonly Need[] = ['issues:read', 'pull_requests:read'];
const READ_CHECKS: readonly Need[] = ['checks:read'];
const WRITE_CHECKS: readonly Need[] = ['checks:write'];
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
  below('POST', '/check-runs', WRITE_CHECKS, createCheckRun),
  below('GET', '/check-runs/{check_run_id}', READ_CHECKS, getCheckRun),
  below('PATCH', '/check-runs/{check_run_id}', WRITE_CHECKS, updateCheckRun),
  below('GET', '/check-runs/{check_run_id}/annotations', READ_CHECKS, listAnnotations),
  below('GET', '/commits/{ref+}/check-runs', READ_CHECKS, listCheckRuns),
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
  below('PUT', '/pulls/{pull_number}/update-branch', WRITE_PULLS, updateBranch),
  below('GET', '/pulls/{pull_number}/reviews', READ_PULLS, listReviews),
  speaking('POST', '/pulls/{pull_number}/reviews', WRITE_PULLS, createReview),
  below('GET', '/pulls/{pull_number}/reviews/{review_id}', READ_PULLS, getReview),
  below('PUT', '/pulls/{pull_number}/reviews/{review_id}/dismissals', WRITE_PULLS, dismissReview),
  below('GET', '/issues/{issue_number}', READ_ISSUES, getIssue),
  below('GET', '/issues/{issue_number}/timeline', READ_ISSUES, timelineOf),
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
  ...SETTINGS_ROUTES,
];

function getRepository(ask: RepositoryAsk): Said {
  return ok(showRepository(ask.state, ask.repository));
}

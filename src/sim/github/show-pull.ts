import { formatInstant, type Instant } from '../../domain/instant.ts';
import { knownAccount } from './accounts.ts';
import { mergedTree } from './changes.ts';
import { changesOf, commitsOf } from './pull-range.ts';
import { showAccount } from './show-account.ts';
import { nodeId } from './show-id.ts';
import { showLabels } from './show-issue.ts';
import { apiOf, pageOf, showRepository } from './show-repository.ts';
import type { GithubState, Pull, Repository } from './state.ts';

/** REST API: pull-request-simple, as lists show it. */
export function showPull(state: GithubState, repository: Repository, pull: Pull): Record<string, unknown> {
  const url = `${apiOf(repository)}/pulls/${pull.number}`;
  const page = `${pageOf(repository)}/pull/${pull.number}`;
  return {
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    ...addresses(repository, pull),
    state: pull.state,
    locked: false,
    draft: pull.draft,
    title: pull.title,
    user: showAccount(knownAccount(state, pull.author)),
    body: pull.body,
    created_at: formatInstant(pull.createdAt),
    updated_at: formatInstant(pull.updatedAt),
    closed_at: moment(pull.closedAt),
    merged_at: moment(pull.merged?.at ?? null),
    merge_commit_sha: pull.merged?.commit ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: showLabels(repository, pull.labels),
    milestone: null,
    head: showEnd(state, repository, pull.headRef, pull.headSha),
    base: showEnd(state, repository, pull.baseRef, pull.baseSha),
    author_association: associationOf(repository, pull.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** REST API: pull-request, as `GET /pulls/{number}` shows it. */
export function showWholePull(state: GithubState, repository: Repository, pull: Pull): Record<string, unknown> {
  const files = changesOf(repository, pull).length;
  const mergeable = pull.state === 'open' ? mergedTree(repository.objects, pull.baseSha, pull.headSha) !== undefined : null;
  return {
    ...showPull(state, repository, pull),
    merged: pull.merged !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty',
    merged_by: pull.merged === null ? null : showAccount(knownAccount(state, pull.merged.by)),
    comments: repository.comments.filter((one) => one.number === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commitsOf(repository, pull).length,
    additions: files,
    deletions: files,
    changed_files: files,
  };
}

/** REST API: author-association. */
export function associationOf(repository: Repository, login: string): string {
  if (repository.owner.toLowerCase() === login.toLowerCase()) return 'OWNER';
  return repository.collaborators[login] === undefined ? 'NONE' : 'COLLABORATOR';
}

function addresses(repository: Repository, pull: Pull): Record<string, unknown> {
  const url = `${apiOf(repository)}/pulls/${pull.number}`;
  const issue = `${apiOf(repository)}/issues/${pull.number}`;
  const all = {
    comments: `${issue}/comments`,
    commits: `${url}/commits`,
    statuses: `${apiOf(repository)}/statuses/${pull.headSha}`,
    html: `${pageOf(repository)}/pull/${pull.number}`,
    issue,
    review_comments: `${url}/comments`,
    review_comment: `${apiOf(repository)}/pulls/comments{/number}`,
    self: url,
  };
  return {
    issue_url: all.issue,
    commits_url: all.commits,
    review_comments_url: all.review_comments,
    review_comment_url: all.review_comment,
    comments_url: all.comments,
    statuses_url: all.statuses,
    _links: Object.fromEntries(Object.entries(all).map(([name, href]) => [name, { href }])),
  };
}

function showEnd(state: GithubState, repository: Repository, ref: string, sha: string): Record<string, unknown> {
  return {
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: showAccount(knownAccount(state, repository.owner)),
    repo: showRepository(state, repository),
  };
}

function moment(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

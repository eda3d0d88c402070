import { formatInstant } from '../../domain/instant.ts';
import { knownAccount } from './accounts.ts';
import { showAccount } from './show-account.ts';
import { nodeId } from './show-id.ts';
import { apiOf, pageOf } from './show-repository.ts';
import type { Comment, GithubState, Label, Pull, Repository } from './state.ts';

/** REST API: label. */
export function showLabel(repository: Repository, label: Label): Record<string, unknown> {
  return {
    id: label.id,
    node_id: nodeId('LA', label.id),
    url: `${apiOf(repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: label.description,
    color: label.color,
    default: false,
  };
}

export function showLabels(repository: Repository, names: readonly string[]): Record<string, unknown>[] {
  return repository.labels.filter((one) => names.includes(one.name)).map((one) => showLabel(repository, one));
}

/** REST API: issue, of a pull request, which is one too. Only it says who closed. */
export function showIssue(state: GithubState, repository: Repository, pull: Pull): Record<string, unknown> {
  const url = `${apiOf(repository)}/issues/${pull.number}`;
  return {
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    url,
    repository_url: apiOf(repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${pageOf(repository)}/pull/${pull.number}`,
    number: pull.number,
    state: pull.state,
    title: pull.title,
    body: pull.body,
    user: showAccount(knownAccount(state, pull.author)),
    labels: showLabels(repository, pull.labels),
    assignee: null,
    milestone: null,
    locked: false,
    comments: repository.comments.filter((one) => one.number === pull.number).length,
    created_at: formatInstant(pull.createdAt),
    updated_at: formatInstant(pull.updatedAt),
    closed_at: pull.closedAt === null ? null : formatInstant(pull.closedAt),
    closed_by: pull.closedBy === null ? null : showAccount(knownAccount(state, pull.closedBy)),
  };
}

/** REST API: issue-comment. */
export function showComment(state: GithubState, repository: Repository, comment: Comment): Record<string, unknown> {
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${apiOf(repository)}/issues/comments/${comment.id}`,
    html_url: `${pageOf(repository)}/pull/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${apiOf(repository)}/issues/${comment.number}`,
    user: showAccount(knownAccount(state, comment.author)),
    body: comment.body,
    created_at: formatInstant(comment.createdAt),
    updated_at: formatInstant(comment.updatedAt),
  };
}

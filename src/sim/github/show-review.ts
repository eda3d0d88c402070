import { formatInstant } from '../../domain/instant.ts';
import { knownAccount } from './accounts.ts';
import { showAccount } from './show-account.ts';
import { nodeId } from './show-id.ts';
import { associationOf } from './show-pull.ts';
import { apiOf, pageOf } from './show-repository.ts';
import type { GithubState, Pull, Repository, Review } from './state.ts';

/** REST API: pull-request-review. A pending one has no `submitted_at`. */
export function showReview(state: GithubState, repository: Repository, pull: Pull, review: Review): Record<string, unknown> {
  const html = `${pageOf(repository)}/pull/${pull.number}#pullrequestreview-${review.id}`;
  const request = `${apiOf(repository)}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: showAccount(knownAccount(state, review.author)),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: request,
    author_association: associationOf(repository, review.author),
    _links: { html: { href: html }, pull_request: { href: request } },
    commit_id: review.commitId,
    ...(review.submittedAt === null ? {} : { submitted_at: formatInstant(review.submittedAt) }),
  };
}

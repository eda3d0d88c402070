import { formatInstant } from '../../domain/instant.ts';
import { knownAccount } from './accounts.ts';
import type { Said } from './answer.ts';
import type { Mover } from './branches.ts';
import { numberParam, type RepositoryAsk } from './call.ts';
import { notFound } from './answer.ts';
import { paged } from './paging.ts';
import { showAccount } from './show-account.ts';
import { nodeId } from './show-id.ts';
import { apiOf } from './show-repository.ts';
import { showReview } from './show-review.ts';
import { type GithubState, nextId, type Pull, type Review, type Turn } from './state.ts';

/** Notes that a request stands on another base from now on. */
export function turned(state: GithubState, pull: Pull, kind: Turn['kind'], { login, now }: Mover): void {
  pull.turns = [...(pull.turns ?? []), { id: nextId(state), kind, by: login, at: now }];
}

type Happened = { readonly at: number; readonly turn: Turn } | { readonly at: number; readonly review: Review };

/** GET /issues/{number}/timeline: of all that GitHub lists there, the reviews and what happened to the base. */
export function timelineOf(ask: RepositoryAsk): Said {
  const { repository, state } = ask;
  const number = numberParam(ask, 'issue_number');
  const pull = repository.pulls.find((one) => one.number === number);
  if (pull === undefined) throw notFound();
  const reviews = pull.reviews.flatMap((review): Happened[] => (review.submittedAt === null ? [] : [{ at: review.submittedAt, review }]));
  const all = [...reviews, ...(pull.turns ?? []).map((turn): Happened => ({ at: turn.at, turn }))].toSorted((a, b) => a.at - b.at);
  return paged(ask, all, (one) =>
    'turn' in one ? showTurn(ask, one.turn) : { ...showReview(state, repository, pull, one.review), event: 'reviewed' },
  );
}

/** GitHub docs: issue event types, base_ref_changed. */
function showTurn({ state, repository }: RepositoryAsk, turn: Turn): Record<string, unknown> {
  return {
    id: turn.id,
    node_id: nodeId('BRCE', turn.id),
    url: `${apiOf(repository)}/issues/events/${turn.id}`,
    actor: showAccount(knownAccount(state, turn.by)),
    event: turn.kind,
    commit_id: null,
    commit_url: null,
    created_at: formatInstant(turn.at),
    performed_via_github_app: null,
  };
}

import { invalid, notFound, ok, refused, type Said, unprocessable } from './answer.ts';
import { numberParam, needed, type RepositoryAsk, textField } from './call.ts';
import { commitAt, contentOf } from './objects.ts';
import { paged } from './paging.ts';
import { pullOf } from './pulls.ts';
import { showReview } from './show-review.ts';
import { leavesOfCommit } from './trees.ts';
import { nextId, type Review, type ReviewState } from './state.ts';

const STATES: ReadonlyMap<string | undefined, ReviewState> = new Map([
  ['APPROVE', 'APPROVED'],
  ['REQUEST_CHANGES', 'CHANGES_REQUESTED'],
  ['COMMENT', 'COMMENTED'],
  [undefined, 'PENDING'],
]);

/** GET /pulls/{number}/reviews: oldest first; a pending one is seen by its author alone. */
export function listReviews(ask: RepositoryAsk): Said {
  const pull = pullOf(ask);
  const seen = pull.reviews.filter((one) => one.state !== 'PENDING' || one.author === ask.caller.account.login);
  return paged(ask, seen, (review) => showReview(ask.state, ask.repository, pull, review));
}

/** GET /pulls/{number}/reviews/{review_id}. */
export function getReview(ask: RepositoryAsk): Said {
  return ok(showReview(ask.state, ask.repository, pullOf(ask), reviewOf(ask)));
}

/** POST /pulls/{number}/reviews: of the last commit unless `commit_id` names another; nobody approves what is their own. */
export function createReview(ask: RepositoryAsk): Said {
  const pull = pullOf(ask);
  const author = ask.caller.account.login;
  const state = STATES.get(textField(ask, 'event'));
  const body = textField(ask, 'body') ?? '';
  if (state === undefined) throw invalid({ resource: 'PullRequestReview', field: 'event', code: 'invalid' });
  if (author === pull.author && state === 'APPROVED') throw unprocessable('Can not approve your own pull request');
  if (author === pull.author && state === 'CHANGES_REQUESTED') throw unprocessable('Can not request changes on your own pull request');
  if (body === '' && (state === 'CHANGES_REQUESTED' || state === 'COMMENTED')) throw unprocessable("Body can't be blank");
  const commitId = textField(ask, 'commit_id') ?? pull.headSha;
  if (commitAt(ask.repository.objects, commitId) === undefined) throw refused(422, 'commit_id is not part of the pull request');
  const submittedAt = state === 'PENDING' ? null : ask.now;
  const notes = notesOf(ask, commitId);
  const review: Review = { id: nextId(ask.state), author, body, commitId, notes, state, submittedAt };
  pull.reviews.push(review);
  return ok(showReview(ask.state, ask.repository, pull, review));
}

/** PUT /pulls/{number}/reviews/{review_id}/dismissals: the review stays in the list, and counts no more. */
export function dismissReview(ask: RepositoryAsk): Said {
  const review = reviewOf(ask);
  needed(ask, 'message', 'PullRequestReview');
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED')
    throw unprocessable('Can not dismiss a review that is not approved or requesting changes');
  review.state = 'DISMISSED';
  return ok(showReview(ask.state, ask.repository, pullOf(ask), review));
}

/** Comments on lines; each must lie in a file of the commit, on a line that it has (REST API: create a review). */
function notesOf(ask: RepositoryAsk, commit: string): NonNullable<Review['notes']> {
  const notes = (ask.body['comments'] ?? []) as NonNullable<Review['notes']>;
  const files = leavesOfCommit(ask.repository.objects, commit);
  for (const { path, line } of notes) {
    const file = ask.repository.objects[files.get(path)?.sha ?? ''];
    const lines = file?.type === 'blob' ? Buffer.from(contentOf(file)).toString('utf8').split('\n').length : 0;
    if (line < 1 || line > lines) throw unprocessable('Line could not be resolved');
  }
  return notes;
}

function reviewOf(ask: RepositoryAsk): Review {
  const id = numberParam(ask, 'review_id');
  const review = pullOf(ask).reviews.find((one) => one.id === id);
  if (review === undefined) throw notFound();
  return review;
}

import { created, invalid, nothing, notFound, ok, type Said } from './answer.ts';
import { needed, numberParam, type RepositoryAsk } from './call.ts';
import { paged } from './paging.ts';
import { showComment } from './show-issue.ts';
import { type Comment, nextId } from './state.ts';

/** Comments and bodies hold at most this many characters. */
const MAX_BODY = 65_536;

/** GET /issues/{number}/comments. */
export function listComments(ask: RepositoryAsk): Said {
  const number = numberOf(ask);
  const found = ask.repository.comments.filter((one) => one.number === number);
  return paged(ask, found, (comment) => showComment(ask.state, ask.repository, comment));
}

/** POST /issues/{number}/comments. */
export function createComment(ask: RepositoryAsk): Said {
  const number = numberOf(ask);
  const body = bodyOf(ask);
  const comment: Comment = {
    id: nextId(ask.state),
    number,
    author: ask.caller.account.login,
    body,
    createdAt: ask.now,
    updatedAt: ask.now,
  };
  ask.repository.comments.push(comment);
  return created(showComment(ask.state, ask.repository, comment));
}

/** PATCH /issues/comments/{comment_id}. */
export function updateComment(ask: RepositoryAsk): Said {
  const comment = commentOf(ask);
  comment.body = bodyOf(ask);
  comment.updatedAt = ask.now;
  return ok(showComment(ask.state, ask.repository, comment));
}

/** DELETE /issues/comments/{comment_id}. */
export function deleteComment(ask: RepositoryAsk): Said {
  const comment = commentOf(ask);
  ask.repository.comments.splice(ask.repository.comments.indexOf(comment), 1);
  return nothing();
}

function bodyOf(ask: RepositoryAsk): string {
  const body = needed(ask, 'body', 'IssueComment');
  if (body.length <= MAX_BODY) return body;
  const message = `body is too long (maximum is ${MAX_BODY} characters)`;
  throw invalid({ resource: 'IssueComment', field: 'body', code: 'unprocessable', message });
}

/** Pull requests are issues too; there are no other issues here. */
function numberOf(ask: RepositoryAsk): number {
  const number = numberParam(ask, 'issue_number');
  if (!ask.repository.pulls.some((one) => one.number === number)) throw notFound();
  return number;
}

function commentOf(ask: RepositoryAsk): Comment {
  const id = numberParam(ask, 'comment_id');
  const comment = ask.repository.comments.find((one) => one.id === id);
  if (comment === undefined) throw notFound();
  return comment;
}

import { created, invalid, notFound, ok, type Said } from './answer.ts';
import { close } from './branches.ts';
import { needed, numberParam, type RepositoryAsk, textField } from './call.ts';
import { showCommitOf } from './commits.ts';
import { between } from './graph.ts';
import { paged } from './paging.ts';
import { changesOf, commitsOf, MAX_COMMITS, MAX_FILES } from './pull-range.ts';
import { showChange } from './show-commit.ts';
import { showPull, showWholePull } from './show-pull.ts';
import { nextId, type Pull, type Repository } from './state.ts';
import { turned } from './turns.ts';

export function pullOf(ask: RepositoryAsk): Pull {
  const number = numberParam(ask, 'pull_number');
  const pull = ask.repository.pulls.find((one) => one.number === number);
  if (pull === undefined) throw notFound();
  return pull;
}

/** GET /pulls: open ones unless asked otherwise, newest first; `head` is `owner:branch`. */
export function listPulls(ask: RepositoryAsk): Said {
  const query = ask.url.searchParams;
  const state = query.get('state') ?? 'open';
  const [head, base] = [query.get('head'), query.get('base')];
  const found = ask.repository.pulls
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => head === null || head === `${ask.repository.owner}:${pull.headRef}`)
    .filter((pull) => base === null || base === pull.baseRef);
  const order = query.get('direction') === 'asc' ? 1 : -1;
  const updated = query.get('sort') === 'updated';
  const sorted = found.toSorted((a, b) => order * ((updated ? a.updatedAt - b.updatedAt : 0) || a.number - b.number));
  return paged(ask, sorted, (pull) => showPull(ask.state, ask.repository, pull));
}

/** GET /pulls/{number}. */
export function getPull(ask: RepositoryAsk): Said {
  return ok(showWholePull(ask.state, ask.repository, pullOf(ask)));
}

/** POST /pulls: both branches must be there, with something between them and no open request yet. */
export function createPull(ask: RepositoryAsk): Said {
  const { repository, state, now } = ask;
  const title = needed(ask, 'title', 'PullRequest');
  const headRef = branchOf(repository, needed(ask, 'head', 'PullRequest'));
  const baseRef = needed(ask, 'base', 'PullRequest');
  const headSha = repository.refs[`refs/heads/${headRef}`];
  const baseSha = repository.refs[`refs/heads/${baseRef}`];
  if (headSha === undefined) throw invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  if (baseSha === undefined) throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  refuseTwin(repository, headRef, baseRef);
  if (between(repository.objects, baseSha, headSha).length === 0) throw wrong(`No commits between ${baseRef} and ${headRef}`);
  const fixed = { id: nextId(state), number: repository.nextNumber, author: ask.caller.account.login, createdAt: now, headRef };
  const ends = { title, body: textField(ask, 'body') ?? null, draft: ask.body['draft'] === true, baseRef, headSha, baseSha };
  const pull: Pull = {
    ...fixed,
    ...ends,
    state: 'open',
    updatedAt: now,
    closedAt: null,
    closedBy: null,
    merged: null,
    labels: [],
    reviews: [],
  };
  repository.nextNumber += 1;
  repository.pulls.push(pull);
  return created(showWholePull(state, repository, pull));
}

/** PATCH /pulls/{number}: title, body, base, and closed or open again. */
export function updatePull(ask: RepositoryAsk): Said {
  const pull = pullOf(ask);
  const wanted = textField(ask, 'state');
  if (wanted !== undefined && wanted !== 'open' && wanted !== 'closed')
    throw invalid({ resource: 'PullRequest', field: 'state', code: 'invalid' });
  if (wanted === 'open' && pull.state === 'closed') reopen(ask, pull);
  if (wanted === 'closed' && pull.state === 'open') close(pull, { login: ask.caller.account.login, now: ask.now });
  pull.title = textField(ask, 'title') ?? pull.title;
  pull.body = textField(ask, 'body') ?? pull.body;
  const base = textField(ask, 'base');
  if (base !== undefined) rebase(ask, pull, base);
  pull.updatedAt = ask.now;
  return ok(showWholePull(ask.state, ask.repository, pull));
}

/** GET /pulls/{number}/commits: at most 250, oldest first. */
export function commitsOfPull(ask: RepositoryAsk): Said {
  const commits = commitsOf(ask.repository, pullOf(ask)).slice(0, MAX_COMMITS);
  return paged(ask, commits, (sha) => showCommitOf(ask, sha));
}

/** GET /pulls/{number}/files: at most 3,000. */
export function filesOfPull(ask: RepositoryAsk): Said {
  const pull = pullOf(ask);
  return paged(ask, changesOf(ask.repository, pull).slice(0, MAX_FILES), (change) => showChange(ask.repository, pull.headSha, change));
}

function branchOf(repository: Repository, head: string): string {
  const [owner, branch] = head.includes(':') ? head.split(':') : [repository.owner, head];
  if (owner?.toLowerCase() !== repository.owner.toLowerCase()) throw invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  return branch ?? '';
}

function refuseTwin(repository: Repository, headRef: string, baseRef: string): void {
  const twin = repository.pulls.some((one) => one.state === 'open' && one.headRef === headRef && one.baseRef === baseRef);
  if (twin) throw wrong(`A pull request already exists for ${repository.owner}:${headRef}.`);
}

function wrong(message: string): Error {
  return invalid({ resource: 'PullRequest', code: 'custom', message });
}

function reopen(ask: RepositoryAsk, pull: Pull): void {
  const sha = ask.repository.refs[`refs/heads/${pull.headRef}`];
  if (pull.merged !== null || sha === undefined) throw invalid({ resource: 'PullRequest', field: 'state', code: 'invalid' });
  refuseTwin(ask.repository, pull.headRef, pull.baseRef);
  pull.state = 'open';
  pull.closedAt = null;
  pull.closedBy = null;
  pull.headSha = sha;
}

function rebase(ask: RepositoryAsk, pull: Pull, base: string): void {
  const sha = ask.repository.refs[`refs/heads/${base}`];
  if (sha === undefined || pull.state === 'closed') throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  if (base !== pull.baseRef) turned(ask.state, pull, 'base_ref_changed', { login: ask.caller.account.login, now: ask.now });
  pull.baseRef = base;
  pull.baseSha = sha;
}

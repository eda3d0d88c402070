import { accountOfEmail, knownAccount, noreplyOf } from './accounts.ts';
import { ok, problem, Refused, refused, type Said } from './answer.ts';
import { close, moveByMerge, moveRef } from './branches.ts';
import { type RepositoryAsk, textField } from './call.ts';
import { mergedTree, replayedTree } from './changes.ts';
import { type Commit, commitAt, put, type Signature } from './objects.ts';
import { commitsOf } from './pull-range.ts';
import { pullOf } from './pulls.ts';
import { type Account, type Pull, WEB_FLOW } from './state.ts';

type Landing = { readonly commit: string; readonly landed: readonly string[] };

/** PUT /pulls/{number}/merge: by a merge commit, squashed or rebased (GitHub docs: about pull request merges). */
export function mergePull(ask: RepositoryAsk): Said {
  const { repository, caller, now } = ask;
  const pull = pullOf(ask);
  if (pull.merged !== null || pull.state === 'closed' || pull.draft) throw notMergeable();
  const expected = textField(ask, 'sha');
  if (expected !== undefined && expected !== pull.headSha) {
    throw new Refused(problem(409, 'Head branch was modified. Review and try the merge again.'));
  }
  const base = pull.baseSha;
  const landing = land(ask, pull);
  if (landing === undefined) throw notMergeable();
  // Merged before the branch moves: else the move itself would count as an indirect merge.
  pull.merged = { at: now, by: caller.account.login, ...landing };
  close(pull, { login: caller.account.login, now });
  pull.baseSha = base;
  moveByMerge(ask.state, repository, pull, landing.commit, { login: caller.account.login, now });
  return ok({ sha: landing.commit, merged: true, message: 'Pull Request successfully merged' });
}

/** PUT /pulls/{number}/update-branch: the base is merged into the branch of the request (REST API: update a pull request branch). */
export function updateBranch(ask: RepositoryAsk): Said {
  const { repository, caller, now } = ask;
  const pull = pullOf(ask);
  const expected = textField(ask, 'expected_head_sha');
  if (expected !== undefined && expected !== pull.headSha) throw refused(422, "expected_head_sha didn't match current head ref.");
  const tree = mergedTree(repository.objects, pull.headSha, pull.baseSha);
  if (tree === undefined) throw refused(422, `merge conflict between base and head`);
  const message = `Merge branch '${pull.baseRef}' into ${pull.headRef}`;
  const parents = [pull.headSha, pull.baseSha];
  const author = signature(ask, caller.account);
  const commit = put(repository.objects, { type: 'commit', tree, parents, author, committer: github(ask), message });
  moveRef(ask.state, repository, `refs/heads/${pull.headRef}`, commit, { login: caller.account.login, now });
  return { status: 202, body: { message: 'Updating pull request branch.', url: `https://api.github.com${ask.url.pathname}` } };
}

/** GET /pulls/{number}/merge: 204 when it was merged. */
export function wasMerged(ask: RepositoryAsk): Said {
  if (pullOf(ask).merged === null) throw refused(404, 'Not Found');
  return { status: 204 };
}

function land(ask: RepositoryAsk, pull: Pull): Landing | undefined {
  const method = textField(ask, 'merge_method') ?? 'merge';
  if (method === 'merge') return mergeCommit(ask, pull);
  if (method === 'squash') return squashed(ask, pull);
  if (method === 'rebase') return rebased(ask, pull);
  throw refused(422, `Invalid request.\n\n${JSON.stringify(method)} is not a member of ["merge", "squash", "rebase"].`);
}

function mergeCommit(ask: RepositoryAsk, pull: Pull): Landing | undefined {
  const { objects } = ask.repository;
  const tree = mergedTree(objects, pull.baseSha, pull.headSha);
  if (tree === undefined) return undefined;
  const title = textField(ask, 'commit_title') ?? `Merge pull request #${pull.number} from ${ask.repository.owner}/${pull.headRef}`;
  const message = `${title}\n\n${textField(ask, 'commit_message') ?? pull.title}`;
  const parents = [pull.baseSha, pull.headSha];
  const commit = put(objects, {
    type: 'commit',
    tree,
    parents,
    author: signature(ask, ask.caller.account),
    committer: github(ask),
    message,
  });
  return { commit, landed: [...commitsOf(ask.repository, pull), commit] };
}

/** One commit by the author of the request; everybody else who wrote is a co-author. */
function squashed(ask: RepositoryAsk, pull: Pull): Landing | undefined {
  const { objects } = ask.repository;
  const tree = mergedTree(objects, pull.baseSha, pull.headSha);
  if (tree === undefined) return undefined;
  const author = knownAccount(ask.state, pull.author);
  const title = textField(ask, 'commit_title') ?? `${pull.title} (#${pull.number})`;
  const message = [title, textField(ask, 'commit_message') ?? '', coAuthors(ask, pull, author)].filter((part) => part !== '').join('\n\n');
  const commit = put(objects, {
    type: 'commit',
    tree,
    parents: [pull.baseSha],
    author: signature(ask, author),
    committer: github(ask),
    message,
  });
  return { commit, landed: [commit] };
}

/** Each commit again on top of the base: author and message stay, the committer is who merged. */
function rebased(ask: RepositoryAsk, pull: Pull): Landing | undefined {
  const { objects } = ask.repository;
  const landed: string[] = [];
  let onto = pull.baseSha;
  for (const id of commitsOf(ask.repository, pull)) {
    const commit = commitAt(objects, id);
    if (commit === undefined || commit.parents.length > 1) return undefined;
    const tree = replayedTree(objects, id, commit.parents[0], onto);
    if (tree === undefined) return undefined;
    onto = put(objects, { ...commit, tree, parents: [onto], committer: signature(ask, ask.caller.account) });
    landed.push(onto);
  }
  return landed.length === 0 ? undefined : { commit: onto, landed };
}

function coAuthors(ask: RepositoryAsk, pull: Pull, author: Account): string {
  const commits = commitsOf(ask.repository, pull).map((id) => commitAt(ask.repository.objects, id));
  const others = commits.filter((one): one is Commit => one !== undefined && accountOfEmail(ask.state, one.author.email) !== author);
  return [...new Set(others.map((one) => `Co-authored-by: ${one.author.name} <${one.author.email}>`))].join('\n');
}

function signature(ask: RepositoryAsk, account: Account): Signature {
  return { name: account.name, email: noreplyOf(account), at: ask.now };
}

function github(ask: RepositoryAsk): Signature {
  return { name: WEB_FLOW.name, email: WEB_FLOW.email, at: ask.now };
}

function notMergeable(): Refused {
  return new Refused(problem(405, 'Pull Request is not mergeable'));
}

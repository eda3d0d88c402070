import { ok, refused, type Said } from './answer.ts';
import { param, type RepositoryAsk } from './call.ts';
import { changesBetween } from './changes.ts';
import { pullsHolding } from './commit-pulls.ts';
import { ancestry, between, mergeBase, standsOn } from './graph.ts';
import { accountOfEmail } from './accounts.ts';
import { commitAt, type Objects } from './objects.ts';
import { paged } from './paging.ts';
import { type Revision, revision } from './revision.ts';
import { showChange, showCommit, showWholeCommit } from './show-commit.ts';
import { showPull } from './show-pull.ts';
import { apiOf, pageOf } from './show-repository.ts';
import { entryAt } from './trees.ts';

/** GET /commits: newest first, from `sha`, that touch `path`, by `author`. */
export function listCommits(ask: RepositoryAsk): Said {
  const query = ask.url.searchParams;
  const from = known(ask, query.get('sha') ?? ask.repository.defaultBranch);
  const [path, author] = [query.get('path'), query.get('author')];
  const all = byTime(ask.repository.objects, [...ancestry(ask.repository.objects, from.sha)])
    .filter((one) => path === null || touches(ask.repository.objects, one, path))
    .filter((one) => author === null || writtenBy(ask, one, author));
  return paged(ask, all, (one) => showCommit(ask.state, ask.repository, one.sha, one.commit));
}

/** GET /commits/{ref}: 422 for what names no commit. */
export function getCommit(ask: RepositoryAsk): Said {
  const { sha, commit } = known(ask, param(ask, 'ref'));
  return ok(showWholeCommit(ask.state, ask.repository, sha, commit));
}

/**
 * GET /commits/{commit_sha}/pulls: of a commit on the default branch the merged request that brought it; of any other the
 * open and merged requests that hold it (REST API: list pull requests associated with a commit).
 */
export function pullsOfCommit(ask: RepositoryAsk): Said {
  const { sha } = known(ask, param(ask, 'commit_sha'));
  return paged(ask, pullsHolding(ask.repository, sha), (pull) => showPull(ask.state, ask.repository, pull));
}

/** GET /compare/{base}...{head}: what the head has that the base has not, oldest first. */
export function compare(ask: RepositoryAsk): Said {
  const { repository, state } = ask;
  const [baseName = '', headName = ''] = param(ask, 'basehead').split('...');
  const [base, head] = [revision(repository, baseName), revision(repository, headName)];
  const common = base && head && mergeBase(repository.objects, base.sha, head.sha);
  const shared = common === undefined ? undefined : commitAt(repository.objects, common);
  if (!base || !head || common === undefined || shared === undefined) throw refused(404, 'Not Found');
  const ahead = between(repository.objects, base.sha, head.sha);
  const behind = between(repository.objects, head.sha, base.sha).length;
  const commits = paged(ask, ahead, (sha) => showCommitOf(ask, sha));
  const page = `${pageOf(repository)}/compare/${base.sha}...${head.sha}`;
  return {
    ...commits,
    body: {
      url: `${apiOf(repository)}/compare/${baseName}...${headName}`,
      html_url: page,
      permalink_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      base_commit: showCommit(state, repository, base.sha, base.commit),
      merge_base_commit: showCommit(state, repository, common, shared),
      status: ahead.length > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical',
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      commits: commits.body,
      files: changesBetween(repository.objects, common, head.sha).map((change) => showChange(repository, head.sha, change)),
    },
  };
}

export function showCommitOf(ask: RepositoryAsk, sha: string): Record<string, unknown> {
  const commit = commitAt(ask.repository.objects, sha);
  if (commit === undefined) throw new Error(`the simulated repository has no commit ${sha}`);
  return showCommit(ask.state, ask.repository, sha, commit);
}

function known(ask: RepositoryAsk, name: string): Revision {
  const found = revision(ask.repository, name);
  if (found === undefined) throw refused(422, `No commit found for SHA: ${name}`);
  return found;
}

function byTime(objects: Objects, ids: readonly string[]): Revision[] {
  const all = ids.flatMap((sha): Revision[] => {
    const commit = commitAt(objects, sha);
    return commit === undefined ? [] : [{ sha, commit }];
  });
  return all.toSorted((a, b) => b.commit.committer.at - a.commit.committer.at || (standsOn(objects, a.sha, b.sha) ? -1 : 1));
}

function touches(objects: Objects, { commit }: Revision, path: string): boolean {
  const parent = commit.parents[0] === undefined ? undefined : commitAt(objects, commit.parents[0]);
  const before = parent === undefined ? undefined : entryAt(objects, parent.tree, path);
  return entryAt(objects, commit.tree, path)?.sha !== before?.sha;
}

function writtenBy(ask: RepositoryAsk, { commit }: Revision, author: string): boolean {
  const account = accountOfEmail(ask.state, commit.author.email);
  return commit.author.email === author || account?.login.toLowerCase() === author.toLowerCase();
}

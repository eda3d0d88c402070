import { formatInstant } from '../../domain/instant.ts';
import { accountOfEmail } from './accounts.ts';
import { changesBetween, type FileChange } from './changes.ts';
import type { Commit, Signature } from './objects.ts';
import { showAccount } from './show-account.ts';
import { nodeId } from './show-id.ts';
import { apiOf, pageOf } from './show-repository.ts';
import type { GithubState, Repository } from './state.ts';

/** REST API: commit. The accounts are those of the written addresses, and null where no account has such an address. */
export function showCommit(state: GithubState, repository: Repository, sha: string, commit: Commit): Record<string, unknown> {
  const url = `${apiOf(repository)}/commits/${sha}`;
  return {
    sha,
    node_id: nodeId('C', sha),
    url,
    html_url: `${pageOf(repository)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${apiOf(repository)}/git/commits/${sha}`,
      author: showSignature(commit.author),
      committer: showSignature(commit.committer),
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${apiOf(repository)}/git/trees/${commit.tree}` },
      verification: verification(commit),
    },
    author: accountShown(state, commit.author),
    committer: accountShown(state, commit.committer),
    parents: commit.parents.map((parent) => showParent(repository, parent)),
  };
}

/** The one commit with its files, as `GET /commits/{ref}` has it. */
export function showWholeCommit(state: GithubState, repository: Repository, sha: string, commit: Commit): Record<string, unknown> {
  const changes = changesBetween(repository.objects, commit.parents[0], sha);
  return {
    ...showCommit(state, repository, sha, commit),
    stats: { total: changes.length, additions: 0, deletions: 0 },
    files: changes.map((change) => showChange(repository, sha, change)),
  };
}

/** REST API: git-commit. */
export function showGitCommit(repository: Repository, sha: string, commit: Commit): Record<string, unknown> {
  return {
    sha,
    node_id: nodeId('C', sha),
    url: `${apiOf(repository)}/git/commits/${sha}`,
    html_url: `${pageOf(repository)}/commit/${sha}`,
    author: showSignature(commit.author),
    committer: showSignature(commit.committer),
    message: commit.message,
    tree: { sha: commit.tree, url: `${apiOf(repository)}/git/trees/${commit.tree}` },
    parents: commit.parents.map((parent) => showParent(repository, parent)),
    verification: verification(commit),
  };
}

/** REST API: diff-entry. Lines are not counted: a file is one change. */
export function showChange(repository: Repository, sha: string, change: FileChange): Record<string, unknown> {
  const path = change.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.status === 'removed' || change.status === 'renamed' ? 0 : 1,
    deletions: change.status === 'added' || change.status === 'renamed' ? 0 : 1,
    changes: change.status === 'renamed' ? 0 : 1,
    blob_url: `${pageOf(repository)}/blob/${sha}/${path}`,
    raw_url: `${pageOf(repository)}/raw/${sha}/${path}`,
    contents_url: `${apiOf(repository)}/contents/${path}?ref=${sha}`,
    ...(change.previousPath === undefined ? {} : { previous_filename: change.previousPath }),
  };
}

function showSignature(who: Signature): Record<string, unknown> {
  return { name: who.name, email: who.email, date: formatInstant(who.at) };
}

function accountShown(state: GithubState, who: Signature): Record<string, unknown> | null {
  const account = accountOfEmail(state, who.email);
  return account === undefined ? null : showAccount(account);
}

function showParent(repository: Repository, sha: string): Record<string, unknown> {
  return { sha, url: `${apiOf(repository)}/commits/${sha}`, html_url: `${pageOf(repository)}/commit/${sha}` };
}

/** What GitHub commits itself, it signs: merges, and commits of apps that bring no author of their own. */
function verification(commit: Commit): Record<string, unknown> {
  if (commit.committer.email !== 'noreply@github.com') {
    return { verified: false, reason: 'unsigned', payload: null, signature: null, verified_at: null };
  }
  const at = formatInstant(commit.committer.at);
  return { verified: true, reason: 'valid', payload: `tree ${commit.tree}`, signature: '-----BEGIN PGP SIGNATURE-----', verified_at: at };
}

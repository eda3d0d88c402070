import { formatInstant } from '../../domain/instant.ts';
import { knownAccount } from './accounts.ts';
import { showAccount } from './show-account.ts';
import { nodeId } from './show-id.ts';
import type { GithubState, Repository } from './state.ts';

/** Addresses below a repository, by the field that shows them (REST API: full-repository). */
const BELOW = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

export function apiOf(repository: Repository): string {
  return `https://api.github.com/repos/${repository.owner}/${repository.name}`;
}

export function pageOf(repository: Repository): string {
  return `https://github.com/${repository.owner}/${repository.name}`;
}

export function showRepository(state: GithubState, repository: Repository): Record<string, unknown> {
  const url = apiOf(repository);
  const page = pageOf(repository);
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: `${repository.owner}/${repository.name}`,
    owner: showAccount(knownAccount(state, repository.owner)),
    private: repository.private,
    html_url: page,
    description: null,
    fork: false,
    url,
    ...Object.fromEntries(Object.entries(BELOW).map(([field, path]) => [field, url + path])),
    git_url: `git://github.com/${repository.owner}/${repository.name}.git`,
    ssh_url: `git@github.com:${repository.owner}/${repository.name}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    visibility: repository.private ? 'private' : 'public',
    default_branch: repository.defaultBranch,
    created_at: formatInstant(repository.createdAt),
    updated_at: formatInstant(repository.pushedAt),
    pushed_at: formatInstant(repository.pushedAt),
    ...COUNTS,
    ...switches(),
  };
}

/** Numbers and switches that no client of ours reads; GitHub always sends them. */
const COUNTS = {
  size: 0,
  forks: 0,
  forks_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
  open_issues: 0,
  open_issues_count: 0,
  network_count: 0,
  subscribers_count: 0,
};

function switches(): Record<string, boolean> {
  return {
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: false,
    disabled: false,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    delete_branch_on_merge: false,
  };
}

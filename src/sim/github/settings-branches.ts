import { notFound, ok, refused, type Said } from './answer.ts';
import { param, type RepositoryAsk } from './call.ts';
import { showWholeCommit } from './show-commit.ts';
import { type Protection, settingsOf } from './settings.ts';
import { apiOf, pageOf } from './show-repository.ts';
import { revision } from './revision.ts';

/** GET /branches/{branch}: `protected` speaks of classic protection and of rulesets that are active. */
export function getBranch(ask: RepositoryAsk): Said {
  const { repository } = ask;
  const name = param(ask, 'branch');
  const found = repository.refs[`refs/heads/${name}`] === undefined ? undefined : revision(repository, `heads/${name}`);
  if (found === undefined) throw refused(404, 'Branch not found');
  const url = `${apiOf(repository)}/branches/${name}`;
  const classic = settingsOf(repository).protection[name];
  return ok({
    name,
    commit: showWholeCommit(ask.state, repository, found.sha, found.commit),
    _links: { self: url, html: `${pageOf(repository)}/tree/${name}` },
    protected: classic !== undefined || settingsOf(repository).rulesets.some((one) => one.enforcement === 'active'),
    protection: { enabled: classic !== undefined },
    protection_url: `${url}/protection`,
  });
}

/** GET /branches/{branch}/protection: classic protection alone; 404 in words of its own where there is none. */
export function getProtection(ask: RepositoryAsk): Said {
  const name = param(ask, 'branch');
  if (ask.repository.refs[`refs/heads/${name}`] === undefined) throw notFound();
  const found = settingsOf(ask.repository).protection[name];
  if (found === undefined) throw refused(404, 'Branch not protected');
  const url = `${apiOf(ask.repository)}/branches/${name}/protection`;
  return ok({
    url,
    ...(found.reviews === undefined ? {} : { required_pull_request_reviews: showReviews(url, found.reviews) }),
    enforce_admins: { url: `${url}/enforce_admins`, enabled: found.enforceAdmins },
    required_linear_history: { enabled: false },
    allow_force_pushes: { enabled: found.allowForcePushes },
    allow_deletions: { enabled: found.allowDeletions },
    block_creations: { enabled: false },
    required_conversation_resolution: { enabled: false },
    lock_branch: { enabled: false },
    allow_fork_syncing: { enabled: false },
    required_signatures: { url: `${url}/required_signatures`, enabled: false },
  });
}

function showReviews(url: string, one: NonNullable<Protection['reviews']>): Record<string, unknown> {
  return {
    url: `${url}/required_pull_request_reviews`,
    dismiss_stale_reviews: one.dismissStale,
    require_code_owner_reviews: one.codeOwners,
    required_approving_review_count: one.count,
    require_last_push_approval: one.lastPush,
  };
}

import { demandOrganization } from './access.ts';
import { accountOf, knownAccount } from './accounts.ts';
import { notFound, ok, type Said } from './answer.ts';
import { type Ask, param } from './call.ts';
import { settingsOf } from './settings.ts';
import { showAccount } from './show-account.ts';
import { nodeId } from './show-id.ts';
import type { Account, Repository } from './state.ts';

const API = 'https://api.github.com';

/**
 * GET /orgs/{org}/memberships/{username}: 404 for who is no member, and for an owner that is no organization; app tokens need the right to
 * read members (REST API: organization members). Whoever works in a repository of it is a member, unless it is said that they are not.
 */
export function memberOf(ask: Ask): Said {
  demandOrganization(ask.caller, 'members:read');
  const organization = accountOf(ask.state, param(ask, 'org'));
  const account = accountOf(ask.state, param(ask, 'username'));
  if (organization?.type !== 'Organization' || account === undefined) throw notFound();
  const own = ask.state.repositories.filter((one) => one.owner === organization.login);
  if (!own.some((one) => worksIn(one, account))) throw notFound();
  return ok(showMembership(knownAccount(ask.state, organization.login), account));
}

function worksIn(repository: Repository, { login }: Account): boolean {
  return login in repository.collaborators && !settingsOf(repository).outside.includes(login);
}

/** REST API: org-membership. */
function showMembership(organization: Account, account: Account): Record<string, unknown> {
  const url = `${API}/orgs/${organization.login}`;
  return {
    url: `${url}/memberships/${account.login}`,
    state: 'active',
    role: 'member',
    organization_url: url,
    organization: showOrganization(organization, url),
    user: showAccount(account),
  };
}

/** REST API: organization-simple. */
function showOrganization({ login, id }: Account, url: string): Record<string, unknown> {
  return {
    login,
    id,
    node_id: nodeId('O', id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    description: null,
  };
}

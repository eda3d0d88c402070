import { formatInstant, parseInstant } from '../../domain/instant.ts';
import { nodeId } from './show-id.ts';
import type { Account } from './state.ts';

const API = 'https://api.github.com';
const SINCE = parseInstant('2020-01-01T00:00:00Z');

/** REST API: simple-user. */
export function showAccount(account: Account): Record<string, unknown> {
  const url = `${API}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('U', account.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: pageOf(account),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** REST API: public-user. The address is shown to its owner alone. */
export function showProfile(account: Account, own: boolean): Record<string, unknown> {
  const since = SINCE === undefined ? '' : formatInstant(SINCE);
  return {
    ...showAccount(account),
    name: account.name,
    company: null,
    blog: '',
    location: null,
    email: own ? account.email : null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: since,
    updated_at: since,
  };
}

function pageOf(account: Account): string {
  const app = /^(.*)\[bot\]$/.exec(account.login)?.[1];
  return app === undefined ? `https://github.com/${account.login}` : `https://github.com/apps/${app}`;
}

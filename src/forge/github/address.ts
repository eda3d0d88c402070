/** Where a repository lies on GitHub. */
export interface GithubAddress {
  readonly owner: string;
  readonly repo: string;
  /** Of the REST API, without a slash at its end. */
  readonly baseUrl: string;
}

export interface AddressHints {
  /** `owner/repo`, as GITHUB_REPOSITORY names the repository of a workflow. */
  readonly repository?: string | undefined;
  /** As GITHUB_API_URL: of GitHub Enterprise Server `https://<host>/api/v3`. */
  readonly apiUrl?: string | undefined;
  /** The address of the clone's remote, in any form that Git takes. */
  readonly remote?: string | undefined;
}

const PUBLIC_API = 'https://api.github.com';

/**
 * The repository whose requests prove what stands in a clone; a text says why none can be told. The clone's own remote
 * decides where it lies on the host of the API: in a workflow that checked out another repository GITHUB_REPOSITORY names
 * the wrong one. A token goes only to github.com, ghe.com or what GITHUB_API_URL names: any other host may be anybody's.
 */
export function githubAddress({ repository, apiUrl, remote }: AddressHints): GithubAddress | string {
  const place = placeOf(remote ?? '');
  const named = apiUrl === undefined || apiUrl === '' ? undefined : apiUrl;
  if (named !== undefined && !/^https?:\/\/[^/]/.test(named)) return `GITHUB_API_URL is no address of the web: ${named}`;
  const baseUrl = (named ?? publicApi(place?.host) ?? PUBLIC_API).replace(/\/+$/, '');
  if (place?.host === servedBy(baseUrl)) return { owner: place.owner, repo: place.repo, baseUrl };
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository ?? '') ?? [];
  if (owner !== undefined && repo !== undefined) return { owner, repo, baseUrl };
  if (place === undefined) return 'this repository has no remote on GitHub; GITHUB_REPOSITORY can name it';
  return `the remote of this repository lies on ${place.host}; if that is GitHub, GITHUB_API_URL must say so, such as https://${place.host}/api/v3`;
}

interface Place {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
}

/** `https://host/owner/repo`, `ssh://git@host/owner/repo` or `git@host:owner/repo` (Git documentation: git-clone, Git URLs). */
function placeOf(remote: string): Place | undefined {
  const [, whole, short] = /^(?:(?:https?|ssh|git|git\+ssh):\/\/([^\s]+)|([^/\s:]+:[^\s]+))$/.exec(remote) ?? [];
  const parts = /^(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/*$/.exec(whole ?? short?.replace(/:\/*/, '/') ?? '');
  const [, host, owner, repo] = parts ?? [];
  return host === undefined || owner === undefined || repo === undefined ? undefined : { host: hostNamed(host), owner, repo };
}

/** `ssh.github.com` takes SSH on the port of HTTPS (GitHub docs: using SSH over the HTTPS port). */
function hostNamed(host: string): string {
  return host.toLowerCase().replace(/^(?:ssh|www)\.(?=github\.com$)/, '');
}

/** Where the API of a host lies that is GitHub's own (GitHub docs: GitHub Enterprise Cloud with data residency, API access). */
function publicApi(host: string | undefined): string | undefined {
  if (host === 'github.com') return PUBLIC_API;
  return host !== undefined && /^[\w-]+\.ghe\.com$/.test(host) ? `https://api.${host}` : undefined;
}

/** The host whose repositories an API speaks of. */
function servedBy(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  return hostname.replace(/^api\.(?=github\.com$|[\w-]+\.ghe\.com$)/, '');
}

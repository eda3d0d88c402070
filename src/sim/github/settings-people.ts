import { demandOrganization, levelHeld } from './access.ts';
import { accountOf, knownAccount } from './accounts.ts';
import { notFound, ok, type Said } from './answer.ts';
import { type Ask, param, type RepositoryAsk } from './call.ts';
import { blobAt, type Objects } from './objects.ts';
import { paged } from './paging.ts';
import { type CodeownersError, settingsOf, type Team } from './settings.ts';
import { showAccount } from './show-account.ts';
import { nodeId } from './show-id.ts';
import { revision } from './revision.ts';
import type { Account, Level, Repository } from './state.ts';
import { entryAt } from './trees.ts';

/** Where GitHub looks for the file, in this order (GitHub docs: about code owners). */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** GET /codeowners/errors: owners that cannot own, worded as GitHub words them, and what a test put there. */
export function codeownersErrors(ask: RepositoryAsk): Said {
  const { repository } = ask;
  const at = revision(repository, ask.url.searchParams.get('ref') ?? repository.defaultBranch);
  const found = at === undefined ? undefined : ownersFile(repository.objects, at.commit.tree);
  if (found === undefined) throw notFound();
  return ok({ errors: [...unknownOwners(repository, found), ...settingsOf(repository).codeownersErrors].map(showError) });
}

interface OwnersFile {
  readonly path: string;
  readonly text: string;
}

function ownersFile(objects: Objects, tree: string): OwnersFile | undefined {
  for (const path of PLACES) {
    const blob = blobAt(objects, entryAt(objects, tree, path)?.sha ?? '');
    if (blob !== undefined) return { path, text: Buffer.from(blob.base64, 'base64').toString('utf8') };
  }
  return undefined;
}

function unknownOwners(repository: Repository, { path, text }: OwnersFile): readonly (CodeownersError & { readonly source: string })[] {
  return text.split('\n').flatMap((source, at) => {
    const owners = [...source.replace(/#.*$/, '').matchAll(/@[\w./-]+/g)];
    return owners
      .filter(([owner]) => !mayOwn(repository, owner.slice(1)))
      .map(({ 0: owner, index }) => ({
        line: at + 1,
        column: index + 1,
        kind: 'Unknown owner',
        source,
        message: `Unknown owner on line ${at + 1}: make sure ${owner} exists and has write access to the repository\n\n  ${source}\n  ${' '.repeat(index)}^`,
        path,
      }));
  });
}

/** An owner needs write access of its own; a team is `organization/slug`. */
function mayOwn(repository: Repository, owner: string): boolean {
  const [organization, slug] = owner.split('/');
  if (slug === undefined) return ['write', 'admin'].includes(levelHeld(repository, owner) ?? '');
  const team = settingsOf(repository).teams.find((one) => one.slug === slug);
  return organization === repository.owner && team !== undefined && !['pull', 'triage'].includes(team.permission);
}

function showError(one: CodeownersError & { readonly source?: string }): Record<string, unknown> {
  return { ...one, source: one.source ?? '', suggestion: null };
}

/** GET /collaborators: with what each may do. */
export function listCollaborators(ask: RepositoryAsk): Said {
  const all = Object.keys(ask.repository.collaborators).toSorted((a, b) => (a < b ? -1 : 1));
  return paged(ask, all, (login) => showCollaborator(ask, knownAccount(ask.state, login)));
}

/** GET /collaborators/{username}/permission: `none` for somebody without any. */
export function permissionOf(ask: RepositoryAsk): Said {
  const account = accountOf(ask.state, param(ask, 'username'));
  if (account === undefined) throw notFound();
  const level = levelHeld(ask.repository, account.login) ?? (ask.repository.private ? 'none' : 'read');
  return ok({ permission: level, role_name: level, user: showCollaborator(ask, account) });
}

function showCollaborator({ repository }: RepositoryAsk, account: Account): Record<string, unknown> {
  const level = levelHeld(repository, account.login);
  return { ...showAccount(account), permissions: rights(level), role_name: level ?? (repository.private ? 'none' : 'read') };
}

function rights(level: Level | undefined): Record<string, boolean> {
  const write = level === 'write' || level === 'admin';
  return { pull: level !== undefined, triage: write, push: write, maintain: level === 'admin', admin: level === 'admin' };
}

/** GET /repos/{owner}/{repo}/teams. */
export function listTeams(ask: RepositoryAsk): Said {
  return paged(ask, settingsOf(ask.repository).teams, (team) => showTeam(ask.repository.owner, team));
}

function showTeam(organization: string, team: Team): Record<string, unknown> {
  const url = `https://api.github.com/orgs/${organization}/teams/${team.slug}`;
  return {
    id: team.id,
    node_id: nodeId('T', team.id),
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    permission: team.permission,
    url,
    html_url: `https://github.com/orgs/${organization}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    parent: null,
  };
}

/** GET /orgs/{org}/teams/{team_slug}/members; app tokens need the right to read members (REST API: team members). */
export function listMembers(ask: Ask): Said {
  const team = teamOf(ask);
  const logins = Object.keys(team.members).toSorted((a, b) => (a < b ? -1 : 1));
  return paged(ask, logins, (login) => showAccount(knownAccount(ask.state, login)));
}

/** GET /orgs/{org}/teams/{team_slug}/memberships/{username}: 404 for who is no member. */
export function membershipOf(ask: Ask): Said {
  const team = teamOf(ask);
  const account = accountOf(ask.state, param(ask, 'username'));
  const role = account === undefined ? undefined : team.members[account.login];
  if (account === undefined || role === undefined) throw notFound();
  const url = `https://api.github.com/orgs/${param(ask, 'org')}/teams/${team.slug}/memberships/${account.login}`;
  return ok({ url, role, state: 'active' });
}

function teamOf(ask: Ask): Team {
  demandOrganization(ask.caller, 'members:read');
  const organization = param(ask, 'org').toLowerCase();
  const own = ask.state.repositories.filter((one) => one.owner.toLowerCase() === organization);
  const team = own.flatMap((one) => settingsOf(one).teams).find((one) => one.slug === param(ask, 'team_slug'));
  if (team === undefined) throw notFound();
  return team;
}

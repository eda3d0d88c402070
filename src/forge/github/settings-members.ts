import type { Home, MemberSettings, SettingsQuestion, TeamSettings, Told } from '../settings.ts';
import type { Client } from './client.ts';
import { answered, type Circumstances, hasStatus, unsafe } from './failures.ts';
import { everyPage } from './pages.ts';
import { alsoUnknown } from './settings-ask.ts';

/**
 * Whether those who may approve here belong to the organization, and to its teams of the same names (GitHub REST API: organization members,
 * team members; both take the right to read members). It is only told: who may approve is what the files say.
 */
export async function memberSettings(
  client: Client,
  around: Circumstances,
  home: Told<Home>,
  { approvers, teams }: Pick<SettingsQuestion, 'approvers' | 'teams'>,
): Promise<MemberSettings> {
  const org = client.at.owner;
  const unread = alsoUnknown<never>(home);
  if (!home.answer.ok && unread !== undefined) return { strangers: unread, teams: teams.map((name) => ({ name, members: unread })) };
  if (home.answer.ok && !home.answer.value.organization)
    return { strangers: { call: home.call, answer: { ok: true, value: [] } }, teams: [] };
  const strangers: Told<readonly string[]> = {
    call: `GET /orgs/${org}/memberships/{username}`,
    answer: await answered(around, async () => strangersOf(client, approvers)),
  };
  return { strangers, teams: await Promise.all(teams.map(async (name) => teamOf(client, around, name, strangers))) };
}

/** GitHub answers 404 for who is no member. Where that is everybody, it may be that the token sees nobody. */
async function strangersOf(client: Client, logins: readonly string[]): Promise<readonly string[]> {
  const states = await Promise.all(logins.map(async (login) => ({ login, state: await membershipOf(client, login) })));
  const strangers = states.filter(({ state }) => state !== 'active').map(({ login }) => login);
  if (strangers.length > 0 && strangers.length === logins.length)
    throw unsafe(`GitHub shows none of those who may approve among the members of ${client.at.owner}`);
  return strangers;
}

async function membershipOf(client: Client, username: string): Promise<string | undefined> {
  return absent(async () => (await client.octokit.rest.orgs.getMembershipForUser({ org: client.at.owner, username })).data.state);
}

async function teamOf(client: Client, around: Circumstances, name: string, seen: Told<unknown>): Promise<TeamSettings> {
  const query = { org: client.at.owner, team_slug: name, per_page: 100 };
  const list = client.octokit.rest.teams.listMembersInOrg;
  const members = async () => everyPage<{ readonly login: string }>(client, async () => list(query));
  const told = {
    call: `GET /orgs/${query.org}/teams/${name}/members`,
    answer: await answered(around, async () => absent(async () => (await members()).map(({ login }) => login))),
  };
  // No such team, or no right to see it: only who sees the members of the organization knows which.
  const isAbsent = told.answer.ok && told.answer.value === undefined;
  return { name, members: (isAbsent ? alsoUnknown<undefined>(seen) : undefined) ?? told };
}

async function absent<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}

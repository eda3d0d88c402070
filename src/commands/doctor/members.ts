import { type Directory, leftAt } from '../../domain/directory.ts';
import { compare } from '../../domain/finding.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Control } from '../../domain/policy.ts';
import type { ForgeSettings, SettingsQuestion, TeamSettings } from '../../forge/settings.ts';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, type Finding, judged, notTold, pass, type Question } from './check.ts';

const COMMON = { family: 'approvers', right: 'Members: read, of the organization' };

const MEMBERS: Question = {
  ...COMMON,
  id: 'approver-members',
  wanted: 'everybody who may approve is a member of the organization',
  fix: 'Write `left:` for who has gone, or take them out of the policy; make the others members.',
};

const TEAMS: Question = {
  ...COMMON,
  id: 'approver-teams',
  wanted: 'who approves for a team is in the team of GitHub that has its name',
  fix: 'Take who has changed teams out of the file of the team here, or put them back into the team on GitHub.',
};

/** Those who approve policy: the team of GitHub with this name is compared with them. */
const SECURITY = 'security';

type Asked = Pick<SettingsQuestion, 'approvers' | 'teams'>;

/** Whom to ask about: everybody who may approve anything, and every name under which they do. */
export function membersAsked(control: Control | undefined, now: Instant): Asked {
  if (control === undefined) return { approvers: [], teams: [] };
  const { policy, teams, roles, directory } = control;
  const named = [...teams.values(), ...roles.values(), ...(policy.approval.more ?? [])].flatMap(({ approvers }) => approvers);
  const approvers = new Set([...named, ...policy.security].flatMap((name) => loginsOf(directory, name, now)));
  return { approvers: [...approvers].sort(compare), teams: [...new Set([...teams.keys(), SECURITY])].sort(compare) };
}

/** Every login whose approval counts as this person's; none once they have left. */
function loginsOf(directory: Directory, name: string, now: Instant): readonly string[] {
  const person = directory.get(name)?.person ?? name;
  const left = leftAt(directory, person);
  if (left !== undefined && left <= now) return [];
  return [...directory.values()].flatMap((one) => (one.person === person && one.github !== undefined ? [one.github] : []));
}

/** GitHub's memberships beside the names in our files. They widen and narrow nothing: only the files say who may approve. */
export function memberChecks(
  { members, home }: Pick<ForgeSettings, 'members' | 'home'>,
  control: Control | undefined,
  now: Instant,
): readonly Check[] {
  const owner = home.answer.ok ? home.answer.value.owner : 'the organization';
  if (home.answer.ok && !home.answer.value.organization) {
    const person = pass(`${owner} is a person, who has no members and no teams`);
    return [checkOf(MEMBERS, home.call, person), checkOf(TEAMS, home.call, person)];
  }
  const { approvers } = membersAsked(control, now);
  const strangers = judged(MEMBERS, members.strangers, (gone) =>
    gone.length === 0
      ? pass(`all ${approvers.length} are members of ${owner}`)
      : fail(`may approve, and is no member of ${owner}: ${gone.join(', ')}`),
  );
  const calls = members.teams.map(({ members: { call } }) => call).join(', ');
  return [strangers, checkOf(TEAMS, calls, teamsFinding(members.teams, control, now))];
}

/** One team that differs settles it; else all must have been seen. */
function teamsFinding(teams: readonly TeamSettings[], control: Control | undefined, now: Instant): Finding {
  const seen = teams.flatMap(({ name, members: { answer } }) =>
    answer.ok && answer.value !== undefined ? [differenceOf(name, answer.value, control, now)] : [],
  );
  const wrong = seen.filter(({ gone }) => gone.length > 0);
  if (wrong.length > 0)
    return fail(wrong.map(({ name, gone }) => `${gone.join(', ')} may approve for ${name}, and is not in that team`).join('; '));
  const failure = teams.map(({ members: { answer } }) => (answer.ok ? undefined : answer.failure)).find((one) => one !== undefined);
  if (failure !== undefined) return notTold(failure, TEAMS);
  if (seen.length === 0) return pass('no team of GitHub has a name of ours, so there is nothing to compare');
  const others = seen.filter(({ more }) => more.length > 0).map(({ name, more }) => `; in ${name} and not asked here: ${more.join(', ')}`);
  return pass(`${seen.map(({ name }) => name).join(', ')}: all who may approve are in that team${others.join('')}`);
}

interface Difference {
  readonly name: string;
  /** May approve here and are not in the team. */
  readonly gone: readonly string[];
  /** Are in the team and may not approve here. */
  readonly more: readonly string[];
}

function differenceOf(name: string, members: readonly string[], control: Control | undefined, now: Instant): Difference {
  const names = control?.teams.get(name)?.approvers ?? (name === SECURITY ? (control?.policy.security ?? []) : []);
  const ours = control === undefined ? [] : [...new Set(names.flatMap((one) => loginsOf(control.directory, one, now)))];
  return { name, gone: lacking(ours, members), more: lacking(members, ours) };
}

/** Logins of the first list that the second has not; logins do not differ by case. */
function lacking(some: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others.map((login) => login.toLowerCase()));
  return some.filter((login) => !known.has(login.toLowerCase())).sort(compare);
}

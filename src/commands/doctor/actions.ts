import type { Directory } from '../../domain/directory.ts';
import type { ForgeSettings, ScheduleSettings } from '../../forge/settings.ts';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, judged, pass, type Question } from './check.ts';

const FAMILY = 'Actions';

const APPROVE: Question = {
  id: 'actions-approve',
  family: FAMILY,
  wanted: 'Actions cannot approve pull requests',
  fix: 'Turn off "Allow GitHub Actions to create and approve pull requests"; prune opens its requests with the token of an app then.',
  right: 'Administration: read',
};

const RIGHTS: Question = {
  id: 'actions-rights',
  family: FAMILY,
  wanted: 'workflows begin with read rights',
  fix: 'Set the workflow permissions of the repository to "Read repository contents".',
  right: 'Administration: read',
};

const SCHEDULES: Question = {
  id: 'schedules',
  family: FAMILY,
  wanted: 'a workflow runs on a schedule',
  fix: 'Commit the reconcile workflow, with a schedule at odd minutes.',
};

/** What Actions may do in the repository, and whether its schedules still run. */
export function actionsChecks(
  { workflowRights, schedules }: Pick<ForgeSettings, 'workflowRights' | 'schedules'>,
  directory: Directory,
): readonly Check[] {
  const rights = [
    judged(APPROVE, workflowRights, ({ approves }) =>
      approves ? fail('any workflow of any branch can approve') : pass('they cannot approve'),
    ),
    judged(RIGHTS, workflowRights, ({ write }) =>
      write ? fail('they begin with the right to write') : pass('they begin with read rights'),
    ),
  ];
  if (schedules.length === 0)
    return [...rights, checkOf(SCHEDULES, '.github/workflows', fail('no workflow of this commit has a schedule'))];
  return [...rights, ...schedules.flatMap((schedule) => scheduleChecks(schedule, directory))];
}

const REASONS: Readonly<Record<string, string>> = {
  disabled_inactivity: 'GitHub switched it off: 60 days without activity',
  disabled_manually: 'somebody switched it off',
  disabled_fork: 'it is off, as in every new fork',
  deleted: 'it is deleted on the default branch',
};

/** GitHub docs: disabling and enabling a workflow; events that trigger workflows, schedule. */
function scheduleChecks({ file, state, actor }: ScheduleSettings, directory: Directory): readonly Check[] {
  const enabled: Question = {
    id: `schedule-enabled ${file}`,
    family: FAMILY,
    wanted: `${file} is switched on`,
    fix: `Run gh workflow enable ${file}.`,
    right: 'Actions: read',
  };
  const owner: Question = {
    id: `schedule-actor ${file}`,
    family: FAMILY,
    wanted: `the schedule of ${file} does not end with somebody's account`,
    fix: 'Let a bot account change the cron line: the schedule stops when the account of whoever changed it last does.',
    right: 'Actions: read',
  };
  return [
    judged(enabled, state, (now) => (now === 'active' ? pass(`${file} is on`) : fail(`${file}: ${REASONS[now] ?? now}`))),
    judged(owner, actor, (who) => actorFinding(file, who, directory)),
  ];
}

function actorFinding(file: string, actor: { readonly login: string; readonly bot: boolean } | undefined, directory: Directory) {
  if (actor === undefined)
    return { verdict: 'unknown' as const, found: `${file} has not run on its schedule yet`, fix: 'Look again after its next run.' };
  const { login, bot } = actor;
  const person = [...directory.values()].find((one) => one.github?.toLowerCase() === login.toLowerCase());
  if (bot || person === undefined) return pass(`${file} runs as ${login}${bot ? '' : ', who is nobody of policy/people'}`);
  return fail(`${file} runs as ${login}, who is ${person.name} of policy/people`);
}

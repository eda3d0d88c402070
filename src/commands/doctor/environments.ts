import type { EnvironmentSettings, ForgeSettings } from '../../forge/settings.ts';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, type Finding, judged, notTold, pass, type Question, unknown } from './check.ts';

const COMMON = { family: 'environments', right: 'Actions: read' };

const ALL: Question = {
  ...COMMON,
  id: 'environments',
  wanted: 'every environment lets the default branch alone deploy, and administrators wait too',
  fix: 'Limit each environment to the default branch.',
};

/** GitHub docs: managing environments for deployment. A cloud that trusts an environment trusts every branch that may use it. */
export function environmentChecks({ environments, home }: Pick<ForgeSettings, 'environments' | 'home'>): readonly Check[] {
  const { call, answer } = environments;
  if (!answer.ok) return [checkOf(ALL, call, notTold(answer.failure, ALL))];
  const { value } = answer;
  if (value.length === 0) return [checkOf(ALL, call, pass('there is none: clouds can only trust the branch itself'))];
  const main = home.answer.ok ? home.answer.value.defaultBranch : undefined;
  return value.flatMap((one) => [branchCheck(one, call, main), adminCheck(one, call)]);
}

function branchCheck(environment: EnvironmentSettings, call: string, main: string | undefined): Check {
  const { name, branches } = environment;
  const question: Question = {
    ...COMMON,
    id: `environment-branches ${name}`,
    wanted: `${name} lets the default branch alone deploy`,
    fix: `Give ${name} the default branch as its only deployment branch.`,
  };
  if (branches === undefined) return checkOf(question, call, fail(`any branch may deploy to ${name}`));
  if (branches === 'protected') return checkOf(question, call, pass(`${name} takes protected branches only`));
  return judged(question, branches, (names) => named(name, names, main));
}

function named(name: string, names: readonly string[], main: string | undefined): Finding {
  const others = names.filter((one) => one !== main);
  if (main === undefined) return notTold({ kind: 'transient', message: 'the name of the default branch could not be read' }, {});
  return others.length === 0
    ? pass(`${name} takes ${names.length === 0 ? 'no branch' : main}`)
    : fail(`${name} takes ${others.join(', ')} too`);
}

function adminCheck({ name, adminsBypass }: EnvironmentSettings, call: string): Check {
  const question: Question = {
    ...COMMON,
    id: `environment-admins ${name}`,
    wanted: `administrators do not pass the rules of ${name} by`,
    fix: `Turn off "Allow administrators to bypass configured protection rules" of ${name}.`,
  };
  if (adminsBypass === undefined) return checkOf(question, call, unknown('the answer does not say', `Look at the settings of ${name}.`));
  return checkOf(
    question,
    call,
    adminsBypass ? fail(`administrators may pass the rules of ${name} by`) : pass(`${name} binds administrators too`),
  );
}

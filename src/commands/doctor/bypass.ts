import type { BranchSettings, BypassActor, ClassicProtection, Ruleset } from '../../forge/settings.ts';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, type Finding, notTold, pass, type Question, unknown } from './check.ts';

const QUESTION: Question = {
  id: 'branch-bypass',
  family: 'default branch',
  wanted: 'nobody passes the rules by',
  fix: 'Take everybody off the bypass list of the ruleset; exempt actors leave no trace at all.',
  right: 'Administration: write',
};

/** Who may pass the rules of the default branch by. Rulesets count where they want reviews; the older protection where only it does. */
export function bypassChecks(settings: BranchSettings): readonly Check[] {
  const { rules, classic, rulesets, branch } = settings;
  if (!rules.answer.ok) return [checkOf(QUESTION, rules.call, notTold(rules.answer.failure, QUESTION))];
  if (rules.answer.value.some((rule) => rule.review !== undefined)) {
    const source = rulesets.map((told) => told.call).join(', ');
    return [checkOf(QUESTION, source, ofRulesets(rulesets))];
  }
  if (!classic.answer.ok) return [checkOf(QUESTION, classic.call, notTold(classic.answer.failure, QUESTION))];
  return [checkOf(QUESTION, classic.call, ofClassic(classic.answer.value, branch))];
}

/** One that is seen settles it; else all must have been seen. */
function ofRulesets(rulesets: BranchSettings['rulesets']): Finding {
  const read = rulesets.flatMap(({ answer }) => (answer.ok ? [answer.value] : []));
  const seen = read.flatMap((ruleset) => (ruleset.bypass ?? []).map((actor) => `${actorText(actor)} of ruleset ${ruleset.name}`));
  if (seen.length > 0) return fail(`may pass by: ${seen.join('; ')}`);
  const failure = rulesets.map(({ answer }) => (answer.ok ? undefined : answer.failure)).find((one) => one !== undefined);
  if (failure !== undefined) return notTold(failure, QUESTION);
  const hidden = read.filter((ruleset) => ruleset.bypass === undefined);
  return hidden.length > 0 ? hiddenFrom(hidden) : pass('no ruleset has a bypass list');
}

function hiddenFrom(rulesets: readonly Ruleset[]): Finding {
  const names = rulesets.map((ruleset) => ruleset.name).join(', ');
  return unknown(
    `this token may not see who may pass ${names} by`,
    'Run doctor with a token that may write the ruleset, or look at its bypass list.',
  );
}

function actorText({ type, id, mode }: BypassActor): string {
  return `${type}${id === undefined ? '' : ` ${id}`} (${mode})`;
}

function ofClassic(classic: ClassicProtection | undefined, branch: string): Finding {
  if (classic === undefined)
    return fail(`${branch} has no rule to pass by: everybody who may push can`, 'Make a ruleset for the default branch.');
  if (!classic.bindsAdmins) return fail('administrators may pass the branch protection by', 'Do not allow bypassing the above settings.');
  if (classic.exempt > 0)
    return fail(`${classic.exempt} people, teams or apps need no pull request`, 'Allow nobody to bypass required pull requests.');
  return pass('the branch protection binds administrators too, and exempts nobody');
}

import type { Control } from '../../domain/policy.ts';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, type Finding, pass, type Question, unknown } from './check.ts';

const QUESTION: Question = {
  id: 'approval-mode',
  family: 'approvers',
  wanted: 'approval is proved by each run, or stands on rules that hold',
  fix: 'Write approval: { mode: enforce } into policy/policy.yaml.',
};

/** `guards` are the checks of the rules on which `trust-branch-protection` builds. */
export function approvalChecks(control: Control | undefined, guards: readonly Check[]): readonly Check[] {
  return [checkOf(QUESTION, 'policy/policy.yaml', modeFinding(control, guards))];
}

function modeFinding(control: Control | undefined, guards: readonly Check[]): Finding {
  if (control === undefined) return unknown('the policy does not read', 'Mend the policy: grantkeeper validate shows where.');
  const { mode } = control.policy.approval;
  if (mode === 'enforce') return pass('each run proves it');
  if (mode === 'warn') return fail('where approvers are missing a run only warns');
  const open = guards.filter((check) => check.verdict !== 'pass').map((check) => check.id);
  return open.length === 0
    ? pass('branch protection is trusted, and all of its checks pass')
    : fail(`branch protection is trusted, and ${open.join(', ')} did not pass`);
}

import type { Finding } from '../../domain/finding.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Control } from '../../domain/policy.ts';
import type { ForgeSettings } from '../../forge/settings.ts';
import type { Check } from '../../report/doctor.ts';
import { actionsChecks } from './actions.ts';
import { approvalChecks } from './approval.ts';
import { branchChecks } from './branch.ts';
import { bypassChecks } from './bypass.ts';
import { checkOf, unknown } from './check.ts';
import { cloneChecks } from './clone.ts';
import { environmentChecks } from './environments.ts';
import { ledgerChecks } from './ledger.ts';
import { memberChecks } from './members.ts';
import { ownersChecks, ownersErrorChecks } from './owners.ts';
import { policyChecks } from './policy.ts';
import { subjectChecks } from './subject.ts';
import { tokenChecks } from './token.ts';
import { type CloudTrust, trustChecks } from './trust.ts';
import { type WorkflowFile, workflowChecks } from './workflows.ts';

/** Everything that the checks judge. */
export interface Facts {
  readonly git: { readonly version: string; readonly shallow: boolean };
  readonly control: Control | undefined;
  readonly findings: readonly Finding[];
  readonly codeowners: { readonly text: string | undefined; readonly wanted: string | undefined; readonly paths: readonly string[] };
  readonly workflows: readonly WorkflowFile[];
  /** Or why nobody could be asked. */
  readonly settings: ForgeSettings | string;
  readonly now: Instant;
  /** What the clouds' directories say of policy/people. */
  readonly people?: readonly Check[];
  /** Whom the clouds let act as this tool. */
  readonly trusts?: readonly CloudTrust[];
}

/** Every check there is, family by family. */
export function checksOf(facts: Facts): readonly Check[] {
  return [
    ...localChecks(facts),
    ...(facts.people ?? []),
    ...(typeof facts.settings === 'string' ? [unasked(facts.settings)] : forgeChecks(facts.settings, facts)),
  ];
}

function localChecks({ git, control, findings, codeowners, workflows }: Facts): readonly Check[] {
  return [...cloneChecks(git), ...policyChecks(control, findings), ...workflowChecks(workflows), ...ownersChecks(codeowners)];
}

function forgeChecks(settings: ForgeSettings, { control, now, trusts = [] }: Pick<Facts, 'control' | 'now' | 'trusts'>): readonly Check[] {
  const guards = [...branchChecks(settings.main, control?.policy.approval.minimum ?? 1), ...bypassChecks(settings.main)];
  return [
    ...ownersErrorChecks(settings),
    ...guards,
    ...approvalChecks(control, guards),
    ...memberChecks(settings, control, now),
    ...actionsChecks(settings, control?.directory ?? new Map()),
    ...environmentChecks(settings),
    ...subjectChecks(settings),
    ...trusts.flatMap((one) => trustChecks(one, settings)),
    ...tokenChecks(settings),
    ...ledgerChecks(settings.ledger),
  ];
}

function unasked(why: string): Check {
  const question = { id: 'github', family: 'GitHub', wanted: 'GitHub tells how it guards this repository', fix: '' };
  return checkOf(question, 'GITHUB_TOKEN', unknown(why, 'Set GITHUB_TOKEN to a token that may read the settings of the repository.'));
}

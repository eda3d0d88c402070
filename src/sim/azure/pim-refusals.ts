import { type Answer, refusal } from './answer.ts';
import type { AzureState } from './state.ts';

/** Codes and texts of PIM as public clients quote them; statuses are 400 where nobody saw another. docs/unverified.md lists what is a guess. */

/** Microsoft Entra ID Governance licensing fundamentals: time-bound assignments need P2 or Governance. */
export function unlicensed(state: AzureState): Answer | undefined {
  if (state.manner.withoutPim !== true) return undefined;
  const what = 'The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.';
  return refusal(400, 'AadPremiumLicenseRequired', what);
}

/** terraform-provider-azurerm issue 29420; other clients saw 400. */
export function assignmentExists(state: AzureState): Answer {
  return refusal(state.manner.pimExists ?? 409, 'RoleAssignmentExists', 'The Role assignment already exists.');
}

/** terraform-provider-azurerm, pim_active_role_assignment: an AdminRemove of what is gone. */
export function assignmentMissing(): Answer {
  return refusal(404, 'RoleAssignmentDoesNotExist', 'The Role assignment does not exist.');
}

export function pendingRequest(): Answer {
  return refusal(400, 'PendingRoleAssignmentRequest', 'There is already an existing pending Role assignment request.');
}

/** Assign Azure resource roles in PIM: nothing shorter than five minutes, and nothing is removed within five minutes. */
export function tooShort(): Answer {
  return refusal(400, 'ActiveDurationTooShort', 'The active duration is too short. The minimum required is 5 minutes.');
}

/** terraform-provider-azurerm waits for it: a principal that PIM does not know yet. */
export function subjectNotFound(): Answer {
  return refusal(400, 'SubjectNotFound', 'The subject is not found.');
}

/** Words as azurerm's users quote them. */
export function policyFailed(rules: readonly string[]): Answer {
  const what = `The following policy rules failed: ${JSON.stringify(rules)}`;
  return refusal(400, 'RoleAssignmentRequestPolicyValidationFailed', what);
}

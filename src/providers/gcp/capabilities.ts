import type { Capabilities } from '../../domain/cloud.ts';

/** Google IAM: "Overview of IAM Conditions", "Allow policies". */
export const capabilities: Capabilities = {
  nativeExpiry: {
    can: true,
    how: 'a condition on request.time in the binding itself: Google stops the access at the end, whether we run or not',
  },
  nativeStart: { can: true, how: 'a condition on request.time in the binding itself' },
  chosenEnder: { can: false, why: 'Google Cloud ends every binding itself, by the condition in it.' },
  ownConditions: { can: true, how: 'any boolean CEL expression on one line, joined to the end with &&' },
  endsSessions: {
    can: false,
    why: 'Google checks each request, so access ends with its binding; open shells and signed links outlive it',
  },
  besideTwin: { can: true, how: 'bindings with different conditions stand side by side' },
  unitOfWrite: 'policy',
  // Google IAM: "Access change propagation", "Create short-lived credentials", "Service account keys"; Workspace: "Set session length
  // for Google services"; Cloud Storage: "Signed URLs".
  outlasts: [
    { what: 'the change itself, until it has arrived everywhere', longest: 'about 2 minutes, 7 or more at times' },
    { what: 'what was open before: shells, database connections', longest: 'until it is closed' },
    { what: 'signed links of Cloud Storage', longest: 'up to 7 days from their making' },
    { kind: 'user', what: 'sign-in sessions, which reach what other bindings give', longest: '14 days, or as Workspace sets it' },
    {
      kind: 'user',
      what: 'tokens made for service accounts that the person could act as',
      longest: '1 h, or 12 h where the organization lets them',
    },
    { kind: 'service', what: 'access tokens of the account', longest: '1 h, or 12 h where the organization lets them' },
    { kind: 'service', what: 'keys of the account', longest: 'until they are deleted or the account is disabled' },
    { kind: 'group', what: 'what members hold through other groups', longest: 'until it is taken from those' },
  ],
};

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
    can: true,
    how: 'where policy asks for it: Workspace users are signed out and their apps cut off, sessions of workforce subjects revoked, service accounts disabled under a lockdown',
  },
  besideTwin: { can: true, how: 'bindings with different conditions stand side by side' },
  unitOfWrite: 'policy',
  index: {
    can: true,
    how: 'Cloud Asset Inventory: 500 policies a call, minutes late. What it shows is read anew before anything is told or taken; where it cannot be asked, what Git names is read.',
  },
  outlasts: [
    {
      what: 'the change itself, until it has arrived everywhere',
      longest: 'about 2 minutes, 7 or more at times',
      source: 'Google IAM: Access change propagation',
    },
    {
      what: 'what was open before: shells, database connections',
      longest: 'until it is closed',
      source: 'Cloud SQL: IAM authentication; Compute Engine: OS Login',
    },
    {
      what: 'signed links of Cloud Storage',
      longest: 'up to 7 days from their making',
      source: 'Cloud Storage: Signed URLs',
    },
    {
      kind: 'user',
      what: 'sign-in sessions, which reach what other bindings give',
      longest: '14 days, or as Workspace sets it',
      source: 'Workspace: Set session length for Google services',
      endedBy: 'sign-out',
    },
    {
      kind: 'user',
      what: 'tokens made for service accounts that the person could act as',
      longest: '1 h, or 12 h where the organization lets them',
      source: 'Google IAM: Create short-lived credentials',
    },
    {
      kind: 'other',
      what: 'sign-in sessions of a workforce pool',
      longest: '12 h, as the pool sets it',
      source: 'Google IAM: Workforce pools, session duration',
      endedBy: 'revoke-sessions',
    },
    {
      kind: 'other',
      what: 'tokens of workload identity federation, which cannot be revoked',
      longest: '1 h',
      source: 'Security Token Service: token exchange',
    },
    {
      kind: 'service',
      what: 'access tokens of the account',
      longest: '1 h, or 12 h where the organization lets them',
      source: 'Google IAM: Create short-lived credentials',
      endedBy: 'disable',
    },
    {
      kind: 'service',
      what: 'keys of the account',
      longest: 'until they are deleted or the account is disabled',
      source: 'Google IAM: Service account keys',
      endedBy: 'disable',
    },
    {
      kind: 'group',
      what: 'what members hold through other groups',
      longest: 'until it is taken from those',
      source: 'Google IAM: Policy inheritance',
    },
  ],
};

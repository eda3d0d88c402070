import type { GcpState } from '../../src/sim/gcp/state.ts';

const SIGNER = 'grantkeeper@platform-shared.iam.gserviceaccount.com';

/** The example's policy with all that a recall can do on Google Cloud. */
export const MEANS = `{ lockdown: organizations/123456789012, disables: true, signOut: { account: ${SIGNER} } }`;

/** A directory that the tool may sign people out of, and roles whose permissions are known. */
export function withDirectory(state: GcpState): void {
  const users = {
    'bo@example.com': { tokens: ['gcloud.apps'] },
    'ada@example.com': { tokens: ['gcloud.apps', 'other.apps'] },
    'adm-ada@example.com': { tokens: [] },
    'zoe@example.com': { tokens: [] },
  };
  state.directory = { users, admins: [`serviceAccount:${SIGNER}`], delegates: [] };
  state.workforce = { 'locations/global/workforcePools/partners/subjects/raha@altostrat.example': undefined };
  state.roles['roles/viewer'] = {
    title: 'Viewer',
    stage: 'GA',
    includedPermissions: ['resourcemanager.projects.get', 'logging.logEntries.list'],
  };
}

import type { Rendering } from './workflow.ts';

/** What the workflows of a user's repository need to know. */
export interface Setting {
  /** Where the actions lie: `OWNER/REPOSITORY@REF`, the reference a commit or a tag. */
  readonly action: string;
  readonly google: boolean;
  /** The tenant of Azure, where there is one. */
  readonly tenant: string | undefined;
  /** Where people must let the grant job go on; absent where nobody has to. */
  readonly environment: string | undefined;
  readonly queue: boolean;
}

/**
 * As in a repository of grants: the released action, and the identities of the clouds, to which it signs in itself with the token that
 * GitHub signs for the job. They are variables of the repository, since none of them is a secret; an environment may give the grant
 * job others.
 */
export function forUsers({ action, google, tenant, environment, queue }: Setting): Rendering {
  const [place = '', reference = ''] = action.split('@');
  return {
    heading: 'Written by `grantkeeper init`; yours to change.',
    uses: (verb) => `${place}/actions/${verb}@${reference}`,
    before: () => [],
    env: { ...(google ? GOOGLE : {}), ...(tenant === undefined ? {} : { AZURE_TENANT_ID: tenant, ...AZURE }) },
    with: () => ({}),
    identity: google || tenant !== undefined,
    tolerated: () => undefined,
    ...(environment === undefined ? {} : { environment }),
    queue,
  };
}

const GOOGLE = {
  GCP_WORKLOAD_IDENTITY_PROVIDER: '${{ vars.GCP_WORKLOAD_IDENTITY_PROVIDER }}',
  GCP_SERVICE_ACCOUNT: '${{ vars.GCP_SERVICE_ACCOUNT }}',
};

const AZURE = { AZURE_CLIENT_ID: '${{ vars.AZURE_CLIENT_ID }}' };

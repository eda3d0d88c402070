import { SignInError } from './sign-in.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** IAM: "Workload identity pool providers", the resource name; the project stands in it by number. */
const PROVIDER = /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]{4,32}\/providers\/[a-z0-9-]{4,32}$/;
const ACCOUNT = /^[a-z0-9][a-z0-9.-]{0,98}@[a-z0-9.-]+\.gserviceaccount\.com$/;

/**
 * A workflow that signs in without another action before it: GCP_WORKLOAD_IDENTITY_PROVIDER names the provider, and the workflow's own
 * right to ask GitHub for a token does the rest. Undefined where the variable is not set; the same form as a credential file else.
 */
export function githubFederation(env: Environment): object | undefined {
  const provider = env['GCP_WORKLOAD_IDENTITY_PROVIDER'] ?? '';
  if (provider === '') return undefined;
  if (!PROVIDER.test(provider)) throw new SignInError('GCP_WORKLOAD_IDENTITY_PROVIDER names no provider', wayFor(provider));
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = env;
  if (url === '' || token === '') {
    throw new SignInError(
      'this job may not ask GitHub for a token',
      'give the job permissions: id-token: write; a pull request of a fork never has it',
    );
  }
  const acting = actingAs(env);
  return {
    type: 'external_account',
    audience: `//iam.googleapis.com/${provider}`,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: 'https://sts.googleapis.com/v1/token',
    ...(acting === undefined ? {} : { service_account_impersonation_url: impersonationUrl(acting) }),
    credential_source: {
      url: `${url}&audience=${encodeURIComponent(`https://iam.googleapis.com/${provider}`)}`,
      headers: { Authorization: `Bearer ${token}` },
      format: { type: 'json', subject_token_field_name: 'value' },
    },
  };
}

function wayFor(provider: string): string {
  const byId = /^projects\/[^/]*[a-z][^/]*\//.test(provider);
  const form = 'projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER';
  return byId ? `write the project's number instead of its id: ${form}` : `write ${form}`;
}

/** The account that GCP_SERVICE_ACCOUNT asks to act as. */
export function actingAs(env: Environment): string | undefined {
  const account = env['GCP_SERVICE_ACCOUNT'] ?? '';
  if (account === '') return undefined;
  if (ACCOUNT.test(account)) return account;
  throw new SignInError('GCP_SERVICE_ACCOUNT is no address of a service account', 'write NAME@PROJECT.iam.gserviceaccount.com');
}

function impersonationUrl(account: string): string {
  return `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account}:generateAccessToken`;
}

import { describe, expect, it } from 'vitest';
import { credential } from '../../../src/providers/gcp/credentials.ts';
import { mistakeIn } from '../../../src/providers/gcp/mistakes.ts';
import { type Scripted, scripted } from '../scripted.ts';

const ENV = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://run-actions-1-azure-eastus.actions.githubusercontent.com/1//idtoken/x?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
  GCP_WORKLOAD_IDENTITY_PROVIDER: 'projects/1/locations/global/workloadIdentityPools/github/providers/grants',
  GCP_SERVICE_ACCOUNT: 'grantkeeper@platform-shared.iam.gserviceaccount.com',
};

/** What a sign-in says where the token service, or the impersonation after it, answers so. */
async function said(service: 'sts' | 'iamcredentials', answer: Scripted) {
  const access = scripted(
    ({ url }) => {
      if (url.includes(`//${service}.`)) return answer;
      if (url.includes('//sts.')) return { json: { access_token: 'federated', expires_in: 3600, token_type: 'Bearer' } };
      return { json: { value: 'oidc' } };
    },
    { kind: 'ambient', env: ENV },
  );
  const signed = await credential(access).headers();
  return signed.ok ? undefined : signed.failure;
}

const oauth = (error: string, text: string): Scripted => ({ status: 400, json: { error, error_description: text } });
const api = (status: string, message: string): Scripted => ({ status: 403, json: { error: { code: 403, status, message } } });

describe('the usual mistakes of signing in', () => {
  it.each([
    [
      'sts',
      oauth('unauthorized_client', 'The given credential is rejected by the attribute condition.'),
      'condition of the provider',
      'branch',
    ],
    ['sts', oauth('invalid_grant', 'The audience in ID Token [x] does not match the expected audience.'), 'audience', 'allowed audiences'],
    ['sts', oauth('invalid_target', 'The target service indicated by the "audience" parameters is invalid.'), 'no such pool', 'number'],
    [
      'sts',
      oauth('invalid_grant', 'The issuer in ID Token x does not match the expected y.'),
      'another issuer',
      'token.actions.githubusercontent.com',
    ],
    ['sts', oauth('invalid_grant', 'ID Token issued at 1 is stale to sign-in.'), 'not of now', 'clock'],
    [
      'iamcredentials',
      api('PERMISSION_DENIED', "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist)."),
      'may not act',
      'workloadIdentityUser',
    ],
    [
      'iamcredentials',
      api('PERMISSION_DENIED', 'IAM Service Account Credentials API has not been used in project 1 before or it is disabled.'),
      'switched off',
      'iamcredentials.googleapis.com',
    ],
  ] as const)('at %s are told apart: %j', async (service, answer, means, hint) => {
    expect(await said(service, answer)).toMatchObject({
      kind: 'forbidden',
      message: expect.stringMatching(new RegExp(`^could not sign in to Google Cloud: .*${means}`)),
      hint: expect.stringContaining(hint),
    });
  });

  it.each([
    ['invalid_grant: Token has been expired or revoked.', 'application-default login'],
    ['invalid_grant: Bad Request invalid_rapt', 'application-default login'],
    ['invalid_grant: Invalid JWT Signature.', 'make a new key'],
    ['Your application is authenticating by using local ADC. The API requires a quota project', 'set-quota-project'],
  ])('of people and keys are known too: %s', (text, hint) => expect(mistakeIn(text)?.hint).toContain(hint));

  it('that nobody has met yet keep the words of Google', async () => {
    expect(mistakeIn('something else')).toBeUndefined();
    expect(await said('sts', oauth('invalid_request', 'something else'))).toMatchObject({
      message: expect.stringContaining('something else'),
    });
  });

  it('print no token', async () => {
    expect(JSON.stringify(await said('sts', oauth('invalid_grant', 'x')))).not.toMatch(/oidc|request-token/);
  });
});

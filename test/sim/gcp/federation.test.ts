import { describe, expect, it } from 'vitest';
import { signJwt } from '../../../src/sim/azure/jwt.ts';
import type { GcpProvider } from '../../../src/sim/gcp/state.ts';
import { CRM, example, NINE } from './world.ts';

const POOL = 'projects/100000000005/locations/global/workloadIdentityPools/github';
const PROVIDER = `${POOL}/providers/grants`;
const ISSUER = 'https://token.actions.githubusercontent.com';
const TOOL = 'projects/platform-shared/serviceAccounts/grantkeeper@platform-shared.iam.gserviceaccount.com';
const ACTING = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/grantkeeper@platform-shared.iam.gserviceaccount.com:generateAccessToken`;
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
const SUBJECT = 'repo:acme/access:environment:apply';
const claims = {
  iss: ISSUER,
  aud: `https://iam.googleapis.com/${PROVIDER}`,
  sub: SUBJECT,
  repository: 'acme/access',
  repository_id: '815',
  iat: NINE / 1000,
  exp: NINE / 1000 + 300,
};

function world(provider: Partial<GcpProvider> = {}, member?: string) {
  return example((state) => {
    const condition = 'assertion.repository_id == "815"';
    Object.assign(state, { providers: { [PROVIDER]: { issuer: ISSUER, condition, ...provider } } });
    if (member !== undefined)
      state.policies[TOOL] = { etag: 'AA==', bindings: [{ role: 'roles/iam.workloadIdentityUser', members: [member] }] };
  });
}

async function exchange(one: ReturnType<typeof world>, more: Readonly<Record<string, string>> = {}, changed: object = {}) {
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    audience: `//iam.googleapis.com/${PROVIDER}`,
    scope: SCOPE,
    subject_token: signJwt({ ...claims, ...changed }),
    ...more,
  });
  const response = await one.gcp.fetch('https://sts.googleapis.com/v1/token', { method: 'POST', body: form.toString() });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, string>> };
}

describe('the exchange of tokens', () => {
  it('gives a token of the subject, which may do what policies say and ends after ten minutes', async () => {
    const one = world({}, `principal://iam.googleapis.com/${POOL}/subject/${SUBJECT}`);
    const { status, body } = await exchange(one);
    expect([status, body['token_type'], body['expires_in']]).toEqual([200, 'Bearer', 600]);
    expect((await one.get(`${CRM}/v3/projects/payments-prod`, body['access_token'])).status).toBe(403);
    expect((await one.post(ACTING, { scope: [SCOPE] }, body['access_token'])).status).toBe(200);
    one.clock.advance(600_000);
    expect((await one.post(ACTING, { scope: [SCOPE] }, body['access_token'])).status).toBe(401);
  });

  it.each([
    ['invalid_target', { audience: `//iam.googleapis.com/${PROVIDER}-2` }, {}, {}],
    ['invalid_target', {}, {}, { disabled: true }],
    ['unsupported_grant_type', { grant_type: 'password' }, {}, {}],
    ['invalid_grant', { subject_token: 'a.b.c' }, {}, {}],
    ['invalid_grant', {}, { iss: 'https://evil.example' }, {}],
    ['invalid_grant', {}, { aud: 'https://example.com' }, {}],
    ['invalid_grant', {}, { exp: NINE / 1000 }, {}],
    ['unauthorized_client', {}, { repository_id: '816' }, {}],
    ['unauthorized_client', {}, {}, { condition: 'assertion.' }],
  ])('refuses with %s what does not fit: %j %j %j', async (error, form, changed, provider) => {
    const { status, body } = await exchange(world(provider), form, changed);
    expect([status, body['error']]).toEqual([400, error]);
  });

  it('asks for no more than the provider does', async () => {
    const one = world({ audiences: ['https://example.com'] });
    const { condition: _, ...open } = one.state.providers?.[PROVIDER] ?? { issuer: ISSUER };
    Object.assign(one.state, { providers: { [PROVIDER]: open } });
    expect((await exchange(one, {}, { aud: 'https://example.com', repository_id: '1' })).status).toBe(200);
  });
});

describe('acting as a service account', () => {
  it.each([
    `principal://iam.googleapis.com/${POOL}/subject/${SUBJECT}`,
    `principalSet://iam.googleapis.com/${POOL}/*`,
    `principalSet://iam.googleapis.com/${POOL}/attribute.repository/acme/access`,
  ])('is for whom its policy names: %s', async (member) => {
    const one = world({}, member);
    const { body } = await exchange(one);
    const got = await one.post(ACTING, { scope: [SCOPE] }, body['access_token']);
    expect(got).toMatchObject({ status: 200, body: { expireTime: '2026-11-22T10:00:00Z' } });
    const token = String(got.body['accessToken']);
    // What the account may do comes from policies: this one may look at everybody's access.
    expect((await one.post(`${CRM}/v3/projects/payments-prod:getIamPolicy`, {}, token)).status).toBe(200);
    expect((await one.post(`${CRM}/v3/projects/finance-archive:setIamPolicy`, { policy: {} }, token)).status).toBe(403);
  });

  it('is for nobody else, nor for an account that is switched off or not there', async () => {
    const stranger = world({}, `principalSet://iam.googleapis.com/${POOL}/attribute.repository/acme/other`);
    const { body } = await exchange(stranger);
    expect((await stranger.post(ACTING, { scope: [SCOPE] }, body['access_token'])).body.error?.message).toContain(
      'iam.serviceAccounts.getAccessToken',
    );
    expect((await stranger.post(ACTING.replace('grantkeeper@', 'nobody@'), { scope: [SCOPE] })).status).toBe(403);
    const account = 'deployer@payments-prod.iam.gserviceaccount.com';
    const deployer = ACTING.replace('grantkeeper@platform-shared.iam.gserviceaccount.com', account);
    expect((await stranger.post(deployer, { scope: [SCOPE] })).status).toBe(200);
    Object.assign(stranger.state.serviceAccounts[account] ?? {}, { disabled: true });
    expect((await stranger.post(deployer, { scope: [SCOPE] })).status).toBe(403);
  });

  it('needs scopes', async () => expect((await world().post(ACTING, {})).status).toBe(400));
});

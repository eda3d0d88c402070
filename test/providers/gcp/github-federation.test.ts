import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credential } from '../../../src/providers/gcp/credentials.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { simulateAzure } from '../../../src/sim/azure/azure.ts';
import { exampleAzure } from '../../../src/sim/azure/example.ts';
import { ID_TOKEN_HOST, ID_TOKEN_ISSUER } from '../../../src/sim/azure/id-token.ts';
import { simulatedNetwork } from '../../../src/sim/network.ts';
import { memoryStore } from '../../../src/sim/store.ts';
import { type Scripted, scripted, type Seen } from '../scripted.ts';
import { gcpWorld, NOW } from './world.ts';

const PROVIDER = 'projects/100000000005/locations/global/workloadIdentityPools/github/providers/grants';
const TOOL = 'grantkeeper@platform-shared.iam.gserviceaccount.com';
const JOB = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://run-actions-1-azure-eastus.actions.githubusercontent.com/1//idtoken/x?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
};

function google({ url }: Seen): Scripted {
  if (url.includes('githubusercontent')) return { json: { value: 'oidc' } };
  if (url.includes('//sts.')) return { json: { access_token: 'federated', expires_in: 3600, token_type: 'Bearer' } };
  if (url.includes('//oauth2.')) return { json: { access_token: 'user', expires_in: 3600, token_type: 'Bearer' } };
  return { json: { accessToken: 'acting', expireTime: new Date(Date.now() + 3600_000).toISOString() } };
}

function signIn(env: Readonly<Record<string, string>>, answer: (seen: Seen) => Scripted = google) {
  const access = scripted(answer, { kind: 'ambient', env });
  return { access, signed: credential(access) };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'federation-'));
  const user = { type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: 'r' };
  await writeFile(join(folder, 'application_default_credentials.json'), JSON.stringify(user));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a workflow without another action before it', () => {
  it('signs in with its own token, as the account that is named', async () => {
    const { access, signed } = signIn({ ...JOB, GCP_WORKLOAD_IDENTITY_PROVIDER: PROVIDER, GCP_SERVICE_ACCOUNT: TOOL });
    expect(await signed.headers()).toEqual({ ok: true, headers: { authorization: 'Bearer acting' } });
    expect(signed.self()).toBe(`serviceAccount:${TOOL}`);
    const [oidc, exchange, acting] = access.seen;
    const audience = encodeURIComponent(`https://iam.googleapis.com/${PROVIDER}`);
    expect(oidc?.url).toBe(`${JOB.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${audience}`);
    expect(oidc?.headers.get('authorization')).toBe('Bearer request-token');
    expect(new URLSearchParams(exchange?.body).get('audience')).toBe(`//iam.googleapis.com/${PROVIDER}`);
    expect(new URLSearchParams(exchange?.body).get('subject_token')).toBe('oidc');
    expect(acting?.url).toBe(`https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${TOOL}:generateAccessToken`);
  });

  it('may do without an account', async () => {
    const { signed } = signIn({ ...JOB, GCP_WORKLOAD_IDENTITY_PROVIDER: PROVIDER });
    expect(await signed.headers()).toEqual({ ok: true, headers: { authorization: 'Bearer federated' } });
    expect(signed.self()).toBeUndefined();
  });

  it.each([
    [
      { ...JOB, GCP_WORKLOAD_IDENTITY_PROVIDER: PROVIDER.replace('100000000005', 'platform-shared') },
      'names no provider',
      "project's number",
    ],
    [{ ...JOB, GCP_WORKLOAD_IDENTITY_PROVIDER: 'github' }, 'names no provider', 'providers/PROVIDER'],
    [{ GCP_WORKLOAD_IDENTITY_PROVIDER: PROVIDER }, 'may not ask GitHub for a token', 'id-token: write'],
    [{ ...JOB, GCP_WORKLOAD_IDENTITY_PROVIDER: PROVIDER, GCP_SERVICE_ACCOUNT: 'ada@example.com' }, 'no address', 'NAME@PROJECT'],
    [
      { ...JOB, ACTIONS_ID_TOKEN_REQUEST_URL: 'http://evil.example/', GCP_WORKLOAD_IDENTITY_PROVIDER: PROVIDER },
      'credential_source.url that is not of Google or GitHub',
      'gcloud auth',
    ],
  ])('is told what is missing: %j', async (env, message, hint) => {
    const { access, signed } = signIn(env);
    expect(await signed.headers()).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', message: expect.stringContaining(message), hint: expect.stringContaining(hint) },
    });
    expect(access.seen).toEqual([]);
  });
});

describe('over the simulated clouds', () => {
  it('a job of the grants repository reads and writes as the account, and no other repository does', async () => {
    for (const [condition, ok] of [
      ['assertion.repository_id == "815"', true],
      ['assertion.repository_id == "816"', false],
    ] as const) {
      const world = gcpWorld((state) => {
        const account = `projects/platform-shared/serviceAccounts/${TOOL}`;
        const members = ['principalSet://iam.googleapis.com/projects/100000000005/locations/global/workloadIdentityPools/github/*'];
        state.policies[account] = { etag: 'AA==', bindings: [{ role: 'roles/iam.workloadIdentityUser', members }] };
        Object.assign(state, { providers: { [PROVIDER]: { issuer: ID_TOKEN_ISSUER, condition } } });
      });
      const github = simulateAzure({ store: memoryStore(exampleAzure(NOW)), clock: world.clock });
      const env = {
        ACTIONS_ID_TOKEN_REQUEST_URL: `https://${ID_TOKEN_HOST}/idtoken?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: exampleAzure(NOW).workflows[0]?.requestToken ?? '',
        GCP_WORKLOAD_IDENTITY_PROVIDER: PROVIDER,
        GCP_SERVICE_ACCOUNT: TOOL,
      };
      const fetch = simulatedNetwork([world.service, github]);
      const reading = await gcpReader({ ...world.access, fetch, identity: { kind: 'ambient', env } }).read(world.scope);
      expect(reading.ok).toBe(ok);
      if (!reading.ok) expect(reading.failure.message).toContain('the condition of the provider does not let this repository');
    }
  });
});

describe('a person', () => {
  it('acts as the account that is named, with the same file as ever', async () => {
    const { access, signed } = signIn({ CLOUDSDK_CONFIG: folder, GCP_SERVICE_ACCOUNT: TOOL });
    expect(await signed.headers()).toMatchObject({ ok: true, headers: { authorization: 'Bearer acting' } });
    expect(access.seen.map(({ url }) => new URL(url).hostname)).toEqual(['oauth2.googleapis.com', 'iamcredentials.googleapis.com']);
    expect(signed.self()).toBe(`serviceAccount:${TOOL}`);
  });

  it('cannot act as one from nowhere', async () => {
    const { signed } = signIn({ HOME: '/nowhere', GCP_SERVICE_ACCOUNT: TOOL });
    expect(await signed.headers()).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('needs a sign-in to act from') },
    });
  });
});

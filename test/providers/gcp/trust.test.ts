import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/providers/provider.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { scripted } from '../scripted.ts';

const NAME = 'projects/100000000005/locations/global/workloadIdentityPools/ci-pool/providers/github';
const PROVIDER = {
  name: NAME,
  oidc: { issuerUri: 'https://token.actions.githubusercontent.com' },
  attributeMapping: { 'google.subject': 'assertion.sub' },
  attributeCondition: 'google.subject == "repo:acme/access:ref:refs/heads/main"',
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grantkeeper-trust-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

function trustedBy(identity: Identity, status = 200) {
  const access = scripted(({ url }) => {
    const { hostname } = new URL(url);
    if (hostname.endsWith('githubusercontent.com')) return { json: { value: 'oidc' } };
    if (hostname === 'sts.googleapis.com') return { json: { access_token: 'federated', expires_in: 3600, token_type: 'Bearer' } };
    return { status, json: status === 200 ? PROVIDER : { error: { code: status, message: 'no', status: 'PERMISSION_DENIED' } } };
  }, identity);
  return { access, told: gcpReader(access).trusted?.() };
}

const WORKFLOW = {
  GCP_WORKLOAD_IDENTITY_PROVIDER: NAME,
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://run.actions.githubusercontent.com/1//idtoken/x?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
};

describe('the provider that a run signs in through', () => {
  it('is read as it stands, by the name that the variable gives', async () => {
    const { access, told } = trustedBy({ kind: 'ambient', env: WORKFLOW });
    expect(await told).toMatchObject({
      ok: true,
      trusts: [
        {
          name: 'provider github of the pool ci-pool',
          ways: [[{ claim: 'sub', how: 'is', values: ['repo:acme/access:ref:refs/heads/main'] }]],
        },
      ],
    });
    expect(access.seen.at(-1)?.url).toBe(`https://iam.googleapis.com/v1/${NAME}`);
    expect(access.seen.at(-1)?.headers.get('authorization')).toBe('Bearer federated');
  });

  it('is not known where IAM refuses to tell', async () => {
    const { told } = trustedBy({ kind: 'ambient', env: WORKFLOW }, 403);
    expect(await told).toMatchObject({ ok: false, source: `GET /v1/${NAME}`, failure: { kind: 'forbidden' } });
  });

  it('is named by the file of another action, where there is one that reads', async () => {
    const path = join(folder, 'credentials.json');
    const env = { GOOGLE_APPLICATION_CREDENTIALS: path };
    await writeFile(path, 'secret');
    expect(await trustedBy({ kind: 'ambient', env }).told).toMatchObject({ ok: false, source: 'GOOGLE_APPLICATION_CREDENTIALS' });
    await writeFile(path, JSON.stringify({ type: 'authorized_user' }));
    expect(await trustedBy({ kind: 'ambient', env }).told).toEqual({ ok: true, trusts: [] });
    const subject = join(folder, 'subject');
    await writeFile(subject, 'token');
    const file = {
      type: 'external_account',
      audience: `//iam.googleapis.com/${NAME}`,
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: 'https://sts.googleapis.com/v1/token',
      credential_source: { file: subject },
    };
    await writeFile(path, JSON.stringify(file));
    expect(await trustedBy({ kind: 'ambient', env }).told).toMatchObject({ ok: true, trusts: [{ strayAudiences: [] }] });
  });

  it('is none where a run has another way to sign in', async () => {
    expect(await trustedBy({ kind: 'token', token: 'x' }).told).toEqual({ ok: true, trusts: [] });
    expect(await trustedBy({ kind: 'ambient', env: {} }).told).toEqual({ ok: true, trusts: [] });
  });
});

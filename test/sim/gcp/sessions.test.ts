import { describe, expect, it } from 'vitest';
import { holds } from '../../../src/sim/gcp/access.ts';
import type { GcpState } from '../../../src/sim/gcp/state.ts';
import { example, IAM, PROD, type World } from './world.ts';

const EMAIL = 'deployer@payments-prod.iam.gserviceaccount.com';
const SIGNER = 'grantkeeper@platform-shared.iam.gserviceaccount.com';
const SCOPE = 'https://www.googleapis.com/auth/admin.directory.user.security';
const USER = 'https://admin.googleapis.com/admin/directory/v1/users/ada@example.com';
const SUBJECT = 'locations/global/workforcePools/partners/subjects/raha@altostrat.example';

function withDirectory(state: GcpState): void {
  const users = { 'ada@example.com': { tokens: ['gcloud.apps'] }, 'it@example.com': { tokens: [] } };
  state.directory = { users, admins: [`serviceAccount:${SIGNER}`, 'user:it@example.com'], delegates: [SIGNER] };
  state.tokens['admin'] = { member: `serviceAccount:${SIGNER}`, scopes: [SCOPE] };
  state.workforce = { [SUBJECT]: undefined };
}

async function send(world: World, method: string, url: string, token = 'admin', body?: string) {
  const init = { method, headers: { authorization: `Bearer ${token}` }, ...(body === undefined ? {} : { body }) };
  const response = await world.gcp.fetch(url, init);
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown> | undefined };
}

describe('a disabled service account', () => {
  it('uses nothing, its tokens are rejected, and all is as before when it is enabled', async () => {
    const world = example((state) => {
      state.tokens['deployer'] = { member: `serviceAccount:${EMAIL}`, scopes: ['https://www.googleapis.com/auth/cloud-platform'] };
    });
    const account = `${IAM}/v1/projects/-/serviceAccounts/${EMAIL}`;
    const uses = () =>
      holds(world.state, { member: `serviceAccount:${EMAIL}`, role: 'roles/run.developer', resource: PROD }, world.clock.now());
    expect((await world.get(account, 'deployer')).status).toBe(200);
    expect(uses()).toBe(true);
    expect((await world.post(`${account}:disable`)).body).toEqual({});
    expect((await world.get(account)).body).toMatchObject({ disabled: true });
    const refused = await world.get(account, 'deployer');
    expect([refused.status, refused.body.error?.details?.[0]?.['reason']]).toEqual([401, 'ACCOUNT_STATE_INVALID']);
    expect(uses()).toBe(false);
    expect((await world.post(`${account}:enable`)).status).toBe(200);
    expect((await world.get(account, 'deployer')).status).toBe(200);
    expect(uses()).toBe(true);
    expect((await world.post(`${IAM}/v1/projects/-/serviceAccounts/nobody@x.iam.gserviceaccount.com:disable`)).status).toBe(403);
  });
});

describe('the directory', () => {
  it('signs users out and lists and deletes the tokens of apps, for administrators alone', async () => {
    const world = example(withDirectory);
    expect((await send(world, 'POST', `${USER}/signOut`)).status).toBe(204);
    expect(world.state.directory?.users['ada@example.com']?.signedOut).toBe(world.clock.now());
    expect((await send(world, 'GET', `${USER}/tokens`)).body).toMatchObject({ items: [{ clientId: 'gcloud.apps' }] });
    expect((await send(world, 'DELETE', `${USER}/tokens/gcloud.apps`)).status).toBe(204);
    expect((await send(world, 'DELETE', `${USER}/tokens/gcloud.apps`)).status).toBe(404);
    expect((await send(world, 'GET', `${USER}/tokens`)).body).toEqual({ kind: 'admin#directory#tokenList' });
    expect((await send(world, 'POST', `${USER.replace('ada', 'guest')}/signOut`)).status).toBe(404);
    expect((await send(world, 'POST', `${USER}/signOut`, 'sim-token-grantkeeper')).status).toBe(403);
    world.state.tokens['nobody'] = { member: 'user:bo@example.com', scopes: [SCOPE] };
    for (const [method, below] of [
      ['POST', '/signOut'],
      ['GET', '/tokens'],
      ['DELETE', '/tokens/x'],
    ] as const)
      expect((await send(world, method, USER + below, 'nobody')).status).toBe(403);
    expect((await send(example(), 'GET', `${USER}/tokens`, 'admin')).status).toBe(401);
  });

  it('gives a service account a token for an administrator whose domain delegated that', async () => {
    const world = example(withDirectory);
    const at = Math.floor(world.clock.now() / 1000);
    const claims = {
      iss: SIGNER,
      sub: 'it@example.com',
      scope: SCOPE,
      aud: 'https://oauth2.googleapis.com/token',
      iat: at,
      exp: at + 3600,
    };
    const sign = async (payload: unknown) =>
      send(
        world,
        'POST',
        `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${SIGNER}:signJwt`,
        'sim-token-grantkeeper',
        JSON.stringify({ payload }),
      );
    const exchange = async (assertion: string, grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer') =>
      send(world, 'POST', 'https://oauth2.googleapis.com/token', '', new URLSearchParams({ grant_type: grant, assertion }).toString());
    const tokenFor = async (more: object) => exchange(String((await sign(JSON.stringify({ ...claims, ...more }))).body?.['signedJwt']));
    const got = await tokenFor({});
    expect((await send(world, 'POST', `${USER}/signOut`, String(got.body?.['access_token']))).status).toBe(204);
    expect((await tokenFor({ sub: undefined })).status).toBe(200);
    expect((await tokenFor({ sub: 'no@example.com' })).body).toMatchObject({ error: 'invalid_grant' });
    expect((await tokenFor({ exp: at })).body).toMatchObject({ error_description: 'Invalid JWT.' });
    expect((await exchange('a.b.c')).body).toMatchObject({ error_description: 'Invalid JWT Signature.' });
    expect((await exchange('', 'password')).body).toMatchObject({ error: 'unsupported_grant_type' });
    expect((await sign(7)).status).toBe(400);
    world.state.directory = { users: {}, admins: [], delegates: [] };
    expect((await tokenFor({})).status).toBe(401);
    const gone = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/no@x.iam.gserviceaccount.com:signJwt`;
    expect((await send(world, 'POST', gone, 'sim-token-grantkeeper', '{}')).status).toBe(403);
  });
});

describe('a subject of a workforce pool', () => {
  it('has its sessions revoked', async () => {
    const world = example(withDirectory);
    const url = `${IAM}/v1/${SUBJECT}:revokeSessions`;
    expect((await world.post(url)).body).toMatchObject({ done: true });
    expect(world.state.workforce?.[SUBJECT]).toBe(world.clock.now());
    expect((await world.post(url.replace('raha', 'nobody'))).status).toBe(403);
  });
});

import { describe, expect, it } from 'vitest';

import { later } from '../../../src/domain/instant.ts';
import { ADA, CRM, example, IAM, NINE, PROD, until } from './world.ts';

const READ = `${CRM}/v3/${PROD}:getIamPolicy`;
const HOUR = 3_600_000;

describe('who calls', () => {
  it('is refused 401 without a bearer token', async () => {
    const got = await example().post(READ, {}, '');
    expect(got.status).toBe(401);
    expect(got.body.error).toMatchObject({
      status: 'UNAUTHENTICATED',
      message: expect.stringContaining('Request is missing required authentication credential.'),
      errors: [{ message: 'Login Required.', reason: 'required', location: 'Authorization', locationType: 'header' }],
      details: [{ reason: 'CREDENTIALS_MISSING', domain: 'googleapis.com' }],
    });
  });

  it('is refused 401 with a blank or unknown token, or another scheme', async () => {
    const world = example();
    for (const authorization of ['Bearer ', 'Bearer nobody', 'Bearer toString', 'Basic c2ltLXRva2Vu']) {
      const response = await world.gcp.fetch(READ, { method: 'POST', headers: { authorization } });
      expect([authorization, response.status]).toEqual([authorization, 401]);
    }
  });

  it('is refused 401 once the token has expired', async () => {
    const world = example((state) => {
      state.tokens['short'] = {
        member: ADA,
        scopes: ['https://www.googleapis.com/auth/cloud-platform'],
        expires: later(NINE, HOUR),
      };
    });
    expect((await world.post(READ, {}, 'short')).status).toBe(200);
    world.clock.advance(HOUR);
    const got = await world.post(READ, {}, 'short');
    expect([got.status, got.body.error?.details?.[0]?.['reason']]).toEqual([401, 'ACCESS_TOKEN_EXPIRED']);
  });

  it('needs an OAuth scope: the read-only one reads and does not write', async () => {
    const world = example((state) => {
      state.tokens['reads'] = { member: ADA, scopes: ['https://www.googleapis.com/auth/cloud-platform.read-only'] };
      state.tokens['mail'] = { member: ADA, scopes: ['https://www.googleapis.com/auth/userinfo.email'] };
    });
    expect((await world.post(READ, {}, 'reads')).status).toBe(200);
    const write = await world.post(`${CRM}/v3/${PROD}:setIamPolicy`, { policy: {} }, 'reads');
    expect(write.body.error).toMatchObject({ code: 403, details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] });
    expect((await world.post(READ, {}, 'mail')).status).toBe(403);
  });
});

describe('what the caller may do', () => {
  it('is told in v3 by the permission and the resource', async () => {
    const got = await example().post(`${CRM}/v3/${PROD}:setIamPolicy`, { policy: {} }, 'sim-token-reader');
    const permission = 'resourcemanager.projects.setIamPolicy';
    expect(got.body.error).toMatchObject({
      code: 403,
      status: 'PERMISSION_DENIED',
      message: `Permission '${permission}' denied on resource '//cloudresourcemanager.googleapis.com/${PROD}' (or it may not exist).`,
      errors: [{ reason: 'forbidden' }],
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'IAM_PERMISSION_DENIED',
          domain: 'cloudresourcemanager.googleapis.com',
          metadata: { permission, resource: PROD },
        },
      ],
    });
  });

  it('is told in v1 with nothing but that', async () => {
    const got = await example().post(`${CRM}/v1/${PROD}:setIamPolicy`, { policy: {} }, 'sim-token-reader');
    expect(got.body.error).toEqual({
      code: 403,
      message: 'The caller does not have permission',
      errors: [{ message: 'The caller does not have permission', domain: 'global', reason: 'forbidden' }],
      status: 'PERMISSION_DENIED',
    });
  });

  it('is judged before the request is looked at', async () => {
    const got = await example().post(`${CRM}/v3/${PROD}:setIamPolicy`, {}, 'sim-token-reader');
    expect(got.status).toBe(403);
  });

  it('does not tell a missing resource from one that is closed', async () => {
    const world = example();
    for (const path of ['v3/projects/nope:getIamPolicy', 'v1/projects/nope:getIamPolicy', 'v3/folders/1:getIamPolicy']) {
      expect((await world.post(`${CRM}/${path}`)).status).toBe(403);
    }
    expect((await world.get(`${CRM}/v3/organizations/1`)).status).toBe(403);
    expect((await world.get(`${CRM}/v1/projects/toString`)).status).toBe(403);
  });

  it('may be taken away for a part of the hierarchy', async () => {
    const world = example((state) => {
      const cloud = ['https://www.googleapis.com/auth/cloud-platform'];
      state.tokens['half'] = { member: ADA, scopes: cloud, denied: ['resourcemanager.*.getIamPolicy@folders/77'] };
    });
    const status = async (name: string): Promise<number> => (await world.post(`${CRM}/v3/${name}:getIamPolicy`, {}, 'half')).status;
    expect([await status(PROD), await status('folders/77')]).toEqual([403, 403]);
    expect([await status('projects/finance-archive'), await status('organizations/123456789012')]).toEqual([200, 200]);
  });

  it('comes from the policies themselves for a token that says so', async () => {
    const world = example((state) => {
      state.tokens['zoe'] = {
        member: 'user:zoe@example.com',
        scopes: ['https://www.googleapis.com/auth/cloud-platform'],
        byPolicies: true,
      };
    });
    expect((await world.get(`${CRM}/v3/${PROD}`, 'zoe')).status).toBe(200);
    expect((await world.post(`${CRM}/v3/${PROD}:setIamPolicy`, { policy: {} }, 'zoe')).status).toBe(403);
    expect((await world.get(`${IAM}/v1/projects/payments-prod/roles/ledgerReader`, 'zoe')).status).toBe(403);
    await world.add(PROD, {
      role: 'roles/resourcemanager.projectIamAdmin',
      members: ['user:zoe@example.com'],
      condition: until('2026-11-22T10:00:00Z'),
    });
    expect((await world.post(`${CRM}/v3/${PROD}:setIamPolicy`, { policy: {} }, 'zoe')).status).toBe(400);
    world.clock.advance(HOUR);
    expect((await world.post(`${CRM}/v3/${PROD}:setIamPolicy`, { policy: {} }, 'zoe')).status).toBe(403);
  });
});

describe('testIamPermissions', () => {
  const permissions = ['resourcemanager.projects.getIamPolicy', 'resourcemanager.projects.setIamPolicy'];

  it('tells which of the permissions the caller has', async () => {
    const world = example();
    const test = async (token: string): Promise<unknown> =>
      (await world.post(`${CRM}/v1/${PROD}:testIamPermissions`, { permissions }, token)).body;
    expect(await test('sim-token-grantkeeper')).toEqual({ permissions });
    expect(await test('sim-token-reader')).toEqual({ permissions: permissions.slice(0, 1) });
  });

  it('tells none where the resource is not there or none is given', async () => {
    const world = example();
    expect(await world.post(`${CRM}/v3/projects/nope:testIamPermissions`, { permissions })).toMatchObject({ status: 200, body: {} });
    const none = await world.post(`${CRM}/v3/${PROD}:testIamPermissions`, { permissions: permissions.slice(1) }, 'sim-token-reader');
    expect(none.body).toEqual({});
  });

  it('takes no wildcards and nothing but text', async () => {
    const world = example();
    expect((await world.post(`${CRM}/v3/${PROD}:testIamPermissions`, { permissions: ['resourcemanager.*'] })).status).toBe(400);
    expect((await world.post(`${CRM}/v3/${PROD}:testIamPermissions`, { permissions: [5] })).status).toBe(400);
    expect((await world.post(`${CRM}/v3/${PROD}:testIamPermissions`, {})).status).toBe(400);
  });
});

import { describe, expect, it } from 'vitest';

import { CRM, example, type Policy, PROD } from './world.ts';

const V3 = { options: { requestedPolicyVersion: 3 } };

describe('getIamPolicy', () => {
  it('reads the same policy by id and by number, in v1 and v3, whatever else the query asks for', async () => {
    const world = example();
    const bodies = [];
    for (const path of [
      '/v3/projects/payments-prod:getIamPolicy',
      '/v3/projects/100000000001:getIamPolicy?alt=json',
      '/v1/projects/payments-prod:getIamPolicy?$alt=json%3Benum-encoding=int',
      '/v1/projects/100000000001:getIamPolicy?prettyPrint=false',
    ]) {
      bodies.push((await world.post(CRM + path, V3)).body);
    }
    expect(bodies[0]).toMatchObject({ version: 3, iamOwned: true });
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('reads folders and organizations', async () => {
    const world = example();
    const policies = [await world.policy('folders/77'), await world.policy('organizations/123456789012')];
    expect(policies.map((policy) => policy.version)).toEqual([3, 1]);
    expect((await world.post(`${CRM}/v2/folders/77:getIamPolicy`, V3)).body).toEqual(policies[0]);
    expect((await world.post(`${CRM}/v1/organizations/123456789012:getIamPolicy`, V3)).body).toEqual(policies[1]);
  });

  it('answers with the headers and the layout of the real service', async () => {
    const world = example();
    const got = await world.post(`${CRM}/v3/${PROD}:getIamPolicy`);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'application/json; charset=UTF-8',
      server: 'ESF',
      vary: 'Origin, X-Origin, Referer',
      date: 'Sun, 22 Nov 2026 09:00:00 GMT',
    });
    const token = { authorization: 'Bearer sim-token-grantkeeper' };
    const text = async (query: string): Promise<string> =>
      (await world.gcp.fetch(`${CRM}/v3/${PROD}:getIamPolicy${query}`, { method: 'POST', headers: token })).text();
    expect(await text('')).toContain('{\n  "version"');
    expect(await text('?prettyPrint=false')).toContain('{"version"');
    expect(await text('?$prettyPrint=false')).toContain('{"version"');
  });

  it('needs no body, and then shows version 1: conditions masked by the name of the role', async () => {
    const world = example();
    const response = await world.gcp.fetch(`${CRM}/v3/${PROD}:getIamPolicy`, {
      method: 'POST',
      headers: { authorization: 'bearer sim-token-grantkeeper' },
    });
    const policy = (await response.json()) as Policy;
    expect(policy.version).toBe(1);
    expect(policy.bindings?.filter((binding) => binding.condition !== undefined)).toEqual([]);
    const masked = policy.bindings?.map((binding) => binding.role).filter((role) => role.includes('_withcond_'));
    expect(masked).toEqual([
      expect.stringMatching(/^roles\/cloudsql\.admin_withcond_[0-9a-f]{20}$/),
      expect.stringMatching(/^roles\/secretmanager\.secretAccessor_withcond_[0-9a-f]{20}$/),
      expect.stringMatching(/^roles\/logging\.viewer_withcond_[0-9a-f]{20}$/),
    ]);
  });

  it.each([0, 1, '1'])('masks for version %s too', async (requestedPolicyVersion) => {
    const got = await example().post(`${CRM}/v3/${PROD}:getIamPolicy`, { options: { requestedPolicyVersion } });
    expect(got.body['version']).toBe(1);
    expect(JSON.stringify(got.body)).toContain('_withcond_');
  });

  it('answers version 1 where there are no conditions, even when 3 is asked for', async () => {
    expect((await example().policy('projects/search-prod')).version).toBe(1);
  });

  it.each([2, 4, -1, 'three', 1.5])('refuses to show version %s', async (requestedPolicyVersion) => {
    const got = await example().post(`${CRM}/v3/${PROD}:getIamPolicy`, { options: { requestedPolicyVersion } });
    expect([got.status, got.body.error?.status]).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('answers nothing but an etag for a resource without a policy', async () => {
    const world = example((state) => {
      state.folders['78'] = { displayName: 'empty', parent: 'organizations/123456789012' };
    });
    expect(await world.policy('folders/78')).toEqual({ etag: 'ACAB' });
  });

  it('shows fields that no client knows, where they stand', async () => {
    const policy = await example().policy(PROD);
    expect(policy['iamOwned']).toBe(true);
    expect(policy.bindings?.find((binding) => binding['bindingId'] === 'b-4711')?.role).toBe('roles/logging.viewer');
  });

  it('refuses a body that is not JSON, or not an object', async () => {
    const world = example();
    const send = async (body: string): Promise<string> => {
      const headers = { authorization: 'Bearer sim-token-grantkeeper' };
      return (await world.gcp.fetch(`${CRM}/v3/${PROD}:getIamPolicy`, { method: 'POST', headers, body })).text();
    };
    expect(await send('{')).toContain('Invalid JSON payload received. Unexpected token.');
    expect(await send('[]')).toContain('Root element must be a message.');
  });
});

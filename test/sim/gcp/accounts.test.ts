import { describe, expect, it } from 'vitest';

import { deleteMember } from '../../../src/sim/gcp/writers.ts';
import { ADA, example, IAM, until } from './world.ts';

const EMAIL = 'deployer@payments-prod.iam.gserviceaccount.com';
const DEPLOYER = `${IAM}/v1/projects/payments-prod/serviceAccounts/${EMAIL}`;

describe('service accounts', () => {
  it('are read by address or unique id, in their project or in -', async () => {
    const world = example();
    const paths = [
      DEPLOYER,
      `${IAM}/v1/projects/-/serviceAccounts/${EMAIL}`,
      `${IAM}/v1/projects/100000000001/serviceAccounts/110000000000000000001`,
    ];
    for (const path of paths) {
      expect((await world.get(path)).body).toMatchObject({
        name: `projects/payments-prod/serviceAccounts/${EMAIL}`,
        projectId: 'payments-prod',
        uniqueId: '110000000000000000001',
        email: EMAIL,
      });
    }
  });

  it('say when they are disabled', async () => {
    const world = example((state) => {
      state.serviceAccounts[EMAIL] = { project: 'payments-prod', uniqueId: '1', displayName: 'Deployer', disabled: true };
    });
    expect((await world.get(DEPLOYER)).body).toMatchObject({ displayName: 'Deployer', disabled: true });
  });

  it('that are not there are 404 where one may look, else 403', async () => {
    const world = example((state) => {
      deleteMember(state, `serviceAccount:${EMAIL}`, '110000000000000000001');
      const cloud = ['https://www.googleapis.com/auth/cloud-platform'];
      state.tokens['outside'] = { member: ADA, scopes: cloud, denied: ['iam.serviceAccounts.get@projects/payments-prod'] };
    });
    expect((await world.get(DEPLOYER)).body.error).toMatchObject({ code: 404, status: 'NOT_FOUND', message: 'Unknown service account' });
    const closed = await world.get(DEPLOYER, 'outside');
    expect(closed.body.error).toMatchObject({ code: 403, details: [{ domain: 'iam.googleapis.com' }] });
    expect((await world.get(`${IAM}/v1/projects/search-prod/serviceAccounts/${EMAIL}`)).status).toBe(404);
    expect((await world.get(`${IAM}/v1/projects/-/serviceAccounts/${EMAIL}`)).status).toBe(403);
    expect((await world.get(`${IAM}/v1/projects/nope/serviceAccounts/${EMAIL}`)).status).toBe(403);
  });

  it('carry policies with conditions; the wanted version stands in the query', async () => {
    const world = example();
    const bindings = [{ role: 'roles/iam.serviceAccountUser', members: [ADA], condition: until('2026-12-01T00:00:00Z') }];
    expect((await world.post(`${DEPLOYER}:setIamPolicy`, { policy: { version: 3, bindings } })).status).toBe(200);
    const masked = await world.post(`${IAM}/v1/projects/-/serviceAccounts/${EMAIL}:getIamPolicy`);
    expect(JSON.stringify(masked.body)).toContain('_withcond_');
    const shown = await world.post(`${DEPLOYER}:getIamPolicy?options.requestedPolicyVersion=3`);
    expect(shown.body).toMatchObject({ version: 3, bindings });
    expect((await world.post(`${DEPLOYER}:setIamPolicy`, { policy: { bindings: [] } })).status).toBe(200);
    expect((await world.post(`${DEPLOYER}:setIamPolicy`, {}, 'sim-token-reader')).body.error?.message).toContain(
      'iam.serviceAccounts.setIamPolicy',
    );
    const test = await world.post(`${DEPLOYER}:testIamPermissions`, { permissions: ['iam.serviceAccounts.actAs'] });
    expect(test.body).toEqual({ permissions: ['iam.serviceAccounts.actAs'] });
  });
});

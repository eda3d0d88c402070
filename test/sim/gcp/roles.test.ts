import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { PREDEFINED_ROLES } from '../../../src/sim/gcp/predefined-roles.ts';
import { example, IAM } from './world.ts';

describe('roles.get', () => {
  it('tells title, stage and permissions of a predefined role', async () => {
    const got = await example().get(`${IAM}/v1/roles/browser`);
    expect(got.body).toEqual({
      name: 'roles/browser',
      title: 'Browser',
      stage: 'GA',
      includedPermissions: expect.arrayContaining(['resourcemanager.projects.get']),
      etag: 'AA==',
    });
  });

  it('tells custom roles of projects, by id or number, and of organizations', async () => {
    const world = example();
    const name = 'projects/payments-prod/roles/ledgerReader';
    expect((await world.get(`${IAM}/v1/${name}`)).body['name']).toBe(name);
    expect((await world.get(`${IAM}/v1/projects/100000000001/roles/ledgerReader`)).body['name']).toBe(name);
    const apply = await world.get(`${IAM}/v1/organizations/123456789012/roles/grantkeeperApply`);
    expect(apply.body['includedPermissions']).toContain('resourcemanager.projects.setIamPolicy');
  });

  it('says 404 for a role that is not there, and 403 for one of a place that is closed', async () => {
    const world = example();
    const unknown = await world.get(`${IAM}/v1/roles/made.up`);
    expect(unknown.body.error).toMatchObject({ code: 404, status: 'NOT_FOUND', message: 'The role named roles/made.up was not found.' });
    expect((await world.get(`${IAM}/v1/roles/toString`)).status).toBe(404);
    expect((await world.get(`${IAM}/v1/projects/payments-prod/roles/other`)).status).toBe(404);
    expect((await world.get(`${IAM}/v1/projects/nope/roles/other`)).status).toBe(403);
  });

  it('follows a world in which a role has changed between two calls', async () => {
    const world = example();
    world.state.roles['roles/browser'] = { title: 'Browser', stage: 'BETA', includedPermissions: ['iam.serviceAccounts.actAs'] };
    expect((await world.get(`${IAM}/v1/roles/browser`)).body).toMatchObject({
      stage: 'BETA',
      includedPermissions: ['iam.serviceAccounts.actAs'],
    });
  });
});

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.log('skipped: predefined roles against the published list (CONFORMANCE_DATA is not set)');

describe('predefined roles', () => {
  it('keep what makes them dangerous', () => {
    const dangerous = {
      'roles/owner': ['resourcemanager.projects.setIamPolicy', 'iam.serviceAccounts.actAs', 'iam.roles.update'],
      'roles/editor': ['iam.serviceAccounts.actAs', 'iam.serviceAccountKeys.create'],
      'roles/resourcemanager.projectIamAdmin': ['resourcemanager.projects.setIamPolicy'],
      'roles/iam.serviceAccountTokenCreator': ['iam.serviceAccounts.getAccessToken', 'iam.serviceAccounts.signJwt'],
      'roles/iam.securityAdmin': ['resourcemanager.organizations.setIamPolicy'],
    };
    for (const [name, permissions] of Object.entries(dangerous)) {
      expect(PREDEFINED_ROLES[name]?.includedPermissions).toEqual(expect.arrayContaining(permissions));
    }
    for (const name of ['roles/viewer', 'roles/logging.viewer', 'roles/cloudsql.viewer', 'roles/monitoring.viewer', 'roles/browser']) {
      expect(PREDEFINED_ROLES[name]?.includedPermissions.filter((one) => /setIamPolicy|actAs|getAccessToken/.test(one))).toEqual([]);
    }
  });

  it.skipIf(data === undefined)('hold nothing that the published ones do not', () => {
    const published = JSON.parse(readFileSync(join(data ?? '', 'gcp-roles', 'roles.json'), 'utf8')) as Record<
      string,
      { title: string; permissions: string[] }
    >;
    for (const [name, role] of Object.entries(PREDEFINED_ROLES)) {
      const real = new Set(published[name]?.permissions);
      expect([name, role.title, role.includedPermissions.filter((one) => !real.has(one))]).toEqual([name, published[name]?.title, []]);
      expect(role.includedPermissions.length).toBeGreaterThan(0);
    }
  });
});

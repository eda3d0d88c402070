import { describe, expect, it } from 'vitest';

import { ADA, ASSET, CRM, example, until, type World } from './world.ts';

interface Found {
  readonly resource: string;
  readonly policy: { readonly bindings: readonly { readonly role: string; readonly members: readonly string[] }[] };
}

const ORGANIZATION = 'organizations/123456789012';

async function search(world: World, parameters: string, scope = ORGANIZATION): Promise<readonly Found[]> {
  const { status, body } = await world.get(`${ASSET}/v1/${scope}:searchAllIamPolicies?${parameters}`);
  expect(status).toBe(200);
  return (body['results'] ?? []) as Found[];
}

describe('searchAllIamPolicies', () => {
  it('shows every policy below the scope, with its place and without an etag', async () => {
    const world = example();
    expect(await search(world, '')).toHaveLength(8);
    const [first] = await search(world, '', 'folders/77');
    expect(first).toEqual({
      resource: '//cloudresourcemanager.googleapis.com/folders/77',
      assetType: 'cloudresourcemanager.googleapis.com/Folder',
      folders: ['folders/77'],
      organization: ORGANIZATION,
      policy: { bindings: world.state.policies['folders/77']?.bindings },
    });
    expect(await search(world, '', 'projects/100000000001')).toMatchObject([
      { resource: '//cloudresourcemanager.googleapis.com/projects/payments-prod', project: 'projects/100000000001' },
    ]);
  });

  it('shows of each policy only the bindings that the query fits', async () => {
    const world = example();
    const zoe = await search(world, 'query=policy:zoe@example.com');
    expect(zoe.map(({ resource, policy }) => [resource.split('/').at(-1), policy.bindings.map((one) => one.role)])).toEqual([
      ['payments-prod', ['roles/browser']],
      ['search-prod', ['roles/viewer']],
    ]);
    expect(await search(world, 'query=policy:"user:zoe@example.com"')).toHaveLength(2);
    expect(await search(world, 'query=zoe@example.com AND roles:roles/browser')).toHaveLength(1);
    expect(await search(world, 'query=memberTypes:deleted')).toHaveLength(1);
    expect(await search(world, 'query=policy:nobody@example.com')).toEqual([]);
    expect(await search(world, 'query=policy:"Created by: PAM"')).toHaveLength(1);
    expect(await search(world, 'query=resource=//cloudresourcemanager.googleapis.com/projects/search-prod')).toHaveLength(1);
  });

  it('keeps to the asked-for kinds of resources', async () => {
    const world = example();
    expect(await search(world, 'assetTypes=cloudresourcemanager.googleapis.com/Project')).toHaveLength(6);
    expect(await search(world, 'assetTypes=.*Folder&assetTypes=.*Organization')).toHaveLength(2);
  });

  it('finds policies on service accounts too', async () => {
    const world = example();
    const account = 'projects/payments-prod/serviceAccounts/deployer@payments-prod.iam.gserviceaccount.com';
    world.state.policies[account] = { etag: 'ACAB', bindings: [{ role: 'roles/iam.serviceAccountUser', members: [ADA] }] };
    expect(await search(world, 'assetTypes=iam.googleapis.com/ServiceAccount')).toMatchObject([
      { resource: `//iam.googleapis.com/${account}`, project: 'projects/100000000001' },
    ]);
  });

  it('comes in pages', async () => {
    const world = example();
    const seen: string[] = [];
    let token = '';
    for (let page = 0; page < 3; page += 1) {
      const { body } = await world.get(`${ASSET}/v1/${ORGANIZATION}:searchAllIamPolicies?pageSize=3&pageToken=${token}`);
      seen.push(...(body['results'] as Found[]).map((one) => one.resource));
      token = (body['nextPageToken'] as string | undefined) ?? '';
    }
    expect([new Set(seen).size, token]).toEqual([8, '']);
    expect((await world.get(`${ASSET}/v1/${ORGANIZATION}:searchAllIamPolicies?pageToken=x`)).status).toBe(400);
  });

  it('is refused without the permission, for a scope that is not there, and for a field that it does not know', async () => {
    const world = example((state) => {
      const reader = state.tokens['sim-token-reader'];
      if (reader !== undefined) state.tokens['no-assets'] = { ...reader, denied: ['cloudasset.*'] };
    });
    const closed = await world.get(`${ASSET}/v1/${ORGANIZATION}:searchAllIamPolicies`, 'no-assets');
    expect(closed.body.error).toMatchObject({ code: 403, message: 'Request denied by Cloud IAM.' });
    expect((await world.get(`${ASSET}/v1/folders/1:searchAllIamPolicies`)).status).toBe(403);
    expect((await world.get(`${ASSET}/v1/${ORGANIZATION}:searchAllIamPolicies?query=colour:red`)).status).toBe(400);
  });

  it('lags behind a write as long as the world says', async () => {
    const world = example((state) => {
      state.lag = { searches: 2 };
    });
    await world.add('projects/search-prod', { role: 'roles/logging.viewer', members: [ADA], condition: until('2026-12-01T00:00:00Z') });
    const found = [];
    for (let call = 0; call < 3; call += 1) found.push((await search(world, `query=policy:${ADA.slice(5)}`)).length);
    expect(found).toEqual([0, 0, 1]);
    expect(JSON.stringify((await world.post(`${CRM}/v3/projects/search-prod:getIamPolicy`)).body)).toContain(ADA);
  });
});

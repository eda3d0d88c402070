import { describe, expect, it } from 'vitest';

import { collectionOf, lineage, organizationOf, parentOf } from '../../../src/sim/gcp/resources.ts';
import { CRM, example, PROD, type World } from './world.ts';

describe('the hierarchy', () => {
  it('is read upwards', () => {
    const { state } = example();
    expect(lineage(state, `${PROD}/serviceAccounts/a@b`)).toEqual([
      `${PROD}/serviceAccounts/a@b`,
      PROD,
      'folders/77',
      'organizations/123456789012',
    ]);
    expect(organizationOf(state, 'projects/finance-archive')).toBe('organizations/123456789012');
    expect(parentOf(state, 'organizations/123456789012')).toBeUndefined();
    expect(collectionOf(PROD)).toBe('projects');
  });

  it('does not turn in circles when a world is built wrongly', () => {
    const { state } = example();
    state.folders['77'] = { displayName: 'loop', parent: 'folders/77' };
    expect(lineage(state, 'folders/77')).toEqual(['folders/77']);
  });
});

describe('projects, folders and organizations', () => {
  it('v1 projects.get tells number, id and parent', async () => {
    const world = example((state) => {
      state.projects['lonely'] = { number: '100000000077', displayName: 'Lonely', state: 'DELETE_REQUESTED', labels: { a: 'b' } };
    });
    expect((await world.get(`${CRM}/v1/projects/100000000001`)).body).toMatchObject({
      projectNumber: '100000000001',
      projectId: 'payments-prod',
      lifecycleState: 'ACTIVE',
      name: 'payments-prod',
      parent: { type: 'folder', id: '77' },
    });
    const lonely = (await world.get(`${CRM}/v1/projects/lonely`)).body;
    expect(lonely).toMatchObject({ lifecycleState: 'DELETE_REQUESTED', labels: { a: 'b' } });
    expect(lonely).not.toHaveProperty('parent');
    expect((await world.get(`${CRM}/v3/projects/lonely`)).body).toMatchObject({ state: 'DELETE_REQUESTED', labels: { a: 'b' } });
  });

  it('v1 projects.getAncestry goes from the project to the organization', async () => {
    const got = await example().post(`${CRM}/v1/projects/payments-prod:getAncestry`);
    expect(got.body).toEqual({
      ancestor: [
        { resourceId: { type: 'project', id: 'payments-prod' } },
        { resourceId: { type: 'folder', id: '77' } },
        { resourceId: { type: 'organization', id: '123456789012' } },
      ],
    });
    expect((await example().post(`${CRM}/v1/projects/nope:getAncestry`)).status).toBe(403);
  });

  it('v3 tells the names by number and the parents', async () => {
    const world = example();
    const shown = async (name: string): Promise<unknown> => (await world.get(`${CRM}/v3/${name}`)).body;
    expect(await shown(PROD)).toMatchObject({
      name: 'projects/100000000001',
      parent: 'folders/77',
      projectId: 'payments-prod',
      state: 'ACTIVE',
    });
    expect(await shown('folders/77')).toMatchObject({
      name: 'folders/77',
      parent: 'organizations/123456789012',
      displayName: 'production-and-test',
    });
    expect(await shown('organizations/123456789012')).toMatchObject({ displayName: 'example.com', directoryCustomerId: 'C01example' });
  });
});

/** All ids on all pages of a list, and how many pages there were. */
async function paged(world: World, url: string, field: string): Promise<{ readonly ids: string[]; readonly pages: number }> {
  const ids: string[] = [];
  let token = '';
  let pages = 0;
  do {
    const { body } = await world.get(`${url}&pageToken=${token}`);
    ids.push(...((body[field] ?? []) as { projectId?: string; name: string }[]).map((one) => one.projectId ?? one.name));
    token = (body['nextPageToken'] as string | undefined) ?? '';
    pages += 1;
  } while (token !== '');
  return { ids, pages };
}

describe('lists', () => {
  const below = ['payments-prod', 'payments-test', 'platform-shared', 'search-prod', 'search-test'];

  it('projects.list shows the direct children, by display name, page after page', async () => {
    const world = example();
    expect(await paged(world, `${CRM}/v3/projects?parent=folders/77&pageSize=2`, 'projects')).toEqual({ ids: below, pages: 3 });
    const top = await paged(world, `${CRM}/v3/projects?parent=organizations/123456789012`, 'projects');
    expect(top).toEqual({ ids: ['finance-archive'], pages: 1 });
  });

  it('projects.list leaves out what is being deleted, unless it is asked for', async () => {
    const world = example((state) => {
      const going = state.projects['search-test'];
      if (going !== undefined) state.projects['search-test'] = { ...going, state: 'DELETE_REQUESTED' };
    });
    const list = `${CRM}/v3/projects?parent=folders/77`;
    expect((await paged(world, list, 'projects')).ids).toEqual(below.slice(0, 4));
    expect((await paged(world, `${list}&showDeleted=true`, 'projects')).ids).toEqual(below);
  });

  it('folders.list and folders.search show folders', async () => {
    const world = example();
    expect((await paged(world, `${CRM}/v3/folders?parent=organizations/123456789012`, 'folders')).ids).toEqual(['folders/77']);
    expect((await paged(world, `${CRM}/v3/folders?parent=folders/77`, 'folders')).ids).toEqual([]);
    expect((await paged(world, `${CRM}/v3/folders:search?query=displayName="production-and-test"`, 'folders')).ids).toEqual(['folders/77']);
  });

  it('need a parent that the caller may list', async () => {
    const world = example((state) => {
      state.tokens['blind'] = { ...state.tokens['sim-token-reader'], member: 'user:a@example.com', scopes: [], denied: ['*.list'] };
      state.tokens['blind'] = { ...state.tokens['blind'], scopes: ['https://www.googleapis.com/auth/cloud-platform'] };
    });
    expect((await world.get(`${CRM}/v3/projects?parent=folders/77`, 'blind')).status).toBe(403);
    expect((await world.get(`${CRM}/v3/projects?parent=folders/1`)).status).toBe(403);
    expect((await world.get(`${CRM}/v3/projects?parent=projects/payments-prod`)).status).toBe(403);
    expect((await world.get(`${CRM}/v3/projects`)).status).toBe(403);
  });

  it('projects.search shows what the caller may get and the query fits', async () => {
    const world = example((state) => {
      const cloud = ['https://www.googleapis.com/auth/cloud-platform'];
      state.tokens['half'] = { member: 'user:a@example.com', scopes: cloud, denied: ['resourcemanager.projects.get@folders/77'] };
    });
    const search = `${CRM}/v3/projects:search`;
    expect((await paged(world, `${search}?query=parent:folders/77&pageSize=2`, 'projects')).ids).toEqual(below);
    expect((await paged(world, `${search}?query=id:search-prod AND state:ACTIVE`, 'projects')).ids).toEqual(['search-prod']);
    expect((await paged(world, `${search}?pageSize=10`, 'projects')).ids).toHaveLength(6);
    expect((await world.get(search, 'half')).body['projects']).toMatchObject([{ projectId: 'finance-archive' }]);
    expect((await world.get(`${search}?query=labels.a:b`)).status).toBe(400);
  });

  it('refuse a page token that is not theirs, and a negative size', async () => {
    const world = example();
    const { body } = await world.get(`${CRM}/v3/projects?parent=folders/77&pageSize=2`);
    const token = String(body['nextPageToken']);
    expect((await world.get(`${CRM}/v3/projects:search?pageToken=${token}`)).status).toBe(400);
    expect((await world.get(`${CRM}/v3/projects?parent=folders/77&pageToken=AAAA`)).status).toBe(400);
    expect((await world.get(`${CRM}/v3/projects?parent=folders/77&pageSize=-1`)).status).toBe(400);
    // A page may be turned to when the list has become shorter meanwhile, but not beyond its end.
    for (const id of ['payments-prod', 'payments-test', 'search-prod', 'search-test']) delete world.state.projects[id];
    expect((await world.get(`${CRM}/v3/projects?parent=folders/77&pageToken=${token}`)).status).toBe(400);
  });
});

describe('a path that no method has', () => {
  it('is answered by the web server, in HTML', async () => {
    const world = example();
    for (const [method, url] of [
      ['GET', `${CRM}/v3/projects/a/b/<c>`],
      ['GET', `${CRM}/v3/${PROD}:getIamPolicy`],
      ['POST', `${CRM}/v4/${PROD}:getIamPolicy`],
      ['GET', `${CRM}/v3/projects/%FF`],
    ] as const) {
      const response = await world.gcp.fetch(url, { method });
      expect([url, response.status, response.headers.get('content-type')]).toEqual([url, 404, 'text/html; charset=UTF-8']);
      expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
    }
  });

  it('is told apart after decoding', async () => {
    const world = example();
    const got = await world.post(`${CRM}/v3/projects%2Fpayments-prod%3AgetIamPolicy`);
    expect(got.status).toBe(200);
  });
});

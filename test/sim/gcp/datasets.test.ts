import { describe, expect, it } from 'vitest';
import { accessOf, bindingsOfAccess, viewsIn } from '../../../src/sim/gcp/datasets.ts';
import { example, until } from './world.ts';

const NAME = 'projects/payments-prod/datasets/settlements';
const ADDRESS = `https://bigquery.googleapis.com/bigquery/v2/${NAME}`;
const V3 = '?accessPolicyVersion=3';
const OWNERS = { role: 'OWNER', specialGroup: 'projectOwners' };
const ENDING = { role: 'roles/bigquery.jobUser', userByEmail: 'ada@example.com', condition: until('2026-11-22T10:00:00Z') };

function world() {
  return example((state) => Object.assign(state.things ?? {}, { [NAME]: {} }));
}

async function patch(one: ReturnType<typeof world>, body: unknown, headers: Record<string, string> = {}, query = V3) {
  const all = { authorization: 'Bearer sim-token-grantkeeper', 'content-type': 'application/json', ...headers };
  const response = await one.gcp.fetch(ADDRESS + query, { method: 'PATCH', headers: all, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}

describe('a dataset', () => {
  it('tells its access list, which a patch replaces whole', async () => {
    const one = world();
    expect((await one.get(ADDRESS)).body).toMatchObject({ kind: 'bigquery#dataset', id: 'payments-prod:settlements', access: [] });
    const view = { view: { projectId: 'a', datasetId: 'b', tableId: 'c' } };
    const { status, body } = await patch(one, { access: [OWNERS, ENDING, view] });
    expect([status, body['access']]).toEqual([200, [OWNERS, ENDING, view]]);
    expect((await one.get(ADDRESS + V3)).body).toEqual(body);
    // What is not in the body stays.
    expect((await patch(one, { friendlyName: 'x' })).body['access']).toEqual([OWNERS, ENDING, view]);
    expect((await patch(one, { access: [OWNERS] })).body['access']).toEqual([OWNERS]);
  });

  it('hides conditions from whoever does not ask for version 3, and refuses other versions', async () => {
    const one = world();
    await patch(one, { access: [OWNERS, ENDING] });
    const masked = JSON.stringify((await one.get(ADDRESS)).body['access']);
    expect(masked).toMatch(/roles\/bigquery\.jobUser_with_conditionalbinding_[0-9a-f]{11}/);
    expect(masked).not.toContain('expression');
    expect((await one.get(`${ADDRESS}?accessPolicyVersion=2`)).status).toBe(400);
  });

  it('changes what has a condition in version 3 only', async () => {
    const one = world();
    expect((await patch(one, { access: [ENDING] }, {}, '')).status).toBe(400);
    expect((await patch(one, { access: [ENDING] })).status).toBe(200);
    expect((await patch(one, { access: [OWNERS] }, {}, '')).status).toBe(400);
    expect((await patch(one, { access: [OWNERS, ENDING] }, {}, '')).status).toBe(200);
  });

  it('answers 412 to an etag that is not the one that stands', async () => {
    const one = world();
    const { etag } = (await one.get(ADDRESS)).body as { etag?: string };
    expect((await patch(one, { access: [OWNERS] }, { 'if-match': etag ?? '' })).status).toBe(200);
    const late = await patch(one, { access: [] }, { 'if-match': etag ?? '' });
    expect([late.status, late.body['error']]).toEqual([412, expect.objectContaining({ code: 412 })]);
  });

  it('refuses a list that is none, a strange member, and whoever lacks one of two rights', async () => {
    const one = world();
    expect((await patch(one, { access: 'all' })).status).toBe(400);
    expect((await patch(one, { access: [{ role: 'READER', iamMember: 'moon' }] })).status).toBe(400);
    for (const denied of ['bigquery.datasets.get', 'bigquery.datasets.getIamPolicy']) {
      Object.assign(one.state.tokens, { weak: { ...one.state.tokens['sim-token-reader'], denied: [denied] } });
      expect((await one.get(ADDRESS, 'weak')).body.error?.message).toContain(`'${denied}' denied`);
    }
  });
});

describe('lines of an access list', () => {
  const LINES = [
    OWNERS,
    { role: 'WRITER', specialGroup: 'projectWriters' },
    { role: 'READER', specialGroup: 'allAuthenticatedUsers' },
    { role: 'READER', userByEmail: 'x@payments-prod.iam.gserviceaccount.com' },
    { role: 'READER', groupByEmail: 'g@example.com' },
    { role: 'READER', domain: 'example.com', lineId: 'b-1' },
    { role: 'READER', iamMember: 'deleted:user:rob@example.com?uid=1' },
    ENDING,
  ];

  it('come back as they were from the policy that they make', () => {
    expect(accessOf(bindingsOfAccess(LINES, 'payments-prod'), 3)).toEqual(LINES);
    expect(viewsIn([...LINES, { view: {} }])).toEqual([{ view: {} }]);
  });

  it('have three roles under older names', () => {
    const roles = bindingsOfAccess(LINES.slice(0, 3), 'p').map(({ role }) => role);
    expect(roles).toEqual(['roles/bigquery.dataOwner', 'roles/bigquery.dataEditor', 'roles/bigquery.dataViewer']);
  });
});

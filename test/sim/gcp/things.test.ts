import { describe, expect, it } from 'vitest';
import { holds, whoCan } from '../../../src/sim/gcp/access.ts';
import { THINGS, thingAbove, thingOf } from '../../../src/sim/gcp/things.ts';
import { ASSET, CRM, example, NINE } from './world.ts';

const SECRET = 'https://secretmanager.googleapis.com/v1/projects/payments-prod/secrets/psp-key';
const KEY = 'projects/payments-prod/locations/eu/keyRings/cards/cryptoKeys/pan';
const RING = 'projects/payments-prod/locations/eu/keyRings/cards';
const until = (text: string) => ({ title: 'end', expression: `request.time < timestamp("${text}")` });
const binding = { role: 'roles/secretmanager.secretAccessor', members: ['user:ada@example.com'], condition: until('2026-11-22T10:00:00Z') };

describe('the policy of a secret', () => {
  it('is read with GET, and hides its conditions from whoever does not ask for version 3', async () => {
    const world = example();
    expect((await world.get(`${SECRET}:getIamPolicy`)).body).toEqual({ etag: 'ACAB' });
    expect((await world.post(`${SECRET}:setIamPolicy`, { policy: { version: 3, bindings: [binding] } })).status).toBe(200);
    expect((await world.get(`${SECRET}:getIamPolicy?options.requestedPolicyVersion=3`)).body).toMatchObject({
      version: 3,
      bindings: [binding],
    });
    const masked = await world.get(`${SECRET}:getIamPolicy`);
    expect(JSON.stringify(masked.body)).toContain('_withcond_');
    // The place of the version is the service's own.
    expect(JSON.stringify((await world.get(`${SECRET}:getIamPolicy?optionsRequestedPolicyVersion=3`)).body)).toContain('_withcond_');
  });

  it('is the same by id and by number, and no other method reads it', async () => {
    const world = example();
    const byNumber = SECRET.replace('payments-prod', '100000000001');
    expect((await world.get(`${byNumber}:getIamPolicy`)).status).toBe(200);
    expect((await world.gcp.fetch(`${SECRET}:getIamPolicy`, { method: 'POST' })).status).toBe(404);
    expect((await world.gcp.fetch(`${CRM}/v1/projects/payments-prod/secrets/psp-key:getIamPolicy`)).status).toBe(404);
  });

  it('may be emptied, unlike that of a project', async () => {
    const world = example();
    expect((await world.post(`${SECRET}:setIamPolicy`, { policy: { bindings: [] } })).status).toBe(200);
  });

  it('is not there for whoever lacks the right, nor for a secret that is not there', async () => {
    const world = example((state) =>
      Object.assign(state.tokens, { weak: { ...state.tokens['sim-token-reader'], denied: ['secretmanager.*'] } }),
    );
    for (const got of [await world.get(`${SECRET}:getIamPolicy`, 'weak'), await world.get(`${SECRET}-2:getIamPolicy`)]) {
      expect(got.status).toBe(403);
      expect(got.body.error?.message).toContain("'secretmanager.secrets.getIamPolicy' denied on resource '//secretmanager.googleapis.com/");
    }
  });

  it('is found by a search over its project', async () => {
    const world = example();
    await world.post(`${SECRET}:setIamPolicy`, { policy: { version: 3, bindings: [binding] } });
    const { body } = await world.get(`${ASSET}/v1/projects/payments-prod:searchAllIamPolicies?query=roles:${binding.role}`);
    expect(body).toMatchObject({
      results: expect.arrayContaining([
        expect.objectContaining({
          resource: '//secretmanager.googleapis.com/projects/payments-prod/secrets/psp-key',
          assetType: 'secretmanager.googleapis.com/Secret',
          project: 'projects/100000000001',
        }),
      ]),
    });
  });
});

describe('access to things', () => {
  it('comes from the thing, what it lies in, and its project, until its end', () => {
    const world = example();
    Object.assign(world.state.things ?? {}, { [KEY]: {}, [RING]: {} });
    const bound = { role: 'roles/cloudsql.viewer', members: ['user:ada@example.com'], condition: until('2026-11-22T10:00:00Z') };
    world.state.policies[RING] = { etag: 'AA==', bindings: [bound] };
    const question = { member: 'user:ada@example.com', role: bound.role, resource: KEY };
    expect(holds(world.state, question, NINE)).toBe(true);
    expect(holds(world.state, question, (NINE + 3_600_000) as typeof NINE)).toBe(false);
    expect(holds(world.state, { ...question, resource: RING }, NINE)).toBe(true);
    expect(holds(world.state, { ...question, resource: 'projects/payments-prod' }, NINE)).toBe(false);
    expect(() => holds(world.state, { ...question, resource: `${KEY}-2` }, NINE)).toThrow('has no');
    expect(whoCan(world.state, NINE)).toContainEqual({ resource: RING, role: bound.role, member: 'user:ada@example.com', title: 'end' });
  });

  it.each([
    [KEY, `projects/payments-prod/locations/eu/keyRings/cards/cryptoKeys/pan`],
    ['projects/payments-prod/secrets/psp-key', 'projects/100000000001/secrets/psp-key'],
    ['projects/payments-prod/buckets/ledger', 'projects/_/buckets/ledger'],
  ])('is seen by conditions under the name that its service gives: %s', (resource, name) => {
    const world = example();
    Object.assign(world.state.things ?? {}, { [resource]: {} });
    const condition = { title: 'name', expression: `resource.name == "${name}"` };
    world.state.policies[resource] = { etag: 'AA==', bindings: [{ ...binding, condition }] };
    expect(holds(world.state, { member: 'user:ada@example.com', role: binding.role, resource }, NINE)).toBe(true);
  });

  it('knows each kind by its name', () => {
    expect(thingOf('projects/payments-prod')).toBeUndefined();
    expect(thingAbove(KEY)).toBe(RING);
    expect(thingAbove(RING)).toBeUndefined();
    for (const kind of THINGS) expect(thingOf(`projects/p/${kind.form.replaceAll('{}', 'x')}`)).toBe(kind);
  });
});

import { describe, expect, it } from 'vitest';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import type { Swept } from '../../../src/providers/provider.ts';
import { scripted } from '../scripted.ts';
import { gcpWorld, NOW, plant, scopeOf } from './world.ts';

const ORGANIZATION = 'organizations/123456789012';

async function swept(reader: ReturnType<typeof gcpReader>, ...bounds: readonly string[]): Promise<Swept> {
  const told = await reader.sweep?.(bounds.map(scopeOf));
  if (told === undefined) throw new Error('there is no index');
  return told;
}

describe('the index of all policies', () => {
  it('tells each policy whole, with its conditions, under the id of its project, in one call', async () => {
    const world = gcpWorld(undefined, 'projects/payments-prod/secrets/psp-key');
    const reader = gcpReader(world.access);
    const told = await swept(reader, ORGANIZATION);
    expect(told).toMatchObject({ beyond: [], failed: [], pages: 1, cloudTime: NOW });
    expect(world.service.calls.map(({ url }) => url)).toEqual([
      `https://cloudasset.googleapis.com/v1/${ORGANIZATION}:searchAllIamPolicies?pageSize=500`,
    ]);
    expect(told.scopes.map(({ reading, alias }) => [reading.scope.path, alias?.path])).toContainEqual([
      'projects/payments-prod/secrets/psp-key',
      'projects/100000000001/secrets/psp-key',
    ]);
    for (const { reading } of told.scopes) {
      const fresh = await reader.read(reading.scope);
      expect(fresh.ok && fresh.live).toEqual(reading.live);
      expect(reading.basis).toBeUndefined();
    }
  });

  it('names a policy once where bounds lie in each other, and asks of no bound that is a thing', async () => {
    const world = gcpWorld(undefined, 'projects/payments-prod/secrets/psp-key');
    const told = await swept(gcpReader(world.access), ORGANIZATION, 'folders/77', 'projects/payments-prod/secrets/psp-key');
    const paths = told.scopes.map(({ reading }) => reading.scope.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(told.pages).toBe(2);
  });

  it('turns its pages, and is late as the index is', async () => {
    const world = gcpWorld((state) => {
      for (let at = 0; at < 600; at += 1) {
        state.projects[`many-${at}`] = { number: `7${at}`, displayName: 'x', parent: 'folders/77' };
        plant(state, { role: 'roles/browser', members: ['user:ada@example.com'] }, `projects/many-${at}`);
      }
      state.lag = { searches: 1 };
    });
    plant(world.state, { role: 'roles/owner', members: ['user:late@example.com'] });
    const told = await swept(gcpReader(world.access), 'folders/77');
    expect([told.pages, told.scopes.length > 600]).toEqual([2, true]);
  });

  it('says which bounds could not be searched, and which policies did not read', async () => {
    const world = gcpWorld();
    world.service.faults.push({ path: /folders\/77:search/, effect: { kind: 'answer', status: 403, body: '{}' } });
    const told = await swept(gcpReader(world.access), 'folders/77');
    expect(told).toMatchObject({
      scopes: [],
      pages: 0,
      failed: [
        { where: 'folders/77', failure: { kind: 'forbidden', hint: expect.stringContaining('cloudasset.assets.searchAllIamPolicies') } },
      ],
    });
    expect(told.cloudTime).toBeUndefined();
    const name = (path: string) => `//cloudresourcemanager.googleapis.com/${path}`;
    const results = [
      { resource: name('projects/a-project'), policy: { bindings: [{ role: 'roles/x_withcond_0123456789abcdef0123', members: [] }] } },
      { resource: '//pubsub.googleapis.com/projects/a-project/topics/t', policy: { bindings: [{ role: 'roles/b' }, { role: 'roles/a' }] } },
      { resource: name('folders/77'), policy: { bindings: [{ role: 'roles/a', members: ['user:ada@example.com'] }] } },
    ];
    const odd = await swept(gcpReader(scripted([{ json: { results } }])), 'folders/77');
    expect(odd.failed).toMatchObject([{ where: 'projects/a-project', failure: { kind: 'unsafe' } }]);
    expect(odd.beyond).toMatchObject([{ where: '//pubsub.googleapis.com/projects/a-project/topics/t', roles: ['roles/a', 'roles/b'] }]);
    expect(odd.scopes.map(({ reading }) => reading.live.length)).toEqual([1]);
  });
});

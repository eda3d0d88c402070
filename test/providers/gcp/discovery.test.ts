import { describe, expect, it } from 'vitest';
import { scopeOfAsset } from '../../../src/providers/gcp/asset-name.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import type { Access } from '../../../src/providers/provider.ts';
import { type Scripted, scripted } from '../scripted.ts';
import { type GcpWorld, gcpWorld, plant, scopeOf } from './world.ts';

const ORGANIZATION = 'organizations/123456789012';
const ZOE = 'user:zoe@example.com';
const BUCKET = 'projects/payments-prod/buckets/ledger';
const SECRET = 'projects/payments-prod/secrets/psp-key';

async function found(access: Access, members: readonly string[] = [ZOE], bounds: readonly string[] = [ORGANIZATION]) {
  const answer = await gcpReader(access).discover?.(members, bounds.map(scopeOf));
  if (answer === undefined) throw new Error('the reader finds nothing');
  return { ...answer, scopes: answer.scopes.map(({ scope, alias }) => [scope.path, alias?.path]) };
}

function searches(world: GcpWorld): number {
  return world.service.calls.filter(({ url }) => url.includes('searchAllIamPolicies')).length;
}

describe('what a principal holds in Google Cloud', () => {
  it('is found over the organization, on things in projects too, each by the id of its project and by its number', async () => {
    const world = gcpWorld(({ policies }) => {
      policies[BUCKET] = { etag: 'CAE=', bindings: [{ role: 'roles/storage.objectViewer', members: [ZOE] }] };
    });
    plant(world.state, { role: 'roles/secretmanager.secretAccessor', members: [ZOE] }, SECRET);
    plant(world.state, { role: 'roles/browser', members: [ZOE] }, 'folders/77');
    const number = (path: string) => path.replace('payments-prod', '100000000001');
    expect(await found(world.access)).toEqual({
      scopes: [
        ['folders/77', undefined],
        ['projects/payments-prod', number('projects/payments-prod')],
        [BUCKET, number(BUCKET)],
        [SECRET, number(SECRET)],
        ['projects/search-prod', 'projects/100000000003'],
      ],
      beyond: [],
      failed: [],
    });
  });

  it('asks for the id of a project that nothing else tells, and leaves the number where it gets none', async () => {
    const bucketOnly = (state: GcpWorld['state']) => {
      state.policies[BUCKET] = { etag: 'CAE=', bindings: [{ role: 'roles/storage.objectViewer', members: ['user:pat@example.com'] }] };
    };
    const world = gcpWorld(bucketOnly);
    const numbered = BUCKET.replace('payments-prod', '100000000001');
    expect((await found(world.access, ['user:pat@example.com'])).scopes).toEqual([[BUCKET, numbered]]);
    const blind = gcpWorld(bucketOnly);
    blind.service.faults.push({ path: /projects\/100000000001$/, effect: { kind: 'answer', status: 403 } });
    expect((await found(blind.access, ['user:pat@example.com'])).scopes).toEqual([[numbered, undefined]]);
  });

  it('searches for each address once, and asks nothing for what has none or lies inside a project', async () => {
    const world = gcpWorld();
    await found(
      world.access,
      [ZOE, 'user:kim@example.com', ZOE, 'principal://iam/x', 'allUsers', 'user:a"b@example.com'],
      [ORGANIZATION, SECRET],
    );
    expect(searches(world)).toBe(2);
  });

  it('finds a federated identity by its name', async () => {
    const world = gcpWorld();
    const raha = 'principal://iam.googleapis.com/locations/global/workforcePools/partners/subject/raha';
    plant(world.state, { role: 'roles/browser', members: [raha] }, 'projects/search-test');
    expect((await found(world.access, [raha])).scopes.map(([path]) => path)).toEqual(['projects/search-test']);
  });

  it('lags: what was given just now need not be there', async () => {
    const world = gcpWorld();
    const stale = structuredClone(world.state.policies['projects/search-test'] ?? { etag: '', bindings: [] });
    plant(world.state, { role: 'roles/browser', members: ['user:new@example.com'] }, 'projects/search-test');
    world.state.notes.earlier['searches projects/search-test'] = { policy: stale, left: 1 };
    expect((await found(world.access, ['user:new@example.com'])).scopes).toEqual([]);
    expect((await found(world.access, ['user:new@example.com'])).scopes).toHaveLength(1);
  });

  it('says which right is missing, once for each bound', async () => {
    const world = gcpWorld(({ tokens }) => {
      const token = tokens['sim-token-grantkeeper'];
      if (token !== undefined) tokens['sim-token-grantkeeper'] = { ...token, denied: ['cloudasset.*'] };
    });
    const answer = await found(world.access, [ZOE, 'user:kim@example.com']);
    expect(answer).toMatchObject({ scopes: [], failed: [{ where: ORGANIZATION, failure: { kind: 'forbidden' } }] });
    expect(answer.failed[0]?.failure.hint).toContain('cloudasset.assets.searchAllIamPolicies');
  });

  const result = (resource: string) => ({ resource, project: 'projects/7', policy: { bindings: [{ role: 'roles/a' }] } });

  it('goes from page to page, and gives nothing of a search that does not read to its end', async () => {
    const pages: readonly Scripted[] = [
      { json: { results: [result('//pubsub.googleapis.com/projects/pay-prod/topics/t')], nextPageToken: 'a' } },
      { json: { results: [result('//pubsub.googleapis.com/projects/pay-prod/topics/t'), result('//compute.googleapis.com/x')] } },
    ];
    const access = scripted(pages);
    const { beyond } = await found(access);
    expect(beyond.map(({ where, roles }) => [where, roles])).toEqual([
      ['//compute.googleapis.com/x', ['roles/a']],
      ['//pubsub.googleapis.com/projects/pay-prod/topics/t', ['roles/a']],
    ]);
    expect(new URL(access.seen[1]?.url ?? '').searchParams.get('pageToken')).toBe('a');
    for (const json of [{ results: [{}] }, { results: 'x' }, { nextPageToken: 'a' }]) {
      const broken = await found(scripted(() => ({ json })));
      expect(broken).toMatchObject({ scopes: [], beyond: [], failed: [{ failure: { kind: 'unsafe' } }] });
    }
  });
});

describe('the full name of a resource', () => {
  it.each([
    ['//cloudresourcemanager.googleapis.com/folders/77', 'folders/77'],
    ['//storage.googleapis.com/ledger', 'projects/7/buckets/ledger'],
    ['//bigtable.googleapis.com/projects/pay-prod/instances/one/tables/t', 'projects/pay-prod/instances/one/tables/t'],
    ['//run.googleapis.com/projects/pay-prod/locations/eu/services/api', 'projects/pay-prod/locations/eu/services/api'],
  ])('%s is a scope', (name, path) => {
    expect(scopeOfAsset(name, 'projects/7')).toMatchObject({ ok: true, value: { path } });
  });

  it.each([
    ['//metastore.googleapis.com/projects/pay-prod/locations/eu/services/api', 'metastore.googleapis.com is no service'],
    ['//pubsub.googleapis.com/projects/pay-prod/topics/t', 'keeps no conditions'],
    ['projects/pay-prod', 'is no scope of Google Cloud'],
  ])('%s is none', (name, problem) => {
    expect(scopeOfAsset(name, 'projects/7')).toMatchObject({ ok: false, problem: expect.stringContaining(problem) as string });
  });

  it('of a bucket alone does not say where it lies', () => {
    expect(scopeOfAsset('//storage.googleapis.com/ledger', undefined)).toMatchObject({ ok: false });
  });
});

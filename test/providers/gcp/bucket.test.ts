import { describe, expect, it } from 'vitest';
import { later } from '../../../src/domain/instant.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { gcpWriter } from '../../../src/providers/gcp/writer.ts';
import { grant } from '../conformance.ts';
import { scripted } from '../scripted.ts';
import { desired, gcpWorld, NOW, scopeOf } from './world.ts';

const PATH = 'projects/payments-prod/buckets/ledger';

describe('the project of a bucket', () => {
  it('is asked once a run', async () => {
    const world = gcpWorld(undefined, PATH);
    const reader = gcpReader(world.access);
    for (const _ of [1, 2, 3]) expect((await reader.read(world.scope)).ok).toBe(true);
    expect(world.service.calls.map(({ url }) => url.replace(/^https:\/\/[^/]+/, '')).sort()).toEqual([
      '/storage/v1/b/ledger/iam?optionsRequestedPolicyVersion=3',
      '/storage/v1/b/ledger/iam?optionsRequestedPolicyVersion=3',
      '/storage/v1/b/ledger/iam?optionsRequestedPolicyVersion=3',
      '/storage/v1/b/ledger?fields=projectNumber,iamConfiguration',
      '/v3/projects/payments-prod',
    ]);
  });

  it('must be the one that the scope names: a bucket of others is neither read nor written', async () => {
    const world = gcpWorld(undefined, PATH);
    const scope = scopeOf('projects/search-prod/buckets/ledger');
    expect(await gcpReader(world.access).read(scope)).toMatchObject({
      ok: false,
      failure: { kind: 'unsafe', message: expect.stringContaining('another project'), hint: expect.stringContaining('100000000001') },
    });
    expect(world.service.calls.some(({ url }) => url.includes('/iam'))).toBe(false);
  });

  it('is asked again after a failure', async () => {
    const world = gcpWorld(undefined, PATH);
    world.service.faults.push({ path: /\/b\/ledger\?/, effect: { kind: 'answer', status: 403, body: '{}' } });
    const reader = gcpReader(world.access);
    expect(await reader.read(world.scope)).toMatchObject({ ok: false, failure: { hint: expect.stringContaining('storage.buckets.get') } });
    expect((await reader.read(world.scope)).ok).toBe(true);
  });

  it('must be readable', async () => {
    const world = gcpWorld(undefined, PATH);
    world.service.faults.push({ path: /^\/v3\/projects\/payments-prod$/, effect: { kind: 'answer', status: 403, body: '{}' } });
    const hint = expect.stringContaining('resourcemanager.projects.get');
    expect(await gcpReader(world.access).read(world.scope)).toMatchObject({ ok: false, failure: { hint } });
    const odd = scripted(({ url }) => ({ json: url.includes('/v3/') ? { name: 'projects/1' } : {} }));
    expect(await gcpReader(odd).read(world.scope)).toMatchObject({ ok: false, failure: { kind: 'unsafe' } });
  });
});

describe('a bucket without uniform bucket-level access', () => {
  const open = () => {
    const world = gcpWorld(undefined, PATH);
    Object.assign(world.state.things ?? {}, { [PATH]: { uniform: false } });
    return world;
  };

  it('is refused for every role when planning', async () => {
    const world = open();
    expect(await gcpReader(world.access).role(world.scope, 'roles/logging.viewer')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('no uniform bucket-level access'),
      hint: expect.stringContaining('ask at the project'),
    });
    expect(await gcpReader(world.access).role(scopeOf('projects/payments-prod'), 'roles/logging.viewer')).toMatchObject({ ok: true });
  });

  it('is refused by the service too, once', async () => {
    const world = open();
    const reading = await gcpReader(world.access).read(world.scope);
    if (!reading.ok) throw new Error(reading.failure.message);
    const change = grant(desired({ who: 'ada', role: 'reader', grant: 'one', until: later(NOW, 3_600_000) }, world.scope));
    const { outcomes } = await gcpWriter(world.access).apply(reading, [change], () => [change]);
    expect(outcomes).toMatchObject([{ status: 'failed', failure: { kind: 'invalid', message: expect.stringContaining('uniform') } }]);
    expect(world.writes()).toBe(1);
  });
});

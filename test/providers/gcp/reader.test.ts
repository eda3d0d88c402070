import { describe, expect, it } from 'vitest';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { scripted } from '../scripted.ts';
import { gcpWorld, scopeOf } from './world.ts';

const scope = scopeOf('projects/payments-prod');
const policy = { version: 1, etag: 'BwX=', bindings: [{ role: 'roles/browser', members: ['user:ada@example.com'] }] };

describe('read', () => {
  it('asks for version 3, as ourselves, once', async () => {
    const access = scripted([{ json: policy, headers: { date: 'Mon, 23 Nov 2026 09:00:05 GMT' } }]);
    const reading = await gcpReader(access).read(scope);
    expect(reading).toMatchObject({ ok: true, scope, basis: policy, cloudTime: Date.UTC(2026, 10, 23, 9, 0, 5) });
    expect(reading.ok && reading.live.length).toBe(1);
    expect(access.seen.length).toBe(1);
    expect(access.seen[0]).toMatchObject({
      method: 'POST',
      url: 'https://cloudresourcemanager.googleapis.com/v3/projects/payments-prod:getIamPolicy',
      body: '{"options":{"requestedPolicyVersion":3}}',
    });
    expect(access.seen[0]?.headers.get('authorization')).toBe('Bearer t0');
  });

  it.each([
    [{ version: 1, etag: 'x', bindings: [{ role: 'roles/a_withcond_0123456789abcdef0123', members: [] }] }, 'hides its conditions'],
    [{ version: 2, etag: 'x' }, 'version 2'],
    [{}, 'neither bindings nor an etag'],
    [[], 'no policy'],
    [{ error: 'odd' }, 'neither'],
  ])('decides nothing on %j', async (json, problem) => {
    const reading = await gcpReader(scripted([{ json }])).read(scope);
    expect(reading).toMatchObject({
      ok: false,
      failure: { kind: 'unsafe', message: expect.stringContaining(problem), hint: expect.stringContaining('nothing was decided') },
    });
  });

  it('reads an empty policy', async () => {
    expect(await gcpReader(scripted([{ json: { etag: 'ACAB' } }])).read(scope)).toMatchObject({ ok: true, live: [] });
  });

  it('names the permission that is missing', async () => {
    const answer = {
      status: 403,
      json: { error: { status: 'PERMISSION_DENIED', message: 'The caller does not have permission' } },
      headers: { date: 'Mon, 23 Nov 2026 09:00:05 GMT' },
    };
    for (const [path, permission] of [
      ['projects/payments-prod', 'resourcemanager.projects.getIamPolicy'],
      ['folders/77', 'resourcemanager.folders.getIamPolicy'],
      ['organizations/1', 'resourcemanager.organizations.getIamPolicy'],
    ] as const) {
      const reading = await gcpReader(scripted([answer])).read(scopeOf(path));
      expect(reading).toMatchObject({
        ok: false,
        failure: { kind: 'forbidden', hint: expect.stringContaining(permission) },
        cloudTime: expect.any(Number),
      });
      expect(reading.ok ? '' : reading.failure.hint).toContain(path);
    }
  });

  it('fails without an answer, after it has tried', async () => {
    const access = scripted(() => 'cut');
    expect(await gcpReader(access).read(scope)).toEqual({ ok: false, scope, failure: expect.objectContaining({ kind: 'transient' }) });
    expect(access.seen.length).toBe(6);
  });

  it('reads each scope of the simulated cloud with one call', async () => {
    const world = gcpWorld();
    const reader = gcpReader(world.access);
    for (const path of ['projects/payments-prod', 'projects/100000000001', 'folders/77', 'organizations/123456789012']) {
      expect((await reader.read(scopeOf(path))).ok).toBe(true);
    }
    expect(world.service.calls.length).toBe(4);
  });
});

async function chain(path: string) {
  const world = gcpWorld();
  const ancestry = await gcpReader(world.access).ancestry(scopeOf(path));
  return { paths: ancestry.ok ? ancestry.chain.map((one) => one.path) : ancestry.failure, calls: world.service.calls.length };
}

describe('ancestry', () => {
  it.each([
    ['projects/payments-prod', ['projects/payments-prod', 'folders/77', 'organizations/123456789012'], 1],
    ['projects/100000000001', ['projects/100000000001', 'projects/payments-prod', 'folders/77', 'organizations/123456789012'], 1],
    ['projects/finance-archive', ['projects/finance-archive', 'organizations/123456789012'], 1],
    ['folders/77', ['folders/77', 'organizations/123456789012'], 1],
    ['organizations/123456789012', ['organizations/123456789012'], 0],
  ])('of %s', async (path, paths, calls) => {
    expect(await chain(path)).toEqual({ paths, calls });
  });

  it('says what is missing', async () => {
    const denied = { status: 403, json: { error: { status: 'PERMISSION_DENIED' } } };
    expect(await gcpReader(scripted([denied])).ancestry(scope)).toMatchObject({
      ok: false,
      failure: { hint: expect.stringContaining('resourcemanager.projects.get ') },
    });
    expect(await gcpReader(scripted([denied])).ancestry(scopeOf('folders/77'))).toMatchObject({
      ok: false,
      failure: { hint: expect.stringContaining('resourcemanager.folders.get ') },
    });
  });

  it.each([
    {},
    { ancestor: [] },
    { ancestor: [{}] },
    { ancestor: [{ resourceId: { type: 'project', id: 'payments-prod' } }, { resourceId: { type: 'moon', id: '1' } }] },
  ])('guesses nothing from %j', async (json) => {
    expect(await gcpReader(scripted([{ json }])).ancestry(scope)).toMatchObject({ ok: false, failure: { kind: 'unsafe' } });
  });

  it('guesses nothing from a folder without a parent, or one that is its own', async () => {
    const folder = scopeOf('folders/77');
    expect(await gcpReader(scripted([{ json: {} }])).ancestry(folder)).toMatchObject({ ok: false, failure: { kind: 'unsafe' } });
    expect(await gcpReader(scripted(() => ({ json: { parent: 'folders/77' } }))).ancestry(folder)).toMatchObject({
      ok: false,
      failure: { kind: 'unsafe' },
    });
  });
});

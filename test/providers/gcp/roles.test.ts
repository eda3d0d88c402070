import { describe, expect, it } from 'vitest';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { scripted } from '../scripted.ts';
import { gcpWorld, scopeOf } from './world.ts';

const scope = scopeOf('projects/payments-prod');

describe('role', () => {
  it('judges predefined roles of the simulated cloud by their permissions', async () => {
    const reader = gcpReader(gcpWorld().access);
    expect(await reader.role(scope, 'roles/logging.viewer')).toEqual({
      ok: true,
      role: { id: 'roles/logging.viewer', name: 'roles/logging.viewer' },
      privileged: false,
      reasons: [],
      permissions: expect.arrayContaining([{ name: 'logging.logEntries.list' }]),
      parts: [],
    });
    expect(await reader.role(scope, 'roles/iam.serviceAccountTokenCreator')).toMatchObject({ ok: true, privileged: true });
  });

  it('judges custom roles, in their own project only', async () => {
    const reader = gcpReader(gcpWorld().access);
    const role = 'projects/payments-prod/roles/ledgerReader';
    expect(await reader.role(scope, role)).toMatchObject({ ok: true, privileged: false });
    expect(await reader.role(scopeOf('projects/100000000001'), role)).toMatchObject({ ok: true });
    for (const elsewhere of ['projects/search-prod', 'folders/77']) {
      expect(await reader.role(scopeOf(elsewhere), role)).toMatchObject({
        ok: false,
        problem: expect.stringContaining('can be granted in projects/payments-prod only'),
      });
    }
    expect(await reader.role(scopeOf('folders/77'), 'organizations/123456789012/roles/grantkeeperApply')).toMatchObject({
      ok: true,
      privileged: true,
      reasons: expect.arrayContaining([expect.stringContaining('setIamPolicy')]),
    });
  });

  it('says without asking what it was told, but not of a bucket, nor of what nobody has asked for', async () => {
    const reader = gcpReader(gcpWorld().access);
    expect(reader.told?.(scope, 'roles/logging.viewer')).toBeUndefined();
    const facts = await reader.role(scope, 'roles/logging.viewer');
    expect(reader.told?.(scopeOf('projects/search-prod'), 'roles/logging.viewer')).toBe(facts);
    expect(reader.told?.(scopeOf('projects/payments-prod/buckets/acme-ledger'), 'roles/logging.viewer')).toBeUndefined();
    expect(reader.told?.(scope, 'no role')).toMatchObject({ ok: false });
    expect(reader.told?.(scope, 'projects/search-prod/roles/own')).toMatchObject({ ok: false });
  });

  it('looks each role up once', async () => {
    const access = scripted(() => ({ json: { name: 'roles/x', includedPermissions: ['a.b.get'] } }));
    const reader = gcpReader(access);
    await Promise.all([reader.role(scope, 'roles/x'), reader.role(scopeOf('folders/77'), 'roles/x')]);
    await reader.role(scope, 'roles/x');
    expect(access.seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET https://iam.googleapis.com/v1/roles/x']);
  });

  it('tries again what could not be looked up', async () => {
    const access = scripted([
      { status: 403, json: { error: { status: 'PERMISSION_DENIED' } } },
      { json: { name: 'roles/x', includedPermissions: ['a.b.get'] } },
    ]);
    const reader = gcpReader(access);
    expect(await reader.role(scope, 'roles/x')).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden' },
      hint: expect.stringContaining('iam.roles.get'),
    });
    expect(await reader.role(scope, 'roles/x')).toMatchObject({ ok: true });
  });

  it.each([
    [{ status: 404, json: { error: { status: 'NOT_FOUND' } } }, 'there is no role roles/x'],
    [{ status: 400, json: { error: { status: 'INVALID_ARGUMENT' } } }, 'there is no role roles/x'],
    [{ json: { name: 'roles/x', deleted: true, includedPermissions: ['a.b.get'] } }, 'does not exist any more'],
    [{ json: { name: 'roles/y', includedPermissions: ['a.b.get'] } }, 'does not exist any more'],
    [{ json: { name: 'roles/x' } }, 'names no permissions'],
    [{ json: { name: 'roles/x', includedPermissions: [] } }, 'names no permissions'],
  ])('refuses %j', async (answer, problem) => {
    expect(await gcpReader(scripted([answer])).role(scope, 'roles/x')).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
    });
  });

  it('passes on that nothing could be read', async () => {
    expect(await gcpReader(scripted(() => 'cut')).role(scope, 'roles/x')).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });

  it('refuses basic roles without asking', async () => {
    const access = scripted([]);
    expect(await gcpReader(access).role(scope, 'roles/owner')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('cannot carry a condition'),
    });
    expect(access.seen).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { permissions } from '../../../src/providers/gcp/permissions.ts';

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.info('CONFORMANCE_DATA is not set: the permissions of published roles were not compared');

describe('permissions of Google Cloud', () => {
  it('are those of the published roles, whatever way they are named', () => {
    const names = ['folders.get', 'folders.list', 'organizations.get', 'projects.get', 'projects.getIamPolicy', 'projects.list'];
    const browser = names.map((name) => ({ name: `resourcemanager.${name}` }));
    expect(permissions.of('roles/browser')).toEqual(browser);
    expect(permissions.of('browser')).toEqual(browser);
    expect(permissions.of('projects/p/roles/browser')).toBeUndefined();
    expect(permissions.source).toContain('2026-08-22');
  });

  it('are unknown where the list has none for a role that it names', () =>
    expect(permissions.of('roles/bigquery.unknown')).toBeUndefined());

  it.each([
    ['storage.objects.get', { kind: 'reads' }, 'storage'],
    ['storage.objects.delete', { kind: 'writes' }, 'storage'],
    ['iam.serviceAccounts.actAs', { kind: 'escalates', reason: 'acts as a service account' }, 'iam'],
    [
      'fresh.things.setIamPolicy',
      { kind: 'escalates', reason: 'rewrites an allow policy, and so can grant any role on the resource' },
      'fresh',
    ],
    [
      'iam.googleapis.com/workloadIdentityPools.create',
      { kind: 'escalates', reason: 'decides which outside tokens pass as which principal' },
      'iam',
    ],
  ])('%s', (name, judged, service) => {
    expect(permissions.judge({ name })).toEqual(judged);
    expect(permissions.judge({ name })).toEqual(judged);
    expect(permissions.service({ name })).toBe(service);
  });

  it('are held by their very name', () => {
    const covers = permissions.covering([{ name: 'storage.objects.get' }]);
    expect([covers({ name: 'storage.objects.get' }), covers({ name: 'storage.objects.list' })]).toEqual([true, false]);
  });

  it.runIf(data !== undefined)('are complete: roles of the list have just their permissions', () => {
    const roles = JSON.parse(readFileSync(`${data}/gcp-roles/roles.json`, 'utf8')) as Record<
      string,
      { readonly permissions: readonly string[] }
    >;
    const text = (names: readonly string[] = []) => [...new Set(names)].sort().join(' ');
    const some = Object.entries(roles).filter((_, at) => at % 8 === 0);
    const wrong = some.filter(([name, { permissions: listed }]) => text(permissions.of(name)?.map((one) => one.name)) !== text(listed));
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});

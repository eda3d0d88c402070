import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../src/domain/permission.ts';
import { givenBy } from '../../../src/providers/azure/given.ts';
import { permissions } from '../../../src/providers/azure/permissions.ts';

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.info('CONFORMANCE_DATA is not set: the actions of built-in roles were not compared');

const BLOBS = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';

describe('permissions of Azure', () => {
  it('are those of the built-in roles, by name in any case and by id', () => {
    const reader = [{ name: '*/read' }];
    expect(permissions.of('reader')).toEqual(reader);
    expect(permissions.of('ACDD72A7-3385-48EF-BD42-F606FBA81AE7')).toEqual(reader);
    expect(permissions.of('Nobody')).toBeUndefined();
    expect(permissions.of('Storage Blob Data Reader')).toContainEqual({ name: `${BLOBS}/read`, data: true });
    expect(permissions.of('Contributor')?.[0]?.except).toContain('Microsoft.Authorization/*/Write');
  });

  it.each<[Permission, object, string]>([
    [{ name: '*/read' }, { kind: 'reads' }, '*'],
    [{ name: '*' }, { kind: 'escalates', reason: 'gives roles to others' }, '*'],
    [{ name: `${BLOBS}/write`, data: true }, { kind: 'writes' }, 'Microsoft.Storage'],
    [{ name: 'Microsoft.Elastic/*' }, { kind: 'escalates', reason: 'reads keys that work without an identity' }, 'Microsoft.Elastic'],
    [{ name: 'Microsoft.Elastic/*', except: ['Microsoft.Elastic/get*'] }, { kind: 'writes' }, 'Microsoft.Elastic'],
    [
      { name: 'Microsoft.Maps/accounts/listKeys/action' },
      { kind: 'escalates', reason: 'reads keys that work without an identity' },
      'Microsoft.Maps',
    ],
  ])('%j', (permission, judged, service) => {
    expect(permissions.judge(permission)).toEqual(judged);
    expect(permissions.service(permission)).toBe(service);
  });

  it.each<[string, Permission, Permission, boolean]>([
    ['a star reaches all below it', { name: 'Microsoft.Storage/*' }, { name: 'microsoft.storage/storageAccounts/read' }, true],
    ['one is not the other', { name: '*/read' }, { name: '*/write' }, false],
    ['data is a kind of its own', { name: '*' }, { name: `${BLOBS}/read`, data: true }, false],
    ['what is left out is not held', { name: '*', except: ['*/delete'] }, { name: 'Microsoft.Web/sites/delete' }, false],
    ['what is left out elsewhere does not matter', { name: '*', except: ['*/delete'] }, { name: 'Microsoft.Web/sites/read' }, true],
    [
      'a pattern that could reach what is left out is not held',
      { name: '*', except: ['Microsoft.Web/*/delete'] },
      { name: 'Microsoft.Web/*' },
      false,
    ],
    [
      'unless it leaves that out too',
      { name: '*', except: ['Microsoft.Web/*/delete'] },
      { name: 'Microsoft.Web/*', except: ['*/delete'] },
      true,
    ],
    ['or its other words', { name: '*', except: ['*/delete'] }, { name: 'Microsoft.Web/*', except: ['*/write'] }, false],
    ['ends that differ never meet', { name: '*', except: ['Microsoft.Web/*/delete'] }, { name: 'Microsoft.Web/*/read' }, true],
    ['nor do beginnings', { name: '*', except: ['Microsoft.Web/*'] }, { name: 'Microsoft.Sql/*' }, true],
    ['one action left out of a pattern', { name: '*', except: ['Microsoft.Web/sites/delete'] }, { name: 'Microsoft.Web/*' }, false],
  ])('%s', (_, held, wanted, covered) => {
    expect(permissions.covering([{ name: 'Microsoft.Nothing/read' }, held])(wanted)).toBe(covered);
  });

  it('take from each block what it leaves out itself', () => {
    const blocks = [{ actions: ['a/*'], notActions: ['a/b'], dataActions: ['a/*'], notDataActions: [] }, { actions: ['c'] }];
    expect(givenBy(blocks)).toEqual([{ name: 'a/*', except: ['a/b'] }, { name: 'a/*', data: true }, { name: 'c' }]);
  });

  it.runIf(data !== undefined)('are complete: built-in roles have just their actions', () => {
    const roles = JSON.parse(readFileSync(`${data}/azure-roles/built-in-roles.json`, 'utf8')) as readonly {
      readonly id: string;
      readonly permissions: Parameters<typeof givenBy>[0];
    }[];
    const text = (all: readonly Permission[]) =>
      all
        .map(({ name, data: inside, except = [] }) => [name.trim(), inside ?? false, ...except.toSorted()].join(' '))
        .sort()
        .join('\n');
    const some = roles.filter((_, at) => at % 4 === 0);
    const wrong = some.filter((role) => text(permissions.of(role.id) ?? []) !== text(dedupe(givenBy(role.permissions))));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

/** Some blocks name an action twice. */
function dedupe(all: readonly Permission[]): readonly Permission[] {
  return [...new Map(all.map((one) => [JSON.stringify({ ...one, name: one.name.trim() }), one])).values()];
}

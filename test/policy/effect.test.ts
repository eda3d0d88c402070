import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/domain/access.ts';
import type { Permission, PermissionTable, PermissionTables } from '../../src/domain/permission.ts';
import { countsOf, effectOf, gainsOf, type Piece, type Reaches, spotsOf, worse } from '../../src/policy/effect.ts';
import { permissions as azure } from '../../src/providers/azure/permissions.ts';
import { permissions as gcp } from '../../src/providers/gcp/permissions.ts';

const TABLES: PermissionTables = new Map<string, PermissionTable>([
  ['gcp', gcp],
  ['azure', azure],
]);

function at(path: string, cloud = 'gcp'): Scope {
  return { cloud, path, key: path };
}

const PROD = at('projects/payments-prod');
const TEST = at('projects/payments-test');

function piece(role: string, scope = PROD, more: Partial<Piece> = {}): Piece {
  const permissions = TABLES.get(scope.cloud)?.of(role);
  return { cloud: scope.cloud, role, scope, ...(permissions === undefined ? {} : { permissions }), ...more };
}

const reaches: Reaches = (outer, inner) => inner.cloud === outer.cloud && `${inner.key}/`.startsWith(`${outer.key}/`);

const effect = (asked: readonly Piece[], held: readonly Piece[] = []) => effectOf(asked, held, TABLES, reaches);

describe('the effect of what is asked for', () => {
  it('counts what is gained, by kind and by service, the worst first', () => {
    const { gained, services, escalating, held, unknown, unsure } = effect([piece('roles/run.developer')]);
    expect(gained).toEqual({ escalates: 13, writes: 26, reads: 50 });
    expect(services[0]).toEqual({ cloud: 'gcp', service: 'run', escalates: 13, writes: 18, reads: 30 });
    expect(services.map((one) => one.reads + one.writes + one.escalates).reduce((sum, one) => sum + one, 0)).toBe(89);
    expect(escalating).toContainEqual({
      cloud: 'gcp',
      permission: 'run.jobs.create',
      reason: 'runs code as a service account that the caller names or that is already attached',
    });
    expect([held, unknown, unsure]).toEqual([0, [], []]);
    const names = escalating.map(({ permission }) => permission);
    expect(names).toHaveLength(13);
    expect(names).toEqual([...names].sort());
  });

  it('leaves out what is held at the same place, or above it', () => {
    const asked = [piece('roles/logging.viewer')];
    const all = effect(asked).gained.reads;
    expect(effect(asked, [piece('roles/logging.viewer')])).toMatchObject({ gained: { reads: 0, writes: 0, escalates: 0 }, held: all });
    expect(
      effect([piece('roles/storage.objectViewer', at('projects/p/buckets/b'))], [piece('roles/storage.admin', at('projects/p'))]),
    ).toMatchObject({
      gained: { reads: 0 },
      services: [],
    });
    const some = effect(asked, [piece('roles/browser')]);
    expect(some.held).toBeGreaterThan(0);
    expect(some.gained.reads + some.held).toBe(all);
  });

  it('takes nothing held elsewhere, in another cloud or under another condition for held', () => {
    const all = effect([piece('roles/browser')]).gained.reads;
    expect(all).toBe(6);
    const elsewhere = [
      piece('roles/browser', TEST),
      piece('roles/browser', PROD, { condition: 'resource.name != "x"' }),
      piece('Owner', at('projects/payments-prod', 'azure')),
    ];
    expect(effect([piece('roles/browser')], elsewhere)).toMatchObject({ gained: { reads: all }, held: 0 });
    const same = { condition: 'resource.name != "x"' };
    expect(effect([piece('roles/browser', PROD, same)], [piece('roles/browser', PROD, same)])).toMatchObject({
      gained: { reads: 0 },
      held: all,
    });
  });

  it('counts a permission at several places once, and as held only where it is held at all of them', () => {
    const both = [piece('roles/browser', PROD), piece('roles/browser', TEST)];
    expect(effect(both).gained.reads).toBe(6);
    expect(effect(both, [piece('roles/browser', PROD)])).toMatchObject({ gained: { reads: 6 }, held: 0 });
    expect(gainsOf(both, [piece('roles/browser', PROD)], TABLES, reaches)).toHaveLength(6);
  });

  it('says of a role that nobody knows that it is not known, whether it is asked for or held', () => {
    const custom = piece('projects/payments-prod/roles/clerk');
    expect(effect([custom, piece('roles/browser')])).toMatchObject({ gained: { reads: 6 }, unknown: [custom.role], unsure: [] });
    expect(effect([piece('roles/browser')], [custom, piece('projects/p/roles/other', at('projects/p'))])).toMatchObject({
      unknown: [],
      unsure: [custom.role],
    });
  });

  it('is unsure of what is held by an unknown role above one of the places', () => {
    const both = [piece('roles/browser', PROD), piece('roles/browser', TEST)];
    expect(effect(both, [piece('projects/payments-test/roles/clerk', TEST)]).unsure).toEqual(['projects/payments-test/roles/clerk']);
    expect(effect(both, [piece('roles/clerk', at('projects/other'))]).unsure).toEqual([]);
  });

  it('tells permissions on data from those of the same name on the resource, and gives a reason only where there is one', () => {
    const permissions: readonly Permission[] = [
      { name: 'read', data: true },
      { name: 'read' },
      { name: 'readdata' },
      { name: 'read', except: ['data'] },
    ];
    const table: PermissionTable = {
      source: 'made up',
      of: () => undefined,
      covering: () => () => false,
      judge: ({ data }) => ({ kind: data === true ? 'escalates' : 'reads' }),
      service: ({ data }) => (data === true ? 'z' : 'a'),
      parts: () => [],
    };
    const there = { cloud: 'fake', role: 'r', scope: at('place', 'fake'), permissions };
    const found = effectOf([there], [], new Map([['fake', table]]), reaches);
    expect(found.gained).toEqual({ escalates: 1, writes: 0, reads: 3 });
    expect(found.escalating).toEqual([{ cloud: 'fake', permission: 'read', reason: '' }]);
    expect(found.services.map(({ service }) => service)).toEqual(['z', 'a']);
    expect(countsOf(spotsOf([there, there]), new Map([['fake', table]]))).toEqual({ escalates: 2, writes: 0, reads: 6 });
  });

  it.each([
    [
      [1, 0, 0],
      [0, 9, 9],
    ],
    [
      [0, 1, 0],
      [0, 0, 9],
    ],
    [
      [0, 0, 2],
      [0, 0, 1],
    ],
    [
      [3, 0, 0],
      [2, 0, 0],
    ],
    [
      [1, 3, 0],
      [1, 2, 9],
    ],
  ])('weighs %j more than %j', (heavy, light) => {
    const counts = ([escalates = 0, writes = 0, reads = 0]: readonly number[]) => ({ escalates, writes, reads });
    expect(worse(counts(heavy), counts(light))).toBeLessThan(0);
    expect(worse(counts(light), counts(heavy))).toBeGreaterThan(0);
    expect(worse(counts(heavy), counts(heavy))).toBe(0);
  });

  it('takes the worst for true in a cloud without a list', () => {
    const there = { cloud: 'other', role: 'Clerk', scope: at('place', 'other'), permissions: [{ name: 'files.read' }] };
    expect(effect([there], [there])).toMatchObject({
      gained: { escalates: 1, writes: 0, reads: 0 },
      services: [{ cloud: 'other', service: '*', escalates: 1 }],
      escalating: [{ cloud: 'other', permission: 'files.read', reason: 'what it does is not known' }],
    });
  });

  it('compares patterns of Azure by what they reach', () => {
    const group = at('/subscriptions/s/resourceGroups/g', 'azure');
    const subscription = at('/subscriptions/s', 'azure');
    expect(effect([piece('Storage Account Contributor', group)], [piece('Contributor', subscription)])).toMatchObject({
      gained: { reads: 0, writes: 0, escalates: 0 },
    });
    expect(effect([piece('Owner', group)], [piece('Contributor', subscription)])).toMatchObject({
      gained: { escalates: 1 },
      services: [{ service: '*', escalates: 1 }],
    });
    const blobs = effect([piece('Storage Blob Data Reader', group)], [piece('Contributor', subscription)]);
    expect(blobs.gained).toEqual({ escalates: 0, writes: 0, reads: 1 });
  });

  it('puts the services in one order, whatever is asked for first', () => {
    const [a, b] = [piece('roles/pubsub.editor'), piece('roles/browser')];
    expect(effect([a, b]).services).toEqual(effect([b, a]).services);
    const twice = effect([piece('roles/browser'), piece('Reader', at('/subscriptions/s', 'azure'))]).services;
    expect(twice.map(({ cloud }) => cloud)).toEqual(['gcp', 'azure']);
    const other = (cloud: string) => ({ cloud, role: 'r', scope: at('place', cloud), permissions: [{ name: 'x' }] });
    for (const order of [
      ['b', 'a'],
      ['a', 'b'],
    ])
      expect(effect(order.map(other)).services.map(({ cloud }) => cloud)).toEqual(['a', 'b']);
  });
});

import { describe, expect, it } from 'vitest';
import { boundedSnapshot, readSnapshot, type SeenBinding, SNAPSHOT, type Snapshot, writeSnapshot } from '../../src/ledger/snapshot.ts';
import { at, azure, gcp } from '../report/samples.ts';
import { ownBranchesIn } from './own-branches.ts';

const BARE: SeenBinding = { binding: gcp('roles/browser'), conditional: false, ours: false };
const FULL: SeenBinding = {
  binding: { ...azure(), condition: 'x' },
  mark: { stamp: 's', grant: 'g', until: at('21:00'), starts: at('09:00') },
  conditional: true,
  origin: 'pim',
  ours: true,
  principal: 'ada',
};
const SEEN: Omit<Snapshot, 'leftOut'> = {
  at: at('17:00'),
  commit: 'c',
  bindings: [FULL, BARE, { ...BARE, mark: { stamp: 's', grant: 'g' } }],
  unread: [azure().scope],
  roles: [
    { cloud: 'gcp', role: { id: 'projects/p/roles/clerk', name: 'projects/p/roles/clerk' }, permissions: [{ name: 'run.services.get' }] },
    {
      cloud: 'azure',
      role: { id: 'guid', name: 'Clerk' },
      permissions: [
        { name: 'Microsoft.Web/*', except: ['*/delete'] },
        { name: '*/read', data: true },
      ],
    },
  ],
};

function forge() {
  const branches: Parameters<typeof ownBranchesIn>[0] = new Map();
  return { own: ownBranchesIn(branches), branches };
}

describe('the snapshot', () => {
  it('stands on a branch of its own, and its commit says of when it is', async () => {
    const said: unknown[] = [];
    const own = { replace: async (...all: readonly unknown[]) => void said.push(...all) } as unknown as ReturnType<typeof forge>['own'];
    await writeSnapshot({ own }, boundedSnapshot(SEEN));
    expect([said[0], said[2]]).toEqual(['grantkeeper/snapshot', 'Snapshot of 2026-11-21T17:00:00Z\n']);
  });

  it('is one file, and nothing beside it is asked for', async () => {
    const wanted: (readonly string[])[] = [];
    const own = {
      ...forge().own,
      read: async (_: string, pick: (names: readonly string[]) => readonly string[]) => {
        wanted.push(pick(['README.md', 'snapshot.json']));
        return { ok: true, value: undefined } as const;
      },
    };
    expect(await readSnapshot({ own })).toEqual({ ok: true, value: undefined });
    expect(wanted).toEqual([['snapshot.json']]);
  });

  it('that does not read says what happens to it', async () => {
    const on = forge();
    on.branches.set(SNAPSHOT, {
      head: 'h',
      files: new Map([
        ['snapshot.json', '{'],
        ['README.md', 'x'],
      ]),
    });
    expect(await readSnapshot(on)).toEqual({
      ok: false,
      failure: { kind: 'invalid', message: 'the snapshot on grantkeeper/snapshot does not read', hint: 'The next apply replaces it.' },
    });
  });

  it('reads every kind of holder and of origin', async () => {
    const on = forge();
    const holders = (['user', 'group', 'service', 'other'] as const).map((kind): SeenBinding => ({
      ...BARE,
      binding: { ...BARE.binding, member: { ...BARE.binding.member, kind } },
    }));
    const origins = (['service-agent', 'pim', 'pam', 'inherited', 'jit'] as const).map((origin): SeenBinding => ({ ...BARE, origin }));
    const snapshot = boundedSnapshot({ ...SEEN, bindings: [...holders, ...origins] });
    await writeSnapshot(on, snapshot);
    expect(await readSnapshot(on)).toEqual({ ok: true, value: snapshot });
  });

  it('is in one order, whatever was read first', () => {
    const one = (name: string, condition?: string): SeenBinding => ({
      ...BARE,
      binding: { ...gcp(name), ...(condition === undefined ? {} : { condition }) },
    });
    const twin = { ...one('roles/b'), ours: true };
    const all = [
      one('roles/a'),
      one('roles/a', 'a'),
      one('roles/a', 'x'),
      one('roles/ab'),
      twin,
      one('roles/b'),
      { ...BARE, binding: azure() },
    ];
    const ordered = boundedSnapshot({ ...SEEN, bindings: all }).bindings;
    expect(boundedSnapshot({ ...SEEN, bindings: all.toReversed() }).bindings).toEqual(ordered);
    expect(ordered.map(({ binding }) => [binding.scope.cloud, binding.role.name, binding.condition])).toEqual([
      ['azure', azure().role.name, undefined],
      ['gcp', 'roles/a', undefined],
      ['gcp', 'roles/a', 'a'],
      ['gcp', 'roles/a', 'x'],
      ['gcp', 'roles/ab', undefined],
      ['gcp', 'roles/b', undefined],
      ['gcp', 'roles/b', undefined],
    ]);
    expect(ordered.slice(-2).map(({ ours }) => ours)).toEqual([true, false]);
  });

  it('reads as it was written, in order, and takes the place of the one before', async () => {
    const on = forge();
    expect(await readSnapshot(on)).toEqual({ ok: true, value: undefined });
    await writeSnapshot(on, boundedSnapshot({ ...SEEN, commit: 'before' }));
    const snapshot = boundedSnapshot(SEEN);
    expect(snapshot.bindings[0]).toEqual(FULL);
    await writeSnapshot(on, snapshot);
    expect(await readSnapshot(on)).toEqual({ ok: true, value: snapshot });
    await writeSnapshot(on, boundedSnapshot({ ...SEEN, bindings: [] }));
    expect(await readSnapshot(on)).toMatchObject({ value: { bindings: [], leftOut: 0 } });
  });

  it('of an earlier version tells nothing of roles', async () => {
    const on = forge();
    const { roles: _, ...without } = SEEN;
    await writeSnapshot(on, boundedSnapshot(without));
    const text = on.branches.get(SNAPSHOT)?.files.get('snapshot.json') ?? '';
    on.branches.set(SNAPSHOT, { head: 'h', files: new Map([['snapshot.json', text.replace(',"roles":[]', '')]]) });
    expect(await readSnapshot(on)).toMatchObject({ ok: true, value: { roles: [], leftOut: 0 } });
  });

  it('has room for ours first, and says how many had none', () => {
    const bounded = boundedSnapshot({ ...SEEN, bindings: [BARE, BARE, FULL] }, 2);
    expect([bounded.bindings.filter((one) => one.ours).length, bounded.leftOut]).toEqual([1, 1]);
    expect(boundedSnapshot({ ...SEEN, bindings: [FULL, BARE, BARE] }, 2).bindings.map((one) => one.ours)).toEqual([true, false]);
  });

  it('is no snapshot where anything of it is not as it should be, and tells a failure', async () => {
    const on = forge();
    await writeSnapshot(on, boundedSnapshot(SEEN));
    const text = on.branches.get(SNAPSHOT)?.files.get('snapshot.json') ?? '';
    const damages: readonly (readonly [string | RegExp, string])[] = [
      ['{', '['],
      ['"version":1', '"version":2'],
      ['"unread":[', '"unread":3,"x":['],
      ['2026-11-21T17:00:00Z', 'soon'],
      ['"leftOut":0', '"leftOut":-1'],
      ['"conditional":true', '"conditional":1'],
      ['"origin":"pim"', '"origin":"x"'],
      ['"commit":"c"', '"commit":1'],
      ['"roles":[', '"roles":3,"x":['],
      ['"permissions":[{"name":"run', '"permissions":3,"x":[{"name":"run'],
      ['"except":["*/delete"]', '"except":3'],
      ['"data":true', '"data":1'],
      [/"bindings":\[[^]*\]/, '"bindings":[3]'],
      [/^[^]*$/, 'null'],
    ];
    for (const [from, to] of damages) {
      on.branches.set(SNAPSHOT, { head: 'h', files: new Map([['snapshot.json', text.replace(from, to)]]) });
      expect(await readSnapshot(on), String(from)).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    }
    const down = { ok: false, failure: { kind: 'transient', message: '503' } } as const;
    expect(await readSnapshot({ own: { ...on.own, read: async () => down } })).toEqual(down);
  });
});

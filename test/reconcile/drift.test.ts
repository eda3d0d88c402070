import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import type { Observation } from '../../src/domain/plan.ts';
import { isAlarming } from '../../src/domain/drift.ts';
import { accessKey, entryOf } from '../../src/reconcile/baseline.ts';
import { acceptedFrom, type DriftInput, driftOf } from '../../src/reconcile/drift.ts';
import { at, CLOUDS } from './builders.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const PROD = { cloud: 'gcp', path: 'projects/payments-prod', key: 'projects/payments-prod' };
const TEST = { cloud: 'gcp', path: 'projects/payments-test', key: 'projects/payments-test' };

function live(person: string, role = 'roles/browser', more: Partial<LiveBinding> = {}, scope = PROD): LiveBinding {
  const id = `user:${person}@example.com`;
  const binding = { scope, role: { id: role, name: role }, member: { kind: 'user', id, shown: id } } as const;
  return { binding, conditional: false, handle: 'h', ...more };
}

function foreign(one: LiveBinding): Observation {
  return { kind: 'foreign', live: one };
}

function entry(one: LiveBinding) {
  return entryOf(one, accessKey(one, hash));
}

function driftIn(all: readonly LiveBinding[], more: Partial<DriftInput> = {}) {
  return driftOf({
    observations: all.map(foreign),
    live: all,
    read: [PROD],
    unread: [],
    baseline: [],
    unmanaged: { mode: 'report', ignore: ['service-agents', 'pim', 'pam', 'inherited'] },
    clouds: CLOUDS,
    privileged: ({ binding }) => (binding.role.id === 'custom' ? undefined : binding.role.id === 'roles/owner'),
    names: new Map([['gcp\nuser:ada@example.com', 'ada']]),
    hash,
    ...more,
  });
}

const who = ({ found }: ReturnType<typeof driftOf>) =>
  found.map(({ seen, fresh, principal }) =>
    [seen.kind, principal ?? seen.live.binding.member.id, seen.live.binding.role.id, fresh].join(' '),
  );

describe('drift', () => {
  it('is all that no grant explains, privileged roles first, then what nobody could judge', () => {
    const all = [live('bo'), live('ada', 'custom'), live('zoe', 'roles/owner'), live('ada')];
    const found = driftIn(all);
    expect(who(found)).toEqual([
      'foreign user:zoe@example.com roles/owner true',
      'foreign ada custom true',
      'foreign ada roles/browser true',
      'foreign user:bo@example.com roles/browser true',
    ]);
    expect(found.found.map(({ privileged }) => privileged)).toEqual([true, undefined, false, false]);
    expect(found).toMatchObject({ scopes: 1, ignored: 0, gone: [], explained: [], unseen: [], misstated: [] });
  });

  it('tells of two that are as weighty the alarm first', () => {
    const roles = ['roles/browser', 'custom', 'roles/owner'];
    const observations = roles.flatMap((role): readonly Observation[] => [
      { kind: 'foreign', live: live('ada', role) },
      { kind: 'escaped', live: live('bo', role) },
    ]);
    const { found } = driftIn([], { observations });
    expect(found.map(({ seen }) => [seen.live.binding.role.id, seen.kind])).toEqual(
      roles.toReversed().flatMap((role) => [
        [role, 'escaped'],
        [role, 'foreign'],
      ]),
    );
    expect(found.map((one) => ['privileged' in one, 'principal' in one])).toEqual([
      [true, false],
      [true, true],
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ]);
  });

  it('says nothing twice of what was seen twice', () => expect(driftIn([live('bo'), live('bo')]).found).toHaveLength(1));

  it('tells new from known, and what has gone', () => {
    const baseline = [entry(live('bo')), entry(live('chi'))];
    const found = driftIn([live('bo'), live('zoe')], { baseline });
    expect(who(found)).toEqual(['foreign user:bo@example.com roles/browser false', 'foreign user:zoe@example.com roles/browser true']);
    expect(found.gone).toEqual([baseline[1]]);
    expect([found.unseen, found.misstated]).toEqual([[], []]);
  });

  it('takes nothing for gone that it did not look at', () => {
    const unread = [{ scope: TEST, message: 'forbidden' }];
    const baseline = [
      entry(live('bo', 'roles/browser', {}, TEST)),
      { ...entry(live('chi')), scope: 'no scope' },
      { ...entry(live('dan')), cloud: 'elsewhere' },
    ];
    const found = driftIn([], { baseline, unread });
    expect(found).toMatchObject({ gone: [], unseen: baseline, unread });
    expect(acceptedFrom(found)).toEqual(baseline);
  });

  it('leaves out what policy leaves out, and nothing that has no word there', () => {
    const origins = ['service-agent', 'pim', 'pam', 'inherited', 'jit'] as const;
    const all = origins.map((origin) => live(origin, 'roles/browser', { origin }));
    expect(driftIn(all)).toMatchObject({ ignored: 4, found: [{ seen: { live: { origin: 'jit' } } }] });
    expect(driftIn(all, { unmanaged: { mode: 'report', ignore: [] } }).found).toHaveLength(5);
    const baseline = all.map(entry);
    const explained = driftIn(all, { baseline }).explained;
    expect(explained.map(({ by }) => by)).toEqual(['service-agent', 'pim', 'pam', 'inherited']);
  });

  it('never silences an alarm, by policy or by the baseline, and accepts none', () => {
    const mark = { stamp: 'acme-access', grant: 'g', until: at('10:00') };
    const [ours, bare, twin] = [live('ada', 'roles/browser', { mark }), live('bo'), live('chi')];
    const observations: readonly Observation[] = [
      { kind: 'twin', live: twin, grant: 'g' },
      { kind: 'forged', live: ours, grant: 'g' },
      { kind: 'escaped', live: bare },
      { kind: 'tampered', live: ours, grant: 'g' },
      { kind: 'expiring', grant: 'g', until: at('10:00') },
    ];
    const baseline = [ours, bare, twin].map(entry);
    const found = driftIn([ours, bare, twin], { observations, baseline });
    expect(found.found.map(({ seen, fresh }) => [seen.kind, fresh])).toEqual([
      ['forged', true],
      ['tampered', true],
      ['escaped', true],
      ['twin', false],
    ]);
    expect(acceptedFrom(found)).toEqual([entry(twin)]);
    const silent = driftIn([ours, bare, twin], { observations, unmanaged: { mode: 'ignore', ignore: [] } });
    expect(silent.found.map(({ seen }) => isAlarming(seen.kind))).toEqual([true, true, true]);
  });

  it('counts a line for nothing that tells something else than its digest stands for', () => {
    const lie = { ...entry(live('zoe', 'roles/owner')), role: 'roles/browser' };
    const found = driftIn([live('zoe', 'roles/owner')], { baseline: [lie] });
    expect(found).toMatchObject({ misstated: [lie], gone: [], found: [{ fresh: true }] });
  });

  it('is new again when what ended by itself is made by hand', () => {
    const mark = { stamp: 'other-team', grant: 'g', until: at('10:00') };
    const baseline = [entry(live('bo', 'roles/browser', { mark }))];
    expect(driftIn([live('bo')], { baseline })).toMatchObject({ found: [{ fresh: true }], gone: baseline });
  });
});

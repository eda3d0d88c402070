import { describe, expect, it } from 'vitest';
import { edited } from '../../../src/providers/gcp/edit.ts';
import { breach, crowding } from '../../../src/providers/gcp/limits.ts';
import type { Policy, PolicyBinding } from '../../../src/providers/gcp/policy.ts';
import type { Pair } from '../../../src/providers/gcp/wire.ts';
import { scopeOf } from './world.ts';

const scope = scopeOf('projects/payments-prod');
const expression = 'request.time < timestamp("2026-11-23T17:00:00Z")';
const ada: Pair = { role: 'roles/logging.viewer', member: 'user:ada@example.com', condition: { title: 'gk:acme-access:g', expression } };

function breachOf(bindings: readonly PolicyBinding[], add: Pair = ada, more: Partial<Policy> = {}) {
  const before: Policy = { etag: 'x', bindings, ...more };
  return breach(scope, before, edited(before, { add }), add);
}

const users = (count: number, prefix = 'u') => Array.from({ length: count }, (_, at) => `user:${prefix}${at}@example.com`);
const conditional = (count: number, title: string): readonly PolicyBinding[] =>
  users(count, title.slice(0, 3)).map((member, at) => ({
    role: 'roles/browser',
    members: [member],
    condition: { title: `${title}${at}`, expression },
  }));

const same = (count: number): readonly PolicyBinding[] =>
  Array.from({ length: count }, (_, at) => ({
    role: ada.role,
    members: ['user:ADA@example.com'],
    condition: { title: `t${at}`, expression },
  }));

const own = (count: number) => ({
  ...ada,
  condition: { title: 't', expression: `${expression} && (${Array.from({ length: count + 1 }, () => 'a').join(' || ')})` },
});

describe('breach', () => {
  it('takes a first conditional binding, and all that fits', () => {
    expect(breachOf([])).toBeUndefined();
    expect(breachOf([{ role: 'roles/viewer', members: users(1499) }])).toBeUndefined();
    expect(breachOf(conditional(99, 'theirs-'))).toBeUndefined();
  });

  it('counts 1500 principals, each time that they appear, and says which roles hold them', () => {
    const failure = breachOf([
      { role: 'roles/viewer', members: users(900) },
      { role: 'roles/browser', members: users(500) },
      { role: 'roles/a', members: users(60) },
      { role: 'roles/b', members: users(40) },
    ]);
    expect(failure).toEqual({
      kind: 'unsafe',
      message:
        'projects/payments-prod would have 1501 principals; at most 1500 are fit: roles/viewer 900, roles/browser 500, roles/a 60, 2 more',
      hint: expect.stringContaining('group'),
    });
  });

  it('counts the exemptions of audit configurations as principals', () => {
    const auditConfigs = [
      {
        service: 'allServices',
        auditLogConfigs: [{ logType: 'DATA_READ', exemptedMembers: ['user:x"]@example.com', 'user:b@example.com'] }],
      },
    ];
    expect(breachOf([{ role: 'roles/viewer', members: users(1498) }], ada, { auditConfigs })?.message).toContain('1501 principals');
    expect(breachOf([{ role: 'roles/viewer', members: users(1497) }], ada, { auditConfigs })).toBeUndefined();
  });

  it('counts 250 groups once and domains each time', () => {
    const groups = Array.from({ length: 248 }, (_, at) => `group:g${at}@example.com`);
    const group = { ...ada, member: 'group:new@example.com' };
    const bindings = [
      { role: 'roles/a', members: groups },
      { role: 'roles/b', members: [...groups, 'domain:example.com'] },
    ];
    expect(breachOf(bindings, group)).toBeUndefined();
    const failure = breachOf([...bindings, { role: 'roles/c', members: ['domain:example.com'] }], group);
    expect(failure?.message).toBe(
      'projects/payments-prod would have 251 groups and domains; at most 250 are fit: 249 groups, the rest domains',
    );
  });

  it('advises against more than 100 conditional bindings, and says whose they are', () => {
    const failure = breachOf([
      ...conditional(60, 'gk:acme-access:x'),
      ...conditional(39, 'gk:other:y'),
      { role: 'roles/a', members: ['user:b@c.d'], condition: { expression } },
    ]);
    expect(failure?.message).toBe(
      'projects/payments-prod would have 101 bindings with a condition; at most 100 are fit: gk:acme-access 61, gk:other 39, untitled 1',
    );
  });

  it('counts 20 bindings of one role for one principal', () => {
    expect(breachOf(same(19))).toBeUndefined();
    expect(breachOf(same(20))?.message).toBe(
      'projects/payments-prod would have 21 bindings of roles/logging.viewer for user:ada@example.com; Google takes 20',
    );
  });

  it('counts 12 logical operators with the end', () => {
    expect(breachOf([], own(11))).toBeUndefined();
    expect(breachOf([], own(12))).toMatchObject({ kind: 'unsafe', message: expect.stringContaining('13 logical operators') });
  });

  it('never keeps access from going, or from changing in place, above a limit', () => {
    const full: Policy = {
      bindings: [
        ...conditional(150, 'theirs-'),
        { role: ada.role, members: [ada.member], condition: { title: 'gk:acme-access:g', expression: 'true' } },
      ],
    };
    expect(breach(scope, full, { bindings: full.bindings?.slice(1) ?? [] }, undefined)).toBeUndefined();
    expect(breach(scope, full, full, ada)).toBeUndefined();
    const many: Policy = {
      bindings: Array.from({ length: 25 }, (_, at) => ({
        role: ada.role,
        members: [ada.member],
        condition: { title: `t${at}`, expression },
      })),
    };
    expect(breach(scope, many, many, ada)).toBeUndefined();
  });
});

describe('crowding', () => {
  const crowdedBy = (before: readonly PolicyBinding[], after: readonly PolicyBinding[]) =>
    crowding(scope, { etag: 'x', bindings: before }, { etag: 'x', bindings: after });

  it('tells of more than eight tenths of a limit, with what uses it up', () => {
    expect(crowdedBy(conditional(80, 'a'), conditional(81, 'a'))).toEqual([
      'projects/payments-prod would have 81 of 100 bindings with a condition: a0 1, a1 1, a10 1, 78 more',
    ]);
    expect(crowdedBy([], [{ role: 'roles/viewer', members: users(1300) }])).toEqual([
      'projects/payments-prod would have 1300 of 1500 principals: roles/viewer 1300',
    ]);
  });

  it('says nothing below it, nor of what does not add to it', () => {
    expect(crowdedBy(conditional(79, 'a'), conditional(80, 'a'))).toEqual([]);
    expect(crowdedBy(conditional(95, 'a'), conditional(95, 'a'))).toEqual([]);
    expect(crowdedBy(conditional(95, 'a'), conditional(90, 'a'))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { bindingKey, memberKey } from '../../src/domain/access.ts';
import { bindingOf, type Change } from '../../src/domain/change.ts';
import { changeDigest } from '../../src/reconcile/digest.ts';
import { guarded, type GuardInput } from '../../src/reconcile/guard.ts';
import { overrideFile } from '../../src/reconcile/override-file.ts';
import { aBinding, aPolicy, at, hash, live, source } from './builders.ts';

function revoke(n: number, because: 'withdrawn' | 'lapsed' = 'withdrawn'): Change {
  const binding = aBinding({ member: `user:p${n}@example.com` });
  return {
    verb: 'revoke',
    because,
    live: live(binding, { end: '17:00' }),
    grant: `g${n}`,
    principal: `p${n}`,
    digest: changeDigest(binding, undefined, hash),
  };
}

function grant(n: number, privileged = false): Change {
  const binding = aBinding({ member: `user:p${n}@example.com` });
  const desired = {
    binding,
    until: at('17:00'),
    grant: `g${n}`,
    because: [`g${n}`],
    principal: `p${n}`,
    privileged,
    file: 'f',
    commit: 'c',
  };
  return { verb: 'grant', because: 'asked', desired, grant: `g${n}`, principal: `p${n}`, digest: changeDigest(binding, at('17:00'), hash) };
}

function many<T>(n: number, make: (n: number) => T): readonly T[] {
  return Array.from({ length: n }, (_, at) => make(at));
}

function input(more: Partial<GuardInput> = {}): GuardInput {
  const usual = { guard: aPolicy().guard, overrides: [], ours: 10, protectedMembers: new Set<string>(), now: at('10:00') };
  return { ...usual, recent: new Set(), keyOf: bindingKey, ...more };
}

function override(more: { withdraws?: readonly string[]; grants?: readonly string[]; expires?: string }) {
  return {
    name: 'o',
    withdraws: more.withdraws ?? [],
    grants: more.grants ?? [],
    expires: at(more.expires ?? '11:00'),
    reason: 'x',
    source: source('o'),
  };
}

describe('guarded', () => {
  it('lets as many withdrawals through as the larger limit, and holds all of them above it', () => {
    expect(guarded(many(3, revoke), input()).held).toEqual([]);
    const above = guarded([...many(4, revoke), revoke(9, 'lapsed'), grant(8)], input());
    expect(above.held).toHaveLength(4);
    expect(above.changes.map((one) => one.verb)).toEqual(['revoke', 'grant']);
    expect(above.refusals).toMatchObject([{ code: 'GK3201', override: { path: 'policy/overrides/2026-11-23-withdrawals-1000.yaml' } }]);
    expect(guarded(many(10, revoke), input({ ours: 100 })).held).toEqual([]);
    expect(guarded(many(11, revoke), input({ ours: 100 })).held).toHaveLength(11);
  });

  it('counts those of the window, each binding once', () => {
    const recent = new Set([bindingKey(bindingOf(revoke(0))), 'a', 'b']);
    expect(guarded([revoke(0)], input({ recent })).held).toEqual([]);
    const above = guarded([revoke(1)], input({ recent }));
    expect(above.held).toHaveLength(1);
    expect(above.refusals[0]?.message).toContain('4 withdrawals within 1d are above the limit of 3');
  });

  it('holds every withdrawal back while nobody can say what was withdrawn before, but what an override lists', () => {
    const recent = 'the ledger could not be read: 503';
    const blind = guarded([revoke(0), revoke(1, 'lapsed')], input({ recent }));
    expect(blind.changes.map((one) => one.because)).toEqual(['lapsed']);
    expect(blind.refusals).toMatchObject([
      { code: 'GK3201', message: expect.stringContaining(recent), override: { text: expect.any(String) } },
    ]);
    const overrides = [override({ withdraws: [revoke(0).digest] })];
    expect(guarded([revoke(0)], input({ recent, overrides })).held).toEqual([]);
    expect(guarded([revoke(0, 'lapsed')], input({ recent })).refusals).toEqual([]);
  });

  it('lets exactly what an override lists through, until its end', () => {
    const changes = many(5, revoke);
    const listed = changes.slice(0, 3).map((one) => one.digest);
    expect(guarded(changes, input({ overrides: [override({ withdraws: listed })] })).held.map((one) => one.grant)).toEqual(['g3', 'g4']);
    expect(guarded(changes, input({ overrides: [override({ withdraws: changes.map((one) => one.digest) })] })).refusals).toEqual([]);
    expect(guarded(changes, input({ overrides: [override({ withdraws: listed, expires: '10:00' })] })).held).toHaveLength(5);
  });

  it('says what to do where it holds something back', () => {
    expect(
      guarded(
        many(21, (n) => grant(n)),
        input(),
      ).refusals,
    ).toMatchObject([
      {
        code: 'GK3202',
        message: '21 new bindings, 0 of privileged roles, are above the limit of 20 and 5 in one run: 21 held back',
        hint: 'If they are meant, have this file approved; else mend what made them.',
      },
    ]);
    expect(guarded(many(4, revoke), input()).refusals[0]?.message).toContain('4 withdrawals are above the limit of 3');
  });

  it('holds new bindings above either limit, and nothing else', () => {
    expect(guarded(many(20, grant), input()).held).toEqual([]);
    const above = guarded([...many(21, grant), revoke(30)], input());
    expect(above.held).toHaveLength(21);
    expect(above.changes).toHaveLength(1);
    expect(above.refusals[0]?.override?.text).toContain('withdraws: []');
    expect(
      guarded(
        many(6, (n) => grant(n, true)),
        input(),
      ).held,
    ).toHaveLength(6);
    const listed = many(21, grant).map((one) => one.digest);
    expect(guarded(many(21, grant), input({ overrides: [override({ grants: listed })] })).held).toEqual([]);
  });

  it('never withdraws from what is protected and never grants to it', () => {
    const protectedMembers = new Set([memberKey('gcp', aBinding({ member: 'user:p1@example.com' }).member)]);
    const { held, refusals, changes } = guarded([revoke(1), grant(1), revoke(1, 'lapsed'), grant(2)], input({ protectedMembers }));
    expect(held.map((one) => `${one.verb} ${one.because}`)).toEqual(['revoke withdrawn', 'grant asked']);
    expect(refusals.map((one) => one.code)).toEqual(['GK3203', 'GK3203']);
    expect(changes.map((one) => one.because)).toEqual(['lapsed', 'asked']);
  });
});

describe('overrideFile', () => {
  it('is a whole file, over within a day', () => {
    expect(overrideFile(['sha256:a'], [], at('10:00'))).toEqual({
      path: 'policy/overrides/2026-11-23-withdrawals-1000.yaml',
      text: 'withdraws:\n  - sha256:a\ngrants: []\nexpires: 2026-11-24T10:00:00Z\nreason: Say here why this is right\n',
    });
    expect(overrideFile([], ['sha256:a'], at('10:00')).path).toContain('-grants-');
  });
});

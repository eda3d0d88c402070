import { describe, expect, it } from 'vitest';
import type { Binding } from '../../src/domain/access.ts';
import type { Entry, Fact } from '../../src/domain/entry.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import type { MeasureOutcome } from '../../src/domain/measure.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import {
  approvalFacts,
  foundFacts,
  GONE,
  heartbeat,
  measureFacts,
  outcomeFacts,
  recallFacts,
  refusalFacts,
  spentFacts,
  type Telling,
} from '../../src/ledger/facts.ts';
import { stateOf } from '../../src/ledger/standing.ts';
import { at, COMMON, gcp, grantOf, live, revokeOf } from '../report/samples.ts';

const access = (binding: Binding) => `sha256:${binding.role.name}/${binding.member.id}`;
const NOW = at('17:00');

function telling(known: readonly Fact[] = []): Telling {
  const entries = known.map((fact, index): Entry => ({ ...fact, seq: index + 1, prev: '', hash: '' }));
  return { at: NOW, run: 'r2', state: stateOf(entries), access, nameOf: () => 'ada' };
}

const granted = (binding: Binding, until: Instant, more: Partial<Fact> = {}): Fact => ({
  at: at('09:00'),
  run: 'r1',
  kind: 'granted',
  grant: COMMON.grant,
  cloud: binding.scope.cloud,
  scope: binding.scope.path,
  principal: 'ada',
  access: access(binding),
  until,
  ...more,
});

function outcome(status: Outcome['status'], change: Outcome['change'], more: Partial<Outcome> = {}): Outcome {
  return { status, change, at: NOW, ...more };
}

const kinds = (facts: readonly Fact[]) =>
  facts.map(({ kind, because, reason }) => [kind, because, reason].filter((one) => one !== undefined).join(' '));

describe('the facts of a run', () => {
  it('are that something was written or taken away, and that a second look showed it', () => {
    const facts = outcomeFacts(
      [outcome('applied', grantOf(gcp(), at('21:00')), { evidence: 'etag x' }), outcome('applied', revokeOf(gcp(), at('16:00')))],
      telling(),
    );
    expect(kinds(facts)).toEqual(['granted asked', 'verified asked', 'ended lapsed', 'verified lapsed']);
    expect(facts[0]).toMatchObject({
      run: 'r2',
      until: at('21:00'),
      evidence: 'etag x',
      commit: expect.any(String),
      principal: 'ada',
      access: access(gcp()),
    });
    expect(facts[2]).toMatchObject({ until: at('16:00'), member: gcp().member.shown });
    expect(kinds(outcomeFacts([outcome('unverified', grantOf(gcp(), at('21:00')))], telling()))).toEqual(['granted asked not read back']);
  });

  it('say with the evidence what is left', () => {
    const residue = { known: false, failure: { kind: 'forbidden', message: 'a right is missing' } } as const;
    const [ended] = outcomeFacts([outcome('applied', revokeOf(gcp(), at('16:00')), { evidence: 'etag x', residue })], telling());
    expect(ended?.evidence).toBe('etag x; what is left is not known: a right is missing');
  });

  it('say of what was so already only what no line knows yet', () => {
    const so = [outcome('already-so', grantOf(gcp(), at('21:00'))), outcome('already-so', revokeOf(gcp('roles/browser'), at('16:00')))];
    expect(kinds(outcomeFacts(so, telling()))).toEqual(['granted asked']);
    const known = telling([granted(gcp(), at('21:00')), granted(gcp('roles/browser'), at('16:00'))]);
    expect(kinds(outcomeFacts(so, known))).toEqual(['ended lapsed']);
  });

  it('tell a failure and a refusal of a grant once, until it is granted after all', () => {
    const failed = [
      outcome('failed', grantOf(gcp(), at('21:00')), { failure: { kind: 'forbidden', message: 'a right is missing' } }),
      outcome('held', grantOf(gcp(), at('21:00'))),
    ];
    const first = outcomeFacts(failed, telling());
    expect(kinds(first)).toEqual(['refused asked forbidden: grant failed: a right is missing']);
    expect(outcomeFacts(failed, telling(first))).toEqual([]);
    expect(outcomeFacts(failed, telling([...first, granted(gcp(), at('21:00'))]))).toHaveLength(1);
    const full = outcome('held', grantOf(gcp(), at('21:00')), { failure: { kind: 'invalid', message: 'there is no room' } });
    expect(kinds(outcomeFacts([full], telling()))).toEqual(['refused asked invalid: grant failed: there is no room']);
    expect(kinds(outcomeFacts([outcome('skipped', grantOf(gcp(), at('21:00')))], telling()))).toEqual([
      'refused asked transient: grant failed: no reason given',
    ]);
    expect(first).toMatchObject([{ at: NOW, run: 'r2', grant: COMMON.grant }]);
    const refusals = [
      { code: 'GK2009', message: 'nobody approved it', grant: 'g', holds: [] },
      { code: 'GK3001', message: 'not the tip', holds: [] },
    ];
    const told = refusalFacts(refusals, telling());
    expect(kinds(told)).toEqual(['refused GK2009: nobody approved it', 'refused GK3001: not the tip']);
    expect(told.map((one) => 'grant' in one)).toEqual([true, false]);
    expect(kinds(refusalFacts(refusals, telling(told)))).toEqual(['refused GK3001: not the tip']);
  });

  it('name who asked and who approved, once for each commit', () => {
    const one = {
      grant: 'g',
      principals: ['ada', 'chi'],
      file: 'grants/payments/g.yaml',
      commit: 'c1',
      landed: at('09:00'),
      by: ['bo'],
      request: 7,
      requestedBy: 'bo',
      reason: 'INC-1',
    };
    const facts = approvalFacts([one], telling());
    expect(facts).toMatchObject([
      { kind: 'asked', principal: 'ada, chi', requestedBy: 'bo', reason: 'INC-1', request: 7 },
      { kind: 'approved', approvedBy: ['bo'], commit: 'c1', landed: at('09:00') },
    ]);
    expect(approvalFacts([one], telling(facts))).toEqual([]);
    const { request: _request, requestedBy: _by, reason: _reason, ...bare } = { ...one, commit: 'c2' };
    expect(approvalFacts([bare], telling(facts))).toHaveLength(2);
  });

  it('fill in what an earlier run did and could not write down', () => {
    const ours = { live: live(gcp(), at('21:00')), grant: COMMON.grant };
    const gone = gcp('roles/browser');
    const escaped = gcp('roles/viewer.x');
    const elsewhere = { ...gcp('roles/browser'), scope: { cloud: 'gcp', path: 'projects/far', key: 'projects/far' } };
    const known = telling([
      granted(gone, at('16:00')),
      granted(escaped, at('16:00')),
      granted(elsewhere, at('16:00'), { access: 'sha256:far' }),
    ]);
    const bare: LiveBinding = { binding: escaped, conditional: false, handle: 'h' };
    const sight = { live: [ours.live, bare], ours: [ours], read: [gcp().scope] };
    const facts = foundFacts(sight, known);
    expect(facts.map(({ kind, access: about, run }) => [kind, about, run])).toEqual([
      ['granted', access(gcp()), 'r2'],
      ['ended', access(gone), 'r2'],
    ]);
    // Its time was over; of what still had time, or no end, nobody can say why it went.
    expect(facts.at(-1)).toMatchObject({ because: 'lapsed', until: at('16:00'), reason: GONE });
    const early = telling([granted(gone, at('21:00')), granted(gcp('roles/endless'), at('16:00'), { until: undefined as never })]);
    expect(foundFacts({ ...sight, ours: [] }, early).map(({ because }) => because)).toEqual([undefined, undefined]);
    expect(foundFacts({ live: [ours.live], ours: [ours], read: [gcp().scope] }, telling([granted(gcp(), at('21:00'))]))).toEqual([]);
  });

  it('say of what they found that no line told of it', () => {
    const ours = { live: live({ ...gcp(), condition: 'own' }, at('21:00')), grant: COMMON.grant };
    const gone = gcp('roles/browser');
    const shout = { ...gcp().scope, path: gcp().scope.path.toUpperCase() };
    const facts = foundFacts({ live: [ours.live], ours: [ours], read: [shout] }, telling([granted(gone, NOW)]));
    expect(facts).toMatchObject([
      { kind: 'granted', condition: 'own', until: at('21:00'), reason: 'found live by this run: no line said that it was written' },
      { kind: 'ended', because: 'lapsed', reason: 'found gone by this run: no line said that it was taken away' },
    ]);
    const endless = foundFacts(
      { live: [], ours: [{ live: { binding: gcp(), conditional: false, handle: 'h' }, grant: 'g' }], read: [] },
      telling(),
    );
    expect(endless).toHaveLength(1);
    expect(endless[0]).not.toHaveProperty('until');
    expect(endless[0]).not.toHaveProperty('condition');
  });

  it('join what was answered and what is left behind, and leave out what is not known', () => {
    const fact = (more: Partial<Outcome>) => outcomeFacts([outcome('applied', grantOf(gcp(), at('21:00')), more)], telling())[0];
    expect(fact({ evidence: 'etag x' })?.evidence).toBe('etag x');
    expect(fact({})).not.toHaveProperty('evidence');
    const [asked, approved] = approvalFacts([{ grant: 'g', principals: ['ada', 'bo'], file: 'f', commit: 'c', by: ['chi'] }], telling());
    expect(asked).toStrictEqual({ at: NOW, run: 'r2', kind: 'asked', grant: 'g', principal: 'ada, bo', commit: 'c', file: 'f' });
    expect(approved).toStrictEqual({ ...asked, kind: 'approved', approvedBy: ['chi'] });
  });

  it('tell what was done about a person where a second look showed it, and that a run was there', () => {
    const measure = { kind: 'lockdown', cloud: 'gcp', member: 'user:gil@example.com' } as unknown as MeasureOutcome['measure'];
    const came = (['applied', 'failed', 'applied'] as const).map((status, index) => ({
      status,
      measure,
      at: (NOW + 1) as Instant,
      ...(index === 0 ? { evidence: 'seen' } : {}),
    })) as unknown as readonly MeasureOutcome[];
    const common = {
      at: NOW,
      run: 'r2',
      kind: 'verified',
      cloud: 'gcp',
      principal: 'user:gil@example.com',
      member: 'user:gil@example.com',
      reason: 'lockdown',
    };
    expect(measureFacts(came, telling())).toStrictEqual([{ ...common, evidence: 'seen' }, common]);
    expect(heartbeat(telling(), { commit: 'c' })).toStrictEqual({ at: NOW, run: 'r2', kind: 'heartbeat', commit: 'c' });
  });

  it('record recalls and liftings that Git tells, and tombstones, once', () => {
    const recalls = [{ name: 'gil', principal: 'gil', standing: true }];
    const came = recallFacts(recalls, 'c1', telling());
    expect(came).toMatchObject([{ kind: 'recalled', file: 'recalls/gil.yaml', commit: 'c1' }]);
    expect(recallFacts(recalls, 'c2', telling(came))).toEqual([]);
    const went = recallFacts([{ ...recalls[0], name: 'gil', principal: 'gil', standing: false }], 'c3', telling(came));
    expect(went).toMatchObject([{ kind: 'lifted' }]);
    expect(recallFacts([{ name: 'gil', principal: 'gil', standing: false }], 'c4', telling([...came, ...went]))).toEqual([]);
    const spent = spentFacts(['g'], telling());
    expect(spent).toMatchObject([{ kind: 'spent', grant: 'g' }]);
    expect(spentFacts(['g'], telling(spent))).toEqual([]);
  });
});

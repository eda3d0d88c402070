import { describe, expect, it } from 'vitest';
import { admit, endingSoon, type Gate, unprovedOnes } from '../../src/reconcile/admit.ts';
import type { Claim } from '../../src/reconcile/claims.ts';
import { claimsOf } from '../../src/reconcile/claims.ts';
import type { LiveOurs } from '../../src/reconcile/standing.ts';
import { bindingKey } from '../../src/domain/access.ts';
import { aGrant, aLife, aSource, at, lives, LOGS, READER, UNPROVED } from './builders.ts';

const NOTHING: LiveOurs = { ends: new Map(), grants: new Set(), titles: new Set(), sure: new Set(), count: 0 };

function gate(more: Partial<Gate> = {}): Gate {
  return {
    now: at('10:00'),
    timelines: new Map(),
    role: () => undefined,
    managed: () => undefined,
    unread: 0,
    spent: new Set(),
    unsure: () => false,
    gave: () => true,
    judge: () => [],
    ...more,
  };
}

function claimed(...words: Parameters<typeof aGrant>[1][]): readonly Claim[] {
  return claimsOf(aSource(lives(...words.map((more, number) => aLife(`g${number}`, { grant: aGrant(`g${number}`, more) }))))).claims;
}

const standing = (claims: readonly Claim[]): LiveOurs => ({
  ...NOTHING,
  ends: new Map(claims.map((one) => [bindingKey(one.binding), one.until])),
});

const privileged = {
  ok: true,
  role: { id: 'r', name: 'r' },
  privileged: true,
  reasons: ['it sets policies', 'it acts as others'],
} as const;

describe('admit', () => {
  it('asks nobody about what is over', () => {
    const judged: string[] = [];
    const [over, open] = claimed({ expires: '09:30' }, { expires: '17:00' });
    const claims = [over, open].filter((one) => one !== undefined);
    const { refusals } = admit(claims, NOTHING, gate({ judge: (grant) => (judged.push(grant), []) }));
    expect([claims.length, judged, refusals]).toEqual([2, ['g1'], []]);
  });

  it('judges what is not written yet, and all of a grant where everything is', () => {
    const claims = claimed({ access: [LOGS, READER] });
    const asked: (readonly string[])[] = [];
    const judging = gate({ judge: (_, own) => (asked.push(own.map(({ binding }) => binding.role.name)), []) });
    admit(claims, NOTHING, judging);
    admit(claims, standing(claims.slice(0, 1)), judging);
    admit(claims, standing(claims), judging);
    expect(asked).toEqual([['roles/logging.viewer', 'Reader'], ['Reader'], ['roles/logging.viewer', 'Reader']]);
  });

  it('names what bounds the tool, and the way to a role that may do more', () => {
    const claims = claimed({});
    expect(admit(claims, NOTHING, gate({ managed: () => 'nobody lets us write there' })).refusals).toEqual([
      {
        code: 'GK3302',
        grant: 'g0',
        message: 'g0: nobody lets us write there',
        hint: 'clouds.….manages in policy/policy.yaml bounds where the tool may write.',
        holds: [],
      },
    ]);
    expect(admit(claims, NOTHING, gate({ role: () => privileged })).refusals).toMatchObject([
      {
        code: 'GK3304',
        message: 'g0: roles/logging.viewer can change access or act as others: it sets policies; it acts as others',
        hint: 'Offer it as a role of the catalogue with `privileged: true`, or ask for a smaller one.',
      },
    ]);
  });

  it('tells the remedy of what policy refuses, where there is one', () => {
    const finding = { code: 'GK2103', severity: 'error', message: 'too long' } as const;
    const refused = (hint?: string) =>
      admit(claimed({}), NOTHING, gate({ judge: () => [hint === undefined ? finding : { ...finding, hint }] })).refusals;
    expect(refused('Shorten it')).toStrictEqual([{ code: 'GK2103', message: 'g0: too long', grant: 'g0', holds: [], hint: 'Shorten it' }]);
    expect(refused()).toStrictEqual([{ code: 'GK2103', message: 'g0: too long', grant: 'g0', holds: [] }]);
  });

  it('says what could not be looked up above, of what is not written yet', () => {
    const claims = claimed({ access: [LOGS, READER] });
    expect(admit(claims, NOTHING, gate({ unsure: ({ cloud }) => cloud === 'gcp' })).unsure.size).toBe(1);
    expect(admit(claims, standing(claims), gate({ unsure: () => true })).unsure.size).toBe(0);
  });

  it('asks neither policy nor the clouds about an id that is spent', () => {
    const life = aLife('g0', { grant: aGrant('g0') }, { at: '09:10' }, { at: '09:20', grant: aGrant('g0') });
    const timelines = lives({ ...life, returned: true });
    const judged: string[] = [];
    const { refusals, unsure } = admit(
      claimed({}),
      NOTHING,
      gate({ timelines, judge: (grant) => (judged.push(grant), []), unsure: () => true }),
    );
    expect([refusals.length, unsure.size, judged]).toEqual([1, 0, []]);
  });
});

describe('grants that near their end', () => {
  const HOUR = 3600_000;
  const soon = (now: string, grace = 0) => endingSoon(claimed({ grace, expires: '17:00' }), at(now), HOUR).map(({ kind }) => kind);

  it('are told from the notice on, and in their grace', () => {
    expect([soon('15:59'), soon('16:00'), soon('16:59')]).toEqual([[], ['expiring'], ['expiring']]);
    expect([soon('17:00', HOUR), soon('17:00')]).toEqual([['in-grace'], []]);
  });

  it('are told once each', () => expect(endingSoon([...claimed({}), ...claimed({})], at('16:30'), HOUR)).toHaveLength(1));
});

describe('a file whose newest version does not count', () => {
  const told = (now: string, ...words: Parameters<typeof aLife>[1][]) => unprovedOnes(lives(aLife('g', ...words)), at(now));

  it('says why, what to do and what counts instead', () => {
    const hint = 'Ask by a pull request.';
    expect(told('10:00', { grant: aGrant('g'), proof: UNPROVED })).toMatchObject([
      { code: 'GK2001', grant: 'g', hint, message: expect.stringMatching(/\. It grants nothing\.$/) as string },
    ]);
    expect(told('10:00', { grant: aGrant('g') }, { at: '09:30', grant: aGrant('g', { expires: '18:00' }), proof: UNPROVED })).toMatchObject(
      [
        {
          hint,
          message: expect.stringMatching(/\. What was approved before counts, until 20\d\d-\d\d-\d\dT17:00:00Z at the latest\.$/) as string,
        },
      ],
    );
  });

  it('that does not read is named by its path and the first letters of its commit', () => {
    const [first] = told('10:00', { body: { kind: 'unreadable' } as never });
    expect(first).toMatchObject({ code: 'GK3104', hint: 'Mend the file in a new request; grantkeeper validate shows the line.' });
    expect(first?.message).toMatch(/^grants\/payments\/g\.yaml at 0{12} does not read, or its id stands twice\. It grants nothing\.$/);
  });

  it('that landed at its very end grants nothing', () => {
    expect(told('17:30', { at: '17:00', grant: aGrant('g') })).toMatchObject([{ code: 'GK3103' }]);
    expect(told('17:30', { at: '16:59', grant: aGrant('g') })).toEqual([]);
  });
});

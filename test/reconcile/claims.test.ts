import { describe, expect, it } from 'vitest';
import type { ClaimSource } from '../../src/reconcile/claims.ts';
import { claimsOf, claimSteps, wantedUnits } from '../../src/reconcile/claims.ts';
import type { Timeline } from '../../src/reconcile/timeline.ts';
import { aControl, aGrant, aLife, aRole, aSource, at, DEBUG, lives, LOGS, PAYMENTS, PEOPLE, READER, UNPROVED } from './builders.ts';

function claimed(life: Timeline, more: Partial<ClaimSource> = {}) {
  return claimsOf(aSource(lives(life), more));
}

function roles(life: Timeline, more: Partial<ClaimSource> = {}) {
  return claimed(life, more).claims.map((claim) => `${claim.unit.principal} ${claim.binding.role.name}`);
}

const NARROW = aControl({ roles: [aRole('debug', { access: [{ cloud: 'gcp', target: '$place', role: 'roles/logging.viewer' }] })] });

describe('claimSteps', () => {
  const many = () => aSource(lives(...Array.from({ length: 120 }, (_, at) => aLife(`g${at}`, { grant: aGrant(`g${at}`) }))));
  const counted = (steps: ReturnType<typeof claimSteps>) => {
    for (let count = 0; ; count += 1) {
      const { done, value } = steps.next();
      if (done === true) return { count, value };
    }
  };

  it('comes to what is claimed at once, a few ids at a time, and is remembered', () => {
    const source = many();
    const { count, value } = counted(claimSteps(source, at('10:00')));
    expect([count, value.claims.length]).toEqual([2, 120]);
    expect(claimsOf(source, at('10:00'))).toBe(value);
    expect(counted(claimSteps(source, at('10:00'))).count).toBe(0);
    expect(value.claims.map(({ grant }) => grant)).toEqual(claimsOf(many()).claims.map(({ grant }) => grant));
  });

  it('says the very same as those who could not wait for it', () => {
    const source = many();
    const steps = claimSteps(source);
    steps.next();
    const first = claimsOf(source);
    expect(counted(steps).value).toBe(first);
    expect(claimsOf(source)).toBe(first);
  });
});

describe('claimsOf', () => {
  it('claims what approved content asks for, from its begin to its end', () => {
    const [claim] = claimed(aLife('g', { grant: aGrant('g', { starts: '10:00', grace: 60_000 }) })).claims;
    expect(claim).toMatchObject({ grant: 'g', begins: at('10:00'), softEnd: at('17:00'), until: at('17:00') + 60_000, privileged: false });
  });

  it('claims nothing for a deleted file or for content that nobody approved', () => {
    expect(roles(aLife('g', { grant: aGrant('g') }, { at: '10:00' }))).toEqual([]);
    expect(roles(aLife('g', { grant: aGrant('g'), proof: UNPROVED }))).toEqual([]);
  });

  it('cuts approved content down to what the tip still asks for, and to its earlier end', () => {
    const life = aLife(
      'g',
      { grant: aGrant('g', { access: [LOGS, READER] }) },
      { at: '10:00', grant: aGrant('g', { expires: '12:00' }), proof: UNPROVED },
    );
    expect(roles(life)).toEqual(['ada roles/logging.viewer']);
    expect(claimed(life).claims[0]?.until).toBe(at('12:00'));
    const wider = aLife(
      'g',
      { grant: aGrant('g') },
      { at: '10:00', grant: aGrant('g', { access: [LOGS, READER], expires: '20:00' }), proof: UNPROVED },
    );
    expect(roles(wider)).toEqual(['ada roles/logging.viewer']);
    expect(claimed(wider).claims[0]?.until).toBe(at('17:00'));
  });

  it('is cut by bindings, not by words: a file in the folder of a team without the place asks for nothing', () => {
    const control = aControl({ teams: [PAYMENTS, { ...PAYMENTS, name: 'search', places: new Map() }] });
    const grant = aGrant('g');
    const moved = { at: '10:00', grant: aGrant('g', { team: 'search' }), blob: 'same', proof: UNPROVED };
    expect(roles(aLife('g', { grant, blob: 'same' }, moved), { control })).toEqual([]);
    const raw = { ...LOGS, target: 'projects/payments-prod' } as typeof LOGS;
    const respelled = { at: '10:00', grant: aGrant('g', { access: [raw] }), proof: UNPROVED };
    expect(roles(aLife('g', { grant }, respelled), { control })).toEqual(['ada roles/logging.viewer']);
  });

  it('is cut by nothing where the tip does not read', () => {
    expect(roles(aLife('g', { grant: aGrant('g') }, { at: '10:00', body: { kind: 'unreadable' } }))).toEqual(['ada roles/logging.viewer']);
  });

  it('gives what definitions say both at the landing and now', () => {
    const life = aLife('g', { grant: aGrant('g', { access: [DEBUG] }) });
    const wide = aControl();
    expect(roles(life, { control: NARROW, controlAt: () => wide })).toEqual(['ada roles/logging.viewer']);
    expect(roles(life, { control: wide, controlAt: () => NARROW })).toEqual(['ada roles/logging.viewer']);
    const exchanged = aControl({
      people: PEOPLE.map((one) => (one.name === 'ada' ? { ...one, identities: new Map([['gcp', 'user:other@example.com']]) } : one)),
    });
    expect(roles(aLife('h', { grant: aGrant('h') }), { control: exchanged, controlAt: () => wide })).toEqual([]);
  });

  it('goes on giving what it gave when its place and its file go to another team', () => {
    const emptied = { ...PAYMENTS, places: new Map() };
    const control = aControl({ teams: [emptied, { ...PAYMENTS, name: 'search' }] });
    const life = aLife('g', { grant: aGrant('g') }, { at: '10:00', grant: aGrant('g', { team: 'search' }) });
    const more = { control, controlAt: () => aControl() };
    expect(roles(life, more)).toEqual(['ada roles/logging.viewer']);
    expect(roles(aLife('g', { grant: aGrant('g') }), more)).toEqual([]);
  });

  it('ends for a person who leaves, for every account', () => {
    const people = PEOPLE.map((one) => (one.name === 'ada' ? { ...one, left: at('12:00') } : one));
    const { claims } = claimed(aLife('g', { grant: aGrant('g', { principals: ['ada', 'ada-adm', 'bo'] }) }), {
      control: aControl({ people }),
    });
    expect(claims.map((claim) => claim.until)).toEqual([at('12:00'), at('12:00'), at('17:00')]);
    expect(claims[0]?.softEnd).toBe(at('12:00'));
    const stays = claimed(aLife('g', { grant: aGrant('g') }), { controlAt: () => aControl({ people }) });
    expect(stays.claims[0]?.until).toBe(at('12:00'));
  });

  it('claims nothing for the recalled, nor, after the lifting, by an id that landed before it', () => {
    const life = aLife(
      'g',
      { at: '09:00', grant: aGrant('g', { principals: ['ada', 'bo'] }) },
      { at: '11:00', grant: aGrant('g', { principals: ['ada', 'bo'], expires: '18:00' }) },
    );
    const none = { members: new Set<string>(), unknown: [] };
    expect(roles(life, { recalled: { ...none, names: new Set(['ada']), lifted: new Map() } })).toEqual(['bo roles/logging.viewer']);
    expect(roles(life, { recalled: { ...none, names: new Set(), lifted: new Map([['ada', 1]]) } })).toEqual(['bo roles/logging.viewer']);
    expect(roles(life, { recalled: { ...none, names: new Set(), lifted: new Map([['ada', 0]]) } })).toHaveLength(2);
  });

  it('tells what landed before a lifting by the order of history, not by dates that a clock behind both makes one', () => {
    const late = aLife('g', { at: '09:00', position: 4, grant: aGrant('g') });
    const recalled = (position: number) => ({
      members: new Set<string>(),
      unknown: [],
      names: new Set<string>(),
      lifted: new Map([['ada', position]]),
    });
    expect(late.firstLanded).toMatchObject({ at: at('09:00'), position: 4 });
    expect(roles(late, { recalled: recalled(5) })).toEqual([]);
    expect(roles(late, { recalled: recalled(3) })).toHaveLength(1);
  });

  it('is in doubt where a role or an approval could not be found out', () => {
    const life = aLife('g', {
      grant: aGrant('g', { access: [{ ...LOGS, kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: 'unknown' }] }),
    });
    expect(claimed(life).doubts.get('g')).toBe('there is no role unknown');
    expect(claimed(life, { role: () => undefined }).doubts.get('g')).toMatch(/was not looked up/);
    const doubted = aLife(
      'd',
      { grant: aGrant('d') },
      { at: '10:00', grant: aGrant('d', { expires: '18:00' }), proof: { kind: 'doubt', reason: 'no answer' } },
    );
    expect(claimed(doubted).doubts.get('d')).toBe('no answer');
    expect(claimed(doubted).claims).toHaveLength(1);
  });

  it('marks what is privileged, by the catalogue or by its permissions', () => {
    const roles = [aRole('debug', { privileged: true, access: [{ cloud: 'gcp', target: '$place', role: 'roles/logging.viewer' }] })];
    const marked = claimed(aLife('g', { grant: aGrant('g', { access: [DEBUG] }) }), { control: aControl({ roles }) });
    expect(marked.claims[0]?.privileged).toBe(true);
    const strong = claimed(
      aLife('g', {
        grant: aGrant('g', { access: [{ kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: 'roles/projectIamAdmin' }] }),
      }),
    );
    expect(strong.claims[0]?.privileged).toBe(true);
  });

  it('passes on what falls away, and carries own conditions', () => {
    const life = aLife('g', {
      grant: aGrant('g', {
        access: [
          { kind: 'catalogue', role: 'gone', places: ['payments-prod'] },
          { kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: 'roles/browser', condition: 'true' },
        ],
      }),
    });
    const { notes, claims } = claimed(life);
    expect(notes).toEqual([{ grant: 'g', text: 'the role gone is not in the catalogue' }]);
    expect(claims[0]?.binding.condition).toBe('true');
  });
});

describe('wantedUnits', () => {
  it('needs no clouds: what must be read', () => {
    const life = aLife('g', { grant: aGrant('g', { access: [DEBUG] }) });
    expect(wantedUnits(life, aSource(lives(life))).units).toHaveLength(3);
  });

  it('holds a role for sanctioned only where the catalogue marked it so at the landing too', () => {
    const life = aLife('g', { grant: aGrant('g', { access: [DEBUG] }) });
    const [plain, marked] = [false, true].map((privileged) => aControl({ roles: [aRole('debug', { privileged })] }));
    const sanctioned = (control = aControl(), before = control) =>
      claimed(life, { control, controlAt: () => before }).claims.map((claim) => claim.sanctioned);
    expect(sanctioned(marked)).toEqual([true, true, true]);
    expect(sanctioned(marked, plain)).toEqual([false, false, false]);
    expect(sanctioned(plain, marked)).toEqual([false, false, false]);
    expect(claimed(aLife('h', { grant: aGrant('h') }), { control: marked ?? aControl() }).claims[0]?.sanctioned).toBe(false);
  });

  it('has no doubt about what is over', () => {
    const life = aLife('g', { grant: aGrant('g', { access: [{ ...LOGS, role: 'unknown' }] }) });
    expect(claimsOf(aSource(lives(life)), at('16:59')).doubts.size).toBe(1);
    expect(claimsOf(aSource(lives(life)), at('17:00'))).toMatchObject({ claims: [], doubts: new Map() });
  });
});

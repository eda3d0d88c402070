import { describe, expect, it } from 'vitest';
import type { Observation, Plan } from '../../src/domain/plan.ts';
import { observationsText } from '../../src/report/observation-text.ts';
import { ACTS, at, gcp, grantOf, HARMLESS, HOSTILE, live, planOf, WORDS } from './samples.ts';

const GRANT = '2026-11-21-ada-debug';

function foreign(person: string, more: Partial<Extract<Observation, { kind: 'foreign' }>> = {}): Observation {
  return { kind: 'foreign', live: live(gcp('roles/browser', person)), ...more };
}

function text(observations: readonly Observation[], more: Partial<Plan> = {}, verbose = false): readonly string[] {
  return observationsText(planOf({ observations, ...more }), { ...WORDS, verbose });
}

describe('what is seen besides', () => {
  it('is each told in its own words, alarms first, then notices, then what is not ours', () => {
    const all: readonly Observation[] = [
      foreign('zoe'),
      { kind: 'twin', live: live(gcp()), grant: GRANT },
      { kind: 'expiring', grant: GRANT, until: at('17:33') },
      { kind: 'masked', live: live(gcp()), grant: GRANT },
      { kind: 'in-grace', grant: GRANT, until: at('17:10') },
      { kind: 'escaped', live: live(gcp()) },
      { kind: 'scheduled', grant: GRANT, starts: at('2026-11-23T09:00:00Z'), begunBy: 'cloud' },
      { kind: 'tampered', live: live(gcp(), at('21:03')), grant: GRANT },
      { kind: 'scheduled', grant: GRANT, starts: at('2026-11-23T09:00:00Z'), begunBy: 'run' },
      { kind: 'forged', live: live(gcp(), at('21:03')), grant: GRANT },
      { kind: 'unrecorded', live: live(gcp(), at('21:03')), grant: 'bg-1' },
      { kind: 'note', grant: GRANT, text: 'payments-test has no azure, so Reader falls away' },
      { kind: 'alarm', grant: GRANT, text: 'a lock is in the way' },
    ];
    expect(text(all)).toEqual([
      '! ada  roles/logging.viewer  payments-prod gcp  masked: made by hand without an end, so the end of 2026-11-21-ada-debug has no effect',
      '! ada  roles/logging.viewer  payments-prod gcp  escaped: ours lost its mark; removed only by a reviewed file or a recall',
      '! ada  roles/logging.viewer  payments-prod gcp  changed by somebody; written by us for 2026-11-21-ada-debug',
      '! ada  roles/logging.viewer  payments-prod gcp  carries our mark for 2026-11-21-ada-debug, which never asked for it: left alone',
      '! ada  roles/logging.viewer  payments-prod gcp  break-glass bg-1 that no ledger tells of: ended by its own mark, by policy or by a recall',
      '? ada  roles/logging.viewer  payments-prod gcp  made by hand beside 2026-11-21-ada-debug: left alone',
      '! 2026-11-21-ada-debug: a lock is in the way',
      '  ends soon: 2026-11-21-ada-debug at 18:33 (17:33Z), in 29 min',
      '  over, in its grace: 2026-11-21-ada-debug until 18:10 (17:10Z)',
      '  begins 23 Nov 10:00 (09:00Z), by the cloud: 2026-11-21-ada-debug',
      '  begins 23 Nov 10:00 (09:00Z), begun by our run: 2026-11-21-ada-debug',
      '  note: 2026-11-21-ada-debug: payments-test has no azure, so Reader falls away',
      '? zoe  roles/browser  payments-prod gcp  not ours: left alone',
    ]);
  });

  it('is nothing where nothing is seen', () => expect(text([])).toEqual([]));

  it('of no known kind cannot be', () => {
    expect(() => text([{ kind: 'odd', live: live(gcp()) } as unknown as Observation])).toThrow('unreachable');
    expect(() => text([{ kind: 'odd', grant: GRANT } as unknown as Observation])).toThrow('unreachable');
  });

  it('stays inert', () => {
    const [row = '', note = ''] = text(
      [
        { kind: 'forged', live: live(gcp(`roles/${HOSTILE}`, HOSTILE)), grant: HOSTILE },
        { kind: 'note', grant: HOSTILE, text: HOSTILE },
      ],
      {},
      true,
    );
    expect(row).toContain(`user:${HARMLESS}@example.com  roles/${HARMLESS}  payments-prod gcp  carries our mark for ${HARMLESS}`);
    expect(note).toBe(`  note: ${HARMLESS}: ${HARMLESS}`);
    expect(row + note).not.toMatch(ACTS);
  });
});

describe('bindings made by others', () => {
  const many = ['bo', 'chi', 'dan', 'eve', 'gil', 'kim', 'sam', 'zoe'].map((person) => foreign(person));

  it.each([
    ['to do', { changes: [grantOf(gcp(), at('21:03'))] }],
    ['held back', { held: [grantOf(gcp(), at('21:03'))] }],
    ['refused', { refusals: [{ code: 'GK3304', message: 'too much', holds: [] }] }],
    ['unread', { basis: { ...planOf().basis, unread: [{ scope: gcp().scope, message: '403' }] } }],
  ])('are only counted where there is something %s', (_, more) =>
    expect(text(many, more)).toEqual(['? 8 bindings made by others: left alone (--verbose lists them)']),
  );

  it('are counted one by one', () => {
    expect(text(many.slice(0, 1), { changes: [grantOf(gcp(), at('21:03'))] })).toEqual([
      '? 1 binding made by others: left alone (--verbose lists them)',
    ]);
  });

  it('are listed where there is nothing to do: at most six, of people of policy/people, without an end and an origin', () => {
    const machinery = [
      foreign('bo', { note: 'inherited' }),
      { kind: 'foreign', live: live({ ...gcp(), member: { kind: 'other', id: 'allUsers', shown: 'allUsers' } }) },
      { kind: 'foreign', live: { ...live(gcp()), conditional: true } },
    ] as const;
    expect(text([...machinery, ...many])).toEqual([
      '? bo   roles/browser  payments-prod gcp  not ours: left alone',
      '? chi  roles/browser  payments-prod gcp  not ours: left alone',
      '? dan  roles/browser  payments-prod gcp  not ours: left alone',
      '? eve  roles/browser  payments-prod gcp  not ours: left alone',
      '? gil  roles/browser  payments-prod gcp  not ours: left alone',
      '? kim  roles/browser  payments-prod gcp  not ours: left alone',
      '? 5 more bindings made by others: left alone (--verbose lists them)',
    ]);
    expect(text(machinery)).toEqual(['? 3 bindings made by others: left alone (--verbose lists them)']);
  });

  it('are all listed when everything is asked for', () => {
    const stranger: Observation = foreign('bo', { note: 'service-agent' });
    expect(text([...many, stranger], { changes: [grantOf(gcp(), at('21:03'))] }, true)).toHaveLength(9);
    expect(text([stranger], {}, true)).toEqual(['? bo  roles/browser  payments-prod gcp  not ours (service-agent): left alone']);
  });
});

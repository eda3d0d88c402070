import { describe, expect, it } from 'vitest';
import { tripleKey } from '../../src/domain/access.ts';
import type { ClaimSource } from '../../src/reconcile/claims.ts';
import {
  aBinding,
  aControl,
  aGrant,
  aLife,
  aPolicy,
  aRole,
  at,
  AZURE_IDS,
  DEBUG,
  live,
  lives,
  LOGS,
  OPEN,
  PEOPLE,
  planned,
  READER,
  said,
  source,
  UNPROVED,
} from './builders.ts';

const GONE = { ...LOGS, role: 'roles/gone' } as const;
const G = aLife('g', { grant: aGrant('g') });
const OTHERS = ['a', 'b', 'c', 'd', 'e'].map((id) => aLife(id, { grant: aGrant(id, { principals: ['bo'] }) }));

describe('makePlan', () => {
  it('holds break-glass against policy, and tells it from what the ledger does not know', () => {
    const breakGlass = { who: ['ada'], roles: ['debug'], maxDuration: 3600_000, reviewWithin: 3600_000 };
    const control = aControl({ policy: aPolicy({ breakGlass }), roles: [aRole('debug')] });
    const glass = (grant: string, member: string) => live(aBinding({ member }), { grant, end: '11:00' });
    const bindings = [glass('bg-1', 'user:ada@example.com'), glass('bg-2', 'user:bo@example.com'), glass('bg-3', 'user:eve@example.com')];
    const words = { live: bindings, timelines: lives(G), sourceWords: { control } };
    const { plan } = planned({ ...words, recorded: (grant) => grant === 'bg-1' });
    expect(said(plan).filter((one) => one.startsWith('revoke'))).toEqual(['revoke lapsed bo', 'revoke lapsed user:eve@example.com']);
    expect(plan.observations.flatMap((one) => ('live' in one ? [one.kind] : []))).toEqual(['foreign', 'unrecorded', 'unrecorded']);
    expect(planned(words).plan.observations.filter(({ kind }) => kind === 'unrecorded')).toEqual([]);
  });

  it('takes before it gives, in an order that does not depend on the files', () => {
    const life = aLife('z', { grant: aGrant('z', { access: [DEBUG], principals: ['bo', 'ada'] }) });
    const gone = live(aBinding({ member: 'user:gil@example.com' }), { end: '09:30', grant: 'old' });
    const old = aLife('old', { grant: aGrant('old', { principals: ['gil'], expires: '09:30' }) });
    const { plan } = planned({ timelines: lives(life, old), live: [gone] });
    expect(said(plan)).toEqual([
      'revoke lapsed gil',
      'grant asked ada',
      'grant asked bo',
      'grant asked ada',
      'grant asked ada',
      'grant asked bo',
      'grant asked bo',
    ]);
    expect(planned({ timelines: lives(old, life), live: [gone] }).plan.digest).toBe(plan.digest);
    expect(plan.basis).toMatchObject({ confirmed: true, scopes: 2, unread: [] });
  });

  it('has nothing left to do once it is done', () => {
    const { plan } = planned({ timelines: lives(G), live: [live(aBinding(), { end: '17:00' })] });
    expect(said(plan)).toEqual([]);
    expect(plan.kept).toBe(1);
  });

  it('does nothing but what is due while the tip is not confirmed', () => {
    const { plan } = planned({
      timelines: lives(G),
      unconfirmed: 'not the tip',
      live: [live(aBinding({ member: 'user:bo@example.com' }), { end: '17:00', grant: 'a' })],
    });
    expect(said(plan)).toEqual([]);
    expect(plan.basis.confirmed).toBe(false);
    expect(plan.refusals).toMatchObject([{ code: 'GK3001', message: 'not the tip' }]);
  });

  it('does nothing but what every clock calls past while clocks are apart', () => {
    const past = live(aBinding(), { end: '09:50' });
    const life = aLife('g', { grant: aGrant('g', { expires: '09:50' }) });
    const apart = planned({
      timelines: lives(life, aLife('h', { grant: aGrant('h', { principals: ['bo'] }) })),
      live: [past],
      cloudTimes: [at('09:00')],
    });
    expect(said(apart.plan)).toEqual([]);
    expect(apart.plan.refusals.map((one) => one.code)).toContain('GK3002');
    expect(apart.plan.refusals.find(({ code }) => code === 'GK3002')?.message).toMatch(
      /^this machine's clock and a cloud's are \d+ s apart \(at most 300 s\)$/,
    );
    expect(said(planned({ timelines: lives(life), live: [past], cloudTimes: [at('10:30')] }).plan)).toEqual(['revoke lapsed ada']);
    expect(said(planned({ timelines: lives(life), live: [past], cloudTimes: [at('09:55')] }).plan)).toEqual(['revoke lapsed ada']);
  });

  it('takes no grant file at all, with marks live, for a wrong folder', () => {
    const gone = aLife('g', { grant: aGrant('g') }, { at: '09:30' });
    const { plan } = planned({ timelines: lives(gone), live: [live(aBinding(), { end: '17:00' })] });
    expect(said(plan)).toEqual([]);
    expect(plan.refusals[0]).toMatchObject({
      code: 'GK3003',
      hint: 'Check the checkout. To withdraw everything, keep one grant file and delete the others.',
    });
    expect(said(planned({ timelines: lives(gone, OTHERS[0] ?? G), live: [live(aBinding(), { end: '17:00' })] }).plan)).toContain(
      'revoke withdrawn ada',
    );
  });

  it('grants and changes nothing while newer control files have findings; revocations go on', () => {
    const gone = aLife('w', { grant: aGrant('w', { principals: ['gil'] }) }, { at: '09:30' });
    const findings = [
      { code: 'GK1', severity: 'error', message: 'x', at: { file: 'policy/policy.yaml', line: 3, column: 1, endLine: 3, endColumn: 1 } },
    ] as const;
    const { plan } = planned({
      timelines: lives(G, gone),
      controlFindings: findings,
      live: [live(aBinding({ member: 'user:gil@example.com' }), { end: '17:00', grant: 'w' })],
    });
    expect(said(plan)).toEqual(['revoke withdrawn gil']);
    expect(plan.held).toHaveLength(1);
    expect(plan.refusals).toMatchObject([{ code: 'GK3004', message: expect.stringContaining('policy/policy.yaml:3') as string }]);
    const bare = planned({ timelines: lives(G), controlFindings: [{ code: 'GK1', severity: 'error', message: 'x' }] });
    expect(bare.plan.refusals[0]?.message).toContain('the control files');
    expect(bare.plan.refusals[0]?.message).toMatch(/the version before them counts$/);
    const aside = planned({ timelines: lives(G), controlFindings: [{ code: 'GK3008', severity: 'error', message: 'x' }] });
    expect(aside.plan.refusals[0]?.message).toMatch(/held back$/);
  });

  it('says that the history was rewritten, which holds nothing back, and only of the tip', () => {
    const rewritten = 'abc, where run 7/1 was at 2026-11-23T09:00:00Z';
    const { plan } = planned({ timelines: lives(G), rewritten });
    expect(said(plan)).toEqual(['grant asked ada']);
    expect(plan.refusals).toMatchObject([
      {
        code: 'GK3009',
        message: expect.stringContaining(`rewritten: ${rewritten}`),
        hint: 'Ask who pushed by force, and put back what is missing: recalls, ids that are spent and who approved stand in it.',
        holds: [],
      },
    ]);
    expect(planned({ timelines: lives(G), rewritten, unconfirmed: 'x' }).plan.refusals.map(({ code }) => code)).toEqual(['GK3001']);
  });

  it('holds too many withdrawals back', () => {
    const gone = ['a', 'b', 'c', 'd'].map((id) =>
      aLife(
        id,
        {
          grant: aGrant(id, {
            principals: ['bo'],
            access: [{ kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: `roles/${id}` }],
          }),
        },
        { at: '09:30' },
      ),
    );
    const bindings = gone.map(({ id }) =>
      live(aBinding({ member: 'user:bo@example.com', role: `roles/${id}` }), { end: '17:00', grant: id }),
    );
    const { plan } = planned({ timelines: lives(G, ...gone), live: bindings });
    expect(said(plan)).toEqual(['grant asked ada']);
    expect(plan.held).toHaveLength(4);
    expect(plan.refusals[0]?.code).toBe('GK3201');
  });

  it('refuses what policy refuses, where we may not write, and roles that change access outside the catalogue', () => {
    const judge = () => [{ code: 'GK2103', severity: 'error', message: 'too long', hint: 'shorter' }] as const;
    expect(planned({ timelines: lives(G), gate: { ...OPEN, judge } }).plan.refusals).toMatchObject([
      { code: 'GK2103', message: 'g: too long', hint: 'shorter' },
    ]);
    const bare = () => [{ code: 'GK2103', severity: 'error', message: 'too long' }] as const;
    expect(planned({ timelines: lives(G), gate: { ...OPEN, judge: bare } }).plan.refusals[0]?.hint).toBeUndefined();
    expect(planned({ timelines: lives(G), gate: { ...OPEN, managed: () => 'not ours to manage' } }).plan.refusals).toMatchObject([
      { code: 'GK3302' },
    ]);
    const strong = aLife('s', {
      grant: aGrant('s', { access: [{ kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: 'roles/projectIamAdmin' }] }),
    });
    expect(planned({ timelines: lives(strong) }).plan.refusals).toMatchObject([
      { code: 'GK3304', message: expect.stringContaining('it sets policies') as string },
    ]);
  });

  it('refuses a role that changes access where the catalogue marked it after the landing: fewer had to approve it then', () => {
    const access = [{ cloud: 'gcp', target: '$place', role: 'roles/projectIamAdmin' }];
    const [before, after] = [false, true].map((privileged) => aControl({ roles: [aRole('debug', { privileged, access })] }));
    const life = lives(aLife('g', { grant: aGrant('g', { access: [DEBUG] }) }));
    const plan = (at: typeof before) =>
      planned({ timelines: life, sourceWords: { control: after ?? aControl(), controlAt: () => at ?? aControl() } }).plan;
    expect(said(plan(after))).toEqual(['grant asked ada']);
    expect(plan(before)).toMatchObject({ changes: [], refusals: [{ code: 'GK3304', hint: expect.stringContaining('Renew') as string }] });
  });

  it('holds back, too, what is no longer proved approved: an answer that changed is no end', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const access = (id: string) => [{ kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: `roles/${id}` } as const];
    const unproved = ids.map((id) => aLife(id, { grant: aGrant(id, { access: access(id) }), proof: UNPROVED }));
    const bindings = ids.map((id) => live(aBinding({ role: `roles/${id}` }), { end: '17:00', grant: id }));
    const { plan } = planned({ timelines: lives(...unproved), live: bindings });
    expect(said(plan)).toEqual([]);
    expect(plan.held).toHaveLength(4);
    expect(said(planned({ timelines: lives(...unproved), live: bindings, now: '17:00' }).plan)).toHaveLength(4);
  });

  it('lets a started grant that newer policy refuses run to its end, and withdraws one that has not begun', () => {
    const judge = () => [{ code: 'GK2103', severity: 'error', message: 'too long' }] as const;
    const gate = { ...OPEN, judge };
    const started = planned({ timelines: lives(G), live: [live(aBinding(), { end: '17:00' })], gate });
    expect(said(started.plan)).toEqual([]);
    expect(started.plan.observations).toContainEqual({
      kind: 'note',
      grant: 'g',
      text: 'policy would now refuse it (too long); it runs to its end',
    });
    const waiting = aLife('g', { grant: aGrant('g', { starts: '12:00' }) });
    const refused = planned({ timelines: lives(waiting), live: [live(aBinding(), { end: '17:00', starts: at('12:00') })], gate });
    expect(said(refused.plan)).toEqual(['revoke withdrawn ada']);
    expect(refused.plan.refusals).toMatchObject([{ code: 'GK2103' }]);
  });

  it('lets what stood before a refused renewal run to its own end, be it by rule, by scope or by role', () => {
    const judge = () => [{ code: 'GK2103', severity: 'error', message: 'too long' }] as const;
    const expires = (time: string) => ({ grant: aGrant('g', { expires: time }) });
    const renewed = aLife('g', expires('12:00'), { at: '09:30', ...expires('14:00') }, { at: '09:40', ...expires('18:00') });
    const there = [live(aBinding(), { end: '12:00' })];
    for (const gate of [
      { ...OPEN, judge },
      { ...OPEN, managed: () => 'no' },
    ]) {
      const { plan } = planned({ timelines: lives(renewed), live: there, gate });
      expect(said(plan)).toEqual([]);
      expect(plan.refusals).toHaveLength(1);
    }
    expect(said(planned({ timelines: lives(renewed), live: there, gate: { ...OPEN, judge }, now: '12:00' }).plan)).toEqual([
      'revoke lapsed ada',
    ]);
    const another = aLife('g', { grant: aGrant('g', { principals: ['bo'], expires: '12:00' }) }, { at: '09:30', grant: aGrant('g') });
    expect(said(planned({ timelines: lives(another), live: [live(aBinding(), { end: '12:00' })], gate: { ...OPEN, judge } }).plan)).toEqual(
      ['revoke withdrawn ada'],
    );
  });

  it('lets it run also where the refused renewal asks for the same binding in other words', () => {
    const judge = () => [{ code: 'GK2103', severity: 'error', message: 'too long' }] as const;
    const logs = aGrant('g', { expires: '12:00' });
    const life = aLife('g', { grant: logs }, { at: '09:30', grant: aGrant('g', { access: [DEBUG], expires: '14:00' }) });
    const there = [live(aBinding(), { end: '12:00' })];
    expect(said(planned({ timelines: lives(life), live: there, gate: { ...OPEN, judge } }).plan)).toEqual([]);
  });

  it('withdraws nothing that is yet to begin because it could not be found out what lies above it', () => {
    const waiting = lives(aLife('g', { grant: aGrant('g', { starts: '12:00' }) }));
    const gate = { ...OPEN, managed: () => 'what it lies under is not known', unsure: () => true };
    expect(said(planned({ timelines: waiting, live: [live(aBinding(), { end: '17:00', starts: at('12:00') })], gate }).plan)).toEqual([]);
    expect(planned({ timelines: waiting, gate }).plan.refusals).toMatchObject([{ code: 'GK3302' }]);
  });

  describe('where nobody knows what lies above', () => {
    const gate = { ...OPEN, managed: () => 'what it lies under is not known', unsure: () => true };
    const there = [live(aBinding(), { end: '17:00' })];
    const longer = aLife('h', { grant: aGrant('h', { expires: '18:00' }) });
    const gone = aLife('g', { grant: aGrant('g') }, { at: '09:30' });
    const shorter = aLife('g', { grant: aGrant('g') }, { at: '09:30', grant: aGrant('g', { expires: '12:00' }) });

    it.each([
      ['withdrawn', gone],
      ['shortened', shorter],
    ])('leaves to another grant what one has %s', (_, life) => {
      expect(said(planned({ timelines: lives(life, longer), live: there, gate }).plan)).toEqual([]);
      expect(said(planned({ timelines: lives(life, longer), live: there }).plan)).toEqual(['extend renewed ada']);
    });

    it('withdraws and shortens what no other grant asked for', () => {
      const other = aLife('x', { grant: aGrant('x', { principals: ['bo'] }) });
      expect(said(planned({ timelines: lives(gone, other), live: there, gate }).plan)).toEqual(['revoke withdrawn ada']);
      expect(said(planned({ timelines: lives(shorter, other), live: there, gate }).plan)).toEqual(['shorten withdrawn ada']);
    });
  });

  it('withdraws nothing of another grant for which one asks that could not be judged', () => {
    const gone = aLife('a', { grant: aGrant('a', { expires: '14:00' }) }, { at: '09:30' });
    const timelines = lives(gone, aLife('g', { grant: aGrant('g') }));
    const there = [live(aBinding(), { grant: 'a', end: '14:00' })];
    const closed = { ...OPEN, managed: () => 'what it lies under is not known' };
    expect(said(planned({ timelines, live: there, gate: closed }).plan)).toEqual(['revoke withdrawn ada']);
    const gate = { ...closed, unsure: () => true };
    expect(said(planned({ timelines, live: there, gate }).plan)).toEqual([]);
    expect(said(planned({ timelines, live: there, gate, now: '14:00' }).plan)).toEqual(['revoke lapsed ada']);
  });

  it('puts an edited own condition right whatever newer policy says, and withdraws nothing for it', () => {
    const judge = () => [{ code: 'GK2103', severity: 'error', message: 'too long' }] as const;
    const edited = [live(aBinding({ condition: 'resource.name != "x"' }), { grant: 'g' })];
    expect(said(planned({ timelines: lives(G), live: edited, gate: { ...OPEN, judge } }).plan)).toEqual(['restore tampered ada']);
    const own = { kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: 'roles/logging.viewer', condition: 'true' } as const;
    const limited = lives(aLife('g', { grant: aGrant('g', { access: [own] }) }));
    expect(said(planned({ timelines: limited, live: edited, gate: { ...OPEN, judge } }).plan)).toEqual(['restore tampered ada']);
    const both = lives(aLife('g', { grant: aGrant('g', { access: [own, LOGS] }) }));
    expect(said(planned({ timelines: both, live: edited, gate: { ...OPEN, judge } }).plan)).toEqual(['revoke withdrawn ada']);
  });

  it('takes a binding of another role that could not be looked up for no life of an id that came back', () => {
    const back = aLife(
      'b',
      { grant: aGrant('b', { access: [GONE] }) },
      { at: '09:30' },
      { at: '09:40', grant: aGrant('b', { principals: ['bo'] }) },
    );
    const role: ClaimSource['role'] = (_, name) =>
      name === GONE.role ? undefined : { ok: true, role: { id: name, name }, privileged: false, reasons: [] };
    const { plan } = planned({ timelines: lives(G, back), live: [live(aBinding(), { end: '17:00' })], sourceWords: { role } });
    expect([said(plan), plan.refusals.map(({ code }) => code)]).toEqual([[], ['GK3101']]);
  });

  it('puts a changed end right whatever newer policy says', () => {
    const judge = () => [{ code: 'GK2103', severity: 'error', message: 'too long' }] as const;
    for (const mark of [{ end: '11:11' }, {}])
      expect(said(planned({ timelines: lives(G), live: [live(aBinding(), mark)], gate: { ...OPEN, judge } }).plan)).toEqual([
        'restore tampered ada',
      ]);
  });

  it('says why a file that nobody approved does not count, while it still asks for something', () => {
    const pushed = aLife('p', { grant: aGrant('p'), proof: UNPROVED });
    expect(planned({ timelines: lives(pushed) }).plan.refusals).toMatchObject([
      { code: 'GK2001', message: expect.stringContaining('It grants nothing.') as string },
    ]);
    expect(planned({ timelines: lives(pushed), now: '17:00' }).plan.refusals).toHaveLength(1);
    expect(planned({ timelines: lives(pushed), now: '2026-11-24T17:00:00Z' }).plan.refusals).toEqual([]);
    const renewed = aLife('g', { grant: aGrant('g') }, { at: '09:30', grant: aGrant('g', { expires: '20:00' }), proof: UNPROVED });
    expect(planned({ timelines: lives(renewed) }).plan.refusals[0]?.message).toContain('What was approved before counts');
    expect(planned({ timelines: lives(renewed), now: '20:00' }).plan.refusals).toEqual([]);
    const gone = aLife('x', { grant: aGrant('x') }, { at: '09:30', grant: aGrant('x'), proof: UNPROVED }, { at: '09:40' });
    expect(planned({ timelines: lives(gone) }).plan.refusals).toEqual([]);
  });

  it('says that a file does not read, until what was approved before is over', () => {
    const body = { kind: 'unreadable' } as const;
    const never = planned({ timelines: lives(aLife('n', { body })) }).plan.refusals;
    expect(never).toMatchObject([
      {
        code: 'GK3104',
        message: expect.stringContaining('It grants nothing.') as string,
        hint: 'Mend the file in a new request; grantkeeper validate shows the line.',
      },
    ]);
    const once = lives(aLife('g', { grant: aGrant('g') }, { at: '09:30', body }));
    expect(planned({ timelines: once }).plan.refusals).toMatchObject([
      { code: 'GK3104', message: expect.stringContaining('What was approved before counts') as string },
    ]);
    expect(planned({ timelines: once, now: '17:00' }).plan.refusals).toEqual([]);
  });

  it('says that a file came too late, approved or not', () => {
    const late = aLife('late', { at: '10:00', grant: aGrant('late', { expires: '09:00' }) });
    expect(planned({ timelines: lives(late) }).plan.refusals).toMatchObject([
      {
        code: 'GK3103',
        message: expect.stringMatching(/: its end had passed when it landed at 2026-11-23T.+Z, so it grants nothing$/) as string,
      },
    ]);
    const pushed = aLife('late', { at: '10:00', grant: aGrant('late', { expires: '09:00' }), proof: UNPROVED });
    expect(planned({ timelines: lives(pushed) }).plan.refusals).toMatchObject([{ code: 'GK2001' }]);
  });

  it('takes an id that came back for dead once nothing of it is ours', () => {
    const grant = aGrant('g');
    const back = aLife('g', { grant, blob: 'same' }, { at: '09:20' }, { at: '09:30', grant, blob: 'same' });
    expect(said(planned({ timelines: lives(back), live: [live(aBinding(), { end: '17:00' })] }).plan)).toEqual([]);
    const dead = planned({ timelines: lives(back) }).plan;
    expect(said(dead)).toEqual([]);
    expect(dead.refusals).toMatchObject([{ code: 'GK3101', hint: expect.stringContaining('g-2') as string }]);
    const unread = [{ scope: aBinding({ scope: 'projects/payments-test' }).scope, message: 'forbidden' }];
    const unsure = planned({ timelines: lives(back), unread }).plan;
    const recorded = planned({ timelines: lives(back), unread, spent: new Set(['g']) }).plan;
    expect(recorded.refusals.map((one) => one.code)).toContain('GK3101');
    expect(said(unsure)).toEqual([]);
    expect(unsure.refusals).toMatchObject([{ code: 'GK3102', message: expect.stringContaining('1 scopes were not read') as string }]);
    const late = aLife('h', { grant: aGrant('h', { expires: '09:30' }) }, { at: '09:40', grant: aGrant('h') });
    expect(planned({ timelines: lives(late, aLife('h-2', { grant: aGrant('h-2') })) }).plan.refusals).toMatchObject([
      { code: 'GK3101', hint: expect.stringContaining('h-3') as string },
    ]);
  });

  it('revives no id by a binding that is another grant’s', () => {
    const logs = aGrant('g');
    const back = aLife('g', { grant: logs, blob: 'same' }, { at: '09:20' }, { at: '09:30', grant: logs, blob: 'same' });
    const other = aLife('h', { grant: aGrant('h', { expires: '18:00' }) });
    const there = [live(aBinding(), { end: '18:00', grant: 'h' })];
    const codes = (more: Partial<Parameters<typeof planned>[0]>) =>
      planned({ timelines: lives(back, other), live: there, ...more }).plan.refusals.map(({ code }) => code);
    // Both asked for it, and no run ever saw it gone: identical bytes may come back.
    expect(codes({})).toEqual([]);
    expect(codes({ spent: new Set(['g']) })).toEqual(['GK3101']);
    // Nor does it get the title of one: that would revive it in the next run.
    const { desired } = planned({ timelines: lives(back, other), live: there, spent: new Set(['g']) });
    expect([...desired.values()].map(({ because }) => because)).toEqual([['h']]);
    // What it asked for when it was deleted could not be looked up, and is not what it asks for now.
    const odd = { ...LOGS, kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: 'unknown' } as const;
    const changed = aLife(
      'g',
      { grant: aGrant('g', { access: [odd] }) },
      { at: '09:20' },
      { at: '09:30', grant: aGrant('g', { principals: ['bo'] }) },
    );
    expect(codes({ timelines: lives(changed, other) })).toEqual(['GK3101']);
  });

  it('reports doubt, twins in the way, and claims that give way', () => {
    const doubt = aLife('d', { grant: aGrant('d'), proof: { kind: 'doubt', reason: 'no answer' } });
    const second = aLife('c', { grant: aGrant('c'), proof: { kind: 'doubt', reason: 'no answer' } });
    expect(planned({ timelines: lives(doubt, second) }).plan.refusals.map((one) => one.message)).toEqual(['c: no answer', 'd: no answer']);
    const azure = aBinding({ cloud: 'azure' });
    const wants = aLife('z', { grant: aGrant('z', { access: [READER] }) });
    const held = planned({ timelines: lives(wants), live: [live(azure)] }).plan;
    expect(held.refusals).toMatchObject([
      {
        code: 'GK3305',
        hint: 'It is tried again in each run. Have the binding removed by whoever made it, write `adopt: true` or `replace: true` on the access entry where nobody else needs it, or let it stand and drop the grant.',
        holds: [held.held[0]?.digest],
      },
    ]);
    const takes = aLife('z', { grant: aGrant('z', { access: [{ ...READER, takeover: 'adopt' }] }) });
    const marked = live(azure, { stamp: 'other', end: '17:00' });
    expect(planned({ timelines: lives(takes), live: [marked] }).plan.refusals).toMatchObject([
      { code: 'GK3305', message: expect.stringMatching(/held, unmanaged, and not to be taken over, since it carries a mark$/) as string },
    ]);
    const condition = (text: string) => [
      { kind: 'cloud', cloud: 'azure', target: 'payments-prod', role: 'Reader', condition: text } as const,
    ];
    const both = lives(
      aLife('a', { grant: aGrant('a', { access: condition('x') }) }),
      aLife('b', { at: '09:30', grant: aGrant('b', { access: condition('y') }) }),
    );
    expect(planned({ timelines: both }).plan.refusals).toMatchObject([
      {
        code: 'GK3306',
        grant: 'b',
        message: expect.stringMatching(/^b: a holds the same role at .+ with another condition, and this cloud allows only one$/) as string,
        hint: 'Wait for its end, or ask for the same condition.',
      },
    ]);
  });

  it('tells what ends soon, is in its grace, or falls away', () => {
    const lifeOf = (id: string, grant: ReturnType<typeof aGrant>) => aLife(id, { grant });
    const { plan } = planned({
      now: '16:30',
      timelines: lives(
        lifeOf('soon', aGrant('soon')),
        lifeOf('late', aGrant('late', { expires: '16:00', grace: 3600_000 })),
        lifeOf('far', aGrant('far', { expires: '2026-11-24T17:00:00Z', principals: ['bo'] })),
        lifeOf('lost', aGrant('lost', { access: [{ kind: 'catalogue', role: 'gone', places: ['payments-prod'] }] })),
        lifeOf('later', aGrant('later', { starts: '16:45', principals: ['gil'] })),
      ),
    });
    expect(plan.observations.map((one) => `${one.kind} ${'grant' in one ? one.grant : ''}`)).toEqual([
      'expiring soon',
      'in-grace late',
      'note lost',
      'scheduled later',
    ]);
  });

  it('ends what belongs to somebody who has left, and never touches who is protected', () => {
    const people = PEOPLE.map((one) => (one.name === 'ada' ? { ...one, left: at('09:30') } : one));
    const left = planned({
      timelines: lives(G),
      live: [live(aBinding(), { end: '17:00' })],
      sourceWords: { control: aControl({ people }) },
    });
    expect(said(left.plan)).toEqual(['revoke left ada']);
    const control = aControl({
      policy: {
        guard: { withdrawals: { max: 3, percent: 10, window: 1 }, newGrants: { max: 20, privileged: 5 }, protect: ['ada', 'deployer'] },
      },
    });
    const kept = planned({ timelines: lives(G), sourceWords: { control } });
    expect(kept.plan.held).toHaveLength(1);
    expect(kept.plan.refusals[0]?.code).toBe('GK3203');
    const accounts = lives(aLife('g', { grant: aGrant('g', { principals: ['ada-adm'] }) }));
    expect(planned({ timelines: accounts, sourceWords: { control } }).plan.refusals[0]?.code).toBe('GK3203');
    const odd = aControl({
      people: [
        ...PEOPLE,
        {
          name: 'odd',
          kind: 'service',
          identities: new Map([
            ['gcp', 'nonsense'],
            ['mars', 'x'],
          ]),
          members: [],
          source: source('x'),
          pointer: '',
        },
      ],
    });
    expect(planned({ sourceWords: { control: odd } }).context.names.size).toBeGreaterThan(3);
  });

  it('sorts what it observed, and asks the ledger about what lost its mark', () => {
    const bindings = [
      live(aBinding({ member: 'user:gil@example.com' })),
      live(aBinding({ member: 'user:bo@example.com' })),
      live(aBinding({ cloud: 'azure', member: AZURE_IDS['bo'] ?? '' })),
    ];
    const { plan } = planned({
      live: bindings,
      timelines: lives(G),
      written: (triple) => triple === tripleKey(aBinding({ member: 'user:bo@example.com' })),
    });
    expect(plan.observations.map((one) => one.kind)).toEqual(['escaped', 'foreign', 'foreign']);
  });

  it('keeps two marks of one grant apart when it counts what stands', () => {
    const { plan } = planned({
      timelines: lives(G),
      live: [live(aBinding(), { end: '16:00' }), live(aBinding(), { end: '17:00' }), live(aBinding(), {})],
    });
    expect(said(plan)).toEqual(['revoke withdrawn ada', 'revoke withdrawn ada']);
  });

  it('gives alarm about a recall of somebody whom nobody knows', () => {
    const recalled = { members: new Set<string>(), names: new Set(['gill']), lifted: new Map(), unknown: ['gill'] };
    expect(planned({ timelines: lives(G), sourceWords: { recalled } }).plan.refusals).toMatchObject([
      { code: 'GK3007', message: expect.stringContaining('gill') as string },
    ]);
  });

  it('takes what a recall ended that was lifted since, outside the guard; of whom it does not know it withdraws', () => {
    const recalled = { members: new Set<string>(), names: new Set<string>(), lifted: new Map([['ada', 1]]), unknown: [] };
    const stranger = live(aBinding({ member: 'user:nobody@example.com' }), { end: '17:00' });
    const { plan } = planned({ timelines: lives(G), live: [live(aBinding(), { end: '17:00' }), stranger], sourceWords: { recalled } });
    expect(said(plan)).toEqual(['revoke recalled ada']);
    expect(planned({ timelines: lives(G), live: [live(aBinding(), { end: '17:00' })] }).plan.changes).toEqual([]);
  });

  it('says which scopes were not read', () => {
    const unread = [{ scope: aBinding().scope, message: 'forbidden' }];
    expect(planned({ readings: [], unread }).plan.basis).toMatchObject({ scopes: 0, unread });
    expect(LOGS.kind).toBe('cloud');
  });
});

describe('makePlan, with a milder mode of approval', () => {
  it('says what enforce would not have let pass', () => {
    const lenient = aLife('g', { grant: aGrant('g'), proof: { kind: 'proved', by: ['gil'], warnings: ['nobody of payments approved'] } });
    expect(planned({ timelines: lives(lenient) }).plan.observations).toContainEqual({
      kind: 'note',
      grant: 'g',
      text: 'approval: nobody of payments approved',
    });
  });
});

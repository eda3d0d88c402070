import { describe, expect, it } from 'vitest';
import { aGrant, aLife, at, DEBUG, LOGS, PROVED, READER, UNPROVED } from './builders.ts';

describe('follow', () => {
  it('lets the first approved content land at its merge', () => {
    const life = aLife('g', { at: '09:00', grant: aGrant('g') });
    expect(life.standing).toMatchObject({ landing: at('09:00'), by: ['bo'], request: 7 });
    expect(life.firstLanded?.at).toBe(at('09:00'));
    expect(life.latestEnd).toBe(at('17:00'));
    expect([...life.ends]).toEqual([at('17:00')]);
  });

  it.each([
    ['raises the end', aGrant('g', { expires: '18:00' })],
    ['adds a principal', aGrant('g', { principals: ['ada', 'bo'] })],
    ['adds a binding', aGrant('g', { access: [LOGS, READER] })],
    ['moves the start', aGrant('g', { starts: '12:00' })],
    ['asks for a catalogue role', aGrant('g', { access: [LOGS, DEBUG] })],
  ])('takes content that %s for a landing', (_, grant) => {
    const life = aLife('g', { at: '09:00', grant: aGrant('g') }, { at: '11:00', grant });
    expect(life.standing?.landing).toBe(at('11:00'));
    expect(life.firstLanded?.at).toBe(at('09:00'));
  });

  it.each([
    ['removes an entry', aGrant('g', { access: [LOGS], duration: 3600_000 })],
    ['shortens the end', aGrant('g', { access: [LOGS, READER], duration: 3600_000, expires: '09:30' })],
    ['mends a typo', aGrant('g', { access: [LOGS, READER], duration: 3600_000, reason: 'a typo' })],
    ['moves the file', aGrant('g', { access: [LOGS, READER], duration: 3600_000, team: 'search' })],
  ])('keeps the landing when content only %s', (_, grant) => {
    const before = aGrant('g', { access: [LOGS, READER], duration: 3600_000 });
    const life = aLife('g', { at: '09:00', grant: before }, { at: '09:10', grant });
    expect(life.standing?.landing).toBe(at('09:00'));
    expect(life.standing?.grant).toBe(grant);
    expect(life.standing?.landed.position).toBe(0);
    expect(life.standing?.version.position).toBe(1);
  });

  it('remembers the latest end that was ever given', () => {
    const steps = ['17:00', '19:00', '18:00'].map((expires, hour) => ({ at: `1${hour}:00`, grant: aGrant('g', { expires }) }));
    const [first, ...rest] = steps;
    const life = aLife('g', first as (typeof steps)[number], ...rest);
    expect(life.standing?.grant.expires).toBe(at('18:00'));
    expect(life.latestEnd).toBe(at('19:00'));
  });

  it('compares with the newest approved content, not with what was pushed in between', () => {
    const raised = aGrant('g', { expires: '20:00' });
    const life = aLife(
      'g',
      { at: '09:00', grant: aGrant('g') },
      { at: '10:00', grant: raised, proof: UNPROVED },
      { at: '11:00', grant: raised },
    );
    expect(life.standing?.landing).toBe(at('11:00'));
  });

  it('keeps what was approved, and says why the newest version is not what counts', () => {
    const life = aLife('g', { grant: aGrant('g') }, { at: '10:00', grant: aGrant('g', { expires: '20:00' }), proof: UNPROVED });
    expect(life.standing?.grant.expires).toBe(at('17:00'));
    expect(life.refusal).toMatchObject({ code: 'GK2001' });
    expect(life.refusal?.message).toContain('committed straight to main');
    expect(life.ends.has(at('20:00'))).toBe(true);
    expect(life.latestEnd).toBe(at('17:00'));
  });

  it('is in doubt when an approval could not be looked up', () => {
    const life = aLife('g', { grant: aGrant('g'), proof: { kind: 'doubt', reason: 'the forge is down' } });
    expect(life).toMatchObject({ doubt: 'the forge is down' });
    expect(life.standing).toBeUndefined();
  });

  it('refuses content that comes when the end has passed: the id is spent', () => {
    const life = aLife(
      'g',
      { at: '09:00', grant: aGrant('g', { expires: '10:00' }) },
      { at: '10:00', grant: aGrant('g', { expires: '20:00' }) },
    );
    expect(life.refusal).toMatchObject({
      code: 'GK3101',
      message: expect.stringMatching(/^the id .+ is spent: its end had passed when \S{1,12} brought it back$/) as string,
      hint: 'Ask again under a name that was never used.',
    });
    expect(life.standing?.grant.expires).toBe(at('10:00'));
  });

  it('lets identical bytes come back by a revert, even an unapproved one, and remembers that they were gone', () => {
    const grant = aGrant('g');
    const life = aLife('g', { grant, blob: 'same' }, { at: '10:00' }, { at: '11:00', grant, blob: 'same', proof: UNPROVED });
    expect(life).toMatchObject({ returned: true });
    expect(life.refusal).toBeUndefined();
    expect(life.standing?.landing).toBe(at('09:00'));
  });

  it('takes the same bytes in another folder for something that its team has yet to approve', () => {
    const [grant, moved] = [aGrant('g'), aGrant('g', { team: 'search' })];
    const unseen = aLife('g', { grant, blob: 'same' }, { at: '10:00', grant: moved, blob: 'same', proof: UNPROVED });
    expect(unseen.refusal?.message).toContain('grants/search/g.yaml');
    expect(unseen.standing?.grant).toBe(grant);
    const approved = aLife('g', { grant, blob: 'same' }, { at: '10:00', grant: moved, blob: 'same' });
    expect(approved.standing).toMatchObject({ grant: moved, landedGrant: grant, landing: at('09:00') });
  });

  it('lets two landings of one second be two', () => {
    const wider = aGrant('g', { principals: ['ada', 'bo'] });
    const life = aLife('g', { at: '09:00', grant: aGrant('g') }, { at: '09:00', grant: wider });
    expect(life.standing).toMatchObject({ landedGrant: wider, landed: { position: 1 } });
  });

  it('knows a deleted and an unreadable tip apart', () => {
    expect(aLife('g', { grant: aGrant('g') }, { at: '10:00' }).tip.body.kind).toBe('deleted');
    const broken = aLife('g', { grant: aGrant('g') }, { at: '10:00', body: { kind: 'unreadable' } });
    expect(broken.tip.body.kind).toBe('unreadable');
    expect(broken.returned).toBe(false);
  });

  it('takes versions that nobody was asked about for what they say, without names', () => {
    const life = aLife(
      'g',
      { grant: aGrant('g'), proof: 'none' },
      { at: '10:00', grant: aGrant('g', { reason: 'x' }), proof: { kind: 'proved', by: ['gil'] } },
    );
    expect(life.standing).toMatchObject({ by: ['gil'] });
    expect(life.standing?.request).toBeUndefined();
    expect(aLife('g', { grant: aGrant('g'), proof: 'none' }).standing?.by).toEqual([]);
    expect(PROVED.kind).toBe('proved');
  });
});

import { describe, expect, it } from 'vitest';
import type { GrantFacts } from '../../src/report/request-facts.ts';
import { accessText, periodText, principalText, sentenceOf } from '../../src/report/request-sentence.ts';
import { ADA, grant } from './request-samples.ts';
import { at } from './samples.ts';

const { length: _length, ...open } = grant();

/** Without the asterisks of its two bold parts. */
const said = (more: Partial<GrantFacts>, of: GrantFacts = grant()) => sentenceOf({ ...of, ...more }).replaceAll('**', '');

describe('the sentence', () => {
  it.each([
    [
      {},
      'PRODUCTION: Ada Byron gets `debug` at `payments-prod` for 4 h from the merge, at the latest until 22 Nov 03:00 Berlin (02:00Z), for `INC-4711`.',
    ],
    [
      { starts: at('2026-11-21T20:00:00Z'), environments: ['none'] },
      'UNDER NO PLACE: Ada Byron gets `debug` at `payments-prod` for 4 h from 21 Nov 21:00 Berlin (20:00Z), at the latest until 22 Nov 03:00 Berlin (02:00Z), for `INC-4711`.',
    ],
    [
      { change: 'ending', before: at('18:00'), environments: [] },
      'Ada Byron loses `debug` at `payments-prod` at the merge instead of 21 Nov 19:00 Berlin (18:00Z).',
    ],
    [{ change: 'wording', environments: [] }, 'Ada Byron keeps `debug` at `payments-prod` just as now; only words of the file change.'],
  ] as const)('of %j', (more, text) => expect(said(more)).toBe(text));

  it('names the one end where no length is asked for', () => {
    expect(said({ environments: [] }, open)).toBe(
      'Ada Byron gets `debug` at `payments-prod` from the merge until 22 Nov 03:00 Berlin (02:00Z), for `INC-4711`.',
    );
  });

  it('says no ticket where there is none, and no end that is not known', () => {
    const { ticket: _ticket, ...bare } = open;
    expect(said({ environments: [], change: 'ending' }, bare)).toBe('Ada Byron loses `debug` at `payments-prod` at the merge.');
    expect(said({ environments: [], change: 'renewal' }, bare)).toMatch(/^Ada Byron keeps .* \(02:00Z\)\.$/);
  });

  it('names what a changed grant comes to, and is never of another kind', () => {
    expect(said({ change: 'change', environments: [] })).toMatch(/^The grant of Ada Byron changes to `debug` at `payments-prod`, for 4 h /);
    expect(() => sentenceOf(grant({ change: 'another' as 'new' }))).toThrow('another');
    expect(() => principalText({ ...ADA, kind: 'another' as 'person' })).toThrow('another');
  });

  it('speaks of several in the plural', () => {
    const principals = [ADA, { ...ADA, fullName: 'Bo Stone' }];
    const verbs = (['new', 'renewal', 'shortening', 'ending', 'wording'] as const).map(
      (change) => / (get|keep|lose)s? /.exec(said({ change, principals, lost: grant().access, before: at('18:00') }))?.[0],
    );
    expect(verbs).toEqual([' get ', ' keep ', ' lose ', ' lose ', ' keep ']);
  });

  it('says what is lost, and when', () => {
    const lost = [{ role: 'release', at: 'payments-prod' }];
    const more = { change: 'shortening', environments: [], before: at('2026-11-22T04:00:00Z') } as const;
    const end = '22 Nov 03:00 Berlin (02:00Z) instead of 22 Nov 05:00 Berlin (04:00Z), for `INC-4711`.';
    expect(said(more)).toBe(`Ada Byron loses \`debug\` at \`payments-prod\` at ${end}`);
    expect(said({ ...more, lost })).toBe(`Ada Byron loses \`release\` at \`payments-prod\` at the merge, and the rest at ${end}`);
    expect(said({ ...more, lost, before: grant().latest })).toBe(
      'Ada Byron loses `release` at `payments-prod` at the merge, for `INC-4711`.',
    );
  });
});

describe('who and what', () => {
  it('are named by kind', () => {
    const members = ['ada', 'bo', 'chi', 'gil'];
    expect(principalText({ name: 'ada-adm', kind: 'account', fullName: 'Ada Byron', members: [] })).toBe('Ada Byron as `ada-adm`');
    expect(principalText({ name: 'oncall', kind: 'group', members })).toBe('the group `oncall` (`ada`, `bo`, `chi` and 1 other)');
    expect(principalText({ name: 'deployer', kind: 'service', members: [] })).toBe('the service `deployer`');
    expect(principalText({ name: 'zed', kind: 'unknown', members: [] })).toBe('`zed`');
    expect(principalText({ name: 'bo', kind: 'person', members: [] })).toBe('`bo`');
  });

  it('are counted where they are many', () => {
    const many = ['a', 'b', 'c', 'd', 'e'];
    expect(accessText(many.map((place) => ({ role: 'debug', at: place })))).toBe('`debug` at `a`, `b`, `c` and 2 other places');
    expect(accessText(many.map((role) => ({ role, at: 'x' })))).toBe('`a` at `x`, `b` at `x`, `c` at `x` and 2 other roles');
    expect(accessText([])).toBe('nothing');
  });

  it('spell lengths', () => {
    expect([90 * 60_000, 36 * 3600_000, 59_000].map(periodText)).toEqual(['1 h 30 min', '1 d 12 h', 'under 1 min']);
  });
});

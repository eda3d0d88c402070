import { describe, expect, it } from 'vitest';
import { describe as spell, isSameMark, readMark } from '../../../src/providers/azure/mark.ts';
import { instant } from './samples.ts';

const MARKING = {
  stamp: 'acme-access',
  grant: '2026-11-23-ada-debug',
  until: instant('2026-11-23T17:00:00Z'),
  commit: '9f2c41d07a5be3d1c0a4f6b8e2d9135779ace024',
};
const TEXT = 'grantkeeper/1 stamp=acme-access grant=2026-11-23-ada-debug until=2026-11-23T17:00:00Z sha=9f2c41d07a5b';

describe('the mark in a description', () => {
  it('is these very bytes', () => {
    expect(spell(MARKING)).toBe(TEXT);
  });

  it('reads back as what was written', () => {
    expect(readMark(TEXT)).toEqual({ stamp: MARKING.stamp, grant: MARKING.grant, until: MARKING.until });
  });

  it.each(['', 'c1', '9f2c41d07a5b'])('does not judge the commit (%j)', (commit) => {
    expect(readMark(spell({ ...MARKING, commit }))).toEqual(readMark(TEXT));
  });

  it.each([
    TEXT.replace('17:00', '25:00'),
    TEXT.replace('2026-11-23T17', '2026-02-30T17'),
    TEXT.replace(' sha=', '  sha='),
    TEXT.replace('9f2c', '9F2C'),
    `${TEXT} keep this one please`,
    `${TEXT}\n`,
    TEXT.slice(0, TEXT.indexOf(' until')),
    TEXT.replace('until=', 'until: '),
  ])('loses its end once somebody edits it: %j', (edited) => {
    expect(readMark(edited)).toStrictEqual({ stamp: MARKING.stamp, grant: MARKING.grant });
  });

  it.each([
    undefined,
    null,
    '',
    'made for the audit',
    `see ${TEXT}`,
    TEXT.replace('grantkeeper/1', 'grantkeeper/2'),
    TEXT.replace('stamp=acme', 'stamp=Acme'),
    TEXT.replace('ada-debug', 'ada_debug'),
    TEXT.replace('stamp=acme-access', `stamp=${'a'.repeat(25)}`),
    TEXT.replace('2026-11-23-ada-debug', 'a'.repeat(61)),
  ])('is none in %j', (text) => {
    expect(readMark(text)).toBeUndefined();
  });
});

describe('two marks', () => {
  const mark = { stamp: 'a', grant: 'b', until: instant('2026-11-23T17:00:00Z') };

  it('are the same where all of them is', () => {
    expect(isSameMark(mark, { ...mark })).toBe(true);
    expect(isSameMark(undefined, undefined)).toBe(true);
  });

  it.each([undefined, { ...mark, stamp: 'x' }, { ...mark, grant: 'x' }, { stamp: 'a', grant: 'b' }])('differ: %j', (other) => {
    expect(isSameMark(mark, other)).toBe(false);
    expect(isSameMark(other, mark)).toBe(false);
  });
});

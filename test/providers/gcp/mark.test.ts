import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DesiredBinding } from '../../../src/domain/change.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { isEnclosed } from '../../../src/providers/gcp/enclosed.ts';
import { conditionFor, expressionFor, readCondition } from '../../../src/providers/gcp/mark.ts';
import { parseOwnCondition } from '../../../src/providers/gcp/own-condition.ts';
import { desired, instant } from './world.ts';

const until = instant('2026-11-23T17:00:00Z');
const starts = instant('2026-11-23T09:00:00Z');
const title = 'gk:acme-access:2026-11-23-ada-debug';
const mark = { stamp: 'acme-access', grant: '2026-11-23-ada-debug', until };

function wish(more: Partial<DesiredBinding> = {}, condition?: string): DesiredBinding {
  const base = desired({
    who: 'ada',
    role: 'reader',
    grant: '2026-11-23-ada-debug',
    until,
    ...(condition === undefined ? {} : { condition }),
  });
  return { ...base, ...more };
}

describe('conditionFor', () => {
  it('spells title, description and end', () => {
    expect(conditionFor(wish(), 'acme-access')).toEqual({
      ok: true,
      value: {
        title,
        description: 'grants/payments/2026-11-23-ada-debug.yaml at 4f2a9c1d',
        expression: 'request.time < timestamp("2026-11-23T17:00:00Z")',
      },
    });
  });

  it('puts the start before the end, and the own condition into brackets behind it', () => {
    expect(expressionFor(until, starts, 'a || b')).toBe(
      'request.time >= timestamp("2026-11-23T09:00:00Z") && request.time < timestamp("2026-11-23T17:00:00Z") && (a || b)',
    );
  });

  it('keeps titles below 100 characters and descriptions to 256 of ASCII', () => {
    const long = wish({ grant: 'g'.repeat(60), file: `grants/${'tëam'.repeat(100)}.yaml` });
    const condition = conditionFor(long, 's'.repeat(24));
    expect(condition.ok && condition.value.title?.length).toBe(88);
    expect(condition.ok && condition.value.description).toMatch(/^(?=grants\/t\?amt\?am)[\x20-\x7e]{256}$/);
  });

  it.each(['a) || (a', 'true) || (true', 'a // comment', 'a\nb', '"open', ''])('refuses the own condition %j', (own) => {
    expect(conditionFor(wish({}, own), 'acme-access')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('brackets'),
      hint: 'write one boolean CEL expression on one line, without comments',
    });
  });

  it.each([
    [{ grant: 'Not A Name' }, 'acme-access'],
    [{ grant: 'g'.repeat(61) }, 'acme-access'],
    [{}, 'a:b'],
    [{ until: (until + 1) as Instant }, 'acme-access'],
  ])('refuses a mark that would not read back', (more, stamp) => {
    expect(conditionFor(wish(more), stamp)).toMatchObject({ ok: false, problem: expect.stringContaining('does not read back') });
  });

  it('reads back whatever it writes', () => {
    const own = fc.option(fc.stringMatching(/^[ -~]{1,40}$/), { nil: undefined });
    fc.assert(
      fc.property(own, fc.boolean(), (own, started) => {
        const asked = wish(started ? { starts } : {}, own);
        const condition = conditionFor(asked, 'acme-access');
        expect(condition.ok).toBe(own === undefined || isEnclosed(own));
        if (!condition.ok) return;
        const read = readCondition(condition.value);
        expect(read).toEqual({ mark: { ...mark, ...(started ? { starts } : {}) }, ...(own === undefined ? {} : { own }) });
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });

  it('can write every own condition that files may hold', () => {
    for (const own of [
      'resource.name.startsWith("projects/_/buckets/a)b")',
      `resource.type == 'x' || resource.service == "y"`,
      'request.time.getHours("Europe/Berlin") > 9',
    ]) {
      expect(parseOwnCondition(own)).toEqual({ ok: true, value: own });
      expect(conditionFor(wish({}, own), 'acme-access').ok).toBe(true);
    }
  });
});

describe('readCondition', () => {
  it.each([
    `request.time < timestamp('2026-11-23T17:00:00Z')`,
    'request.time < timestamp("2026-11-23T17:00:00.000Z")',
    ' request . time<timestamp( "2026-11-23T17:00:00Z" ) ',
    'request.time  <\n\ttimestamp("2026-11-23T17:00:00.0Z")',
    'request.time < timestamp("2026-11-23T17:00:00+00:00")',
    '(request.time < timestamp("2026-11-23T17:00:00Z"))',
    '( request.time < timestamp("2026-11-23T17:00:00.000Z") )',
  ])('knows our end again in %j', (expression) => {
    expect(readCondition({ title, expression })).toStrictEqual({ mark });
  });

  it.each([
    `request.time>=timestamp('2026-11-23T09:00:00.000Z')&&request.time<timestamp("2026-11-23T17:00:00Z")&&(a || b)`,
    `(request.time >= timestamp("2026-11-23T09:00:00Z") && request.time < timestamp("2026-11-23T17:00:00Z")) && (a || b)`,
    `(request.time >= timestamp("2026-11-23T09:00:00Z")) && (request.time < timestamp("2026-11-23T17:00:00Z")) && (a || b)`,
  ])('knows start, end and own condition again, respelled as %j', (expression) => {
    expect(readCondition({ title, expression })).toEqual({ mark: { ...mark, starts }, own: 'a || b' });
  });

  it('takes a time in brackets behind the end for the own condition that we wrote', () => {
    const expression = 'request.time < timestamp("2026-11-23T17:00:00Z") && (request.time >= timestamp("2026-11-23T09:00:00Z"))';
    expect(readCondition({ title, expression })).toEqual({ mark, own: 'request.time >= timestamp("2026-11-23T09:00:00Z")' });
  });

  it.each([
    'true',
    'request.time < timestamp("2026-11-23T17:00:00Z") || true',
    'request.time < timestamp("2026-11-23T17:00:00Z") && (a) || (true)',
    'request.time < timestamp("2026-11-23T17:00:00Z") && a',
    'request.time < timestamp("2026-11-23T17:00:00Z") && (a // )',
    'request.time <= timestamp("2026-11-23T17:00:00Z")',
    '!(request.time < timestamp("2026-11-23T17:00:00Z"))',
    'request.time < timestamp("2026-11-23T17:00:00.500Z")',
    'request.time < timestamp("2026-11-23T17:00:00+01:00")',
    'request.time < timestamp("2026-02-30T17:00:00Z")',
    'request.time < timestamp("soon")',
    'request.time >= timestamp("soon") && request.time < timestamp("2026-11-23T17:00:00Z")',
    `request.time < timestamp("2026-11-23T17:00:00Z')`,
    'request.time < timestamp("2026-11-23T17:00:00Z") && ()',
    '(request.time < timestamp("2026-11-23T17:00:00Z")',
    '(request.time < timestamp("2026-11-23T17:00:00Z")) || (true)',
    '(request.time < timestamp("2026-11-23T17:00:00Z") || true)',
    '(request.time < timestamp("2026-11-23T17:00:00Z")) && a',
    '(request.time >= timestamp("2026-11-23T09:00:00Z")) || (request.time < timestamp("2026-11-23T17:00:00Z"))',
    '',
  ])('finds that somebody changed %j', (expression) => {
    expect(readCondition({ title, expression })).toEqual({
      mark: { stamp: 'acme-access', grant: '2026-11-23-ada-debug' },
      own: expression,
    });
  });

  it.each([
    undefined,
    '',
    'temporary',
    'gk:acme-access',
    'gk:acme-access:',
    'gk:Acme:x',
    `${title} `,
    ` ${title}`,
    `gk:${'s'.repeat(25)}:x`,
    'gk:a:b:c',
    `${title}\n`,
  ])('takes the title %j for that of others, whose expression is whole', (other) => {
    const expression = 'request.time < timestamp("2026-11-23T17:00:00Z")';
    expect(readCondition({ expression, ...(other === undefined ? {} : { title: other }) })).toEqual({ own: expression });
  });
});

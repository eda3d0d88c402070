import { describe, expect, it } from 'vitest';
import { notAName, notAnInstant, notAZone, wrongShape } from '../../src/grants/shapes.ts';
import { clouds } from './clouds.ts';

describe('what to say of a value', () => {
  it.each([
    ['name', 'Ada', 'GK1201', /such as ada\./],
    ['name', '---', 'GK1201', /dashes\.$/],
    ['env', 'none', 'GK1201', /another word/],
    ['env', 'Prod', 'GK1201', /such as prod\./],
    ['stamp', 'a'.repeat(25), 'GK1214', /24/],
    ['instant', 'noon', 'GK1204', /2026-11-23T17:00:00Z/],
    ['period', 'soon', 'GK1205', /1d12h/],
    ['period', '0h', 'GK1206', /longer/],
    ['periodOrZero', '-1h', 'GK1205', /1d12h/],
    ['text', ' ', 'GK1107', /delete/],
    ['line', '\n', 'GK1107', /delete/],
    ['line', 'a\nb', 'GK1219', /one line/],
    ['ascii', 'a b', 'GK1203', /spells/],
    ['belowPlace', 'place', 'GK1217', /\$place/],
    ['login', '@ada', 'GK1216', /without the @/],
    ['zone', '+01:00', 'GK1215', /Europe\/Berlin/],
    ['digest', 'sha256:x', 'GK1213', /refused plan/],
    ['roleGlob', 'Owner', 'GK1218', /colon/],
    ['principalGlob', 'a b', 'GK1203', /pattern/],
    ['name', '', 'GK1107', /delete/],
  ])('of the shape %s: %j is %s', (shape, value, code, hint) => {
    const wrong = wrongShape(shape, value, clouds);
    expect(wrong.code).toBe(code);
    expect(wrong.hint).toMatch(hint);
  });

  it('asks the cloud first about what is its own', () => {
    expect(wrongShape('gcp-role', 'Reader', clouds)).toEqual({
      code: 'GK1209',
      message: 'not a role of Google Cloud',
      hint: 'Write roles/NAME.',
    });
    expect(wrongShape('azure-place', 'x', clouds)).toMatchObject({ code: 'GK1208', message: 'not a scope of Azure' });
    expect(wrongShape('gcp-scope', 'X', clouds)).toMatchObject({ code: 'GK1208', message: 'not a scope of Google Cloud' });
    expect(wrongShape('azure-principal', 'x', clouds)).toMatchObject({ code: 'GK1210', message: 'not an object id' });
  });

  it('has words of its own where the cloud has none', () => {
    expect(wrongShape('azure-role', 'Rôle', clouds)).toEqual({
      code: 'GK1209',
      message: 'not a role',
      hint: 'Write the role as the cloud itself does.',
    });
    expect(wrongShape('gcp-place', 'x', [])).toMatchObject({ code: 'GK1208', message: 'not a scope', hint: expect.any(String) });
  });

  it.each([
    ['2026-11-23T17:00:00+01:00', 'In UTC and to the second that is 2026-11-23T16:00:00Z.'],
    ['2026-11-23 17:00Z', 'In UTC and to the second that is 2026-11-23T17:00:00Z.'],
    ['2026-11-23T17:00:00.5Z', 'In UTC and to the second that is 2026-11-23T17:00:00Z.'],
    ['2026-11-23t17:00:00z', 'In UTC and to the second that is 2026-11-23T17:00:00Z.'],
    ['2026-13-23T17:00:00+01:00', 'Write the moment in UTC and to the second: 2026-11-23T17:00:00Z.'],
    ['2026-11-23T17:00:00', 'Write the moment in UTC and to the second: 2026-11-23T17:00:00Z.'],
    ['next friday 2026', 'Write the moment in UTC and to the second: 2026-11-23T17:00:00Z.'],
    ['2026-02-29T00:00:00Z', 'There is no such day, hour, minute or second.'],
  ])('turns %j into what was meant, where that is clear', (text, hint) => expect(notAnInstant(text).hint).toBe(hint));

  it('makes a name of any words', () => {
    expect(notAName('Ada  Byron!').hint).toContain('such as ada-byron.');
    expect(notAName('x'.repeat(80)).hint).toContain(`such as ${'x'.repeat(60)}.`);
    expect(notAZone().code).toBe('GK1215');
  });
});

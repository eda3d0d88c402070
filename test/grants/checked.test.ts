import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/domain/instant.ts';
import { instantFrom, note, periodFrom, readChecked, settled, stemFrom } from '../../src/grants/checked.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example } from './example.ts';

const RECALL = example['recalls/gil.yaml'] as string;

function checked(text = RECALL, file = 'recalls/gil.yaml') {
  const read = readChecked('recall', file, bytesOf(text), clouds);
  if (!read.ok) throw new Error('the text must read');
  return read.value;
}

describe('readChecked', () => {
  it('gives what the schema lets through', () => {
    expect({ ...checked().value }).toEqual({ principal: 'gil', since: '2026-11-21T03:12:00Z', reason: 'Laptop stolen' });
  });

  it('says all that is wrong with form and keys at once', () => {
    const read = readChecked('recall', 'x.yaml', bytesOf('principal: &x gil\nsince: noon\nwhy: x\n'), clouds);
    expect(read).toMatchObject({ ok: false, findings: [{ code: 'GK1009' }, { code: 'GK1102' }, { code: 'GK1101' }, { code: 'GK1204' }] });
  });

  it('does not guess at the meaning of a line whose form is wrong', () => {
    const read = readChecked('recall', 'x.yaml', bytesOf(`${RECALL}since: !!str noon\n`), clouds);
    expect(read).toMatchObject({ ok: false, findings: [{ code: 'GK1011' }, { code: 'GK1013' }] });
    const alias = readChecked('recall', 'x.yaml', bytesOf(RECALL.replace('gil', '*gil')), clouds);
    expect(alias).toMatchObject({ ok: false, findings: [{ code: 'GK1010' }] });
  });

  it.each([
    ['grant', 16],
    ['role', 16],
    ['recall', 16],
    ['policy', 256],
    ['people', 256],
    ['team', 256],
    ['override', 256],
  ] as const)('reads files of kind %s up to %i KiB', (kind, size) => {
    const whole = readChecked(kind, 'x.yaml', bytesOf(`a: b\n#${'x'.repeat(size * 1024 - 6)}`), clouds);
    const more = readChecked(kind, 'x.yaml', bytesOf(`a: b\n#${'x'.repeat(size * 1024 - 5)}`), clouds);
    expect(whole).toMatchObject({ ok: false, findings: expect.not.arrayContaining([expect.objectContaining({ code: 'GK1001' })]) });
    expect(more).toMatchObject({ ok: false, findings: [{ code: 'GK1001' }] });
  });
});

describe('a checked file', () => {
  it('is its value until something is found', () => {
    const one = checked();
    note(one, '/reason', undefined);
    expect(settled(one, 7)).toEqual({ ok: true, value: 7 });
    note(one, '/reason', { code: 'GK1107', message: 'empty', hint: 'Write it.' });
    expect(settled(one, 7)).toMatchObject({ ok: false, findings: [{ code: 'GK1107', at: { line: 3, column: 9 } }] });
  });

  it('is called by its stem', () => {
    expect(stemFrom(checked())).toBe('gil');
    const odd = checked(RECALL, 'recalls/Gil.yaml');
    stemFrom(odd);
    expect(odd.findings).toMatchObject([{ code: 'GK1201', message: 'the file name Gil is not a name', at: { line: 1, column: 1 } }]);
    const reserved = checked(RECALL, 'recalls/bg-gil.yaml');
    stemFrom(reserved);
    expect(reserved.findings).toMatchObject([{ code: 'GK1202' }]);
  });

  it('knows only moments that exist', () => {
    const one = checked();
    expect(formatInstant(instantFrom(one, '/since', '2026-11-21T03:12:00Z'))).toBe('2026-11-21T03:12:00Z');
    expect(one.findings).toEqual([]);
    instantFrom(one, '/since', '2026-02-30T00:00:00Z');
    expect(one.findings).toMatchObject([{ code: 'GK1204', at: { line: 2, column: 8 } }]);
    expect(periodFrom('1d12h')).toBe(36 * 3_600_000);
  });
});

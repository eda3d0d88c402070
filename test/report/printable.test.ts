import { describe, expect, it } from 'vitest';
import { printable } from '../../src/report/printable.ts';
import { ACTS, HARMLESS, HOSTILE } from './samples.ts';

describe('printable', () => {
  it.each(['ada', 'Jörg Müller', '日本語', "Find out why last night's settlements failed", 'a\\b', ''])('leaves %j as it is', (text) =>
    expect(printable(text)).toBe(text),
  );

  it('writes what would act as its code point', () => expect(printable(HOSTILE)).toBe(HARMLESS));

  it('leaves nothing of any kind that acts', () => {
    const every = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join('');
    expect(printable(every)).not.toMatch(ACTS);
  });

  it('changes its own output no more', () => expect(printable(printable(HOSTILE))).toBe(HARMLESS));
});

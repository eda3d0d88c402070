import { describe, expect, it } from 'vitest';
import { cutToBytes, SUMMARY_LIMIT, summaryOf } from '../../src/action/summary.ts';

describe('the summary of a step', () => {
  it('is the text in a fence', () => {
    expect(summaryOf('plan', 'no change\n')).toBe('### grantkeeper plan\n\n```text\nno change\n```\n');
  });

  it.each(['```\n<img src=x>\n```\n', '`````\n@everyone\n', 'a ```` b\n'])('lets %j close no fence', (text) => {
    const [, fence = '', inside = ''] = /\n\n(`+)text\n([\s\S]*)\n\1\n$/.exec(summaryOf('plan', text)) ?? [];
    expect(inside).toBe(text.trimEnd());
    expect(inside).not.toContain(fence);
  });

  it('stays below what GitHub drops without a word, with its fence closed', () => {
    const summary = summaryOf('plan', '+ a line of a long plan, with an umlaut \u00fc\n'.repeat(60_000));
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(SUMMARY_LIMIT - 1000);
    expect(summary).toMatch(/\n\u2026 \d+ bytes more; the log of this step has all of it\n```\n$/);
  });
});

describe('a cut', () => {
  it('leaves what fits', () => expect(cutToBytes('a\nb', 3)).toBe('a\nb'));

  it('keeps whole lines, counted in bytes', () => {
    expect(cutToBytes('first\nsecond\nthird', 13)).toBe('first\nsecond\n\u2026 6 bytes more; the log of this step has all of it');
    expect(cutToBytes('\u00fc\u00fc\n\u00fc\u00fc\u00fc', 7)).toMatch(/^\u00fc\u00fc\n\u2026 7 bytes more/);
  });

  it('keeps nothing of a first line that is too long', () => expect(cutToBytes('abcdef\ng', 3)).toMatch(/^\n\u2026 8 bytes more/));
});

import { describe, expect, it } from 'vitest';
import { cutToBytes, SUMMARY_LIMIT, summaryOf } from '../../src/action/summary.ts';

describe('the summary of a step', () => {
  it('is the text in a fence', () => {
    expect(summaryOf('plan', 'no change\n')).toEqual({ markdown: '### grantkeeper plan\n\n```text\nno change\n```\n', left: 0 });
  });

  it.each(['```\n<img src=x>\n```\n', '`````\n@everyone\n', 'a ```` b\n'])('lets %j close no fence', (text) => {
    const [, fence = '', inside = ''] = /\n\n(`+)text\n([\s\S]*)\n\1\n$/.exec(summaryOf('plan', text).markdown) ?? [];
    expect(inside).toBe(text.trimEnd());
    expect(inside).not.toContain(fence);
  });

  it('is its own page where a report has one that fits', () => {
    expect(summaryOf('plan', 'text', '**A page.**\n')).toEqual({ markdown: '### grantkeeper plan\n\n**A page.**\n', left: 0 });
    expect(summaryOf('plan', 'text', 'x'.repeat(SUMMARY_LIMIT + 1)).markdown).toBe('### grantkeeper plan\n\n```text\ntext\n```\n');
  });

  it('stays below the limit of a step, with its fence closed, and says what is missing', () => {
    const line = '+ a line of a long plan, with an umlaut \u00fc\n';
    const { markdown, left } = summaryOf('plan', line.repeat(60_000));
    expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(SUMMARY_LIMIT - 1000);
    expect(markdown).toContain(`\n\`\`\`\n\n${left} bytes more did not fit: the output \`report-path\` names the file`);
    const kept = markdown.split(line.trimEnd()).length - 1;
    expect(left).toBe((60_000 - kept) * Buffer.byteLength(line));
  });
});

describe('a cut', () => {
  it('leaves what fits', () => expect(cutToBytes('a\nb', 3)).toBe('a\nb'));

  it('keeps whole lines, counted in bytes', () => {
    expect(cutToBytes('first\nsecond\nthird', 13)).toBe('first\nsecond');
    expect(cutToBytes('\u00fc\u00fc\n\u00fc\u00fc\u00fc', 7)).toBe('\u00fc\u00fc');
  });

  it('keeps nothing of a first line that is too long', () => expect(cutToBytes('abcdef\ng', 3)).toBe(''));
});

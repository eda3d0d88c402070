import { describe, expect, it } from 'vitest';
import { suggestionsOf } from '../../src/report/request-suggestion.ts';
import { finding } from './request-samples.ts';

const PATH = 'grants/payments/2026-11-21-ada-debug.yaml';
const at = (line: number) => ({ file: PATH, line, column: 1, endLine: line, endColumn: 2 });
const texts = (...lines: readonly string[]) => new Map([[PATH, lines.join('\n')]]);

describe('what one click mends', () => {
  it('is the line that is wrong, or one beside it', () => {
    const message = '`8h is longer than the 4h that environment prod allows`';
    expect(suggestionsOf([finding({ at: at(2) })], texts('principal: ada', 'duration: 8h # long'))).toEqual([
      { path: PATH, line: 2, body: `${message}\n\n\`\`\`suggestion\nduration: 4h\n\`\`\`` },
    ]);
    expect(suggestionsOf([finding({ at: at(1) })], texts('expires: 2026-11-22T02:00:00Z'))).toEqual([
      { path: PATH, line: 1, body: `${message}\n\n\`\`\`suggestion\nexpires: 2026-11-22T02:00:00Z\nduration: 4h\n\`\`\`` },
    ]);
    const both = [finding({ at: at(1) }), finding({ at: at(1), message: 'another' })];
    expect(suggestionsOf(both, texts('expires: x'))).toHaveLength(1);
  });

  it('is nothing that would break the file, and nothing that is not exact', () => {
    expect(suggestionsOf([finding({ at: at(1) })], texts('expires: x', 'duration: 9h'))).toEqual([]);
    expect(suggestionsOf([finding({ at: at(1) })], texts('  - { role: debug }'))).toEqual([]);
    expect(suggestionsOf([finding({ at: at(9) })], texts('expires: x'))).toEqual([]);
    expect(suggestionsOf([finding()], new Map())).toEqual([]);
    expect(suggestionsOf([finding({ code: 'GK2104', at: at(1) })], texts('expires: x'))).toEqual([]);
    expect(suggestionsOf([finding({ hint: 'Shorten the grace, which counts too', at: at(1) })], texts('grace: 9h'))).toEqual([]);
    const { at: _at, hint: _hint, ...bare } = finding();
    expect(suggestionsOf([bare], texts('expires: x'))).toEqual([]);
  });

  it('shows hostile lines as they are, in a fence that they cannot close', () => {
    const [one] = suggestionsOf([finding({ at: at(1), message: '@all <b>' })], texts('expires: "```"'));
    expect(one?.body).toBe('`@all <b>`\n\n````suggestion\nexpires: "```"\nduration: 4h\n````');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { readDocument } from '../../src/grants/document.ts';
import { bytesOf, example } from './example.ts';

/** What the second parser makes of a text: text everywhere, as ours. */
function second(text: string): { readonly clean: boolean; readonly json: string } {
  const document = parseDocument(text, { schema: 'failsafe', version: '1.2', logLevel: 'silent', prettyErrors: false });
  const clean = document.errors.length + document.warnings.length === 0;
  return { clean, json: clean ? JSON.stringify(document.toJS(), (_, value: unknown) => value ?? '') : '' };
}

/** Whether ours takes the text; what it takes, the other must take and read alike. */
function agrees(text: string): boolean {
  const { document, findings } = readDocument('x.yaml', bytesOf(text), 64 * 1024);
  if (document === undefined || findings.length > 0) return false;
  expect(second(text)).toEqual({ clean: true, json: JSON.stringify(document.root) });
  return true;
}

/** Signs that mean something in YAML, and a few that do not. */
const PIECES =
  `a§b§k§1§-§- §: §:§\n§\n§\n  §\n    §  § §{§}§[§]§, §,§"§'§#§ #§|§>§|-§>+§&§*§!§?§? §~§%§@§\`§\\§\\n§---§...§<<§=§/§.§é§😀§\r\n`.split(
    '§',
  );

describe('the second reader', () => {
  it('reads alike what ours takes of any soup of signs', () => {
    const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 });
    const start = fc.constantFrom('', 'k: ', 'k:\n  - ', 'k: { ', 'k: [ ', 'k: "', "k: '", 'k: |\n ');
    let taken = 0;
    fc.assert(
      fc.property(start, soup, (head, tail) => void (taken += Number(agrees(head + tail.join(''))))),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(300);
  });

  it('reads alike what ours takes of files with a slip in them', () => {
    const slip = fc.record({
      text: fc.constantFrom(...Object.values(example)),
      at: fc.nat(),
      cut: fc.integer({ min: 0, max: 3 }),
      put: fc.oneof(fc.constantFrom(...PIECES), fc.constant('')),
    });
    let taken = 0;
    const check = ({ text, at, cut, put }: { text: string; at: number; cut: number; put: string }) => {
      const offset = at % (text.length + 1);
      taken += Number(agrees(text.slice(0, offset) + put + text.slice(offset + cut)));
    };
    fc.assert(fc.property(slip, check), { numRuns: 600 });
    expect(taken).toBeGreaterThan(60);
  });

  it('reads alike what it has written itself', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '#', ':', '-', '"', "'", '\n', '{', ']', '&', '*', '!', '%', '1', 'é') });
    const value = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 3 }, text, fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(text, tie('node'), { maxKeys: 3 })),
    })).node;
    const style = fc.record({ lineWidth: fc.constantFrom(0, 40, 80), collectionStyle: fc.constantFrom('any', 'flow', 'block') });
    let taken = 0;
    fc.assert(
      fc.property(fc.dictionary(text, value, { minKeys: 1, maxKeys: 4 }), style, (tree, { lineWidth, collectionStyle }) => {
        taken += Number(agrees(stringify(tree, { lineWidth, collectionStyle: collectionStyle as 'any' })));
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

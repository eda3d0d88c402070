import { describe, expect, it } from 'vitest';
import { mutantsOf } from './mutants.ts';
import { counting } from './turns.ts';
import { comingBy, passedOf } from './survey.ts';

/** The source with each mutant in it, in the order of the file. */
function changed(source: string): readonly string[] {
  return mutantsOf('x.ts', source).map(({ start, end, put }) => source.slice(0, start) + put + source.slice(end));
}

describe('mutants', () => {
  it('move bounds, turn conditions round and swap operators', () => {
    expect(changed('const f = a < b;')).toEqual(['const f = a <= b;', 'const f = a >= b;']);
    expect(changed('const f = a && !b;')).toEqual(['const f = a || !b;', 'const f = a && (b);']);
    expect(changed('let f; if (a) f = true;')).toEqual([
      'let f; if (true) f = true;',
      'let f; if (false) f = true;',
      'let f; if (a) ;',
      'let f; if (a) f = false;',
    ]);
  });

  it('empty texts, lists, objects and bodies, and leave calls out', () => {
    expect(changed("const f = ['x'];")).toEqual(['const f = [];', "const f = [''];"]);
    expect(changed('function f() { return 1; }')).toEqual(['function f() {}']);
    expect(changed('const f = a.filter(b).some(c);')).toEqual(['const f = a.some(c);', 'const f = a.filter(b).every(c);']);
    expect(changed('const f = { a: `b` };')).toEqual(['const f = {};', 'const f = { a: `` };']);
  });

  it('take a call that every object has for none of theirs', () => expect(changed('const f = a.toString();')).toEqual([]));

  it('leave types, imports and names alone', () => {
    const source =
      "import a from 'a';\ntype T = 'x' | true;\ninterface I { readonly a: 'b' }\nexport type { B } from 'b';\nexport { c } from 'c';\nexport function f(a: 'x'): T {}\n";
    expect(changed(source)).toEqual([]);
  });

  it('know their line', () => expect(mutantsOf('x.ts', '\n\nconst a = true;').map(({ line }) => line)).toEqual([3]));
});

describe('a source whose turns are counted', () => {
  const T = 'globalThis.grantkeeperBench.turn();';

  it('counts at the start of each body, and stays as it is where it does not parse', () => {
    expect(counting('x.ts', 'for (const a of b) { c(a); }')).toBe(`for (const a of b) {${T} c(a); }`);
    expect(counting('x.ts', 'while (a) b();')).toBe(`while (a) {${T}b();}`);
    expect(counting('x.ts', 'for (;;) for (const a in b) c(a);')).toBe(`for (;;) {${T}for (const a in b) {${T}c(a);}}`);
    expect(counting('x.ts', 'do { a(); } while (b);')).toBe(`do {${T} a(); } while (b);`);
    expect(counting('x.ts', 'while (')).toBe('while (');
  });
});

describe('a survey of the tests', () => {
  const known = { test: 'a', broken: [], ms: 1 };
  const survey = { tests: [], loading: [{ 'x.ts': [60] }], importers: [] };

  it('goes by the innermost stretch', () => {
    const stretches = [
      [0, 100, true],
      [40, 50, false],
      [44, 46, true],
    ] as const;
    expect(passedOf(stretches, [0, 39, 40, 43, 44, 45, 46, 49, 50, 99, 100])).toEqual([0, 39, 44, 45, 50, 99]);
  });

  it('asks those that come by, and of one that takes long the cases that do; of what every load runs all', () => {
    const short = { known, passed: { 'x.ts': [1, 2] } };
    const long = { ...short, cases: [{}, { 'x.ts': [1] }, { 'x.ts': [1, 2] }] };
    expect([1, 3, 60].map((at) => comingBy(survey, short, 'x.ts', at))).toEqual(['all', 'none', 'all']);
    expect([1, 2, 3, 60].map((at) => comingBy(survey, long, 'x.ts', at))).toEqual([[1, 2], [2], 'none', 'all']);
    expect(comingBy(survey, long, 'y.ts', 1)).toBe('none');
  });
});

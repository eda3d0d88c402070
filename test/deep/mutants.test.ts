import { describe, expect, it } from 'vitest';
import { mutantsOf } from './mutants.ts';
import { pageOf } from './page.ts';

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

  it('leave types, imports and names alone', () => {
    const source = "import a from 'a';\ntype T = 'x' | true;\ninterface I { readonly a: 'b' }\nexport function f(a: 'x'): T {}\n";
    expect(changed(source)).toEqual([]);
  });

  it('know their line', () => expect(mutantsOf('x.ts', '\n\nconst a = true;').map(({ line }) => line)).toEqual([3]));
});

describe('the page of a night', () => {
  it('tells the commit, and of each part whether it held, with its figures in a frame that they cannot leave', () => {
    const page = pageOf('abc', [{ part: 'fuzz', ok: false, figures: {}, lines: ['a ``` b'], seconds: 1.6 }]);
    expect(page).toContain('at commit `abc`');
    expect(page).toContain("Something did not hold; 2 s. Again: `npm run test:deep -- --only fuzz`.\n\n```text\na ''' b\n```\n");
  });
});

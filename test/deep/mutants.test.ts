import { describe, expect, it } from 'vitest';
import { mutantsOf } from './mutants.ts';
import { pageOf } from './page.ts';
import { comesBy } from './survey.ts';

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
    const source = "import a from 'a';\ntype T = 'x' | true;\ninterface I { readonly a: 'b' }\nexport function f(a: 'x'): T {}\n";
    expect(changed(source)).toEqual([]);
  });

  it('know their line', () => expect(mutantsOf('x.ts', '\n\nconst a = true;').map(({ line }) => line)).toEqual([3]));
});

describe('a survey of the tests', () => {
  const tests = [
    {
      known: { test: 'a', broken: [], ms: 1 },
      ran: {
        'x.ts': [
          [0, 100, true],
          [40, 50, false],
          [44, 46, true],
        ] as const,
      },
    },
  ];
  const survey = {
    tests,
    loading: [
      {
        'x.ts': [
          [0, 100, false],
          [60, 70, true],
        ] as const,
      },
    ],
    importers: [],
  };
  const comes = (at: number, file = 'x.ts') => comesBy(survey, tests[0] as (typeof tests)[number], file, at);

  it('goes by the innermost stretch, and by what every load runs', () => {
    expect([0, 39, 40, 43, 44, 45, 46, 49, 50, 99].map((at) => comes(at))).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
    expect([65, 100].map((at) => comes(at))).toEqual([true, false]);
    expect(comes(0, 'y.ts')).toBe(false);
    const loaded = { ...survey, tests: [], loading: [{ 'y.ts': [[0, 9, true]] as const }] };
    expect(comesBy(loaded, tests[0] as (typeof tests)[number], 'y.ts', 3)).toBe(true);
  });
});

describe('the page of a night', () => {
  it('tells the commit, and of each part whether it held, with its figures in a frame that they cannot leave', () => {
    const page = pageOf('abc', [{ part: 'fuzz', ok: false, figures: {}, lines: ['a ``` b'], seconds: 1.6 }]);
    expect(page).toContain('at commit `abc`');
    expect(page).toContain("Something did not hold; 2 s. Again: `npm run test:deep -- --only fuzz`.\n\n```text\na ''' b\n```\n");
  });
});

import { describe, expect, it } from 'vitest';
import { ownersOf, parseCodeowners } from '../../src/domain/codeowners.ts';

function owners(text: string, path: string): readonly string[] | undefined {
  return ownersOf(parseCodeowners(text).rules, path);
}

function problems(text: string): readonly (readonly [number, string])[] {
  return parseCodeowners(text).problems.map(({ line, problem }) => [line, problem]);
}

/** A pattern, what it matches, and what it does not. */
const PATTERNS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['*', ['a.yaml', 'grants/a.yaml', 'grants/payments/a.yaml', '.github/CODEOWNERS'], []],
  ['**', ['a.yaml', 'grants/payments/a.yaml'], []],
  ['**/*', ['a.yaml', 'grants/payments/a.yaml'], []],
  ['/*', ['README.md', 'CODEOWNERS'], ['grants/a.yaml', 'docs/x/y.md']],
  ['/**', ['README.md', 'grants/a.yaml'], []],
  ['*.yaml', ['a.yaml', 'grants/a.yaml', '.yaml'], ['a.yml', 'a.yaml.txt', 'A.YAML']],
  ['/*.yaml', ['a.yaml'], ['grants/a.yaml']],
  ['a.*', ['a.yaml', 'x/a.b.c', 'a.'], ['ab.yaml', 'a']],
  ['grants', ['grants', 'grants/a.yaml', 'old/grants/a.yaml', 'old/grants'], ['grants.md', 'mygrants/a.yaml', 'Grants/a.yaml']],
  ['grants/', ['grants/a.yaml', 'grants/x/a.yaml', 'old/grants/a.yaml'], ['grants', 'old/grants', 'grantsx/a.yaml']],
  ['/grants', ['grants', 'grants/a.yaml'], ['old/grants/a.yaml', 'grantsx']],
  ['/grants/', ['grants/a.yaml', 'grants/x/y/a.yaml'], ['grants', 'old/grants/a.yaml']],
  ['/grants/payments/', ['grants/payments/a.yaml', 'grants/payments/x/a.yaml'], ['grants/payments', 'grants/payments.yaml', 'grants/search/a.yaml', 'x/grants/payments/a.yaml']],
  ['grants/payments', ['grants/payments', 'grants/payments/a.yaml'], ['x/grants/payments/a.yaml', 'grants/payments2/a.yaml']],
  ['grants/*', ['grants/README.md', 'grants/payments'], ['grants', 'grants/payments/a.yaml', 'x/grants/a.yaml']],
  ['docs/*', ['docs/start.md'], ['docs/build/start.md', 'docs', 'docs/']],
  ['/docs/*', ['docs/start.md'], ['docs/build/start.md']],
  ['docs/*.md', ['docs/start.md'], ['docs/build/start.md', 'docs/start.txt']],
  ['docs/**', ['docs/start.md', 'docs/build/start.md'], ['docs', 'x/docs/start.md']],
  ['docs/**/', ['docs/start.md', 'docs/build/start.md'], ['docs', 'x/docs/start.md']],
  ['docs/**/*.md', ['docs/start.md', 'docs/a/b/start.md'], ['docs/start.txt', 'start.md']],
  ['docs/**/api', ['docs/api', 'docs/api/x', 'docs/a/b/api/x'], ['api', 'docs/apis', 'x/docs/api']],
  ['**/logs', ['logs', 'logs/x', 'build/logs/x', 'a/b/logs'], ['logsx', 'a/xlogs']],
  ['**/logs/', ['logs/x', 'build/logs/x'], ['logs', 'a/logs']],
  ['**/a/b', ['a/b', 'x/a/b', 'x/y/a/b/c'], ['a/x/b', 'ab']],
  ['**/', ['a/b', 'a/b/c'], ['a']],
  ['*/', ['a/b', 'x/a/b'], ['a']],
  ['/*/', ['a/b', 'x/a/b'], ['a']],
  ['*/a.yaml', ['x/a.yaml'], ['a.yaml', 'x/y/a.yaml']],
  ['grants/*/a.yaml', ['grants/payments/a.yaml'], ['grants/a.yaml', 'grants/x/y/a.yaml']],
  ['grants/*/', ['grants/payments/a.yaml', 'grants/x/y/a.yaml'], ['grants/a.yaml']],
  ['grants/p*', ['grants/payments', 'grants/payments/a.yaml', 'grants/p'], ['grants/search/a.yaml']],
  ['f?o', ['foo', 'x/f-o', 'foo/x'], ['fo', 'fooo', 'f/o']],
  ['f??', ['foo'], ['fo', 'f/o']],
  ['?', ['a', 'x/b'], ['ab']],
  ['f\\*o', ['f*o'], ['foo', 'fo']],
  ['f\\?o', ['f?o'], ['foo']],
  ['f\\\\o', ['f\\o'], ['foo']],
  ['my\\ file.yaml', ['my file.yaml', 'x/my file.yaml'], ['my', 'my\\ file.yaml']],
  ['a**b', ['ab', 'axxb'], ['a/b']],
  ['a**', ['a', 'abc', 'abc/d'], ['ba']],
  ['a/b/c/d', ['a/b/c/d', 'a/b/c/d/e'], ['a/b/c', 'b/c/d']],
  ['a.b+c(d)|{e}', ['a.b+c(d)|{e}'], ['aXb+c(d)|{e}']],
  ['*a*b*', ['ab', 'xaxbx', 'q/ab'], ['ba', 'a', 'b']],
  ['x!y', ['x!y'], ['x']],
  ['\u00e9?.md', ['\u00e9\u{1F600}.md'], ['\u00e9.md']],
]; // prettier-ignore

const CASES = PATTERNS.flatMap(([pattern, yes, no]) => [
  ...yes.map((path) => [pattern, path, true] as const),
  ...no.map((path) => [pattern, path, false] as const),
]);

describe('a pattern', () => {
  it('has more than a hundred cases here', () => expect(CASES.length).toBeGreaterThan(100));
  it.each(CASES)('%s and %s: %s', (pattern, path, answer) => expect(owners(`${pattern} @bo-s`, path) !== undefined).toBe(answer));
});

describe('ownersOf', () => {
  const FILE = [
    '# who approves',
    '*                  @everyone',
    '/grants/           @acme/access   # all of it',
    '/grants/payments/  @bo-s\t@chi-p',
    '/grants/payments/open/',
    '/grants/payments/shut.yaml # nobody',
    '*.md               docs@example.com',
  ].join('\n');

  it.each([
    ['README.txt', ['@everyone']],
    ['grants/search/a.yaml', ['@acme/access']],
    ['grants/payments/a.yaml', ['@bo-s', '@chi-p']],
    ['grants/payments/open/a.yaml', []],
    ['grants/payments/shut.yaml', []],
    ['grants/payments/open/a.md', ['docs@example.com']],
  ])('the last line that matches %s rules', (path, found) => expect(owners(FILE, path)).toEqual(found));

  it('tells what nobody was named for from what nobody spoke of', () => {
    expect(owners('/grants/ @bo-s', 'policy/policy.yaml')).toBeUndefined();
    expect(owners('/grants/ @bo-s\n/grants/', 'grants/a.yaml')).toEqual([]);
    expect(owners('', 'a')).toBeUndefined();
  });
});

describe('parseCodeowners', () => {
  it('keeps lines, patterns and owners as written', () => {
    const { rules, problems: found } = parseCodeowners('\n# x\n  /a/   @Bo-S  @acme/On_call-2 a.b+c@example.co.uk  ');
    expect(rules.map(({ line, pattern, owners: names }) => [line, pattern, names])).toEqual([
      [3, '/a/', ['@Bo-S', '@acme/On_call-2', 'a.b+c@example.co.uk']],
    ]);
    expect(found).toEqual([]);
  });

  it('reads owners up to a comment, with or without a blank after its sign', () => {
    expect(owners('/a/ @bo-s #and nobody else', 'a/b')).toEqual(['@bo-s']);
    expect(owners('/a/ @bo-s # and nobody else', 'a/b')).toEqual(['@bo-s']);
  });

  it('takes a mail address up to the longest that there is', () => {
    const mail = (length: number) => `* ${'@example.com'.padStart(length, 'x')}`;
    expect([mail(320), mail(321)].map((line) => parseCodeowners(line).rules.length)).toEqual([1, 0]);
  });

  it('reads the line ends and the mark of another system', () => {
    expect(owners('\uFEFF* @a\r\n/x/ @b\r\n', 'x/y')).toEqual(['@b']);
    expect(owners('\uFEFF* @a\r\n/x/ @b\r\n', 'y')).toEqual(['@a']);
  });

  it.each([
    ['!/grants/ @a', '"!" does not work in CODEOWNERS'],
    ['/apps/[ab]/ @a', '"[ ]" does not work in CODEOWNERS'],
    ['/apps/x] @a', '"[ ]" does not work in CODEOWNERS'],
    ['[Section] @a', '"[ ]" does not work in CODEOWNERS'],
    ['^[Section][2]', '"[ ]" does not work in CODEOWNERS'],
    ['\\#x @a', '"#" in a pattern does not work in CODEOWNERS'],
    ['c#/ @a', '"#" in a pattern does not work in CODEOWNERS'],
    ['a*** @a', 'three stars have no meaning'],
    ['/ @a', '/ names no path'],
    ['// @a', '// names no path'],
    ['/a//b @a', '/a//b names no path'],
    ['./a @a', './a matches no path'],
    ['/a/../b @a', '/a/../b matches no path'],
    ['a\\', 'a\\ ends in a backslash'],
    ['/a/b\\', '/a/b\\ ends in a backslash'],
    ['* bo', 'bo is no owner'],
    ['* @bo chi', 'chi is no owner'],
    ['* bo @chi gil', 'bo is no owner'],
    ['* @-bo', '@-bo is no owner'],
    ['* @acme/', '@acme/ is no owner'],
    ['* @acme/a/b', '@acme/a/b is no owner'],
    ['* @', '@ is no owner'],
    ['* @bo#x', '@bo#x is no owner'],
    ['* bo@', 'bo@ is no owner'],
    ['* bo@example', 'bo@example is no owner'],
    ['* @bo,', '@bo, is no owner'],
    [`* ${'x'.repeat(400)}@example.com`, `${'x'.repeat(400)}@example.com is no owner`],
  ])('skips %s whole', (line, problem) => {
    const { rules, problems: found } = parseCodeowners(`* @before\n${line}\n`);
    expect(rules.map(({ owners: names }) => names)).toEqual([['@before']]);
    expect(found).toEqual([{ line: 2, problem, hint: expect.stringMatching(/\S/) }]);
  });

  it('lets a skipped line neither give nor clear', () => {
    expect(owners('/grants/ @bo-s\n/grants/ @chi-p nobody\n/grants/[x]', 'grants/a.yaml')).toEqual(['@bo-s']);
  });

  it('ignores a file of 3 MB as a whole, counted in bytes', () => {
    const line = '/grants/ @bo-s\n';
    const padding = (length: number) => `#${'\u00e9'.repeat(Math.floor((length - line.length - 2) / 2))}\n`;
    expect(problems(line + padding(2_999_990))).toEqual([]);
    const tooLarge = {
      rules: [],
      problems: [
        {
          line: 1,
          problem: 'the file has 3 MB or more, so GitHub does not load it',
          hint: 'Use wildcards to bring several lines into one',
        },
      ],
    };
    expect(parseCodeowners(line + padding(3_000_004))).toEqual(tooLarge);
    expect(problems(`${line}#`.padEnd(2_999_999, 'x'))).toEqual([]);
    expect(parseCodeowners(`${line}#`.padEnd(3_000_000, 'x'))).toEqual(tooLarge);
  });

  it('stays quick on what makes other readers slow', () => {
    const began = process.hrtime.bigint();
    expect(owners(`${'**/a*a*'.repeat(40)} @bo-s`, `${'aaaaaaaa/'.repeat(200)}b`)).toBeUndefined();
    expect(problems(`* x@${'.'.repeat(200_000)}@`)).toHaveLength(1);
    expect(process.hrtime.bigint() - began).toBeLessThan(2_000_000_000n);
  });
});

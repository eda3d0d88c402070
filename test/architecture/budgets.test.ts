import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import config from '../../vitest.config.ts';
import { ROOT, sourceFiles } from './imports.ts';

const PURE: ReadonlySet<string> = new Set(['domain', 'grants', 'policy', 'reconcile', 'report']);

const code = globSync('{src,test,scripts,bench}/**/*.ts', { cwd: ROOT, exclude: (path) => /(^|\/)(node_modules|golden)(\/|$)/.test(path) });
const texts = new Map(code.toSorted().map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));

/** Lines that match, as `file:line`. */
function found(
  pattern: RegExp,
  paths: readonly string[] = [...texts.keys()],
  textOf = (path: string) => texts.get(path) ?? '',
): readonly string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}`] : [])),
  );
}

/** Comments become blanks, so that a word in one is no use of it. */
function withoutComments(path: string): string {
  const text = texts.get(path) ?? '';
  return parseSync(path, text).comments.reduce(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(start, end).replaceAll(/[^\n]/g, ' ') + rest.slice(end),
    text,
  );
}

const word = (...parts: readonly string[]) => parts.join('');

describe('budgets', () => {
  it('count no line out of the coverage', () => {
    expect(found(new RegExp(`\\b(${word('v', '8')}|${word('c', '8')}|${word('istan', 'bul')}|node:coverage) (ignore|disable)`))).toEqual(
      [],
    );
    const { exclude, include, thresholds } = config.test?.coverage ?? {};
    expect(exclude).toEqual(['src/grants/generated/**']);
    const folders = ['domain', 'grants', 'policy', 'reconcile'].map((folder) => `src/${folder}/**`);
    expect(include).toEqual(expect.arrayContaining([...folders, 'src/ledger/chain.ts']));
    expect(thresholds).toEqual({ branches: 100, functions: 100, lines: 100, statements: 100 });
  });

  it('leave nothing for later', () => {
    expect(found(new RegExp(`\\b(${word('TO', 'DO')}|${word('FIX', 'ME')}|${word('X', 'XX')}|${word('HA', 'CK')})\\b`))).toEqual([]);
  });

  it('silence no type error', () => expect(found(new RegExp(`@ts-${word('ig', 'nore')}|@ts-${word('no', 'check')}`))).toEqual([]));

  it('run every test there is', () => {
    const tests = [...texts.keys()].filter((path) => path.endsWith('.test.ts'));
    expect(found(/\b(it|test|describe|suite)(\.\w+)*\.(only|skip|todo|fails)\b/, tests)).toEqual([]);
  });

  it('pass a test over only where its data or its program is not there', () => {
    const conditional = found(/\b(it|test|describe)(\.\w+)*\.(skipIf|runIf)\(/);
    const unfounded = conditional.filter((place) => {
      const [path = '', line = ''] = place.split(':');
      const text = texts.get(path) ?? '';
      // Who may write where a test does not expect it: root can, so it proves nothing there.
      return !/CONFORMANCE_DATA|corpora\.ts|gcloud/.test(text) && !/getuid/.test(text.split('\n')[Number(line) - 1] ?? '');
    });
    expect(unfounded).toEqual([]);
  });

  it('keep clock, chance, environment and I/O out of the pure folders', () => {
    const pure = sourceFiles().filter((path) => PURE.has(path.split('/')[1] ?? '') && path.endsWith('.ts'));
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\b\.|\bperformance\b\.|\bset(Timeout|Interval|Immediate)\(|\bfetch\(|\bconsole\./;
    expect(found(impure, pure, withoutComments)).toEqual([]);
  });

  it('sort by code unit', () => expect(found(/\blocaleCompare\b/, sourceFiles(), withoutComments)).toEqual([]));
});

describe('the sources', () => {
  it('name no folder of anybody’s machine', () => {
    expect(found(/(^|[^\w.])\/(home|root|Users|private|farm|work|mnt)\/[a-z]/, sourceFiles())).toEqual([]);
    const own = ROOT.replace(/\/$/, '');
    const all = globSync('{src,test,scripts,bench,docs,schemas,policy,grants}/**/*.{ts,js,json,md,yaml,txt}', {
      cwd: ROOT,
      exclude: (path) => path.includes('node_modules'),
    });
    expect(all.filter((path) => readFileSync(join(ROOT, path), 'utf8').includes(own))).toEqual([]);
  });

  it('name no registry of packages', () => {
    const hosts = new RegExp(
      `${word('registry.', 'npmjs')}|${word('registry.', 'yarnpkg')}|${word('npm.pkg.', 'github')}|${word('deb.', 'debian')}`,
    );
    expect(found(hosts)).toEqual([]);
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
  });
});

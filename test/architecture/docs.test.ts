import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MEANINGS } from '../../scripts/docs/findings.ts';
import { IDLE } from '../../scripts/docs/files.ts';
import { documents, outdated, withBlocks } from '../../scripts/docs.ts';
import { parseArguments } from '../../src/cli/program.ts';
import { codeowners } from '../../src/commands/codeowners.ts';
import { COMMANDS } from '../../src/commands/commands.ts';
import { plan } from '../../src/commands/plan.ts';
import { validate } from '../../src/commands/validate.ts';
import { contextOf } from '../../src/compose.ts';
import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { aWorld, BEGIN } from '../scenarios/world.ts';
import { ROOT, sourceFiles } from './imports.ts';

const PAGES = ['README.md', 'grants/README.md', 'recalls/README.md', ...globSync('docs/**/*.md', { cwd: ROOT }).sort()];
const README = textOf('README.md');

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

function blocksOf(page: string, language: string): readonly Block[] {
  return [...textOf(page).matchAll(/^```(\w*)\n(.*?)^```$/gms)]
    .map(([, found = '', text = '']) => ({ page, language: found, text }))
    .filter((block) => block.language === language);
}

/** The code block between `<!-- name: begin -->` and `<!-- name: end -->` of the README. */
function readmeBlock(name: string): string {
  const [, text] = new RegExp(`<!-- ${name}: begin -->\\s+\`\`\`\\w+\\n(.*?)\`\`\``, 's').exec(README) ?? [];
  if (text === undefined) throw new Error(`README.md has no block ${name}`);
  return text;
}

function quoteOf(name: string): string {
  const [, text] = new RegExp(`<!-- ${name}: begin -->\\n(.*?)<!-- ${name}: end -->`, 's').exec(README) ?? [];
  if (text === undefined) throw new Error(`README.md has no quote ${name}`);
  return text;
}

const cleanups: string[] = [];
afterAll(() => cleanups.forEach((dir) => rmSync(dir, { recursive: true, force: true })));

describe('the generated documents', () => {
  it('are what the code makes of them', async () => expect(await outdated()).toEqual([]));

  it('come out the same twice', async () => expect(await documents()).toEqual(await documents()));

  it('refuse a text without a place for a block', () => {
    expect(withBlocks('<!-- a: begin -->\nold\n<!-- a: end -->', new Map([['a', 'new']]))).toBe(
      '<!-- a: begin -->\n\nnew\n\n<!-- a: end -->',
    );
    expect(() => withBlocks('nothing', new Map([['a', 'new']]))).toThrow('there is no place for a');
  });
});

describe('codes of findings', () => {
  const tables = /\/codes\.ts$/;
  const used = new Set(
    sourceFiles()
      .filter((path) => !tables.test(path))
      .flatMap((path) => textOf(path).match(/\bGK\d{4}\b/g) ?? []),
  );

  it('have a meaning, each of them', () => expect([...used].filter((code) => !MEANINGS.has(code)).sort()).toEqual([]));

  it('are used, each that has a meaning', () => expect([...MEANINGS.keys()].filter((code) => !used.has(code)).sort()).toEqual([]));
});

describe('what pages say to type', () => {
  const lines = PAGES.flatMap((page) => blocksOf(page, 'sh')).flatMap(({ page, text }) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => [page, line] as const),
  );

  it('is there to be typed', () => expect(lines.length).toBeGreaterThan(20));

  it.each(lines)('%s: %s', async (_, line) => expect(await isKnown(line)).toBe(true));

  it.each(['grantkeeper status', 'grantkeeper plan --fast', 'npm run nothing', 'rm -r /'])('is not %s', async (line) =>
    expect(await isKnown(line)).toBe(false),
  );

  it('names no command that does not exist', () => {
    const named = PAGES.flatMap((page) =>
      [...textOf(page).matchAll(/\bgrantkeeper ([a-z][a-z-]*)\b/g)].map(([, name = '']) => `${page}: ${name}`),
    );
    expect(named.filter((one) => !COMMANDS.has(one.replace(/^.*: /, '')))).toEqual([]);
  });

  it('names none that is only planned', () => {
    const planned = ['request', 'renew', 'break-glass', 'status', 'explain', 'history', 'drift', 'import', 'notify', 'review', 'report'];
    const further = ['verify', 'dashboard', 'init', 'doctor'];
    const missing = [...planned, ...further].filter((name) => !COMMANDS.has(name));
    expect(missing.filter((name) => README.includes(`\`${name}\``))).toEqual([]);
  });
});

/** A line of a shell that works today: a script of npm, a command of ours with its options, or a tool that everybody has. */
async function isKnown(line: string): Promise<boolean> {
  const words = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
  const [program = '', ...args] = words;
  if (program === 'npm') return ['ci', 'link'].includes(args[0] ?? '') || (args[args[0] === 'run' ? 1 : 0] ?? '') in packageFile.scripts;
  if (/^(\.\/)?grantkeeper$/.test(program)) {
    const silent = { out: () => undefined, err: () => undefined };
    return (await parseArguments(args, '0.0.0', silent)).kind === 'run';
  }
  return ['git', 'gh', 'cd', 'cp', 'cat'].includes(program);
}

describe('links', () => {
  const links = PAGES.flatMap((page) => {
    const text = textOf(page).replaceAll(/^```.*?^```$/gms, '');
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => [page, target] as const)
      .filter(([, target]) => !/^https?:/.test(target));
  });

  it('lead to a file, and to a heading of it', () => {
    const broken = links.filter(([page, target]) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), path));
      return !existsSync(join(ROOT, file)) || (anchor !== undefined && !anchorsOf(file).has(anchor));
    });
    expect(links.length).toBeGreaterThan(50);
    expect(broken).toEqual([]);
  });
});

/** As GitHub makes them: lower case, signs gone, blanks as hyphens. */
function anchorsOf(file: string): ReadonlySet<string> {
  const headings = [...textOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
}

describe('the README', () => {
  it('shows the grant of the worked example as it is', () => {
    const path = 'grants/payments/2026-11-23-ada-debug.yaml';
    const [, ...rest] = textOf(path).split('\n');
    expect(readmeBlock('grant')).toBe(`# ${path}\n${rest.join('\n')}`);
  });

  it('shows the plan of that grant as it is printed', async () => {
    const path = 'grants/payments/2026-11-23-ada-debug.yaml';
    const world = await aWorld();
    await world.land({ [path]: textOf(path) });
    const report = await world.run(plan);
    const steady = (text: string) => text.replace(/ at [0-9a-f]{7} /, ' at xxxxxxx ');
    expect(steady(readmeBlock('plan'))).toBe(steady(report.text));
  });

  it('shows the comment that a reviewer reads as it is written', () => {
    const [said = ''] = textOf('test/report/golden/request-new-request.md').split('<details>');
    // The formatter pads tables.
    const words = (text: string) => text.replaceAll(/^>/gm, '').replaceAll(/-+/g, '-').split(/\s+/).filter(Boolean);
    expect(words(quoteOf('comment'))).toEqual(words(said));
  });

  it('says of keys that nothing acts on them only while that is so', () => {
    const acting = sourceFiles().filter((path) => !/^src\/(grants|domain)\//.test(path));
    const used = IDLE.filter((key) => acting.some((path) => new RegExp(`(policy|policy\\))\\.${key}\\b`).test(textOf(path))));
    expect(used).toEqual([]);
  });
});

describe('the files of "set up a repository"', () => {
  it('are a repository without findings', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'grantkeeper-docs-'));
    cleanups.push(dir);
    for (const { text } of blocksOf('docs/how-to/set-up-a-repository.md', 'yaml')) {
      const [, path] = /^# (\S+)\n/.exec(text) ?? [];
      if (path === undefined) throw new Error(`a file without a name: ${text}`);
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    execFileSync('git', ['init', '--quiet', dir]);
    const context = { ...contextOf({ quiet: true }, { stopping: () => false }, dir, undefined), now: BEGIN satisfies Instant };
    const before = await validate.run(context, { 'working-tree': true }, []);
    expect(before.text).toMatch(/GK1501 {2}\.github\/CODEOWNERS is missing/);
    await codeowners.run(context, {}, []);
    const after = await validate.run(context, { 'working-tree': true }, []);
    expect(after.text).toMatch(/^no findings in \d+ files\n$/);
    expect(parseInstant('2026-11-23T09:00:00Z')).toBe(BEGIN);
  });
});

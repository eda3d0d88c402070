import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';
import { ascii } from './ascii.ts';
import { eager } from './eager.ts';
import { plainTexts } from './plain-texts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Rules of one's own that say what such rules mostly say, so that their engine is seen at work too. */
const RULES = [
  'size(grant.principals) <= 9',
  '!(place.env == "prod" && grant.startsOnWeekend)',
  'grant.durationMinutes <= 480 || access.privileged',
  'grant.ticket.like("INC-*") && size(grant.reason) > 10',
  'grant.principals.all(p, !p.endsWith("-bot"))',
  'held.all(h, h.role != "release" || h.scheduled)',
  'history.filter(h, h.daysAgo < 7).size() < 20',
  'place.env in ["prod", "test"] ? principal.kind == "person" : role.maxMinutes + 60 >= 0',
];

function rulesText(): string {
  const lines = RULES.map((rule, at) => `  - { name: own-${at}, expression: '${rule}', message: You must not }\n`);
  return `rules:\n${lines.join('')}`;
}

/**
 * Makes the built program start quicker. Every step works on the written files and changes nothing of what they do.
 *
 * V8 compiles a function when it is first called, and what Node keeps of a module is what was compiled when it was loaded: most of
 * a short run is compiled again each time. A function in parentheses is compiled at once (V8: "You are about to call this function"
 * heuristic) and so is kept. Which ones are worth it is seen from a run.
 */
export const quickStart: Plugin = {
  name: 'quick start',
  writeBundle(output, bundle) {
    const dir = resolve(output.dir ?? '');
    withoutFacades(dir, Object.keys(bundle));
    for (const name of readdirSync(dir))
      if (name.endsWith('.js')) rewrite(join(dir, name), (code) => ascii(plainTexts(code, beside(dir, name))));
    if (!('cli.js' in bundle)) return;
    const seen = [calledByValidate(join(dir, 'cli.js')), ...calledByAction(join(dir, 'action.js'))];
    for (const [file, spans] of worthwhile(seen)) rewrite(join(dir, file), (code) => eager(code, spans));
  },
};

/** Writes tables beside the chunk that has them; answers what reads one. */
function beside(dir: string, chunk: string): (table: string) => string {
  let count = 0;
  return (table) => {
    const name = `${basename(chunk, '.js')}-${(count += 1)}.txt`;
    writeFileSync(join(dir, name), table);
    return `globalThis.process.getBuiltinModule("node:fs").readFileSync(\`\${import.meta.dirname}/${name}\`, "latin1")`;
  };
}

/** A chunk that only hands on what another one holds is one more file to find, read and link: whoever loads it is sent on. */
function withoutFacades(dir: string, names: readonly string[]): void {
  const code = names.filter((name) => name.endsWith('.js')).map((name) => [name, readFileSync(join(dir, name), 'utf8')] as const);
  const facades = code.flatMap(([name, text]) => facadeIn(name, text));
  for (const { name } of facades) rmSync(join(dir, name));
  for (const [name] of code) if (existsSync(join(dir, name))) rewrite(join(dir, name), (text) => facades.reduce(sentOn, text));
}

interface Facade {
  readonly name: string;
  readonly from: string;
  /** As `x as y`. */
  readonly names: readonly string[];
}

function facadeIn(name: string, text: string): readonly Facade[] {
  const [, names, from] = /^export \{ ([^}]+) \} from "(\.\/[^"]+)";\s*$/.exec(text) ?? [];
  return names === undefined || from === undefined ? [] : [{ name, from, names: names.split(', ') }];
}

function sentOn(text: string, { name, from, names }: Facade): string {
  const pairs = names.map((one) => one.split(' as ')).map(([there = '', here = there]) => `${here}: m.${there}`);
  return text.replaceAll(`import("./${name}")`, `import("${from}").then((m) => ({ ${pairs.join(', ')} }))`);
}

/** By file, where the functions lie that a command calls, as `start-end`. */
type Called = ReadonlyMap<string, ReadonlySet<string>>;

/** What most of the commands call that load a file: the others would compile it for nothing. */
function worthwhile(seen: readonly Called[]): Called {
  const files = new Set(seen.flatMap((one) => [...one.keys()]));
  return new Map(
    [...files].map((file) => {
      const own = seen.flatMap((one) => one.get(file) ?? []);
      const all = new Set(own.flatMap((spans) => [...spans]));
      return [file, new Set([...all].filter((span) => own.filter((spans) => spans.has(span)).length * 2 > own.length))];
    }),
  );
}

function calledByValidate(cli: string): Called {
  return inFolder((top) => {
    const seen = join(top, 'seen');
    for (const name of ['grants', 'policy', 'recalls', '.github/CODEOWNERS'])
      cpSync(join(ROOT, name), join(top, name), { recursive: true });
    const { PATH = '' } = process.env;
    // What a run says of the files does not matter here, only what it called on the way.
    const run = (program: string, ...args: readonly string[]) =>
      spawnSync(program, args, { cwd: top, env: { PATH, HOME: top, CI: 'true', NODE_V8_COVERAGE: seen }, stdio: 'ignore' });
    const person = ['-c', 'user.name=x', '-c', 'user.email=x', '-c', 'commit.gpgSign=false'];
    run('git', 'init', '--quiet', '--initial-branch=main', '--template=');
    run('git', 'add', '--', 'grants', 'policy', 'recalls', '.github');
    run('git', ...person, 'commit', '--quiet', '--message', 'x');
    run(process.execPath, cli, 'validate', '--repo', top);
    // As a clone has it: packed, and with a default branch of its remote.
    run('git', 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    run('git', 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    run('git', 'repack', '-a', '-d', '-f', '-q');
    run(process.execPath, cli, 'validate');
    appendFileSync(join(top, 'policy/policy.yaml'), rulesText());
    run(process.execPath, cli, 'validate', '--working-tree');
    return calledIn(seen, dirname(cli));
  });
}

/**
 * And those that the Action calls, from the comment of a plan to prune requests that come and go. Its clock begins at the same time in
 * every build, so that what is built is the same, too: how a time is told goes by the day and the hour.
 */
function calledByAction(entry: string): readonly Called[] {
  return inFolder((top) => {
    const clock = join(top, 'clock.cjs');
    writeFileSync(clock, CLOCK.replace('BEGAN', String(Date.now())));
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: top, TMPDIR: top, NODE_OPTIONS: `--require "${clock}"` };
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/rehearse-action.ts'), entry, top], {
      env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the Action could not be rehearsed: ${stderr}`);
    return ['plan', 'prune'].map((command) => calledIn(join(top, command), dirname(entry)));
  });
}

const CLOCK = `
const Real = Date;
const now = () => Real.UTC(2026, 2, 4, 9, 30, 10) + Real.now() - BEGAN;
globalThis.Date = class Date extends Real {
  static now() { return now(); }
  constructor(...given) { super(...(given.length === 0 ? [now()] : given)); }
};
`;

function inFolder<T>(play: (top: string) => T): T {
  const top = mkdtempSync(join(tmpdir(), 'grantkeeper-start-'));
  try {
    return play(top);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

/** What any run called of the program, by what V8 told of each. */
function calledIn(seen: string, program: string): Called {
  const called = new Map<string, ReadonlySet<string>>();
  for (const name of readdirSync(seen))
    for (const [file, spans] of calledOf(join(seen, name), program)) called.set(file, (called.get(file) ?? new Set<string>()).union(spans));
  return called;
}

/** The form of V8's own coverage (Chrome DevTools Protocol: Profiler.takePreciseCoverage). */
interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
    }[];
  }[];
}

function calledOf(path: string, dir: string): readonly (readonly [string, ReadonlySet<string>])[] {
  const { result } = JSON.parse(readFileSync(path, 'utf8')) as Coverage;
  const ours = result.filter(({ url }) => url.startsWith('file:') && dirname(fileURLToPath(url)) === dir);
  return ours.map(({ url, functions }) => {
    const called = functions.flatMap(({ ranges: [whole] }) => (whole !== undefined && whole.count > 0 ? [whole] : []));
    return [basename(fileURLToPath(url)), new Set(called.map(({ startOffset, endOffset }) => `${startOffset}-${endOffset}`))] as const;
  });
}

function rewrite(path: string, change: (code: string) => string): void {
  const code = readFileSync(path, 'utf8');
  const changed = change(code);
  if (changed !== code) writeFileSync(path, changed);
}

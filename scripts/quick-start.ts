import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import type { Plugin } from 'rolldown';
import { ascii } from './ascii.ts';

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
    for (const name of readdirSync(dir)) if (name.endsWith('.js')) rewrite(join(dir, name), ascii);
    if ('cli.js' in bundle)
      for (const [file, called] of calledIn(join(dir, 'cli.js'))) rewrite(join(dir, file), (code) => eager(code, called));
  },
};

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

/** Where the functions lie that `validate` calls, in each file of the program, as `start-end`. */
function calledIn(cli: string): ReadonlyMap<string, ReadonlySet<string>> {
  const top = mkdtempSync(join(tmpdir(), 'grantkeeper-start-'));
  try {
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
    return together(readdirSync(seen).flatMap((name) => calledOf(join(seen, name), dirname(cli))));
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

/** What any of the runs called. */
function together(seen: readonly (readonly [string, ReadonlySet<string>])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const called = new Map<string, ReadonlySet<string>>();
  for (const [file, spans] of seen) called.set(file, (called.get(file) ?? new Set<string>()).union(spans));
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

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The same code, whose called functions are compiled as soon as it is loaded. A declared function cannot stand in parentheses, so it
 * becomes a variable that is set before anything else runs, which is when a declared function is there too.
 */
function eager(code: string, called: ReadonlySet<string>): string {
  const { program } = parseSync('chunk.js', code);
  const isCalled = ({ start, end }: Span) => called.has(`${start}-${end}`);
  const declared = program.body.flatMap((one) => (one.type === 'FunctionDeclaration' && isCalled(one) ? [one] : []));
  const marks: (readonly [number, string])[] = [];
  const wrap = (one: Span) => void (isCalled(one) && marks.push([one.start, '('], [one.end, ')']));
  new Visitor({ FunctionExpression: wrap, ArrowFunctionExpression: wrap }).visit(program);
  const first = declared.map((one) => `var ${one.id?.name} = (${marked(code, one, marks)});\n`);
  const cuts = declared.flatMap(({ start, end }) => [start, end]);
  const kept = [0, ...cuts, code.length].flatMap((at, n, all) =>
    n % 2 === 0 ? [marked(code, { start: at, end: all[n + 1] ?? at }, marks)] : [],
  );
  return shebangFirst(first.join(''), kept.join(''));
}

/** A part of the code with what is to be put in there; at the same place, what ends stands before what begins. */
function marked(code: string, { start, end }: Span, marks: readonly (readonly [number, string])[]): string {
  const inside = marks.filter(([at, mark]) => (mark === '(' ? at >= start && at < end : at > start && at <= end));
  const order = inside.toSorted(([a, x], [b, y]) => a - b || (x === y ? 0 : x === ')' ? -1 : 1));
  const ends = [...order.map(([at]) => at), end];
  return order.reduce((text, [at, mark], n) => text + mark + code.slice(at, ends[n + 1]), code.slice(start, ends[0]));
}

function shebangFirst(first: string, rest: string): string {
  const [, shebang = '', after = ''] = /^(#!.*\n)?([\s\S]*)$/.exec(rest) ?? [];
  return shebang + first + after;
}

function rewrite(path: string, change: (code: string) => string): void {
  const code = readFileSync(path, 'utf8');
  const changed = change(code);
  if (changed !== code) writeFileSync(path, changed);
}

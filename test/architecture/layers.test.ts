import { describe, expect, it } from 'vitest';
import { type Import, importsOf, sourceFiles, specifiers } from './imports.ts';

/** What the files of a layer may import beside each other: files of other layers, packages, and builtins of Node or none. */
interface Layer {
  /** Names of layers, or single files of them. */
  readonly ours: readonly string[];
  readonly npm?: readonly string[];
  readonly node?: true;
}

const PLAN = ['domain', 'grants', 'policy', 'reconcile', 'report'];

/** The layers of the design, from the inside out. The longest name that begins a path below src/ decides where a file belongs. */
const LAYERS: Readonly<Record<string, Layer>> = {
  domain: { ours: [] },
  grants: { ours: ['domain'], npm: ['js-yaml'] },
  policy: { ours: ['domain'], npm: ['@marcbachmann/cel-js'] },
  reconcile: { ours: ['domain'] },
  report: { ours: ['domain'], npm: ['markdown-table'] },
  apply: { ours: ['domain', 'providers/provider.ts'], npm: ['p-queue'] },
  providers: { ours: ['domain'] },
  'providers/registry': { ours: ['providers', 'providers/gcp', 'providers/azure'] },
  'providers/gcp': { ours: ['domain', 'providers'], npm: ['google-auth-library', '@google-cloud/iam', '@marcbachmann/cel-js'], node: true },
  'providers/azure': {
    ours: ['domain', 'providers'],
    npm: ['@azure/arm-authorization', '@azure/core-rest-pipeline', '@azure/identity', 'uuid'],
  },
  forge: { ours: ['domain'], node: true },
  'forge/github': {
    ours: ['domain', 'forge'],
    npm: ['@octokit/rest', '@octokit/plugin-retry', '@octokit/plugin-throttling'],
    node: true,
  },
  'forge/local': { ours: ['domain', 'forge', 'git'], node: true },
  ledger: { ours: ['domain', 'forge'] },
  git: { ours: ['domain'], npm: ['simple-git'], node: true },
  commands: { ours: [...PLAN, 'apply', 'providers', 'forge', 'forge/local', 'git', 'ledger'], npm: ['p-queue', 'yaml'], node: true },
  cli: { ours: ['commands', 'report', 'compose.ts', 'output.ts'], npm: ['commander'], node: true },
  action: { ours: ['commands', 'report', 'compose.ts', 'output.ts'], npm: ['@actions/core', '@actions/github'], node: true },
  sim: { ours: ['domain/instant.ts'], node: true },
  'compose.ts': {
    ours: [
      'domain',
      'commands',
      'forge',
      'forge/github',
      'git',
      'memory.ts',
      'output.ts',
      'plain-fetch.ts',
      'providers',
      'providers/registry',
      'simulated-world.ts',
    ],
    npm: ['@clack/prompts'],
    node: true,
  },
  'memory.ts': { ours: [], node: true },
  'output.ts': { ours: [], node: true },
  'plain-fetch.ts': { ours: [], node: true },
  'simulated-world.ts': { ours: ['domain', 'commands', 'forge/local', 'git', 'sim'], node: true },
};

const files = sourceFiles();
const imports = files.flatMap(importsOf);

/** The longest name that begins a path: names end where a folder, a file or a word of its name does. */
function layerOf(path: string): string | undefined {
  const below = path.replace(/^src\//, '');
  return Object.keys(LAYERS)
    .filter((name) => below === name || (below.startsWith(name) && /^[/.-]/.test(below.slice(name.length))))
    .sort((a, b) => b.length - a.length)[0];
}

function isAllowed({ file, target, kind }: Import): boolean {
  const own = layerOf(file) ?? '';
  const layer = LAYERS[own];
  if (layer === undefined) return false;
  if (kind === 'npm') return layer.npm?.includes(target) === true;
  if (kind === 'node') return layer.node === true;
  if (target === 'package.json') return file === 'src/compose.ts'; // its version
  const other = layerOf(target);
  return other === own || layer.ours.includes(other ?? '') || layer.ours.includes(target.replace(/^src\//, ''));
}

const shown = ({ file, target }: Import) => `${file} -> ${target}`;

describe('the layers', () => {
  it('have a place for every file, and no place for none', () => {
    expect(files.filter((file) => layerOf(file) === undefined)).toEqual([]);
    const used = new Set(files.map(layerOf));
    expect(Object.keys(LAYERS).filter((name) => !used.has(name))).toEqual([]);
  });

  it('import what the design lets them', () => expect(imports.filter((one) => !isAllowed(one)).map(shown)).toEqual([]));

  it('use every package that they may', () => {
    const used = new Set(imports.map(({ file, target }) => `${layerOf(file)} ${target}`));
    const listed = Object.entries(LAYERS).flatMap(([name, { npm = [] }]) => npm.map((one) => `${name} ${one}`));
    expect(listed.filter((one) => !used.has(one))).toEqual([]);
  });

  // A circle of types alone loads nothing.
  it('go round in no circle', () => expect(circles(imports.filter((one) => !one.typeOnly))).toEqual([]));

  it('keep the simulator behind what decides what is real', () => {
    const users = imports.filter(({ file, target }) => target.startsWith('src/sim/') && !file.startsWith('src/sim/'));
    expect(new Set(users.map((one) => one.file))).toEqual(new Set(['src/simulated-world.ts']));
    const world = imports.filter(({ target }) => target === 'src/simulated-world.ts');
    expect(new Set(world.map((one) => one.file))).toEqual(new Set(['src/compose.ts']));
  });

  it('show the local forge to the commands of the simulation alone', () => {
    const users = imports.filter(({ file, target }) => layerOf(file) === 'commands' && layerOf(target) === 'forge/local');
    expect(users.filter(({ file }) => !/^src\/commands\/(demo\/|sim)/.test(file)).map(shown)).toEqual([]);
  });
});

/** Files that lead back to themselves, each with the way. */
function circles(all: readonly Import[]): readonly string[] {
  const ways = Map.groupBy(
    all.filter((one) => one.kind === 'ours'),
    (one) => one.file,
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, above: readonly string[]) => {
    const at = above.indexOf(file);
    if (at >= 0) return void found.push([...above.slice(at), file].join(' -> '));
    if (done.has(file)) return undefined;
    for (const { target } of ways.get(file) ?? []) walk(target, [...above, file]);
    return void done.add(file);
  };
  for (const file of ways.keys()) walk(file, []);
  return found;
}

describe('the reader of imports', () => {
  it.each([
    ["import type { A } from './a.ts';", './a.ts', true],
    ["import './a.ts';", './a.ts', false],
    ["export * from './a.ts';", './a.ts', false],
    ["export { a } from './../x/a.ts';", './../x/a.ts', false],
    ["const a = await import('./a.ts');", './a.ts', false],
    ["type A = import('./a.ts').A;", './a.ts', true],
    ["type A = typeof import('fs');", 'fs', true],
    ["process.getBuiltinModule('node:fs');", 'node:fs', false],
  ])('sees %s', (code, from, typeOnly) => expect(specifiers('x.ts', code)).toEqual([{ from, typeOnly }]));

  it('refuses a path that is only known later', () => {
    expect(() => specifiers('x.ts', 'await import(name);')).toThrow('x.ts imports what it works out at run time');
  });

  it('refuses what does not parse', () => expect(() => specifiers('x.ts', 'import from from;')).toThrow(/^x\.ts: /));

  it.each([
    ['src/domain/access.ts', 'src/grants/text.ts', 'ours'],
    ['src/providers/gcp/wire.ts', 'src/providers/azure/wire.ts', 'ours'],
    ['src/providers/gcp/wire.ts', 'src/providers/registry.ts', 'ours'],
    ['src/commands/plan.ts', 'src/providers/gcp/cloud.ts', 'ours'],
    ['src/commands/demo/demo.ts', 'src/sim/network.ts', 'ours'],
    ['src/sim/gcp/gcp.ts', 'src/domain/access.ts', 'ours'],
    ['src/policy/judge.ts', 'node:fs', 'node'],
    ['src/reconcile/plan.ts', 'p-queue', 'npm'],
    ['src/commands/plan.ts', 'package.json', 'ours'],
    ['src/elsewhere/a.ts', 'src/domain/access.ts', 'ours'],
  ] as const)('lets no %s import %s', (file, target, kind) => {
    expect(isAllowed({ file, target, kind, typeOnly: false })).toBe(false);
  });

  it('finds a circle', () => {
    const one = (file: string, target: string): Import => ({ file, target, kind: 'ours', typeOnly: false });
    expect(circles([one('a', 'b'), one('b', 'c'), one('c', 'b')])).toEqual(['b -> c -> b']);
  });
});

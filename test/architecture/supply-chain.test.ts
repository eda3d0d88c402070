import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { forUsers } from '../../src/commands/init/users.ts';
import { workflowText } from '../../src/commands/init/workflow.ts';
import { workflows } from '../../src/commands/init/workflows.ts';
import { ROOT } from './imports.ts';

type Wanted = Readonly<Record<string, string>>;

interface Manifest {
  readonly dependencies: Wanted;
  readonly devDependencies: Wanted;
  readonly scripts: Wanted;
}

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const manifest = read('package.json') as Manifest;
const lock = read('package-lock.json') as Lock;

/** Their scripts run at the install; these were read: one fetches the Node of this machine, one compares versions. */
const MAY_RUN: ReadonlySet<string> = new Set(['node_modules/node', 'node_modules/protobufjs']);
const RUN_BY_NPM = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'preprepare', 'postprepare'];

/** What lets other bytes in than those that somebody looked at. */
function troubles({ dependencies, devDependencies, scripts }: Manifest, { packages }: Lock): readonly string[] {
  const wanted = Object.entries({ ...dependencies, ...devDependencies });
  const { '': _root, ...others } = packages;
  return [
    ...wanted.flatMap(([name, version]) => (/^\d+\.\d+\.\d+$/.test(version) ? [] : [`${name} is ${version}`])),
    ...wanted.flatMap(([name, version]) => (packages[`node_modules/${name}`]?.version === version ? [] : [`${name} is locked at another`])),
    ...RUN_BY_NPM.filter((name) => name in scripts).map((name) => `our own ${name} runs`),
    ...Object.entries(others).flatMap(([path, one]) => lockTrouble(path, one).map((trouble) => `${path} ${trouble}`)),
  ];
}

function lockTrouble(path: string, { integrity = '', resolved, link, hasInstallScript }: Locked): readonly string[] {
  return [
    ...(/^sha512-[\w+/]{86}==$/.test(integrity) ? [] : ['is not held to its bytes']),
    ...(resolved === undefined || resolved.startsWith('https://') ? [] : [`comes from ${resolved}`]),
    ...(link === true ? ['is a link'] : []),
    ...(hasInstallScript === true && !MAY_RUN.has(path) ? ['runs a script'] : []),
  ];
}

const OCTOKIT = 'node_modules/@octokit/rest';
const changed = (more: Locked, path = OCTOKIT): Lock => ({ packages: { ...lock.packages, [path]: { ...lock.packages[path], ...more } } });

describe('a dependency that is taken over', () => {
  it('has no way in: each is one version, held to its bytes, and runs nothing when it is installed', () => {
    expect(troubles(manifest, lock)).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
  });

  it.each([
    ['with bytes that nobody is held to', manifest, changed({ integrity: '' }), `${OCTOKIT} is not held to its bytes`],
    [
      'held to its bytes by a hash that can be forged',
      manifest,
      changed({ integrity: 'sha1-aaaaaaaaaaaaaaaaaaaaaaaaaaa=' }),
      'held to its bytes',
    ],
    ['from a branch of a repository', manifest, changed({ resolved: 'git+ssh://git@github.com/evil/rest.git#main' }), 'comes from git+ssh'],
    [
      'from an address that anybody on the way can change',
      manifest,
      changed({ resolved: 'http://example.com/rest.tgz' }),
      'comes from http:',
    ],
    ['from a folder beside', manifest, changed({ link: true }), 'is a link'],
    ['with a script of its own', manifest, changed({ hasInstallScript: true }), `${OCTOKIT} runs a script`],
    [
      'under one that nobody asked for',
      manifest,
      changed({ integrity: lock.packages[OCTOKIT]?.integrity ?? '', hasInstallScript: true }, 'node_modules/plain-crypto-js'),
      'node_modules/plain-crypto-js runs a script',
    ],
    [
      'in any newer version',
      { ...manifest, dependencies: { ...manifest.dependencies, '@octokit/rest': '^22.0.1' } },
      lock,
      '@octokit/rest is ^22.0.1',
    ],
    ['in another version than was asked for', manifest, changed({ version: '22.0.2' }), '@octokit/rest is locked at another'],
    [
      'under the name of another',
      { ...manifest, dependencies: { ...manifest.dependencies, '@octokit/rest': 'npm:evil@1.0.0' } },
      lock,
      'npm:evil@1.0.0',
    ],
    [
      'by a script of ours',
      { ...manifest, scripts: { ...manifest.scripts, postinstall: 'node evil.js' } },
      lock,
      'our own postinstall runs',
    ],
  ])('is seen %s', (_, wanted, locked, trouble) => {
    expect(troubles(wanted, locked).join('\n')).toContain(trouble);
  });
});

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** What lets another action, or another one's files, into a workflow. */
function openings(text: string): readonly string[] {
  const { jobs } = parse(text) as {
    readonly jobs: Readonly<Record<string, { readonly uses?: string; readonly container?: unknown; readonly steps?: readonly Step[] }>>;
  };
  return Object.values(jobs).flatMap(({ uses, container, steps = [] }) => [
    ...[uses, ...steps.map((step) => step.uses)].filter(
      (one) => one !== undefined && !/^(\.\/actions\/[a-z-]+|[\w./-]+@[0-9a-f]{40})$/.test(one),
    ),
    ...(container === undefined ? [] : ['container']),
    ...steps.flatMap(({ uses: used = '', with: inputs = {} }) =>
      /^actions\/cache\b/.test(used) || 'cache' in inputs ? [`cache of ${used}`] : [],
    ),
  ]) as readonly string[];
}

const users = forUsers({
  action: `acme/grantkeeper@${'a'.repeat(40)}`,
  google: true,
  tenant: '11111111-2222-4333-8444-555555555555',
  queue: true,
  environment: 'grants',
});
const own = globSync('.github/workflows/*.yml', { cwd: ROOT }).map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const);
const shipped = workflows('trunk').map((one) => [`for users: ${one.name}`, workflowText(one, users)] as const);
const [, some = ''] = own.find(([, text]) => text.includes('node-version')) ?? [];

describe('an action that is taken over', () => {
  it.each([...own, ...shipped])('has no way in by a tag that moves, an image or a cache: %s', (_, text) =>
    expect(openings(text)).toEqual([]),
  );

  it.each([
    ['a tag', 'tj-actions/changed-files@v45'],
    ['a branch', 'tj-actions/changed-files@main'],
    ['a short id, which another commit can have', 'tj-actions/changed-files@0e58ed8'],
    ['an image', 'docker://evil/image:latest'],
    ['a folder that is not ours to give', './.github/evil'],
  ])('is seen behind %s', (_, use) => {
    expect(openings(some.replace(/uses: \S+/, `uses: ${use}`))).toEqual([use]);
  });

  it('is seen behind what an earlier run may have left', () => {
    expect(openings(some.replace("node-version: '24'", "node-version: '24'\n          cache: npm"))).toEqual([
      expect.stringMatching(/^cache of actions\/setup-node@/),
    ]);
  });
});

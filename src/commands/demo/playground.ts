import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CloudSyntax } from '../../domain/cloud.ts';
import { git } from '../../git/command.ts';
import { commitOn } from '../../git/branch.ts';
import { createRepository } from '../../git/create.ts';
import { readFolder } from '../../git/folder.ts';
import type { Repository } from '../../git/repository.ts';
import { writeCodeowners } from '../../grants/codeowners.ts';
import { assembleControl } from '../../grants/control.ts';
import { readTree } from '../../grants/tree.ts';
import { type Instant, later } from '../../domain/instant.ts';
import { emailOf } from '../../forge/local/people.ts';
import { grantText } from './grant-text.ts';

/** A folder to play in: a grants repository, its forge and its clouds. */
export interface Playground {
  readonly dir: string;
  readonly repository: Repository;
  readonly worldDir: string;
}

const YOU = `# You. Change what you like: everything here is simulated.
people:
  you: { name: You, github: you, gcp: "user:you@example.com", azure: 1b2c0000-0000-4000-8000-00000000000a }
`;

/** Something to begin with: outside of grants/ it asks for nothing. */
const ASK = 'ask.yaml';

function askText(at: Instant): string {
  const wish = {
    principal: 'you',
    reason: 'Look around',
    ticket: 'INC-1',
    access: '{ role: debug, place: payments-prod }',
    duration: '2h',
    expires: later(at, WEEK),
  };
  return `# Copy this to grants/payments/<an id of your own>.yaml and change what you like.\n${grantText(wish)}`;
}

const WEEK = 7 * 24 * 3_600_000;

/** Makes the first of playground, playground-2, … that is not there yet; nothing that exists is touched. */
export async function makePlayground(parent: string, exampleDir: string, at: Instant, syntaxes: readonly CloudSyntax[]): Promise<Playground> {
  const dir = freeFolder(parent);
  cpSync(join(exampleDir, 'policy'), join(dir, 'policy'), { recursive: true });
  // Git keeps no empty folder, and somebody who asks for access should find the team's there.
  for (const folder of ['grants', 'grants/payments', 'grants/platform', 'grants/search', 'recalls']) {
    mkdirSync(join(dir, folder));
    writeFileSync(join(dir, folder, 'README.md'), `# ${folder}\n`);
  }
  writeFileSync(join(dir, 'policy', 'people', 'you.yaml'), YOU);
  writeFileSync(join(dir, ASK), askText(at));
  mkdirSync(join(dir, '.github'));
  writeFileSync(join(dir, '.github', 'CODEOWNERS'), codeownersOf(dir, syntaxes));
  return { dir, repository: await firstCommit(dir, at), worldDir: join(dir, '.world') };
}

function freeFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (let n = 1; ; n += 1) {
    const dir = resolve(parent, n === 1 ? 'playground' : `playground-${n}`);
    if (existsSync(dir)) continue;
    mkdirSync(dir);
    return dir;
  }
}

function codeownersOf(dir: string, syntaxes: readonly CloudSyntax[]): string {
  const control = assembleControl(readTree(readFolder(dir, ['policy/']), syntaxes).parts, syntaxes);
  if (!control.ok) throw new Error(`the example does not read: ${control.findings.map((one) => one.message).join('; ')}`);
  return writeCodeowners(control.control);
}

async function firstCommit(dir: string, at: Instant): Promise<Repository> {
  const repository = await createRepository(dir);
  const sam = { name: 'sam-o', email: emailOf('sam-o') };
  const changes = readFolder(dir, ['policy/', 'grants/', 'recalls/', '.github/', ASK]).map(({ path, bytes }) => ({ path, content: bytes }));
  await commitOn(repository, 'main', undefined, changes, { message: 'Start with a policy', author: sam, at });
  await git(dir, 'reset', '--quiet', '--hard', 'main');
  await git(dir, 'config', 'user.name', 'you');
  await git(dir, 'config', 'user.email', emailOf('you'));
  return repository;
}

/** What makes the folder handy: a remote to pull from, and a program that always runs in this world. */
export async function equip({ dir, worldDir }: Playground, program: { readonly runtime: string; readonly entry: string }): Promise<void> {
  await git(dir, 'remote', 'add', 'origin', join(worldDir, 'forge.git'));
  await git(dir, 'fetch', '--quiet', 'origin');
  await git(dir, 'branch', '--quiet', '--set-upstream-to=origin/main', 'main');
  await git(dir, 'remote', 'set-head', 'origin', 'main');
  mkdirSync(join(dir, '.git', 'info'), { recursive: true });
  writeFileSync(join(dir, '.git', 'info', 'exclude'), '/.world/\n/grantkeeper\n');
  const script = join(dir, 'grantkeeper');
  writeFileSync(script, starter(program, worldDir));
  chmodSync(script, 0o755);
}

function starter({ runtime, entry }: { readonly runtime: string; readonly entry: string }, worldDir: string): string {
  const start = `exec ${quoted(runtime)} ${quoted(resolve(entry))}`;
  return `#!/bin/sh
# Grantkeeper in this playground: simulated clouds, a forge of its own, no account.
case "\${1:-}" in
  '' | -*) ${start} "$@" ;;
esac
command=$1
shift
${start} "$command" --simulate=${quoted(worldDir)} "$@"
`;
}

/** In single quotes a shell takes everything as it is but a single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

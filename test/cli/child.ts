import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, inject } from 'vitest';
import { gitOutput } from '../../src/git/stream.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  /** Beside PATH and HOME there is nothing else. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

/** Runs an entry as a process of its own: no terminal, and nothing to read from. */
export function startedEntry(entry: string, args: readonly string[], { cwd = ROOT, env = {}, node = [] }: Surroundings): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...node, resolve(ROOT, entry), ...args], {
    cwd,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (exit) => resolve({ exit, ...texts })));
}

export function cli(args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  return startedEntry(join(inject('bundle'), 'cli.js'), args, surroundings);
}

const made: string[] = [];
afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

export function scratchDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'grantkeeper-cli-'));
  made.push(dir);
  return dir;
}

let template: Promise<string> | undefined;

/** The example's policy with one grant, committed, and CODEOWNERS beside it, so that nothing is wrong with it. */
export async function exampleRepository(grant?: string): Promise<string> {
  template ??= makeTemplate();
  const dir = scratchDir();
  cpSync(await template, dir, { recursive: true });
  if (grant === undefined) return dir;
  writeFileSync(join(dir, 'grants', 'payments', 'ada-look.yaml'), grant);
  await committed(dir, 'Ask for access');
  return dir;
}

async function makeTemplate(): Promise<string> {
  const dir = scratchDir();
  cpSync(join(ROOT, 'policy'), join(dir, 'policy'), { recursive: true });
  for (const folder of ['grants/payments', 'recalls']) {
    mkdirSync(join(dir, folder), { recursive: true });
    writeFileSync(join(dir, folder, 'README.md'), `# ${folder}\n`);
  }
  await gitOutput(dir, ['init', '--quiet', '--initial-branch=main']);
  await cli(['codeowners'], { cwd: dir });
  await committed(dir, 'Start with a policy');
  return dir;
}

async function committed(dir: string, message: string): Promise<void> {
  await gitOutput(dir, ['add', '--all']);
  await gitOutput(dir, ['commit', '--quiet', `--message=${message}`]);
}

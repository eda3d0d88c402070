import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { gitOutput } from '../../src/git/stream.ts';
import { type Ended, ROOT, startedEntry, type Surroundings } from './entry.ts';

export { type Ended, ROOT, startedEntry };

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

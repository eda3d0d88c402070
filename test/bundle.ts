import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import type { TestProject } from 'vitest/node';
import config from '../rolldown.config.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with cli.js and action.js, as they are published. */
    readonly bundle: string;
  }
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What the program finds one folder up, where it is installed. */
const BESIDE = ['package.json', 'action.yml', 'policy', 'grants', 'recalls', 'schemas', '.github'];

/** Builds the product once for all tests that start it as a process: it starts in half the time of its sources, and is what people run. */
export default async function setup(project: TestProject): Promise<() => void> {
  const home = mkdtempSync(join(tmpdir(), 'grantkeeper-bundle-'));
  for (const name of BESIDE) cpSync(join(ROOT, name), join(home, name), { recursive: true });
  const { output, ...rest } = config as { readonly output: object };
  await build({ ...rest, logLevel: 'silent', output: { ...output, dir: join(home, 'dist') } });
  project.provide('bundle', join(home, 'dist'));
  return () => rmSync(home, { recursive: true, force: true });
}

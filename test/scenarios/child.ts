import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { openLocalForge } from '../../src/forge/local/forge.ts';
import { EMPTY_FORGE } from '../../src/forge/local/state.ts';
import type { AzureState } from '../../src/sim/azure/state.ts';
import type { GcpState } from '../../src/sim/gcp/state.ts';
import type { Store } from '../../src/sim/service.ts';
import { fileStore, memoryStore } from '../../src/sim/store.ts';
import { ours } from './standing.ts';
import type { TestWorld } from './world.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE = join(ROOT, 'node_modules/.bin/node');

/** A world in files, on which the program itself runs as a process of its own; its clock goes on by itself. */
export interface WorldOnDisk {
  readonly gcpState: Store<GcpState>;
  readonly azureState: Store<AzureState>;
  /** Begins a command; the repository and the simulated world are named already, unless the arguments name others. */
  start(command: string, ...args: readonly string[]): Running;
}

export interface Running {
  readonly child: ChildProcess;
  readonly end: Promise<Ended>;
  readonly over: () => boolean;
}

export interface Ended {
  /** Null when a signal ended it. */
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Writes the clouds of a world down beside its forge, in the form that `--simulate=DIR` reads. */
export async function onDisk(world: TestWorld): Promise<WorldOnDisk> {
  const dir = dirname(world.dir);
  const write = (name: string, content: unknown) => writeFileSync(join(dir, name), JSON.stringify(content));
  await world.gcpState.update((state) => write('gcp.json', state));
  await world.azureState.update((state) => write('azure.json', state));
  write('world.json', { behind: Date.now() - world.clock.now() });
  // What was kept in memory goes to the repository, where other processes find it.
  const { own } = await openLocalForge({ dir, store: memoryStore(EMPTY_FORGE), now: () => world.clock.now() });
  for (const [branch, { files }] of world.books) await own.replace(branch, files, 'As it was');
  const gcpState = fileStore(join(dir, 'gcp.json'), await world.gcpState.update((state) => state));
  const azureState = fileStore(join(dir, 'azure.json'), await world.azureState.update((state) => state));
  const start = (command: string, ...args: readonly string[]) => started([command, `--repo=${world.dir}`, `--simulate=${dir}`, ...args]);
  return { gcpState, azureState, start };
}

function started(args: readonly string[]): Running {
  const child = spawn(NODE, [join(inject('bundle'), 'cli.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
  let over = false;
  const end = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject).on('close', (exit, signal) => {
      over = true;
      resolve({ exit, signal, ...texts });
    });
  });
  return { child, end, over: () => over };
}

/** Looks into the clouds' books until a binding of ours is not there any more; throws when the run ends before. */
export async function untilGone(disk: WorldOnDisk, binding: string, run: Running): Promise<void> {
  while ((await ours(disk)).includes(binding)) {
    if (run.over()) throw new Error(`the run ended before: ${JSON.stringify(await run.end)}`);
    await wait(10);
  }
}

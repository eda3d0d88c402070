import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Sample } from './measure.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly dir?: string;
}

export interface Run extends Sample {
  readonly stdout: string;
}

/** How long a whole process takes. A run that fails measures nothing, so it throws with what the process said. */
export function run({ program, args, dir }: Command): Run {
  const before = cpuOfChildren();
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: dir, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const ms = performance.now() - began;
  if (status === 0) return { ms, cpuMs: cpuOfChildren() - before, stdout };
  const said = (error?.message ?? `${stderr}${stdout}`).trim().slice(-2000);
  throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${said}`);
}

export function timed(command: Command): () => Sample {
  return () => run(command);
}

const STAT = '/proc/self/stat';
/** Milliseconds of one tick of the kernel's accounts, of which there are a hundred in a second wherever Node runs on Linux. */
const TICK = 10;

/** What all children that have ended, and theirs, took of the processors; only Linux tells (proc(5), stat: cutime and cstime). */
export function cpuOfChildren(): number {
  if (!existsSync(STAT)) return Number.NaN;
  const text = readFileSync(STAT, 'utf8');
  // Counted from behind the name, which may hold anything: there the state is first, and these are the 14th and the 15th.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * TICK;
}

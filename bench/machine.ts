import { execFileSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';

const ROOT: string = join(import.meta.dirname, '..');

/** Where and when the figures were taken, so that nobody compares what cannot be compared. */
export function machine(): Readonly<Record<string, unknown>> {
  return {
    node: process.version,
    git: git('version').replace('git version ', ''),
    cores: availableParallelism(),
    date: new Date().toISOString(),
    commit: git('rev-parse', 'HEAD'),
    changed: git('status', '--porcelain') !== '',
  };
}

/** Of the last minute, five and fifteen: above the number of cores the times are not to be trusted, and the ratios little. */
export function load(): readonly number[] {
  return loadavg().map((value) => Math.round(value * 100) / 100);
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
}

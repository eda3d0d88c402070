import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BaselineEntry } from '../domain/drift.ts';
import { readText } from '../git/blobs.ts';
import { listTree } from '../git/tree.ts';
import { type Baseline, baselineText, readBaseline } from '../reconcile/baseline.ts';
import type { Context } from './context.ts';

/** Beside policy and not in it: it decides nothing, and a change of it needs no proof. */
export const BASELINE = 'drift/baseline.jsonl';

/** As the commit has it; undefined where it has none. A symlink is no baseline. */
export async function baselineAt(context: Pick<Context, 'repository'>, commit: string): Promise<Baseline | undefined> {
  const repository = await context.repository();
  const [entry] = await listTree(repository, commit, [BASELINE]);
  if (entry?.path !== BASELINE) return undefined;
  if (entry.type !== 'blob' || entry.mode === '120000') return { entries: [], unreadable: [1] };
  return readBaseline(await readText(repository, entry.blob));
}

/**
 * Into the folder alone: who lets access stand is whoever approves the pull request that brings it. A link in place of the file is
 * replaced; one in place of its folder, which may lead anywhere, throws.
 */
export async function writeBaseline(context: Pick<Context, 'repository'>, entries: readonly BaselineEntry[]): Promise<void> {
  const { root } = await context.repository();
  const path = join(root, BASELINE);
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  if (realpathSync(folder) !== join(realpathSync(root), dirname(BASELINE)))
    throw new Error(`${dirname(BASELINE)} is a link: put a folder in its place`);
  rmSync(path, { force: true });
  writeFileSync(path, baselineText(entries));
}

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { commitOn } from '../../src/git/branch.ts';
import type { FileChange, Person } from '../../src/git/commit.ts';
import { createRepository } from '../../src/git/create.ts';
import type { Repository } from '../../src/git/repository.ts';

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((dir) => rmSync(dir, { recursive: true, force: true })));

/** A folder that goes away when the tests of the file are over. */
export function scratchFolder(): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'grantkeeper-')));
  folders.push(dir);
  return dir;
}

export async function scratchRepository(bare = true): Promise<Repository> {
  return createRepository(scratchFolder(), { bare });
}

export function instant(text: string): Instant {
  return Date.parse(text) as Instant;
}

export const ADA: Person = { name: 'Ada Byron', email: 'ada@example.com' };

/** Commits to a branch, as somebody who sees nothing in between. */
export async function commit(
  repo: Repository,
  branch: string,
  from: string | undefined,
  changes: readonly FileChange[],
  at: string,
  message = 'change\n',
): Promise<string> {
  const id = await commitOn(repo, branch, from, changes, { message, author: ADA, at: instant(at) });
  if (id === undefined) throw new Error(`${branch} has moved`);
  return id;
}

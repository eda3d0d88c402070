import { mkdirSync } from 'node:fs';
import { openRepository, type Repository } from './repository.ts';
import { gitOutput } from './stream.ts';

export interface CreateOptions {
  readonly bare?: boolean;
  /** The default branch; `main` when absent. */
  readonly branch?: string;
}

/** Makes an empty repository in a folder, which is made too; from no template, so without hooks. One that is there stays as it is. */
export async function createRepository(dir: string, options: CreateOptions = {}): Promise<Repository> {
  mkdirSync(dir, { recursive: true });
  const bare = options.bare === true ? ['--bare'] : [];
  await gitOutput(dir, ['init', '--quiet', ...bare, '--template=', `--initial-branch=${options.branch ?? 'main'}`, '.']);
  return openRepository(dir);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBlobs } from '../../git/blobs.ts';
import type { Repository } from '../../git/repository.ts';
import { listTree } from '../../git/tree.ts';

const PATH = '.github/CODEOWNERS';

/** The text of CODEOWNERS at a commit, or in the folder; undefined where there is none. */
export async function codeownersText(repository: Repository, commit: string | undefined): Promise<string | undefined> {
  if (commit === undefined) {
    const path = join(repository.root, PATH);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }
  const [entry] = await listTree(repository, commit, [PATH]);
  const bytes = entry === undefined ? undefined : (await readBlobs(repository, [entry.blob])).get(entry.blob);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

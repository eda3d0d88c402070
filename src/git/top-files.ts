import { withObjects } from './objects.ts';
import type { Repository } from './repository.ts';
import { rowsOf } from './tree.ts';

/** Files at the top of a branch, however long, and the commit that it points to. */
export interface TopFiles {
  readonly head: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The files that `pick` names of those that lie at the top of a ref, such as `refs/heads/main`; undefined where there is no such ref.
 * One child for any number of files.
 */
export async function readTop(
  repo: Repository,
  ref: string,
  pick: (names: readonly string[]) => readonly string[],
): Promise<TopFiles | undefined> {
  return withObjects(repo, async (get) => {
    const [commit, tree] = await get([`${ref}^{commit}`, `${ref}^{tree}`]);
    if (commit === undefined || tree === undefined) return undefined;
    const blobs = new Map(rowsOf(tree).flatMap(({ path, mode, blob }) => (mode.startsWith('100') ? [[path, blob] as const] : [])));
    const names = pick([...blobs.keys()]).filter((name) => blobs.has(name));
    const contents = await get(names.map((name) => blobs.get(name) ?? ''));
    return { head: commit.id, files: new Map(names.map((name, at) => [name, contents[at]?.bytes.toString('utf8') ?? ''])) };
  });
}

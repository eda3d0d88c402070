import { hash } from 'node:crypto';
import type { Answer, OwnBranches } from '../../src/forge/forge.ts';

/** A branch of this program as it is kept in memory. */
export interface OwnBranch {
  readonly head: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Branches of this program in memory, as a forge keeps them: an append counts only on top of what the branch holds. */
export function ownBranchesIn(branches: Map<string, OwnBranch>): OwnBranches {
  const put = (branch: string, files: ReadonlyMap<string, string>, message: string): Answer<string> => {
    const head = hash('sha1', [branches.get(branch)?.head ?? '', message, ...[...files].flat()].join('\0'));
    branches.set(branch, { head, files });
    return { ok: true, value: head };
  };
  return {
    read: (branch, pick) => {
      const found = branches.get(branch);
      if (found === undefined) return Promise.resolve({ ok: true, value: undefined });
      const picked = new Set(pick([...found.files.keys()]));
      return Promise.resolve({
        ok: true,
        value: { head: found.head, files: new Map([...found.files].filter(([name]) => picked.has(name))) },
      });
    },
    append: (branch, from, files, message) => {
      const found = branches.get(branch);
      if (found?.head !== from) return Promise.resolve({ ok: false, failure: { kind: 'conflict', message: `${branch} moved` } });
      return Promise.resolve(put(branch, new Map([...(found?.files ?? []), ...files]), message));
    },
    replace: (branch, files, message) => Promise.resolve(put(branch, files, message)),
  };
}

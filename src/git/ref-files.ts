import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

const ID = /^[0-9a-f]{40,64}$/;

/**
 * Refs below a prefix, such as `refs/heads/`, and their commits, read from the files that Git keeps them in (gitrepository-layout:
 * refs, packed-refs). Undefined where this repository keeps them in another way, or one of them stands for another ref: then Git
 * itself is to be asked.
 */
export function refFiles({ gitDir }: Repository, prefix: string): ReadonlyMap<string, string> | undefined {
  // A further work tree keeps its refs with the first one.
  if (existsSync(join(gitDir, 'reftable')) || existsSync(join(gitDir, 'commondir'))) return undefined;
  // Loose ones first: Git packs a ref before it deletes its file, so none is overlooked that moves from here to there.
  const loose = looseRefs(gitDir, prefix.slice(0, prefix.lastIndexOf('/')));
  if (loose === undefined) return undefined;
  const all = [...new Map([...packedRefs(gitDir), ...loose])];
  return new Map(all.flatMap(([name, commit]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), commit] as const] : [])));
}

function looseRefs(gitDir: string, folder: string): ReadonlyMap<string, string> | undefined {
  const refs = new Map<string, string>();
  const top = join(gitDir, folder);
  if (statSync(top, { throwIfNoEntry: false })?.isDirectory() !== true) return refs;
  for (const entry of readdirSync(top, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.lock')) continue;
    const path = join(entry.parentPath, entry.name);
    const commit = contentOf(path)?.trim();
    // A file that is gone by now was deleted or packed; what is being written has no content yet.
    if (commit === undefined || !ID.test(commit)) return undefined;
    refs.set(path.slice(gitDir.length + 1).replaceAll('\\', '/'), commit);
  }
  return refs;
}

function packedRefs(gitDir: string): readonly (readonly [string, string])[] {
  const lines = (contentOf(join(gitDir, 'packed-refs')) ?? '').split('\n');
  return lines.flatMap((line) =>
    /^[0-9a-f]/.test(line) ? [[line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))] as const] : [],
  );
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // Only what is not there holds no refs: what cannot be read must not look so, or a recall's branch would be overlooked.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

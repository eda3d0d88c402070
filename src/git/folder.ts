import { closeSync, existsSync, lstatSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../domain/finding.ts';
import { MAX_BLOB } from './blobs.ts';
import { withoutSlash, type TreeFile } from './tree.ts';

/**
 * The files of a work tree at or below the prefixes, everything where there are none, as Git would see them: links are not
 * followed, a folder with a repository of its own is a submodule. It reads synchronously, which is many times faster here.
 */
export function readFolder(dir: string, prefixes: readonly string[]): readonly TreeFile[] {
  const files: TreeFile[] = [];
  if (prefixes.length === 0) readBelow(dir, '', files);
  for (const prefix of prefixes.map(withoutSlash)) {
    if (!behindLink(dir, prefix) && statOf(join(dir, prefix)) !== undefined) read(dir, prefix, files);
  }
  return files.sort((a, b) => compare(a.path, b.path));
}

/** For Git a link is a file and has nothing below it. */
function behindLink(dir: string, prefix: string): boolean {
  const parts = prefix.split('/');
  return parts.slice(1).some((_, at) => statOf(join(dir, ...parts.slice(0, at + 1)))?.isSymbolicLink() === true);
}

function readBelow(dir: string, folder: string, files: TreeFile[]): void {
  for (const { name } of readdirSync(join(dir, folder), { withFileTypes: true })) {
    if (folder !== '' || name !== '.git') read(dir, folder === '' ? name : `${folder}/${name}`, files);
  }
}

function read(dir: string, path: string, files: TreeFile[]): void {
  const full = join(dir, path);
  const stat = statOf(full);
  // A name that is not UTF-8 cannot be asked for by its text. It is shown all the same, and refused for its name.
  if (stat === undefined) files.push({ path, mode: '100644', bytes: new Uint8Array() });
  else if (stat.isSymbolicLink()) files.push({ path, mode: '120000', bytes: readlinkSync(full, 'buffer') });
  else if (stat.isFile()) files.push({ path, mode: executable(stat) ? '100755' : '100644', bytes: contentOf(full, stat) });
  else if (!stat.isDirectory()) return; // Git knows no pipes, sockets and devices, and reading one may never end.
  else if (existsSync(join(full, '.git'))) files.push({ path, mode: '160000', bytes: new Uint8Array() });
  else readBelow(dir, path, files);
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** Git looks at the owner's right alone. */
function executable(stat: Stats): boolean {
  return (stat.mode & 0o100) !== 0;
}

function contentOf(path: string, stat: Stats): Uint8Array {
  if (stat.size <= MAX_BLOB) return readFileSync(path);
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(MAX_BLOB + 1);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

import { createHash } from 'node:crypto';

import type { Instant } from '../../domain/instant.ts';

/** Modes as Git writes them: files, programs, folders, symlinks, submodules. */
export type Mode = '100644' | '100755' | '040000' | '120000' | '160000';

export interface TreeEntry {
  readonly mode: Mode;
  readonly name: string;
  readonly sha: string;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly at: Instant;
}

export interface Blob {
  readonly type: 'blob';
  readonly base64: string;
}

export interface Tree {
  readonly type: 'tree';
  readonly entries: readonly TreeEntry[];
}

export interface Commit {
  readonly type: 'commit';
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export type GitObject = Blob | Tree | Commit;

export type Objects = Record<string, GitObject>;

/** Keeps an object under its id and answers the id. */
export function put(objects: Objects, object: GitObject): string {
  const id = idOf(object);
  objects[id] ??= object;
  return id;
}

/** The id that Git gives an object: SHA-1 over `<type> <length>`, a zero byte and the content (Pro Git, Git Objects). */
export function idOf(object: GitObject): string {
  const content = contentOf(object);
  return createHash('sha1').update(`${object.type} ${content.length}\0`).update(content).digest('hex');
}

export function textBlob(text: string): Blob {
  return { type: 'blob', base64: Buffer.from(text, 'utf8').toString('base64') };
}

/** Git sorts a folder as if its name ended in a slash, by bytes. */
export function tree(entries: readonly TreeEntry[]): Tree {
  return { type: 'tree', entries: entries.toSorted((a, b) => Buffer.compare(sortKey(a), sortKey(b))) };
}

export function commitAt(objects: Objects, id: string): Commit | undefined {
  const object = objects[id];
  return object?.type === 'commit' ? object : undefined;
}

export function treeAt(objects: Objects, id: string): Tree | undefined {
  const object = objects[id];
  return object?.type === 'tree' ? object : undefined;
}

export function blobAt(objects: Objects, id: string): Blob | undefined {
  const object = objects[id];
  return object?.type === 'blob' ? object : undefined;
}

export function sizeOf(blob: Blob): number {
  return Buffer.from(blob.base64, 'base64').length;
}

function sortKey(entry: TreeEntry): Buffer {
  return Buffer.from(entry.mode === '040000' ? `${entry.name}/` : entry.name);
}

/** The bytes that Git keeps of an object, and hashes behind its type and length. */
export function contentOf(object: GitObject): Buffer {
  if (object.type === 'blob') return Buffer.from(object.base64, 'base64');
  if (object.type === 'tree') return Buffer.concat(object.entries.map(entryBytes));
  const parents = object.parents.map((parent) => `parent ${parent}\n`).join('');
  const people = `author ${signed(object.author)}\ncommitter ${signed(object.committer)}\n`;
  return Buffer.from(`tree ${object.tree}\n${parents}${people}\n${object.message}`);
}

/** A tree writes a folder's mode without the leading zero, and ids as bytes. */
function entryBytes(entry: TreeEntry): Buffer {
  return Buffer.concat([Buffer.from(`${entry.mode.replace(/^0/, '')} ${entry.name}\0`), Buffer.from(entry.sha, 'hex')]);
}

function signed(who: Signature): string {
  return `${who.name} <${who.email}> ${Math.floor(who.at / 1000)} +0000`;
}

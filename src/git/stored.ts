import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { idOf } from './blobs.ts';
import { type GetObjects, type GitObject, withObjects } from './objects.ts';
import { inflate, openPack, type Pack, type Stored } from './pack.ts';
import type { Repository } from './repository.ts';

/**
 * Lets somebody ask for objects as `withObjects` does, but reads the files that Git keeps them in (gitrepository-layout: objects). A
 * child of Git takes a tenth of a short run to start. Where anything that is asked for cannot be read so, Git is asked for everything.
 */
export async function withStored<T>(repo: Repository, ask: (get: GetObjects) => Promise<T>): Promise<T> {
  return askStored(repo, openStore(repo), ask);
}

/** The same for what decides on access: from the files only where they hold few objects, and each is what its id says. */
export async function withChecked<T>(repo: Repository, ask: (get: GetObjects) => Promise<T>): Promise<T> {
  const store = openChecked(repo);
  return store === undefined ? withObjects(repo, ask) : askStored(repo, store, ask);
}

async function askStored<T>(repo: Repository, store: Store, ask: (get: GetObjects) => Promise<T>): Promise<T> {
  let whole = true;
  const found = (name: string, limit: number) => {
    const object = store.get(name, limit);
    whole &&= object !== undefined;
    return object;
  };
  try {
    const answer = await ask(async (names, limit = Infinity) => names.map((name) => found(name, limit)));
    if (whole) return answer;
  } catch (error) {
    // What somebody makes of a hole counts only where Git sees it too.
    if (whole) throw error;
  } finally {
    store.close();
  }
  return withObjects(repo, ask);
}

export interface Store {
  /** Undefined for what is not there, or is kept in a way that only Git knows. */
  readonly get: (name: string, limit: number) => GitObject | undefined;
  readonly close: () => void;
}

/** Undefined where Git itself is quicker: to find one of many objects, or to read many of them. */
export function openChecked(repo: Repository): Store | undefined {
  const packs = packsIn(objectsOf(repo));
  const count = packs?.reduce((sum, pack) => sum + pack.count, 0) ?? Infinity;
  if (count <= FEW) return openStore(repo, { packs, isFine: ({ type, bytes }, id) => idOf(type, bytes) === id });
  packs?.forEach((pack) => pack.close());
  return undefined;
}

/** Objects of about two hundred commits of one grant each. */
const FEW = 1500;

function objectsOf({ gitDir }: Repository): string {
  return join(gitDir, 'objects');
}

/** Whether a whole id is that of a commit which the files hold; where not, Git may still know of one. */
export function isStoredCommit(repo: Repository, id: string): boolean {
  const store = ID.test(id) ? openChecked(repo) : undefined;
  try {
    return store?.get(id, Infinity)?.type === 'commit';
  } finally {
    store?.close();
  }
}

/** The tree of a commit which the files hold; undefined where they do not, or only Git could tell. */
export function storedTreeOf(repo: Repository, commit: string): string | undefined {
  const store = ID.test(commit) ? openChecked(repo) : undefined;
  try {
    const object = store?.get(commit, Infinity);
    return object?.type === 'commit' ? treeOf(object) : undefined;
  } finally {
    store?.close();
  }
}

const ID = /^[0-9a-f]{40}$/;

interface Opened {
  readonly packs: readonly Pack[] | undefined;
  readonly isFine: (object: Stored, id: string) => boolean;
}

const known = new WeakMap<Repository, Map<string, Stored>>();

/** What was read before. A check of a request reads the two ends of one history, and the history: most of their trees are the same. */
function readOf(repo: Repository): Map<string, Stored> {
  const own = known.get(repo) ?? new Map<string, Stored>();
  known.set(repo, own);
  return own;
}

/** In bytes; larger objects are read again. */
const SMALL = 16_384;

function openStore(repo: Repository, opened: Opened = { packs: packsIn(objectsOf(repo)), isFine: () => true }): Store {
  const { packs, isFine } = opened;
  const before = readOf(repo);
  const dir = objectsOf(repo);
  const stored = (id: string): Stored => {
    for (const pack of packs ?? []) {
      const object = pack.get(id);
      if (object !== undefined) return object;
    }
    return loose(dir, id);
  };
  const read = (id: string): Stored => {
    const object = before.get(id) ?? stored(id);
    if (!isFine(object, id)) throw new Error('an object is not what its id says');
    if (object.bytes.length <= SMALL) before.set(id, object);
    return object;
  };
  const get = (name: string, limit: number): GitObject | undefined => {
    const [, named, ofCommit] = NAME.exec(name) ?? [];
    if (packs === undefined || named === undefined) return undefined;
    try {
      const id = ofCommit === undefined ? named : treeOf(read(named));
      const { type, bytes } = read(id);
      return { id, type, bytes: bytes.subarray(0, limit + 1) };
    } catch {
      return undefined; // whatever it is, Git says it better
    }
  };
  return { get, close: () => packs?.forEach((pack) => pack.close()) };
}

const NAME = /^([0-9a-f]{40})(\^\{tree\})?$/;

/** Undefined where objects are kept elsewhere too, or a pack does not open. */
function packsIn(dir: string): readonly Pack[] | undefined {
  const packs: Pack[] = [];
  try {
    if (existsSync(join(dir, 'info/alternates'))) return undefined;
    const names = readdirSync(join(dir, 'pack')).filter((name) => name.endsWith('.idx'));
    if (names.length > MANY) return undefined;
    for (const name of names) packs.push(openPack(join(dir, 'pack', name)));
    return packs;
  } catch {
    for (const pack of packs) pack.close();
    return undefined;
  }
}

/** Packs that are opened at most: to look into many takes longer than Git does. */
const MANY = 8;

function treeOf({ type, bytes }: Stored): string {
  const [, tree] = /^tree ([0-9a-f]{40})\n/.exec(bytes.toString('latin1', 0, 64)) ?? [];
  if (type !== 'commit' || tree === undefined) throw new Error('the object is no commit');
  return tree;
}

/** Bytes that are read and unpacked at most of one file. */
const MOST = 4 * 1024 * 1024;

/** A file of its own is packed as a whole: type, length, a zero byte and the content. */
function loose(dir: string, id: string): Stored {
  const path = join(dir, id.slice(0, 2), id.slice(2));
  if (statSync(path).size > MOST) throw new Error('the object is large');
  const whole = inflate(readFileSync(path), MOST);
  const head = whole.indexOf(0);
  const [, type = '', size] = /^(commit|tree|blob|tag) (\d+)$/.exec(whole.toString('latin1', 0, head)) ?? [];
  const bytes = whole.subarray(head + 1);
  if (Number(size) !== bytes.length) throw new Error('an object has another length than is told');
  return { type, bytes };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../domain/finding.ts';
import type { CommitStep, PathChange } from '../domain/history.ts';
import type { Instant } from '../domain/instant.ts';
import { instantOf, type Line } from './history.ts';
import type { GitObject } from './objects.ts';
import type { Repository } from './repository.ts';
import { openChecked, type Store } from './stored.ts';
import { FOLDER, isWithin, leadsTo, type Row, rowsOf, withoutSlash } from './tree.ts';

/** A first-parent line: its commits, and what those of them changed that touched the folders, oldest first. */
export interface Walked {
  readonly steps: readonly CommitStep[];
  readonly line: Line;
}

/**
 * The history that `firstParentHistory` tells, read from the files of Git instead of three children of it, where it is short. Undefined
 * wherever anything is out of the ordinary, so that Git itself is asked: a long or cut-off history, modes and names that are seldom, an
 * object that is missing or is not what its id says.
 */
export function walkStored(repo: Repository, tip: string, prefixes: readonly string[]): Walked | undefined {
  if (existsSync(join(repo.gitDir, 'shallow'))) return undefined;
  const store = openChecked(repo);
  try {
    return store === undefined ? undefined : walked(store, tip, prefixes.map(withoutSlash));
  } catch {
    return undefined; // whatever it is, Git says it better
  } finally {
    store?.close();
  }
}

/** Commits that are walked at most: Git has walked more of them by the time it has started. */
const LONG = 200;

interface Commit {
  readonly id: string;
  readonly tree: string;
  readonly parent: string | undefined;
  readonly at: Instant;
}

function walked(store: Store, tip: string, wanted: readonly string[]): Walked {
  const commits = lineOf(store, tip);
  const line = new Map(commits.map(({ id, at }) => [id, at]));
  const differ = differences(store, wanted);
  const trees = new Map(commits.map(({ id, tree }) => [id, tree]));
  const steps = commits.flatMap(({ id, tree, parent, at }): readonly CommitStep[] => {
    const changes = differ(parent === undefined ? undefined : trees.get(parent), tree, '');
    const parentAt = parent === undefined ? undefined : line.get(parent);
    const known = { ...(parent === undefined ? {} : { parent }), ...(parentAt === undefined ? {} : { parentCommittedAt: parentAt }) };
    return changes.length === 0 ? [] : [{ commit: id, committedAt: at, changes, ...known }];
  });
  return { steps: steps.reverse(), line };
}

/** Newest first. */
function lineOf(store: Store, tip: string): readonly Commit[] {
  const commits: Commit[] = [];
  for (let id: string | undefined = tip; id !== undefined; id = commits.at(-1)?.parent) {
    if (commits.length === LONG) throw new Error('the history is long');
    commits.push(commitFrom(objectIn(store, id, 'commit')));
  }
  return commits;
}

function objectIn(store: Store, id: string, type: 'commit' | 'tree'): GitObject {
  const object = store.get(id, Infinity);
  if (object?.type !== type) throw new Error(`the ${type} ${id} does not read`);
  return object;
}

/** Lines `<name> <value>` up to the message, in this order (Git documentation: Git objects). The date follows the last address. */
const HEAD =
  /^tree ([0-9a-f]{40})\n(?:parent ([0-9a-f]{40})\n)?(?:parent [0-9a-f]{40}\n)*author [^\n]*\ncommitter [^\n]*> (\d{1,11}) [+-]\d{4}\n/;

function commitFrom({ id, bytes }: GitObject): Commit {
  const [, tree, parent, seconds] = HEAD.exec(bytes.toString('latin1')) ?? [];
  if (tree === undefined) throw new Error(`the commit ${id} does not read`);
  return { id, tree, parent, at: instantOf(seconds) };
}

type Rows = ReadonlyMap<string, Row>;

/** What differs from one tree to another below a folder, in the order of Git. */
function differences(store: Store, wanted: readonly string[]) {
  const known = new Map<string, Rows>();
  const rowsIn = (tree: string | undefined, prefix: string): Rows => {
    if (tree === undefined) return NONE;
    const key = `${prefix}${tree}`;
    const rows = known.get(key) ?? wantedRows(rowsOf(objectIn(store, tree, 'tree'), prefix), wanted);
    known.set(key, rows);
    return rows;
  };
  const below = (before: string | undefined, after: string | undefined, prefix: string): readonly PathChange[] => {
    if (before === after) return [];
    const [old, now] = [rowsIn(before, prefix), rowsIn(after, prefix)];
    const names = [...new Set([...old.keys(), ...now.keys()])].sort(compare);
    return names.flatMap((name) =>
      name.endsWith('/') ? below(old.get(name)?.blob, now.get(name)?.blob, name) : changeOf(old.get(name), now.get(name)),
    );
  };
  return below;
}

const NONE: Rows = new Map();

/** By path; that of a folder ends with a slash, because Git sorts it so. */
function wantedRows(rows: readonly Row[], wanted: readonly string[]): Rows {
  const own = rows.filter(({ path, mode }) => isWithin(path, wanted) || (mode === FOLDER && leadsTo(path, wanted)));
  const odd = own.find(({ path, mode }) => !MODES.has(mode) || !PLAIN.test(path));
  const named = new Map(own.map((row) => [row.mode === FOLDER ? `${row.path}/` : row.path, row]));
  if (odd !== undefined || named.size < own.length) throw new Error('a tree is out of the ordinary');
  return named;
}

const MODES: ReadonlySet<string> = new Set([FOLDER, '100644', '100755', '120000', '160000']);

/** Other names sort by their bytes and not as texts do. */
const PLAIN = /^[ -~]+$/;

function changeOf(before: Row | undefined, after: Row | undefined): readonly PathChange[] {
  if (after === undefined) return before === undefined ? [] : [{ path: before.path, kind: 'deleted' }];
  const { path, mode, blob } = after;
  if (before?.blob === blob && before.mode === mode) return [];
  return [{ path, kind: before === undefined ? 'added' : 'modified', mode, blob }];
}

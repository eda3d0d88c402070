import { hash } from 'node:crypto';
import type { CommitStep, PathChange } from '../../src/domain/history.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { MergedRequest } from '../../src/domain/request.ts';
import type { Answer, Forge } from '../../src/forge/forge.ts';
import type { GitSource } from '../../src/git/source.ts';
import { ownBranchesIn } from '../ledger/own-branches.ts';
import type { Checkout, ForgeTrouble } from './deeds.ts';

/** Files by path; null deletes one. */
export type Files = Readonly<Record<string, string | null>>;

/** Git and its forge in memory: one default branch, the requests that led to it, and what was on their branches. */
export interface Books {
  /** A commit on the default branch; `request` is asked for with its id. */
  commit(files: Files, at: number, request?: (head: string) => MergedRequest): void;
  /** The newest commit of the default branch. */
  tip(): string;
  /** What stands on a commit of a request's branch. */
  show(commit: string, files: Files): void;
  /** How many commits there are. */
  length(): number;
  source(checkout: Checkout): GitSource;
  forge(kind: 'github' | 'local', trouble: ForgeTrouble, now: () => number): Forge | string;
}

type OwnBooks = Parameters<typeof ownBranchesIn>[0];

const idOf = (text: string): string => hash('sha1', text);

const encoder = new TextEncoder();
const everywhere = new Map<string, Uint8Array>();

/**
 * Most worlds have control files in common. What is read is remembered by its bytes, so these are the very same ones. Grants are each world's
 * own: kept beyond it, they and all that was made of them would only have to be carried about.
 */
function bytesOf(path: string, id: string, content: string): Uint8Array {
  if (!path.startsWith('policy/')) return encoder.encode(content);
  const known = everywhere.get(id) ?? encoder.encode(content);
  if (everywhere.size > 2000) everywhere.clear();
  everywhere.set(id, known);
  return known;
}

export function books(): Books {
  const steps: CommitStep[] = [];
  const bytes = new Map<string, Uint8Array>();
  const present = new Map<string, string>();
  const requests = new Map<string, MergedRequest>();
  const shown = new Map<string, string>();
  const own: OwnBooks = new Map();
  const blobOf = (path: string, content: string): string => {
    const id = idOf(content);
    if (!bytes.has(id)) bytes.set(id, bytesOf(path, id, content));
    return id;
  };
  const show = (commit: string, files: Files): void => {
    for (const [path, content] of Object.entries(files)) if (content !== null) shown.set(`${commit} ${path}`, blobOf(path, content));
  };
  const changesOf = (files: Files): PathChange[] =>
    Object.entries(files).flatMap(([path, content]): PathChange[] => {
      if (content === null) return present.delete(path) ? [{ path, kind: 'deleted' }] : [];
      const blob = blobOf(path, content);
      const known = present.get(path);
      present.set(path, blob);
      return known === blob ? [] : [{ path, kind: known === undefined ? 'added' : 'modified', blob, mode: '100644' }];
    });
  const commit: Books['commit'] = (files, at, request) => {
    const changes = changesOf(files);
    const parent = steps.at(-1);
    const id = idOf(`commit ${steps.length} ${at}`);
    const dated = parent === undefined ? {} : { parent: parent.commit, parentCommittedAt: parent.committedAt };
    steps.push({ commit: id, committedAt: at as Instant, changes, ...dated });
    if (request === undefined) return;
    const head = idOf(`head of ${id}`);
    show(head, files);
    requests.set(id, request(head));
  };
  return {
    commit,
    show,
    tip: () => steps.at(-1)?.commit ?? '',
    length: () => steps.length,
    source: (checkout) => sourceOver(checkout, steps, bytes, present),
    forge: (kind, trouble, now) =>
      trouble === 'gone' ? 'GITHUB_TOKEN is not set' : forgeOver({ kind, trouble, now, steps, requests, shown, own }),
  };
}

function sourceOver(
  checkout: Checkout,
  steps: readonly CommitStep[],
  bytes: ReadonlyMap<string, Uint8Array>,
  present: ReadonlyMap<string, string>,
): GitSource {
  const line = lineOf(checkout, steps, present);
  return {
    head: () => Promise.resolve(line.at(-1)?.commit ?? ''),
    isCutOff: () => Promise.resolve(checkout === 'shallow'),
    steps: () => Promise.resolve(line),
    blobs: (ids) => (checkout === 'holes' ? Promise.reject(new Error('GK7006: an object is missing')) : Promise.resolve(some(ids, bytes))),
    committedAt: (commit) => Promise.resolve(steps.find((one) => one.commit === commit)?.committedAt),
  };
}

function some(ids: readonly string[], bytes: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map(ids.flatMap((id) => (bytes.has(id) ? [[id, bytes.get(id) as Uint8Array] as const] : [])));
}

/** The commits that a checkout knows. */
function lineOf(checkout: Checkout, steps: readonly CommitStep[], present: ReadonlyMap<string, string>): readonly CommitStep[] {
  const tip = steps.at(-1) as CommitStep;
  if (checkout === 'old') return steps.slice(0, Math.max(1, steps.length - 1));
  if (checkout === 'shallow') {
    const all = [...present].map(([path, blob]): PathChange => ({ path, kind: 'added', blob, mode: '100644' }));
    return [{ commit: tip.commit, committedAt: tip.committedAt, changes: all }];
  }
  if (checkout !== 'empty') return steps;
  const grants = [...present.keys()].filter((path) => path.startsWith('grants/'));
  const gone = grants.map((path): PathChange => ({ path, kind: 'deleted' }));
  return [...steps, { commit: idOf(`aside ${tip.commit}`), parent: tip.commit, committedAt: tip.committedAt, changes: gone }];
}

interface ForgeParts {
  readonly kind: 'github' | 'local';
  readonly trouble: ForgeTrouble;
  readonly now: () => number;
  readonly steps: readonly CommitStep[];
  readonly requests: ReadonlyMap<string, MergedRequest>;
  readonly shown: ReadonlyMap<string, string>;
  readonly own: Parameters<typeof ownBranchesIn>[0];
}

const down = <T>(what: string): Promise<Answer<T>> =>
  Promise.resolve({ ok: false, failure: { kind: 'transient', message: `could not read ${what}: 502` } });
const said = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value });

/** What a run asks of a forge; a world opens no prune requests. */
function forgeOver({ kind, trouble, now, steps, requests, shown, own }: ForgeParts): Forge {
  const tip = steps.at(-1) as CommitStep;
  const isDown = (commit: string) =>
    trouble === 'no-reviews' || (trouble === 'some-reviews' && Number.parseInt(commit.slice(0, 2), 16) < 128);
  return {
    kind,
    tip: () => (trouble === 'no-tip' ? down('the tip') : said(tip.commit)),
    mergedRequest: (commit) => (isDown(commit) ? down('the requests') : said(requests.get(commit))),
    blobAt: (commit, path) => (trouble === 'no-blobs' ? down('a file') : said(shown.get(`${commit} ${path}`))),
    branches: () => (trouble === 'no-branches' ? down('the branches') : said(new Map())),
    textAt: () => said(undefined),
    findPrune: () => down('prune requests'),
    openPrune: () => down('prune requests'),
    updatePrune: () => down('prune requests'),
    closePrune: () => down('prune requests'),
    proposeFile: () => down('requests'),
    own:
      trouble === 'no-ledger'
        ? { read: () => down('the ledger'), append: () => down('the ledger'), replace: () => down('the ledger') }
        : ownBranchesIn(own),
    now: () => now() as Instant,
  };
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CloudSyntax } from '../../domain/cloud.ts';
import type { CommitStep, PathChange } from '../../domain/history.ts';
import type { Instant } from '../../domain/instant.ts';
import type { GitSource } from '../../git/source.ts';
import type { Read } from '../../grants/read.ts';
import { readGrant } from '../../grants/read-grant.ts';
import { readRecall } from '../../grants/read-recall.ts';
import { README, stemOfAny, unfit } from '../../grants/tree-file.ts';
import type { Grant } from '../../domain/grant.ts';
import type { Recall } from '../../domain/recall.ts';
import type { ControlStep } from '../../reconcile/control-history.ts';
import { FOLDERS } from './folders.ts';
import type { RecallVersion } from '../../reconcile/recall-history.ts';
import type { Version } from '../../reconcile/timeline.ts';

/** What Git itself tells of the first-parent line: what each commit made of every recall and control file, before any grant is read. */
export interface Outline {
  readonly commit: string;
  readonly steps: readonly CommitStep[];
  /** Where the first grant file landed; infinite where none has. */
  readonly firstGrant: number;
  readonly recalls: readonly (RecallVersion & { readonly commit: string; readonly blob?: string })[];
  readonly control: readonly ControlStep[];
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** The committer date of any commit; undefined where this clone does not have it. */
  committedAt(commit: string): Promise<Instant | undefined>;
}

/** One pass over the first-parent line: what each commit made of every grant, recall and control file. */
export interface History extends Outline {
  /** By id, oldest first; proofs are not yet there. */
  readonly grants: ReadonlyMap<string, readonly [Version, ...Version[]]>;
  /** What an earlier run saw as the tip and is no part of it any more, with the run and the time. */
  readonly rewritten?: string;
}

/** Of a shallow clone too, whose oldest commit seems to add everything: the caller decides nothing from that. */
export async function readHistory(source: GitSource, commit: string, clouds: readonly CloudSyntax[], now: Instant): Promise<History> {
  return withGrants(await readOutline(source, commit, clouds, now), clouds, now);
}

export async function readOutline(source: GitSource, commit: string, clouds: readonly CloudSyntax[], now: Instant): Promise<Outline> {
  const steps = await source.steps(commit, FOLDERS);
  const blobs = steps.flatMap((step) => step.changes.filter(isPlain).map((change) => change.blob ?? ''));
  const bytes = await source.blobs(blobs);
  const first = steps.findIndex(({ changes }) => changes.some((change) => isBelow('grants/', change)));
  return {
    commit,
    steps,
    firstGrant: first < 0 ? Infinity : first,
    recalls: recallVersions(steps, bytes, clouds, now),
    control: steps.flatMap((step, position) => controlStep(step, position, now) ?? []),
    bytes,
    committedAt: (other) => source.committedAt(other),
  };
}

/** The same with the grants. They are read a few at a time, so that answers that come meanwhile find somebody; `seen` is told of each. */
export async function withGrants(
  outline: Outline,
  clouds: readonly CloudSyntax[],
  now: Instant,
  seen: (version: Version) => void = () => undefined,
): Promise<History> {
  return { ...outline, grants: await grantVersions(outline, clouds, now, seen) };
}

/** How many versions are read at a time. */
const AT_A_TIME = 16;

function isPlain(change: PathChange): boolean {
  return change.kind !== 'deleted' && change.mode === '100644';
}

/** The commit's date, held between its parent's and now: a forged date moves nothing. */
function dateOf(step: CommitStep, now: Instant): Instant {
  return Math.min(now, claimedBy(step)) as Instant;
}

function claimedBy({ committedAt, parentCommittedAt = committedAt }: CommitStep): Instant {
  return Math.max(committedAt, parentCommittedAt) as Instant;
}

function controlStep(step: CommitStep, position: number, now: Instant): ControlStep | undefined {
  const changes = step.changes.filter((change) => change.path.startsWith('policy/'));
  if (changes.length === 0) return undefined;
  const files = changes.map(({ path, kind, blob, mode }) => ({
    path,
    ...(kind === 'deleted' || blob === undefined ? {} : { blob: mode === '100644' ? blob : `${mode}:${blob}` }),
  }));
  return { position, commit: step.commit, at: dateOf(step, now), changes: files };
}

/** Whether a change is of a file below a folder that could be a grant or a recall. */
function isBelow(folder: string, { path }: PathChange): boolean {
  return path.startsWith(folder) && !path.endsWith(`/${README}`);
}

async function grantVersions(
  { steps, bytes }: Outline,
  clouds: readonly CloudSyntax[],
  now: Instant,
  seen: (version: Version) => void,
): Promise<History['grants']> {
  let count = 0;
  const versions = new Map<string, [Version, ...Version[]]>();
  const present = new Map<string, Map<string, PathChange>>();
  const instead = new Set<string>();
  const read = reader(bytes, clouds, readGrant, 'grants/<team>/<id>.yaml');
  for (const [position, step] of steps.entries()) {
    for (const change of step.changes) noteInstead(instead, change);
    const changes = step.changes.filter((change) => isBelow('grants/', change));
    for (const [id, touched] of Map.groupBy(changes, stemOfAny)) {
      const files = present.get(id) ?? new Map<string, PathChange>();
      present.set(id, files);
      const before = [...files.keys()];
      for (const change of touched) {
        if (change.kind === 'deleted') files.delete(change.path);
        else files.set(change.path, change);
      }
      const path = [...files.keys()][0] ?? before[0] ?? touched[0]?.path ?? id;
      const blob = files.get(path)?.blob ?? '';
      const version: Version = {
        id,
        path,
        commit: step.commit,
        position,
        at: dateOf(step, now),
        ...(claimedBy(step) > now ? { ahead: claimedBy(step) } : {}),
        blob,
        body: bodyOf(files, read, isHidden(path, instead)),
      };
      const known = versions.get(id);
      if (known === undefined) versions.set(id, [version]);
      else known.push(version);
      seen(version);
      count += 1;
      if (count % AT_A_TIME === 0) await nextTurn();
    }
  }
  return versions;
}

/** A link, a submodule or a file where a folder of grants belongs: what lay in it is hidden, not deleted. */
function noteInstead(instead: Set<string>, { path, kind }: PathChange): void {
  if (path.split('/').length > 2 || !/^grants(\/|$)/.test(path)) return;
  if (kind === 'deleted') instead.delete(path);
  else instead.add(path);
}

function isHidden(path: string, instead: ReadonlySet<string>): boolean {
  return [...instead].some((one) => path.startsWith(`${one}/`));
}

/** Two files of one stem are neither of them readable as that id. */
function bodyOf(files: ReadonlyMap<string, PathChange>, read: (change: PathChange) => Read<Grant>, hidden: boolean): Version['body'] {
  const [only, ...others] = [...files.values()];
  if (only === undefined) return { kind: hidden ? 'unreadable' : 'deleted' };
  const grant = others.length === 0 ? read(only) : undefined;
  return grant?.ok === true ? { kind: 'grant', grant: grant.value } : { kind: 'unreadable' };
}

function recallVersions(
  steps: readonly CommitStep[],
  bytes: ReadonlyMap<string, Uint8Array>,
  clouds: readonly CloudSyntax[],
  now: Instant,
): History['recalls'] {
  const read = reader(bytes, clouds, readRecall, 'recalls/<name>.yaml');
  return steps.flatMap((step, position) =>
    step.changes
      .filter((change) => isBelow('recalls/', change))
      .toSorted((a, b) => Number(a.kind === 'deleted') - Number(b.kind === 'deleted'))
      .map((change) => ({
        name: stemOfAny(change),
        at: dateOf(step, now),
        body: recallBody(change, read),
        commit: step.commit,
        position,
        path: change.path,
        ...(change.blob === undefined ? {} : { blob: change.blob }),
      })),
  );
}

function recallBody(change: PathChange, read: (change: PathChange) => Read<Recall>): RecallVersion['body'] {
  if (change.kind === 'deleted') return { kind: 'deleted' };
  const recall = read(change);
  return recall.ok ? { kind: 'recall', recall: recall.value } : { kind: 'unreadable' };
}

/** Reads each content once for each path and mode: the same bytes elsewhere are another grant, and a link is none. */
function reader<T>(
  bytes: ReadonlyMap<string, Uint8Array>,
  clouds: readonly CloudSyntax[],
  read: (file: string, bytes: Uint8Array, clouds: readonly CloudSyntax[]) => Read<T>,
  form: string,
): (change: PathChange) => Read<T> {
  const known = new Map<string, Read<T>>();
  return ({ path, mode = '', blob = '' }) => {
    const key = `${mode} ${blob} ${path}`;
    const content = bytes.get(blob);
    const fit = content !== undefined && unfit({ path, mode, bytes: content }, form) === undefined;
    const answer = known.get(key) ?? (fit ? read(path, content, clouds) : { ok: false, findings: [] });
    known.set(key, answer);
    return answer;
  };
}

import { StringDecoder } from 'node:string_decoder';
import type { CommitStep, PathChange } from '../domain/history.ts';
import type { Instant } from '../domain/instant.ts';
import { problem } from './problem.ts';
import { commitOf, isShallow, type Repository } from './repository.ts';
import { gitChunks, gitOutput } from './stream.ts';
import { withoutSlash } from './tree.ts';

/**
 * `--diff-merges=first-parent` shows what a merge itself brings against the default branch, a file that no branch held
 * included; plain `-m` would obey `log.diffMerges` of the repository, which can hide it. The rest beats such settings too.
 */
const LOG = [
  '--literal-pathspecs',
  'log',
  '--first-parent',
  '--diff-merges=first-parent',
  '--raw',
  '-z',
  '--no-renames',
  '--no-abbrev',
  '--no-ext-diff',
  '--no-show-signature',
  '--no-notes',
  '--no-follow',
  '--ignore-submodules=none',
  '-O/dev/null',
  '--format=commit %H %ct %P',
];

/**
 * Every commit of the first-parent line of `tip` that changed something at or below the prefixes, oldest first.
 * Throws a `GitProblem` on a shallow clone, whose last commit seems to add everything; unless the caller knows and lets it pass.
 */
export async function firstParentHistory(
  repo: Repository,
  tip: string,
  prefixes: readonly string[],
  { cutOff = false, line }: { readonly cutOff?: boolean; readonly line?: Promise<Line> } = {},
): Promise<readonly CommitStep[]> {
  if (!cutOff && (await isShallow(repo))) throw shallow(repo);
  const [steps, dates] = await Promise.all([stepsTo(repo, tip, prefixes), line ?? lineTo(repo, tip)]);
  return steps.map((step) => dated(step, dates)).reverse();
}

function shallow(repo: Repository): Error {
  return problem(
    'GK7003',
    `${repo.root} is a shallow clone: its history is cut off, so nothing can be decided from it`,
    'Fetch all of it: git fetch --unshallow, or fetch-depth: 0 in the checkout step.',
  );
}

async function stepsTo(repo: Repository, tip: string, prefixes: readonly string[]): Promise<readonly CommitStep[]> {
  const steps: CommitStep[] = [];
  const take = logReader(steps);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of gitChunks(repo.root, [...LOG, '--end-of-options', tip, '--', ...prefixes.map(withoutSlash)])) {
    const fields = (rest + decoder.write(chunk)).split('\0');
    rest = fields.pop() ?? '';
    for (const field of fields) take(field);
  }
  return steps;
}

/** Takes the fields of the log: `commit <id> <seconds> <parents>`, then for each path `:<modes> <blobs> <letter>` and the path. */
function logReader(steps: CommitStep[]): (field: string) => void {
  let changes: PathChange[] = [];
  let raw: string | undefined;
  return (field) => {
    if (raw !== undefined) {
      changes.push(changeOf(raw, field));
      raw = undefined;
    } else if (field.startsWith('commit ')) {
      changes = [];
      steps.push(stepOf(field, changes));
    } else {
      raw = field.trimStart();
    }
  };
}

function stepOf(header: string, changes: readonly PathChange[]): CommitStep {
  const [, commit = '', seconds, parent] = header.split(' ');
  const step = { commit, committedAt: instantOf(seconds), changes };
  return parent === undefined || parent === '' ? step : { ...step, parent };
}

function changeOf(raw: string, path: string): PathChange {
  const [, mode = '', , blob = '', letter] = raw.slice(1).split(' ');
  if (letter === 'D') return { path, kind: 'deleted' };
  return { path, kind: letter === 'A' ? 'added' : 'modified', mode, blob };
}

/** The commits of a first-parent line, each with its committer date. */
export type Line = ReadonlyMap<string, Instant>;

/** All of the line, because a parent that touched none of the prefixes is in no step. */
export async function lineTo(repo: Repository, tip: string): Promise<Line> {
  const { bytes } = await gitOutput(repo.root, ['rev-list', '--first-parent', '--timestamp', '--end-of-options', tip, '--']);
  const lines = bytes.toString('latin1').split('\n').slice(0, -1);
  return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), instantOf(line.slice(0, line.indexOf(' ')))]));
}

/** The committer date of one commit, as it claims it; undefined where the clone does not have it. */
export async function committedAt(repo: Repository, commit: string): Promise<Instant | undefined> {
  if ((await commitOf(repo, commit)) === undefined) return undefined;
  const { bytes } = await gitOutput(repo.root, ['show', '--no-patch', '--no-show-signature', '--format=%ct', '--end-of-options', commit]);
  return instantOf(bytes.toString('latin1').trim());
}

function dated(step: CommitStep, dates: Line): CommitStep {
  const parentCommittedAt = step.parent === undefined ? undefined : dates.get(step.parent);
  return parentCommittedAt === undefined ? step : { ...step, parentCommittedAt };
}

// A commit whose date does not read counts as ancient; what follows from its date is then held to its parent's.
export function instantOf(seconds: string | undefined): Instant {
  const ms = Number(seconds) * 1000;
  return (Number.isFinite(ms) ? ms : 0) as Instant;
}

import PQueue from 'p-queue';
import { type CloudName, scopeKey } from '../domain/access.ts';
import { bindingOf, type Change, takes } from '../domain/change.ts';
import type { Instant } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Failure, Outcome, OutcomeStatus } from '../domain/outcome.ts';
import type { CloudReader, CloudWriter, Readable } from '../providers/provider.ts';
import { withResidue } from './residue.ts';
import { verified } from './verify.ts';

export interface ApplyInput {
  readonly changes: readonly Change[];
  readonly held: readonly Change[];
  readonly readings: ReadonlyMap<string, Readable>;
  readonly readers: ReadonlyMap<CloudName, CloudReader>;
  readonly writers: ReadonlyMap<CloudName, CloudWriter>;
  /** The decisions of the plan, made again for one scope on what is live there now. */
  readonly again: (scope: string, live: readonly LiveBinding[]) => readonly Change[];
  readonly only?: 'revocations' | 'grants';
  readonly clock: () => Instant;
  readonly sleep: (ms: number) => Promise<void>;
  /** True once the run was asked to stop: the write in hand is finished, no other is begun. */
  readonly stopping: () => boolean;
  readonly progress: (done: number, all: number) => void;
  readonly concurrency: number;
  /** Done once before anything is given, such as to write down who approved it. */
  readonly beforeGiving?: () => Promise<void>;
  /** Told of what has come of everything once no more is written: whatever the second look confirms stays the very same outcome. */
  readonly looking?: (outcomes: readonly Outcome[]) => void;
  /** Resolves when grants have waited long enough for the revocations of a scope that does not answer. */
  readonly patience: () => Promise<void>;
}

/** The work on one scope: what is taken there, what is given, and what has come of it. */
interface Work {
  readonly key: string;
  readonly takes: readonly Change[];
  readonly gives: readonly Change[];
  reading: Readable;
  outcomes: Outcome[];
  taken: boolean;
}

/** Revocations of all scopes, then grants, then a second look; one outcome for each change, whatever goes wrong. */
export async function applyChanges(input: ApplyInput): Promise<readonly Outcome[]> {
  const works = worksOf(input);
  const queue = new PQueue({ concurrency: input.concurrency });
  const report = progressOf(works.length, input);
  const taking = input.only === 'grants' ? undefined : Promise.all(works.map((work) => queue.add(() => takeFrom(work, input))));
  if (taking !== undefined) await Promise.race([taking, input.patience()]);
  if (input.only !== 'revocations' && works.some((work) => work.gives.length > 0)) await input.beforeGiving?.();
  if (input.only !== 'revocations') await Promise.all(works.map((work) => queue.add(() => giveTo(work, input))));
  await taking;
  const held = input.held.map((change) => outcome('held', change, input));
  const all = () => [...works.flatMap((work) => work.outcomes), ...held];
  const looks = Promise.all(works.map((work) => queue.add(() => lookAgain(work, input, report))));
  input.looking?.(all());
  await looks;
  return all();
}

function worksOf(input: ApplyInput): readonly Work[] {
  const byScope = Map.groupBy(input.changes, (change) => scopeKey(bindingOf(change).scope));
  return [...byScope].flatMap(([key, changes]) => {
    const reading = input.readings.get(key);
    if (reading === undefined) return [];
    return [{ key, takes: changes.filter(takes), gives: changes.filter((one) => !takes(one)), reading, outcomes: [], taken: false }];
  });
}

async function takeFrom(work: Work, input: ApplyInput): Promise<void> {
  await write(work, work.takes, input);
  work.taken = true;
}

async function giveTo(work: Work, input: ApplyInput): Promise<void> {
  const late = input.only === undefined && work.takes.length > 0 && !work.taken;
  if (late)
    work.outcomes.push(
      ...work.gives.map((change) =>
        outcome('skipped', change, input, { kind: 'transient', message: 'the revocations of this scope have not ended yet' }),
      ),
    );
  else await write(work, work.gives, input);
}

async function write(work: Work, changes: readonly Change[], input: ApplyInput): Promise<void> {
  if (changes.length === 0) return;
  const writer = input.writers.get(work.reading.scope.cloud);
  if (input.stopping() || writer === undefined) {
    work.outcomes.push(
      ...changes.map((change) => outcome('skipped', change, input, { kind: 'transient', message: 'the run was interrupted before it' })),
    );
    return;
  }
  const isTaking = changes.some(takes);
  const again = (live: readonly LiveBinding[]) =>
    input.again(work.key, live).filter((change) => takes(change) === isTaking && changes.some((planned) => isPlanned(change, planned)));
  try {
    const { outcomes, reading } = await writer.apply(work.reading, changes, again);
    work.reading = reading;
    work.outcomes.push(...outcomes);
  } catch (cause) {
    // A provider answers with outcomes; what it throws is a bug, and a bug in one scope must not stop the others.
    const message = `unexpected: ${cause instanceof Error ? cause.message : String(cause)}`;
    work.outcomes.push(
      ...changes.map((change) => outcome('failed', change, input, { kind: 'unsafe', message, hint: 'This is a bug: please report it.' })),
    );
  }
}

/** A digest tells what is done and not why: what was due by its own end may be a withdrawal now, and that is the guard's to let through. */
function isPlanned(change: Change, planned: Change): boolean {
  return change.digest === planned.digest && (change.because !== 'withdrawn' || planned.because === 'withdrawn');
}

async function lookAgain(work: Work, input: ApplyInput, done: () => void): Promise<void> {
  const reader = input.readers.get(work.reading.scope.cloud);
  if (reader !== undefined)
    work.outcomes = [...(await withResidue(await verified(work.outcomes, work.reading, reader, input.sleep), work.reading, reader))];
  done();
}

function progressOf(all: number, input: ApplyInput): () => void {
  let done = 0;
  return () => input.progress(++done, all);
}

function outcome(status: OutcomeStatus, change: Change, input: ApplyInput, failure?: Failure): Outcome {
  return { status, change, at: input.clock(), ...(failure === undefined ? {} : { failure }) };
}

import type { Outcome } from '../../domain/outcome.ts';
import type { Sweeps } from '../../report/recall-receipt.ts';
import type { Context } from '../context.ts';
import { liveKey } from '../reading/recall-subject.ts';

/** What one more look over everything came to. */
export interface Look {
  /** What was taken, or tried; nothing where nothing was there. */
  readonly outcomes: readonly Outcome[];
  /** False: a part could not be read, so that an empty look proves nothing. */
  readonly whole: boolean;
}

/** Milliseconds between looks: indexes and readers lag behind a write, and what somebody woke meanwhile shows then. */
const APART = 60_000;

/** After so many the rest is left to a further recall, with its reason. */
const MOST = 5;

const IN_A_ROW = 2;

/** Looks again, and takes what turns up, until two looks in a row found nothing. Each removal keeps what came of its last try. */
export async function sweepUntilQuiet(
  first: readonly Outcome[],
  look: () => Promise<Look>,
  context: Pick<Context, 'sleep' | 'stopping' | 'simulation' | 'progress'>,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly sweeps: Sweeps }> {
  const last = new Map(first.map((one) => [keyOf(one), one]));
  let made = 0;
  let quiet = 0;
  let stuck = 0;
  while (quiet < IN_A_ROW && stuck < IN_A_ROW && made < MOST && !context.stopping()) {
    // A simulated world shows a write as soon as it is told to, so nobody has to wait for it.
    if (made > 0 && context.simulation === undefined) await context.sleep(APART);
    const { outcomes, whole } = await look();
    made += 1;
    context.progress(`${made} sweeps made`);
    quiet = whole && outcomes.length === 0 ? quiet + 1 : 0;
    stuck = outcomes.length > 0 && outcomes.every((one) => last.has(keyOf(one)) && !isDone(one)) ? stuck + 1 : 0;
    for (const one of outcomes) last.set(keyOf(one), one);
  }
  const final = quiet >= IN_A_ROW;
  return { outcomes: [...last.values()].map((one) => (final && !isDone(one) ? gone(one) : one)), sweeps: { made, final } };
}

function isDone({ status }: Outcome): boolean {
  return status === 'applied' || status === 'already-so';
}

/** Whatever became of the try, the last sweeps did not see it. */
function gone({ change, at }: Outcome): Outcome {
  return { change, at, status: 'already-so', evidence: 'the last two sweeps did not find it' };
}

/** A recall takes away and does nothing else. */
function keyOf({ change }: Outcome): string {
  return change.verb === 'grant' ? change.digest : liveKey(change.live);
}

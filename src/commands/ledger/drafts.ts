import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Outcome } from '../../domain/outcome.ts';
import type { Context } from '../context.ts';
import { isWorthIt } from '../reading/early.ts';
import type { Situation } from '../reading/situation.ts';
import { type Draft, draftPicture, rehearsePicture } from './picture.ts';
import type { Recorder } from './record.ts';

/** What is worked out before it has to be written down. */
export interface Drafts {
  readonly begin: () => void;
  /** As if the second look confirmed all: what it does not confirm is worked out anew. */
  readonly rehearse: (outcomes: readonly Outcome[]) => void;
  readonly ready: () => Promise<Draft>;
}

const NO_DRAFTS = { begin: () => undefined, rehearse: () => undefined };

/**
 * What is written down in any case is worked out while the writes are on their way, once the approvals are on record; and what is most
 * likely to be written down of them while they are read back; where that pays.
 */
export function draftsOf(record: Recorder, situation: Situation, context: Context): Drafts {
  if (!isWorthIt(situation.survey.readings.size, context)) return { ...NO_DRAFTS, ready: () => draftPicture(situation) };
  let work: Promise<readonly [Draft, void]> | undefined;
  let rehearsed: Promise<void> | undefined;
  // The writes are sent first.
  const begin = () => (work ??= nextTurn().then(() => Promise.all([draftPicture(situation), record.foresee()])));
  return {
    begin: () => {
      // Whoever waits for it is told of what goes wrong; the writes go on.
      begin().catch(() => undefined);
    },
    rehearse: (outcomes) => {
      const rehearse = async () => {
        const [draft] = await begin();
        await record.rehearse(outcomes);
        await rehearsePicture(situation, outcomes, context, draft);
      };
      // What goes wrong here goes wrong where it is written down, and is told there.
      rehearsed = rehearse().catch(() => undefined);
    },
    ready: async () => {
      await rehearsed;
      return (await begin())[0];
    },
  };
}

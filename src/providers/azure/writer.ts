import type { Change } from '../../domain/change.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Failure, Outcome } from '../../domain/outcome.ts';
import type { Access, CloudReader, CloudWriter, Readable } from '../provider.ts';
import { attempt } from './attempt.ts';
import { connect, type Connection } from './client.ts';
import { readerOver } from './reader.ts';
import { type Result, type Scene, withOne, withoutOne } from './scene.ts';
import { type Sent, unseen } from './settle.ts';

/** Waits in milliseconds for principals that directories do not know yet, for hash conflicts, and for the five minutes in which PIM takes nothing away: six minutes in all. */
const PATIENCE = [2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000, 60_000];

export async function azureWriter(access: Access): Promise<CloudWriter> {
  const connection = await connect(access);
  return writerOver(connection, readerOver(connection));
}

/** Azure's unit of writing is one assignment: each change is written, and read back, by itself. */
export function writerOver(connection: Connection, reader: CloudReader): CloudWriter {
  const [gone, full]: [Scene['gone'], Scene['full']] = [new Map(), new Map()];
  return {
    async apply(reading, changes, again) {
      const scene: Scene = { connection, reader, again, reading, denied: new Map(), full, gone, clashes: new Map() };
      const outcomes = new Map<Change, Outcome>();
      // What could be woken meanwhile goes first.
      let open: readonly Change[] = changes.toSorted((a, b) => Number(standsBy(b)) - Number(standsBy(a)));
      for (const wait of [0, ...PATIENCE]) {
        if (wait > 0) await connection.access.sleep(wait);
        open = await round(scene, open, outcomes);
        if (open.length === 0) break;
      }
      return { outcomes: changes.flatMap((change) => outcomes.get(change) ?? []), reading: scene.reading };
    },
  };
}

/** Tries each change once, whatever came of the others, reads back what was sent, and answers those that may work later. */
async function round(scene: Scene, changes: readonly Change[], outcomes: Map<Change, Outcome>): Promise<readonly Change[]> {
  const later: Change[] = [];
  const sent = new Map<Change, Sent>();
  for (const change of changes) {
    const result = await attempt(scene, change);
    if (result.kind === 'sent') sent.set(change, result);
    else outcomes.set(change, outcomeOf(scene, change, result));
    if (result.kind === 'later') later.push(change);
  }
  const open = await unseen(scene, [...sent.values()]);
  for (const [change, result] of sent) {
    outcomes.set(change, outcomeOf(scene, change, result, open.get(result)));
    scene.reading = after(scene, result);
  }
  return later;
}

function outcomeOf({ connection }: Scene, change: Change, result: Result, unseen?: Failure): Outcome {
  const common = { change, at: connection.access.clock() };
  if (result.kind === 'already-so') return { ...common, status: 'already-so', evidence: result.evidence };
  if (result.kind !== 'sent') return { ...common, status: result.kind === 'later' ? 'failed' : result.kind, failure: result.failure };
  const { evidence } = result;
  return unseen === undefined ? { ...common, status: 'applied', evidence } : { ...common, status: 'unverified', evidence, failure: unseen };
}

/** What stands once Azure has taken a write, whether or not every reader shows it yet. */
function after({ reading, connection }: Scene, { change, id, byPim }: Sent): Readable {
  if (change.verb === 'revoke') return { ...reading, live: withoutOne(reading.live, id) };
  const { binding, grant, until, starts } = change.desired;
  const mark = { stamp: connection.access.stamp, grant, until };
  const one: LiveBinding = {
    binding,
    mark,
    conditional: binding.condition !== undefined,
    handle: id,
    ...(byPim === true ? { end: until, ...(starts === undefined ? {} : { starts }) } : {}),
  };
  const before = change.verb === 'grant' && change.over !== undefined ? withoutOne(reading.live, change.over.handle) : reading.live;
  return { ...reading, live: withOne(before, one) };
}

function standsBy(change: Change): boolean {
  return change.verb === 'revoke' && change.live.standby !== undefined;
}

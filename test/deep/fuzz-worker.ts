import { parentPort, workerData } from 'node:worker_threads';
import { fuzz } from './fuzz.ts';
import { FUZZES } from './fuzzes.ts';

/** Which inputs of which kinds one worker tries. */
export interface FuzzShare {
  readonly seed: number;
  readonly step: number;
  /** Of the differential kind; of the others their share of it. */
  readonly count: number;
}

const { seed, step, count } = workerData as FuzzShare;
for (const kind of FUZZES) parentPort?.postMessage(await fuzz(kind, { seed, step, count: Math.ceil(count * kind.share) }), []);

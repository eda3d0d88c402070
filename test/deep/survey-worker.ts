import { Session } from 'node:inspector/promises';
import { parentPort, workerData } from 'node:worker_threads';
import '../no-network.ts';
import { importersSeen, unchanged, urlOf } from './bench.ts';
import type { Ran, Stretch, Survey, Surveyed } from './survey.ts';

/** Counts from here on, so that no module is compiled without its counters. */
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const SRC = urlOf('src/');

/** What ran since it was last asked. */
async function ranSince(): Promise<Ran> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const own = result.filter(({ url }) => url.startsWith(SRC));
  return Object.fromEntries(
    own.map(({ url, functions }) => [
      `src/${url.slice(SRC.length)}`,
      functions.flatMap(({ ranges }) => ranges.map((one): Stretch => [one.startOffset, one.endOffset, one.count > 0])),
    ]),
  );
}

const tests: Surveyed[] = [];
const loading: Ran[] = [];
for (const test of workerData as readonly string[]) {
  const known = await unchanged(test, async () => void loading.push(await ranSince()));
  tests.push({ known, ran: await ranSince() });
}
session.disconnect();
parentPort?.postMessage({ tests, loading, importers: importersSeen() } satisfies Survey, []);

import { Session } from 'node:inspector/promises';
import { parentPort, workerData } from 'node:worker_threads';
import '../no-network.ts';
import { importersSeen, unchanged, urlOf } from './bench.ts';
import { type Asked, passedOf, type Places, type Stretch, type Survey, type Surveyed } from './survey.ts';

/** Counts from here on, so that no module is compiled without its counters. */
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const { tests, places } = workerData as Asked;

/** Of the places that are asked about those that were passed since the last look. */
async function passedSince(): Promise<Places> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const byUrl = new Map(result.map((one) => [one.url, one.functions]));
  const found = Object.entries(places).flatMap(([file, own]) => {
    const functions = byUrl.get(urlOf(file));
    if (functions === undefined) return [];
    const stretches = functions.flatMap(({ ranges }) => ranges.map((one): Stretch => [one.startOffset, one.endOffset, one.count > 0]));
    return [[file, passedOf(stretches, own)] as const];
  });
  return Object.fromEntries(found.filter(([, own]) => own.length > 0));
}

/** Milliseconds from which a mutant is asked about to single cases of a test file. A load takes some ten. */
const LONG = 20;

/** What several stretches of a run passed, together. */
function together(all: readonly Places[]): Places {
  const files = new Set(all.flatMap((one) => Object.keys(one)));
  return Object.fromEntries([...files].map((file) => [file, [...new Set(all.flatMap((one) => one[file] ?? []))]]));
}

const surveyed: Surveyed[] = [];
const loading: Places[] = [];
for (const test of tests) {
  const cases: Places[] = [];
  const known = await unchanged(
    test,
    async () => void loading.push(await passedSince()),
    async () => void cases.push(await passedSince()),
  );
  surveyed.push({ known, passed: together(cases), ...(known.ms > LONG ? { cases } : {}) });
}
session.disconnect();
parentPort?.postMessage({ tests: surveyed, loading, importers: importersSeen() } satisfies Survey, []);

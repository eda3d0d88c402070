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

/** Milliseconds from which a test file is asked about case by case. */
const LONG = 400;

const surveyed: Surveyed[] = [];
const loading: Places[] = [];
for (const test of tests) {
  const known = await unchanged(test, async () => void loading.push(await passedSince()));
  const passed = await passedSince();
  const cases: Places[] = [];
  if (known.ms > LONG) await unchanged(test, passedSince, async () => void cases.push(await passedSince()));
  surveyed.push({ known, passed, ...(cases.length === 0 ? {} : { cases }) });
}
session.disconnect();
parentPort?.postMessage({ tests: surveyed, loading, importers: importersSeen() } satisfies Survey, []);

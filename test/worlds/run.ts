import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { coverageText, ENOUGH, unmet } from './coverage.ts';
import { playShare, type Share, type Tally, together } from './crew.ts';
import { draw, drawStorm } from './draw.ts';
import { cutTo, keptFrom, keptText, shrunk } from './shrink.ts';
import { play } from './world.ts';

// npm run worlds -- --count 100000 --seed 1 [--workers 2] [--minutes 30] [--json]
// npm run worlds -- --storm --count 1000: one call in five goes wrong, in run after run
// npm run worlds -- --replay 4711 or --replay 4711:0,3.1,5!

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    replay: { type: 'string' },
    storm: { type: 'boolean', default: false },
    minutes: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

process.exitCode = values.replay === undefined ? await many() : await replay(values.replay);

async function replay(text: string): Promise<number> {
  const [seed = '', kept] = text.split(':');
  const script = values.storm ? drawStorm(Number(seed)) : draw(Number(seed));
  const { breach, digest } = await play(kept === undefined ? script : cutTo(script, keptFrom(kept)), {
    tell: (line) => void process.stdout.write(`${line}\n`),
  });
  process.stdout.write(
    breach === undefined ? `Every promise was kept. ${digest}\n` : `${breach.promise} was broken: ${breach.what}\n${digest}\n`,
  );
  return breach === undefined ? 0 : 1;
}

async function many(): Promise<number> {
  const began = performance.now();
  const count = Number(values.count);
  const seed = Number(values.seed);
  const workers = Math.max(1, Number(values.workers));
  const end = values.minutes === undefined ? {} : { until: Date.now() + Number(values.minutes) * 60_000 };
  const shares = Array.from({ length: workers }, (_, at): Share => {
    const own = Math.floor(count / workers) + (at < count % workers ? 1 : 0);
    return { seed: seed + at, step: workers, count: own, storm: values.storm, ...end };
  });
  const tally = together(await Promise.all(shares.map((share) => (workers === 1 ? playShare(share) : inWorker(share)))));
  const seconds = (performance.now() - began) / 1000;
  if (values.json) process.stdout.write(`${JSON.stringify({ ...tally, seconds })}\n`);
  else report(tally, seconds);
  if (tally.breach !== undefined && values.json) return 1;
  if (tally.breach !== undefined) {
    await explain(tally.breach);
    return 1;
  }
  if (values.storm && !weathered(tally)) return 1;
  const missing = tally.worlds >= ENOUGH && !values.storm ? unmet(tally.reached) : [];
  if (missing.length > 0) process.stdout.write(`Never met: ${missing.join(', ')}\n`);
  return missing.length > 0 ? 1 : 0;
}

/** In a storm 99.9 % of the worlds come to what was approved within ten runs. */
function weathered({ worlds, stormed }: Tally): boolean {
  const late = stormed['11'] ?? 0;
  process.stdout.write(
    `In a storm, by runs: ${Object.entries(stormed)
      .map(([runs, times]) => `${times} after ${runs}`)
      .join(', ')}.\n`,
  );
  return late <= worlds / 1000;
}

function inWorker(share: Share): Promise<Tally> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: share,
    resourceLimits: { maxYoungGenerationSizeMb: 128 },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Tally>();
  worker.once('message', resolve);
  worker.once('error', reject);
  return promise;
}

function report(tally: Tally, seconds: number): void {
  const settled = Object.entries(tally.settled).map(([runs, worlds]) => `${worlds} after ${runs}`);
  process.stdout.write(
    `${tally.worlds} worlds in ${seconds.toFixed(1)} s: ${tally.runs} runs of the engine, ${tally.calls} calls to the clouds.\n` +
      `Came to rest, by runs without faults: ${settled.join(', ')}.\n${coverageText(tally.reached)}`,
  );
}

async function explain({ seed, promise, what }: NonNullable<Tally['breach']>): Promise<void> {
  process.stdout.write(`\nSeed ${seed} breaks ${promise}: ${what}\n`);
  const script = values.storm ? drawStorm(seed) : draw(seed);
  const kept = await shrunk(script, promise);
  process.stdout.write(`The smallest history found (${kept.length} of ${script.deeds.length} deeds):\n`);
  await play(cutTo(script, kept), { tell: (line) => void process.stdout.write(`  ${line}\n`) });
  process.stdout.write(`Replay it: npm run worlds -- ${values.storm ? '--storm ' : ''}--replay ${seed}:${keptText(kept)}\n`);
}

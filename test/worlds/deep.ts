import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { Storms } from '../providers/gcp/storm-run.ts';
import { PLANTED } from './planted.ts';
import { explore } from './small.ts';

// npm run test:deep -- --only planted [--count 20000] [--seed 1] [--json]
// npm run test:deep -- --only small [--json]
// npm run test:deep -- --only storms [--count 1000] [--seed 1] [--json]

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'planted' },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    pick: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

/** What came of one planted fault. */
interface Found {
  readonly name: string;
  /** How many worlds it took. */
  readonly worlds: number;
  readonly breach?: { readonly seed: number; readonly promise: string; readonly what: string };
  /** The engine ended with an error of its own. */
  readonly thrown?: string;
}

const run = promisify(execFile);
const count = values.count ?? '20000';
const script = fileURLToPath(new URL('./planted-run.ts', import.meta.url));

async function search(number: number): Promise<Found> {
  const { stdout } = await run(process.execPath, [script, String(number), count, values.seed], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as Found;
}

async function planted(): Promise<number> {
  const wanted = PLANTED.map((_, number) => number).filter(
    (number) => values.pick === undefined || values.pick.split(',').includes(String(number)),
  );
  const found: Found[] = [];
  const queue = [...wanted];
  const hand = async (): Promise<void> => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      const one = await search(number);
      found.push(one);
      if (!values.json) process.stdout.write(lineOf(number, one));
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, hand));
  const missed = found.filter(({ breach, thrown }) => breach === undefined && thrown === undefined);
  if (values.json) process.stdout.write(`${JSON.stringify({ planted: found, missed: missed.length })}\n`);
  else process.stdout.write(`${found.length} planted faults, ${found.length - missed.length} found within ${count} worlds.\n`);
  return missed.length === 0 ? 0 : 1;
}

function lineOf(number: number, { name, worlds, breach, thrown }: Found): string {
  const how = breach === undefined ? (thrown === undefined ? 'NOT FOUND' : `threw ${thrown}`) : `${breach.promise}, seed ${breach.seed}`;
  return `${String(number).padStart(2)} ${String(worlds).padStart(6)} worlds  ${name}: ${how}\n`;
}

async function small(): Promise<number> {
  const began = performance.now();
  const explored = await explore();
  const { states, steps, pruned, crashes, ends, breach } = explored;
  const seconds = (performance.now() - began) / 1000;
  const text =
    `Small worlds: ${states} states and ${steps} steps, ${crashes} of them crashes, ${pruned} pruned; ` +
    `${ends} ends, each put right by the next run; ${seconds.toFixed(1)} s.\n` +
    (breach === undefined
      ? ''
      : `${breach.promise} was broken: ${breach.what}\n${breach.history.map((step) => `  ${JSON.stringify(step)}\n`).join('')}`);
  process.stdout.write(values.json ? `${JSON.stringify({ ...explored, seconds })}\n` : text);
  return breach === undefined ? 0 : 1;
}

/** Four others and we on one policy, 80 changes each, seed by seed: nothing of anybody may be lost. */
async function storms(): Promise<number> {
  const began = performance.now();
  const hands = Math.min(2, availableParallelism());
  const [first, count] = [Number(values.seed), Number(values.count ?? '1000')];
  const file = fileURLToPath(new URL('../providers/gcp/storm-run.ts', import.meta.url));
  const parts = await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      const { stdout } = await run(process.execPath, [file, String(first + hand), String(first + count), String(hands)], {
        maxBuffer: 1 << 24,
      });
      return JSON.parse(stdout) as Storms;
    }),
  );
  const lost = parts.flatMap((part) => part.lost);
  const [seeds, conflicts] = [parts.reduce((sum, part) => sum + part.seeds, 0), parts.reduce((sum, part) => sum + part.conflicts, 0)];
  const seconds = (performance.now() - began) / 1000;
  const lines = lost.map(({ seed, what }) => `seed ${seed}: ${what}\n`).join('');
  const text = `${seeds} storms of five writers with 80 changes each, ${conflicts} conflicts, ${lost.length} changes lost; ${seconds.toFixed(1)} s.\n`;
  process.stdout.write(values.json ? `${JSON.stringify({ storms: seeds, conflicts, lost, seconds })}\n` : lines + text);
  return lost.length === 0 && seeds === count && conflicts > seeds ? 0 : 1;
}

const PARTS: Readonly<Record<string, () => Promise<number>>> = { planted, small, storms };
const part = PARTS[values.only];
if (part === undefined) throw new Error(`--only takes ${Object.keys(PARTS).join(' or ')}, not ${values.only}`);
process.exitCode = await part();

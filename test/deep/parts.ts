import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Storms } from '../providers/gcp/storm-run.ts';
import { coverageText, ENOUGH, unmet } from '../worlds/coverage.ts';
import type { Tally } from '../worlds/crew.ts';
import { openDisk } from '../worlds/disk.ts';
import { draw } from '../worlds/draw.ts';
import { type Lagged, playLag } from '../worlds/lag.ts';
import { PLANTED } from '../worlds/planted.ts';
import { type Explored, explore } from '../worlds/small.ts';
import { AZURE } from '../worlds/small-azure.ts';
import { GCP } from '../worlds/small-world.ts';
import { play } from '../worlds/world.ts';
import type { Fuzzed } from './fuzz.ts';
import type { FuzzShare } from './fuzz-worker.ts';
import { mutate, type Mutated, type Score, type Survivor } from './mutation.ts';
import type { Part, Wish } from './part.ts';
import { faults } from './part-faults.ts';
import { reportIn } from './report.ts';

const HANDS = Math.min(2, availableParallelism());
const run = promisify(execFile);
const at = (path: string) => fileURLToPath(new URL(`../worlds/${path}`, import.meta.url));

/** What came of one planted fault. */
interface Found {
  readonly name: string;
  /** How many worlds it took. */
  readonly worlds: number;
  readonly breach?: { readonly seed: number; readonly promise: string; readonly what: string };
  /** The engine ended with an error of its own. */
  readonly thrown?: string;
}

const planted: Part = async ({ count = 20_000, seed, pick }) => {
  const queue = PLANTED.map((_, number) => number).filter((number) => pick === undefined || pick.split(',').includes(String(number)));
  const found = new Map<number, Found>();
  const hand = async (): Promise<void> => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      const { stdout } = await run(process.execPath, [at('planted-run.ts'), String(number), String(count), String(seed)], {
        maxBuffer: 1 << 24,
      });
      found.set(number, JSON.parse(stdout) as Found);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  const all = [...found].toSorted(([a], [b]) => a - b);
  const missed = all.filter(([, { breach, thrown }]) => breach === undefined && thrown === undefined);
  return {
    ok: missed.length === 0,
    figures: { planted: all.map(([, one]) => one), missed: missed.length },
    lines: [
      ...all.map(([number, one]) => lineOf(number, one)),
      `${all.length} planted faults, ${all.length - missed.length} found within ${count} worlds; at most ${Math.max(0, ...all.map(([, { worlds }]) => worlds))} were needed.`,
    ],
  };
};

function lineOf(number: number, { name, worlds, breach, thrown }: Found): string {
  const how = breach === undefined ? (thrown === undefined ? 'NOT FOUND' : `threw ${thrown}`) : `${breach.promise}, seed ${breach.seed}`;
  return `${String(number).padStart(2)} ${String(worlds).padStart(6)} worlds  ${name}: ${how}`;
}

/** The small worlds on both clouds: two runs of ours, both of which may die, and all of what the other writer does. */
const small: Part = async () => {
  const gcp = await smallOf('Google Cloud', () => explore(GCP, { runs: 2, hands: GCP.hands.length, deaths: 2 }));
  const azure = await smallOf('Azure', () => explore(AZURE, { runs: 2, hands: AZURE.hands.length, deaths: 2 }));
  return {
    ok: gcp.ok && azure.ok,
    figures: { gcp: gcp.figures, azure: azure.figures },
    lines: [...gcp.lines, ...azure.lines],
  };
};

async function smallOf(cloud: string, exploring: () => Promise<Explored>) {
  const [began, busy] = [performance.now(), process.cpuUsage()];
  const explored = await exploring();
  const { states, steps, pruned, merged, crashes, ends, runs, breach } = explored;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  // On a busy machine the other seconds say little.
  const { user, system } = process.cpuUsage(busy);
  const own = ((user + system) / 1_000_000).toFixed(1);
  const told =
    `Small worlds on ${cloud}: ${states} states and ${steps} steps, ${crashes} of them crashes, ${pruned} pruned as known and ${merged} ` +
    `merged as commuting; ${ends} ends, each put right by the next run; ${runs} runs of the engine; ${seconds} s, ${own} s of the processor.`;
  const broken =
    breach === undefined
      ? []
      : [`${breach.promise} was broken: ${breach.what}`, ...breach.history.map((step) => `  ${JSON.stringify(step)}`)];
  return { ok: breach === undefined, figures: explored, lines: [told, ...broken] };
}

const fuzz: Part = async ({ count = 1_000_000, seed }) => {
  const shares = Array.from({ length: HANDS }, (_, hand): FuzzShare => ({
    seed: seed + hand,
    step: HANDS,
    count: Math.ceil(count / HANDS),
  }));
  const all = (await Promise.all(shares.map(fuzzedBy))).flat();
  const sums = [...Map.groupBy(all, ({ name }) => name)].map(([name, some]) => ({
    name,
    inputs: some.reduce((sum, { inputs }) => sum + inputs, 0),
    taken: some.reduce((sum, { taken }) => sum + taken, 0),
    seconds: Math.max(...some.map(({ seconds }) => seconds)),
    found: some.flatMap(({ found }) => found ?? []),
  }));
  return {
    ok: sums.every(({ found }) => found.length === 0),
    figures: { kinds: sums },
    lines: sums.flatMap(({ name, inputs, taken, seconds, found }) => [
      `${name}: ${inputs} inputs, ${taken} taken, ${found.length === 0 ? 'nothing wrong' : 'WRONG'}; ${seconds.toFixed(0)} s.`,
      ...found.map((one) => `  seed ${one.seed}: ${one.wrong}: ${JSON.stringify(one.input)}`),
    ]),
  };
};

function fuzzedBy(share: FuzzShare): Promise<readonly Fuzzed[]> {
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData: share });
  const { promise, resolve, reject } = Promise.withResolvers<readonly Fuzzed[]>();
  const all: Fuzzed[] = [];
  worker.on('message', (one: Fuzzed) => void all.push(one));
  worker.once('error', reject);
  worker.once('exit', () => resolve(all));
  return promise;
}

/** The share of mutants that must be killed, in each group and in the core. */
const WANTED = 0.9;

const mutation: Part = async ({ sample, seed, pick, hands, again }) => {
  const { scores, survivors, leftOut, all } = await mutate({
    seed,
    ...(sample === undefined ? {} : { sample }),
    ...(pick === undefined ? {} : { only: pick }),
    ...(hands === undefined ? {} : { hands }),
    ...(again === undefined ? {} : { again: survivorsIn(again) }),
  });
  const sums = [
    sumOf(
      'the core',
      scores.filter(({ core }) => core),
    ),
    sumOf('in sum', scores),
  ];
  const tried = sums[1]?.mutants ?? 0;
  return {
    ok: again === undefined ? tried > 0 && [...scores, ...sums].every((score) => shareOf(score) >= WANTED) : survivors.length === 0,
    figures: { scores, all, sample: sample ?? null, seed, survivors, leftOut },
    lines: [
      ...leftOut.map((one) => `left out: ${one}`),
      ...survivors.map(
        ({ file, line, kind, was, put }) => `alive: ${file}:${line} ${kind}: ${was.slice(0, 80)} -> ${put === '' ? 'nothing' : put}`,
      ),
      ...[...scores, ...sums].map(scoreText),
      tried < all ? `A sample of ${tried} of ${all} mutants, seed ${seed}.` : `All ${all} mutants.`,
    ],
  };
};

/** The mutants that lived, of a report as `--report` writes it. */
function survivorsIn(path: string): readonly Survivor[] {
  return reportIn(path).parts.flatMap(({ figures }) => (figures as Partial<Mutated>).survivors ?? []);
}

function sumOf(folder: string, scores: readonly Score[]): Score {
  const sum = (key: 'mutants' | 'killed' | 'equivalent') => scores.reduce((total, score) => total + score[key], 0);
  return { folder, core: false, mutants: sum('mutants'), killed: sum('killed'), equivalent: sum('equivalent') };
}

/** Of those that can be killed; of none, all. */
function shareOf({ mutants, killed, equivalent }: Score): number {
  return mutants === equivalent ? 1 : killed / (mutants - equivalent);
}

function scoreText(score: Score): string {
  const { folder, mutants, killed, equivalent } = score;
  const alive = mutants - killed - equivalent;
  return `${folder}: ${mutants} tried, ${killed} killed, ${alive} alive, ${equivalent} explained: ${(100 * shareOf(score)).toFixed(1)} %.`;
}

/** What a play of many worlds tells machines. */
type Played = Tally & { readonly seconds: number };

async function playedBy(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Played> {
  const { stdout } = await run(process.execPath, [at('run.ts'), '--json', ...args], {
    env: { ...process.env, ...env },
    maxBuffer: 1 << 24,
  }).catch((error: unknown) => {
    // A breach ends it with 1, and is told in the same way.
    if (typeof error === 'object' && error !== null && 'stdout' in error && error.stdout !== '') return { stdout: String(error.stdout) };
    throw error;
  });
  return JSON.parse(stdout.split('\n', 1)[0] ?? '') as Played;
}

const sizes = (wish: Wish, usual: number): readonly string[] => ['--count', String(wish.count ?? usual), '--seed', String(wish.seed)];

const breachLines = ({ breach }: Played): readonly string[] =>
  breach === undefined
    ? []
    : [`Seed ${breach.seed} breaks ${breach.promise}: ${breach.what}`, `Replay it: npm run worlds -- --replay ${breach.seed}`];

/** As many as that, or as long as that: whichever is first. */
const NIGHT = { worlds: 2_000_000, minutes: 30 } as const;

const worlds: Part = async (wish) => {
  const [wanted, minutes] = [wish.count ?? NIGHT.worlds, wish.minutes ?? NIGHT.minutes];
  const played = await playedBy([...sizes(wish, wanted), '--minutes', String(minutes)]);
  const missing = played.worlds >= ENOUGH ? unmet(played.reached) : [];
  return {
    ok: played.breach === undefined && missing.length === 0,
    figures: played,
    lines: [
      `${played.worlds} worlds of ${wanted}${played.worlds < wanted ? `, for ${minutes} minutes` : ''}: ${played.runs} runs, ${played.calls} calls; ${played.seconds.toFixed(0)} s.`,
      ...coverageText(played.reached).trimEnd().split('\n'),
      ...missing.map((one) => `never met: ${one}`),
      ...breachLines(played),
    ],
  };
};

const spread = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([runs, times]) => `${times} after ${runs}`)
    .join(', ');

/** Without faults at rest within two runs, every world; with one call in five going wrong within ten, 99.9 % of them. */
const convergence: Part = async (wish) => {
  const calm = await playedBy(sizes(wish, 3000));
  const storm = await playedBy([...sizes(wish, 3000), '--storm']);
  const late = storm.stormed['11'] ?? 0;
  const slow = Object.entries(calm.settled).filter(([runs]) => Number(runs) > 2);
  const share = 100 * (1 - late / storm.worlds);
  return {
    ok: calm.breach === undefined && storm.breach === undefined && slow.length === 0 && late <= storm.worlds / 1000,
    figures: { calm: { worlds: calm.worlds, settled: calm.settled }, storm: { worlds: storm.worlds, stormed: storm.stormed } },
    lines: [
      `Without faults, by runs until nothing was left to do: ${spread(calm.settled)} of ${calm.worlds} worlds.`,
      `With one call in five going wrong, by runs until what stood was what was approved: ${spread(storm.stormed)} of ${storm.worlds} worlds (11: not within ten); ${share.toFixed(2)} % within ten.`,
      ...breachLines(calm),
      ...breachLines(storm),
    ],
  };
};

const ZONES = ['UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Europe/Berlin'];
const LOCALES = ['en_US.UTF-8', 'tr_TR.UTF-8'];

/** The same worlds in processes of five time zones and two locales: everything that is sent, answered and decided must be the same. */
const zones: Part = async (wish) => {
  const places = ZONES.flatMap((zone) => LOCALES.map((locale) => ({ zone, locale })));
  const digests: { readonly zone: string; readonly locale: string; readonly digest: string }[] = [];
  for (const { zone, locale } of places) {
    const { digest } = await playedBy(sizes(wish, 1000), { TZ: zone, LC_ALL: locale, LANG: locale });
    digests.push({ zone, locale, digest });
  }
  const distinct = new Set(digests.map(({ digest }) => digest));
  return {
    ok: distinct.size === 1,
    figures: { worlds: wish.count ?? 1000, digests },
    lines: [
      `${wish.count ?? 1000} worlds under ${ZONES.length} time zones and ${LOCALES.length} locales: ${distinct.size === 1 ? 'one history' : `${distinct.size} HISTORIES`}.`,
      ...(distinct.size === 1 ? [] : digests.map(({ zone, locale, digest }) => `  ${zone} ${locale} ${digest}`)),
    ],
  };
};

/** Four others and we on one policy, 80 changes each, seed by seed: nothing of anybody may be lost. */
const storms: Part = async ({ count = 1000, seed }) => {
  const file = fileURLToPath(new URL('../providers/gcp/storm-run.ts', import.meta.url));
  const parts = await Promise.all(
    Array.from({ length: HANDS }, async (_, hand) => {
      const { stdout } = await run(process.execPath, [file, String(seed + hand), String(seed + count), String(HANDS)], {
        maxBuffer: 1 << 24,
      });
      return JSON.parse(stdout) as Storms;
    }),
  );
  const lost = parts.flatMap((part) => part.lost);
  const [seeds, conflicts] = [parts.reduce((sum, part) => sum + part.seeds, 0), parts.reduce((sum, part) => sum + part.conflicts, 0)];
  return {
    ok: lost.length === 0 && seeds === count && conflicts > seeds,
    figures: { storms: seeds, conflicts, lost },
    lines: [
      ...lost.map((one) => `seed ${one.seed}: ${one.what}`),
      `${seeds} storms of five writers with 80 changes each, ${conflicts} conflicts, ${lost.length} changes lost.`,
    ],
  };
};

/** Runs over an Azure whose readers are up to ten minutes late. */
const lag: Part = async ({ count = 1000, seed }) => {
  const tally = { runs: 0, writes: 0, repeated: 0 };
  const breaches: Lagged[] = [];
  for (let at = seed; at < seed + count; at += 1) {
    const one = await playLag(at);
    for (const key of ['runs', 'writes', 'repeated'] as const) tally[key] += one[key];
    if (one.breach !== undefined) breaches.push(one);
  }
  const { runs, writes, repeated } = tally;
  return {
    ok: breaches.length === 0,
    figures: { seeds: count, ...tally, breaches },
    lines: [
      ...breaches.map((one) => `seed ${one.seed}: ${one.breach}`),
      `${count} seeds, ${runs} runs and ${writes} writes, ${repeated} of which changed nothing; ${breaches.length} breaches.`,
    ],
  };
};

/** The same worlds over a repository of Git on disk: history and verdict must be those that they have in memory. */
const git: Part = async ({ count = 1000, seed }) => {
  const sum = { worlds: 0, runs: 0 };
  const wrong: string[] = [];
  for (let at = seed; at < seed + count; at += 1) {
    const disk = openDisk();
    const inMemory = await play(draw(at));
    const onDisk = await play(draw(at), { disk }).finally(() => disk.close());
    sum.worlds += 1;
    sum.runs += onDisk.runs;
    if (onDisk.breach !== undefined) wrong.push(`seed ${at} breaks ${onDisk.breach.promise}: ${onDisk.breach.what}`);
    if (onDisk.digest !== inMemory.digest) wrong.push(`seed ${at} goes another way on disk`);
  }
  return {
    ok: wrong.length === 0,
    figures: { ...sum, wrong },
    lines: [...wrong, `${sum.worlds} worlds and ${sum.runs} runs on real Git, ${wrong.length} of them other than in memory or in breach.`],
  };
};

/** Every part of the nightly, in its order. */
export const PARTS: Readonly<Record<string, Part>> = {
  planted,
  small,
  faults,
  git,
  storms,
  lag,
  convergence,
  zones,
  fuzz,
  mutation,
  worlds,
};

import type { Ask, Deed, Entry, RunDeed, Script, Spoil } from './deeds.ts';
import { FAULT_NAMES, type FaultName } from './fault-kinds.ts';
import { BEGIN } from './organisation.ts';
import { play } from './world.ts';

// Worlds choose their faults by the dice; here one run that has something of everything to do meets every kind of fault at every one of
// its calls, and dies at every one of them twice over. What it leaves is put right by runs without faults, as in every world.

const HOUR = 3600_000;

const gcp = (...roles: readonly string[]): readonly Entry[] => roles.map((role) => ({ kind: 'gcp', place: 'main', role }));
const azure = (...roles: readonly string[]): readonly Entry[] => roles.map((role) => ({ kind: 'azure', place: 'main', role }));
const both: readonly Entry[] = [...gcp('roles/logging.viewer'), ...azure('Reader')];

const land = (id: string, who: string, access: readonly Entry[], hours: number): Deed => {
  const ask: Ask = { principals: [who], access, expires: BEGIN + hours * HOUR };
  return { do: 'land', id, ask, way: 'approved' };
};
const run = (spoils: readonly Spoil[] = []): RunDeed => ({ do: 'run', checkout: 'tip', forge: 'none', skew: 0, spoils });

/** Something is over, something renewed, something withdrawn, something new and something of somebody else there, on both clouds. */
const BEFORE: readonly Deed[] = [
  land('over', 'ada', both, 1),
  land('renewed', 'chi', both, 2),
  land('withdrawn', 'dan', both, 6),
  land('kept', 'oncall', both, 6),
  { do: 'hand', hand: 'foreign', pick: 0 },
  run(),
  { do: 'wait', ms: HOUR },
  land('renewed', 'chi', both, 5),
  { do: 'drop', id: 'withdrawn', way: 'approved' },
  land('new', 'ada', [...gcp('roles/cloudsql.viewer'), ...azure('Monitoring Reader')], 6),
];

/** Less to do, where pairs of faults are tried. */
const LITTLE: readonly Deed[] = [
  land('over', 'ada', azure('Reader'), 1),
  land('withdrawn', 'dan', gcp('roles/logging.viewer'), 6),
  land('kept', 'oncall', gcp('roles/logging.viewer'), 6),
  run(),
  { do: 'wait', ms: HOUR },
  { do: 'drop', id: 'withdrawn', way: 'approved' },
  land('new', 'chi', both, 6),
];

const scriptOf = (before: readonly Deed[], ...runs: readonly RunDeed[]): Script => ({
  seed: 1,
  forge: 'github',
  clouds: 'both',
  withdrawals: 3,
  newGrants: 20,
  pageSize: 2,
  deeds: [...before, ...runs],
});

const at = (kind: FaultName, call: number): Spoil => ({ kind, on: 'call', at: call });

export interface Met {
  /** How many calls the run makes that nothing disturbs. */
  readonly calls: number;
  readonly worlds: number;
  /** At how many calls each kind changed something; some say nothing to some calls, such as a lost page to an answer of one page. */
  readonly met: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

/** How many calls the run makes: it cannot die before one that it does not make. */
export async function callsOfRun(): Promise<number> {
  let calls = 0;
  while (((await play(scriptOf(BEFORE, run([at('death-before', calls)])))).reached.get('death-before') ?? 0) > 0) calls += 1;
  return calls;
}

/** One world for each kind and each call of those that are `chosen`. */
export async function everyFault(calls: number, chosen: (kind: FaultName, call: number) => boolean = () => true): Promise<Met> {
  const met: Record<string, number> = Object.fromEntries(FAULT_NAMES.map((kind) => [kind, 0]));
  const wrong: string[] = [];
  let worlds = 0;
  for (const kind of FAULT_NAMES) {
    for (let call = 0; call < calls; call += 1) {
      if (!chosen(kind, call)) continue;
      const { breach, reached } = await play(scriptOf(BEFORE, run([at(kind, call)])));
      worlds += 1;
      met[kind] = (met[kind] ?? 0) + Number((reached.get(kind) ?? 0) > 0);
      if (breach !== undefined) wrong.push(`${kind} at call ${call}: ${breach.promise}: ${breach.what}`);
    }
  }
  return { calls, worlds, met, wrong };
}

/** Who dies after a call has died before the next one. */
const DEATHS = ['death-before', 'death-during'] as const;

/** One run dies at one call and the next one at another: every such pair, up to `most` calls of the first. */
export async function everyDoubleDeath(most = Infinity): Promise<Omit<Met, 'met'>> {
  const wrong: string[] = [];
  let [worlds, calls] = [0, 0];
  for (const [first, second] of DEATHS.flatMap((one) => DEATHS.map((other) => [one, other] as const))) {
    // Two deaths of one kind are counted together.
    const both = first === second ? 2 : 1;
    for (let early = 0, died = true; died && early < most; early += 1) {
      for (let late = 0, diedLate = true; died && diedLate; late += 1) {
        const { breach, reached } = await play(scriptOf(LITTLE, run([at(first, early)]), run([at(second, late)])));
        if (breach !== undefined) wrong.push(`${first} at call ${early}, ${second} at call ${late}: ${breach.promise}: ${breach.what}`);
        worlds += 1;
        // Nobody makes so many calls; and the second run makes one at least, so it dies at that one.
        if (late === 0) died = (reached.get(first) ?? 0) >= both;
        diedLate = (reached.get(second) ?? 0) >= both;
      }
      if (died) calls = Math.max(calls, early + 1);
    }
  }
  return { calls, worlds, wrong };
}

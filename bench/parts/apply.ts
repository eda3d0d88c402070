import { CHANGED, livePolicies } from '../fixtures/live.ts';
import { ROLES, SCOPES } from '../fixtures/organisation.ts';
import { fixtureRepository } from '../fixtures/repository.ts';
import { mergedRequests } from '../fixtures/requests.ts';
import { openCloud } from '../io/cloud.ts';
import { compared, interleaved } from '../measure.ts';
import { run, timed } from '../process.ts';
import type { Part } from './part.ts';

const ROUNDS = 7;
const GRANTS = SCOPES;
const LIVE = 15 * SCOPES;
const LATENCY = 80;
const IN_FLIGHT = 64;
const GOAL = 1.25;

const CHANGES: number = CHANGED * ROLES.length;

/** One call for each scope, then a write and a second look for each that changes; all that is there to wait for. */
const WAITS: number = LATENCY * (Math.ceil(SCOPES / IN_FLIGHT) + 2 * Math.ceil(CHANGED / IN_FLIGHT));

/**
 * An apply as a whole process, against a bare process and the waits alone. The goal is set for a cloud within the process, which
 * costs next to nothing beside its waits; the same over sockets to a process of its own, on the same cores, is told as well.
 */
export const apply: Part = async ({ work, programs, say }) => {
  const dir = await fixtureRepository(work, GRANTS);
  const policies = livePolicies(work, GRANTS, LIVE);
  const started = [programs.apply, dir, await mergedRequests(dir)];
  await using cloud = await openCloud(policies, LATENCY);
  const name = `apply ${CHANGES} changes over ${CHANGED} of ${SCOPES} scopes`;
  say(`${name}, ${ROUNDS} rounds`);
  let calls: Calls = {};
  let rssMiB = 0;
  const taken = await interleaved(ROUNDS, {
    bare: timed({ program: process.execPath, args: ['-e', '0'] }),
    within: () => {
      const sample = run({ program: process.execPath, args: [...started, 'within', policies, String(LATENCY)] });
      const seen = done(sample.stdout);
      calls = seen.calls ?? {};
      rssMiB = Math.round(seen.maxRss / 1024);
      return sample;
    },
    loopback: async () => {
      const sample = run({ program: process.execPath, args: [...started, 'loopback', String(cloud.port)] });
      done(sample.stdout);
      await cloud.forget();
      return sample;
    },
  });
  const waits = taken.bare.map(({ ms }) => ({ ms: ms + WAITS, cpuMs: Number.NaN }));
  const bound = { name: `node -e 0 and ${WAITS} ms of waiting`, samples: waits };
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  return [
    compared(name, taken.within, bound, { goal: GOAL, more: { calls, total, rssMiB } }),
    compared(`${name}, by HTTP on loopback`, taken.loopback, bound),
  ];
};

type Calls = Readonly<Record<string, number>>;

interface Done {
  readonly exit: number;
  readonly outcomes: Calls;
  readonly calls?: Calls;
  readonly maxRss: number;
}

/** A run that did not make every change measures nothing. */
function done(stdout: string): Done {
  const seen = JSON.parse(stdout) as Done;
  if (seen.exit !== 0 || seen.outcomes['applied'] !== CHANGES) throw new Error(`the apply did not do its work: ${stdout}`);
  return seen;
}

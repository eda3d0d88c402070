import { livePolicies } from '../fixtures/live.ts';
import { fixtureRepository } from '../fixtures/repository.ts';
import { mergedRequests } from '../fixtures/requests.ts';
import { compared, interleaved, median } from '../measure.ts';
import { run, timed } from '../process.ts';
import type { Part } from './part.ts';

const ROUNDS = 5;
const GRANTS = 10_000;
const LIVE = 100_000;

interface Planned {
  readonly changes: number;
  readonly calls: Readonly<Record<string, number>>;
  readonly cloudMs: number;
  readonly maxRss: number;
}

/**
 * A plan as a whole process: history, approvals, every scope read through the real provider, the difference, and its text and JSON.
 * The cloud is within the process and answers at once; what it takes itself is told apart and not taken off.
 */
export const plan: Part = async ({ work, programs, say }) => {
  const dir = await fixtureRepository(work, GRANTS);
  const command = { program: process.execPath, args: [programs.plan, dir, await mergedRequests(dir), livePolicies(work, GRANTS, LIVE)] };
  say(`plan ${GRANTS} grants against ${LIVE} live bindings, ${ROUNDS} rounds`);
  const seen: Planned[] = [];
  const taken = await interleaved(ROUNDS, {
    plan: () => {
      const sample = run(command);
      seen.push(JSON.parse(sample.stdout) as Planned);
      return sample;
    },
    validate: timed({ program: process.execPath, args: [programs.cli, 'validate'], dir }),
  });
  const { changes, calls } = seen[0] as Planned;
  const cloudMs = Math.round(median(seen.map((one) => one.cloudMs)));
  const rssMiB = Math.round(median(seen.map((one) => one.maxRss)) / 1024);
  const name = `plan ${GRANTS} grants against ${LIVE} live bindings`;
  return [
    compared(
      name,
      taken.plan,
      { name: 'validate of the same grants', samples: taken.validate },
      { more: { changes, calls, cloudMs, rssMiB } },
    ),
  ];
};

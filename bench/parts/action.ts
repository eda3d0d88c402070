import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionRun, type EmulatedAction, emulatedAction } from '../../test/action/emulated-action.ts';
import { eachStep, type Step, STEPS } from '../../test/action/emulated-steps.ts';
import { compared, type Result, type Sample } from '../measure.ts';
import { cpuOfChildren } from '../process.ts';
import type { Part } from './part.ts';

const ROUNDS = 15;
const GOAL = 4;

interface Pair {
  readonly ours: Sample;
  readonly bare: Sample;
}

/**
 * The built Action as a process of its own, from the comment of a plan to a prune that has nothing left to do, against emulate. The time
 * in which it had nothing to do but to wait for an answer is taken off. Before each step and after it an empty program is started in the
 * same way: their mean tells how fast the machine was in between.
 */
export const action: Part = async ({ work, programs, say }) => {
  say(`action against emulate, ${ROUNDS} rounds`);
  const rounds: Readonly<Record<Step, Pair>>[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const pairs = await played(programs.action, work);
    // The first one warms what the disk keeps.
    if (round > 0) rounds.push(pairs);
  }
  return STEPS.map((step): Result => {
    const pairs = rounds.map((pair) => pair[step]);
    const bare = { name: 'node of an empty file', samples: pairs.map((pair) => pair.bare) };
    const name = step === 'plan' ? 'Action: plan on a request' : `Action: prune, ${step}`;
    const ours = pairs.map((pair) => pair.ours);
    return compared(name, ours, bare, { goal: GOAL });
  });
};

/** The whole sequence once, on a repository and a GitHub of its own. */
async function played(entry: string, work: string): Promise<Readonly<Record<Step, Pair>>> {
  const home = mkdtempSync(join(work, 'action-'));
  const ground = await emulatedAction(entry, home);
  const pairs: Partial<Record<Step, Pair>> = {};
  try {
    await eachStep(ground, home, async (step, run) => void (pairs[step] = await measured(ground, step, run)));
    return pairs as Readonly<Record<Step, Pair>>;
  } finally {
    await ground.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measured(ground: EmulatedAction, step: Step, ran: () => Promise<ActionRun>): Promise<Pair> {
  const before = await timed(async () => ground.bare());
  const ours = await timed(ran);
  const after = await timed(async () => ground.bare());
  const { exit, outputs, stdout } = ours;
  const told = step === 'plan' ? step : outputs['operation'];
  if (before.exit !== 0 || after.exit !== 0 || exit !== 0 || told !== step)
    throw new Error(`${step} ended with ${exit}, ${told}: ${stdout.slice(-2000)}`);
  return { ours, bare: { ms: (before.ms + after.ms) / 2, cpuMs: (before.cpuMs + after.cpuMs) / 2 } };
}

/** A whole process, without the time in which it had nothing to do but to wait for an answer. */
async function timed(ran: () => Promise<ActionRun>): Promise<Sample & ActionRun> {
  const before = cpuOfChildren();
  const began = performance.now();
  const run = await ran();
  return { ...run, ms: performance.now() - began - run.waited, cpuMs: cpuOfChildren() - before };
}

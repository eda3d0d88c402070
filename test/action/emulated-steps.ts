import { aboutRequest, type ActionRun, approved, asked, type EmulatedAction } from './emulated-action.ts';
import { grant } from './emulated-clone.ts';

/** From the comment of a plan to a prune that has nothing left to do; those of prune are named as its output `operation` has them. */
export const STEPS = ['plan', 'opened', 'unchanged', 'updated', 'frozen', 'closed', 'none'] as const;
export type Step = (typeof STEPS)[number];

/** Plays them on a ground that nothing was done on yet; `take` starts the run of each. `home` is the folder of the ground. */
export async function eachStep(
  ground: EmulatedAction,
  home: string,
  take: (step: Step, run: () => Promise<ActionRun>) => Promise<void>,
): Promise<void> {
  const { clone } = ground;
  const { number } = await asked(ground);
  const token = await ground.token('plan');
  await take('plan', async () => ground.run(token, { command: 'plan' }, aboutRequest(home, number)));
  clone.git('switch', '--quiet', 'main');
  const own = await ground.token('prune');
  const prune = async (step: Step) => take(step, async () => ground.run(own, { command: 'prune' }));
  await prune('opened');
  await prune('unchanged');
  await clone.pushed(60, grant('second', 50));
  await prune('updated');
  await approved(ground, number + 1);
  await clone.pushed(40, grant('third', 30));
  await prune('frozen');
  await clone.pushed(20, Object.fromEntries(['first', 'second', 'third'].map((id) => [`grants/payments/${id}.yaml`, null])));
  await prune('closed');
  await prune('none');
}

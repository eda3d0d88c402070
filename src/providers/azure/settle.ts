import { bindingOf } from '../../domain/change.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Failure } from '../../domain/outcome.ts';
import { glanceAt, says } from './assignments.ts';
import { stillStands } from './dismiss.ts';
import { isShown } from './pim-schedules.ts';
import type { Result, Scene } from './scene.ts';
import { lastOf } from './scope.ts';

export type Sent = Extract<Result, { kind: 'sent' }>;

/** Waits in milliseconds before each look: Azure answers a write before every reader of it sees it. */
const WAITS = [0, 1000, 2000, 4000, 8000, 15_000];

/** PIM provisions what it has taken in its own time: five minutes in all, in steps of ten seconds. */
const PIM_STEP = 10_000;
const PIM_STEPS = 27;

/** Reads back what was sent, all of it in the same waits. What comes back are those that were not seen, and why. */
export async function unseen(scene: Scene, sent: readonly Sent[]): Promise<ReadonlyMap<Sent, Failure>> {
  const open = new Map<Sent, Failure>();
  for (const one of sent) open.set(one, unshown(one.byPim === true ? 'five minutes' : '30 s'));
  for (const wait of WAITS) await lookAfter(wait, scene, [...open.keys()], open);
  for (let step = 0; step < PIM_STEPS; step += 1) {
    const slow = [...open.keys()].filter(({ byPim }) => byPim === true);
    await lookAfter(PIM_STEP, scene, slow, open);
  }
  return open;
}

function unshown(within: string): Failure {
  return { kind: 'transient', message: `reading it back did not show it within ${within}`, hint: 'The next run looks again.' };
}

async function lookAfter(wait: number, scene: Scene, some: readonly Sent[], open: Map<Sent, Failure>): Promise<void> {
  if (some.length === 0) return;
  if (wait > 0) await scene.connection.access.sleep(wait);
  for (const one of some) await look(scene, one, open);
}

async function look(scene: Scene, one: Sent, open: Map<Sent, Failure>): Promise<void> {
  const { connection } = scene;
  const { change, id } = one;
  if (change.verb === 'revoke' && change.live.standby !== undefined) return lookAtStandby(scene, one, change.live, open);
  if (one.byPim === true) return lookAtPim(scene, one, open);
  const scope = change.verb === 'revoke' ? change.live.binding.scope : change.desired.binding.scope;
  const there = await glanceAt(connection, scope, lastOf(id));
  if (!there.ok) open.set(one, { ...there.failure, message: `reading it back failed: ${there.failure.message}` });
  else if (
    change.verb === 'revoke'
      ? there.value === undefined
      : there.value !== undefined && says(there.value, connection.access.stamp, change.desired)
  )
    open.delete(one);
}

/** Schedules and instances are the state; what became of the request is not asked. */
async function lookAtPim({ connection }: Scene, one: Sent, open: Map<Sent, Failure>): Promise<void> {
  const { change } = one;
  const shown = await isShown(connection, bindingOf(change), change.verb === 'revoke' ? undefined : change.desired);
  if (!shown.ok) open.set(one, { ...shown.failure, message: `reading it back failed: ${shown.failure.message}` });
  else if (shown.value) open.delete(one);
}

async function lookAtStandby({ connection }: Scene, one: Sent, live: LiveBinding, open: Map<Sent, Failure>): Promise<void> {
  const stands = await stillStands(connection, live);
  if (!stands.ok) open.set(one, { ...stands.failure, message: `reading it back failed: ${stands.failure.message}` });
  else if (!stands.value) open.delete(one);
}

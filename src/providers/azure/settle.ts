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

/** Reads back what was sent, all of it in the same waits. What comes back are those that were not seen, and why. */
export async function unseen(scene: Scene, sent: readonly Sent[]): Promise<ReadonlyMap<Sent, Failure>> {
  const open = new Map<Sent, Failure>();
  for (const one of sent)
    open.set(one, { kind: 'transient', message: 'reading it back did not show it within 30 s', hint: 'The next run looks again.' });
  for (const wait of WAITS) {
    if (open.size === 0) break;
    if (wait > 0) await scene.connection.access.sleep(wait);
    for (const one of open.keys()) await look(scene, one, open);
  }
  return open;
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

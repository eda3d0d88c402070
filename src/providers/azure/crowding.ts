import type { Change } from '../../domain/change.ts';
import type { Foreseen } from '../../domain/plan.ts';
import type { Proposed } from '../provider.ts';
import { purposeOf } from './deed.ts';
import { NO_ROOM } from './failures.ts';
import { type Occupancy, occupancyAt } from './occupancy.ts';
import { containerOf } from './scope.ts';

/** From here on a person is told: there is still time to give to a group, or once at the resource group. */
const CROWDED = 0.8;

/**
 * What a plan would make of the room for role assignments: all scopes of a subscription share it, so their changes are counted together.
 * What does not fit is held back, and what brings it near its end is told once.
 */
export function crowding(all: readonly Proposed[], stamp: string): readonly Foreseen[] {
  const containers = Map.groupBy(all, ({ reading }) => containerOf(reading.scope).key);
  return [...containers.values()].flatMap((some) => crowdingIn(some, stamp));
}

function crowdingIn(all: readonly Proposed[], stamp: string): readonly Foreseen[] {
  const changes = all.flatMap((one) => one.changes);
  const fresh = changes.filter(takesRoom);
  const [first] = fresh;
  const occupancy = all.map(({ reading }) => occupancyAt(reading, stamp)).find((one) => one !== undefined);
  if (first === undefined || occupancy === undefined) return [];
  const { of, most, count, use } = occupancy;
  const gone = changes.filter(givesRoom).length;
  const room = Math.max(0, most - count + gone);
  if (fresh.length > room) {
    const why = `${of} has ${count} of the ${most} role assignments that Azure allows (RoleAssignmentLimitExceeded); by this plan ${gone} would go and ${fresh.length} come; ${use}`;
    return fresh.slice(room).map((change) => ({ kind: 'refused', change, failure: refusedFor(change, why) }));
  }
  const after = count - gone + fresh.length;
  return after > most * CROWDED ? [{ kind: 'note', grant: first.grant, text: near(occupancy, after) }] : [];
}

/** A new one, and not one that is made in the place of another. */
function takesRoom(change: Change): boolean {
  return change.verb === 'grant' && change.over === undefined;
}

/** What stands by, or is to begin later, makes no role assignment yet. */
function givesRoom(change: Change): boolean {
  return change.verb === 'revoke' && change.live.standby === undefined && change.live.starts === undefined;
}

function refusedFor(change: Change, why: string) {
  return { kind: 'invalid' as const, message: `could not ${purposeOf(change)}: ${why}`, hint: `${NO_ROOM} It is tried again in each run.` };
}

function near({ of, most, use }: Occupancy, after: number): string {
  return `${of} would have ${after} of the ${most} role assignments that Azure allows: ${use}`;
}

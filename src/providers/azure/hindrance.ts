import type { Scope } from '../../domain/access.ts';
import { bindingOf, type Change } from '../../domain/change.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Foreseen } from '../../domain/plan.ts';
import type { Readable } from '../provider.ts';
import { purposeOf } from './deed.ts';
import type { Deny, Lock, Obstacles } from './obstacles.ts';
import type { Basis } from './reader.ts';
import { covers, isContainer } from './scope.ts';
import { contains } from './wildcard.ts';

/** Azure built-in roles: Owner. */
const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

/** Microsoft Graph, all principals of a deny assignment: Everyone. */
const EVERYONE = '00000000-0000-0000-0000-000000000000';

/**
 * What Azure would not do, or not let anybody have, as far as locks, deny assignments and the last Owner tell. What gives is
 * held back; what takes is tried all the same, and told as an alarm.
 */
export function hindered(reading: Readable, changes: readonly Change[], self: string | undefined): readonly Foreseen[] {
  const { obstacles } = reading.basis as Basis;
  if (obstacles === undefined) return [];
  return changes.flatMap((change): readonly Foreseen[] => {
    const found = barsOf(reading.scope, change, obstacles, self);
    if (change.verb === 'revoke' || change.verb === 'shorten' || change.verb === 'restore') {
      const all = isLastOwner(reading, changes, change) ? [...found, LAST_OWNER] : found;
      return all.map((why) => ({ kind: 'alarm', grant: change.grant, text: `Azure may not let it be taken away: ${why}` }));
    }
    const [why] = found;
    if (why !== undefined) return [{ kind: 'refused', change, failure: refused(change, why) }];
    const told = perhapsDenied(reading.scope, obstacles, 'write', self).map(
      (text) => ({ kind: 'note', grant: change.grant, text }) as const,
    );
    return change.verb === 'grant' ? [...laterAlarms(reading, change), ...told, ...notesOn(change, obstacles, self)] : told;
  });
}

/** What keeps bindings of ours that stand from being taken away, told while there is time. */
export function heldFast(reading: Readable, standing: readonly LiveBinding[], self: string | undefined): readonly Foreseen[] {
  const { obstacles } = reading.basis as Basis;
  if (obstacles === undefined) return [];
  return standing.flatMap((one) => {
    const bars = [
      ...lockedBy(reading.scope, obstacles, 'delete'),
      ...deniedTo(reading.scope, obstacles, 'delete', self),
      ...perhapsDenied(reading.scope, obstacles, 'delete', self),
    ];
    return bars.map((why) => alarmOn(one.mark?.grant ?? '', one.mark?.until, why));
  });
}

function laterAlarms({ scope, basis }: Readable, change: Extract<Change, { verb: 'grant' }>): readonly Foreseen[] {
  const { obstacles } = basis as Basis & { readonly obstacles: Obstacles };
  return lockedBy(scope, obstacles, 'delete').map((why) => alarmOn(change.grant, change.desired.until, why));
}

function alarmOn(grant: string, until: Instant | undefined, why: string): Foreseen {
  const when = until === undefined ? '' : ` at ${formatInstant(until)}`;
  return { kind: 'alarm', grant, text: `Azure may not let it be taken away${when}: ${why}` };
}

type Operation = 'write' | 'delete';

function barsOf(scope: Scope, change: Change, obstacles: Obstacles, self: string | undefined): readonly string[] {
  const operation = change.verb === 'revoke' ? 'delete' : 'write';
  return [...lockedBy(scope, obstacles, operation), ...deniedTo(scope, obstacles, operation, self)];
}

/** Lock your Azure resources: a lock holds for all below it; CanNotDelete keeps assignments from being deleted, ReadOnly from being made too. */
function lockedBy(scope: Scope, { locks }: Obstacles, operation: Operation): readonly string[] {
  if (typeof locks === 'string') return [];
  const found = locks.filter((lock) => covers(lock.scope, scope) && (operation === 'delete' || lock.level.toLowerCase() === 'readonly'));
  return found.map(lockText);
}

function lockText({ name, level, scope }: Lock): string {
  return `the lock ${name} (${level}) at ${scope.path} is in the way; have it taken away`;
}

function deniedTo(scope: Scope, { denies }: Obstacles, operation: Operation, self: string | undefined): readonly string[] {
  if (typeof denies === 'string' || self === undefined) return [];
  const right = `Microsoft.Authorization/roleAssignments/${operation}`;
  return denies
    .filter((deny) => applies(deny, scope, self) && denied(deny, right))
    .map((deny) => `${denyText(deny)} keeps the tool from it`);
}

/** Where nobody knows who we are, what denies it to everyone may leave us out. */
function perhapsDenied(scope: Scope, { denies }: Obstacles, operation: Operation, self: string | undefined): readonly string[] {
  if (typeof denies === 'string' || self !== undefined) return [];
  const right = `Microsoft.Authorization/roleAssignments/${operation}`;
  const found = denies.filter((deny) => applies(deny, scope, EVERYONE) && denied(deny, right));
  return found.map((deny) => `${denyText(deny)} keeps everyone from it whom it does not leave out: see that it leaves out the tool`);
}

function applies({ scope: at, below, principals, excluded }: Deny, scope: Scope, principal: string): boolean {
  const reaches = below ? covers(at, scope) || isContainer(at) : at.key === scope.key;
  return reaches && !excluded.has(principal) && (principals.has(principal) || principals.has(EVERYONE));
}

function denied({ actions, notActions }: Deny, right: string): boolean {
  return actions.some((one) => contains(one, right)) && !notActions.some((one) => contains(one, right));
}

function denyText({ name, scope }: Deny): string {
  return `the deny assignment ${JSON.stringify(name)} at ${scope.path}`;
}

/** Of those who get something what a deny assignment keeps from them anyway. */
function notesOn(change: Extract<Change, { verb: 'grant' }>, { denies }: Obstacles, self: string | undefined): readonly Foreseen[] {
  if (typeof denies === 'string') return [];
  const { scope, member } = change.desired.binding;
  const against = member.id === self ? [] : denies.filter((deny) => applies(deny, scope, member.id));
  return against.map((deny) => ({
    kind: 'note',
    grant: change.grant,
    text: `${denyText(deny)} keeps ${deny.actions.join(', ') || 'data actions'} from ${change.principal}, whatever the role gives`,
  }));
}

const LAST_OWNER = 'it is the last Owner of the subscription, of which Azure keeps one; make somebody else Owner first';

/** Troubleshoot Azure RBAC: the last Owner of a subscription cannot be removed. */
function isLastOwner({ scope, live }: Readable, changes: readonly Change[], change: Change): boolean {
  const isOwner = ({ binding }: Pick<LiveBinding, 'binding'>) => binding.role.id === OWNER && binding.scope.key === scope.key;
  if (change.verb !== 'revoke' || !isOwner(change.live) || !/^\/subscriptions\/[^/]+$/.test(scope.key)) return false;
  const going = new Set(changes.flatMap((one) => (one.verb === 'revoke' ? [one.live.handle] : [])));
  return !live.some((one) => isOwner(one) && !going.has(one.handle));
}

function refused(change: Change, why: string): Failure {
  return {
    kind: 'invalid',
    message: `could not ${purposeOf(change)}: ${why}`,
    hint: `It is tried again in each run at ${bindingOf(change).scope.path}.`,
  };
}

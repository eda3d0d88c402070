import type { Change, DesiredBinding } from '../../../src/domain/change.ts';
import type { LiveBinding } from '../../../src/domain/live-binding.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import { describe as spell } from '../../../src/providers/azure/mark.ts';
import { assignmentNames } from '../../../src/providers/azure/names.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { azureWriter } from '../../../src/providers/azure/writer.ts';
import type { AzureState, RoleAssignment } from '../../../src/sim/azure/state.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { grant } from '../conformance.ts';
import { NOW, wish } from './samples.ts';
import { azureWorld, byHand, readable } from './world.ts';

export type Again = (live: readonly LiveBinding[]) => readonly Change[];

export const HOUR = 3600_000;
export const ASSIGNMENT = /roleAssignments\/[0-9a-f-]{36}/;
/** The name of the assignment that a plain wish becomes. */
export const FIRST = nameOf(wish());

/** A reader and a writer in the example organisation. */
export async function stage() {
  const world = azureWorld();
  const reader = await azureReader(world.access);
  const writer = await azureWriter(world.access);
  /** Applies to a fresh reading; the plan made anew wants the same, unless told otherwise. */
  const apply = async (changes: readonly Change[], again: Again = () => changes) => {
    const [first] = changes;
    return writer.apply(
      await readable(reader, first?.verb === 'revoke' ? first.live.binding.scope : first?.desired.binding.scope),
      changes,
      again,
    );
  };
  const one = async (change: Change, again: Again = () => [change]): Promise<Outcome | undefined> =>
    (await apply([change], again)).outcomes[0];
  const ours = () => world.state.roleAssignments.filter(({ description }) => description?.includes('stamp=acme-access'));
  /** Writes a wish and answers what it reads as. */
  const standing = async (desired: DesiredBinding = wish()): Promise<LiveBinding> => {
    await one(grant(desired));
    const { live } = await readable(reader, desired.binding.scope);
    const found = live.find(({ mark }) => mark?.stamp === 'acme-access' && mark.grant === desired.grant);
    if (found === undefined) throw new Error('it does not stand');
    return found;
  };
  /** Somebody changes the assignment behind our back. */
  const edit = (changed: Partial<RoleAssignment>) => {
    world.state.roleAssignments = world.state.roleAssignments.map((each) => (each.name === FIRST ? { ...each, ...changed } : each));
  };
  const drop = () => {
    world.state.roleAssignments = world.state.roleAssignments.filter(({ name }) => name !== FIRST);
  };
  return { ...world, reader, writer, apply, one, ours, standing, edit, drop };
}

export function nameOf({ binding }: DesiredBinding, salt = 0): string {
  return assignmentNames('acme-access', binding)[salt] ?? '';
}

/** An assignment as we would have written it. */
export function ourOwn(desired: DesiredBinding, more: Partial<RoleAssignment> = {}): RoleAssignment {
  return byHand(desired, { name: nameOf(desired), description: spell({ stamp: 'acme-access', ...desired }), ...more });
}

/** From here on readers that lag do not show the assignment of that name. */
export function hide(state: AzureState, name: string): void {
  state.journal.push({ at: NOW, name, before: null });
}

/** Takes rights on role assignments from every caller, in the subscription Payments. */
export function refuse(state: AzureState, ...verbs: readonly string[]): void {
  const refused = verbs.map((verb) => ({ action: `Microsoft.Authorization/roleAssignments/${verb}`, scope: SCOPES.payments }));
  state.callers = state.callers.map((caller) => ({ ...caller, refused }));
}

import { type CloudName, type Member, type MemberKind, memberKey } from '../../domain/access.ts';
import type { Directory, Principal, PrincipalKind } from '../../domain/directory.ts';
import type { Locked, Measure, MeasureOutcome, RecallMeans } from '../../domain/measure.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Control } from '../../domain/policy.ts';
import type { LockWish } from '../../providers/provider.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import { recalled } from '../../reconcile/recalls.ts';
import type { Context } from '../context.ts';
import type { LedgerSight } from '../ledger/sight.ts';
import type { Situation } from './situation.ts';

type Known = Pick<Situation, 'basis' | 'control' | 'clouds'>;

/** A lockdown of one cloud, and who it is to hold. */
export interface LockPlace {
  readonly cloud: CloudName;
  readonly means: RecallMeans;
  readonly wish: LockWish;
}

/** The lockdown of each cloud as policy has it, and those that earlier policies had, which hold nobody any more. */
export function lockPlaces({ basis, control, clouds }: Known, ledger: LedgerSight): readonly LockPlace[] {
  return [...clouds.keys()].flatMap((cloud) => {
    const present = control.policy.clouds.get(cloud)?.recall;
    const earlier = basis.control.states.flatMap(({ policy }) => policy.clouds.get(cloud)?.recall ?? []);
    const former = new Map(earlier.map((means) => [means.lockdown, means]));
    former.delete(undefined);
    former.delete(present?.lockdown);
    const isSure = basis.unconfirmed === undefined && ledger.ok;
    const stays = (recall: string) => !isSure || basis.recalls.some(({ name, standing }) => name === recall && standing);
    const exceptions = emergency(control, cloud, clouds);
    const now =
      present?.lockdown === undefined
        ? []
        : [{ cloud, means: present, wish: { locked: lockedIn(cloud, { basis, control, clouds }), stays, exceptions } }];
    return [...now, ...[...former.values()].map((means) => ({ cloud, means, wish: { locked: [], stays: () => !isSure, exceptions } }))];
  });
}

/** The identities of everybody whose recall locks them out. */
function lockedIn(cloud: CloudName, { basis, clouds }: Known): readonly Locked[] {
  const directories = basis.control.states.map(({ directory }) => directory);
  const standing = basis.recalls.filter((state) => state.standing && state.locks === true);
  const found = standing.flatMap((state) =>
    membersOf(cloud, recalled([state], directories, clouds).members, clouds, directories).map((member) => ({ recall: state.name, member })),
  );
  return [...new Map(found.map((one) => [one.member.id, one])).values()];
}

const KINDS: readonly MemberKind[] = ['user', 'service', 'group', 'other'];

const KIND: Record<PrincipalKind, MemberKind> = { person: 'user', account: 'user', group: 'group', service: 'service' };

/** Identities, as `memberKey` spells them, as the members of one cloud; where their text tells no kind, the directories do. */
function membersOf(cloud: CloudName, keys: Iterable<string>, clouds: Clouds, directories: readonly Directory[]): readonly Member[] {
  const prefix = memberKey(cloud, { kind: 'other', id: '', shown: '' });
  const ids = [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  return ids.flatMap((id) => {
    const told = directories.flatMap((directory) => [...directory.values()].flatMap((one) => kindIn(one, cloud, id, clouds)));
    const read = [...told, ...KINDS].map((kind) => clouds.get(cloud)?.member(id, kind)).find((member) => member?.ok === true);
    return read?.ok === true ? [read.value] : [];
  });
}

function kindIn({ kind, identities }: Principal, cloud: CloudName, id: string, clouds: Clouds): readonly MemberKind[] {
  const member = clouds.get(cloud)?.member(identities.get(cloud) ?? '', KIND[kind]);
  return member?.ok === true && member.value.id === id ? [KIND[kind]] : [];
}

/** The people who may take emergency access, each by themselves: a group could bring the one who is locked out with it. */
function emergency({ policy, directory }: Control, cloud: CloudName, clouds: Clouds): readonly Member[] {
  const named = (policy.breakGlass?.who ?? []).flatMap((name) => directory.get(name) ?? []);
  const people = named.flatMap((one) => (one.kind === 'group' ? one.members.flatMap((member) => directory.get(member) ?? []) : [one]));
  const texts = people.flatMap(({ identities }) => identities.get(cloud) ?? []);
  const keys = texts.flatMap((text) => {
    const member = clouds.get(cloud)?.member(text, 'user');
    return member?.ok === true ? [memberKey(cloud, member.value)] : [];
  });
  return membersOf(cloud, new Set(keys), clouds, [directory]);
}

/** What a plan says of a lockdown. */
export interface ForeseenLocks {
  readonly cloud: CloudName;
  readonly at: string;
  readonly measures: readonly Measure[];
  /** Why it is not known. */
  readonly failure?: Failure;
}

/** Looks only: what would be locked and lifted. */
export async function foreseeLocks(
  context: Context,
  control: Control,
  places: readonly LockPlace[],
  reason: string,
): Promise<readonly ForeseenLocks[]> {
  const seen: ForeseenLocks[] = [];
  for (const { cloud, means, wish } of places) {
    const reader = await context.clouds[cloud]?.lockReader?.(context.access(cloud, control.policy, reason), means);
    if (reader === undefined) continue;
    const answer = await reader.foresee(wish);
    const at = means.lockdown ?? '';
    seen.push(answer.ok ? { cloud, at, measures: answer.measures } : { cloud, at, measures: [], failure: answer.failure });
  }
  return seen;
}

/** Has every lockdown be as it should: one that is missing is set again, one whose recall was lifted is taken away. */
export async function keepLocks(
  context: Context,
  control: Control,
  places: readonly LockPlace[],
  reason: string,
): Promise<readonly MeasureOutcome[]> {
  const outcomes: MeasureOutcome[] = [];
  for (const { cloud, means, wish } of places) {
    if (context.stopping()) break;
    const writer = context.clouds[cloud]?.lockWriter?.bind(context.clouds[cloud]);
    if (writer === undefined) continue;
    const keep = async () => (await writer(context.access(cloud, control.policy, reason), means)).keep(wish);
    outcomes.push(...(await unharmed(keep, { kind: 'lock', cloud, member: 'whoever is recalled' }, context)));
  }
  return outcomes;
}

/** What throws is a bug, and a bug here must not keep the receipt of what was taken away from anybody. */
async function unharmed(
  work: () => Promise<readonly MeasureOutcome[]>,
  measure: Measure,
  { clock }: Pick<Context, 'clock'>,
): Promise<readonly MeasureOutcome[]> {
  try {
    return await work();
  } catch (cause) {
    const message = `unexpected: ${cause instanceof Error ? cause.message : String(cause)}`;
    return [{ measure, status: 'failed', at: clock(), failure: { kind: 'unsafe', message, hint: 'This is a bug: please report it.' } }];
  }
}

/** What a recall is about to lock, by what was ordered alone: no cloud that is slow to answer may keep its revocations waiting. */
export function orderedLocks(places: readonly LockPlace[], recall: string): readonly ForeseenLocks[] {
  return places.flatMap(({ cloud, means: { lockdown = '' }, wish }) => {
    const members = wish.locked.filter((one) => one.recall === recall).map(({ member }) => member.shown);
    return members.length === 0
      ? []
      : [{ cloud, at: lockdown, measures: members.map((member) => ({ kind: 'lock', cloud, member }) as const) }];
  });
}

/** Ends the sessions of somebody's identities in every cloud where policy says how. */
export async function endSessions(
  context: Context,
  { basis, control, clouds }: Known,
  members: ReadonlySet<string>,
  reason: string,
): Promise<readonly MeasureOutcome[]> {
  const outcomes: MeasureOutcome[] = [];
  const directories = basis.control.states.map(({ directory }) => directory);
  for (const [cloud, { recall }] of control.policy.clouds) {
    if (recall === undefined) continue;
    const writer = context.clouds[cloud]?.lockWriter?.bind(context.clouds[cloud]);
    if (writer === undefined) continue;
    const end = async () =>
      (await writer(context.access(cloud, control.policy, reason), recall)).endSessions(membersOf(cloud, members, clouds, directories));
    outcomes.push(...(await unharmed(end, { kind: 'sign-out', cloud, member: 'whoever is recalled' }, context)));
  }
  return outcomes;
}

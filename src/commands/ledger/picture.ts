import { setImmediate as nextTurn } from 'node:timers/promises';
import { memberKey } from '../../domain/access.ts';
import type { DesiredBinding } from '../../domain/change.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  boundedSnapshot,
  byOrder,
  type SeenBinding,
  type SeenRole,
  type Snapshot,
  spelled,
  snapshotText,
  writeSnapshot,
} from '../../ledger/snapshot.ts';
import type { DiffContext } from '../../reconcile/diff.ts';
import { ownedIn } from '../../reconcile/ownership.ts';
import type { Context } from '../context.ts';
import type { Situation } from '../reading/situation.ts';

/** A binding as it was read, and as the snapshot has it. */
interface Drawn {
  readonly live: LiveBinding;
  readonly seen: SeenBinding;
}

/** What was read, in the order of the snapshot; what a run has changed since is not in it. */
export type Draft = readonly Drawn[];

/** How many scopes are drawn at a time. */
const AT_A_TIME = 40;

/** Draws and spells what was read, a few scopes at a time: it takes longest of all, and nothing of it has to wait for the writes. */
export async function draftPicture({ survey, planned }: Situation): Promise<Draft> {
  const drawn: Drawn[] = [];
  let scopes = 0;
  for (const { live } of survey.readings.values()) {
    drawn.push(...drawingOf(live, planned.context));
    scopes += 1;
    if (scopes % AT_A_TIME === 0) await nextTurn();
  }
  return drawn.sort((a, b) => byOrder(a.seen, b.seen));
}

/** On what whose each binding is was decided, and by which names its holders go. */
type Eye = Pick<DiffContext, 'stamps' | 'asked' | 'names'>;

const drawings = new WeakMap<readonly LiveBinding[], { readonly by: Eye; readonly drawn: readonly Drawn[] }>();

/** One scope, drawn and spelled once: before the last one is read, where a run has time for it then. */
export function drawingOf(live: readonly LiveBinding[], { stamps, asked, names }: Eye): readonly Drawn[] {
  const known = drawings.get(live);
  if (known?.by.asked === asked && known.by.names === names) return known.drawn;
  const drawn = ownedIn(live, stamps, asked).flatMap(({ owner }, at): readonly Drawn[] => {
    const one = live[at];
    if (one === undefined) return [];
    const { handle: _handle, ...rest } = one;
    const seen = { ...rest, ours: owner.kind === 'ours', ...named(one, names) };
    spelled(seen);
    return [{ live: one, seen }];
  });
  drawings.set(live, { by: { stamps, asked, names }, drawn });
  return drawn;
}

function named({ binding }: Pick<LiveBinding, 'binding'>, names: ReadonlyMap<string, string>): Pick<SeenBinding, 'principal'> {
  const principal = names.get(memberKey(binding.scope.cloud, binding.member));
  return principal === undefined ? {} : { principal };
}

/** Works the picture out beforehand, as it will be if these outcomes stay. */
export async function rehearsePicture(situation: Situation, outcomes: readonly Outcome[], context: Context, draft: Draft): Promise<void> {
  await nextTurn();
  const snapshot = await pictureOf(situation, outcomes, context, draft);
  await nextTurn();
  snapshotText(snapshot);
  rehearsals.set(draft, { outcomes, snapshot });
}

const rehearsals = new WeakMap<Draft, { readonly outcomes: readonly Outcome[]; readonly snapshot: Snapshot }>();

function rehearsed(draft: Draft, outcomes: readonly Outcome[]): Snapshot | undefined {
  const known = rehearsals.get(draft);
  const isSame = known?.outcomes.length === outcomes.length && known.outcomes.every((one, at) => one === outcomes[at]);
  return isSame ? known.snapshot : undefined;
}

/** Leaves what the clouds hold after a run for plans that ask no cloud. A picture that cannot be left is told and changes nothing. */
export async function leavePicture(situation: Situation, outcomes: readonly Outcome[], context: Context, draft: Draft): Promise<void> {
  const forge = await context.forge();
  if (typeof forge === 'string') return;
  const snapshot = rehearsed(draft, outcomes) ?? (await pictureOf(situation, outcomes, context, draft));
  const answer = await writeSnapshot(forge, snapshot);
  if (!answer.ok) context.say(`The snapshot for offline plans was not replaced: ${answer.failure.message}`);
}

/** What was read, with what was changed since in its place. */
async function pictureOf(
  situation: Situation,
  outcomes: readonly Outcome[],
  context: Pick<Context, 'clouds'>,
  draft: Draft,
): Promise<Snapshot> {
  const { plan, context: decisions } = situation.planned;
  const done = outcomes.filter(({ status }) => status === 'applied' || status === 'already-so').map(({ change }) => change);
  const gone = new Set(done.flatMap((change) => (change.verb === 'grant' ? [] : [change.live])));
  const written = done.flatMap((change) => (change.verb === 'revoke' ? [] : [change.desired]));
  const bindings: readonly SeenBinding[] = [
    ...draft.filter(({ live }) => !gone.has(live)).map(({ seen }) => seen),
    ...written.map((one) => ({ ...seenAs(one, plan.stamp, context), ...named(one, decisions.names) })),
  ];
  const unread = plan.basis.unread.map(({ scope }) => scope);
  return boundedSnapshot({ at: plan.at, commit: plan.basis.commit, bindings, unread, roles: await unlisted(situation, context) });
}

/** Roles that no published list has: whoever plans without a cloud knows of them from here alone. */
async function unlisted({ roles }: Situation, { clouds }: Pick<Context, 'clouds'>): Promise<readonly SeenRole[]> {
  const found = await Promise.all(
    roles().map(async ({ cloud, facts: { role, permissions } }) => {
      const published = await clouds[cloud]?.publishedRoles?.();
      const listed = published !== undefined && published.verdict(role.id).verdict !== 'unknown';
      return listed || permissions === undefined ? [] : [{ cloud, role, permissions }];
    }),
  );
  return found.flat();
}

function seenAs({ binding, grant, until, starts }: DesiredBinding, stamp: string, { clouds }: Pick<Context, 'clouds'>): SeenBinding {
  const mark = { stamp, grant, until, ...(starts === undefined ? {} : { starts }) };
  return { binding, mark, conditional: clouds[binding.scope.cloud]?.syntax.capabilities.nativeExpiry.can === true, ours: true };
}

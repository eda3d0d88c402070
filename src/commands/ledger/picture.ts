import { memberKey } from '../../domain/access.ts';
import type { DesiredBinding } from '../../domain/change.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { boundedSnapshot, type SeenBinding, type SeenRole, type Snapshot, writeSnapshot } from '../../ledger/snapshot.ts';
import { ownerOf } from '../../reconcile/ownership.ts';
import type { Context } from '../context.ts';
import type { Situation } from '../reading/situation.ts';

/** Leaves what the clouds hold after a run for plans that ask no cloud. A picture that cannot be left is told and changes nothing. */
export async function leavePicture(situation: Situation, outcomes: readonly Outcome[], context: Context): Promise<void> {
  const forge = await context.forge();
  if (typeof forge === 'string') return;
  const answer = await writeSnapshot(forge, await pictureOf(situation, outcomes, context));
  if (!answer.ok) context.say(`The snapshot for offline plans was not replaced: ${answer.failure.message}`);
}

/** What was read, with what was changed since in its place. */
async function pictureOf(situation: Situation, outcomes: readonly Outcome[], context: Pick<Context, 'clouds'>): Promise<Snapshot> {
  const { survey, planned } = situation;
  const { plan, context: decisions } = planned;
  const done = outcomes.filter(({ status }) => status === 'applied' || status === 'already-so').map(({ change }) => change);
  const gone = new Set(done.flatMap((change) => (change.verb === 'grant' ? [] : [change.live])));
  const live = [...survey.readings.values()].flatMap((reading) => reading.live).filter((one) => !gone.has(one));
  const written = done.flatMap((change) => (change.verb === 'revoke' ? [] : [change.desired]));
  const isOurs = (one: LiveBinding) => ownerOf(one, decisions.stamps, decisions.asked).kind === 'ours';
  const named = ({ binding }: Pick<LiveBinding, 'binding'>) => {
    const principal = decisions.names.get(memberKey(binding.scope.cloud, binding.member));
    return principal === undefined ? {} : { principal };
  };
  const bindings: readonly SeenBinding[] = [
    ...live.map(({ handle: _handle, ...one }) => ({ ...one, ours: isOurs({ ...one, handle: '' }), ...named(one) })),
    ...written.map((one) => ({ ...seenAs(one, plan.stamp, context), ...named(one) })),
  ];
  const unread = plan.basis.unread.map(({ scope }) => scope);
  return boundedSnapshot({ at: plan.at, commit: plan.basis.commit, bindings, unread, roles: await unlisted(situation, context) });
}

/** Roles that no published list has: whoever plans without a cloud knows of them from here alone. */
async function unlisted({ roles }: Situation, { clouds }: Pick<Context, 'clouds'>): Promise<readonly SeenRole[]> {
  const found = await Promise.all(
    roles.map(async ({ cloud, facts: { role, permissions } }) => {
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

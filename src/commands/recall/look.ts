import { memberKey } from '../../domain/access.ts';
import type { Plan } from '../../domain/plan.ts';
import { applySituation } from '../apply.ts';
import type { Context } from '../context.ts';
import type { LedgerSight } from '../ledger/sight.ts';
import { prepare } from '../reading/prepare.ts';
import { knownScopes, searchBounds } from '../reading/recall-scopes.ts';
import { subjectOf } from '../reading/recall-subject.ts';
import { type Situation, surveyAndPlan } from '../reading/situation.ts';
import { syntaxesOf } from '../reading/syntaxes.ts';
import type { Order } from './order.ts';
import type { Look } from './sweeps.ts';

/** One sweep: what is there is taken, and what could not be read is told apart from what is not there. */
export async function lookedAgain(situation: Situation, context: Context): Promise<Look> {
  const { planned, found } = situation;
  const whole = planned.plan.basis.unread.length === 0 && (found?.failed.length ?? 0) === 0;
  return { outcomes: await applySituation(situation, context, 'revocations'), whole };
}

/** With nothing in the plan but what is recalled. */
export function narrowed(situation: Situation): Situation {
  return { ...situation, planned: { ...situation.planned, plan: only(situation) } };
}

export type Looked = Situation & { readonly ledger: LedgerSight };

/** The situation with this recall standing, whatever the forge knows of it, read anew with each call; nothing without a readable policy. */
export async function lookerFor(context: Context, order: Order): Promise<(() => Promise<Looked>) | undefined> {
  const prepared = await prepare(context, [
    {
      name: order.stem,
      recall: {
        name: order.stem,
        principal: order.principal,
        since: order.since,
        reason: order.reason,
        lockdown: order.lockdown,
        source: NOWHERE,
      },
      at: order.since,
      confirmed: order.lockdown,
    },
  ]);
  if (!prepared.ok) return undefined;
  const { basis, control, ledger } = prepared;
  const clouds = new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]));
  const { members, groups } = subjectOf(order.principal, { basis, control, clouds });
  const options = {
    recallsForeign: order.foreign && order.principal,
    also: knownScopes(control, clouds),
    search: { members: new Set([...members, ...groups.flatMap((group) => [...group.members])]), bounds: searchBounds(control, clouds) },
    ledger,
  };
  return async () => ({ ...(await surveyAndPlan(context, basis, control, options)), ledger });
}

const SPOT = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
const NOWHERE = { file: '', place: () => SPOT, key: () => SPOT };

/** The recalled principal's part of a plan. */
export function only({ planned, basis }: Situation): Plan {
  const { plan } = planned;
  const changes = plan.changes.filter((change) => change.because === 'recalled');
  const theirs = plan.observations.filter(
    (one) => 'live' in one && basis.recalled.members.has(memberKey(one.live.binding.scope.cloud, one.live.binding.member)),
  );
  return { ...plan, changes, held: [], refusals: [], observations: theirs };
}

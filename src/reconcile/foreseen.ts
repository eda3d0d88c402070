import { compare } from '../domain/finding.ts';
import type { Foreseen, Plan, Refusal } from '../domain/plan.ts';
import { type Hash, planDigest } from './digest.ts';

/** A plan without the changes that a cloud would refuse, which are held and told, and with what the clouds have to say of the rest. */
export function withForeseen(plan: Plan, foreseen: readonly Foreseen[], hash: Hash): Plan {
  if (foreseen.length === 0) return plan;
  const refused = foreseen.filter((one) => one.kind === 'refused');
  const held = new Set(refused.map(({ change }) => change));
  const changes = plan.changes.filter((change) => !held.has(change));
  const refusals = [...plan.refusals, ...refused.map(refusalOf)];
  return {
    ...plan,
    changes,
    held: [...plan.held, ...plan.changes.filter((change) => held.has(change))],
    refusals: refusals.sort((a, b) => compare(a.code, b.code) || compare(a.message, b.message)),
    observations: [...plan.observations, ...foreseen.filter((one) => one.kind !== 'refused')],
    digest: planDigest(changes, hash),
  };
}

function refusalOf({ change, failure }: Extract<Foreseen, { kind: 'refused' }>): Refusal {
  const hint = failure.hint === undefined ? {} : { hint: failure.hint };
  return { code: 'GK3307', message: failure.message, ...hint, grant: change.grant, holds: [change.digest] };
}

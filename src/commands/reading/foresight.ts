import { type CloudName, memberKey, scopeKey } from '../../domain/access.ts';
import { bindingOf, type Change } from '../../domain/change.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { CloudReader, Proposed, Readable } from '../../providers/provider.ts';
import type { Hash } from '../../reconcile/digest.ts';
import { withForeseen } from '../../reconcile/foreseen.ts';
import { asMarked, ownerOf } from '../../reconcile/ownership.ts';
import type { Planned } from '../../reconcile/plan.ts';

/** Bindings of ours that are not to be taken away in this run. */
function standing({ live }: Readable, { context: { stamps, asked } }: Planned, changes: readonly Change[]): readonly LiveBinding[] {
  const going = new Set(changes.flatMap((change) => (change.verb === 'revoke' ? [change.live.handle] : [])));
  const marked = live.filter(({ handle }) => !going.has(handle)).map((one) => asMarked(one, stamps, asked));
  return marked.filter((one) => ownerOf(one, stamps, asked).kind === 'ours');
}

/** What the clouds can tell of the changes of each scope before anything is written. */
export function withForesight(
  planned: Planned,
  readings: ReadonlyMap<string, Readable>,
  readers: ReadonlyMap<CloudName, CloudReader>,
  hash: Hash,
): Planned {
  const byScope = Map.groupBy(planned.plan.changes, (change) => scopeKey(bindingOf(change).scope));
  // Whom policy/people knows by that name is somebody else for certain.
  const isStranger = ({ binding: { scope, member } }: LiveBinding) => !planned.context.names.has(memberKey(scope.cloud, member));
  const forged = Map.groupBy(
    planned.plan.observations.flatMap((one) => (one.kind === 'forged' ? [one.live] : [])).filter(isStranger),
    ({ binding }) => scopeKey(binding.scope),
  );
  const foreseen = [...byScope].flatMap(([key, changes]) => {
    const reading = readings.get(key);
    return reading === undefined ? [] : (readers.get(reading.scope.cloud)?.foresee?.(reading, changes, forged.get(key) ?? []) ?? []);
  });
  const refused = new Set(foreseen.flatMap((one) => (one.kind === 'refused' ? [one.change] : [])));
  const proposed = [...byScope].flatMap(([key, changes]): readonly Proposed[] => {
    const reading = readings.get(key);
    return reading === undefined ? [] : [{ reading, changes: changes.filter((change) => !refused.has(change)) }];
  });
  const together = [...Map.groupBy(proposed, ({ reading }) => reading.scope.cloud)].flatMap(
    ([cloud, all]) => readers.get(cloud)?.foreseeTogether?.(all) ?? [],
  );
  const alarms = [...readings].flatMap(([key, reading]) => {
    const reader = readers.get(reading.scope.cloud);
    return reader?.alarms === undefined ? [] : reader.alarms(reading, standing(reading, planned, byScope.get(key) ?? []));
  });
  return { ...planned, plan: withForeseen(planned.plan, [...foreseen, ...together, ...alarms], hash) };
}

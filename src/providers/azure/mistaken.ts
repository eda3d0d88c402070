import { bindingOf, type Change } from '../../domain/change.ts';
import type { Foreseen } from '../../domain/plan.ts';
import type { Access, KnownMember, Readable } from '../provider.ts';
import { purposeOf } from './deed.ts';
import { identify } from './directory.ts';
import { graphOf } from './graph.ts';
import type { Basis } from './reader.ts';

/** Ids with which something is wrong, as the directory tells. */
export type Mistaken = ReadonlyMap<string, KnownMember>;

/**
 * Azure takes any id for that of a service principal once its kind is given, so one of its other ids would be given a role that nobody
 * gets. The directory tells them apart, where it may be asked; each id is asked for once.
 */
export function mistakenAmong(access: Access): (services: readonly string[]) => Promise<Mistaken> {
  const asked = new Map<string, Promise<Mistaken>>();
  return async (services) => {
    const fresh = services.filter((id) => !asked.has(id));
    const answer = fresh.length === 0 ? undefined : among(access, fresh);
    if (answer !== undefined) for (const id of fresh) asked.set(id, answer);
    const all = await Promise.all(services.flatMap((id) => asked.get(id) ?? []));
    return new Map(all.flatMap((one) => [...one]));
  };
}

async function among(access: Access, services: readonly string[]): Promise<Mistaken> {
  const graph = await graphOf(access);
  const answer = await identify(
    // A directory that does not answer must keep nothing waiting.
    { ...graph, read: (call) => graph.send(call) },
    services.map((id) => ({ kind: 'service', id, shown: id })),
  );
  return new Map(answer.ok ? answer.known.filter(({ problem }) => problem !== undefined).map((one) => [one.id, one]) : []);
}

/** What would be given to an id that is no service principal's is held back; of one that nobody has a directory that lags may not know yet. */
export function foreseenByIds({ basis }: Readable, changes: readonly Change[]): readonly Foreseen[] {
  const { mistaken } = basis as Basis;
  return changes.flatMap((change): readonly Foreseen[] => {
    const known = change.verb === 'grant' ? mistaken?.get(bindingOf(change).member.id) : undefined;
    if (known?.problem === undefined) return [];
    const { problem, hint } = known;
    if (known.gone === true) return [{ kind: 'note', grant: change.grant, text: `${change.principal}: ${problem}` }];
    const message = `could not ${purposeOf(change)}: ${problem}`;
    return [{ kind: 'refused', change, failure: { kind: 'not-found', message, ...(hint === undefined ? {} : { hint }) } }];
  });
}

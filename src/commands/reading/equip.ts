import { type CloudName, scopeKey } from '../../domain/access.ts';
import type { CloudReader, Readable, Reading, Wanted } from '../../providers/provider.ts';
import type { Unit } from '../../reconcile/expand.ts';
import { type Line, type Survey, unreadFor } from './survey.ts';

/** The units of history that bear on what is read: those that are wanted now, and all that ever were. */
interface Units {
  readonly wanted: readonly Unit[];
  readonly all: readonly Unit[];
}

function wantedOf({ member, role, enforce }: Unit): Wanted {
  return { member: member.id, kind: member.kind, role, ...(enforce === undefined ? {} : { enforce }) };
}

/**
 * The readings with what the clouds must be asked besides before anything is planned. A scope of which that is not known, or where
 * something of ours may stand that could not be seen, counts as unread.
 */
export async function equipped(seen: Survey, units: Units, readers: ReadonlyMap<CloudName, CloudReader>, line: Line): Promise<Survey> {
  const isPlain = ({ scope, partial }: Readable) => partial === undefined && readers.get(scope.cloud)?.equip === undefined;
  if ([...seen.readings.values()].every(isPlain)) return seen;
  const wanted = Map.groupBy(units.wanted, ({ scope }) => scopeKey(scope));
  const hiding = new Set(units.all.filter(({ enforce }) => enforce === 'pim' || enforce === 'auto').map(({ scope }) => scopeKey(scope)));
  const ask = (key: string, reading: Readable): Reading | Promise<Reading> => {
    const { scope, partial } = reading;
    if (partial !== undefined && hiding.has(key)) return { ok: false, scope, failure: partial };
    const reader = readers.get(scope.cloud);
    if (reader?.equip === undefined) return reading;
    return line.add(async () => (await reader.equip?.(reading, wanted.get(key)?.map(wantedOf) ?? [])) ?? reading);
  };
  // A place in the line costs more than a cloud that has nothing to be asked.
  const answers = await Promise.all([...seen.readings].map(async ([key, reading]) => [key, await ask(key, reading)] as const));
  const unread = answers.flatMap(([, one]) => (one.ok ? [] : [unreadFor(one.scope, one.failure)]));
  const readings = new Map(answers.flatMap(([key, one]) => (one.ok ? [[key, one] as const] : [])));
  return { ...seen, readings, unread: [...seen.unread, ...unread] };
}

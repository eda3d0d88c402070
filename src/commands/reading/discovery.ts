import { bindingKey, type CloudName, memberKey, type Scope, scopeKey } from '../../domain/access.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Beyond, CloudReader, Discovered, Readable } from '../../providers/provider.ts';
import type { Line } from './survey.ts';

/** Whom a run looks for beyond the scopes that Git names, and where. */
export interface Search {
  /** As `memberKey` spells them. */
  readonly members: ReadonlySet<string>;
  readonly bounds: readonly Scope[];
}

/** What the indexes of the clouds say; a ground to read, and to write nothing. */
export interface Found {
  /** Further scopes to read. */
  readonly scopes: readonly Scope[];
  readonly beyond: readonly Beyond[];
  /** What gives nothing yet; it is decided on with the reading of its scope. */
  readonly standbys: readonly LiveBinding[];
  readonly failed: Discovered['failed'];
  /** Clouds whose index was asked. */
  readonly searched: readonly CloudName[];
}

const NOTHING: Discovered = { scopes: [], beyond: [], failed: [] };

/** Asks every cloud that has an index; what is `known` under either of its names is not named again. */
export async function discoverAll(
  { members, bounds }: Search,
  readers: ReadonlyMap<CloudName, CloudReader>,
  known: readonly Scope[],
  line: Line,
): Promise<Found> {
  const asks = [...readers].flatMap(([cloud, reader]) => {
    const prefix = memberKey(cloud, { kind: 'other', id: '', shown: '' });
    const ids = [...members].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    const within = bounds.filter((bound) => bound.cloud === cloud);
    const isAsked = reader.discover !== undefined && ids.length > 0 && within.length > 0;
    return isAsked ? [{ cloud, ask: async () => (await reader.discover?.(ids, within)) ?? NOTHING }] : [];
  });
  const answers = await line.addAll(asks.map(({ ask }) => ask));
  const names = new Set(known.map(scopeKey));
  const isNew = ({ scope, alias = scope }: Discovered['scopes'][number]) => !names.has(scopeKey(scope)) && !names.has(scopeKey(alias));
  return {
    scopes: answers.flatMap((one) => one.scopes.filter(isNew).map(({ scope }) => scope)),
    beyond: answers.flatMap((one) => one.beyond),
    standbys: answers.flatMap((one) => one.standbys ?? []),
    failed: answers.flatMap((one) => one.failed),
    searched: asks.map(({ cloud }) => cloud),
  };
}

/** The readings, each with what stands by at its scope; what a reader tells of by itself is not told twice, but as what stands by. */
export function withStandbys(readings: ReadonlyMap<string, Readable>, standbys: readonly LiveBinding[]): ReadonlyMap<string, Readable> {
  const byScope = Map.groupBy(standbys, ({ binding }) => scopeKey(binding.scope));
  return new Map(
    [...readings].map(([key, reading]) => {
      const more = byScope.get(key) ?? [];
      const others = reading.live.filter((one) => !more.some((standby) => isSame(standby, one)));
      return [key, { ...reading, live: [...others, ...more] }];
    }),
  );
}

function isSame(standby: LiveBinding, live: LiveBinding): boolean {
  if (standby.handle === live.handle) return true;
  return standby.end !== undefined && standby.end === live.end && bindingKey(standby.binding) === bindingKey(live.binding);
}

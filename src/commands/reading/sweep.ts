import { type CloudName, type Scope, scopeKey } from '../../domain/access.ts';
import type { Instant } from '../../domain/instant.ts';
import type { RoleFacts, RoleTable } from '../../domain/role-facts.ts';
import type { Beyond, Cloud, CloudReader, Discovered, Readable } from '../../providers/provider.ts';
import type PQueue from 'p-queue';

/** What the indexes of the clouds told of all that lies within bounds. */
export interface Told {
  /** By `scopeKey`. */
  readonly readings: ReadonlyMap<string, Readable>;
  readonly beyond: readonly Beyond[];
  readonly failed: Discovered['failed'];
  readonly pages: number;
  /** Clouds whose index told anything. */
  readonly tellers: ReadonlySet<CloudName>;
  /** Scopes that were to be read again, and could not be. */
  readonly unconfirmed: readonly Scope[];
  readonly times: readonly (readonly [cloud: CloudName, time: Instant])[];
}

export const NOTHING_TOLD: Told = { readings: new Map(), beyond: [], failed: [], pages: 0, tellers: new Set(), unconfirmed: [], times: [] };

/**
 * Readers that take what the program's own list says of a role for granted, where a cloud has an index: whoever asks no scope need not
 * ask for each role either. Only to compare: what gives access is judged by what the cloud says of its roles.
 */
export async function onPublishedRoles(
  readers: ReadonlyMap<CloudName, CloudReader>,
  clouds: Readonly<Record<string, Cloud>>,
): Promise<ReadonlyMap<CloudName, CloudReader>> {
  const entries = [...readers].map(async ([name, reader]) => {
    const table = reader.sweep === undefined ? undefined : await clouds[name]?.publishedRoles?.();
    const role: CloudReader['role'] = async (scope, text) => factsFrom(text, table) ?? reader.role(scope, text);
    return [name, table === undefined ? reader : { ...reader, role }] as const;
  });
  return new Map(await Promise.all(entries));
}

function factsFrom(role: string, table: RoleTable | undefined): RoleFacts | undefined {
  const told = table?.verdict(role);
  const id = table?.id === undefined ? role : table.id(role);
  if (told === undefined || told.verdict === 'unknown' || id === undefined) return undefined;
  const reasons = told.verdict === 'escalates' ? [`${told.decidedBy ?? role}: ${told.reason ?? 'changes access'}`] : [];
  return { ok: true, role: { id, name: role }, privileged: reasons.length > 0, reasons };
}

/** Asks each cloud that has an index. A place that `known` has by its other name is left out: it is read under that one. */
export async function sweepAll(
  bounds: readonly Scope[],
  readers: ReadonlyMap<CloudName, CloudReader>,
  known: readonly Scope[],
  line: PQueue,
): Promise<Told> {
  const names = new Set(known.map(scopeKey));
  const asks = [...readers].flatMap(([cloud, reader]) => {
    const within = bounds.filter((bound) => bound.cloud === cloud);
    return reader.sweep === undefined || within.length === 0 ? [] : [async () => ({ cloud, swept: await reader.sweep?.(within) })];
  });
  const answers = await line.addAll(asks);
  const told = answers.flatMap(({ swept }) => swept ?? []);
  const scopes = told.flatMap((one) => one.scopes).filter(({ alias }) => alias === undefined || !names.has(scopeKey(alias)));
  return {
    readings: new Map(scopes.map(({ reading }) => [scopeKey(reading.scope), reading])),
    beyond: told.flatMap((one) => one.beyond),
    failed: told.flatMap((one) => one.failed),
    pages: told.reduce((sum, one) => sum + one.pages, 0),
    tellers: new Set(answers.flatMap(({ cloud, swept }) => ((swept?.pages ?? 0) === 0 ? [] : [cloud]))),
    unconfirmed: [],
    times: answers.flatMap(({ cloud, swept }) => (swept?.cloudTime === undefined ? [] : [[cloud, swept.cloudTime] as const])),
  };
}

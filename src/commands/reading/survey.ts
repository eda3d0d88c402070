import PQueue from 'p-queue';
import { type CloudName, type Scope, scopeKey } from '../../domain/access.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Unread } from '../../domain/plan.ts';
import type { RoleFacts } from '../../domain/role-facts.ts';
import type { CloudReader, Readable, Reading } from '../../providers/provider.ts';
import type { Told } from './sweep.ts';

/** Calls in flight over all clouds: enough to hide the way there and back, below what any quota minds. */
export const IN_FLIGHT = 64;

/** The calls of one run stand in one line, so that what is asked side by side stays within the same bound. */
export type Line = PQueue;

export function newLine(): Line {
  return new PQueue({ concurrency: IN_FLIGHT });
}

/** What the clouds say of the scopes that matter. */
export interface Survey {
  readonly readings: ReadonlyMap<string, Readable>;
  readonly unread: readonly Unread[];
  /** By cloud how far its clock is from ours, in milliseconds, at its most. */
  readonly skews: ReadonlyMap<CloudName, number>;
}

/** A scope as it was seen, and how far the cloud's clock was from ours then, in milliseconds. */
export interface Look {
  readonly reading: Reading;
  readonly skew?: number;
}

/** Reads a scope; undefined where no reader could be asked. */
export type Read = (scope: Scope) => Promise<Look | undefined>;

/** Reads when the line comes to it. */
export function readThrough(readers: ReadonlyMap<CloudName, CloudReader>, line: Line, clock: () => Instant): Read {
  const look = async (reader: CloudReader, scope: Scope): Promise<Look> => {
    const reading = await reader.read(scope);
    // Compared at once: whoever takes the reading may come to it later.
    return { reading, ...(reading.cloudTime === undefined ? {} : { skew: reading.cloudTime - clock() }) };
  };
  return async (scope) => {
    const reader = readers.get(scope.cloud);
    return reader === undefined ? undefined : line.add(() => look(reader, scope));
  };
}

export async function survey(
  scopes: readonly Scope[],
  read: Read,
  progress: (text: string) => void,
  seen: (reading: Readable) => void = () => undefined,
): Promise<Survey> {
  const readings = new Map<string, Readable>();
  const unread: Unread[] = [];
  const skews = new Map<CloudName, number>();
  let done = 0;
  const take = (scope: Scope, look: Look | undefined) => {
    if (look === undefined) {
      unread.push({ scope, message: `policy/policy.yaml says nothing of ${scope.cloud}` });
      return;
    }
    const { reading, skew } = look;
    if (skew !== undefined) skews.set(scope.cloud, wider(skews.get(scope.cloud) ?? 0, skew));
    if (reading.ok) {
      readings.set(scopeKey(scope), reading);
      seen(reading);
    } else unread.push(unreadFor(scope, reading.failure));
    progress(`${++done} of ${scopes.length} scopes read`);
  };
  await Promise.all(scopes.map(async (scope) => take(scope, await read(scope))));
  return { readings, unread, skews };
}

/** What was read, and what an index told of all else. */
export function withTold({ readings, unread, skews }: Survey, { readings: told, times }: Told, now: Instant): Survey {
  const both = new Map(skews);
  for (const [cloud, time] of times) both.set(cloud, wider(both.get(cloud) ?? 0, time - now));
  return { readings: new Map([...told, ...readings]), unread, skews: both };
}

export function unreadFor(scope: Scope, { message, hint }: Failure): Unread {
  return { scope, message, ...(hint === undefined ? {} : { hint }) };
}

function wider(a: number, b: number): number {
  return Math.abs(b) > Math.abs(a) ? b : a;
}

export interface RoleAsk {
  readonly scope: Scope;
  readonly role: string;
}

/**
 * Facts about roles, each asked once. The asks are dealt out to as many hands as there may be calls: readers answer most of them
 * from memory, and a place in the line for each would take longer than the calls.
 */
export async function lookUpRoles(
  asks: readonly RoleAsk[],
  readers: ReadonlyMap<CloudName, CloudReader>,
  line: Line,
): Promise<(scope: Scope, role: string) => RoleFacts | undefined> {
  const known = new Map<string, RoleFacts>();
  const distinct = new Map(asks.map((ask) => [roleKey(ask.scope, ask.role), ask]));
  const open = distinct.entries();
  const hand = async () => {
    for (const [key, { scope, role }] of open) {
      const reader = readers.get(scope.cloud);
      if (reader !== undefined) known.set(key, await reader.role(scope, role));
    }
  };
  await line.addAll(
    Array.from({ length: Math.min(IN_FLIGHT, distinct.size) }, () => hand),
    { priority: 1 },
  );
  return (scope, role) => known.get(roleKey(scope, role));
}

/** One ask for each role, wherever it is wanted. */
export function oneForEachRole(asks: readonly RoleAsk[]): readonly RoleAsk[] {
  return [...new Map(asks.map((ask) => [`${ask.scope.cloud}\n${ask.role}`, ask])).values()];
}

function roleKey(scope: Scope, role: string): string {
  return `${scopeKey(scope)}\n${role}`;
}

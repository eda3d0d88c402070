import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CloudName, type Scope, scopeKey } from '../../domain/access.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { RoleFacts } from '../../domain/role-facts.ts';
import type { CloudReader, Readable } from '../../providers/provider.ts';
import { type Asked, askedIn } from '../../reconcile/asked.ts';
import { type Claim, type ClaimSource, claimSteps } from '../../reconcile/claims.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import type { DiffContext } from '../../reconcile/diff.ts';
import { type EarlyDiffs, earlyDiffs } from '../../reconcile/early-diff.ts';
import type { Unit } from '../../reconcile/expand.ts';
import { contextFor, inOrder, observationKey, type PlanInput } from '../../reconcile/plan.ts';
import { oursAmong } from '../../reconcile/standing.ts';
import { momentText } from '../../report/time-text.ts';
import type { Context } from '../context.ts';
import type { Basis } from './basis.ts';
import { isGlass } from './gate.ts';
import { docketOf } from './judge.ts';

/** What a run plans on, as it stands before the last scope was read, and stays where nothing that is read asks for more. */
export interface Early {
  readonly basis: Basis;
  /** Undefined where the clouds could not say beforehand what each role is. */
  readonly source: () => ClaimSource | undefined;
  /** Once the roles that are wanted were looked up. */
  readonly begin: () => void;
  readonly see: (reading: Readable) => void;
  readonly stop: () => void;
  /** Of the scopes that were read in time. */
  readonly diffs: Pick<EarlyDiffs, 'known'>;
  /** Whether all that is live could be told by the source: no mark of ours names a grant whose roles it does not know. */
  readonly tells: (readings: Iterable<Readable>) => boolean;
}

interface Ground {
  readonly basis: Basis;
  readonly wanted: readonly Unit[];
  readonly readers: ReadonlyMap<CloudName, CloudReader>;
  readonly clouds: Clouds;
  readonly context: Context;
  readonly sourceWith: (role: ClaimSource['role']) => ClaimSource;
  readonly record: Pick<PlanInput, 'written' | 'recorded'>;
  readonly beside?: Beside;
}

/** What a command has to do with each reading that may as well be done before the last one, on the ground that the plan will most likely stand on. */
export type Beside = (reading: Readable, ground: DiffContext) => void;

/** For fewer scopes the last answer comes too soon after the first: what is worked out in parts takes longer, and spares nothing. */
const MANY = 40;

export function isWorthIt(scopes: number, { earlyFrom = MANY }: Pick<Context, 'earlyFrom'>): boolean {
  return scopes >= earlyFrom;
}

/** How many scopes that were read before are looked at at a time. */
const AT_A_TIME = 5;

/**
 * Works out, while answers are on their way, what history alone and what each scope by itself says of the plan. All of it is remembered by
 * the functions that the plan is made of; nothing is decided, and what a later answer contradicts is worked out anew.
 */
export function earlyOn({ basis, wanted, readers, clouds, context, sourceWith, record, beside }: Ground): Early {
  const desk = newDesk();
  let source: ClaimSource | undefined;
  let diffs: EarlyDiffs | undefined;
  let stopped = false;
  /** Lists in which nothing asks for more than the source knows. */
  const told = new WeakSet<readonly LiveBinding[]>();
  let isTold = (_one: LiveBinding): boolean => false;
  const work = async (on: ClaimSource) => {
    const { claims } = await inSteps(claimSteps(on, context.now));
    const asked = askedIn(on, context.now);
    await inSteps(askedSteps(asked, claims));
    const said = {
      at: context.now,
      cloudTimes: [],
      source: on,
      clouds,
      controlFindings: basis.control.findings,
      recallsForeign: new Set<string>(),
      hash: context.hash,
      ...record,
    };
    // What lies above a scope is not known yet, and where that decides nothing is compared before.
    const ground = contextFor({ ...said, managed: () => false, unsure: new Set() }, basis.unconfirmed !== undefined);
    await nextTurn();
    const compared = earlyDiffs(claims, ground, clouds);
    await nextTurn();
    diffs = compared;
    await desk.open((reading) => {
      if (reading.live.every(isTold)) told.add(reading.live);
      oursAmong(reading.live, on.control.policy, asked);
      const reader = readers.get(reading.scope.cloud);
      beside?.(reading, ground);
      if (reader?.equip !== undefined || reader?.holdsStart !== undefined) return;
      const found = compared.see(reading.scope, reading.live);
      found?.observations.forEach(observationKey);
      if (found !== undefined && found.changes.length > 0) reader?.foresee?.(reading, inOrder(found.changes));
    });
    // The first text in a zone takes as long as a hundred after it.
    for (const { zone } of on.control.teams.values()) momentText(context.now, zone);
    for (const hear of (await docketOf({ source: on, claims, basis, context, clouds })).hearings()) {
      if (stopped) return;
      hear();
      await nextTurn();
    }
  };
  return {
    basis,
    source: () => source,
    begin: () => {
      const known = toldOf(wanted, readers);
      if (known === undefined) return;
      source = sourceWith((scope, role) => known.get(scopeKey(scope))?.get(role));
      isTold = teller(basis, source);
      // What goes wrong here goes wrong where the plan is made, and is told there.
      work(source).catch(() => undefined);
    },
    see: desk.take,
    stop: () => {
      stopped = true;
      desk.close();
    },
    diffs: { known: (...asked) => diffs?.known(...asked) },
    tells: (readings) => source !== undefined && [...readings].every(({ live }) => told.has(live) || live.every(isTold)),
  };
}

/** Where readings wait until somebody looks at them. */
interface Desk {
  readonly take: (reading: Readable) => void;
  /** From now on each is looked at; settles once all that lay there were. */
  readonly open: (look: (reading: Readable) => void) => Promise<void>;
  readonly close: () => void;
}

/** Nothing is looked at when it comes: whoever handles an answer sends the next call first, and looks while nothing comes. */
function newDesk(): Desk {
  const waiting: Readable[] = [];
  let look: ((reading: Readable) => void) | undefined;
  let work: Promise<void> | undefined;
  const lookAtAll = async () => {
    while (waiting.length > 0) {
      const some = waiting.splice(0, AT_A_TIME);
      if (look !== undefined) some.forEach(look);
      await nextTurn();
    }
    work = undefined;
  };
  const begin = () => (work ??= nextTurn().then(lookAtAll));
  return {
    take: (reading) => {
      waiting.push(reading);
      // What goes wrong here goes wrong where the plan is made, and is told there.
      if (look !== undefined) begin().catch(() => undefined);
    },
    open: (each) => {
      look = each;
      return begin();
    },
    close: () => void (look = undefined),
  };
}

/** Lets others have their turn after each step. */
async function inSteps<T>(steps: Iterator<void, T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    await nextTurn();
    if (done === true) return value;
  }
}

/** How many grants are asked about in one step. */
const GRANTS_AT_A_TIME = 50;

/** What grants ever asked for is remembered for each, and then who asks for what for all of them. */
function* askedSteps(asked: Asked, claims: readonly Claim[]): Generator<void, void> {
  const one = new Map(claims.map(({ grant, binding }) => [grant, binding]));
  let seen = 0;
  for (const [grant, binding] of one) {
    asked.asks(grant, binding);
    seen += 1;
    if (seen % GRANTS_AT_A_TIME === 0) yield;
  }
  for (const { binding } of claims.slice(0, 1)) asked.askers(binding);
}

/** Whether a live binding asks for nothing that the source does not know: what it may stand for, or what policy says of break-glass. */
function teller(basis: Basis, source: ClaimSource): (one: LiveBinding) => boolean {
  const { stamp, formerStamps } = source.control.policy;
  const stamps = new Set([stamp, ...formerStamps]);
  const known = knownGrants(basis, source);
  return (one) => {
    if (one.mark === undefined) return one.end === undefined;
    return !isGlass(one) && (!stamps.has(one.mark.stamp) || known(one.mark.grant));
  };
}

/** By scope and role what the clouds say without being asked; undefined where one of them would have to be. */
function toldOf(
  wanted: readonly Unit[],
  readers: ReadonlyMap<CloudName, CloudReader>,
): ReadonlyMap<string, ReadonlyMap<string, RoleFacts>> | undefined {
  const known = new Map<string, Map<string, RoleFacts>>();
  for (const { scope, role } of wanted) {
    const key = scopeKey(scope);
    const roles = known.get(key) ?? new Map<string, RoleFacts>();
    known.set(key, roles);
    if (roles.has(role)) continue;
    const facts = readers.get(scope.cloud)?.told?.(scope, role);
    if (facts === undefined) return undefined;
    roles.set(role, facts);
  }
  return known;
}

/** Grants of which every version asks for roles that the source knows; one that history does not have asks for none. */
function knownGrants(basis: Basis, source: ClaimSource): (grant: string) => boolean {
  const answers = new Map<string, boolean>();
  const knows = ({ scope, role }: { readonly scope: Scope; readonly role: string }) => source.role(scope, role) !== undefined;
  const ask = (grant: string) =>
    (basis.timelines.get(grant)?.versions ?? []).every(
      ({ body, position }) => body.kind !== 'grant' || source.expand(body.grant, source.controlAt(position)).units.every(knows),
    );
  return (grant) => {
    const answer = answers.get(grant) ?? ask(grant);
    answers.set(grant, answer);
    return answer;
  };
}

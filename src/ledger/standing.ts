import { type Entry, type Fact, recordKey } from '../domain/entry.ts';
import { formatInstant, type Instant, later } from '../domain/instant.ts';

/** What the lines that were read say together. None of it grants; all of it is there to take away less blindly, and to be shown. */
export interface LedgerState {
  /** By `recordKey`: bindings that were written, and of which no later line says that they ended. */
  readonly open: ReadonlyMap<string, Entry>;
  /** By grant the newest line that a binding of it ended. */
  readonly ended: ReadonlyMap<string, Entry>;
  /** By file and principal. */
  readonly recalls: ReadonlyMap<string, Entry>;
  /** By `refusalKey`: what was refused and not granted since. */
  readonly refused: ReadonlySet<string>;
  /** By grant and commit each approval that is on record. */
  readonly approved: ReadonlyMap<string, Entry>;
  readonly spent: ReadonlyMap<string, Entry>;
  /** The newest line of a run. */
  readonly heartbeat?: Entry;
  /** The newest line of a run that was at the confirmed tip of the default branch, which it names. */
  readonly tip?: Entry;
  /** The first line of all, where it is among those that were read. */
  readonly first?: Entry;
}

type Mutable = {
  -readonly [K in keyof LedgerState]: LedgerState[K] extends ReadonlyMap<infer A, infer B>
    ? Map<A, B>
    : LedgerState[K] extends ReadonlySet<infer A>
      ? Set<A>
      : LedgerState[K];
};

/** Before any line. */
const NOTHING: LedgerState = {
  open: new Map(),
  ended: new Map(),
  recalls: new Map(),
  refused: new Set(),
  approved: new Map(),
  spent: new Map(),
};

/** Entries come oldest first; a month begins with all that an earlier one left standing. `before` is what the lines before them say. */
export function stateOf(entries: readonly Entry[], before: LedgerState = NOTHING): LedgerState {
  const state: Mutable = {
    ...before,
    open: new Map(before.open),
    ended: new Map(before.ended),
    recalls: new Map(before.recalls),
    refused: new Set(before.refused),
    approved: new Map(before.approved),
    spent: new Map(before.spent),
  };
  for (const entry of entries) take(state, entry);
  return state;
}

function take(state: Mutable, entry: Entry): void {
  const { kind, grant = '', access, condition } = entry;
  if (entry.seq === 1) state.first = entry;
  const key = access === undefined ? undefined : recordKey(access, condition);
  if (kind === 'granted' && key !== undefined) {
    state.open.set(key, entry);
    for (const one of state.refused) if (one.startsWith(`${grant}\n`)) state.refused.delete(one);
  }
  if (kind === 'ended') {
    if (key !== undefined) state.open.delete(key);
    state.ended.set(grant, entry);
  }
  if (kind === 'recalled') state.recalls.set(recallKey(entry), entry);
  if (kind === 'lifted') state.recalls.delete(recallKey(entry));
  if (kind === 'refused') state.refused.add(refusalKey(entry));
  if (kind === 'approved') state.approved.set(approvalKey(entry), entry);
  if (kind === 'spent') state.spent.set(grant, entry);
  if (kind === 'heartbeat') state.heartbeat = entry;
  if (kind === 'heartbeat' && entry.commit !== undefined && entry.reason === undefined) state.tip = entry;
}

export function recallKey({ file = '', principal = '' }: Pick<Fact, 'file' | 'principal'>): string {
  return `${file}\n${principal}`;
}

export function approvalKey({ grant = '', commit = '' }: Pick<Fact, 'grant' | 'commit'>): string {
  return `${grant}\n${commit}`;
}

/** A reason that begins with the same word, a code or the kind of a failure, is told once. */
export function refusalKey({ grant = '', access = '', reason = '' }: Pick<Fact, 'grant' | 'access' | 'reason'>): string {
  return [grant, access, reason.split(/[ :]/, 1)[0]].join('\n');
}

/** Bindings that were withdrawn since then, or cut short, once each. A line that is said again counts no second time. */
export function withdrawnSince(entries: readonly Entry[], since: Instant): ReadonlySet<string> {
  const own = entries.filter((one) => one.because === 'withdrawn' && one.carried !== true && one.at > since);
  return new Set(
    own.flatMap(({ kind, access, condition }) => (kind === 'verified' || access === undefined ? [] : [recordKey(access, condition)])),
  );
}

/** Since when the lines tell all that was withdrawn: a ledger that began beside bindings of ours knows nothing of the time before. */
export function blindSince({ first }: LedgerState, since: Instant): string | undefined {
  if (first === undefined || first.reason === undefined || first.at <= since) return undefined;
  return `the ledger began only at ${formatInstant(first.at)}, while bindings of ours were live`;
}

/** How long, in milliseconds, a tombstone is said again: for longer nobody needs it, since a complete read tells the same. */
const SPENT_FOR = 60 * 24 * 3600_000;

/** What the first lines of a new month say again, so that one month tells all that stands. */
export function carriedOver(state: LedgerState, now: Instant): readonly Fact[] {
  const spent = [...state.spent.values()].filter((one) => later(one.at, SPENT_FOR) > now);
  const live = new Set([...state.open.values()].map(({ grant }) => grant));
  const approved = [...state.approved.values()].filter(({ grant }) => live.has(grant));
  const tip = state.tip === undefined ? [] : [state.tip];
  return [...state.open.values(), ...approved, ...state.recalls.values(), ...spent, ...tip].map(again);
}

function again({ seq: _seq, prev: _prev, hash: _hash, ...fact }: Entry): Fact {
  return { ...fact, carried: true };
}

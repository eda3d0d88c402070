import type { Entry, Fact } from '../domain/entry.ts';
import type { Instant } from '../domain/instant.ts';
import type { Answer, Forge } from '../forge/forge.ts';
import { type Hash, type Link, linked } from './chain.ts';
import { factText } from './entry-text.ts';
import { monthOf, monthsIn, readMonths } from './months.ts';
import { carriedOver, type LedgerState, stateOf } from './standing.ts';

export const LEDGER = 'grantkeeper/ledger';

/** The ledger as it was read: its newest month, and as many before it as the asked time needs. */
export interface Ledger {
  /** The commit of its branch; absent where there is none yet. */
  readonly commit?: string;
  readonly head: Link;
  /** The newest month and its text. */
  readonly month?: { readonly name: string; readonly text: string };
  /** Oldest first, from the first line of the oldest month that was read. */
  readonly entries: readonly Entry[];
  readonly state: LedgerState;
}

type OwnForge = Pick<Forge, 'own'>;

/** Every line since then, and all that stands. A ledger that does not read, or whose chain is broken, is a failure of kind `unsafe`. */
export async function readLedger(forge: OwnForge, since: Instant, hash: Hash): Promise<Answer<Ledger>> {
  const branch = await forge.own.read(LEDGER, (names) => {
    const months = monthsIn(names);
    return months.filter((name, at) => name >= monthOf(since) || at === months.length - 1);
  });
  if (!branch.ok) return branch;
  if (branch.value === undefined)
    return { ok: true, value: { head: readMonths(new Map(), hash, true).head, entries: [], state: stateOf([]) } };
  const { head: commit, files } = branch.value;
  const { entries, head, findings } = readMonths(files, hash, false);
  const [first] = findings;
  if (first !== undefined) return broken(`${first.at?.file}:${first.at?.line}: ${first.message}`);
  const name = monthsIn(files.keys()).at(-1);
  if (name === undefined) return broken('its branch holds no month');
  return { ok: true, value: { commit, head, month: { name, text: files.get(name) ?? '' }, entries, state: stateOf(entries) } };
}

function broken(what: string): Answer<never> {
  const message = `the ledger on ${LEDGER} is broken, ${what}`;
  const hint = 'grantkeeper verify shows all of it. Keep that branch under another name and delete it; the next run begins a new one.';
  return { ok: false, failure: { kind: 'unsafe', message, hint } };
}

/** What an append needs beside what is to be said. */
export interface Pen {
  readonly now: Instant;
  readonly run: string;
  readonly hash: Hash;
  readonly sleep: (ms: number) => Promise<void>;
  /** The page that people see on the branch, made anew from what stands. */
  readonly readme: (ledger: Ledger) => string;
}

/** What is to be said first in any case, worked out before the rest is known. */
export interface Preface {
  /** The ledger that it follows. */
  readonly on: Ledger;
  readonly facts: readonly Fact[];
  readonly grown: Ledger;
}

/** Some more of it, so that others get their turn in between. */
export function withPreface(before: Preface, facts: readonly Fact[], pen: Pick<Pen, 'now' | 'hash'>): Preface {
  return { on: before.on, facts: [...before.facts, ...facts], grown: grown(before.grown, facts, pen) };
}

/** How often a run tries to get its lines in while others write too. */
const TRIES = 10;

/**
 * Appends lines in one commit that is never forced. Where another run was faster the ledger is read again, and the lines follow
 * those of the other: nobody's are lost. A preface spares work where the lines begin with it and follow what it follows.
 */
export async function appendFacts(
  forge: OwnForge,
  seen: Ledger,
  facts: readonly Fact[],
  pen: Pen,
  preface?: Preface,
): Promise<Answer<Ledger>> {
  let ledger = seen;
  for (let tries = 1; ; tries += 1) {
    const next = after(preface, ledger, facts, pen);
    const { name, text } = next.month;
    const files = new Map([
      [name, text],
      ['README.md', pen.readme(next)],
    ]);
    const message = `Run ${pen.run}\n\nGrantkeeper-Ledger: ${next.head.hash}\n`;
    const answer = await forge.own.append(LEDGER, ledger.commit, files, message);
    if (answer.ok) return { ok: true, value: { ...next, commit: answer.value } };
    if (answer.failure.kind !== 'conflict' || tries >= TRIES) return answer;
    await pen.sleep(tries * 100);
    const again = await readLedger(forge, pen.now, pen.hash);
    if (!again.ok) return again;
    ledger = again.value;
  }
}

function after(preface: Preface | undefined, ledger: Ledger, facts: readonly Fact[], pen: Pen): Grown {
  const fits = preface?.on === ledger && preface.facts.every((fact, at) => fact === facts[at]);
  if (!fits) return grown(ledger, facts, pen);
  const { grown: before } = preface;
  // With nothing more to say it is the same ledger, of which whoever asks for it may know more.
  return facts.length === preface.facts.length && isBegun(before) ? before : grown(before, facts.slice(preface.facts.length), pen);
}

function isBegun(ledger: Ledger): ledger is Grown {
  return ledger.month !== undefined;
}

type Grown = Ledger & Required<Pick<Ledger, 'month'>>;

/** The same with more lines; a month that begins says first what the one before left standing. */
function grown(ledger: Ledger, facts: readonly Fact[], { now, hash }: Pick<Pen, 'now' | 'hash'>): Grown {
  const newest = ledger.month?.name ?? '';
  const name = newest > monthOf(now) ? newest : monthOf(now);
  const opens = name !== newest;
  const carried = opens ? carriedOver(ledger.state, now) : [];
  const lines: string[] = [];
  const entries: Entry[] = [];
  let head = ledger.head;
  for (const fact of [...carried, ...facts]) {
    const { line, link } = linked(factText(fact), head, hash);
    entries.push({ ...fact, seq: link.seq, prev: head.hash, hash: link.hash });
    lines.push(`${line}\n`);
    head = link;
  }
  const text = `${opens ? '' : (ledger.month?.text ?? '')}${lines.join('')}`;
  const all = [...ledger.entries, ...entries];
  return { ...ledger, head, month: { name, text }, entries: all, state: stateOf(entries, ledger.state) };
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Fact } from '../../domain/entry.ts';
import type { MeasureOutcome } from '../../domain/measure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { approvalFacts, foundFacts, heartbeat, measureFacts, type Telling } from '../../ledger/facts.ts';
import { recallKey } from '../../ledger/standing.ts';
import { appendFacts, type Ledger, type Preface, withPreface } from '../../ledger/ledger.ts';
import { accessDigest } from '../../reconcile/digest.ts';
import { ledgerPage, type LedgerOutcome } from '../../report/ledger-text.ts';
import type { Context } from '../context.ts';
import type { Situation } from '../reading/situation.ts';
import { latenessOnPage } from './lateness.ts';
import { approvalsIn, nameOf, runFacts, type Seen, seenBy } from './run-facts.ts';
import type { LedgerSight } from './sight.ts';

/** Writes down what one run does, in at most two appends: who approved what is about to be given, and at the end what became of all. */
export interface Recorder {
  /** Before anything is given. */
  approvals(): Promise<void>;
  /** A recall that a command orders, before it is carried out. */
  recall(order: { readonly principal: string; readonly file: string; readonly reason: string }): Promise<void>;
  /** Works out what is said in any case, a little at a time, while writes are on their way. */
  foresee(): Promise<void>;
  /** The same of what became of everything, as it will be if the second look confirms it. */
  rehearse(outcomes: readonly Outcome[]): Promise<void>;
  /** After everything. */
  run(outcomes: readonly Outcome[], measures?: readonly MeasureOutcome[]): Promise<LedgerOutcome>;
}

/** What cannot be written is told in the end and holds nothing back: the ledger is a record, and no proof. */
export function recorder(sight: LedgerSight, situation: Situation, context: Context): Recorder {
  let ledger = sight.ok ? sight.ledger : undefined;
  let trouble = sight.ok ? undefined : withHint(sight.why, sight.hint);
  const seen = seenBy(situation);
  // What a command has ordered and the ledger has not taken yet: it is tried once more at the end.
  let ordered: readonly Fact[] = [];
  const tell = (known: Ledger) => tellingAfter(known, situation, context);
  const opening = openingsOf(seen, tell);
  const pageOf = pagesBy(context);
  let preface: Preface | undefined;
  let rehearsed: Rehearsed | undefined;
  const foresee = async (): Promise<void> => {
    if (ledger === undefined || preface?.on === ledger) return;
    const known = ledger;
    const { begins, found } = opening(known);
    preface = await spoken({ on: known, facts: [], grown: known }, [...begins, ...found()], context);
  };
  const write = async (factsOf: (known: Telling, found: () => readonly Fact[]) => readonly Fact[], before = preface): Promise<void> => {
    if (ledger === undefined) return;
    const known = ledger;
    const now = tell(known);
    const begins = known.commit === undefined ? opening(known).begins : [];
    const facts = [...begins, ...factsOf(now, () => opening(known).found())];
    const forge = await context.forge();
    if (facts.length === 0 || typeof forge === 'string') return;
    const { hash, sleep, run } = context;
    const pen = { now: context.now, hash, sleep, run, readme: pageOf };
    const answer = await appendFacts(forge, known, facts, pen, before);
    trouble = answer.ok ? undefined : withHint(answer.failure.message, answer.failure.hint);
    if (answer.ok) ledger = answer.value;
  };
  return {
    approvals: async () => write((now) => approvalFacts(approvalsIn(situation), now)),
    recall: async ({ principal, file, reason }) => {
      ordered = [{ at: context.now, run: context.run, kind: 'recalled', principal, file, reason }];
      await write(() => ordered);
      if (trouble === undefined) ordered = [];
    },
    foresee,
    rehearse: async (outcomes) => {
      await foresee();
      if (ledger === undefined || preface === undefined) return;
      const { begins, found } = opening(ledger);
      await nextTurn();
      const facts = runFacts(situation, seen, outcomes, tell(ledger), found());
      const whole = await spoken(preface, [...begins, ...facts].slice(preface.facts.length), context);
      await nextTurn();
      pageOf(whole.grown);
      rehearsed = { outcomes, facts, whole };
    },
    run: async (outcomes, measures = []) => {
      const known = new Set(ordered.map(recallKey));
      const isOrdered = (fact: Fact) => fact.kind === 'recalled' && known.has(recallKey(fact));
      const same = rehearsed !== undefined && rehearsed.whole.on === ledger && isSame(rehearsed.outcomes, outcomes) ? rehearsed : undefined;
      const said = (now: Telling, found: readonly Fact[]) => same?.facts ?? runFacts(situation, seen, outcomes, now, found);
      await write(
        (now, found) => [...ordered, ...measureFacts(measures, now), ...said(now, found()).filter((fact) => !isOrdered(fact))],
        same?.whole ?? preface,
      );
      if (trouble !== undefined || ledger === undefined) return { trouble: trouble ?? 'it could not be read' };
      return { head: ledger.head.hash, lines: ledger.head.seq };
    },
  };
}

function tellingAfter({ state }: Ledger, situation: Situation, { now, run, hash }: Context): Telling {
  return { at: now, run, state, access: (binding) => accessDigest(binding, hash), nameOf: (binding) => nameOf(situation, binding) };
}

/** What the lines of a run begin with, after a ledger. */
interface Opening {
  readonly on: Ledger;
  readonly begins: readonly Fact[];
  readonly found: () => readonly Fact[];
}

/** What was found, and before it how a ledger begins: the same facts as often as they are asked for. */
function openingsOf(seen: Seen, tell: (known: Ledger) => Telling): (known: Ledger) => Opening {
  let opened: Opening | undefined;
  return (known) => {
    if (opened?.on === known) return opened;
    const now = tell(known);
    let found: readonly Fact[] | undefined;
    const begins = known.commit === undefined ? [beginning(now, seen.ours.length)] : [];
    opened = { on: known, begins, found: () => (found ??= foundFacts(seen, now)) };
    return opened;
  };
}

/** The page of a ledger for people, drawn once. */
function pagesBy(context: Context): (ledger: Ledger) => string {
  const pages = new WeakMap<Ledger, string>();
  return (ledger) => {
    const text = pages.get(ledger) ?? page(ledger, context);
    pages.set(ledger, text);
    return text;
  };
}

/** All lines of a run, as they would follow a ledger if these were the outcomes. */
interface Rehearsed {
  readonly outcomes: readonly Outcome[];
  readonly facts: readonly Fact[];
  readonly whole: Preface;
}

function isSame(some: readonly Outcome[], others: readonly Outcome[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** Some more lines, a little at a time, so that answers that come meanwhile find somebody. */
async function spoken(before: Preface, facts: readonly Fact[], context: Context): Promise<Preface> {
  let open = before;
  for (const part of partsOf(facts)) {
    await nextTurn();
    open = withPreface(open, part, context);
  }
  return open;
}

/** How many lines are worked out at a time. */
const AT_A_TIME = 500;

function partsOf(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  return Array.from({ length: Math.ceil(facts.length / AT_A_TIME) }, (_, at) => facts.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME));
}

function withHint(message: string, hint: string | undefined): string {
  return hint === undefined ? message : `${message} (${hint})`;
}

/** The first line of all says whether there is a time before that this ledger knows nothing of. */
function beginning(telling: Telling, ours: number): Fact {
  const reason = ours === 0 ? {} : { reason: `begun while ${ours} bindings of ours were live` };
  return heartbeat(telling, { evidence: 'a new ledger', ...reason });
}

function page(ledger: Ledger, context: Context): string {
  const { head, state } = ledger;
  const { now, run } = context;
  const lateness = latenessOnPage(ledger, context);
  return ledgerPage({ head, at: now, run, open: [...state.open.values()], lateness, recalls: [...state.recalls.values()] });
}

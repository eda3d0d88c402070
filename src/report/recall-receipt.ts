import type { CloudName, MemberKind } from '../domain/access.ts';
import type { Capabilities, Outlasting } from '../domain/cloud.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { MeasureKind, MeasureOutcome } from '../domain/measure.ts';
import type { Failure, Outcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import { count } from './columns.ts';
import { ledgerJson, ledgerLine, type LedgerOutcome } from './ledger-text.ts';
import { outcomeText } from './outcome-text.ts';
import { outcomeJson, planJson } from './plan-json.ts';
import { areOpen, measureJson, measureLines } from './measure-text.ts';
import type { PlanWords } from './plan-words.ts';
import { printable } from './printable.ts';
import { residueText } from './residue-text.ts';

/** What a recall did, what it left, and what nobody can end. */
export interface RecallReceipt {
  readonly principal: string;
  /** Whether what is not ours was to be taken, too. */
  readonly foreign: boolean;
  /** The recalled principal's part of the plan. */
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  readonly left: readonly LiveBinding[];
  /** Bindings of ours that policy protects. */
  readonly spared: number;
  /** What groups hold that the human is a member of. */
  readonly groups: readonly { readonly group: string; readonly live: LiveBinding }[];
  /** How many scopes were not read. */
  readonly unread: number;
  readonly search: {
    readonly searched: readonly { readonly title: string; readonly below: readonly string[] }[];
    readonly beyond: readonly { readonly where: string; readonly roles: readonly string[]; readonly why: string }[];
    readonly failed: readonly { readonly where: string; readonly failure: Failure }[];
  };
  /** Sessions that were ended and identities that were locked out, or why not. */
  readonly measures: readonly MeasureOutcome[];
  readonly clouds: readonly {
    readonly name: CloudName;
    readonly title: string;
    readonly capabilities: Pick<Capabilities, 'endsSessions' | 'outlasts'>;
    /** Of the principal's identities there. */
    readonly kinds: ReadonlySet<MemberKind>;
  }[];
  readonly record: RecallRecord;
  readonly recorded: LedgerOutcome;
  /** Further looks over everything; absent where nothing was taken. */
  readonly sweeps?: Sweeps;
}

export interface Sweeps {
  readonly made: number;
  /** The last two found nothing more to take. */
  readonly final: boolean;
}

export interface RecallRecord {
  readonly path: string;
  readonly text: string;
  readonly branch: string;
  /** Why also the branch did not get to the remote; only where there is no request. */
  readonly unsent?: string;
  readonly published: { readonly ok: true; readonly number: number; readonly url: string } | { readonly ok: false; readonly why: string };
}

/** Whether something of ours is still there, or may be. */
export function isOpen({ unread, spared, outcomes, measures, sweeps }: RecallReceipt): boolean {
  return unread + spared > 0 || outcomes.some((one) => !isGone(one)) || areOpen(measures) || sweeps?.final === false;
}

function isGone({ status }: Outcome): boolean {
  return status === 'applied' || status === 'already-so';
}

export function recallText(receipt: RecallReceipt, words: PlanWords, shown: string): string {
  const lines = [
    shown.trimEnd(),
    ...takenText(receipt, words),
    ...sweptText(receipt, words),
    ...residueText(receipt.outcomes, words)
      .split('\n')
      .filter((line) => line !== ''),
    ...leftText(receipt, words),
    ...searchText(receipt.search),
    ...measureLines(receipt.measures),
    ...receipt.clouds.flatMap((cloud) => lastingText(cloud, receipt.measures)),
    ...openText(receipt),
    ...recordText(receipt),
  ];
  return `${lines.join('\n')}\n`;
}

function takenText({ outcomes, spared, principal }: RecallReceipt, words: PlanWords): readonly string[] {
  if (outcomes.length === 0) return [spared > 0 ? 'Nothing was taken.' : `${printable(principal)} held nothing of ours.`];
  const gone = outcomes.filter(isGone).length;
  return [outcomeText(outcomes.map(withReadBack), words).trimEnd(), `Read back: ${gone} of ${count(outcomes.length, 'binding')} are gone.`];
}

/** What could not be taken is pending with its reason; without that, nothing is pending. */
function sweptText({ sweeps, outcomes, principal }: RecallReceipt, words: PlanWords): readonly string[] {
  const pending = pendingIn(outcomes).map(
    ({ live, why }) => `PENDING: ${printable(live.binding.member.shown)}  ${heldText(live, words)}  ${printable(why)}`,
  );
  if (sweeps === undefined) return pending;
  const made = count(sweeps.made, 'sweep');
  const found = sweeps.final
    ? `Final: ${made} made, and the last two found nothing more to take.`
    : `NOT FINAL: ${made} made, and the last two were not both empty. Run it again: recall ${printable(principal)}.`;
  return [...pending, found];
}

interface Pending {
  readonly live: LiveBinding;
  readonly why: string;
}

function pendingIn(outcomes: readonly Outcome[]): readonly Pending[] {
  return outcomes.flatMap((one) => {
    if (isGone(one) || !('live' in one.change)) return [];
    const { failure } = one;
    const why =
      failure === undefined ? one.status : [failure.message, ...(failure.hint === undefined ? [] : [`(${failure.hint})`])].join(' ');
    return [{ live: one.change.live, why }];
  });
}

function leftText({ left, groups, search, foreign, principal }: RecallReceipt, words: PlanWords): readonly string[] {
  const others = groups.map(({ group, live }) => `through group ${printable(group)}: ${heldText(live, words)}  not taken`);
  const names = [...new Set(groups.map(({ group }) => printable(group)))];
  return [
    ...left.map(
      (one) =>
        `left: ${printable(one.binding.member.shown)}  ${heldText(one, words)}  not ours${one.origin === undefined ? '' : ` (${one.origin})`}`,
    ),
    ...search.beyond.map(
      ({ where, roles, why }) => `left: ${printable(where)}  ${roles.map(printable).join(', ')}  not read here: ${printable(why)}`,
    ),
    ...(left.length > 0 && !foreign
      ? [`${left.length} bindings that are not ours are left; --foreign --confirm ${printable(principal)} takes the direct ones too.`]
      : []),
    ...others,
    ...(names.length === 0
      ? []
      : [`Take ${printable(principal)} out of ${names.join(', ')} to end that; groups outside policy/people are not known.`]),
  ];
}

function heldText({ binding }: LiveBinding, words: PlanWords): string {
  return `${printable(binding.role.name)}  ${printable(words.where(binding))}`;
}

/** An index names scopes to read; what it did not name may be held all the same. */
function searchText({ searched, failed }: RecallReceipt['search']): readonly string[] {
  return [
    ...searched.map(
      ({ title, below }) => `${title}: searched below ${below.map(printable).join(', ')}; the index lags, so look again in some minutes.`,
    ),
    ...failed.map(
      ({ where, failure: { message, hint } }) =>
        `NOT SEARCHED: ${printable(where)}: ${printable(message)}${hint === undefined ? '' : ` (${printable(hint)})`}. Read were the places and bounds of policy alone.`,
    ),
  ];
}

/** What nobody can end, for how long it may go on at most, and where the cloud says so. */
function lastingText(cloud: RecallReceipt['clouds'][number], measures: readonly MeasureOutcome[]): readonly string[] {
  const { name, title, capabilities } = cloud;
  const { endsSessions } = capabilities;
  const ended = SESSIONS.some((kind) => takenIn(name, measures).has(kind));
  const why = endsSessions.can ? 'policy does not ask for it' : endsSessions.why;
  return [
    ended ? `${title}: sessions were ended as said above` : `${title}: sessions and tokens were not ended: ${why}`,
    ...lasting(cloud, measures).map(
      ({ what, longest, source }) => `  may go on: ${what}: ${longest}${source === undefined ? '' : ` (${source})`}`,
    ),
  ];
}

const SESSIONS: readonly MeasureKind[] = ['sign-out', 'revoke-sessions', 'disable'];

function takenIn(cloud: CloudName, measures: readonly MeasureOutcome[]): ReadonlySet<MeasureKind> {
  return new Set(measures.flatMap(({ measure, status }) => (measure.cloud === cloud && status === 'applied' ? [measure.kind] : [])));
}

/** What goes on for this kind of identity, but for what a measure ended. */
function lasting(
  { name, capabilities, kinds }: RecallReceipt['clouds'][number],
  measures: readonly MeasureOutcome[],
): readonly Outlasting[] {
  const done = takenIn(name, measures);
  const isOver = ({ endedBy }: Outlasting) => endedBy !== undefined && done.has(endedBy);
  return (capabilities.outlasts ?? []).filter((one) => (one.kind === undefined || kinds.has(one.kind)) && !isOver(one));
}

function lastingJson(cloud: RecallReceipt['clouds'][number], measures: readonly MeasureOutcome[]): readonly object[] {
  return lasting(cloud, measures).map(({ what, longest, source }) => ({ cloud: cloud.name, what, longest, source: source ?? null }));
}

function openText({ spared, unread, principal }: RecallReceipt): readonly string[] {
  return [
    ...(spared === 0
      ? []
      : [
          `NOT FINISHED: ${count(spared, 'binding')} of ours left, since policy protects it; --foreign --confirm ${printable(principal)} takes it too.`,
        ]),
    ...(unread === 0
      ? []
      : [`NOT FINISHED: ${count(unread, 'scope')} not read, so what ${printable(principal)} holds there is not known. Run it again.`]),
  ];
}

/** Where the record stands, and what is to be done about it. */
function recordText({ record: { path, text, branch, unsent, published }, recorded }: RecallReceipt): readonly string[] {
  if (published.ok)
    return [
      `Recorded in ${printable(path)}: request #${published.number}, ${printable(published.url)}. It counts already; merge it.`,
      ledgerLine(recorded).trimEnd(),
    ];
  return [
    `NOT FINISHED: the record could not be written (${printable(published.why)}). This file must land:\n${printable(path)}\n${text.trimEnd().split('\n').map(printable).join('\n')}`,
    unsent === undefined
      ? `Until then it counts from the branch ${printable(branch)}, which Git itself could push.`
      : `Until then it stands on the branch ${printable(branch)} of this clone alone, where the next run finds it (${printable(unsent)}).`,
    ...(recorded.trouble === undefined ? ['Until then the ledger has it: every run that can read it counts it.'] : []),
    ledgerLine(recorded).trimEnd(),
  ];
}

export function recallJson(receipt: RecallReceipt, { endsBy }: Pick<PlanWords, 'endsBy'>): object {
  const { plan, outcomes, left, groups, search, record, recorded, measures, sweeps } = receipt;
  const { path, text, published } = record;
  return {
    ...planJson(plan, endsBy),
    outcomes: outcomes.map((one) => ({ ...outcomeJson(one, endsBy), readBack: readBackOf(one) })),
    sweeps: sweeps ?? null,
    pending: pendingIn(outcomes).map(({ live, why }) => ({ ...holdingJson(live), why })),
    measures: measures.map(measureJson),
    lasting: receipt.clouds.flatMap((cloud) => lastingJson(cloud, measures)),
    left: left.length,
    remains: [
      ...left.map((live) => ({ ...holdingJson(live), why: live.origin ?? 'not ours' })),
      ...groups.map(({ group, live }) => ({ ...holdingJson(live), why: `group ${group}` })),
      ...search.beyond.map(({ where, roles, why }) => ({ cloud: null, scope: where, role: roles.join(', '), member: null, why })),
    ],
    notSearched: search.failed.map(({ where, failure }) => ({ scope: where, message: failure.message, hint: failure.hint ?? null })),
    record: published.ok ? { path, number: published.number, url: published.url } : { path, text, why: published.why },
    ledger: ledgerJson(recorded),
  };
}

/** Each binding carries its own read-back beside what the write answered. */
function withReadBack(outcome: Outcome): Outcome {
  const { evidence } = outcome;
  return isGone(outcome) && evidence !== undefined ? { ...outcome, evidence: evidence.replace(/^([^,]*)/, '$1; gone') } : outcome;
}

/** What a second read showed: only what it showed to be gone counts as applied. */
function readBackOf({ status }: Outcome): 'gone' | 'not seen' | 'not looked' {
  if (status === 'applied' || status === 'already-so') return 'gone';
  return status === 'unverified' ? 'not seen' : 'not looked';
}

function holdingJson({ binding: { scope, role, member } }: LiveBinding): object {
  return { cloud: scope.cloud, scope: scope.path, role: role.name, member: member.shown };
}

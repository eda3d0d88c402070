import type { Finding } from '../../domain/finding.ts';
import type { Control } from '../../domain/policy.ts';
import { type GitSource, sourceAt } from '../../git/source.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { Context } from '../context.ts';
import type { RecallBranch } from '../../reconcile/recall-history.ts';
import { type Ahead, readAhead } from './ahead.ts';
import { type Basis, readBasis, readRuling } from './basis.ts';
import { lookAtLedger, type LedgerSight, recallsIn, withWindow, approvalsOn } from '../ledger/sight.ts';
import { readOutline, withGrants } from './history.ts';
import { keptRecalls } from './kept-recalls.ts';
import { syntaxesOf } from './syntaxes.ts';

/** Git and the forge as they are now, with the recalls that this clone keeps; or, where no state of the control files was ever fit to count, what is wrong with them. */
export type Prepared =
  | {
      readonly ok: true;
      readonly basis: Basis;
      readonly control: Control;
      readonly ledger: LedgerSight;
      readonly kept: readonly RecallBranch[];
      /** Reads that were begun, where they were asked for. */
      readonly ahead?: Ahead;
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** From how many files of history on a run keeps so much of them that it is worth saying. */
const MANY = 400;

/**
 * `recalls` are those that a command orders right now, before they are written anywhere. `begin` has the scopes of history read while the
 * grants are: for commands that read all of them in any case.
 */
export async function prepare(
  context: Context,
  recalls: readonly RecallBranch[] = [],
  { begin = false }: { readonly begin?: boolean } = {},
): Promise<Prepared> {
  const source = context.source ?? sourceAt(await context.checkout());
  const commit = await source.head();
  const syntaxes = syntaxesOf(context);
  const opened = await context.forge();
  const cutOff = await source.isCutOff();
  // What a cut-off history approved nobody can say, so nothing is asked: marks that are past their end, and recalls, still count.
  const forge = cutOff ? CUT_OFF : opened;
  const outlined = async () => {
    const outline = await readOutline(source, commit, syntaxes, context.now);
    if (outline.bytes.size >= MANY) context.holdMuch?.();
    return { outline, ruling: await readRuling(outline, forge, syntaxes) };
  };
  const [{ outline, ruling }, seen, kept] = await Promise.all([
    outlined(),
    lookAtLedger(opened, context),
    // Where Git itself is kept elsewhere there is no clone to keep anything in.
    context.source === undefined ? context.repository().then((repository) => keptRecalls(repository, syntaxes, context.now)) : [],
  ]);
  const control = ruling.control.now;
  const ledger = control === undefined ? seen : await withWindow(seen, opened, context, control.policy.guard.withdrawals.window);
  const clouds = new Map(syntaxes.map((syntax) => [syntax.name, syntax]));
  const ahead = begin ? await readAhead(context, ruling.control, commit, clouds) : undefined;
  try {
    const history = await withGrants(outline, syntaxes, context.now, ahead?.see);
    const rewritten = cutOff ? undefined : await rewrittenSince(source, commit, seen);
    const whole = rewritten === undefined ? history : { ...history, rewritten };
    const memory = cutOff ? undefined : approvalsOn(seen);
    const ordered = [...recalls, ...kept, ...recallsIn(seen)];
    const basis = await readBasis(whole, forge, syntaxes, context.now, ordered, memory, ruling);
    if (control === undefined) return { ok: false, findings: controlFindings(basis) };
    return { ok: true, basis, control, ledger, kept, ...(ahead === undefined ? {} : { ahead }) };
  } catch (error) {
    ahead?.stop();
    throw error;
  }
}

/** Git keeps nothing of a history that was pushed over. The ledger, which is read before the tip is asked for, kept where it was. */
async function rewrittenSince(source: GitSource, commit: string, seen: LedgerSight): Promise<string | undefined> {
  const tip = seen.ok ? seen.ledger.state.tip : undefined;
  if (tip?.commit === undefined || (await source.isOnLine?.(commit, tip.commit)) !== false) return undefined;
  return `${tip.commit.slice(0, 12)}, where run ${tip.run} was at ${formatInstant(tip.at)}`;
}

const CUT_OFF = 'this is a shallow clone, whose history is cut off (git fetch --unshallow, or fetch-depth: 0, gets the rest)';

function controlFindings(basis: Basis): readonly Finding[] {
  if (basis.control.findings.length > 0) return basis.control.findings;
  return [
    {
      code: 'GK3006',
      severity: 'error',
      message: 'there is no policy/policy.yaml in the history of this branch',
      hint: 'Write policy/policy.yaml, a team and its people, and commit them.',
    },
  ];
}

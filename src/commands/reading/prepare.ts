import type { Finding } from '../../domain/finding.ts';
import type { Control } from '../../domain/policy.ts';
import { type GitSource, sourceAt } from '../../git/source.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { Context } from '../context.ts';
import type { RecallBranch } from '../../reconcile/recall-history.ts';
import { type Basis, readBasis } from './basis.ts';
import { lookAtLedger, type LedgerSight, recallsIn, withWindow, approvalsOn } from '../ledger/sight.ts';
import { readHistory } from './history.ts';
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
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** `recalls` are those that a command orders right now, before they are written anywhere. */
export async function prepare(context: Context, recalls: readonly RecallBranch[] = []): Promise<Prepared> {
  const source = context.source ?? sourceAt(await context.checkout());
  const commit = await source.head();
  const syntaxes = syntaxesOf(context);
  const opened = await context.forge();
  const [read, cutOff, seen, kept] = await Promise.all([
    readHistory(source, commit, syntaxes, context.now),
    source.isCutOff(),
    lookAtLedger(opened, context),
    // Where Git itself is kept elsewhere there is no clone to keep anything in.
    context.source === undefined ? context.repository().then((repository) => keptRecalls(repository, syntaxes, context.now)) : [],
  ]);
  const rewritten = cutOff ? undefined : await rewrittenSince(source, commit, seen);
  const history = rewritten === undefined ? read : { ...read, rewritten };
  // What a cut-off history approved nobody can say, so nothing is asked: marks that are past their end, and recalls, still count.
  const forge = cutOff ? CUT_OFF : opened;
  const memory = cutOff ? undefined : approvalsOn(seen);
  const basis = await readBasis(history, forge, syntaxes, context.now, [...recalls, ...kept, ...recallsIn(seen)], memory);
  const control = basis.control.now;
  if (control === undefined) return { ok: false, findings: controlFindings(basis) };
  const ledger = await withWindow(seen, opened, context, control.policy.guard.withdrawals.window);
  return { ok: true, basis, control, ledger, kept };
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

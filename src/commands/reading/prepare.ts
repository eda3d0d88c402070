import type { Finding } from '../../domain/finding.ts';
import type { Control } from '../../domain/policy.ts';
import { headCommit, isShallow } from '../../git/repository.ts';
import type { Context } from '../context.ts';
import type { RecallBranch } from '../../reconcile/recall-history.ts';
import { type Basis, readBasis } from './basis.ts';
import { readHistory } from './history.ts';
import { syntaxesOf } from './syntaxes.ts';

/** Git and the forge as they are now; or, where no state of the control files was ever fit to count, what is wrong with them. */
export type Prepared =
  | { readonly ok: true; readonly basis: Basis; readonly control: Control }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** `recalls` are those that a command orders right now, before they are written anywhere. */
export async function prepare(context: Context, recalls: readonly RecallBranch[] = []): Promise<Prepared> {
  const repository = await context.repository();
  const commit = await headCommit(repository);
  const syntaxes = syntaxesOf(context);
  const [history, cutOff] = await Promise.all([readHistory(repository, commit, syntaxes, context.now), isShallow(repository)]);
  // What a cut-off history approved nobody can say, so nothing is asked: marks that are past their end, and recalls, still count.
  const forge = cutOff ? CUT_OFF : await context.forge();
  const basis = await readBasis(history, forge, syntaxes, context.now, recalls);
  const control = basis.control.now;
  return control === undefined ? { ok: false, findings: controlFindings(basis) } : { ok: true, basis, control };
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

import type { Finding } from '../../domain/finding.ts';
import type { Grant } from '../../domain/grant.ts';
import type { Control } from '../../domain/policy.ts';
import type { Repository } from '../../git/repository.ts';
import { expand } from '../../reconcile/expand.ts';
import type { Context } from '../context.ts';
import type { Files } from './files.ts';
import { judgeProposal, recalledBy, rulesOf } from './judge.ts';
import { oldIdFindings } from './old-ids.ts';
import { syntaxesOf } from './syntaxes.ts';

/**
 * What rules and history say against grants that are proposed; `landed` is the commit of the default branch, where one is known. It
 * loads only where there is a proposal.
 */
export async function judgedFindings(
  proposed: readonly Grant[],
  { recalls }: Files,
  control: Control,
  landed: string | undefined,
  repository: Repository,
  context: Context,
): Promise<readonly Finding[]> {
  const clouds = new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]));
  const rules = await rulesOf(control);
  const recalled = recalledBy(recalls, control, clouds);
  const judged = proposed.flatMap((grant) =>
    judgeProposal(grant, expand(grant, control, clouds).units, control, clouds, context.now, rules, recalled),
  );
  return [...judged, ...(landed === undefined ? [] : await oldIdFindings(proposed, landed, repository, context))];
}

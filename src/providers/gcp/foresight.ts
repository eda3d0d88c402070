import type { Change } from '../../domain/change.ts';
import { takes } from '../../domain/change.ts';
import type { Foreseen } from '../../domain/plan.ts';
import type { Readable } from '../provider.ts';
import { draftOf } from './draft.ts';
import { crowding } from './limits.ts';
import { parsePolicy, type Policy } from './policy.ts';

/**
 * What Google would make of changes: they are drafted on the policy that was read, and the draft is counted. What takes access goes
 * first, as it does when it is written.
 */
export function foresee({ scope, basis }: Readable, changes: readonly Change[], stamp: string, self?: string): readonly Foreseen[] {
  const policy = parsePolicy(basis);
  if (!policy.ok) return [];
  const tasks = changes.map((change, at) => ({ at, asked: change, change, sent: false }));
  const inOrder = [...tasks.filter(({ change }) => takes(change)), ...tasks.filter(({ change }) => !takes(change))];
  const draft = draftOf(scope, policy.value, inOrder, stamp, self);
  const grant = draft.pending.find(({ edit }) => edit.add !== undefined)?.task.change.grant;
  const texts =
    grant === undefined ? [] : [...firstCondition(scope.path, policy.value, draft.policy), ...crowding(scope, policy.value, draft.policy)];
  return [
    // What takes access away is tried whatever it looks like.
    ...draft.refused
      .filter(({ task }) => !takes(task.change))
      .map(({ task, failure }) => ({ kind: 'refused', change: task.asked, failure }) as const),
    ...texts.map((text) => ({ kind: 'note', grant: grant ?? '', text }) as const),
  ];
}

/** Seen with gcloud 528: once a policy has a condition, adding a binding without `--condition` fails in a script. */
function firstCondition(path: string, before: Policy, after: Policy): readonly string[] {
  if (isConditional(before) || !isConditional(after)) return [];
  return [`this is the first condition on ${path}: scripts that add bindings there with gcloud must say --condition=None from now on`];
}

function isConditional({ bindings = [] }: Policy): boolean {
  return bindings.some(({ condition }) => condition !== undefined);
}

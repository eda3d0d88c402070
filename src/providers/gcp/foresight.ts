import { type Change, type DesiredBinding, takes } from '../../domain/change.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Foreseen } from '../../domain/plan.ts';
import type { Readable } from '../provider.ts';
import { draftOf } from './draft.ts';
import { crowding } from './limits.ts';
import { parsePolicy, type Policy } from './policy.ts';

type Refused = Extract<Foreseen, { kind: 'refused' }>;

/** What is known beside the reading. */
export interface Known {
  readonly stamp: string;
  /** Our own identity, as a policy spells it. */
  readonly self?: string | undefined;
  /** What carries our mark there, though nobody asked for it. */
  readonly forged: readonly LiveBinding[];
}

/**
 * What Google would make of changes: they are drafted on the policy that was read, and the draft is counted. What takes access goes
 * first, as it does when it is written.
 */
export function foresee({ scope, basis }: Readable, changes: readonly Change[], known: Known): readonly Foreseen[] {
  const policy = parsePolicy(basis);
  if (!policy.ok) return [];
  const { stamp, self, forged } = known;
  const respelled = respelledIn(changes, forged);
  const tasks = changes
    .filter((change) => !respelled.some((one) => one.change === change))
    .map((change, at) => ({ at, asked: change, change, sent: false }));
  const inOrder = [...tasks.filter(({ change }) => takes(change)), ...tasks.filter(({ change }) => !takes(change))];
  const draft = draftOf(scope, policy.value, inOrder, stamp, self);
  const grant = draft.pending.find(({ edit }) => edit.add !== undefined)?.task.change.grant;
  const texts =
    grant === undefined ? [] : [...firstCondition(scope.path, policy.value, draft.policy), ...crowding(scope, policy.value, draft.policy)];
  return [
    ...respelled,
    // What takes access away is tried whatever it looks like.
    ...draft.refused
      .filter(({ task }) => !takes(task.change))
      .map(({ task, failure }) => ({ kind: 'refused', change: task.asked, failure }) as const),
    ...texts.map((text) => ({ kind: 'note', grant: grant ?? '', text }) as const),
  ];
}

/**
 * Google may answer with another spelling of a principal, such as the first address of an alias. Then ours carries our mark for somebody
 * who was never asked for, and what was asked for is not there: each run would write it once more.
 */
function respelledIn(changes: readonly Change[], forged: readonly LiveBinding[]): readonly Refused[] {
  const left = [...forged];
  return changes.flatMap((change) => {
    if (change.verb !== 'grant') return [];
    const at = left.findIndex((live) => isTheSame(live, change.desired));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found === undefined) return [];
    const [wanted, there] = [change.desired.binding.member.shown, found.binding.member.shown];
    const message = `${there} stands at ${found.binding.scope.path} in the place of ${wanted}: Google seems to spell the principal so`;
    const hint = `write it in policy/people as Google spells it; if ${there} is somebody else, take that binding away`;
    return [{ kind: 'refused', change, failure: { kind: 'unsafe', message, hint } }];
  });
}

/** In all but the member. */
function isTheSame({ mark, binding }: LiveBinding, { grant, until, starts, binding: wanted }: DesiredBinding): boolean {
  const marked = mark?.grant === grant && mark.until === until && mark.starts === starts;
  return (
    marked && binding.role.id === wanted.role.id && binding.condition === wanted.condition && binding.member.kind === wanted.member.kind
  );
}

/** Seen with gcloud 528: once a policy has a condition, adding a binding without `--condition` fails in a script. */
function firstCondition(path: string, before: Policy, after: Policy): readonly string[] {
  if (isConditional(before) || !isConditional(after)) return [];
  return [`this is the first condition on ${path}: scripts that add bindings there with gcloud must say --condition=None from now on`];
}

function isConditional({ bindings = [] }: Policy): boolean {
  return bindings.some(({ condition }) => condition !== undefined);
}

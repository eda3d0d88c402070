import type { Instant } from '../../domain/instant.ts';
import { judgeLifting } from '../../policy/approval.ts';
import type { ControlHistory } from '../../reconcile/control-history.ts';
import type { Proof } from '../../reconcile/timeline.ts';
import type { History } from './history.ts';
import { absentAt, type ForgeFacts, groundOf, mergeTime, proofOf, sameBlobAt } from './proofs.ts';

/** Who ends a recall needs the approval of security: a file that is gone ends it. */
export function liftingProof(
  one: History['recalls'][number],
  history: History,
  control: ControlHistory,
  facts: ForgeFacts,
  now: Instant,
): { readonly proof?: Proof; readonly at?: Instant } {
  if (one.body.kind !== 'deleted') return {};
  const ground = groundOf(one, control, facts);
  if (typeof ground === 'string') return { proof: { kind: 'doubt', reason: ground } };
  const { request, before, people } = ground;
  const lifted = (principal: string) =>
    proofOf(judgeLifting({ path: one.path, principal, request, sameBlob: absentAt(facts, one.path), control: before, people }));
  const proof =
    namedBefore(one, history)
      .map(lifted)
      .find(({ kind }) => kind === 'unproved') ?? lifted(one.name);
  return { proof, at: mergeTime(request, facts, now) ?? one.at };
}

/** What a recall reaches beyond ours needs the approval of security, as its lifting does. */
export function lockProof(one: History['recalls'][number], control: ControlHistory, facts: ForgeFacts): { readonly lockProof?: Proof } {
  const { body, path, blob = '' } = one;
  if (body.kind !== 'recall' || !locksOut(one)) return {};
  const ground = groundOf(one, control, facts);
  if (typeof ground === 'string') return { lockProof: { kind: 'doubt', reason: ground } };
  const { request, before, people } = ground;
  const sameBlob = sameBlobAt(facts, path, blob);
  return { lockProof: proofOf(judgeLifting({ path, principal: body.recall.principal, request, sameBlob, control: before, people })) };
}

/** Whether it reaches what others gave. */
export function locksOut({ body }: History['recalls'][number]): boolean {
  return body.kind === 'recall' && body.recall.lockdown === true;
}

/** Everybody whom a recall file ever named, its stem among them: an edit needs no approval, so it lets nobody lift their own. */
function namedBefore({ name, position }: History['recalls'][number], history: History): readonly string[] {
  const earlier = history.recalls.filter((other) => other.name === name && other.position < position);
  return [...new Set([name, ...earlier.flatMap(({ body }) => (body.kind === 'recall' ? [body.recall.principal] : []))])];
}

import { formatInstant, type Instant } from '../../domain/instant.ts';
import type { MergedRequest } from '../../domain/request.ts';
import { judgeGrant } from '../../policy/approval.ts';
import type { ControlHistory } from '../../reconcile/control-history.ts';
import type { Version } from '../../reconcile/timeline.ts';
import { type ForgeFacts, groundOf, mergeTime, proofOf, sameBlobAt } from './proofs.ts';
import { asRemembered, type Memory, memoryKey } from './remembered.ts';

/** Every version of a grant with what the forge says of its approval, or what an earlier run wrote down of it. */
export function proveAll(
  versions: readonly [Version, ...Version[]],
  control: ControlHistory,
  facts: ForgeFacts,
  now: Instant,
  memory: Memory,
): [Version, ...Version[]] {
  const [first, ...rest] = versions;
  const prove = (version: Version): Version => {
    const known = version.body.kind === 'grant' ? memory.get(memoryKey(version)) : undefined;
    return known === undefined ? proveOne(version, control, facts, now) : asRemembered(version, known, now);
  };
  return [prove(first), ...rest.map(prove)];
}

function proveOne(version: Version, control: ControlHistory, facts: ForgeFacts, now: Instant): Version {
  if (version.body.kind !== 'grant') return version;
  const ground = groundOf(version, control, facts);
  if (typeof ground === 'string') return { ...version, proof: { kind: 'doubt', reason: ground } };
  const { request, before, people } = ground;
  const reason = untold(version, request, facts);
  if (reason !== undefined) return { ...version, proof: { kind: 'doubt', reason } };
  const { path, blob, body } = version;
  const sameBlob = sameBlobAt(facts, path, blob);
  const proof = proofOf(judgeGrant({ path, request, sameBlob, grants: [body.grant], control: before, privileged: false, people }));
  const { ahead: _claimed, ...known } = version;
  return {
    ...known,
    proof,
    at: mergeTime(request, facts, now) ?? version.at,
    ...(isAhead(request, facts, now) ? { ahead: request.mergedAt } : {}),
  };
}

/** By a clock of ours that is behind; that the merge is held at now is good for this run, and for no record. */
function isAhead(request: MergedRequest | undefined, facts: ForgeFacts, now: Instant): request is MergedRequest {
  return request !== undefined && request.mergedAt > now && mergeTime(request, facts, now) !== undefined;
}

/** Held at now, a landing would go on with the clock, and with it an end that is counted from it. */
function untold({ ahead, commit }: Version, request: MergedRequest | undefined, facts: ForgeFacts): string | undefined {
  if (ahead === undefined || mergeTime(request, facts, ahead) !== undefined) return undefined;
  return `${commit.slice(0, 12)} is dated ${formatInstant(ahead)}, which lies ahead, so nobody can say when it landed`;
}

import type { Scope } from '../../domain/access.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Access, CloudReader, Readable, Reading } from '../provider.ts';
import { ancestryOf } from './ancestry.ts';
import { explained, getPolicy } from './api.ts';
import { strayBucket } from './bucket.ts';
import { discover } from './discovery.ts';
import { foresee } from './foresight.ts';
import { parsePolicy, type Policy } from './policy.ts';
import { residueIn } from './residue.ts';
import { roleReader } from './roles.ts';
import { type Session, sessionFor } from './session.ts';
import { siblingsOf } from './siblings.ts';
import { sweep } from './sweep.ts';
import { liveBindings } from './wire.ts';

/** A reading of ours: what a write must send back is the policy itself. */
export type PolicyReading = Readable & { readonly basis: Policy };

type Unreadable = Exclude<Reading, Readable>;

/** Reads allow policies, roles and the tree above a scope. It cannot write. */
export function gcpReader(access: Access): CloudReader {
  const session = sessionFor(access);
  return {
    read: (scope) => readScope(session, scope),
    discover: (members, bounds) => discover(session, members, bounds),
    sweep: (bounds) => sweep(session, bounds),
    foresee: (reading, changes, forged = []) => foresee(reading, changes, { stamp: access.stamp, self: session.credential.self(), forged }),
    residue: (reading, member) => Promise.resolve(residueIn(reading, member)),
    ...roleReader(session),
    ancestry: (scope) => ancestryOf(session, scope),
    siblings: (chain) => siblingsOf(session, chain),
    trusted: async () => (await import('./trust.ts')).trusted(session),
  };
}

/** All bindings of a scope. What is not a whole policy with its conditions is a failure. */
export async function readScope(session: Session, scope: Scope): Promise<PolicyReading | Unreadable> {
  const stray = await strayBucket(session, scope);
  if (stray !== undefined) return { ok: false, scope, failure: stray };
  const reply = await getPolicy(session, scope);
  const time = reply.time === undefined ? {} : { cloudTime: reply.time };
  if (!reply.ok) return { ok: false, scope, failure: explained(reply, scope, 'getIamPolicy'), ...time };
  return readingOf(scope, reply.body, reply.time);
}

/** What an answer to a read or to a write says, since both answer with the policy that stands. */
export function readingOf(scope: Scope, body: unknown, cloudTime: Instant | undefined): PolicyReading | Unreadable {
  const time = cloudTime === undefined ? {} : { cloudTime };
  const policy = parsePolicy(body);
  if (policy.ok) return { ok: true, scope, live: liveBindings(scope, policy.value), basis: policy.value, ...time };
  const message = `the policy of ${scope.path} is not safe to use: ${policy.problem}`;
  const hint = policy.hint === undefined ? {} : { hint: policy.hint };
  return { ok: false, scope, failure: { kind: 'unsafe', message, ...hint }, ...time };
}

import { type Binding, bindingKey, tripleKey } from '../domain/access.ts';
import type { Change } from '../domain/change.ts';
import { formatInstant, type Instant } from '../domain/instant.ts';

/** sha256 of a text, in lower-case hex. Given from outside: the core has no cryptography of its own. */
export type Hash = (text: string) => string;

/** What a person agrees to: the changes of a plan, in order. */
export function planDigest(changes: readonly Change[], hash: Hash): string {
  return `sha256:${hash(changes.map((one) => `${one.verb} ${one.digest}`).join('\n'))}`;
}

/** What an override lists: cloud, scope, role, member, own condition and the new end or none; nothing of the run's instant. */
export function changeDigest(binding: Binding, until: Instant | undefined, hash: Hash): string {
  return `sha256:${hash(`${bindingKey(binding)}\n${until === undefined ? 'none' : formatInstant(until)}`)}`;
}

/** What the ledger calls the access of a binding: cloud, scope, role and member, without its condition and its end. */
export function accessDigest(binding: Binding, hash: Hash): string {
  return `sha256:${hash(tripleKey(binding))}`;
}

import { type Binding, bindingKey } from '../domain/access.ts';
import { formatInstant, type Instant } from '../domain/instant.ts';

/** sha256 of a text, in lower-case hex. Given from outside: the core has no cryptography of its own. */
export type Hash = (text: string) => string;

/** What an override lists: cloud, scope, role, member, own condition and the new end or none; nothing of the run's instant. */
export function changeDigest(binding: Binding, until: Instant | undefined, hash: Hash): string {
  return `sha256:${hash(`${bindingKey(binding)}\n${until === undefined ? 'none' : formatInstant(until)}`)}`;
}

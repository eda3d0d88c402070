import type { Instant } from '../../domain/instant.ts';
import type { GcpState } from './state.ts';

/** What a resource without a policy answers (Google IAM: allow policies, get the current policy). */
export const NO_POLICY_ETAG = 'ACAB';

/**
 * Eight bytes of base64, new with each write. Published ones such as `BwWWja0YfJA=` (google.iam.v1 Policy) carry the
 * microsecond of the write behind a byte 7; so do these, and two writes in one microsecond still differ.
 */
export function nextEtag(state: GcpState, now: Instant): string {
  state.notes.writes = Math.max(state.notes.writes + 1, now * 1000);
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(state.notes.writes));
  bytes[0] = 7;
  return bytes.toString('base64');
}

/** A bytes field in JSON is base64 in either alphabet, padded or not (protobuf: ProtoJSON format, bytes). */
export function isBase64(text: string): boolean {
  return /^[\w+/-]*={0,2}$/.test(text) && Buffer.from(text, 'base64').length > 0;
}

export function sameEtag(a: string, b: string): boolean {
  return Buffer.from(a, 'base64').equals(Buffer.from(b, 'base64'));
}

import type { Instant } from '../../domain/instant.ts';

/** As the authorization service writes moments: seven digits of a second, such as `2023-08-23T13:05:38.8480000Z`. */
export function moment(at: Instant): string {
  return new Date(at).toISOString().replace('Z', '0000Z');
}

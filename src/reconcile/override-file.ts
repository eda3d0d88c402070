import { formatInstant, type Instant, later, wholeSecond } from '../domain/instant.ts';

/** A whole override file for what a guard held, ready to be committed under policy/overrides/. */
export interface OverrideFile {
  readonly path: string;
  readonly text: string;
}

/** How long an override counts at the most, from its landing, in milliseconds. */
export const OVERRIDE_LIFE = 24 * 3600_000;

export function overrideFile(withdraws: readonly string[], grants: readonly string[], now: Instant): OverrideFile {
  const at = formatInstant(now);
  const stem = `${at.slice(0, 10)}-${withdraws.length > 0 ? 'withdrawals' : 'grants'}-${at.slice(11, 16).replace(':', '')}`;
  const lines = [
    ...list('withdraws', withdraws),
    ...list('grants', grants),
    `expires: ${formatInstant(later(wholeSecond(now), OVERRIDE_LIFE))}`,
    'reason: Say here why this is right',
  ];
  return { path: `policy/overrides/${stem}.yaml`, text: `${lines.join('\n')}\n` };
}

function list(key: string, digests: readonly string[]): readonly string[] {
  return digests.length === 0 ? [`${key}: []`] : [`${key}:`, ...digests.map((digest) => `  - ${digest}`)];
}

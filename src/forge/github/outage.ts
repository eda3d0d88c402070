import type { Octokit } from '@octokit/rest';

import { type Instant, later } from '../../domain/instant.ts';
import { failureOf } from './failures.ts';

/** Calls in a row that may fail for good before GitHub counts as down: about as many as a run has in flight. */
const PATIENCE = 8;

/** How long, in milliseconds, nobody asks a GitHub that is down. */
const PAUSE = 60_000;

/**
 * A call is given up only after a quarter of a minute of tries, or two minutes where GitHub says nothing at all. A run that
 * goes through that for each grant would keep its revocations waiting for hours. So GitHub counts as down after one such call
 * while it has never answered, after several in a row once it has; for a minute every call fails at once then.
 */
export function outagePlugin(now: () => Instant): (octokit: Pick<Octokit, 'hook'>) => void {
  let left = 1;
  let down: { readonly error: unknown; readonly until: Instant } | undefined;
  const failed = (error: unknown): void => {
    left -= 1;
    if (left <= 0) down = { error, until: later(now(), PAUSE) };
  };
  return (octokit) => {
    octokit.hook.wrap('request', async (request, options) => {
      if (down !== undefined && now() < down.until) throw down.error;
      try {
        const answer = await request(options);
        left = PATIENCE;
        return answer;
      } catch (error) {
        // Also a refusal shows that GitHub is there.
        if (failureOf(error, now()).kind === 'transient') failed(error);
        else left = PATIENCE;
        throw error;
      }
    });
  };
}

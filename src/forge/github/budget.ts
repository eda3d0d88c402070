import type { Octokit } from '@octokit/rest';

import { formatInstant, wholeSecond } from '../../domain/instant.ts';
import { ForgeFailure } from './failures.ts';

/** What GitHub counts by the hour, each on its own (GitHub docs: rate limits for the REST API, and for the GraphQL API). */
type Resource = 'core' | 'graphql';

/** What is left of the hour, as the last answers said. */
export interface Budget {
  /**
   * Does a piece of work that takes about so many calls; throws instead when what would be left is kept for revocations, recalls and the
   * record of them. What other such work still has before it is counted, too.
   */
  within<T>(resource: Resource, calls: number, work: () => Promise<T>): Promise<T>;
}

/** One call in this many is kept back from proving approvals. */
const KEPT = 10;

interface Left {
  readonly limit: number;
  readonly remaining: number;
  readonly reset: number;
}

/** Reads the headers that every answer carries; a server that sends none has no limit. */
export function budgetOf(octokit: Pick<Octokit, 'hook'>): Budget {
  const left = new Map<string, Left>();
  const note = (headers: Readonly<Record<string, string | number | undefined>>): void => {
    const [limit, remaining, reset] = [headers['x-ratelimit-limit'], headers['x-ratelimit-remaining'], headers['x-ratelimit-reset']].map(
      Number,
    );
    if (limit === undefined || remaining === undefined || reset === undefined || Number.isNaN(limit + remaining + reset)) return;
    left.set(`${headers['x-ratelimit-resource'] ?? 'core'}`, { limit, remaining, reset });
  };
  octokit.hook.after('request', (answer) => note(answer.headers));
  octokit.hook.error('request', (error) => {
    if ('response' in error && error.response !== undefined) note(error.response.headers);
    throw error;
  });
  const ahead = { core: 0, graphql: 0 };
  return {
    within: async (resource, calls, work) => {
      assertSpare(resource, left.get(resource), ahead[resource] + calls);
      ahead[resource] += calls;
      try {
        return await work();
      } finally {
        ahead[resource] -= calls;
      }
    },
  };
}

function assertSpare(resource: Resource, left: Left | undefined, calls: number): void {
  if (left === undefined || left.remaining - calls >= Math.ceil(left.limit / KEPT)) return;
  const again = wholeSecond(left.reset * 1000);
  throw new ForgeFailure({
    kind: 'transient',
    message:
      `${left.remaining} of ${left.limit} ${resource === 'core' ? 'calls' : 'points of GraphQL'} are left of this hour, ` +
      `and they are kept for revocations and recalls${again === undefined ? '' : `; more may be proved from ${formatInstant(again)}`}`,
  });
}

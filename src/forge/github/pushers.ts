import type { Client } from './client.ts';
import { failureOf, hasStatus } from './failures.ts';
import { pages } from './pages.ts';
import { type Account, loginOf } from './people.ts';
import type { Pull, PullCommit } from './pull.ts';
import { instantOf } from './reviews.ts';

interface Activity {
  readonly activity_type: string;
  readonly before: string;
  readonly after: string;
  readonly timestamp: string;
  readonly actor: Account;
}

/**
 * Who pushed the commits of a request to its branch, as GitHub itself saw it: names and addresses in commits are anybody's
 * to write. Nobody where GitHub does not say: a branch of a fork, a token without the right, a server without the endpoint.
 */
export async function pushersOf(client: Client, pull: Pull, commits: readonly PullCommit[]): Promise<readonly string[]> {
  if (pull.head.repo?.id !== (await client.home()).id) return [];
  const query = { ...client.at, ref: `refs/heads/${pull.head.ref}`, per_page: 100 };
  const newestFirst = pages<Activity>(client, async () => client.octokit.rest.repos.listActivities(query));
  const own = new Set(commits.map((commit) => commit.sha));
  const found: string[] = [];
  let forced = false;
  try {
    for await (const page of newestFirst) {
      for (const one of page) {
        if (instantOf(one.timestamp) > instantOf(pull.merged_at) || one.activity_type === 'branch_deletion') continue;
        found.push(loginOf(one.actor));
        forced ||= one.activity_type === 'force_push';
        if (one.activity_type === 'branch_creation' || (!forced && !own.has(one.before))) return found;
      }
    }
    return found;
  } catch (error) {
    // A used-up limit is a 403 too, and no answer about anybody.
    if (hasStatus(error, 403, 404) && failureOf(error, client.now()).kind !== 'transient') return [];
    throw error;
  }
}

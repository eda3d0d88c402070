import type { Instant } from '../../domain/instant.ts';
import type { Client } from './client.ts';
import { failureOf, hasStatus } from './failures.ts';
import { pages } from './pages.ts';
import { type Account, loginOf } from './people.ts';
import type { Pull, PullCommit } from './pull.ts';
import { instantOf } from './reviews.ts';

export interface Activity {
  readonly id: number;
  readonly ref: string;
  readonly activity_type: string;
  readonly before: string;
  readonly after: string;
  readonly timestamp: string;
  readonly actor: Account;
}

/** Whose pushes to which branch are asked for. */
export interface Pushed {
  readonly ref: string;
  /** Commits of the request. */
  readonly own: ReadonlySet<string>;
  readonly mergedAt: Instant;
}

/**
 * Who pushed the commits of a request to its branch, as GitHub itself saw it: names and addresses in commits are anybody's
 * to write. Nobody where GitHub does not say: a branch of a fork, a token without the right, a server without the endpoint.
 */
export async function pushersOf(client: Client, pull: Pull, commits: readonly PullCommit[]): Promise<readonly string[]> {
  if (pull.head.repo?.id !== (await client.home()).id) return [];
  const own = new Set(commits.map((commit) => commit.sha));
  return pushersTo(client, { ref: `refs/heads/${pull.head.ref}`, own, mergedAt: instantOf(pull.merged_at) });
}

export async function pushersTo(client: Client, pushed: Pushed): Promise<readonly string[]> {
  const query = { ...client.at, ref: pushed.ref, per_page: 100 };
  const trail = trailOf(pushed);
  return tellable(client, async () => {
    for await (const page of pages<Activity>(client, async () => client.octokit.rest.repos.listActivities(query))) {
      if (page.some((one) => trail.ends(one))) break;
    }
    return trail.found;
  });
}

/** The same, from what is known already of all activity on that branch. */
export function pushersAmong(pushed: Pushed, activities: readonly Activity[]): readonly string[] {
  const trail = trailOf(pushed);
  const newestFirst = activities.toSorted((a, b) => instantOf(b.timestamp) - instantOf(a.timestamp) || b.id - a.id);
  newestFirst.some((one) => trail.ends(one));
  return trail.found;
}

interface Trail {
  readonly found: readonly string[];
  /** Takes the next older activity; true when nothing before it belongs to the request. */
  ends(one: Activity): boolean;
}

function trailOf({ own, mergedAt }: Pushed): Trail {
  const found: string[] = [];
  let forced = false;
  let over = false;
  const ends = (one: Activity): boolean => {
    if (over || instantOf(one.timestamp) > mergedAt || one.activity_type === 'branch_deletion') return over;
    found.push(loginOf(one.actor));
    forced ||= one.activity_type === 'force_push';
    over = one.activity_type === 'branch_creation' || (!forced && !own.has(one.before));
    return over;
  };
  return { found, ends };
}

async function tellable<T>(client: Client, work: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await work();
  } catch (error) {
    if (isUntold(client, error)) return [];
    throw error;
  }
}

/** Whether GitHub does not tell this token who pushed. A used-up limit is a 403 too, and no answer about anybody. */
export function isUntold(client: Client, error: unknown): boolean {
  return hasStatus(error, 403, 404) && failureOf(error, client.now()).kind !== 'transient';
}

import { type Instant, later } from '../../domain/instant.ts';
import type { Astray, MergedRequest } from '../../domain/request.ts';
import { once } from '../memory.ts';
import type { Client } from './client.ts';
import { pages } from './pages.ts';
import { loginOf } from './people.ts';
import { type Activity, isUntold } from './pushers.ts';
import { instantOf } from './reviews.ts';

/** Pages of a hundred: as far as the lists of one run are read, however many commits are asked about. */
const MOST_PAGES = 5;

/** How far, in milliseconds, the time of a merge and that of its move may lie apart. */
const APART = 60_000;

/** How the commit of a merged request came to the default branch, where GitHub tells of another way than a merge under the rules. */
type WayOf = (commit: string, request: Pick<MergedRequest, 'head' | 'mergedAt'>, ask: Ask) => Promise<Astray | undefined>;

/** Makes one call: at once where it was reckoned with, else only where the hour allows. */
export type Ask = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * Reads the activity of the default branch and the rule suites that were bypassed, once for all commits of a run. Where the token may not
 * read them, or they do not reach back that far, nothing is known, and nothing is said against a commit. A list that fails for now is a
 * failure: what it would have said is in doubt.
 */
export function waysOf(client: Client): WayOf {
  const movesSince = trail(client);
  const bypasses = once(async () => bypassesOf(client));
  return async (commit, request, ask) => {
    const by = (await bypasses()).get(commit);
    if (by !== undefined) return { way: 'bypass', by };
    const moves = await movesSince(later(request.mergedAt, -APART), ask);
    // The oldest is how it came; later ones may have led back to it.
    const move = moves.findLast((one) => one.after === commit);
    if (move === undefined) return undefined;
    if (move.activity_type === 'force_push') return { way: 'force-push', by: loginOf(move.actor) };
    if (move.activity_type !== 'push' || !(await madeByHand(client, commit, request.head, ask))) return undefined;
    return { way: 'push', by: loginOf(move.actor) };
  };
}

/**
 * Whether no button of GitHub makes such a commit out of a push: the head itself, or a merge commit. A single commit on top may be what a
 * rebase made, should GitHub call that a push (GitHub docs: about pull request merges, rebase and merge, gives all commits new ids).
 */
async function madeByHand(client: Client, commit: string, head: string, ask: Ask): Promise<boolean> {
  if (commit === head) return true;
  const { data } = await ask(async () => client.octokit.rest.git.getCommit({ ...client.at, commit_sha: commit }));
  return data.parents.length > 1 || data.parents.some((parent) => parent.sha === head);
}

type MovesSince = (since: Instant, ask: Ask) => Promise<readonly Activity[]>;

/** What moved the default branch, newest first, read page by page as far back as somebody asks. */
function trail(client: Client): MovesSince {
  let moves: readonly Activity[] = [];
  let left = MOST_PAGES;
  let reader: AsyncGenerator<readonly Activity[]> | undefined;
  const more = async (ask: Ask): Promise<void> => {
    reader ??= pages<Activity>(client, await firstOf(client));
    const next = reader;
    const { done, value } = await ask(async () => next.next());
    left = done === true ? 0 : left - 1;
    moves = [...moves, ...(value ?? [])];
  };
  const reach = async (since: Instant, ask: Ask): Promise<readonly Activity[]> => {
    while (left > 0 && !moves.some((one) => instantOf(one.timestamp) < since)) {
      try {
        await more(ask);
      } catch (error) {
        // A list that broke off is begun anew by whoever asks next.
        [moves, left, reader] = [[], MOST_PAGES, undefined];
        if (!isUntold(client, error)) throw error;
        left = 0;
      }
    }
    return moves;
  };
  // One after another: all read the same list.
  let turn: Promise<unknown> = Promise.resolve();
  return async (since, ask) => {
    const mine = turn.then(async () => reach(since, ask));
    turn = mine.catch(() => undefined);
    return mine;
  };
}

async function firstOf(client: Client) {
  const { defaultBranch } = await client.home();
  const query = { ...client.at, ref: `refs/heads/${defaultBranch}`, per_page: 100 };
  return async () => client.octokit.rest.repos.listActivities(query);
}

interface Suite {
  readonly after_sha?: string;
  readonly actor_name?: string | null;
  readonly result?: string;
}

/** By commit who bypassed the rules to put it there; GitHub tells of a month at most (REST API: list repository rule suites). */
async function bypassesOf(client: Client): Promise<ReadonlyMap<string, string>> {
  const { defaultBranch: ref } = await client.home();
  const query = { ...client.at, ref: `refs/heads/${ref}`, time_period: 'month', rule_suite_result: 'bypass', per_page: 100 } as const;
  const found = new Map<string, string>();
  try {
    let left = MOST_PAGES;
    for await (const page of pages<Suite>(client, async () => client.octokit.rest.repos.getRepoRuleSuites(query))) {
      for (const { after_sha: after = '', actor_name: by, result } of page) if (result === 'bypass') found.set(after, by ?? 'somebody');
      left -= 1;
      if (left === 0) break;
    }
  } catch (error) {
    if (!isUntold(client, error)) throw error;
  }
  return found;
}

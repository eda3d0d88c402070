import type { Instant } from '../../domain/instant.ts';
import type { Client } from './client.ts';
import { everyPage } from './pages.ts';
import { instantOf } from './reviews.ts';

/** What makes the base of a request another one (GitHub docs: issue event types). */
const TURNS: ReadonlySet<string> = new Set(['base_ref_changed', 'automatic_base_change_succeeded', 'base_ref_force_pushed']);

interface Event {
  readonly event?: string;
  readonly created_at?: string | null;
}

/**
 * When the base of a request last became another branch or another history; undefined when it never did. A file that the old
 * base held already was not in the difference that people looked at then.
 */
export async function turnedAt(client: Client, number: number): Promise<Instant | undefined> {
  const query = { ...client.at, issue_number: number, per_page: 100 };
  const all = await everyPage<Event>(client, async () => client.octokit.rest.issues.listEventsForTimeline(query));
  const turns = all.filter(({ event }) => event !== undefined && TURNS.has(event)).map((one) => instantOf(one.created_at));
  return turns.length === 0 ? undefined : (Math.max(...turns) as Instant);
}

import { type Instant, parseInstant } from '../../domain/instant.ts';
import type { Review, ReviewState } from '../../domain/request.ts';
import type { Client } from './client.ts';
import { unsafe } from './failures.ts';
import { everyPage } from './pages.ts';
import { type Account, isBot, loginOf } from './people.ts';

const STATES: ReadonlyMap<string, ReviewState> = new Map([
  ['APPROVED', 'approved'],
  ['CHANGES_REQUESTED', 'changes-requested'],
  ['DISMISSED', 'dismissed'],
  ['COMMENTED', 'commented'],
]);

export interface RawReview {
  readonly id: number;
  readonly user: Account;
  readonly state: string;
  readonly commit_id: string | null;
  readonly submitted_at?: string | null;
}

/** Every submitted review of a request, in the order of time. */
export async function reviewsOf(client: Client, number: number): Promise<readonly Review[]> {
  const query = { ...client.at, pull_number: number, per_page: 100 };
  const raw = await everyPage<RawReview>(client, async () => client.octokit.rest.pulls.listReviews(query));
  return reviewsFrom(raw.filter((one) => one.state !== 'PENDING'));
}

/** Of one second the one with the smaller number came first. */
export function reviewsFrom(submitted: readonly RawReview[]): readonly Review[] {
  return submitted
    .toSorted((a, b) => numberOf(a) - numberOf(b))
    .map(reviewOf)
    .toSorted((a, b) => a.at - b.at);
}

function numberOf({ id }: RawReview): number {
  if (!Number.isSafeInteger(id)) throw unsafe(`GitHub gives a review a number that does not read: ${JSON.stringify(id) ?? 'none'}`);
  return id;
}

function reviewOf(raw: RawReview): Review {
  const state = STATES.get(raw.state);
  if (state === undefined) throw unsafe(`GitHub gives a review the state ${JSON.stringify(raw.state)}, which we do not know`);
  const seen = { login: loginOf(raw.user), bot: isBot(raw.user), state, at: instantOf(raw.submitted_at) };
  return typeof raw.commit_id === 'string' ? { ...seen, commit: raw.commit_id } : seen;
}

/** A time as GitHub writes it. */
export function instantOf(text: unknown): Instant {
  const at = typeof text === 'string' ? parseInstant(text) : undefined;
  if (at === undefined) throw unsafe(`GitHub gives a time that does not read: ${JSON.stringify(text) ?? 'none'}`);
  return at;
}

/** The people whose last word on a commit is an approval. Words without a verdict change nothing. */
export function standingApprovals(reviews: readonly Review[], commit: string): readonly string[] {
  const last = new Map<string, Review>();
  for (const review of reviews) {
    if (!review.bot && review.state !== 'commented') last.set(review.login.toLowerCase(), review);
  }
  return [...last.values()].filter((one) => one.state === 'approved' && one.commit === commit).map((one) => one.login);
}

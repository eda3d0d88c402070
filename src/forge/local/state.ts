import type { Instant } from '../../domain/instant.ts';

export type Verdict = 'approve' | 'request-changes' | 'comment';

export interface StoredReview {
  readonly login: string;
  readonly state: 'approved' | 'changes-requested' | 'commented';
  /** The head of the branch that was looked at. */
  readonly commit: string;
  readonly at: Instant;
  readonly body: string;
}

interface StoredComment {
  readonly login: string;
  readonly at: Instant;
  readonly body: string;
}

/** What Git does not know of a request. Its head is the branch itself, and its merge a ref beside the branches. */
export interface StoredRequest {
  readonly number: number;
  readonly author: string;
  readonly branch: string;
  /** The branch that it is to be merged into. */
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly openedAt: Instant;
  readonly openedHead: string;
  /** In the order of time. */
  readonly reviews: readonly StoredReview[];
  readonly comments: readonly StoredComment[];
  readonly labels?: readonly string[];
  /** How this program saw it last, at the head of that time. */
  readonly check?: { readonly head: string; readonly passed: boolean; readonly title: string };
  readonly closed?: { readonly at: Instant; readonly by: string; readonly head: string };
}

/** The content of forge.json. */
export interface ForgeState {
  requests: readonly StoredRequest[];
}

/** Keeps the state of a forge. `update` runs alone, over all processes, and what it throws changes nothing. */
export interface ForgeStore {
  update<T>(use: (state: ForgeState) => T | Promise<T>): Promise<T>;
}

export const EMPTY_FORGE: ForgeState = { requests: [] };

/** Puts a request in the place of the one with its number, or at the end. */
export function keep(state: ForgeState, request: StoredRequest): void {
  const others = state.requests.filter((one) => one.number !== request.number);
  state.requests = [...others, request].sort((a, b) => a.number - b.number);
}

export function nextNumber(state: ForgeState): number {
  return (state.requests.at(-1)?.number ?? 0) + 1;
}

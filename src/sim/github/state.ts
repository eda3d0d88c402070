import type { Instant } from '../../domain/instant.ts';
import type { GitObject } from './objects.ts';
import type { Settings } from './settings.ts';

/**
 * All that the simulated GitHub knows. Plain JSON, so that any store can keep it. Tests change it as they like.
 * Repositories have no forks: every pull request comes from a branch of its own repository.
 */
export interface GithubState {
  repositories: Repository[];
  accounts: Account[];
  tokens: Token[];
  /** By token, the window that its calls are counted in. */
  rates: Record<string, Rate>;
  /** Counts up; ids of things and of answers are made from it. */
  serial: number;
}

export interface Account {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot' | 'Organization';
  readonly name: string;
  /** The verified address: commits that carry it are shown as this account's. */
  readonly email: string;
}

export interface Token {
  readonly value: string;
  readonly login: string;
  /** An installation token belongs to an app: its rights are its own, and it has no user behind it. */
  readonly kind: 'user' | 'installation';
  /** Of an installation token, such as `{ contents: 'write', pull_requests: 'write' }`. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  /** Calls an hour. */
  readonly limit: number;
}

export interface Rate {
  readonly reset: Instant;
  readonly used: number;
}

export type Level = 'read' | 'write' | 'admin';

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
  readonly createdAt: Instant;
  defaultBranch: string;
  /** By login, what a person may do. */
  readonly collaborators: Record<string, Level>;
  readonly objects: Record<string, GitObject>;
  /** By full name, such as `refs/heads/main`. */
  readonly refs: Record<string, string>;
  readonly pulls: Pull[];
  readonly comments: Comment[];
  readonly labels: Label[];
  /** Oldest first. */
  readonly checks: CheckRun[];
  /** Oldest first. */
  readonly activity: Activity[];
  nextNumber: number;
  pushedAt: Instant;
  /** How it is set up; as a new repository is where nobody said anything. */
  settings?: Settings;
}

export interface Pull {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly createdAt: Instant;
  readonly headRef: string;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  draft: boolean;
  baseRef: string;
  /** The last commit of the head branch while the request is open, and what it was when it closed. */
  headSha: string;
  baseSha: string;
  updatedAt: Instant;
  closedAt: Instant | null;
  closedBy: string | null;
  merged: Merged | null;
  readonly labels: string[];
  readonly reviews: Review[];
  /** What happened to its base, oldest first; absent while nothing did. */
  turns?: Turn[];
}

/** The base of a request became another branch, by hand or because its old one went, or got another history. */
export interface Turn {
  readonly id: number;
  readonly kind: 'base_ref_changed' | 'automatic_base_change_succeeded' | 'base_ref_force_pushed';
  readonly by: string;
  readonly at: Instant;
}

interface Merged {
  readonly at: Instant;
  readonly by: string;
  readonly commit: string;
  /** Every commit that the merge put on the base branch. */
  readonly landed: readonly string[];
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';

export interface Review {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  /** Stays as it is when the branch moves on; null when the commit is gone. */
  readonly commitId: string | null;
  /** What it says on lines of files. */
  readonly notes?: readonly { readonly path: string; readonly line: number; readonly body: string }[];
  state: ReviewState;
  /** Null while the review is pending. */
  submittedAt: Instant | null;
}

export interface Comment {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly createdAt: Instant;
  body: string;
  updatedAt: Instant;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  /** Who made it. */
  readonly app: string;
  readonly startedAt: Instant;
  externalId: string | null;
  status: string;
  conclusion: string | null;
  completedAt: Instant | null;
  title: string | null;
  summary: string | null;
  /** As they were sent. */
  readonly annotations: Readonly<Record<string, unknown>>[];
}

export interface Activity {
  readonly id: number;
  readonly kind: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge' | 'merge_queue_merge';
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly at: Instant;
  readonly actor: string;
}

/** Who GitHub itself commits as, when somebody merges or an app commits through the API. */
export const WEB_FLOW: Account = { login: 'web-flow', id: 19864447, type: 'User', name: 'GitHub', email: 'noreply@github.com' };

/** A GitHub without people and repositories. */
export function emptyGithub(): GithubState {
  return { repositories: [], accounts: [WEB_FLOW], tokens: [], rates: {}, serial: 1000 };
}

export function nextId(state: GithubState): number {
  state.serial += 1;
  return state.serial;
}

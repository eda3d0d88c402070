import type { Client } from './client.ts';
import { unsafe } from './failures.ts';
import { everyPage } from './pages.ts';
import type { Account } from './people.ts';

/** The limits of the lists (GitHub REST API: list commits on a pull request, list pull requests files). */
const MOST_COMMITS = 250;
const MOST_FILES = 3000;

/** A pull request as `GET /pulls/{number}` tells it; what we use of it. */
export interface Pull {
  readonly number: number;
  readonly html_url: string;
  readonly user: Account;
  readonly merged: boolean;
  readonly merged_at: string | null;
  readonly merged_by: Account;
  readonly merge_commit_sha: string | null;
  readonly commits: number;
  readonly changed_files: number;
  readonly head: { readonly ref: string; readonly sha: string; readonly repo: { readonly id: number } | null };
  readonly base: { readonly ref: string };
}

export interface PullCommit {
  readonly sha: string;
  readonly author: Account;
  readonly committer: Account;
  readonly parents: readonly { readonly sha: string }[];
  readonly commit: { readonly message: string; readonly author: Signature | null; readonly committer: Signature | null };
}

interface Signature {
  readonly name?: string;
  readonly email?: string;
  readonly date?: string;
}

export interface PullFile {
  readonly filename: string;
  readonly status: string;
  readonly sha: string | null;
  readonly previous_filename?: string;
}

export async function pullAt(client: Client, number: number): Promise<Pull> {
  return (await client.octokit.rest.pulls.get({ ...client.at, pull_number: number })).data;
}

/** All commits of a request, oldest first; a failure when GitHub does not list them all. */
export async function commitsOf(client: Client, pull: Pull): Promise<readonly PullCommit[]> {
  if (!(pull.commits <= MOST_COMMITS)) throw tooLong(pull, 'commits', pull.commits, MOST_COMMITS);
  return complete(pull, 'commits', await everyCommit(client, pull.number), pull.commits);
}

/** Those that GitHub lists. */
export async function everyCommit(client: Client, number: number): Promise<readonly PullCommit[]> {
  const query = { ...client.at, pull_number: number, per_page: 100 };
  return everyPage<PullCommit>(client, async () => client.octokit.rest.pulls.listCommits(query));
}

/** All files that a request changes; a failure when GitHub does not list them all. */
export async function filesOf(client: Client, pull: Pull): Promise<readonly PullFile[]> {
  if (!(pull.changed_files <= MOST_FILES)) throw tooLong(pull, 'files', pull.changed_files, MOST_FILES);
  return complete(pull, 'files', await everyFile(client, pull.number), pull.changed_files);
}

/** Those that GitHub lists. */
export async function everyFile(client: Client, number: number): Promise<readonly PullFile[]> {
  const query = { ...client.at, pull_number: number, per_page: 100 };
  const all = await everyPage<PullFile>(client, async () => client.octokit.rest.pulls.listFiles(query));
  const names: readonly unknown[] = all.map(({ filename }) => filename);
  if (names.some((name) => typeof name !== 'string')) throw unsafe(`GitHub lists a file of #${number} without a name`);
  return all;
}

function complete<T>(pull: Pull, what: string, all: readonly T[], count: number): readonly T[] {
  if (all.length === count) return all;
  throw unsafe(`GitHub lists ${all.length} of the ${count} ${what} of #${pull.number}`);
}

function tooLong(pull: Pull, what: string, count: number, most: number): Error {
  return unsafe(`#${pull.number} has ${count} ${what}, and GitHub lists at most ${most} of them`, 'Split it into smaller pull requests.');
}

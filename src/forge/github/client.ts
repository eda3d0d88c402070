import { setTimeout as realSleep } from 'node:timers/promises';
import type { Octokit } from '@octokit/rest';

import type { Instant } from '../../domain/instant.ts';
import { type Budget, budgetOf } from './budget.ts';
import { introduced, type Introduction } from './introduction.ts';
import { ownLogin } from './login.ts';
import { once } from '../memory.ts';
import { outagePlugin } from './outage.ts';
import Limiter from './limiter.ts';
import { lanes, pace } from './pacing.ts';
import { tokenKind } from './token-kind.ts';
import { wholeAnswers } from './whole-answer.ts';

export interface GithubOptions {
  readonly owner: string;
  readonly repo: string;
  readonly token: string;
  /** Every call goes through this one. */
  readonly fetch: typeof fetch;
  /** Of the REST API: `https://api.github.com`, which is the default, or `https://<host>/api/v3` of GitHub Enterprise Server. */
  readonly baseUrl?: string;
  readonly now: () => Instant;
  /** Whether an app may be introduced by GraphQL, in one question for three. */
  readonly introduce?: boolean;
  /** The tree of a commit, where a clone is at hand that has it: an id means the same everywhere. */
  readonly treeOf?: (commit: string) => Promise<KnownTree | undefined>;
  /** Every wait of retries, limits and pacing, in milliseconds. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** The id of a tree, and the regular files by path in the folders that are ours. */
export interface KnownTree {
  readonly id: string;
  readonly blobs: ReadonlyMap<string, string>;
}

/** What the parts of the forge share. `at` names the repository in calls. */
export interface Client {
  readonly octokit: Octokit;
  readonly at: { readonly owner: string; readonly repo: string };
  readonly now: () => Instant;
  /** The repository as GitHub knows it; asked for once. */
  readonly home: () => Promise<Home>;
  /** Spares that question where another answer tells the repository. */
  readonly learn: (home: Home) => void;
  /** The commit of the default branch, where it was told with the rest; for the first who asks, since it moves. */
  readonly tipAtFirst: () => Promise<string | undefined>;
  /** The login that our token acts as; asked for once. */
  readonly login: () => Promise<string>;
  readonly treeOf: NonNullable<GithubOptions['treeOf']>;
  /** What may still be asked in this hour. */
  readonly budget: Budget;
}

export interface Home {
  readonly id: number;
  /** GraphQL's own name for it, where it told us. */
  readonly nodeId?: string;
  readonly defaultBranch: string;
}

const API_VERSION = '2022-11-28';

/** Longer than this we do not wait for a rate limit to open: the run says so and the next one goes on. */
const PATIENCE_SECONDS = 60;

/** A write a second, and three seconds between what sends mail to people (GitHub REST API: best practices). */
const WRITE_GAP = 1000;
const NOTIFICATION_GAP = 3000;

/** Calls at once, as the throttling plugin has it. */
const LANES = 10;

const RETRIES = 3;

/** A conflict, a limit or a refused merge does not pass by asking again at once. */
const FINAL = [400, 401, 403, 404, 405, 409, 410, 422, 429, 451];

/** Octokit with its retry and throttling plugins, loaded here and not before; its waits go through `sleep`. */
export async function openClient(options: GithubOptions): Promise<Client> {
  const { Octokit, retry, throttling } = await import('./octokit.ts');
  const sleep = options.sleep ?? (async (ms: number) => realSleep(ms));
  const baseUrl = (options.baseUrl ?? 'https://api.github.com').replace(/\/+$/, '');
  const eachTry = (octokit: Pick<Octokit, 'hook'>): void => everyTry(octokit, sleep);
  const octokit = new (Octokit.plugin(eachTry, retry, throttling, outagePlugin(options.now)))({
    auth: options.token,
    baseUrl,
    userAgent: 'grantkeeper',
    // What goes wrong is told by the answers of the forge; a log of headers and addresses helps nobody.
    log: QUIET,
    request: { fetch: wholeAnswers(options.fetch, baseUrl), log: QUIET },
    retry: { retries: RETRIES, retryAfterBaseValue: 0, doNotRetry: FINAL },
    throttle: {
      retryAfterBaseValue: 0,
      ...paces(sleep),
      onRateLimit: waitFor(sleep),
      onSecondaryRateLimit: waitFor(sleep),
    },
  });
  const at = { owner: options.owner, repo: options.repo };
  const treeOf = async (commit: string) => options.treeOf?.(commit);
  return { octokit, at, now: options.now, treeOf, budget: budgetOf(octokit), ...acquainted(octokit, at, options) };
}

/** Who we are and where, which is asked for once. */
function acquainted(
  octokit: Octokit,
  at: Client['at'],
  { token, introduce }: GithubOptions,
): Pick<Client, 'home' | 'learn' | 'tipAtFirst' | 'login'> {
  const isApp = introduce === true && tokenKind(token) === 'app';
  const introduction = once(async (): Promise<Introduction> => (isApp ? introduced(octokit, at) : {}));
  const asked = once(async () => (await introduction()).home ?? homeOf(octokit, at));
  let told: Home | undefined;
  let isFirst = true;
  return {
    home: async () => told ?? asked(),
    learn: (one) => void (told = one),
    tipAtFirst: async () => {
      if (!isFirst) return undefined;
      isFirst = false;
      return (await introduction()).tip;
    },
    login: once(async () => (await introduction()).login ?? ownLogin(octokit, token)),
  };
}

async function homeOf(octokit: Octokit, at: Client['at']): Promise<Home> {
  const { data } = await octokit.rest.repos.get(at);
  return { id: data.id, defaultBranch: data.default_branch };
}

/**
 * What happens at each try of a call, as the innermost plugin sees it. The pause before the next try is ours: the retry
 * plugin's own would not go through `sleep`.
 */
function everyTry(octokit: Pick<Octokit, 'hook'>, sleep: (ms: number) => Promise<void>): void {
  const failed = new WeakMap<object, number>();
  octokit.hook.before('request', (request) => {
    request.headers['x-github-api-version'] = API_VERSION;
  });
  octokit.hook.error('request', async (error, request) => {
    const tries = (failed.get(request) ?? 0) + 1;
    failed.set(request, tries);
    const last = tries > Number(request.request['retries'] ?? RETRIES);
    if ('status' in error && !FINAL.includes(error.status) && !last) await sleep(tries ** 2 * 1000);
    throw error;
  });
}

/** In place of the plugin's own Bottleneck groups, whose type asks for far more than the plugin ever calls. Nobody signs in or searches here. */
function paces(sleep: (ms: number) => Promise<void>): object {
  const rare = pace(WRITE_GAP, sleep);
  const groups = {
    global: lanes(LANES),
    write: pace(WRITE_GAP, sleep),
    notifications: pace(NOTIFICATION_GAP, sleep),
    auth: rare,
    search: rare,
  };
  return { Bottleneck: Limiter, ...groups };
}

/** Waits once for a limit that opens soon; true asks for the call to be made again. */
function waitFor(sleep: (ms: number) => Promise<void>) {
  return async (seconds: number, _options: unknown, _octokit: unknown, tries: number): Promise<boolean> => {
    if (tries > 0 || seconds > PATIENCE_SECONDS) return false;
    await sleep(seconds * 1000);
    return true;
  };
}

function quiet(): void {}

const QUIET = { debug: quiet, info: quiet, warn: quiet, error: quiet };

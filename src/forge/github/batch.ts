import type { MergedRequest } from '../../domain/request.ts';
import { type Told, toldBy } from './batch-facts.ts';
import { type BatchCommit, batchQuery, type Wanted } from './batch-query.ts';
import type { Client } from './client.ts';
import { hasStatus } from './failures.ts';
import { pushersToEach } from './pushers-many.ts';
import { writersOf } from './writers.ts';

/** What was found out for many commits at once. */
export interface Foreseen {
  readonly requests: ReadonlyMap<string, MergedRequest>;
  /** By commit and path, the blob there; undefined where there is none. */
  readonly blobs: ReadonlyMap<string, string | undefined>;
}

/** Commits in one question. */
const MOST = 100;

/** Files in one question: each is looked up in every commit of its request. */
const MOST_FILES = 300;

/** Lists that are asked for of each commit: a hundred of them cost one point of the hour. */
const LISTS = 5;

/** Fewer than this are asked for singly: a question costs as much for one as for many. */
const FEWEST = 3;

/**
 * Finds out about many commits with few calls. All that it cannot tell as a whole is left out, and asked for singly by whoever wants
 * it: an error here is no answer, and hides none.
 */
export async function foresee(client: Client, all: readonly Wanted[]): Promise<Foreseen> {
  if (all.length < FEWEST) return { requests: new Map(), blobs: new Map() };
  const told = await askAll(client, all);
  const pushers = await pushersToEach(
    client,
    told.flatMap((one) => one.pushed ?? []),
  );
  const whole = told.flatMap((one) => {
    const by = one.pushed === undefined ? [] : pushers.get(one.pushed);
    return by === undefined ? [] : [{ ...one, request: { ...one.request, writers: writersOf(one.commits, by) } }];
  });
  return {
    requests: new Map(whole.map(({ commit, request }) => [commit, request])),
    blobs: new Map(whole.flatMap(({ blobs }) => [...blobs])),
  };
}

async function askAll(client: Client, all: readonly Wanted[]): Promise<readonly Told[]> {
  const told: Told[] = [];
  let over = false;
  const ask = async (part: readonly Wanted[]): Promise<void> => {
    if (over) return;
    try {
      told.push(...(await askFor(client, part)));
    } catch (error) {
      if (part.length > 1 && isTooMuch(error)) for (const half of halves(part)) await ask(half);
      else over = true;
    }
  };
  // One after another: GitHub asks for a pause between questions in GraphQL.
  for (const part of partsOf(all)) await ask(part);
  return told;
}

interface Answered {
  readonly repository: Readonly<Record<string, BatchCommit | null>> | null;
}

async function askFor(client: Client, part: readonly Wanted[]): Promise<readonly Told[]> {
  const home = await client.home();
  const variables = { owner: client.at.owner, repo: client.at.repo };
  const { repository } = await client.budget.within('graphql', Math.ceil((part.length * LISTS) / 100), async () =>
    client.octokit.graphql<Answered>(batchQuery(part), variables),
  );
  return part.flatMap((one, at) => toldBy(one, repository?.[`c${at}`], home) ?? []);
}

/** GitHub gives up on a question after ten seconds, and on one that needs too much (GitHub docs: query limits for the GraphQL API). */
function isTooMuch(error: unknown): boolean {
  if (hasStatus(error, 502, 504)) return true;
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return false;
  const errors = error.errors as readonly { readonly type?: string; readonly message?: string }[];
  return errors.some((one) => one.type === 'RESOURCE_LIMITS_EXCEEDED' || /timed? ?out|something went wrong/i.test(one.message ?? ''));
}

function halves<T>(all: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}

function partsOf(all: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const parts: Wanted[][] = [];
  let files = MOST_FILES;
  for (const one of all) {
    const last = parts.at(-1);
    if (last === undefined || last.length >= MOST || files + one.paths.length > MOST_FILES) {
      parts.push([one]);
      files = one.paths.length;
    } else {
      last.push(one);
      files += one.paths.length;
    }
  }
  return parts;
}

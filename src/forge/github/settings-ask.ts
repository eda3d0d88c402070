import type { Told } from '../settings.ts';
import type { Client } from './client.ts';
import { answered, type Circumstances } from './failures.ts';

/** Asks one thing and keeps the call beside what came of it. `path` is below the repository, such as `/rulesets`. */
export type Ask = <T>(path: string, work: () => Promise<T>) => Promise<Told<T>>;

export function askOf(client: Client, around: Circumstances): Ask {
  const { owner, repo } = client.at;
  return async (path, work) => ({ call: `GET /repos/${owner}/${repo}${path}`, answer: await answered(around, work) });
}

/** The same answer to another question: what could not be read once is not known for what hangs on it either. */
export function alsoUnknown<T>(told: Told<unknown>): Told<T> | undefined {
  return told.answer.ok ? undefined : { call: told.call, answer: told.answer };
}

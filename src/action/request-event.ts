import { readFileSync } from 'node:fs';
import type { Command, Options } from '../commands/command.ts';
import { UsageProblem } from '../commands/usage.ts';

/**
 * On an event of a pull request, a review among them, `plan` is about that request unless another one is named; over simulated
 * clouds it never is, as their forge knows nothing of it. The event is the file that the runner leaves (GitHub Actions: default
 * environment variables).
 */
export function aboutRequest(command: Command, options: Options, env: Readonly<Record<string, string | undefined>>): Options {
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  const isRequest = (env['GITHUB_EVENT_NAME'] ?? '').startsWith('pull_request');
  const isAbout = command.name === 'plan' && options['pull-request'] === undefined && options['simulate'] === undefined;
  if (!isRequest || !isAbout || path === '') return options;
  const number = numberIn(readFileSync(path, 'utf8'));
  return number === undefined ? options : { ...options, 'pull-request': String(number) };
}

/** The number of the request that an event is about; undefined where it is about none. */
function numberIn(text: string): number | undefined {
  const event = eventOf(text);
  const number = typeof event === 'object' ? event?.pull_request?.number : undefined;
  return Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : undefined;
}

function eventOf(text: string): { readonly pull_request?: { readonly number?: unknown } | null } | null {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageProblem('the file that GITHUB_EVENT_PATH names is no event of a workflow: it does not read as JSON', { cause });
  }
}

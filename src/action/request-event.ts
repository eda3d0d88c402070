import { readFileSync } from 'node:fs';
import type { Command, Options } from '../commands/command.ts';

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
  const event = JSON.parse(readFileSync(path, 'utf8')) as { readonly pull_request?: { readonly number?: unknown } };
  const number = event.pull_request?.number;
  return typeof number === 'number' ? { ...options, 'pull-request': String(number) } : options;
}

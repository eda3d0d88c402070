import { apply } from '../../src/commands/apply.ts';
import { largestRss } from './largest.ts';
import { cloudWithin } from './within.ts';
import { worldOf } from './world.ts';

/**
 * One apply as a process of its own. Arguments: repository, requests, then either `within`, the folder with the policies and the
 * milliseconds of a call, or `loopback` and the port of a cloud in another process. Prints the exit code, how many changes ended in
 * which way, the largest resident size in KiB, and for a cloud within also the calls.
 */
const [dir = '', requests = '', where = '', at = '', latency = ''] = process.argv.slice(2);

/** Calls keep their path and query and go to loopback; what the SDK adds on the way stays as it is. */
const loopback: typeof fetch = (input, init) => {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input);
  return fetch(`http://127.0.0.1:${at}${pathname}${search}`, init);
};

const within = where === 'within' ? cloudWithin(at, Number(latency)) : undefined;
const report = await apply.run(worldOf(dir, requests, within?.fetch ?? loopback), { yes: true }, []);
const { outcomes } = report.json as { readonly outcomes: readonly { readonly status: string }[] };
const tally = Object.fromEntries([...Map.groupBy(outcomes, (one) => one.status)].map(([status, all]) => [status, all.length]));
process.stdout.write(JSON.stringify({ exit: report.exit, outcomes: tally, calls: within?.calls(), maxRss: largestRss() }));

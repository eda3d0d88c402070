import { plan } from '../../src/commands/plan.ts';
import { largestRss } from './largest.ts';
import { cloudWithin } from './within.ts';
import { worldOf } from './world.ts';

/**
 * One plan as a process of its own, over a cloud within it that answers at once. Arguments: repository, requests, folder with the
 * policies. Prints what was planned, the calls, the milliseconds that the cloud itself took, and the largest resident size in KiB.
 */
const [dir = '', requests = '', policies = ''] = process.argv.slice(2);
const cloud = cloudWithin(policies, 0);
const report = await plan.run(worldOf(dir, requests, cloud.fetch), {}, []);
const { changes, observations, refusals } = report.json as Readonly<Record<string, readonly unknown[]>>;
const counts = { changes: changes?.length, observations: observations?.length, refusals: refusals?.length };
const seen = { calls: cloud.calls(), cloudMs: cloud.ms(), maxRss: largestRss() };
process.stdout.write(JSON.stringify({ exit: report.exit, ...counts, ...seen }));

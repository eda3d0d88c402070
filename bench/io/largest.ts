import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/**
 * The largest resident size of this process in KiB (proc(5), status: VmHWM). What `getrusage` tells holds the size of the process that
 * started it, which is the bench; elsewhere than on Linux there is nothing better.
 */
export function largestRss(): number {
  const told = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return told === undefined ? process.resourceUsage().maxRSS : Number(told);
}

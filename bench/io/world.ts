import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../../src/commands/context.ts';
import { contextOf } from '../../src/compose.ts';
import { type Instant, later } from '../../src/domain/instant.ts';
import { NOW } from '../fixtures/grants.ts';
import { forgeOf } from './forge.ts';

/** The product's own world over a fixture repository, but for the clock, the forge, and where the calls of the cloud go. */
export function worldOf(dir: string, requests: string, cloud: typeof fetch): Context {
  const clock = (): Instant => later(NOW, Math.floor(performance.now()));
  const context = contextOf({ json: true, quiet: true }, { stopping: () => false }, dir, undefined);
  return {
    ...context,
    now: NOW,
    clock,
    forge: () => Promise.resolve(forgeOf(requests)),
    access: (_, { stamp, formerStamps }, reason) => ({
      fetch: cloud,
      identity: { kind: 'token', token: 'bench' },
      clock,
      sleep: (ms) => wait(ms),
      random: Math.random,
      reason,
      stamp,
      formerStamps,
      // What is measured is the program: by the published quota a thousand reads take most of a minute, whoever makes them.
      quotas: 'none',
    }),
  };
}

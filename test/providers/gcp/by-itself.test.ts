import { describe, expect, it } from 'vitest';
import { type Instant, later } from '../../../src/domain/instant.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { gcpWriter } from '../../../src/providers/gcp/writer.ts';
import { holds } from '../../../src/sim/gcp/access.ts';
import { grant } from '../conformance.ts';
import { SAMPLES } from './samples.ts';
import { desired, type GcpWorld, gcpWorld, NOW } from './world.ts';

const HOUR = 3_600_000;
const SECOND = 1000;
const STARTS = later(NOW, HOUR);
const UNTIL = later(NOW, 3 * HOUR);
const ADA = { member: 'user:ada@example.com', role: 'roles/logging.viewer' };

const KINDS: Readonly<Record<string, string>> = {
  project: 'projects/payments-prod',
  folder: 'folders/77',
  organization: 'organizations/123456789012',
  ...Object.fromEntries(Object.entries(SAMPLES).map(([kind, [path = '']]) => [kind, path])),
};

/** One run of ours at the merge, and no call of ours after it. */
async function merged(path: string, more: { readonly starts?: Instant; readonly condition?: string }): Promise<GcpWorld> {
  const world = gcpWorld(undefined, path);
  const reading = await gcpReader(world.access).read(world.scope);
  if (!reading.ok) throw new Error(reading.failure.message);
  const wish = desired({ who: 'ada', role: 'reader', grant: 'one', until: UNTIL, ...more }, world.scope);
  const { outcomes } = await gcpWriter(world.access).apply(reading, [grant(wish)], () => []);
  expect(outcomes).toMatchObject([{ status: 'applied' }]);
  return world;
}

/** What the cloud itself says at each moment, by its own reading of the condition that stands. */
function lets({ state, service }: GcpWorld, resource: string, moments: readonly Instant[]): readonly boolean[] {
  const calls = service.calls.length;
  const answers = moments.map((at) => holds(state, { ...ADA, resource }, at));
  expect(service.calls.length).toBe(calls);
  return answers;
}

describe.each(Object.entries(KINDS))('access at a %s, with no run of ours after the merge', (_, path) => {
  it('begins at `starts` and ends at the second of the end, by the cloud itself', async () => {
    const world = await merged(path, { starts: STARTS });
    const moments = [NOW, later(STARTS, -SECOND), STARTS, later(UNTIL, -SECOND), UNTIL, later(UNTIL, 24 * HOUR)];
    expect(lets(world, path, moments)).toEqual([false, false, true, true, false, false]);
  });
});

describe('access with a condition of its own', () => {
  const NAME = 'resource.name == "projects/100000000001" || resource.name == "x"';

  it('begins and ends the same, and only where the condition holds', async () => {
    const world = await merged('projects/payments-prod', { starts: STARTS, condition: NAME });
    expect(lets(world, 'projects/payments-prod', [later(STARTS, -SECOND), STARTS, later(UNTIL, -SECOND), UNTIL])).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const other = await merged('projects/payments-prod', { starts: STARTS, condition: 'resource.name == "x"' });
    expect(lets(other, 'projects/payments-prod', [STARTS, later(UNTIL, -SECOND)])).toEqual([false, false]);
  });

  it('without `starts` begins at the merge', async () => {
    const world = await merged('folders/77', {});
    expect(lets(world, 'folders/77', [NOW, later(UNTIL, -SECOND), UNTIL])).toEqual([true, true, false]);
    // What lies below a folder inherits it, end included.
    expect(lets(world, 'projects/payments-test', [NOW, later(UNTIL, -SECOND), UNTIL])).toEqual([true, true, false]);
  });
});

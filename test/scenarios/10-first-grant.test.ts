import { describe, expect, it } from 'vitest';
import { aWorld, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada-debug.yaml';

describe('10 first grant', () => {
  it('is granted on both clouds once it is merged, and the second run changes nothing', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ access: ['{ role: debug, place: payments-prod }'], more: 'duration: 3h\n' }) });
    const first = await world.apply();
    expect(first.exit).toBe(0);
    expect(first.outcomes.map((one) => `${one.status} ${one.change.verb} ${one.change.role} ${one.change.until}`)).toEqual([
      'applied grant Reader 2026-11-23T12:00:00Z',
      'applied grant roles/cloudsql.viewer 2026-11-23T12:00:00Z',
      'applied grant roles/logging.viewer 2026-11-23T12:00:00Z',
    ]);
    const writes = world.gcp.calls.length + world.azure.calls.length;
    const second = await world.apply();
    expect(second.outcomes).toEqual([]);
    expect(second.exit).toBe(0);
    const later = [...world.gcp.calls, ...world.azure.calls].slice(writes);
    expect(later.filter((call) => call.url.includes('setIamPolicy') || call.method === 'PUT' || call.method === 'DELETE')).toEqual([]);
  });

  it('is refused with the reason when it was committed straight to main', async () => {
    const world = await aWorld();
    await world.pushToMain({ [PATH]: grantFile() });
    const plan = await world.plan();
    expect(plan.changes).toEqual([]);
    expect(plan.exit).toBe(3);
    expect(plan.refusals.map((one) => one.message).join()).toMatch(/committed straight to the default branch/);
  });
});

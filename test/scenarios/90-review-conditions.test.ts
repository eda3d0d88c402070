import { describe, expect, it } from 'vitest';
import { done, until } from './deeds.ts';
import { aWorld, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada-logs.yaml';

function logs(condition?: string): string {
  const own = condition === undefined ? '' : `, condition: "${condition}"`;
  return grantFile({ access: [`{ gcp: payments-test, role: roles/logging.viewer${own} }`] });
}

async function expressions(world: Awaited<ReturnType<typeof aWorld>>): Promise<readonly string[]> {
  return world.gcpState.update((state) =>
    Object.values(state.policies).flatMap(({ bindings }) =>
      bindings.flatMap(({ condition }) => (condition?.title?.startsWith('gk:acme-access:') === true ? [condition.expression ?? ''] : [])),
    ),
  );
}

describe('90 review: a condition of its own', () => {
  it('that is added to a live grant takes the wider access away', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: logs() });
    await world.apply();
    until(world, '10:00');
    await world.land({ [PATH]: logs("resource.name.startsWith('projects/_/buckets/a')") });
    expect(done(await world.apply())).toEqual([
      'applied revoke withdrawn ada roles/logging.viewer none',
      'applied grant asked ada roles/logging.viewer 17:00',
    ]);
    expect(await expressions(world)).toEqual([
      `request.time < timestamp("2026-11-23T17:00:00Z") && (resource.name.startsWith('projects/_/buckets/a'))`,
    ]);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
  });
});

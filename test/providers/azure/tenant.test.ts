import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/providers/azure/client.ts';
import { tenantGuard } from '../../../src/providers/azure/tenant.ts';
import { TENANT } from '../../../src/sim/azure/example.ts';
import { json, type Line, refusal, scripted } from './scripted.ts';
import { azureWorld } from './world.ts';

const OTHER = '99999999-2222-4333-8444-555555555555';
const page = (tenant: string, nextLink?: string) => json({ value: [{ tenantId: tenant }, {}], nextLink });

async function guardOver(lines: readonly Line[], tenant: string | undefined = TENANT) {
  const stage = scripted(lines, { tenant });
  return { ...stage, guard: tenantGuard(await connect(stage.access)) };
}

describe('tenantGuard', () => {
  it('is content with the tenant that policy names, and asks once', async () => {
    const { access, sim } = azureWorld();
    const guard = tenantGuard(await connect(access));
    expect(await Promise.all([guard(), guard()])).toEqual([undefined, undefined]);
    expect(sim.calls.length).toBe(1);
  });

  it('asks nothing where policy names none', async () => {
    const { access, requests } = scripted([json({})]);
    expect(await tenantGuard(await connect(access))()).toBeUndefined();
    expect(requests).toEqual([]);
  });

  it('looks through all pages', async () => {
    const { guard, requests } = await guardOver([
      page(OTHER, 'https://management.azure.com/subscriptions?p=2'),
      page(TENANT.toUpperCase()),
    ]);
    expect(await guard()).toBeUndefined();
    expect(requests.map(({ url }) => url)).toEqual([
      'https://management.azure.com/subscriptions?api-version=2022-12-01',
      'https://management.azure.com/subscriptions?p=2',
    ]);
  });

  it.each([
    ['another tenant', [page(OTHER)], OTHER],
    ['no subscription', [json({ value: [] })], 'no subscription at all'],
    ['something else', [json({})], 'no subscription at all'],
    ['a page on another host', [page(OTHER, 'https://example.com/subscriptions?p=2'), page(TENANT)], OTHER],
    ['pages in a circle', [page(OTHER, 'https://management.azure.com/subscriptions?api-version=2022-12-01'), page(TENANT)], OTHER],
  ])('refuses %s', async (_, lines, seen) => {
    const { guard, requests } = await guardOver(lines);
    expect(await guard()).toMatchObject({ kind: 'unsafe', message: expect.stringContaining(seen) });
    expect(requests.length).toBe(1);
  });

  it('asks again after it could not be sure', async () => {
    const { guard } = await guardOver([refusal(403, 'AuthorizationFailed'), page(TENANT)]);
    expect(await guard()).toMatchObject({ kind: 'forbidden' });
    expect(await guard()).toBeUndefined();
  });
});

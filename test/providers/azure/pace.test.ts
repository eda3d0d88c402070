import { describe, expect, it } from 'vitest';
import { paced } from '../../../src/providers/azure/pace.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { azureWriter } from '../../../src/providers/azure/writer.ts';
import type { Access } from '../../../src/providers/provider.ts';
import { keep } from '../../../src/sim/azure/assignments.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { guidOf } from '../../../src/sim/azure/guid.ts';
import { PUBLISHED_RATES } from '../../../src/sim/azure/manner.ts';
import { revoke } from '../conformance.ts';
import { member, NOW, scope, wish } from './samples.ts';
import { scripted } from './scripted.ts';
import { ourOwn } from './stage.ts';
import { azureWorld, readable } from './world.ts';

const ARM = 'https://management.azure.com';
const [PAYMENTS, SEARCH] = [new URL(`${ARM}${SCOPES.payments}/x`), new URL(`${ARM}${SCOPES.search.toUpperCase()}/resourceGroups/a/x`)];

async function many(access: Access, url: URL, method: string, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => paced(access, url, method)));
}

describe('the pace of calls to Azure', () => {
  it('takes 150 assignments of one subscription without one refusal, as fast as the limit lets it', async () => {
    const { access, state, sim } = azureWorld();
    state.manner.throttle = PUBLISHED_RATES;
    const count = 150;
    for (let at = 0; at < count; at += 1) keep(state, ourOwn(wish({ member: member(guidOf('somebody', at)) }, `g${at}`)), NOW);
    const reading = await readable(await azureReader(access));
    const changes = reading.live.filter(({ mark }) => mark?.stamp === 'acme-access').map((live) => revoke(live));
    expect(changes).toHaveLength(count);
    const { outcomes } = await (await azureWriter(access)).apply(reading, changes, () => changes);
    expect(outcomes.filter(({ status }) => status === 'applied')).toHaveLength(count);
    expect(sim.calls.filter(({ status }) => status === 429)).toEqual([]);
    // A look before and one after each deletion: these are what the bucket of reads holds back, not the deletions.
    const demanded = ((2 * count - PUBLISHED_RATES.reads.burst) / PUBLISHED_RATES.reads.perSecond) * 1000;
    expect(access.clock() - NOW).toBeGreaterThan(demanded * 0.9);
    expect(access.clock() - NOW).toBeLessThan(demanded * 1.2);
  });

  it('counts each subscription, the tenant and each kind of call by itself, and nothing of other hosts', async () => {
    const { access, waits } = scripted([]);
    for (const url of [PAYMENTS, SEARCH, new URL(`${ARM}/providers/Microsoft.Management/x`)]) {
      await many(access, url, 'GET', 250);
      await many(access, url, 'PUT', 150);
      await many(access, url, 'POST', 50);
      await many(access, url, 'DELETE', 200);
    }
    await many(access, new URL(`${ARM}/providers/Microsoft.ResourceGraph/resources`), 'POST', 5);
    await many(access, new URL('https://graph.microsoft.com/v1.0/users'), 'GET', 1000);
    expect(waits).toEqual([]);
    await paced(access, PAYMENTS, 'HEAD');
    await paced(access, new URL(PAYMENTS.href.toLowerCase()), 'POST');
    await paced(access, SEARCH, 'DELETE');
    await paced(access, new URL(`${ARM}/providers/microsoft.resourcegraph/resources`), 'POST');
    expect(waits).toEqual([41, 103, 103, 511]);
  });

  it('does not hold back where the service is known to have no quotas', async () => {
    const { access, waits } = scripted([], { quotas: 'none' });
    await many(access, PAYMENTS, 'GET', 2000);
    expect(waits).toEqual([]);
  });
});

describe('a call to Azure', () => {
  it('waits for a 429 without Retry-After too, and is given up when its budget is spent', async () => {
    const { access, fault, sim, waits } = azureWorld();
    fault({ kind: 'answer', status: 429 }, { method: 'GET', path: /roleAssignments\?/, times: 2 });
    const reader = await azureReader(access);
    expect((await reader.read(scope())).ok).toBe(true);
    expect(waits).toEqual([1000, 2000]);
    fault({ kind: 'answer', status: 429, headers: { 'retry-after': '3600' } }, { method: 'GET', path: /roleAssignments\?/, times: 99 });
    const asked = sim.calls.length;
    expect(await reader.read(scope())).toMatchObject({ ok: false, failure: { kind: 'transient' } });
    expect(waits.slice(2)).toEqual([60_000, 60_000, 60_000]);
    expect(sim.calls.slice(asked).filter(({ status }) => status === 429)).toHaveLength(4);
  });

  it('of Graph is given up when its budget is spent, too', async () => {
    const { access, fault, sim, waits } = azureWorld();
    fault({ kind: 'answer', status: 429, headers: { 'retry-after': '3600' } }, { path: /getByIds/, times: 99 });
    const reader = await azureReader(access);
    expect(await reader.identify?.([member()])).toMatchObject({ ok: false, failure: { kind: 'transient' } });
    expect(waits).toEqual([60_000, 60_000, 60_000]);
    expect(sim.calls.filter(({ status }) => status === 429)).toHaveLength(4);
  });
});

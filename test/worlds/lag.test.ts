import { describe, expect, it } from 'vitest';
import { DELETED_PRINCIPAL } from '../../src/sim/azure/example-assignments.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { guidOf } from '../../src/sim/azure/guid.ts';
import { CLOUDS } from '../reconcile/builders.ts';
import { playLag } from './lag.ts';

const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

describe('runs over reads that are up to ten minutes old', () => {
  // A thousand seeds take some minutes: `npm run test:deep -- --only lag`.
  it.each([5, 102])('give nothing twice, lose nothing of ours and touch nothing of theirs: seed %i', async (seed) => {
    const { breach, runs, writes } = await playLag(seed);
    expect(breach).toBeUndefined();
    expect(runs).toBeGreaterThan(5);
    expect(writes).toBeGreaterThan(0);
  });

  it('would be found to lose what was renewed, if the engine did not know that readers lag', async () => {
    const clouds = new Map(
      [...CLOUDS].map(([name, cloud]) => {
        const { staleFor: _, ...capabilities } = cloud.capabilities;
        return [name, { ...cloud, capabilities }];
      }),
    );
    const breaches: (string | undefined)[] = [];
    for (let seed = 1; seed <= 12; seed += 1) breaches.push((await playLag(seed, { clouds })).breach);
    expect(breaches).toContainEqual(expect.stringMatching(/ours was taken while it is wanted until/));
  });

  it('would be found to touch what is theirs', async () => {
    const theirs = guidOf('by hand', SCOPES.paymentsGroup, READER, DELETED_PRINCIPAL);
    const misdirect = (url: string, method: string | undefined) =>
      method === 'DELETE'
        ? url.replace(
            /resourceGroups\/.*roleAssignments\/[0-9a-f-]{36}/i,
            `resourceGroups/payments/providers/Microsoft.Authorization/roleAssignments/${theirs}`,
          )
        : url;
    expect((await playLag(5, { misdirect })).breach).toMatch(/theirs was touched/);
  });

  it('would be found to give what nobody wants', async () => {
    const misdirect = (url: string, method: string | undefined) =>
      method === 'PUT'
        ? url.replace(/storageAccounts\/ledger\//, 'storageAccounts/ledger/blobServices/default/containers/settlements/')
        : url;
    expect((await playLag(5, { misdirect })).breach).toMatch(/nobody wants/);
  });
});

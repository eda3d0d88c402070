import { describe, expect, it } from 'vitest';
import { paced } from '../../../src/providers/gcp/pace.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import type { Access } from '../../../src/providers/provider.ts';
import { PUBLISHED_QUOTAS } from '../../../src/sim/gcp/quota.ts';
import { scripted } from '../scripted.ts';
import { gcpWorld, NOW } from './world.ts';

const READ = { method: 'POST' as const, url: 'https://cloudresourcemanager.googleapis.com/v3/projects/a:getIamPolicy' };
const WRITE = { method: 'POST' as const, url: 'https://cloudresourcemanager.googleapis.com/v3/projects/a:setIamPolicy' };

function many(access: Access, call: { readonly url: string; readonly method?: 'GET' | 'POST' | 'PUT' }, count: number): Promise<unknown> {
  return Promise.all(Array.from({ length: count }, () => paced(access, { method: 'POST', ...call })));
}

describe('the pace of calls to Google Cloud', () => {
  it('keeps a run above the quota within 1.1 times what the quota demands, and has at most 1 % of it refused', async () => {
    const world = gcpWorld((state) => {
      state.quotas = PUBLISHED_QUOTAS;
    });
    const reader = gcpReader(world.access);
    const reads = 900;
    const hand = async (_: unknown, at: number) => {
      for (let done = at; done < reads; done += 30) expect(await reader.read(world.scope)).toMatchObject({ ok: true });
    };
    await Promise.all(Array.from({ length: 30 }, hand));
    const { perMinute } = PUBLISHED_QUOTAS.projectReads;
    const refused = world.service.calls.filter(({ status }) => status === 429).length;
    expect(refused / world.service.calls.length).toBeLessThanOrEqual(0.01);
    const demanded = ((reads - perMinute) / perMinute) * 60_000;
    expect(world.clock.now() - NOW).toBeGreaterThanOrEqual(demanded);
    expect(world.clock.now() - NOW).toBeLessThanOrEqual(demanded * 1.1);
  });

  it('holds nothing back that a full bucket has, and counts each kind of call by itself', async () => {
    const access = scripted([]);
    await many(access, READ, 600);
    await many(access, WRITE, 600);
    await many(access, { url: 'https://iam.googleapis.com/v1/roles/a' }, 6000);
    await many(access, { url: 'https://iam.googleapis.com/v1/projects/a/serviceAccounts/b:setIamPolicy' }, 600);
    await many(access, { url: 'https://cloudasset.googleapis.com/v1/organizations/1:searchAllIamPolicies?query=a' }, 400);
    await many(access, { url: 'https://storage.googleapis.com/storage/v1/b/a/iam' }, 10_000);
    const deny = 'https://iam.googleapis.com/v2/policies/cloudresourcemanager.googleapis.com%2Forganizations%2F1/denypolicies/gk';
    await many(access, { url: deny, method: 'GET' }, 5);
    await many(access, { url: deny, method: 'PUT' }, 5);
    expect(access.waits).toEqual([]);
    await paced(access, READ);
    await paced({ ...access }, READ);
    expect(access.waits).toEqual([103, 102]);
  });

  it('goes on in turn, also where a timer is early', async () => {
    const access = scripted([]);
    const waits: number[] = [];
    const early: Access = { ...access, sleep: async (ms) => void waits.push(ms) };
    await many(early, READ, 602);
    expect(waits).toHaveLength(2);
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
  });

  it('does not hold back where the service is known to have no quotas', async () => {
    const access: Access = { ...scripted([]), quotas: 'none', sleep: () => Promise.reject(new Error('nothing to wait for')) };
    await many(access, READ, 2000);
  });
});

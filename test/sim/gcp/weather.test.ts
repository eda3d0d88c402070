import { describe, expect, it } from 'vitest';

import { PUBLISHED_QUOTAS } from '../../../src/sim/gcp/quota.ts';
import type { GcpState } from '../../../src/sim/gcp/state.ts';
import { bind, rebind, unbind } from '../../../src/sim/gcp/writers.ts';
import { ADA, CRM, example, IAM, type Policy, PROD, until } from './world.ts';

const SEARCH = 'projects/search-prod';

describe('lag', () => {
  it('lets reads answer the policy before a write, with its etag, as often as the world says', async () => {
    const world = example((state) => {
      state.lag = { reads: 2 };
    });
    const before = await world.policy(SEARCH);
    const written = (await world.add(SEARCH, { role: 'roles/browser', members: [ADA] })).body as unknown as Policy;
    expect(await world.policy(SEARCH)).toEqual(before);
    expect(await world.set(SEARCH, before)).toMatchObject({ status: 409 });
    expect(await world.policy(SEARCH)).toEqual(before);
    expect(await world.policy(SEARCH)).toEqual(written);
  });

  it('lets testIamPermissions answer from the policies before a write', async () => {
    const world = example((state) => {
      state.lag = { tests: 1 };
      state.tokens['ada'] = { member: ADA, scopes: ['https://www.googleapis.com/auth/cloud-platform'], byPolicies: true };
    });
    await world.add(SEARCH, { role: 'roles/storage.objectViewer', members: [ADA] });
    const permissions = ['storage.objects.get'];
    const test = async (): Promise<unknown> => (await world.post(`${CRM}/v3/${SEARCH}:testIamPermissions`, { permissions }, 'ada')).body;
    expect([await test(), await test()]).toEqual([{}, { permissions }]);
  });
});

describe('quotas', () => {
  it('are off until the world says otherwise', async () => {
    const world = example();
    for (let call = 0; call < 700; call += 1) expect((await world.get(`${CRM}/v1/projects/payments-prod`)).status).toBe(200);
  });

  it('refuse what goes beyond them, per consumer, and fill up again with the clock', async () => {
    const world = example((state) => {
      state.quotas = { projectReads: { perMinute: 60, burst: 2 } };
    });
    const read = async (project?: string): Promise<number> =>
      (
        await world.post(
          `${CRM}/v3/${PROD}:getIamPolicy`,
          {},
          'sim-token-grantkeeper',
          project === undefined ? {} : { 'x-goog-user-project': project },
        )
      ).status;
    expect([await read(), await read(), await read()]).toEqual([200, 200, 429]);
    expect([await read('search-prod'), await read('platform-shared')]).toEqual([200, 429]);
    expect((await world.get(`${IAM}/v1/roles/browser`)).status).toBe(200);
    world.clock.advance(1000);
    expect([await read(), await read()]).toEqual([200, 429]);
    world.clock.advance(60_000);
    expect([await read(), await read(), await read()]).toEqual([200, 200, 429]);
  });

  it('say which, in the words of the real service', async () => {
    const world = example((state) => {
      state.quotas = { ...PUBLISHED_QUOTAS, projectWrites: { perMinute: 600, burst: 0 } };
    });
    const got = await world.set(PROD, {});
    expect(got.body.error).toMatchObject({
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      message:
        "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute' of service " +
        "'cloudresourcemanager.googleapis.com' for consumer 'project_number:100000000005'.",
      errors: [{ reason: 'rateLimitExceeded' }],
      details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit_value: '600' } }],
    });
  });
});

describe('spelling', () => {
  const added = { role: 'roles/browser', members: ['user:Ada@Example.com', 'group:Team@Example.com'] };

  it('keeps what it was sent to the letter by default', async () => {
    const world = example();
    await world.add(SEARCH, added);
    expect((await world.policy(SEARCH)).bindings?.at(-1)).toEqual(added);
  });

  it('may come back in lower case, and by the primary address', async () => {
    const world = example((state) => {
      state.spelling = { lowerCase: true, aliases: { 'ada@example.com': 'Ada.Byron@example.com' } };
    });
    await world.add(SEARCH, added, { role: 'roles/pubsub.viewer', members: ['domain:example.com'] });
    expect((await world.policy(SEARCH)).bindings?.slice(-2)).toEqual([
      { role: 'roles/browser', members: ['user:ada.byron@example.com', 'group:team@example.com'] },
      { role: 'roles/pubsub.viewer', members: ['domain:example.com'] },
    ]);
  });

  it('may come back in another order, split, or merged', async () => {
    const condition = until('2026-12-01T00:00:00Z');
    const bindings = [
      { role: 'roles/pubsub.viewer', members: ['user:zoe@example.com', ADA] },
      { role: 'roles/browser', members: [ADA], condition },
      { role: 'roles/pubsub.viewer', members: [ADA, 'user:bo@example.com'] },
    ];
    const stored = async (spelling: NonNullable<GcpState['spelling']>): Promise<unknown> => {
      const world = example((state) => {
        state.spelling = spelling;
      });
      return (await world.set(SEARCH, { version: 3, bindings })).body['bindings'];
    };
    expect(await stored({ reorder: true })).toEqual([
      bindings[1],
      { role: 'roles/pubsub.viewer', members: [ADA, 'user:bo@example.com'] },
      { role: 'roles/pubsub.viewer', members: [ADA, 'user:zoe@example.com'] },
    ]);
    expect(await stored({ merge: true })).toEqual([
      { role: 'roles/pubsub.viewer', members: ['user:zoe@example.com', ADA, 'user:bo@example.com'] },
      bindings[1],
    ]);
    expect(await stored({ merge: true, split: true, reorder: true })).toEqual([
      { role: 'roles/browser', members: [ADA], condition },
      ...[ADA, 'user:bo@example.com', 'user:zoe@example.com'].map((member) => ({ role: 'roles/pubsub.viewer', members: [member] })),
    ]);
  });
});

describe('faults', () => {
  it('let a second writer come between a read and its write, once or several times', async () => {
    const world = example();
    const act = (state: GcpState): void =>
      bind(state, SEARCH, { role: 'roles/browser', members: [`user:${state.notes.writes}@example.com`] });
    world.gcp.faults.push({ path: /:setIamPolicy/, times: 2, effect: { kind: 'meanwhile', act } });
    const write = async (): Promise<number> => (await world.add(SEARCH, { role: 'roles/browser', members: [ADA] })).status;
    expect([await write(), await write(), await write()]).toEqual([409, 409, 200]);
    expect((await world.policy(SEARCH)).bindings).toHaveLength(6);
  });

  it('are worded as the real service does where they bring no words', async () => {
    const world = example();
    for (const status of [429, 500, 502, 503, 504, 418]) world.gcp.faults.push({ path: /./, effect: { kind: 'answer', status } });
    const errors = [];
    for (let call = 0; call < 6; call += 1) errors.push((await world.get(`${CRM}/v1/${PROD}`)).body.error);
    expect(errors.map((error) => [error?.code, error?.status])).toEqual([
      [429, 'RESOURCE_EXHAUSTED'],
      [500, 'INTERNAL'],
      [502, 'UNAVAILABLE'],
      [503, 'UNAVAILABLE'],
      [504, 'DEADLINE_EXCEEDED'],
      [418, 'UNKNOWN'],
    ]);
  });

  it('may cut the connection after the write has landed', async () => {
    const world = example();
    world.gcp.faults.push({ path: /:setIamPolicy/, effect: { kind: 'cut-after' } });
    await expect(world.add(SEARCH, { role: 'roles/browser', members: [ADA] })).rejects.toThrow('fetch failed');
    expect((await world.policy(SEARCH)).bindings?.at(-1)?.members).toEqual([ADA]);
  });

  it('may bring a page of HTML, or half a JSON', async () => {
    const world = example();
    const headers = { authorization: 'Bearer sim-token-grantkeeper' };
    world.gcp.faults.push({ path: /./, effect: { kind: 'answer', status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' } });
    world.gcp.faults.push({ path: /./, effect: { kind: 'truncate', length: 40 } });
    expect(await (await world.gcp.fetch(`${CRM}/v1/${PROD}`, { headers })).text()).toBe('<html>');
    expect(await (await world.gcp.fetch(`${CRM}/v1/${PROD}`, { headers })).text()).toHaveLength(40);
  });

  it('leave a log of every call', async () => {
    const world = example();
    await world.add(SEARCH, { role: 'roles/browser', members: [ADA] });
    expect(world.gcp.calls.map(({ method, url, status }) => [method, url.slice(CRM.length), status])).toEqual([
      ['POST', `/v3/${SEARCH}:getIamPolicy`, 200],
      ['POST', `/v3/${SEARCH}:setIamPolicy`, 200],
    ]);
    expect(JSON.parse(world.gcp.calls[1]?.body ?? '')).toHaveProperty('policy.etag');
  });
});

describe('writers that race', () => {
  it('lose nothing when each repeats its whole cycle on a conflict', async () => {
    const world = example();
    const add = async (member: string): Promise<void> => {
      while ((await world.add(SEARCH, { role: 'roles/browser', members: [member] })).status === 409);
    };
    await Promise.all(Array.from({ length: 12 }, async (_, at) => add(`user:w${at}@example.com`)));
    const members = (await world.policy(SEARCH)).bindings?.flatMap((binding) => binding.members) ?? [];
    expect(members.filter((member) => member.startsWith('user:w'))).toHaveLength(12);
    expect(world.gcp.calls.filter((call) => call.status === 409).length).toBeGreaterThan(0);
  });

  it('lose updates when they write blindly', async () => {
    const world = example();
    const add = async (member: string): Promise<unknown> => {
      const { etag: _, ...policy } = await world.policy(SEARCH);
      return world.set(SEARCH, { ...policy, bindings: [...(policy.bindings ?? []), { role: 'roles/browser', members: [member] }] });
    };
    await Promise.all(Array.from({ length: 4 }, async (_, at) => add(`user:w${at}@example.com`)));
    const members = (await world.policy(SEARCH)).bindings?.flatMap((binding) => binding.members) ?? [];
    expect(members.filter((member) => member.startsWith('user:w')).length).toBeLessThan(4);
  });
});

describe('other writers', () => {
  it('change the etag as any write does', async () => {
    const world = example();
    const before = await world.policy(SEARCH);
    bind(world.state, SEARCH, { role: 'roles/owner', members: ['allUsers'] });
    const after = await world.policy(SEARCH);
    expect(after.etag).not.toBe(before.etag);
    rebind(
      world.state,
      SEARCH,
      (binding) => binding.role === 'roles/owner',
      (binding) => ({ ...binding, members: [ADA] }),
    );
    expect((await world.policy(SEARCH)).bindings?.at(-1)).toEqual({ role: 'roles/owner', members: [ADA] });
    unbind(world.state, SEARCH, (binding) => binding.members.includes(ADA));
    expect((await world.policy(SEARCH)).bindings).toEqual(before.bindings);
  });
});

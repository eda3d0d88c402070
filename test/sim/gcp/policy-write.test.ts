import { describe, expect, it } from 'vitest';

import { ADA, CRM, example, type Policy, PROD, until, type World } from './world.ts';

const SEARCH = 'projects/search-prod';

async function message(got: Promise<{ status: number; body: { error?: { message: string } } }>): Promise<unknown> {
  const { status, body } = await got;
  return [status, body.error?.message];
}

/** A change that is always welcome, with whatever etag and version. */
async function touched(world: World, name: string, more: Record<string, unknown>): Promise<{ status: number; body: Policy }> {
  const policy = await world.policy(name);
  const got = await world.set(name, { bindings: policy.bindings, ...more });
  return { status: got.status, body: got.body as unknown as Policy };
}

describe('etags', () => {
  it('are eight bytes of base64 and new at each write, even one that changes nothing', async () => {
    const world = example();
    const etags = [(await world.policy(SEARCH)).etag];
    for (let write = 0; write < 3; write += 1) {
      const policy = await world.policy(SEARCH);
      etags.push(((await world.set(SEARCH, policy)).body as unknown as Policy).etag);
    }
    expect(new Set(etags).size).toBe(4);
    expect(etags.map((etag) => Buffer.from(etag, 'base64').length)).toEqual([8, 8, 8, 8]);
  });

  it('that differ are a conflict, with the body of the real service, and nothing is written', async () => {
    const world = example();
    const { etag } = await world.policy(SEARCH);
    await world.add(SEARCH, { role: 'roles/browser', members: [ADA] });
    const before = await world.policy(SEARCH);
    const got = await world.set(SEARCH, { ...before, etag });
    const text =
      'There were concurrent policy changes. Please retry the whole read-modify-write with exponential backoff. ' +
      `The request's ETag '${etag}' did not match the current policy's ETag '${before.etag}'.`;
    expect(got.body.error).toEqual({
      code: 409,
      message: text,
      errors: [{ message: text, domain: 'global', reason: 'aborted' }],
      status: 'ABORTED',
    });
    expect(await world.policy(SEARCH)).toEqual(before);
  });

  it('of a resource that never had a policy count as well', async () => {
    const world = example((state) => {
      state.folders['78'] = { displayName: 'empty', parent: 'organizations/123456789012' };
    });
    const bindings = [{ role: 'roles/browser', members: [ADA] }];
    expect((await world.set('folders/78', { etag: 'ACAB', bindings })).status).toBe(200);
    expect((await world.set('folders/78', { etag: 'ACAB', bindings })).status).toBe(409);
  });

  it('that are no base64 are refused', async () => {
    const got = await touched(example(), SEARCH, { etag: '%%%' });
    expect(got).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('Base64 decoding failed') } } });
  });

  it('may be spelled in the other base64 alphabet and without padding', async () => {
    const world = example();
    const { etag } = await world.policy(SEARCH);
    const other = etag.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    expect((await touched(world, SEARCH, { etag: other })).status).toBe(200);
  });

  it('left out make the write blind: it goes through, and with version 1 the conditions are gone', async () => {
    const world = example();
    const bindings = [{ role: 'roles/browser', members: [ADA] }];
    const got = await world.set(PROD, { version: 1, bindings });
    expect(got).toMatchObject({ status: 200, body: { version: 1, bindings } });
    expect((await world.policy(PROD)).bindings).toEqual(bindings);
  });
});

describe('policy versions', () => {
  it('2 and others are refused', async () => {
    expect((await touched(example(), SEARCH, { version: 2 })).status).toBe(400);
    expect((await touched(example(), SEARCH, { version: 'x' })).status).toBe(400);
    expect((await touched(example(), SEARCH, { version: 0 })).status).toBe(200);
  });

  it('below 3 cannot be written with an etag over a policy that has conditions', async () => {
    const world = example();
    const { etag } = await world.policy(PROD);
    const got = world.set(PROD, { etag, version: 1, bindings: [{ role: 'roles/browser', members: [ADA] }] });
    expect(await message(got)).toEqual([
      400,
      'Specified policy version (1) cannot be less than the existing policy version (3). ' +
        'For more information, please refer to https://cloud.google.com/iam/docs/policies#versions.',
    ]);
  });

  it('below 3 cannot carry conditions, with an etag or without', async () => {
    const world = example();
    const bindings = [{ role: 'roles/browser', members: [ADA], condition: until('2026-12-01T00:00:00Z') }];
    const { etag } = await world.policy(SEARCH);
    expect((await world.set(SEARCH, { version: 1, bindings })).status).toBe(400);
    expect((await world.set(SEARCH, { etag, bindings })).status).toBe(400);
    expect((await world.set(SEARCH, { etag, version: 3, bindings })).status).toBe(200);
  });

  it('go back to 1 when the last condition is gone', async () => {
    const world = example();
    const policy = await world.policy(PROD);
    const got = await world.set(PROD, { ...policy, bindings: policy.bindings?.filter((binding) => binding.condition === undefined) });
    expect(got.body['version']).toBe(1);
  });
});

describe('what is written', () => {
  it('is what the answer shows and the next read gives', async () => {
    const world = example();
    const added = { role: 'roles/logging.viewer', members: [ADA], condition: { ...until('2026-11-23T09:00:00Z'), description: 'why' } };
    const got = await world.add(PROD, added);
    expect(got).toMatchObject({ status: 200, body: { version: 3 } });
    expect(got.body).toEqual(await world.policy(PROD));
    expect((await world.policy(PROD)).bindings?.at(-1)).toEqual(added);
  });

  it('leaves audit configs and unknown fields alone, whatever the request says of them', async () => {
    const world = example();
    const before = await world.policy(PROD);
    await world.set(PROD, { version: 3, bindings: before.bindings, auditConfigs: [], iamOwned: false });
    const { etag: _, ...after } = await world.policy(PROD);
    expect({ ...after, etag: before.etag }).toEqual(before);
  });

  it('reaches further only by the update mask', async () => {
    const world = example();
    const before = await world.policy(PROD);
    const more = { ...before, auditConfigs: [{ service: 'allServices' }], bindings: [] };
    await world.set(PROD, more, { updateMask: 'etag,audit_configs' });
    const after = await world.policy(PROD);
    expect([after['auditConfigs'], after.bindings]).toEqual([[{ service: 'allServices' }], before.bindings]);
    await world.set(PROD, { bindings: after.bindings, version: 3 }, { updateMask: 'bindings,auditConfigs' });
    expect(await world.policy(PROD)).not.toHaveProperty('auditConfigs');
    await world.set(PROD, { bindings: [{ role: 'roles/browser', members: [ADA] }] }, { updateMask: '*' });
    expect(await world.policy(PROD)).toEqual({
      version: 1,
      etag: expect.any(String),
      bindings: [{ role: 'roles/browser', members: [ADA] }],
    });
  });

  it('keeps fields of a binding that nobody knows', async () => {
    const world = example();
    await world.add(PROD, { role: 'roles/browser', members: [ADA], tomorrow: { a: [1] } });
    expect((await world.policy(PROD)).bindings?.at(-1)).toEqual({ role: 'roles/browser', members: [ADA], tomorrow: { a: [1] } });
  });

  it('may be empty on a folder, and never on a project', async () => {
    const world = example();
    expect((await world.set('folders/77', { bindings: [] })).body).toEqual({ etag: expect.any(String) });
    expect(await message(world.set(PROD, { bindings: [] }))).toEqual([400, 'Request contains an invalid argument.']);
    expect(await message(world.set(PROD, {}))).toEqual([400, 'Request contains an invalid argument.']);
  });

  it('is the same by number and by id', async () => {
    const world = example();
    const policy = await world.policy(SEARCH);
    await world.post(`${CRM}/v1/projects/100000000003:setIamPolicy`, {
      policy: { ...policy, bindings: [...(policy.bindings ?? []), { role: 'roles/browser', members: [ADA] }] },
    });
    expect((await world.policy(SEARCH)).bindings?.at(-1)).toEqual({ role: 'roles/browser', members: [ADA] });
  });
});

describe('the form of a request', () => {
  it.each([
    [undefined],
    [{ policy: 'x' }],
    [{ policy: { bindings: {} } }],
    [{ policy: { bindings: ['x'] } }],
    [{ policy: { bindings: [{ role: 5 }] } }],
    [{ policy: { bindings: [{ role: 'roles/browser', members: 'x' }] } }],
    [{ policy: { bindings: [{ role: 'roles/browser', members: [5] }] } }],
    [{ policy: { bindings: [{ role: 'roles/browser', members: [ADA], condition: 'x' }] } }],
    [{ policy: { bindings: [{ role: 'roles/browser', members: [ADA], condition: { title: 1 } }] } }],
    [{ policy: { bindings: [{ role: 'roles/browser' }] } }],
    [{ policy: { bindings: [{ role: 'roles/browser', members: null }] } }],
  ])('refuses %j', async (body) => {
    const got = await example().post(`${CRM}/v3/${PROD}:setIamPolicy`, body);
    expect([got.status, got.body.error?.status]).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('takes a null condition for none', async () => {
    const world = example();
    await world.set(SEARCH, { bindings: [{ role: 'roles/browser', members: [ADA], condition: null }] });
    expect((await world.policy(SEARCH)).bindings).toEqual([{ role: 'roles/browser', members: [ADA] }]);
  });
});

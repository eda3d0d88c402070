import { describe, expect, it } from 'vitest';
import { nextBucketEtag } from '../../../src/sim/gcp/buckets.ts';
import { example } from './world.ts';

const BUCKET = 'https://storage.googleapis.com/storage/v1/b/ledger';
const V3 = '?optionsRequestedPolicyVersion=3';
const conditional = {
  role: 'roles/storage.objectViewer',
  members: ['user:ada@example.com'],
  condition: { title: 'end', expression: 'request.time < timestamp("2026-11-22T10:00:00Z")' },
};

async function put(world: ReturnType<typeof example>, policy: unknown) {
  const headers = { authorization: 'Bearer sim-token-grantkeeper', 'content-type': 'application/json' };
  const response = await world.gcp.fetch(`${BUCKET}/iam`, { method: 'PUT', headers, body: JSON.stringify(policy) });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}

describe('a bucket', () => {
  it('tells its project by number', async () => {
    const { body } = await example().get(`${BUCKET}?fields=projectNumber,iamConfiguration`);
    expect(body).toEqual({ projectNumber: '100000000001', iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } });
    expect((await example().get(BUCKET)).body).toMatchObject({ kind: 'storage#bucket', name: 'ledger' });
  });

  it('has a policy with two words of its own, written with PUT and alone', async () => {
    const world = example();
    const empty = (await world.get(`${BUCKET}/iam${V3}`)).body;
    expect(empty).toEqual({ kind: 'storage#policy', resourceId: 'projects/_/buckets/ledger', version: 1, etag: 'CAE=' });
    const { status, body } = await put(world, { ...empty, version: 3, bindings: [conditional] });
    expect([status, body]).toEqual([200, { ...empty, version: 3, etag: 'CAI=', bindings: [conditional] }]);
    expect((await world.get(`${BUCKET}/iam${V3}`)).body).toEqual(body);
  });

  it('fails a reader of an older version, where others mask', async () => {
    const world = example();
    await put(world, { version: 3, bindings: [conditional] });
    expect((await world.get(`${BUCKET}/iam`)).status).toBe(400);
  });

  it('answers 412 to an old etag, in the older format of errors', async () => {
    const world = example();
    await put(world, { version: 3, etag: 'CAE=', bindings: [conditional] });
    const { status, body } = await put(world, { version: 3, etag: 'CAE=', bindings: [] });
    expect(status).toBe(412);
    expect(body['error']).toMatchObject({ code: 412, errors: [{ reason: 'conditionNotMet' }] });
    expect(body['error']).not.toHaveProperty('status');
  });

  it('takes no condition without uniform bucket-level access', async () => {
    const world = example();
    Object.assign(world.state.things ?? {}, { 'projects/payments-prod/buckets/ledger': { uniform: false } });
    expect((await put(world, { version: 3, bindings: [conditional] })).status).toBe(412);
    expect((await put(world, { bindings: [{ role: conditional.role, members: conditional.members }] })).status).toBe(200);
  });

  it('is 404 where it is not there, and 403 for whoever lacks the right', async () => {
    const world = example((state) => Object.assign(state.tokens, { weak: { ...state.tokens['sim-token-reader'], denied: ['storage.*'] } }));
    expect((await world.get(`${BUCKET}-2`)).status).toBe(404);
    expect((await world.get(`${BUCKET}-2/iam`)).status).toBe(404);
    expect((await world.get(BUCKET, 'weak')).body.error?.message).toContain('does not have storage.buckets.get access');
    expect((await world.get(`${BUCKET}/iam`, 'weak')).status).toBe(403);
  });

  it('counts its etag on', () => {
    let etag = 'CAE=';
    const seen = new Set([etag]);
    for (let at = 0; at < 400; at += 1) seen.add((etag = nextBucketEtag(etag)));
    expect(seen.size).toBe(401);
    expect(nextBucketEtag('CH8=')).toBe('CIAB');
  });
});

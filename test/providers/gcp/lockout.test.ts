import { describe, expect, it } from 'vitest';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { gcpWriter } from '../../../src/providers/gcp/writer.ts';
import type { Policy } from '../../../src/providers/gcp/policy.ts';
import { liveBindings } from '../../../src/providers/gcp/wire.ts';
import { revoke } from '../conformance.ts';
import { scripted } from '../scripted.ts';
import { scopeOf } from './world.ts';

const TOOL = 'serviceAccount:grantkeeper@platform-shared.iam.gserviceaccount.com';
const OWNERS = 'group:platform-admins@example.com';
const role = 'organizations/123456789012/roles/grantkeeperApply';

async function take(bindings: Policy['bindings'], member: string, path = 'projects/payments-prod') {
  const scope = scopeOf(path);
  let stored: Policy = { etag: 'AA==', bindings: bindings ?? [] };
  const access = scripted(
    ({ url, body }) => {
      if (url.endsWith(':setIamPolicy')) stored = (JSON.parse(body) as { policy: Policy }).policy;
      return { json: stored };
    },
    { kind: 'token', token: 't0', self: TOOL },
  );
  const reading = await gcpReader(access).read(scope);
  if (!reading.ok) throw new Error(reading.failure.message);
  const change = revoke(
    liveBindings(scope, stored).find((live) => live.binding.member.shown === member),
    'recalled',
  );
  const { outcomes } = await gcpWriter(access).apply(reading, [change], () => []);
  return { outcomes, writes: access.seen.filter(({ url }) => url.endsWith(':setIamPolicy')).length };
}

describe('lockout', () => {
  it('keeps the access that the tool itself needs, however it is spelled', async () => {
    const spelled = TOOL.replace('grantkeeper@', 'Grantkeeper@');
    expect(await take([{ role, members: [spelled, 'user:ada@example.com'] }], spelled)).toMatchObject({
      outcomes: [{ status: 'failed', failure: { kind: 'unsafe', message: expect.stringContaining("the tool's own identity") } }],
      writes: 0,
    });
  });

  it('takes what the tool holds for a time only', async () => {
    const condition = { title: 'gk:acme-access:one', expression: 'request.time < timestamp("2026-11-23T17:00:00Z")' };
    expect(await take([{ role, members: [TOOL], condition }], TOOL)).toMatchObject({ outcomes: [{ status: 'applied' }], writes: 1 });
  });

  it('keeps the last owner of a project, and no other', async () => {
    const owner = { role: 'roles/owner', members: [OWNERS] };
    expect(await take([owner], OWNERS)).toMatchObject({
      outcomes: [{ status: 'failed', failure: { message: 'projects/payments-prod would be left without an owner' } }],
      writes: 0,
    });
    expect(await take([{ ...owner, members: [OWNERS, 'user:gil@example.com'] }], OWNERS)).toMatchObject({
      outcomes: [{ status: 'applied' }],
    });
    expect(await take([owner], OWNERS, 'folders/77')).toMatchObject({ outcomes: [{ status: 'applied' }] });
  });
});

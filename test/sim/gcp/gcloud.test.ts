import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { holds } from '../../../src/sim/gcp/access.ts';
import { serve, type Served } from '../../../src/sim/serve.ts';
import { gcloudAt, installed } from './gcloud.ts';
import { ADA, example, type Policy, PROD, type World } from './world.ts';

// Google's own client is the second opinion: it reads and writes the simulated cloud with no knowledge that it is one.
if (!installed) console.log('skipped: gcloud against the served simulator (gcloud is not on the PATH)');

const CONDITION = 'expression=request.time < timestamp("2026-11-22T12:00:00Z"),title=gk:acme-access:x';

let folder = '';
let world: World;
let served: Served;
let gcloud: ReturnType<typeof gcloudAt>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gcloud-'));
  world = example();
  served = await serve([{ service: world.gcp }]);
  gcloud = gcloudAt(served.urls['gcp'] ?? '', folder);
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the served simulator', () => {
  it('answers a plain fetch at the very paths of the real service', async () => {
    const response = await fetch(`${served.urls['gcp']}/v1/projects/payments-prod:getIamPolicy`, {
      method: 'POST',
      headers: { authorization: 'Bearer sim-token-reader', 'content-type': 'application/json' },
      body: '{"options":{"requestedPolicyVersion":3}}',
    });
    expect((await response.json()) as Policy).toEqual(await world.policy(PROD));
    expect(response.headers.get('server')).toBe('ESF');
    const role = await fetch(`${served.urls['gcp']}/v1/roles/browser`, {
      headers: { authorization: 'Bearer sim-token-reader', 'x-forwarded-host': 'iam.googleapis.com' },
    });
    expect(await role.json()).toMatchObject({ name: 'roles/browser' });
  });

  it.skipIf(!installed)('is taken for the real one by gcloud: it reads, adds a condition, and removes it again', async () => {
    const before = await world.policy(PROD);
    const binding = ['--member=user:ada@example.com', '--role=roles/logging.viewer', `--condition=${CONDITION}`];
    const told = await gcloud('projects', 'add-iam-policy-binding', 'payments-prod', ...binding);
    expect(told).toEqual(await world.policy(PROD));
    const question = { member: ADA, role: 'roles/logging.viewer', resource: PROD };
    expect(holds(world.state, question, world.clock.now())).toBe(true);
    const [role] = await Promise.all([
      gcloud('iam', 'roles', 'describe', 'roles/logging.viewer'),
      gcloud('projects', 'remove-iam-policy-binding', 'payments-prod', ...binding),
    ]);
    expect(role).toMatchObject({ name: 'roles/logging.viewer', stage: 'GA' });
    const after = await world.policy(PROD);
    expect({ ...after, etag: before.etag }).toEqual(before);
  });
});

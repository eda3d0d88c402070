import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serve } from '../../src/sim/serve.ts';
import type { GcpBinding } from '../../src/sim/gcp/state.ts';
import { gcloudAt, installed } from '../sim/gcp/gcloud.ts';
import { done, until } from './deeds.ts';
import { foreign, ours } from './standing.ts';
import { type ApplyJson, aWorld, grantFile, type TestWorld } from './world.ts';

if (!installed) console.log('skipped: gcloud between our runs (gcloud is not on the PATH)');

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const PROD = 'projects/payments-prod';
const LOGS = 'roles/logging.viewer';
const DEBUG = ['{ role: debug, place: payments-prod }'];
const OURS = 'gk:acme-access:';

/** Our bindings as the cloud keeps them; gcloud writes the fields of all bindings in an order of its own. */
async function marked(world: TestWorld): Promise<readonly GcpBinding[]> {
  const all = await world.gcpState.update((state) => state.policies[PROD]?.bindings ?? []);
  return all.filter(isOurs);
}

function isOurs({ condition }: GcpBinding): boolean {
  return condition?.title?.startsWith(OURS) === true;
}

function inGoogle({ outcomes }: ApplyJson): readonly string[] {
  return outcomes.filter(({ change }) => change.cloud === 'gcp').map(({ status, change }) => `${status} ${change.verb}`);
}

describe('62 gcloud between our runs', () => {
  // A start of gcloud takes seconds on a busy machine, so there are few, one after the other.
  it.skipIf(!installed)('changes the same policy, and neither side loses anything', { timeout: 300_000 }, async () => {
    const world = await aWorld();
    const folder = mkdtempSync(join(tmpdir(), 'gcloud-'));
    const served = await serve([{ service: world.gcp }]);
    const gcloud = gcloudAt(served.urls['gcp'] ?? '', folder);
    const at = (verb: string, ...words: readonly string[]) => gcloud('projects', verb, 'payments-prod', ...words);
    try {
      await world.land({ [PATH]: grantFile({ access: DEBUG, expires: '11:00' }) });
      expect((await world.apply()).exit).toBe(0);
      const granted = await marked(world);
      expect(granted).toHaveLength(2);

      // The same role for the same person for good, and one of theirs with an end, on a policy that has our conditions.
      const standing = ['--member=user:ada@example.com', `--role=${LOGS}`, '--condition=None'];
      const ending = `expression=request.time < timestamp("2026-12-24T00:00:00Z"),title=Until Christmas,description=theirs`;
      const conditional = ['--member=user:zoe@example.com', `--role=${LOGS}`, `--condition=${ending}`];
      await at('add-iam-policy-binding', ...standing);
      await at('add-iam-policy-binding', ...conditional);
      expect(await marked(world)).toEqual(granted);
      const theirs = await foreign(world);
      expect(theirs).toContain('Until Christmas');

      // Our next runs find nothing to do, then renew ours in place.
      expect(done(await world.apply())).toEqual([]);
      await world.land({ [PATH]: grantFile({ access: DEBUG, expires: '12:00' }) });
      expect(inGoogle(await world.apply())).toEqual(['applied extend', 'applied extend']);
      expect(await foreign(world)).toBe(theirs);

      // They take one of theirs away, with its condition; ours stays as it is.
      const renewed = await marked(world);
      const left = (await at('remove-iam-policy-binding', ...conditional)) as { readonly bindings: readonly GcpBinding[] };
      expect(await marked(world)).toEqual(renewed);
      expect(JSON.stringify(left.bindings.filter(isOurs).map(({ condition }) => condition?.expression))).toContain('T12:00:00Z');
      const after = await foreign(world);
      expect(after).not.toContain('Until Christmas');

      // At the end ours goes and nothing else.
      until(world, '12:00');
      expect(inGoogle(await world.apply())).toEqual(['applied revoke', 'applied revoke']);
      expect(await ours(world)).toEqual([]);
      expect(await foreign(world)).toBe(after);
      const read = (await at('get-iam-policy')) as { readonly bindings: readonly GcpBinding[] };
      const lasting = read.bindings.filter(({ role, condition }) => role === LOGS && condition === undefined);
      expect(lasting.flatMap(({ members }) => members)).toContain('user:ada@example.com');
      expect(read.bindings.some(isOurs)).toBe(false);
    } finally {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

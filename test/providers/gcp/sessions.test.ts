import { describe, expect, it } from 'vitest';
import type { RecallMeans } from '../../../src/domain/measure.ts';
import { gcpLockWriter } from '../../../src/providers/gcp/lockdown.ts';
import { memberOf } from '../../../src/providers/gcp/member.ts';
import type { GcpState } from '../../../src/sim/gcp/state.ts';
import { type GcpWorld, gcpWorld, NOW } from './world.ts';

const ADA = 'user:ada@example.com';
const DEPLOYER = 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com';
const SIGNER = 'grantkeeper@platform-shared.iam.gserviceaccount.com';
const RAHA = 'principal://iam.googleapis.com/locations/global/workforcePools/partners/subject/raha@altostrat.example';
const ROLE: RecallMeans = { disables: false, signOut: { account: SIGNER } };
const DELEGATED: RecallMeans = { disables: false, signOut: { account: SIGNER, admin: 'it@example.com' } };

function withDirectory(state: GcpState): void {
  const users = { 'ada@example.com': { tokens: ['gcloud.apps', 'other.apps'] }, 'it@example.com': { tokens: [] } };
  state.directory = { users, admins: [`serviceAccount:${SIGNER}`, 'user:it@example.com'], delegates: [SIGNER] };
  state.workforce = { 'locations/global/workforcePools/partners/subjects/raha@altostrat.example': undefined };
}

async function ended({ access }: GcpWorld, means: RecallMeans, ...members: readonly string[]) {
  return (await gcpLockWriter(access, means)).endSessions(members.map(memberOf));
}

describe('sessions and tokens', () => {
  it.each([
    ['a role of its own', ROLE],
    ['an administrator who delegated it', DELEGATED],
  ])('of a user are ended by %s, and what apps held is gone', async (_, means) => {
    const world = gcpWorld(withDirectory);
    const done = await ended(world, means, ADA);
    const evidence = 'signed out, 2 apps cut off, read back: none left';
    expect(done).toEqual([{ measure: { kind: 'sign-out', cloud: 'gcp', member: ADA }, status: 'applied', at: NOW, evidence }]);
    expect(world.state.directory?.users['ada@example.com']).toEqual({ signedOut: NOW, tokens: [] });
    const again = await ended(world, means, ADA);
    expect(again[0]?.evidence).toBe('signed out, 0 apps cut off, read back: none left');
  });

  it('of a subject of a workforce pool are revoked', async () => {
    const world = gcpWorld(withDirectory);
    expect(await ended(world, ROLE, RAHA)).toMatchObject([{ measure: { kind: 'revoke-sessions', member: RAHA }, status: 'applied' }]);
    expect(Object.values(world.state.workforce ?? {})).toEqual([NOW]);
    expect(await ended(world, ROLE, RAHA.replace('raha', 'nobody'))).toMatchObject([{ status: 'failed', failure: { kind: 'forbidden' } }]);
  });

  it('are left, and that is said, where policy does not ask for it; a group has none', async () => {
    const done = await ended(gcpWorld(withDirectory), { disables: true }, ADA, DEPLOYER, 'group:payments-oncall@example.com');
    expect(done.map(({ status, measure, failure }) => [status, measure.kind, failure?.message])).toEqual([
      ['skipped', 'sign-out', 'policy names nobody who may sign users out'],
      ['skipped', 'disable', 'policy has no service account disabled'],
    ]);
  });

  it.each<[string, RecallMeans, (world: GcpWorld) => void, string]>([
    [
      'a user whom the directory does not have',
      ROLE,
      ({ state }) => delete state.directory?.users['ada@example.com'],
      'Resource Not Found',
    ],
    ['an account without the role', ROLE, ({ state }) => (state.directory = { users: {}, admins: [], delegates: [] }), 'Not Authorized'],
    ['an account that we may not act as', ROLE, ({ state }) => delete state.serviceAccounts[SIGNER], 'getAccessToken'],
    ['one that we may not sign as', DELEGATED, ({ state }) => delete state.serviceAccounts[SIGNER], 'signJwt'],
    ['no delegation', DELEGATED, ({ state }) => (state.directory = { users: {}, admins: [], delegates: [] }), 'unauthorized_client'],
    [
      'a token service that is down',
      DELEGATED,
      ({ service }) => service.faults.push({ path: /^\/token$/, effect: { kind: 'cut-before' } }),
      'fetch failed',
    ],
    [
      'a token that is none',
      ROLE,
      ({ service }) => service.faults.push({ path: /generateAccessToken/, effect: { kind: 'answer', status: 200, body: '{}' } }),
      'is no token',
    ],
    [
      'a page for an answer',
      DELEGATED,
      ({ service }) => service.faults.push({ path: /^\/token$/, effect: { kind: 'answer', status: 502, body: '<html>' } }),
      '502',
    ],
    [
      'a list that cannot be read',
      ROLE,
      ({ service }) => service.faults.push({ path: /\/tokens$/, effect: { kind: 'answer', status: 403 } }),
      '403',
    ],
    [
      'a second list that cannot be read',
      ROLE,
      ({ service }) => service.faults.push({ path: /\/tokens$/, after: 1, effect: { kind: 'answer', status: 403 } }),
      '403',
    ],
    [
      'an app that stays',
      ROLE,
      ({ service }) => service.faults.push({ method: 'DELETE', path: /\/tokens\//, effect: { kind: 'answer', status: 403 } }),
      '1 apps still hold tokens',
    ],
  ])('are not said to be ended with %s', async (_, means, change, message) => {
    const world = gcpWorld(withDirectory);
    change({ ...world, state: world.state });
    const [done] = await ended(world, means, ADA);
    expect(done?.status).toBe('failed');
    expect(done?.failure?.message).toContain(message);
  });
});

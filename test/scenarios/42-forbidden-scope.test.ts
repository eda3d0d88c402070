import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { plan } from '../../src/commands/plan.ts';
import { prune } from '../../src/commands/prune.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { foreign, ours } from './standing.ts';
import { AZURE_ONE, callsTo, isWrite, over } from './wire.ts';
import { aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const TOKEN = 'sim-token-grantkeeper';
const HOURS = 3600_000;

/** From now on Google refuses these permissions to us, such as `resourcemanager.projects.getIamPolicy@projects/x`; none: all is well again. */
async function googleRefuses(world: TestWorld, ...denied: readonly string[]): Promise<void> {
  await world.gcpState.update((state) => {
    const { denied: _, ...token } = state.tokens[TOKEN] ?? { member: '', scopes: [] };
    state.tokens[TOKEN] = denied.length === 0 ? token : { ...token, denied };
  });
}

async function azureRefuses(world: TestWorld, ...refused: readonly { action: string; scope: string }[]): Promise<void> {
  await world.azureState.update((state) => {
    state.callers = state.callers.map((one) => (one.actions.includes('*') ? { ...one, refused } : one));
  });
}

/** Ada at two projects and a resource group, by one grant that ends at twelve. */
const threeScopes = beginning(async () => {
  const world = await aWorld();
  const projects = ['payments-prod', 'payments-test'].map((place) => `{ gcp: ${place}, role: roles/logging.viewer }`);
  const access = [...projects, '{ azure: payments-prod, role: Reader }'];
  await world.land({ 'grants/payments/ada.yaml': grantFile({ access, expires: '12:00' }) });
  return world;
});

const PROD = 'gcp payments-prod roles/logging.viewer ada ada';
const TEST = 'gcp payments-test roles/logging.viewer ada ada';
const GROUP = 'azure payments Reader ada ada';

describe.concurrent('42 forbidden scope', () => {
  it('grants at the scopes that it may read, names the other and what to do, and grants there once it may', async () => {
    const world = await threeScopes();
    await googleRefuses(world, 'resourcemanager.projects.getIamPolicy@projects/payments-test');
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => one.status)).toEqual(['applied', 'applied']);
    expect(await ours(world)).toEqual([GROUP, PROD]);
    expect(run.unread).toMatchObject([
      {
        scope: 'projects/payments-test',
        message: expect.stringContaining('403'),
        hint: expect.stringContaining('resourcemanager.projects.getIamPolicy'),
      },
    ]);
    await googleRefuses(world);
    expect((await world.apply()).exit).toBe(0);
    expect(await ours(world)).toEqual([GROUP, PROD, TEST]);
  });

  it('does the same on Azure', async () => {
    const world = await threeScopes();
    await azureRefuses(world, { action: 'Microsoft.Authorization/roleAssignments/read', scope: SCOPES.paymentsGroup });
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(await ours(world)).toEqual([PROD, TEST]);
    expect(run.unread).toMatchObject([
      { scope: SCOPES.paymentsGroup, message: expect.stringContaining('AuthorizationFailed'), hint: expect.stringContaining('identity') },
    ]);
  });

  it('tells a person the scope and the remedy, in the plan as in the run', async () => {
    const world = await threeScopes();
    await googleRefuses(world, 'resourcemanager.projects.getIamPolicy@projects/payments-test');
    for (const report of [await world.run(plan), await world.run(apply, { yes: true })]) {
      expect(report.text).toMatch(/^x projects\/payments-test \(gcp\) was not read, so nothing is decided about it: .*403/m);
      expect(report.text).toMatch(/^ {2}.*the tool holds resourcemanager\.projects\.getIamPolicy there/m);
    }
  });

  it('decides nothing about what it cannot see: neither the end nor the pruning', async () => {
    const world = await threeScopes();
    await world.apply();
    await azureRefuses(world, { action: 'Microsoft.Authorization/roleAssignments/read', scope: SCOPES.paymentsGroup });
    world.clock.advance(5 * HOURS);
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => `${one.status} ${one.change.verb} ${one.change.cloud}`)).toEqual([
      'applied revoke gcp',
      'applied revoke gcp',
    ]);
    expect(await ours(world)).toEqual([GROUP]);
    expect((await world.run(prune)).json).toMatchObject({ operation: 'none', deletions: [] });
    await azureRefuses(world);
    expect((await world.apply()).exit).toBe(0);
    expect(await ours(world)).toEqual([]);
    expect((await world.run(prune)).json).toMatchObject({ operation: 'opened', deletions: [{ grant: 'ada' }] });
  });

  it('goes on where it may write, and names the right that it lacks', async () => {
    const world = await threeScopes();
    await googleRefuses(world, 'resourcemanager.projects.setIamPolicy@projects/payments-test');
    const run = await world.apply();
    expect(run.exit).toBe(4);
    const failed = run.outcomes.filter((one) => one.status === 'failed');
    expect(failed.map((one) => [one.change.scope, one.failure?.kind])).toEqual([['projects/payments-test', 'forbidden']]);
    expect(failed[0]?.failure).toMatchObject({
      message: expect.stringContaining('projects/payments-test'),
      hint: expect.stringContaining('resourcemanager.projects.setIamPolicy'),
    });
    expect(await ours(world)).toEqual([GROUP, PROD]);
    await googleRefuses(world);
    expect((await world.apply()).exit).toBe(0);
    expect(await ours(world)).toEqual([GROUP, PROD, TEST]);
  });

  it('asks Azure once, and not for each change, where it may not write', async () => {
    const world = await aWorld();
    const access = ['Reader', 'Monitoring Reader', 'Storage Blob Data Reader'].map((role) => `{ azure: payments-prod, role: ${role} }`);
    await world.land({
      'grants/payments/ada.yaml': grantFile({
        access: [...access, '{ gcp: payments-prod, role: roles/logging.viewer }'],
        expires: '11:00',
      }),
    });
    await azureRefuses(world, { action: 'Microsoft.Authorization/roleAssignments/write', scope: SCOPES.paymentsGroup });
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(callsTo(world.azure, AZURE_ONE, 'PUT').map((call) => call.status)).toEqual([403]);
    const failed = run.outcomes.filter((one) => one.status === 'failed');
    expect(failed.map((one) => one.failure?.kind)).toEqual(['forbidden', 'forbidden', 'forbidden']);
    expect(failed.map((one) => one.failure?.message ?? '').filter((message) => message.startsWith('not tried'))).toHaveLength(2);
    expect(failed[0]?.failure).toMatchObject({
      message: expect.stringContaining(SCOPES.paymentsGroup),
      hint: expect.stringContaining('Role Based Access Control Administrator'),
    });
    expect(await ours(world)).toEqual([PROD]);
  });

  it('may give one role and not another, and gives the one', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/ada.yaml': grantFile() });
    const before = await foreign(world);
    const onlyLogs = over(world, async (sent, pass) => {
      if (!isWrite(sent) || !sent.body.includes('roles/cloudsql.viewer')) return pass();
      const error = { code: 403, status: 'PERMISSION_DENIED', message: 'Policy update access denied.' };
      return new Response(JSON.stringify({ error }), { status: 403 });
    });
    const run = await world.apply({}, onlyLogs);
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => `${one.status} ${one.change.role}`)).toEqual([
      'failed roles/cloudsql.viewer',
      'applied roles/logging.viewer',
    ]);
    expect(await ours(world)).toEqual(['gcp payments-test roles/logging.viewer ada ada']);
    expect(await foreign(world)).toBe(before);
  });
});

import { describe, expect, it } from 'vitest';
import { madeByHand, roleNamed } from '../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { PEOPLE } from '../../src/sim/azure/example-directory.ts';
import type { AzureState } from '../../src/sim/azure/state.ts';
import type { GcpState } from '../../src/sim/gcp/state.ts';
import { bind, rebind, unbind } from '../../src/sim/gcp/writers.ts';
import { foreign, ours } from './standing.ts';
import { AZURE_ONE, callsTo, GCP_READ, GCP_WRITE, isWrite, over, writesOf } from './wire.ts';
import { aWorld, BEGIN, grantFile } from './world.ts';

const PROJECT = 'projects/payments-test';
const BOTH_ROLES = ['gcp payments-test roles/cloudsql.viewer ada ada', 'gcp payments-test roles/logging.viewer ada ada'];

/** Somebody else who binds one more stranger, each time just before our write arrives. */
function rival() {
  let count = 0;
  return (state: GcpState) => bind(state, PROJECT, { role: 'roles/viewer', members: [`user:stranger-${(count += 1)}@example.com`] });
}

/** Resolves for everybody once `count` have come. */
function meetingOf(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    if ((come += 1) === count) resolve();
    return promise;
  };
}

/** Holds the first write of a run back until the other runs have one to send, too: all have planned on the same state by then. */
function afterMeeting(meeting: () => Promise<void>): Parameters<typeof over>[1] {
  let met: Promise<void> | undefined;
  return async (sent, pass) => {
    if (isWrite(sent)) await (met ??= meeting());
    return pass();
  };
}

async function strangersIn(world: Awaited<ReturnType<typeof aWorld>>): Promise<number> {
  return (await foreign(world)).match(/stranger-\d/g)?.length ?? 0;
}

describe.concurrent('40 conflict', () => {
  it('begins anew when somebody wrote first, with no call more than that takes, and keeps what they wrote', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/ada.yaml': grantFile() });
    world.gcp.faults.push({ path: GCP_WRITE, times: 2, effect: { kind: 'meanwhile', act: rival() } });
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([0, 'applied', 'applied']);
    expect(callsTo(world.gcp, GCP_WRITE).map((call) => call.status)).toEqual([409, 409, 200]);
    // The survey, one reading after each conflict, and the second look.
    expect(callsTo(world.gcp, GCP_READ)).toHaveLength(4);
    // Google's advice: growing waits, here of one and of two seconds, each with up to a second more.
    expect(world.waited()).toBeGreaterThanOrEqual(3000);
    expect(world.waited()).toBeLessThan(5000);
    expect(await ours(world)).toEqual(BOTH_ROLES);
    expect(await strangersIn(world)).toBe(2);
  });

  it('gives a scope up after eight conflicts, says so, and the next run converges', async () => {
    const world = await aWorld();
    const access = ['{ gcp: payments-test, role: roles/logging.viewer }', '{ azure: payments-prod, role: Reader }'];
    await world.land({ 'grants/payments/ada.yaml': grantFile({ access, expires: '12:00' }) });
    world.gcp.faults.push({ path: GCP_WRITE, times: 8, effect: { kind: 'meanwhile', act: rival() } });
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => [one.change.cloud, one.status, one.failure?.kind])).toEqual([
      ['azure', 'applied', undefined],
      ['gcp', 'failed', 'conflict'],
    ]);
    expect(run.outcomes[1]?.failure?.message).toMatch(/projects\/payments-test.*concurrent policy changes/);
    expect(callsTo(world.gcp, GCP_WRITE).map((call) => call.status)).toEqual(Array(8).fill(409));
    expect(world.gcp.faults).toEqual([]);
    const next = await world.apply();
    expect([next.exit, ...next.outcomes.map((one) => `${one.status} ${one.change.cloud}`)]).toEqual([0, 'applied gcp']);
    expect(await ours(world)).toEqual(['azure payments Reader ada ada', 'gcp payments-test roles/logging.viewer ada ada']);
    expect(await strangersIn(world)).toBe(8);
  });

  it('ends with an error when conflicts let nothing be done at all', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/ada.yaml': grantFile() });
    world.gcp.faults.push({ path: GCP_WRITE, times: 8, effect: { kind: 'meanwhile', act: rival() } });
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([1, 'failed', 'failed']);
  });

  it('takes only its own member out of a binding that somebody put a friend into meanwhile', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/ada.yaml': grantFile({ expires: '10:00' }) });
    await world.apply();
    world.clock.advance(3600_000);
    const before = await foreign(world);
    const joins = (state: GcpState) =>
      rebind(
        state,
        PROJECT,
        ({ role, members }) => role === 'roles/logging.viewer' && members.includes('user:ada@example.com'),
        (binding) => ({ ...binding, members: [...binding.members, 'user:friend@example.com'] }),
      );
    world.gcp.faults.push({ path: GCP_WRITE, effect: { kind: 'meanwhile', act: joins } });
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => `${one.status} ${one.change.verb}`)]).toEqual([0, 'applied revoke', 'applied revoke']);
    expect(await ours(world)).toEqual(['gcp payments-test roles/logging.viewer friend ada']);
    expect(await foreign(world)).toBe(before);
    const plan = await world.plan();
    expect(plan.changes).toEqual([]);
    expect(plan.observations.filter((one) => one.kind === 'forged')).toMatchObject([{ member: 'user:friend@example.com' }]);
  });

  it('says that it is already so when somebody did the very same first', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/ada.yaml': grantFile({ expires: '10:00' }) });
    await world.apply();
    world.clock.advance(3600_000);
    const clean = (state: GcpState) => unbind(state, PROJECT, ({ condition }) => condition?.title?.startsWith('gk:acme-access:') === true);
    world.gcp.faults.push({ path: GCP_WRITE, effect: { kind: 'meanwhile', act: clean } });
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([0, 'already-so', 'already-so']);
    expect(callsTo(world.gcp, GCP_WRITE).map((call) => call.status)).toEqual([200, 409]);
  });

  it('leaves an Azure assignment alone that somebody makes by hand between the look and the write', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/ada.yaml': grantFile({ access: ['{ azure: payments-prod, role: Reader }'], expires: '12:00' }) });
    const byHand = (state: AzureState) => {
      const triple = { scope: SCOPES.paymentsGroup, role: roleNamed(state, 'Reader'), principalId: PEOPLE.ada, principalType: 'User' };
      state.roleAssignments.push(madeByHand(triple, BEGIN));
    };
    world.azure.faults.push({ method: 'PUT', path: AZURE_ONE, effect: { kind: 'meanwhile', act: byHand } });
    const run = await world.apply();
    expect(run.exit).toBe(1);
    expect(run.outcomes.map((one) => [one.status, one.failure?.kind])).toEqual([['failed', 'conflict']]);
    expect(run.outcomes[0]?.failure?.message).toMatch(/held, unmanaged twin/);
    const stands = await foreign(world);
    const next = await world.apply();
    expect([next.exit, ...next.outcomes.map((one) => one.status)]).toEqual([3, 'held']);
    expect(next.refusals.map((one) => one.code)).toEqual(['GK3305']);
    expect([await ours(world), await foreign(world)]).toEqual([[], stands]);
  });

  it('lets two runs work at the same time without granting or taking anything twice', async () => {
    const world = await aWorld();
    const lapsing = grantFile({ principal: 'bo', access: ['{ role: debug, place: payments-prod }'], expires: '10:00' });
    await world.land({ 'grants/payments/bo.yaml': lapsing }, { by: 'bo-s', approve: ['chi-p'], merge: 'chi-p' });
    await world.apply();
    world.clock.advance(3600_000);
    await world.land({ 'grants/payments/ada.yaml': grantFile({ access: ['{ role: debug, place: payments-prod }'], expires: '12:00' }) });
    const before = await foreign(world);
    const together = meetingOf(2);
    const runs = await Promise.all([1, 2].map(() => world.apply({}, over(world, afterMeeting(together)))));
    expect(runs.map((run) => run.exit)).toEqual([0, 0]);
    expect(runs.map((run) => run.outcomes.length)).toEqual([6, 6]);
    expect(new Set(runs.flatMap((run) => run.outcomes.map((one) => one.status)))).toEqual(new Set(['applied', 'already-so']));
    expect(await ours(world)).toEqual([
      'azure payments Reader ada ada',
      'gcp payments-prod roles/cloudsql.viewer ada ada',
      'gcp payments-prod roles/logging.viewer ada ada',
    ]);
    expect(await foreign(world)).toBe(before);
    const writes = writesOf(world).length;
    expect((await world.apply()).outcomes).toEqual([]);
    expect(writesOf(world)).toHaveLength(writes);
  });
});

import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/commands/context.ts';
import { foreign, ours } from './standing.ts';
import { AZURE_ONE, isWrite, over, type Sent } from './wire.ts';
import { aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const HOURS = 3600_000;

const LOGS = (place: string) => `{ gcp: ${place}, role: roles/logging.viewer }`;
const READER = '{ azure: payments-prod, role: Reader }';
const ACCESS = [LOGS('payments-prod'), LOGS('payments-test'), READER];

/** Ada's access at three scopes of two clouds is over; Chi's at the same three is to begin. */
const changeOfShift = beginning(async () => {
  const world = await aWorld();
  await world.land({ 'grants/payments/ada.yaml': grantFile({ access: ACCESS, expires: '10:00' }) });
  await world.apply();
  world.clock.advance(HOURS);
  await world.land({ 'grants/payments/chi.yaml': grantFile({ principal: 'chi', access: ACCESS, expires: '12:00' }) });
  return world;
});

const at = (who: string) => [
  `azure payments Reader ${who} ${who}`,
  `gcp payments-prod roles/logging.viewer ${who} ${who}`,
  `gcp payments-test roles/logging.viewer ${who} ${who}`,
];

function isGrant({ method, body }: Sent): boolean {
  return method === 'PUT' || body.includes('gk:acme-access:chi');
}

/** Writes in the order in which they were sent to either cloud: `takes` from Ada, or `gives` to Chi. */
function watched(world: TestWorld): { readonly writes: string[]; readonly access: Context['access'] } {
  const writes: string[] = [];
  const { access } = over(world, (sent, pass) => {
    if (isWrite(sent)) writes.push(`${isGrant(sent) ? 'gives' : 'takes'} ${sent.cloud}`);
    return pass();
  });
  return { writes, access };
}

const verbs = (outcomes: readonly { status: string; change: { verb: string; cloud: string } }[]) =>
  outcomes.map((one) => `${one.status} ${one.change.verb} ${one.change.cloud}`).sort();

describe.concurrent('52 revocations first', () => {
  it('sends every revocation, over all scopes and clouds, before the first grant', async () => {
    const world = await changeOfShift();
    const { writes, access } = watched(world);
    const run = await world.apply({}, { access });
    expect(run.exit).toBe(0);
    expect(writes.map((one) => one.split(' ')[0])).toEqual(['takes', 'takes', 'takes', 'gives', 'gives', 'gives']);
    expect(writes.slice(0, 3).sort()).toEqual(['takes azure', 'takes gcp', 'takes gcp']);
    expect(await ours(world)).toEqual(at('chi'));
  });

  it('shows them first, in the plan too', async () => {
    const world = await changeOfShift();
    const { changes } = await world.plan();
    expect(changes.map((one) => one.verb)).toEqual(['revoke', 'revoke', 'revoke', 'grant', 'grant', 'grant']);
  });

  it('waits with the grants for a revocation that has to be sent again and again', async () => {
    const world = await changeOfShift();
    world.azure.faults.push({ method: 'DELETE', path: AZURE_ONE, times: 3, effect: { kind: 'cut-before' } });
    world.gcp.faults.push({ path: /payments-test:setIamPolicy/, times: 3, effect: { kind: 'answer', status: 503 } });
    const { writes, access } = watched(world);
    expect((await world.apply({}, { access })).exit).toBe(0);
    expect(writes.lastIndexOf('takes azure')).toBeLessThan(writes.findIndex((one) => one.startsWith('gives')));
    expect(writes.lastIndexOf('takes gcp')).toBeLessThan(writes.findIndex((one) => one.startsWith('gives')));
    expect(await ours(world)).toEqual(at('chi'));
  });

  it('revokes everything although no grant succeeds', async () => {
    const world = await changeOfShift();
    await world.gcpState.update((state) => (state.missing = ['chi@example.com']));
    world.azure.faults.push({ method: 'PUT', path: AZURE_ONE, times: 100, effect: { kind: 'answer', status: 400 } });
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(verbs(run.outcomes)).toEqual([
      'applied revoke azure',
      'applied revoke gcp',
      'applied revoke gcp',
      'failed grant azure',
      'failed grant gcp',
      'failed grant gcp',
    ]);
    expect(await ours(world)).toEqual([]);
  });

  it('grants although a revocation elsewhere failed, and tells of it', async () => {
    const world = await changeOfShift();
    world.gcp.faults.push({ path: /payments-test:setIamPolicy/, effect: { kind: 'answer', status: 403 } });
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.filter((one) => one.status === 'failed').map((one) => [one.change.verb, one.change.scope])).toEqual([
      ['revoke', 'projects/payments-test'],
    ]);
    expect(await ours(world)).toEqual([...at('chi'), 'gcp payments-test roles/logging.viewer ada ada'].sort());
  });

  it('does not let a scope that never answers hold up the others, and writes nothing there out of turn', async () => {
    const world = await changeOfShift();
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { access } = over(world, async (sent, pass) => {
      if (sent.url.endsWith('payments-test:setIamPolicy') && !isGrant(sent)) await answered;
      const response = await pass();
      // The other grants go through while the revocation still hangs; only then does the slow scope answer.
      if (sent.method === 'PUT') answer();
      return response;
    });
    const run = await world.apply({}, { access, patience: () => new Promise((resolve) => setTimeout(resolve, 50)) });
    expect(run.exit).toBe(4);
    expect(verbs(run.outcomes)).toEqual([
      'applied grant azure',
      'applied grant gcp',
      'applied revoke azure',
      'applied revoke gcp',
      'applied revoke gcp',
      'skipped grant gcp',
    ]);
    expect(run.outcomes.find((one) => one.status === 'skipped')).toMatchObject({ change: { scope: 'projects/payments-test' } });
    const next = await world.apply();
    expect([next.exit, await ours(world)]).toEqual([0, at('chi')]);
  });

  it('takes and gives by halves: --only revocations, then --only grants', async () => {
    const world = await changeOfShift();
    const others = await foreign(world);
    const taking = await world.apply({ only: 'revocations' });
    expect([taking.exit, verbs(taking.outcomes)]).toEqual([0, ['applied revoke azure', 'applied revoke gcp', 'applied revoke gcp']]);
    expect(await ours(world)).toEqual([]);
    const giving = await world.apply({ only: 'grants' });
    expect([giving.exit, verbs(giving.outcomes)]).toEqual([0, ['applied grant azure', 'applied grant gcp', 'applied grant gcp']]);
    expect([await ours(world), await foreign(world)]).toEqual([at('chi'), others]);
  });

  it('gives without taking when asked to, and leaves what is due to the next run', async () => {
    const world = await changeOfShift();
    const run = await world.apply({ only: 'grants' });
    expect([run.exit, verbs(run.outcomes)]).toEqual([0, ['applied grant azure', 'applied grant gcp', 'applied grant gcp']]);
    expect(await ours(world)).toEqual([...at('ada'), ...at('chi')].sort());
    expect((await world.apply()).outcomes.map((one) => one.change.verb)).toEqual(['revoke', 'revoke', 'revoke']);
    expect(await ours(world)).toEqual(at('chi'));
  });

  it('writes on Azure what follows onto what is over, which a half that only gives does too', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/first.yaml': grantFile({ access: [READER], expires: '10:00' }) });
    await world.apply();
    world.clock.advance(HOURS);
    await world.land({ 'grants/payments/second.yaml': grantFile({ access: [READER], expires: '12:00' }) });
    expect((await world.apply({ only: 'revocations' })).outcomes).toEqual([]);
    const run = await world.apply({ only: 'grants' });
    expect([run.exit, verbs(run.outcomes)]).toEqual([0, ['applied extend azure']]);
    expect(await ours(world)).toEqual(['azure payments Reader ada second']);
  });

  it('counts only what it was to do: grants that wait do not spoil the exit of --only revocations', async () => {
    const world = await changeOfShift();
    await world.gcpState.update((state) => (state.missing = ['chi@example.com']));
    expect((await world.apply({ only: 'revocations' })).exit).toBe(0);
    expect(await ours(world)).toEqual([]);
    expect((await world.apply({ only: 'revocations' })).exit).toBe(0);
  });
});

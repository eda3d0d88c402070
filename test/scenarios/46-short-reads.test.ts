import { describe, expect, it } from 'vitest';
import { prune } from '../../src/commands/prune.ts';
import { scheduled } from '../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { PEOPLE } from '../../src/sim/azure/example-directory.ts';
import type { Fault, SimService } from '../../src/sim/service.ts';
import { foreign, ours } from './standing.ts';
import { AZURE_LIST, callsTo, GCP_READ, writesOf } from './wire.ts';
import { aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const HOURS = 3600_000;
const TRIES = 6;
const PROD = /payments-prod:getIamPolicy$/;

/** The first `length` characters of an answer, as often as a reader may ask before it gives up. */
function cut(path: RegExp, length: number, after = 0): Fault {
  return { path, after, times: TRIES, effect: { kind: 'truncate', length } };
}

function answer(path: RegExp, status: number, body: string, times = TRIES): Fault {
  return { path, times, effect: { kind: 'answer', status, headers: { 'content-type': 'application/json' }, body } };
}

const STANDING = [
  'azure payments Reader ada ada',
  'gcp payments-prod roles/cloudsql.viewer ada ada',
  'gcp payments-prod roles/logging.viewer ada ada',
];

/** Ada's debug role on both clouds stands; nothing is to do. */
const settled = beginning(async () => {
  const world = await aWorld();
  await world.land({ 'grants/payments/ada.yaml': grantFile({ access: ['{ role: debug, place: payments-prod }'], expires: '12:00' }) });
  await world.apply();
  return world;
});

let kept: Promise<TestWorld> | undefined;

/** One such world for all the stories that must leave it as it is, which each of them proves. */
function undisturbed(): Promise<TestWorld> {
  return (kept ??= settled());
}

/** The run decides nothing on what came short: not a write is sent, and it says which scope it did not read. */
async function expectNothingDecided(world: TestWorld, scope: string): Promise<void> {
  const [writes, others] = [writesOf(world).length, await foreign(world)];
  const run = await world.apply();
  expect([run.exit, run.outcomes]).toEqual([1, []]);
  expect(run.unread.map((one) => one.scope)).toEqual([scope]);
  expect(writesOf(world)).toHaveLength(writes);
  expect([await ours(world), await foreign(world)]).toEqual([STANDING, others]);
}

/** All faults were met, and without them the next run is a quiet one. */
async function expectHealed(world: TestWorld, service: SimService): Promise<void> {
  expect(service.faults).toEqual([]);
  const next = await world.apply();
  expect([next.exit, next.outcomes]).toEqual([0, []]);
}

describe('46 short reads', () => {
  it('begins with everything in its place', async () => {
    const world = await undisturbed();
    expect(await ours(world)).toEqual(STANDING);
    await expectHealed(world, world.gcp);
  });

  it('takes half a policy for none', async () => {
    const world = await undisturbed();
    world.gcp.faults.push(cut(PROD, 300));
    await expectNothingDecided(world, 'projects/payments-prod');
    await expectHealed(world, world.gcp);
  });

  it('takes an empty answer, a page of HTML or a bare object for no policy', async () => {
    const world = await undisturbed();
    const bodies = ['', '<html>Sign in to the hotel</html>', '{}', '[]', '{"bindings":{}}', '{"etag":7}', '{"etag":"BwYh","version":4}'];
    for (const body of bodies) {
      world.gcp.faults.push(answer(PROD, 200, body));
      await expectNothingDecided(world, 'projects/payments-prod');
      world.gcp.faults.length = 0;
    }
    await expectHealed(world, world.gcp);
  });

  it('takes a policy that hides its conditions for none: our marks would be missing in it', async () => {
    const world = await undisturbed();
    const hidden = {
      version: 1,
      etag: 'BwYhAAAA',
      bindings: [{ role: 'roles/logging.viewer_withcond_0123456789abcdef0123', members: ['user:ada@example.com'] }],
    };
    world.gcp.faults.push(answer(PROD, 200, JSON.stringify(hidden), 1));
    await expectNothingDecided(world, 'projects/payments-prod');
    await expectHealed(world, world.gcp);
  });

  it('takes a whole policy without bindings for what it says, and grants again what somebody took away', async () => {
    const world = await settled();
    await world.gcpState.update((state) => {
      state.policies['projects/payments-prod'] = { etag: 'BwYhAAAAAAA=', bindings: [] };
    });
    const run = await world.apply();
    expect(run.outcomes.map((one) => `${one.status} ${one.change.verb} ${one.change.role}`)).toEqual([
      'applied grant roles/cloudsql.viewer',
      'applied grant roles/logging.viewer',
    ]);
    expect([run.exit, await ours(world)]).toEqual([0, STANDING]);
  });

  it('withdraws and grants nothing when the second page of an Azure list fails or is cut', async () => {
    const world = await undisturbed();
    const spoiled: readonly Fault[] = [
      { path: /\/roleAssignments\?.*skiptoken/i, times: TRIES, effect: { kind: 'answer', status: 503 } },
      { path: /\/roleAssignments\?.*skiptoken/i, times: TRIES, effect: { kind: 'cut-after' } },
      cut(/\/roleAssignments\?.*skiptoken/i, 200),
      answer(/\/roleAssignments\?.*skiptoken/i, 200, '{"value":null}', 1),
      answer(/\/roleAssignments\?.*skiptoken/i, 200, '{"nextLink":null}', 1),
      answer(/\/roleAssignments\?.*skiptoken/i, 200, '{"value":[{"properties":{}}]}', 1),
      answer(/\/roleAssignments\?.*skiptoken/i, 200, '<html>proxy</html>'),
    ];
    await world.azureState.update((state) => (state.manner.pageSize = 1));
    for (const fault of spoiled) {
      world.azure.faults.push(fault);
      await expectNothingDecided(world, SCOPES.paymentsGroup);
      expect(world.azure.faults).toEqual([]);
    }
    await expectHealed(world, world.azure);
    await world.azureState.update((state) => (state.manner.pageSize = 1000));
  });

  it('reads on over an empty page in the middle of a list', async () => {
    const world = await undisturbed();
    await world.azureState.update((state) => Object.assign(state.manner, { pageSize: 2, emptyPage: true }));
    const lists = callsTo(world.azure, AZURE_LIST).length;
    await expectHealed(world, world.azure);
    expect(callsTo(world.azure, AZURE_LIST).length - lists).toBeGreaterThan(2);
    await world.azureState.update((state) => Object.assign(state.manner, { pageSize: 1000, emptyPage: false }));
  });

  it('follows a list to no other host', async () => {
    const world = await undisturbed();
    world.azure.faults.push(answer(AZURE_LIST, 200, '{"value":[],"nextLink":"https://evil.example/next"}'));
    await expectNothingDecided(world, SCOPES.paymentsGroup);
    expect(world.azure.calls.filter((call) => call.url.includes('evil'))).toEqual([]);
    world.azure.faults.length = 0;
    await expectHealed(world, world.azure);
  });

  it('does not go round in circles', async () => {
    const world = await undisturbed();
    const round = `https://management.azure.com${SCOPES.paymentsGroup}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&round=1`;
    world.azure.faults.push(answer(AZURE_LIST, 200, JSON.stringify({ value: [], nextLink: round }), 1000));
    await expectNothingDecided(world, SCOPES.paymentsGroup);
    world.azure.faults.length = 0;
    await expectHealed(world, world.azure);
  });

  it('does not take assignments of PIM for plain ones because PIM did not answer whole', async () => {
    const world = await undisturbed();
    const triple = {
      scope: SCOPES.paymentsGroup,
      role: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
      principalId: PEOPLE.chi,
      principalType: 'User',
    };
    await world.azureState.update((state) =>
      state.schedules.push(scheduled(triple, { assignmentType: 'Activated', start: world.clock.now(), end: null })),
    );
    world.azure.faults.push(cut(/roleAssignmentScheduleInstances/, 60));
    await expectNothingDecided(world, SCOPES.paymentsGroup);
    await expectHealed(world, world.azure);
    await world.azureState.update((state) => void state.schedules.pop());
  });

  it('asks no other tenant: a sign-in that sees no subscription reads nothing', async () => {
    const world = await undisturbed();
    world.azure.faults.push(answer(/^\/subscriptions\?/, 200, '{"value":[]}', 1000));
    await expectNothingDecided(world, SCOPES.paymentsGroup);
    world.azure.faults.length = 0;
    await expectHealed(world, world.azure);
  });

  it('revokes what is over as soon as it is read whole again, and prunes nothing before', async () => {
    const world = await settled();
    world.clock.advance(5 * HOURS);
    world.gcp.faults.push(cut(GCP_READ, 300));
    world.azure.faults.push(cut(AZURE_LIST, 100));
    const run = await world.apply();
    expect([run.exit, run.outcomes, run.unread.length]).toEqual([1, [], 2]);
    world.gcp.faults.push(cut(GCP_READ, 300));
    world.azure.faults.push(cut(AZURE_LIST, 100));
    expect((await world.run(prune)).json).toMatchObject({ operation: 'none' });
    expect(await ours(world)).toEqual(STANDING);
    const next = await world.apply();
    expect([next.exit, ...next.outcomes.map((one) => `${one.status} ${one.change.because}`)]).toEqual([
      0,
      'applied lapsed',
      'applied lapsed',
      'applied lapsed',
    ]);
    expect((await world.run(prune)).json).toMatchObject({ operation: 'opened' });
  });

  it('lets one cut-off answer pass when the next is whole', async () => {
    const world = await undisturbed();
    world.gcp.faults.push({ path: PROD, effect: { kind: 'truncate', length: 300 } });
    world.azure.faults.push({ path: AZURE_LIST, effect: { kind: 'truncate', length: 300 } });
    const run = await world.apply();
    expect([run.exit, run.outcomes, run.unread]).toEqual([0, [], []]);
    expect([world.gcp.faults, world.azure.faults]).toEqual([[], []]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/change.ts';
import { later } from '../../../src/domain/instant.ts';
import type { LiveBinding } from '../../../src/domain/live-binding.ts';
import { eligible, scheduled, waiting } from '../../../src/sim/azure/by-hand.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { NOW, scope } from './samples.ts';
import { HOUR, stage } from './stage.ts';

const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const OF_ADA = { scope: SCOPES.paymentsGroup, role: READER, principalId: PEOPLE.ada, principalType: 'User' };
const REQUEST = /roleEligibilityScheduleRequests\/[0-9a-f-]{36}\?/;

const taking = (live: LiveBinding): Change => ({
  verb: 'revoke',
  because: 'recalled',
  live,
  grant: '',
  principal: 'ada',
  digest: `sha256:${live.handle}`,
});

/** What PIM holds for Ada, as a search finds it. */
async function held(world: Awaited<ReturnType<typeof stage>>, standby: LiveBinding['standby']): Promise<LiveBinding> {
  const found = await world.reader.discover?.([PEOPLE.ada], [scope(SCOPES.payments)]);
  const one = found?.standbys?.find((each) => each.standby === standby);
  if (one === undefined) throw new Error(`nothing of Ada's is ${standby ?? 'there'}`);
  return one;
}

describe('what PIM holds and is no assignment yet', () => {
  it('is taken though the answer is lost: the next try finds it gone', async () => {
    const world = await stage();
    world.state.eligibilities = [eligible(OF_ADA, later(NOW, -HOUR))];
    world.fault({ kind: 'cut-after' }, { method: 'PUT', path: REQUEST });
    const outcome = await world.one(taking(await held(world, 'eligible')));
    expect(outcome).toMatchObject({ status: 'already-so', evidence: 'gone from PIM' });
    expect(world.state.eligibilities).toEqual([]);
  });

  it('is told of where a lock or a right keeps it, and every further one is not tried', async () => {
    const world = await stage();
    world.state.eligibilities = [eligible(OF_ADA, later(NOW, -HOUR))];
    world.state.scheduleRequests = [waiting(OF_ADA, NOW)];
    world.state.locks.push({ name: 'keep', scope: SCOPES.paymentsGroup, level: 'CanNotDelete' });
    const [mayWake, asked] = [await held(world, 'eligible'), await held(world, 'requested')];
    expect(await world.one(taking(mayWake))).toMatchObject({
      status: 'failed',
      failure: { kind: 'invalid', message: expect.stringContaining('FailedAsResourceIsLocked') as string },
    });
    world.fault({ kind: 'answer', status: 403 }, { method: 'PUT', path: REQUEST });
    const { outcomes } = await world.apply([taking(mayWake), taking(asked)]);
    expect(outcomes.map(({ failure }) => failure?.message.startsWith('not tried'))).toEqual([false, true]);
  });

  it('is read back, and unverified while PIM goes on showing it or does not answer', async () => {
    const world = await stage();
    world.state.eligibilities = [eligible(OF_ADA, later(NOW, -HOUR))];
    const live = await held(world, 'eligible');
    world.fault({ kind: 'answer', status: 404 }, { path: /roleEligibilitySchedules\?/, times: 99 });
    expect(await world.one(taking(live))).toMatchObject({ status: 'unverified' });
    const other = await stage();
    other.state.scheduleRequests = [waiting(OF_ADA, NOW)];
    const asked = await held(other, 'requested');
    other.fault({ kind: 'answer', status: 200, body: '{}' }, { method: 'POST', path: /\/cancel/ });
    expect(await other.one(taking(asked))).toMatchObject({ status: 'unverified' });
  });

  it('that somebody has meanwhile cancelled or forgotten is gone', async () => {
    const world = await stage();
    world.state.scheduleRequests = [waiting(OF_ADA, NOW)];
    const asked = await held(world, 'requested');
    world.state.scheduleRequests = [];
    expect(await world.one(taking(asked))).toMatchObject({ status: 'already-so', evidence: 'gone from PIM' });
    world.state.scheduleRequests = [{ ...waiting(OF_ADA, NOW), status: 'Canceled' }];
    expect(await world.one(taking(asked))).toMatchObject({ status: 'already-so', evidence: 'decided meanwhile' });
  });

  it('and what an administrator or the user made active is ended by PIM, else by its role assignment', async () => {
    const world = await stage();
    const span = { start: later(NOW, -HOUR), end: later(NOW, HOUR) };
    world.state.schedules = [scheduled(OF_ADA, { ...span, assignmentType: 'Activated' })];
    const reading = await world.reader.read(scope(SCOPES.paymentsGroup));
    const live = reading.ok ? reading.live.find(({ binding }) => binding.member.id === PEOPLE.ada) : undefined;
    if (live === undefined) throw new Error('it is not active');
    world.fault(
      { kind: 'answer', status: 404, body: '{"error":{"code":"RoleAssignmentDoesNotExist","message":"none"}}' },
      { method: 'PUT', path: /roleAssignmentScheduleRequests/ },
    );
    expect(await world.one(taking(live))).toMatchObject({
      status: 'applied',
      evidence: expect.stringMatching(/^roleAssignments\//) as string,
    });
    expect(world.state.schedules).toEqual([]);
  });
});

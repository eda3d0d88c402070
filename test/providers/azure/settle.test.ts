import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/change.ts';
import { later } from '../../../src/domain/instant.ts';
import { eligible } from '../../../src/sim/azure/by-hand.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { grant } from '../conformance.ts';
import { ASSIGNMENT, HOUR, stage } from './stage.ts';
import { NOW, READER, scope, wish } from './samples.ts';

const OF_ADA = { scope: SCOPES.paymentsGroup, role: READER.id, principalId: PEOPLE.ada, principalType: 'User' };

/** Ada could wake this herself, and it is to be taken from her. */
async function wakeable() {
  const world = await stage();
  world.state.eligibilities = [eligible(OF_ADA, later(NOW, -HOUR))];
  const found = await world.reader.discover?.([PEOPLE.ada], [scope(SCOPES.payments)]);
  const live = found?.standbys?.find(({ standby }) => standby === 'eligible');
  if (live === undefined) throw new Error('nothing of Ada is eligible');
  const taking: Change = { verb: 'revoke', because: 'recalled', live, grant: '', principal: 'ada', digest: 'sha256:standby' };
  return { ...world, taking };
}

describe('what was sent', () => {
  it('is unverified while it does not show, and says what happens next', async () => {
    const { one, state } = await stage();
    state.manner.lag.get = 40_000;
    expect(await one(grant(wish()))).toMatchObject({
      status: 'unverified',
      failure: { kind: 'transient', message: 'reading it back did not show it within 30 s', hint: 'The next run looks again.' },
    });
  });

  it('is applied where a role that could be woken is gone, and was taken before anything was given', async () => {
    const { apply, state, sim, taking } = await wakeable();
    const { outcomes } = await apply([grant(wish()), taking]);
    expect(outcomes.map(({ change, status }) => [change.verb, status])).toEqual([
      ['grant', 'applied'],
      ['revoke', 'applied'],
    ]);
    expect(state.eligibilities).toEqual([]);
    const puts = sim.calls.filter(({ method }) => method === 'PUT').map(({ url }) => /\/(role\w+)\/[0-9a-f-]{36}\?/.exec(url)?.[1]);
    expect(puts).toEqual(['roleEligibilityScheduleRequests', 'roleAssignments']);
  });

  it('is unverified where PIM cannot be asked whether it is gone', async () => {
    const { one, fault, taking } = await wakeable();
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: /roleEligibilitySchedule/, times: 99 });
    expect(await one(taking)).toMatchObject({
      status: 'unverified',
      evidence: expect.stringContaining('roleEligibilityScheduleRequests/') as string,
      failure: { kind: 'forbidden', message: expect.stringMatching(/^reading it back failed: ./) as string },
    });
  });

  it('is unverified where the assignment cannot be read', async () => {
    const { one, fault } = await stage();
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: ASSIGNMENT, after: 1, times: 99 });
    expect(await one(grant(wish()))).toMatchObject({ failure: { message: expect.stringMatching(/^reading it back failed: ./) as string } });
  });
});

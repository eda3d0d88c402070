import { describe, expect, it } from 'vitest';
import { later } from '../../../src/domain/instant.ts';
import { eligible, waiting } from '../../../src/sim/azure/by-hand.ts';
import { GROUPS, PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { guidOf } from '../../../src/sim/azure/guid.ts';
import { listed, properties, refusalOf, type Reply, ROLES, START, tenant, type Tenant } from './tenant.ts';

const HOUR = 3600_000;
const SCOPE = SCOPES.paymentsGroup;
const TYPES = `${SCOPE}/providers/Microsoft.Authorization`;
const OF_ADA = { scope: SCOPE, role: ROLES.reader, principalId: PEOPLE.ada, principalType: 'User' };
let serial = 0;

const at = (type: string, tail = '') => `${TYPES}/${type}${tail}${tail.includes('?') ? '&' : '?'}api-version=2020-10-01`;

const ask = (world: Tenant, requestType: string, principalId: string = PEOPLE.ada): Promise<Reply> =>
  world.arm('PUT', at('roleEligibilityScheduleRequests', `/${guidOf('eligibility', (serial += 1))}`), {
    properties: { principalId, roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${ROLES.reader}`, requestType },
  });

const those = async (world: Tenant, type = 'roleEligibilitySchedules', who: string = PEOPLE.ada) =>
  listed(await world.arm('GET', at(type, `?$filter=principalId eq '${who}'`)));

describe('an eligibility of PIM', () => {
  it('is given and taken by requests, shows as a schedule and an instance, and is no role assignment', async () => {
    const world = tenant();
    const answer = await ask(world, 'AdminAssign');
    expect(answer.status).toBe(201);
    expect(properties(answer)).toMatchObject({ status: 'Provisioned', requestType: 'AdminAssign' });
    const [schedule] = await those(world);
    expect(schedule?.name).toBe(properties(answer)['targetRoleEligibilityScheduleId']);
    expect(schedule?.properties).toMatchObject({ principalId: PEOPLE.ada, memberType: 'Direct', endDateTime: null });
    const [instance] = await those(world, 'roleEligibilityScheduleInstances');
    expect(instance?.properties['roleEligibilityScheduleId']).toBe(schedule?.id);
    expect((await world.arm('GET', at('roleEligibilitySchedules', `/${schedule?.name ?? ''}`))).status).toBe(200);
    expect(refusalOf(await ask(world, 'AdminAssign'))).toBe('409 RoleAssignmentExists');
    expect(properties(await ask(world, 'AdminRemove'))).toMatchObject({ status: 'Revoked' });
    expect(await those(world)).toEqual([]);
    expect(refusalOf(await ask(world, 'AdminRemove'))).toBe('404 RoleAssignmentDoesNotExist');
    expect(refusalOf(await world.arm('GET', at('roleEligibilitySchedules', `/${schedule?.name ?? ''}`)))).toBe(
      '404 RoleEligibilityScheduleNotFound',
    );
  });

  it('runs from its start to its end, and belongs to the group that it was given to', async () => {
    const world = tenant((state) => {
      state.eligibilities = [
        eligible(OF_ADA, later(START, HOUR), later(START, 2 * HOUR)),
        eligible({ ...OF_ADA, principalId: GROUPS.paymentsOncall, principalType: 'Group' }, START),
      ];
    });
    expect([(await those(world)).length, (await those(world, 'roleEligibilityScheduleInstances')).length]).toEqual([1, 0]);
    world.clock.advance(HOUR);
    expect(await those(world, 'roleEligibilityScheduleInstances')).toHaveLength(1);
    world.clock.advance(HOUR);
    expect(await those(world)).toEqual([]);
    expect(await those(world, 'roleEligibilitySchedules', GROUPS.paymentsOncall)).toHaveLength(1);
  });

  it('is refused to applications, under a lock, without the right and without the licence', async () => {
    const world = tenant((state) => void (state.eligibilities = [eligible(OF_ADA, START)]));
    expect(refusalOf(await ask(world, 'AdminAssign', SERVICES.deployer))).toBe('400 BadRequestFormat');
    world.state.locks.push({ name: 'keep', scope: SCOPE, level: 'CanNotDelete' });
    expect(properties(await ask(world, 'AdminRemove'))).toMatchObject({ status: 'FailedAsResourceIsLocked' });
    expect(await those(world)).toHaveLength(1);
    world.state.manner.withoutPim = true;
    expect(refusalOf(await ask(world, 'AdminRemove'))).toBe('400 AadPremiumLicenseRequired');
    expect((await world.arm('DELETE', at('roleEligibilitySchedules'))).status).toBe(405);
    expect((await world.arm('POST', at('roleEligibilityScheduleRequests', '/x/undo'))).status).toBe(405);
  });

  it('may be asked for and wait: then it can be cancelled, once', async () => {
    const request = waiting(OF_ADA, START, 'AdminAssign');
    const world = tenant((state) => void (state.eligibilityRequests = [request]));
    const path = `/${request.name}`;
    const [shown] = await those(world, 'roleEligibilityScheduleRequests');
    expect(shown?.properties).toMatchObject({ status: 'PendingApproval' });
    expect(await world.arm('POST', at('roleEligibilityScheduleRequests', `${path}/cancel`))).toMatchObject({ status: 200, body: null });
    expect(properties(await world.arm('GET', at('roleEligibilityScheduleRequests', path)))).toMatchObject({ status: 'Canceled' });
    expect(refusalOf(await world.arm('POST', at('roleEligibilityScheduleRequests', `${path}/cancel`)))).toBe('400 BadRequestFormat');
    expect(refusalOf(await world.arm('POST', at('roleEligibilityScheduleRequests', '/nobody/cancel')))).toBe(
      '404 RoleEligibilityScheduleRequestNotFound',
    );
    expect(refusalOf(await world.arm('GET', at('roleEligibilityScheduleRequests', '/nobody')))).toBe(
      '404 RoleEligibilityScheduleRequestNotFound',
    );
  });
});

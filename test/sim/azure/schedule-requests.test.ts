import { describe, expect, it } from 'vitest';
import { formatInstant, later } from '../../../src/domain/instant.ts';
import { guidOf } from '../../../src/sim/azure/guid.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import type { RolePolicy } from '../../../src/sim/azure/state.ts';
import {
  assignmentsAt,
  listed,
  messageOf,
  principalsIn,
  properties,
  refusalOf,
  type Reply,
  ROLES,
  START,
  tenant,
  type Tenant,
} from './tenant.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SCOPE = SCOPES.paymentsGroup;
let serial = 0;

function at(name: string, tail = ''): string {
  return `${SCOPE}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/${name}${tail}?api-version=2020-10-01`;
}

function body(requestType: string, more: Readonly<Record<string, unknown>> = {}): unknown {
  const roleDefinitionId = `/providers/Microsoft.Authorization/roleDefinitions/${ROLES.reader}`;
  return { properties: { principalId: PEOPLE.ada, roleDefinitionId, requestType, justification: 'a reason', ...more } };
}

function lasting(ms: number): Readonly<Record<string, unknown>> {
  return { scheduleInfo: { expiration: { type: 'AfterDateTime', endDateTime: formatInstant(later(START, ms)) } } };
}

const ask = (world: Tenant, requestType: string, more: Readonly<Record<string, unknown>> = lasting(4 * HOUR)): Promise<Reply> =>
  world.arm('PUT', at(guidOf('request', (serial += 1))), body(requestType, more));

const holders = async (world: Tenant) => principalsIn(await world.arm('GET', assignmentsAt(SCOPE)));

const schedulesOf = async (world: Tenant) =>
  listed(
    await world.arm(
      'GET',
      `${SCOPE}/providers/Microsoft.Authorization/roleAssignmentSchedules?api-version=2020-10-01&$filter=principalId eq '${PEOPLE.ada}'`,
    ),
  );

function demanding(policy: Partial<RolePolicy>): Tenant {
  return tenant((state) => {
    state.rolePolicies = [{ scope: SCOPE, role: ROLES.reader, maximumHours: 24, enabled: [], ...policy }];
  });
}

describe('a request to PIM', () => {
  it('makes a schedule, an instance and a role assignment, all of which end by the clock', async () => {
    const world = tenant();
    const answer = await ask(world, 'AdminAssign');
    expect(answer.status).toBe(201);
    expect(properties(answer)).toMatchObject({ status: 'Provisioned', requestType: 'AdminAssign', justification: 'a reason' });
    expect(await holders(world)).toContain(PEOPLE.ada);
    const [schedule] = await schedulesOf(world);
    expect(schedule?.name).toBe(properties(answer)['targetRoleAssignmentScheduleId']);
    expect(schedule?.properties).toMatchObject({ assignmentType: 'Assigned', endDateTime: '2026-11-23T13:00:00.0000000Z' });
    world.clock.advance(4 * HOUR);
    expect(await holders(world)).not.toContain(PEOPLE.ada);
    expect(await schedulesOf(world)).toEqual([]);
  });

  it('is refused where the subscription has no room for one more, and a longer end of what is there is not', async () => {
    const world = tenant();
    await ask(world, 'AdminAssign');
    world.state.manner.limits.perSubscription = 1;
    const other = await ask(world, 'AdminAssign', { ...lasting(HOUR), principalId: PEOPLE.zoe });
    expect(refusalOf(other)).toBe('400 RoleAssignmentLimitExceeded');
    expect((await ask(world, 'AdminUpdate', lasting(5 * HOUR))).status).toBe(201);
  });

  it('is provisioned in a while where PIM is slow, and shown nowhere before', async () => {
    const world = tenant((state) => void (state.manner.pimDelay = MINUTE));
    const answer = await ask(world, 'AdminAssign');
    expect(answer.status).toBe(201);
    expect(properties(answer)['status']).toBe('PendingProvisioning');
    expect([await holders(world), await schedulesOf(world)]).toEqual([expect.not.arrayContaining([PEOPLE.ada]), []]);
    expect(refusalOf(await ask(world, 'AdminAssign'))).toBe('400 PendingRoleAssignmentRequest');
    world.clock.advance(MINUTE);
    expect(await holders(world)).toContain(PEOPLE.ada);
    expect(await schedulesOf(world)).toHaveLength(1);
    const [request] = world.state.scheduleRequests ?? [];
    expect(properties(await world.arm('GET', at(request?.name ?? '')))['status']).toBe('Provisioned');
  });

  it('with a start ahead is a schedule from now on, moved until it begins', async () => {
    const world = tenant();
    const span = (hours: number) => ({
      scheduleInfo: {
        startDateTime: formatInstant(later(START, hours * HOUR)),
        expiration: { type: 'AfterDateTime', endDateTime: formatInstant(later(START, 6 * HOUR)) },
      },
    });
    expect(properties(await ask(world, 'AdminAssign', span(2)))['status']).toBe('ScheduleCreated');
    expect(properties(await ask(world, 'AdminUpdate', span(1)))['status']).toBe('ScheduleCreated');
    expect((await schedulesOf(world)).map((one) => one.properties['startDateTime'])).toEqual(['2026-11-23T10:00:00.0000000Z']);
    expect(await holders(world)).not.toContain(PEOPLE.ada);
    world.clock.advance(HOUR);
    expect(await holders(world)).toContain(PEOPLE.ada);
  });

  it.each([400, 409] as const)('for what is there already is refused with %i, as both were seen', async (status) => {
    const world = tenant((state) => void (state.manner.pimExists = status));
    await ask(world, 'AdminAssign');
    expect(refusalOf(await ask(world, 'AdminAssign'))).toBe(`${status} RoleAssignmentExists`);
  });

  it('is taken once for a triple, changed by an update, and gone by a removal after five minutes', async () => {
    const world = tenant();
    await ask(world, 'AdminAssign');
    expect(refusalOf(await ask(world, 'AdminAssign'))).toBe('409 RoleAssignmentExists');
    const [before] = await schedulesOf(world);
    expect((await ask(world, 'AdminUpdate', lasting(5 * HOUR))).status).toBe(201);
    const [after] = await schedulesOf(world);
    expect(after?.name).not.toBe(before?.name);
    expect(after?.properties['endDateTime']).toBe('2026-11-23T14:00:00.0000000Z');
    world.clock.advance(5 * MINUTE - 1);
    expect(refusalOf(await ask(world, 'AdminRemove', {}))).toBe('400 ActiveDurationTooShort');
    world.clock.advance(1);
    expect(properties(await ask(world, 'AdminRemove', {}))).toMatchObject({ status: 'Revoked' });
    expect(await schedulesOf(world)).toEqual([]);
    for (const type of ['AdminRemove', 'AdminUpdate']) expect(refusalOf(await ask(world, type))).toBe('404 RoleAssignmentDoesNotExist');
  });

  it('takes a length or no end, and moves ends where it is told to', async () => {
    const world = tenant((state) => void (state.manner.pimShift = 30_000));
    const duration = (text: string) => ({ scheduleInfo: { expiration: { type: 'AfterDuration', duration: text } } });
    await ask(world, 'AdminAssign', duration('P1DT2H30M'));
    expect((await schedulesOf(world))[0]?.properties['endDateTime']).toBe('2026-11-24T11:30:30.0000000Z');
    expect(refusalOf(await ask(world, 'AdminUpdate', duration('soon')))).toBe('400 BadRequestFormat');
    const free = demanding({ maximumHours: null });
    expect((await ask(free, 'AdminAssign', {})).status).toBe(201);
    expect((await schedulesOf(free))[0]?.properties['endDateTime']).toBeNull();
  });

  it.each([
    [{ enabled: ['MultiFactorAuthentication', 'Justification'] }, {}, 'MfaRule'],
    [{ enabled: ['Justification'] }, { justification: null }, 'JustificationRule'],
    [{ enabled: ['Ticketing'] }, {}, 'TicketingRule'],
    [{ maximumHours: 3 }, {}, 'ExpirationRule'],
  ] as const)('stands under the policy of its role: %o', async (policy, more, rule) => {
    const answer = await ask(demanding(policy), 'AdminAssign', { ...lasting(4 * HOUR), ...more });
    expect(refusalOf(answer)).toBe('400 RoleAssignmentRequestPolicyValidationFailed');
    expect(messageOf(answer)).toContain(`["${rule}"]`);
  });

  it('waits where an approval is demanded, until it is cancelled', async () => {
    const world = demanding({ approval: true });
    const answer = await ask(world, 'AdminAssign');
    expect(properties(answer)['status']).toBe('PendingApproval');
    expect(await holders(world)).not.toContain(PEOPLE.ada);
    expect(refusalOf(await ask(world, 'AdminAssign'))).toBe('400 PendingRoleAssignmentRequest');
    const { name } = answer.body as { name: string };
    expect((await world.arm('POST', at(name, '/cancel'))).status).toBe(200);
    expect(refusalOf(await world.arm('POST', at(name, '/cancel')))).toBe('400 BadRequestFormat');
    expect(refusalOf(await world.arm('POST', at(guidOf('none'), '/cancel')))).toBe('404 RoleAssignmentScheduleRequestNotFound');
    expect(properties(await ask(world, 'AdminAssign'))['status']).toBe('PendingApproval');
  });

  it('is tried without effect by validate', async () => {
    const world = tenant();
    expect((await world.arm('POST', at(guidOf('try'), '/validate'), body('AdminAssign', lasting(HOUR)))).status).toBe(200);
    expect(refusalOf(await world.arm('POST', at(guidOf('try'), '/validate'), body('AdminAssign', lasting(MINUTE))))).toBe(
      '400 ActiveDurationTooShort',
    );
    expect(refusalOf(await world.arm('POST', at(guidOf('try'), '/validate'), body('AdminRemove')))).toBe('404 RoleAssignmentDoesNotExist');
    expect(refusalOf(await world.arm('POST', at(guidOf('try'), '/validate'), {}))).toBe('400 BadRequestFormat');
    expect(await holders(world)).not.toContain(PEOPLE.ada);
  });

  it('fails at a lock, though the answer is 201', async () => {
    const world = tenant((state) => state.locks.push({ name: 'l', scope: SCOPE, level: 'ReadOnly' }));
    expect(properties(await ask(world, 'AdminAssign'))['status']).toBe('FailedAsResourceIsLocked');
    expect(await holders(world)).not.toContain(PEOPLE.ada);
  });

  it('can be read for 45 days', async () => {
    const world = tenant();
    const { name } = (await ask(world, 'AdminAssign')).body as { name: string };
    const list = at('').replace('/?', '?');
    expect(properties(await world.arm('GET', at(name)))['requestorId']).toMatch(/^7a8b/);
    expect(principalsIn(await world.arm('GET', `${list}&$filter=atScope()`))).toEqual([PEOPLE.ada]);
    expect(principalsIn(await world.arm('GET', `${list}&$filter=principalId eq '${PEOPLE.bo}'`))).toEqual([]);
    expect(refusalOf(await world.arm('GET', `${list}&$filter=who()`))).toBe('400 UnsupportedQuery');
    world.clock.advance(45 * 24 * HOUR);
    expect(refusalOf(await world.arm('GET', at(name)))).toBe('404 RoleAssignmentScheduleRequestNotFound');
  });

  it('is refused where it makes no sense', async () => {
    const world = tenant();
    expect(refusalOf(await ask(world, 'SelfActivate'))).toBe('400 BadRequestFormat');
    expect(refusalOf(await ask(world, 'AdminAssign', { roleDefinitionId: 'x' }))).toBe('400 BadRequestFormat');
    expect(refusalOf(await ask(world, 'AdminAssign', { principalId: 'x' }))).toBe('400 InvalidPrincipalId');
    expect(refusalOf(await ask(world, 'AdminAssign', { ...lasting(HOUR), principalId: guidOf('nobody') }))).toBe('400 SubjectNotFound');
    expect(refusalOf(await ask(world, 'AdminAssign', { roleDefinitionId: `/x/${guidOf('no role')}` }))).toBe(
      '400 RoleDefinitionDoesNotExist',
    );
    expect(refusalOf(await world.arm('PUT', at('x'), body('AdminAssign')))).toBe('400 InvalidRoleAssignmentId');
    expect(refusalOf(await world.arm('DELETE', at(guidOf('x'))))).toBe('405 HttpMethodNotSupported');
    expect(refusalOf(await world.arm('POST', at(guidOf('x'), '/approve')))).toBe('405 HttpMethodNotSupported');
    const poor = tenant((state) => void (state.manner.withoutPim = true));
    expect(refusalOf(await ask(poor, 'AdminAssign'))).toBe('400 AadPremiumLicenseRequired');
  });
});

import { describe, expect, it } from 'vitest';

import { later } from '../../../src/domain/instant.ts';
import { drop, keep, keepSchedule } from '../../../src/sim/azure/assignments.ts';
import { madeByHand, scheduled } from '../../../src/sim/azure/by-hand.ts';
import { DELETED_PRINCIPAL } from '../../../src/sim/azure/example-assignments.ts';
import { GROUPS, PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { assignmentsAt, type Item, listed, principalsIn, refusalOf, ROLES, START, tenant, type Tenant } from './tenant.ts';

const HOUR = 3600_000;

const pim = async (world: Tenant, scope: string, kind: 'Schedules' | 'ScheduleInstances', filter?: string): Promise<readonly Item[]> => {
  const path = `${scope}/providers/Microsoft.Authorization/roleAssignment${kind}?api-version=2020-10-01`;
  return listed(await world.arm('GET', filter === undefined ? path : `${path}&$filter=${filter}`));
};

const of = (items: readonly Item[], principalId: string): Item | undefined =>
  items.find((one) => one.properties['principalId'] === principalId);

describe('an activation of PIM', () => {
  it('is an instance, a schedule and a role assignment at once', async () => {
    const world = tenant();
    const instance = of(await pim(world, SCOPES.platform, 'ScheduleInstances'), PEOPLE.dan);
    expect(instance).toMatchObject({
      type: 'Microsoft.Authorization/RoleAssignmentScheduleInstances',
      properties: {
        assignmentType: 'Activated',
        status: 'Provisioned',
        memberType: 'Direct',
        startDateTime: '2026-11-23T08:00:00.0000000Z',
        endDateTime: '2026-11-23T16:00:00.0000000Z',
        linkedRoleEligibilityScheduleId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        roleDefinitionId: `${SCOPES.platform}/providers/Microsoft.Authorization/roleDefinitions/${ROLES.contributor}`,
        expandedProperties: {
          scope: { id: SCOPES.platform, displayName: 'Platform', type: 'subscription' },
          roleDefinition: { displayName: 'Contributor', type: 'BuiltInRole' },
          principal: { id: PEOPLE.dan, displayName: 'Dan Ruiz', email: 'dan@example.com', type: 'User' },
        },
      },
    });
    const assignment = (await world.arm('GET', String(instance?.properties['originRoleAssignmentId']))).body;
    expect(assignment).toMatchObject({ properties: { principalId: PEOPLE.dan, description: null }, name: instance?.name });
    const schedule = of(await pim(world, SCOPES.platform, 'Schedules'), PEOPLE.dan);
    expect(schedule?.id).toBe(instance?.properties['roleAssignmentScheduleId']);
    expect(schedule?.properties['roleAssignmentScheduleRequestId']).toMatch(/\/RoleAssignmentScheduleRequests\/[0-9a-f-]{36}$/);
  });

  it('is gone everywhere at its end', async () => {
    const world = tenant();
    const everywhere = async (): Promise<readonly boolean[]> => [
      of(await pim(world, SCOPES.platform, 'ScheduleInstances'), PEOPLE.dan) !== undefined,
      of(await pim(world, SCOPES.platform, 'Schedules'), PEOPLE.dan) !== undefined,
      principalsIn(await world.arm('GET', assignmentsAt(SCOPES.platform))).includes(PEOPLE.dan),
    ];
    world.clock.advance(7 * HOUR - 1);
    expect(await everywhere()).toEqual([true, true, true]);
    world.clock.advance(1);
    expect(await everywhere()).toEqual([false, false, false]);
  });
});

describe('a schedule that starts later', () => {
  it('is a schedule now, and the rest from its start on', async () => {
    const triple = { scope: SCOPES.paymentsGroup, role: ROLES.reader, principalId: PEOPLE.ada, principalType: 'User' };
    const span = { assignmentType: 'Assigned', start: later(START, HOUR), end: null } as const;
    const world = tenant((state) => state.schedules.push(scheduled(triple, span)));
    const seen = async (): Promise<readonly (string | undefined)[]> => [
      of(await pim(world, SCOPES.payments, 'Schedules'), PEOPLE.ada)?.type,
      of(await pim(world, SCOPES.payments, 'ScheduleInstances'), PEOPLE.ada)?.type,
      of(listed(await world.arm('GET', assignmentsAt(SCOPES.payments))), PEOPLE.ada)?.type,
    ];
    expect(await seen()).toEqual(['Microsoft.Authorization/RoleAssignmentSchedules', undefined, undefined]);
    world.clock.advance(HOUR);
    expect((await seen()).every((type) => type !== undefined)).toBe(true);
    const schedule = of(await pim(world, SCOPES.payments, 'Schedules'), PEOPLE.ada);
    expect(schedule?.properties).toMatchObject({ endDateTime: null, assignmentType: 'Assigned', linkedRoleEligibilityScheduleId: null });
  });
});

describe('plain assignments', () => {
  it('stand among the instances as assigned, without an end', async () => {
    const world = tenant();
    const gils = of(await pim(world, SCOPES.payments, 'ScheduleInstances'), PEOPLE.gil);
    expect(gils?.properties).toMatchObject({ assignmentType: 'Assigned', status: 'Accepted', endDateTime: null });
    expect(gils?.properties['originRoleAssignmentId']).toMatch(
      new RegExp(`^${SCOPES.payments}/providers/.*/roleAssignments/${gils?.name}$`),
    );
    const schedule = of(await pim(world, SCOPES.payments, 'Schedules'), PEOPLE.gil);
    expect(schedule?.properties['roleAssignmentScheduleRequestId']).toBeNull();
  });

  it.each([
    [SCOPES.acme, 'Acme', 'managementgroup'],
    [SCOPES.search, 'Search', 'subscription'],
    [SCOPES.searchGroup, 'search', 'resourcegroup'],
    [SCOPES.ledger, 'ledger', 'resource'],
    ['/', '', 'resource'],
  ])('say what their scope is: %s', async (scope, displayName, type) => {
    const triple = { scope, role: ROLES.monitoringReader, principalId: PEOPLE.you, principalType: 'User' };
    const world = tenant((state) => state.roleAssignments.push(madeByHand(triple, START)));
    const yours = of(await pim(world, scope === '/' ? '' : scope, 'ScheduleInstances'), PEOPLE.you);
    expect(yours?.properties['expandedProperties']).toMatchObject({ scope: { id: scope, displayName, type } });
  });

  it('name nobody where role and principal are gone', async () => {
    const triple = {
      scope: SCOPES.search,
      role: '0c0c0000-0000-4000-8000-0000000000ff',
      principalId: DELETED_PRINCIPAL,
      principalType: 'User',
    };
    const world = tenant((state) => state.roleAssignments.push(madeByHand(triple, START)));
    const orphan = of(await pim(world, SCOPES.search, 'ScheduleInstances'), DELETED_PRINCIPAL);
    expect(orphan?.properties['expandedProperties']).toMatchObject({
      roleDefinition: { displayName: null, type: null },
      principal: { displayName: null, type: 'User' },
    });
  });
});

const principals = (items: readonly Item[]): readonly string[] => items.map((one) => String(one.properties['principalId'])).toSorted();

const at = (kind: string, name: string | undefined): string =>
  `${SCOPES.platform}/providers/Microsoft.Authorization/${kind}/${name}?api-version=2020-10-01`;

describe('lists of PIM', () => {
  it('take the filters of role assignments, and asTarget()', async () => {
    const world = tenant((state) => state.tokens.push({ value: 'bens', principalId: PEOPLE.ben }));
    world.state.callers.push({ principalId: PEOPLE.ben, client: 'ben@example.com', actions: ['*/read'], refused: [], graph: [] });
    expect(principals(await pim(world, SCOPES.search, 'ScheduleInstances', `principalId eq '${PEOPLE.zoe}'`))).toEqual([PEOPLE.zoe]);
    expect(principals(await pim(world, SCOPES.search, 'Schedules', `assignedTo('${PEOPLE.ben}')`))).toEqual([
      PEOPLE.ben,
      GROUPS.searchOncall,
    ]);
    expect(principals(await pim(world, SCOPES.search, 'Schedules', 'atScope()'))).toHaveLength(3);
    const path = `${SCOPES.search}/providers/Microsoft.Authorization/roleAssignmentSchedules?api-version=2020-10-01&$filter=asTarget()`;
    expect(principals(listed(await world.arm('GET', path, undefined, 'bens')))).toEqual([PEOPLE.ben, GROUPS.searchOncall]);
    expect(refusalOf(await world.arm('GET', path.replace('asTarget()', 'asApprover()')))).toBe('400 UnsupportedQuery');
  });

  it('are read one by one, and only read', async () => {
    const { arm, state } = tenant();
    const dans = state.schedules.find((one) => one.principalId === PEOPLE.dan);
    expect((await arm('GET', at('roleAssignmentSchedules', dans?.name))).body).toMatchObject({ properties: { principalId: PEOPLE.dan } });
    expect((await arm('GET', at('roleAssignmentScheduleInstances', dans?.assignment))).status).toBe(200);
    expect(refusalOf(await arm('GET', at('roleAssignmentSchedules', 'none')))).toBe('404 RoleAssignmentScheduleNotFound');
    expect(refusalOf(await arm('PUT', at('roleAssignmentSchedules', 'none'), {}))).toBe('405 HttpMethodNotSupported');
  });
});

describe('schedules that lag', () => {
  it('show PIM as it was, each way of reading by itself', async () => {
    const world = tenant((state) => {
      state.manner.lag = { ...state.manner.lag, schedules: HOUR / 2, instances: 60_000 };
    });
    const triple = { scope: SCOPES.platform, role: ROLES.reader, principalId: PEOPLE.eve, principalType: 'User' };
    const given = scheduled(triple, { assignmentType: 'Assigned', start: START, end: later(START, HOUR) });
    keepSchedule(world.state, given, START);
    const ends = async () =>
      Promise.all(
        (['Schedules', 'ScheduleInstances'] as const).map(
          async (kind) => of(await pim(world, SCOPES.platform, kind), PEOPLE.eve)?.properties['endDateTime'],
        ),
      );
    expect(await ends()).toEqual([undefined, undefined]);
    world.clock.advance(120_000);
    expect(await ends()).toEqual([undefined, '2026-11-23T10:00:00.0000000Z']);
    keepSchedule(world.state, { ...given, end: later(START, 2 * HOUR) }, world.clock.now());
    world.clock.advance(HOUR / 2 - 60_000);
    expect(await ends()).toEqual(['2026-11-23T10:00:00.0000000Z', '2026-11-23T11:00:00.0000000Z']);
    drop(world.state, given.assignment, world.clock.now());
    expect(await ends()).toEqual(['2026-11-23T10:00:00.0000000Z', '2026-11-23T11:00:00.0000000Z']);
    world.clock.advance(61_000);
    expect(await ends()).toEqual(['2026-11-23T11:00:00.0000000Z', undefined]);
  });

  it('show plain assignments as late as they show their own', async () => {
    const world = tenant((state) => {
      state.manner.lag = { ...state.manner.lag, instances: 60_000 };
    });
    const plain = madeByHand({ scope: SCOPES.platform, role: ROLES.reader, principalId: PEOPLE.eve, principalType: 'User' }, START);
    keep(world.state, plain, START);
    expect(of(await pim(world, SCOPES.platform, 'ScheduleInstances'), PEOPLE.eve)).toBeUndefined();
    expect(of(await pim(world, SCOPES.platform, 'Schedules'), PEOPLE.eve)).toBeDefined();
  });
});

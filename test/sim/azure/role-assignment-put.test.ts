import { describe, expect, it } from 'vitest';

import { later } from '../../../src/domain/instant.ts';
import { madeByHand } from '../../../src/sim/azure/by-hand.ts';
import { PEOPLE, GROUPS, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { ONCALL_OPERATOR, SCOPES, TENANT } from '../../../src/sim/azure/example.ts';
import { assignmentsAt, messageOf, properties, refusalOf, ROLES, START, tenant, wish } from './tenant.ts';

const NAME = '0a0a0000-0000-4000-8000-000000000001';
const OTHER_NAME = '0a0a0000-0000-4000-8000-000000000002';
const AT = assignmentsAt(SCOPES.paymentsGroup, NAME);

describe('a PUT that makes a role assignment', () => {
  it('answers 201 with every property, null where nothing was given', async () => {
    const { arm } = tenant();
    const made = await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      properties: {
        roleDefinitionId: `${SCOPES.payments}/providers/Microsoft.Authorization/roleDefinitions/${ROLES.reader}`,
        principalId: PEOPLE.ada,
        principalType: 'User',
        scope: SCOPES.paymentsGroup,
        condition: null,
        conditionVersion: null,
        createdOn: '2026-11-23T09:00:00.0000000Z',
        updatedOn: '2026-11-23T09:00:00.0000000Z',
        createdBy: null,
        updatedBy: SERVICES.grantkeeper,
        delegatedManagedIdentityResourceId: null,
        description: null,
      },
      id: AT,
      type: 'Microsoft.Authorization/roleAssignments',
      name: NAME,
    });
  });

  it('says createdBy null, while a GET names the writer', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    expect(properties(await arm('GET', AT))).toMatchObject({ createdBy: SERVICES.grantkeeper, updatedBy: SERVICES.grantkeeper });
  });

  it('keeps description, condition and their spelling', async () => {
    const { arm } = tenant();
    const condition = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'x'";
    const words = { description: 'grantkeeper/1 stamp=a', condition, conditionVersion: '2.0' };
    await arm('PUT', AT, wish(ROLES.blobReader, PEOPLE.ada, words));
    expect(properties(await arm('GET', AT))).toMatchObject(words);
  });
});

describe('a PUT on a name that stands', () => {
  it('answers 201 again, with createdOn of this call, while a GET keeps the first moment', async () => {
    const { arm, clock } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    clock.advance(60_000);
    const changed = await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada, { description: 'b' }));
    expect(changed.status).toBe(201);
    expect(properties(changed)).toMatchObject({ createdOn: '2026-11-23T09:01:00.0000000Z', createdBy: null, description: 'b' });
    expect(properties(await arm('GET', AT))).toMatchObject({
      createdOn: '2026-11-23T09:00:00.0000000Z',
      updatedOn: '2026-11-23T09:01:00.0000000Z',
      createdBy: SERVICES.grantkeeper,
    });
  });

  it('answers 200 where the region does', async () => {
    const { arm } = tenant((state) => void (state.manner.repeatStatus = 200));
    expect((await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada))).status).toBe(201);
    expect((await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada))).status).toBe(200);
  });

  it('clears what is left out, and keeps an empty description apart from none', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada, { description: 'a', condition: 'x', conditionVersion: '2.0' }));
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada, { description: '' }));
    expect(properties(await arm('GET', AT))).toMatchObject({ description: '', condition: null, conditionVersion: null });
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada, { description: null }));
    expect(properties(await arm('GET', AT))).toMatchObject({ description: null });
  });

  it('may change the role, but not the principal', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    expect((await arm('PUT', AT, wish(ROLES.monitoringReader, PEOPLE.ada))).status).toBe(201);
    expect(refusalOf(await arm('PUT', AT, wish(ROLES.reader, PEOPLE.bo)))).toBe('400 RoleAssignmentUpdateNotPermitted');
  });

  it('is refused at another scope, even in another subscription', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    const elsewhere = await arm('PUT', assignmentsAt(SCOPES.searchGroup, NAME), wish(ROLES.reader, PEOPLE.ada));
    expect(refusalOf(elsewhere)).toBe('400 RoleAssignmentUpdateNotPermitted');
  });

  it('knows the name in any case and keeps the first spelling', async () => {
    const { arm, state } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    await arm('PUT', AT.toUpperCase(), wish(ROLES.reader.toUpperCase(), PEOPLE.ada.toUpperCase(), { description: 'c' }));
    const kept = state.roleAssignments.filter((one) => one.name.toLowerCase() === NAME);
    expect(kept).toMatchObject([{ name: NAME, scope: SCOPES.paymentsGroup, description: 'c' }]);
  });

  it('keeps properties that this version does not know', async () => {
    const { arm, state } = tenant();
    state.roleAssignments.push(
      madeByHand({ scope: SCOPES.paymentsGroup, role: ROLES.reader, principalId: PEOPLE.ada, principalType: 'User' }, START, {
        name: NAME,
        further: { tags: { a: 'b' } },
      }),
    );
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    expect(properties(await arm('GET', AT))).toMatchObject({ tags: { a: 'b' } });
  });

  it('changes the words of an assignment that PIM made, not its end', async () => {
    const { arm, clock, state } = tenant();
    const made = state.schedules.find((one) => one.principalId === PEOPLE.dan);
    const at = assignmentsAt(SCOPES.platform, made?.assignment);
    expect((await arm('PUT', at, wish(ROLES.contributor, PEOPLE.dan, { description: 'seen' }))).status).toBe(201);
    expect(properties(await arm('GET', at))).toMatchObject({ description: 'seen' });
    clock.advance(8 * 3600_000);
    expect(refusalOf(await arm('GET', at))).toBe('404 RoleAssignmentNotFound');
  });
});

describe('a PUT beside an assignment of the same scope, principal and role', () => {
  it('answers 409 and names the one in the way without dashes', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    const twin = await arm('PUT', assignmentsAt(SCOPES.paymentsGroup, OTHER_NAME), wish(ROLES.reader, PEOPLE.ada));
    expect(refusalOf(twin)).toBe('409 RoleAssignmentExists');
    expect(messageOf(twin)).toContain('The ID of the existing role assignment is 0a0a0000000040008000000000000001.');
  });

  it('leaves the name out where the region does', async () => {
    const { arm } = tenant((state) => void (state.manner.namesTheExisting = false));
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    const twin = await arm('PUT', assignmentsAt(SCOPES.paymentsGroup, OTHER_NAME), wish(ROLES.reader, PEOPLE.ada));
    expect(messageOf(twin)).toBe('The role assignment already exists.');
  });

  it('takes a scope in another case for the same', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    const twin = await arm('PUT', assignmentsAt(SCOPES.paymentsGroup.toLowerCase(), OTHER_NAME), wish(ROLES.reader, PEOPLE.ada));
    expect(refusalOf(twin)).toBe('409 RoleAssignmentExists');
  });

  it('meets what PIM made too', async () => {
    const { arm } = tenant();
    const twin = await arm('PUT', assignmentsAt(SCOPES.platform, NAME), wish(ROLES.contributor, PEOPLE.dan));
    expect(refusalOf(twin)).toBe('409 RoleAssignmentExists');
  });

  it('lets another scope, role or principal stand beside it', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    const beside = [
      await arm('PUT', assignmentsAt(SCOPES.payments, OTHER_NAME), wish(ROLES.reader, PEOPLE.ada)),
      await arm('PUT', assignmentsAt(SCOPES.paymentsGroup, '0a0a0000-0000-4000-8000-000000000003'), wish(ROLES.owner, PEOPLE.ada)),
      await arm('PUT', assignmentsAt(SCOPES.paymentsGroup, '0a0a0000-0000-4000-8000-000000000004'), wish(ROLES.reader, PEOPLE.bo)),
    ];
    expect(beside.map((one) => one.status)).toEqual([201, 201, 201]);
  });
});

describe('a PUT for a principal that was made a moment ago', () => {
  const fresh = '1b2c0000-0000-4000-8000-0000000000aa';
  const withFresh = (): ReturnType<typeof tenant> =>
    tenant((state) => {
      const createdAt = START;
      const [user] = state.users;
      if (user !== undefined) state.users.push({ ...user, id: fresh, createdAt });
      state.groups.push({ id: '3d4e0000-0000-4000-8000-0000000000aa', displayName: 'fresh', createdAt, members: [] });
    });

  it('is refused without principalType until the directory has caught up', async () => {
    const { arm, clock } = withFresh();
    const body = wish(ROLES.reader, fresh, { principalType: undefined });
    const early = await arm('PUT', AT, body);
    expect(refusalOf(early)).toBe('400 PrincipalNotFound');
    expect(messageOf(early)).toContain(`Principal 1b2c00000000400080000000000000aa does not exist in the directory ${TENANT}.`);
    clock.advance(60_000);
    expect(properties(await arm('PUT', AT, body))).toMatchObject({ principalType: 'User' });
  });

  it('goes through with principalType', async () => {
    const { arm } = withFresh();
    expect((await arm('PUT', AT, wish(ROLES.reader, fresh))).status).toBe(201);
  });

  it('is refused for a group all the same', async () => {
    const { arm, clock } = withFresh();
    const body = wish(ROLES.reader, '3d4e0000-0000-4000-8000-0000000000aa', { principalType: 'Group' });
    expect(refusalOf(await arm('PUT', AT, body))).toBe('400 PrincipalNotFound');
    clock.advance(60_000);
    expect((await arm('PUT', AT, body)).status).toBe(201);
  });

  it('goes through for one that nobody knows, once a type is given', async () => {
    const { arm } = tenant();
    expect((await arm('PUT', AT, wish(ROLES.reader, '1b2c0000-0000-4000-8000-0000000000bb'))).status).toBe(201);
  });
});

describe('a PUT with the wrong principalType', () => {
  it('is refused by what the directory says', async () => {
    const { arm } = tenant();
    const wrong = await arm('PUT', AT, wish(ROLES.reader, GROUPS.paymentsOncall));
    expect(refusalOf(wrong)).toBe('400 UnmatchedPrincipalType');
    expect(messageOf(wrong)).toContain("has type 'Group'");
  });
});

describe('HashConflictOnDifferentRoleAssignmentIds', () => {
  it('refuses so many new names and then no more', async () => {
    const { arm } = tenant((state) => void (state.manner.hashConflicts = 2));
    const tries = [];
    for (let at = 0; at < 3; at += 1) tries.push((await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada))).status);
    expect(tries).toEqual([400, 400, 201]);
  });

  it('refuses a spent name for ever, and another at once not', async () => {
    const { arm } = tenant((state) => state.manner.spentNames.push(NAME));
    for (let at = 0; at < 4; at += 1) {
      expect(refusalOf(await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada)))).toBe('400 HashConflictOnDifferentRoleAssignmentIds');
    }
    expect((await arm('PUT', assignmentsAt(SCOPES.paymentsGroup, OTHER_NAME), wish(ROLES.reader, PEOPLE.ada))).status).toBe(201);
  });
});

describe('the limits of assignments', () => {
  it('count what lies in a subscription, below too, and nothing above', async () => {
    const { arm, state } = tenant();
    // Gil's, the deployer's and the deleted principal's.
    state.manner.limits.perSubscription = 3;
    expect(refusalOf(await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada)))).toBe('400 RoleAssignmentLimitExceeded');
    state.manner.limits.perSubscription = 4;
    expect((await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada))).status).toBe(201);
    expect((await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada, { description: 'a change' }))).status).toBe(201);
  });

  it('count a management group alone', async () => {
    const { arm, state } = tenant();
    state.manner.limits.perManagementGroup = 2;
    expect(refusalOf(await arm('PUT', assignmentsAt(SCOPES.acme, NAME), wish(ROLES.reader, PEOPLE.ada)))).toBe(
      '400 RoleAssignmentLimitExceeded',
    );
  });

  it('do not concern the tenant root', async () => {
    const { arm, state } = tenant();
    state.manner.limits = { perSubscription: 0, perManagementGroup: 0 };
    expect((await arm('PUT', assignmentsAt('', NAME), wish(ROLES.reader, PEOPLE.ada))).status).toBe(201);
  });

  it('hold for the lengths of description and condition, in bytes', async () => {
    const { arm } = tenant();
    const put = async (more: Readonly<Record<string, unknown>>): Promise<number> =>
      (await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada, more))).status;
    expect(await put({ description: 'ü'.repeat(1025) })).toBe(400);
    expect(await put({ condition: 'x'.repeat(8193), conditionVersion: '2.0' })).toBe(400);
    expect(await put({ description: 'ü'.repeat(1024), condition: 'x'.repeat(8192), conditionVersion: '2.0' })).toBe(201);
  });
});

describe('a PUT that cannot be read', () => {
  it.each([
    ['a name that is no GUID', 'payments-debug', wish(ROLES.reader, PEOPLE.ada), '400 InvalidRoleAssignmentId'],
    ['no body', NAME, undefined, '400 BadRequestFormat'],
    ['a body without properties', NAME, { principalId: PEOPLE.ada }, '400 BadRequestFormat'],
    ['a role that is no id', NAME, wish('Reader', PEOPLE.ada), '400 BadRequestFormat'],
    ['a principal that is no GUID', NAME, wish(ROLES.reader, 'ada@example.com'), '400 InvalidPrincipalId'],
    ['a condition without its version', NAME, wish(ROLES.reader, PEOPLE.ada, { condition: 'x' }), '400 BadRequestFormat'],
    ['a role that nobody has', NAME, wish('0c0c0000-0000-4000-8000-0000000000ff', PEOPLE.ada), '400 RoleDefinitionDoesNotExist'],
  ])('is refused: %s', async (_, name, body, expected) => {
    const { arm } = tenant();
    expect(refusalOf(await arm('PUT', assignmentsAt(SCOPES.paymentsGroup, name), body))).toBe(expected);
  });

  it('is refused: a custom role outside its assignable scopes', async () => {
    const { arm } = tenant();
    const body = wish(ONCALL_OPERATOR.payments, PEOPLE.ada);
    expect(refusalOf(await arm('PUT', assignmentsAt(SCOPES.searchGroup, NAME), body))).toBe('400 RoleDefinitionDoesNotExist');
    expect((await arm('PUT', AT, body)).status).toBe(201);
  });

  it('is refused: a custom role with data actions at a management group, and not below it', async () => {
    const { arm, state } = tenant();
    state.roleDefinitions = state.roleDefinitions.map((role) =>
      role.id === ONCALL_OPERATOR.acme
        ? { ...role, permissions: [{ actions: [], notActions: [], dataActions: ['Microsoft.Storage/x/read'], notDataActions: [] }] }
        : role,
    );
    const body = wish(ONCALL_OPERATOR.acme, PEOPLE.ada);
    expect(refusalOf(await arm('PUT', assignmentsAt(SCOPES.acme, NAME), body))).toBe('400 RoleDefinitionDoesNotExist');
    expect((await arm('PUT', AT, body)).status).toBe(201);
  });

  it('takes any form of the role id', async () => {
    const { arm } = tenant();
    const forms = [`${SCOPES.search}/providers/Microsoft.Authorization/roleDefinitions/${ROLES.reader}`, ROLES.reader.toUpperCase()];
    for (const roleDefinitionId of forms) {
      const body = { properties: { roleDefinitionId, principalId: PEOPLE.ada, principalType: 'User' } };
      expect((await arm('PUT', AT, body)).status).toBe(201);
    }
  });
});

describe('what a test puts into the state', () => {
  it('is met by a PUT as if somebody had made it in the portal', async () => {
    const { arm, state } = tenant();
    const triple = { scope: SCOPES.paymentsGroup, role: ROLES.reader, principalId: PEOPLE.ada, principalType: 'User' };
    state.roleAssignments.push(madeByHand(triple, later(START, -1000)));
    expect(refusalOf(await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada)))).toBe('409 RoleAssignmentExists');
  });
});

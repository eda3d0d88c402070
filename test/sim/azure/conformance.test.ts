import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

import { madeByHand, scheduled } from '../../../src/sim/azure/by-hand.ts';
import type { AzureState, DenyAssignment, RoleAssignment } from '../../../src/sim/azure/state.ts';
import { type Item, listed, type Reply, START, tenant, type Tenant } from './tenant.ts';

/** The folder of published API descriptions. */
const data = process.env['CONFORMANCE_DATA'];
const STABLE = 'azure-api/specification/authorization/resource-manager/Microsoft.Authorization/stable';

if (data === undefined) console.log('skipped: the simulated Azure against its API descriptions (set CONFORMANCE_DATA to their folder)');

interface Example {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly responses: Readonly<Record<string, { readonly body?: unknown }>>;
}

const example = (version: string, name: string): Example =>
  JSON.parse(readFileSync(join(data ?? '', STABLE, version, 'examples', `${name}.json`), 'utf8')) as Example;

const SUBSCRIPTION = 'a925f2f7-5c63-4b7b-8799-25a5f97bc3b2';
const PRINCIPAL = 'ce2ce14e-85d7-4629-bdbc-454d0519d987';
const ROLE = '0b5fe924-9a61-425c-96af-cfe6e287ca2d';

/** The tenant of the examples: their subscription with a resource group, their principal and their role. */
const exampleTenant = (change: (state: AzureState) => void = () => {}): Tenant =>
  tenant((state) => {
    state.manner.roleIds = 'tenant';
    state.subscriptions = [{ id: SUBSCRIPTION, displayName: 'Pay-As-You-Go', parent: 'acme', state: 'Enabled' }];
    const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/testrg`;
    state.resourceGroups = [{ id: group, location: 'westeurope' }];
    const account = 'Microsoft.DocumentDb/databaseAccounts/test-db-account';
    state.resources = [{ id: `${group}/providers/${account}`, location: 'westeurope' }];
    const [user] = state.users;
    const role = state.roleDefinitions.find((one) => one.roleName === 'Storage Blob Data Reader');
    if (user === undefined || role === undefined) throw new Error('the example organisation has users and roles');
    state.users = [{ ...user, id: PRINCIPAL, createdAt: 0 as never }];
    state.roleDefinitions = [{ ...role, id: ROLE }];
    state.roleAssignments = [];
    state.schedules = [];
    change(state);
  });

const reader = (scope: string, name: string): RoleAssignment =>
  madeByHand({ scope, role: ROLE, principalId: PRINCIPAL, principalType: 'User' }, START, { name });

const byName = (items: readonly Item[]): readonly Item[] => items.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** A schema of an API description, with what it refers to, that takes a value as the service sends it. */
const described = (version: string, file: string, definition: string): ((value: unknown) => unknown) => {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const load = (path: string): void => {
    if (ajv.getSchema(`file://${path}`) !== undefined) return;
    const text = readFileSync(path, 'utf8');
    ajv.addSchema({ ...JSON.parse(text), $id: `file://${path}` });
    for (const [, other] of text.matchAll(/"\$ref": "([^"#]+\.json)#/g)) {
      const beside = resolve(dirname(path), other ?? '');
      if (existsSync(beside)) load(beside);
    }
  };
  const path = join(data ?? '', STABLE, version, file);
  load(resolve(path));
  const validate = ajv.compile({ $ref: `file://${resolve(path)}#/definitions/${definition}` });
  return (value) => (validate(withoutNulls(value)) ? [] : validate.errors);
};

/** The descriptions know no null, the service sends it for what is not set (Azure CLI's recordings). */
const withoutNulls = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) => (one === null ? undefined : one)) as unknown;

/** Names of an example's properties that an answer lacks, or has in another kind. */
const lacking = (sample: unknown, answer: unknown, at = ''): readonly string[] => {
  if (Array.isArray(sample))
    return sample.length === 0 ? [] : lacking(sample[0], (answer as readonly unknown[] | undefined)?.[0], `${at}[]`);
  if (typeof sample !== 'object' || sample === null) return answer === null || typeof answer === typeof sample ? [] : [at];
  if (answer === null) return [];
  if (typeof answer !== 'object') return [at];
  return Object.entries(sample).flatMap(([key, value]) => lacking(value, (answer as Record<string, unknown>)[key], `${at}.${key}`));
};

const bodyOf = (sample: Example, status: number): unknown => sample.responses[String(status)]?.body;

const at = (path: string, version: string): string => `/${path}?api-version=${version}`;

describe.skipIf(data === undefined)('role assignments as their description and examples say', () => {
  const V = '2022-04-01';
  const FILE = 'authorization-RoleAssignmentsCalls.json';
  const ask = async (name: string, method: string, world?: Tenant): Promise<{ readonly sample: Example; readonly reply: Reply }> => {
    const sample = example(V, name);
    const { roleAssignmentId, scope: place, roleAssignmentName } = sample.parameters;
    const named = `${String(place)}/providers/Microsoft.Authorization/roleAssignments/${String(roleAssignmentName)}`;
    const target = typeof roleAssignmentId === 'string' ? roleAssignmentId : named;
    const [scope = '', assignment = ''] = target.split('/providers/Microsoft.Authorization/roleAssignments/');
    const found = method === 'PUT' ? [] : [reader(`/${scope.replace(/^\//, '')}`, assignment)];
    const there = world ?? exampleTenant((state) => state.roleAssignments.push(...found));
    return { sample, reply: await there.arm(method, at(target.replace(/^\//, ''), V), sample.parameters['parameters']) };
  };

  it.each(['CreateForSubscription', 'CreateForResourceGroup', 'CreateForResource', 'CreateById'])('%s', async (name) => {
    const { sample, reply } = await ask(`RoleAssignments_${name}`, 'PUT');
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject(bodyOf(sample, 201) as object);
    expect(described(V, FILE, 'RoleAssignment')(reply.body)).toEqual([]);
  });

  it.each([
    ['Get', 'GET'],
    ['GetById', 'GET'],
    ['Delete', 'DELETE'],
    ['DeleteById', 'DELETE'],
  ])('%s', async (name, method) => {
    const { sample, reply } = await ask(`RoleAssignments_${name}`, method);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject(bodyOf(sample, 200) as object);
    expect(described(V, FILE, 'RoleAssignment')(reply.body)).toEqual([]);
  });

  it.each(['ListForSubscription', 'ListForScope', 'ListForResourceGroup', 'ListForResource'])('%s', async (name) => {
    const rows = (bodyOf(example(V, `RoleAssignments_${name}`), 200) as { value: readonly Item[] }).value;
    const scopes = rows.map((row) => String(row.properties['scope']));
    const world = exampleTenant((state) => rows.forEach((row, at) => state.roleAssignments.push(reader(scopes[at] ?? '', row.name))));
    const reply = await world.arm('GET', `${scopes.at(-1)}/providers/Microsoft.Authorization/roleAssignments?api-version=${V}`);
    expect(byName(listed(reply))).toMatchObject(byName(rows));
    expect(described(V, FILE, 'RoleAssignmentListResult')(reply.body)).toEqual([]);
  });

  it('a wrong answer would be found', () => {
    expect(described(V, FILE, 'RoleAssignment')({ properties: { principalId: 5, roleDefinitionId: 'x' } })).toMatchObject([
      { keyword: 'type' },
    ]);
    expect(lacking({ value: [{ id: '', properties: { a: 1 } }] }, { value: [{ id: 1, properties: {} }] })).toEqual([
      '.value[].id',
      '.value[].properties.a',
    ]);
  });

  it('errors', async () => {
    const { reply } = await ask('RoleAssignments_Get', 'GET', exampleTenant());
    expect(reply.status).toBe(404);
    const types = '../../../../../common-types/resource-management/v2/types.json';
    expect(described(V, types, 'ErrorResponse')(reply.body)).toEqual([]);
  });
});

describe.skipIf(data === undefined)('role definitions as their description and examples say', () => {
  const V = '2022-04-01';
  const FILE = 'authorization-RoleDefinitionsCalls.json';
  const ROLES = `subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions`;

  it('GetRoleDefinitionAtScope', async () => {
    const reply = await exampleTenant().arm('GET', at(ROLES, V));
    expect(lacking(bodyOf(example(V, 'GetRoleDefinitionAtScope'), 200), reply.body)).toEqual([]);
    expect(described(V, FILE, 'RoleDefinitionListResult')(reply.body)).toEqual([]);
  });

  it.each(['GetRoleDefinitionById', 'GetRoleDefinitionByName'])('%s', async (name) => {
    const reply = await exampleTenant().arm('GET', at(`${ROLES}/${ROLE}`, V));
    expect(lacking(bodyOf(example(V, name), 200), reply.body)).toEqual([]);
    expect(described(V, FILE, 'RoleDefinition')(reply.body)).toEqual([]);
  });
});

describe.skipIf(data === undefined)('PIM schedules as their description and examples say', () => {
  const V = '2020-10-01';
  const triple = { scope: `/subscriptions/${SUBSCRIPTION}`, role: ROLE, principalId: PRINCIPAL, principalType: 'User' };
  const world = exampleTenant((state) =>
    state.schedules.push(scheduled(triple, { assignmentType: 'Activated', start: START, end: (START + 1000) as never })),
  );
  const path = (kind: string): string => at(`subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/${kind}`, V);

  it.each([
    ['GetRoleAssignmentScheduleInstancesByScope', 'RoleAssignmentScheduleInstance', 'roleAssignmentScheduleInstances'],
    ['GetRoleAssignmentSchedulesByScope', 'RoleAssignmentSchedule', 'roleAssignmentSchedules'],
  ])('%s', async (name, definition, kind) => {
    const reply = await world.arm('GET', path(kind));
    expect(lacking(bodyOf(example(V, name), 200), reply.body)).toEqual([]);
    expect(described(V, `${definition}.json`, `${definition}ListResult`)(reply.body)).toEqual([]);
  });

  it.each([
    ['GetRoleAssignmentScheduleInstanceByName', 'RoleAssignmentScheduleInstance', 'roleAssignmentScheduleInstances', 'assignment'],
    ['GetRoleAssignmentScheduleByName', 'RoleAssignmentSchedule', 'roleAssignmentSchedules', 'name'],
  ] as const)('%s', async (name, definition, kind, key) => {
    const [schedule] = world.state.schedules;
    const reply = await world.arm('GET', path(`${kind}/${schedule?.[key]}`));
    expect(lacking(bodyOf(example(V, name), 200), reply.body)).toEqual([]);
    expect(described(V, `${definition}.json`, definition)(reply.body)).toEqual([]);
  });
});

describe.skipIf(data === undefined)('requests to PIM as their description and examples say', () => {
  const V = '2020-10-01';
  const under = `subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization`;
  const name = 'fea7a502-9a96-4806-a26f-eee560e52045';
  const asked = {
    properties: {
      principalId: PRINCIPAL,
      roleDefinitionId: `/${under}/roleDefinitions/${ROLE}`,
      requestType: 'AdminAssign',
      scheduleInfo: { expiration: { type: 'AfterDuration', duration: 'PT8H' } },
    },
  };
  const free = (approval: boolean) => (state: AzureState) => {
    state.rolePolicies = [{ scope: `/subscriptions/${SUBSCRIPTION}`, role: ROLE, maximumHours: null, enabled: [], approval }];
  };

  it('PutRoleAssignmentScheduleRequest', async () => {
    const reply = await exampleTenant(free(false)).arm('PUT', at(`${under}/roleAssignmentScheduleRequests/${name}`, V), asked);
    expect(reply.status).toBe(201);
    expect(lacking(bodyOf(example(V, 'PutRoleAssignmentScheduleRequest'), 201), reply.body)).toEqual([]);
    expect(described(V, 'RoleAssignmentScheduleRequest.json', 'RoleAssignmentScheduleRequest')(reply.body)).toEqual([]);
  });

  it('ValidateRoleAssignmentScheduleRequestByName and CancelRoleAssignmentScheduleRequestByName', async () => {
    const { arm } = exampleTenant(free(true));
    const path = `${under}/roleAssignmentScheduleRequests/${name}`;
    const tried = await arm('POST', at(`${path}/validate`, V), asked);
    expect(lacking(bodyOf(example(V, 'ValidateRoleAssignmentScheduleRequestByName'), 200), tried.body)).toEqual([]);
    await arm('PUT', at(path, V), asked);
    expect(await arm('POST', at(`${path}/cancel`, V))).toMatchObject({ status: 200, body: null });
  });

  it.each([
    ['GetRoleAssignmentScheduleRequestByName', 'RoleAssignmentScheduleRequest', `/${name}`],
    ['GetRoleAssignmentScheduleRequestByScope', 'RoleAssignmentScheduleRequestListResult', ''],
  ])('%s', async (sample, definition, tail) => {
    const { arm } = exampleTenant(free(false));
    await arm('PUT', at(`${under}/roleAssignmentScheduleRequests/${name}`, V), asked);
    const reply = await arm('GET', at(`${under}/roleAssignmentScheduleRequests${tail}`, V));
    expect(lacking(bodyOf(example(V, sample), 200), reply.body)).toEqual([]);
    expect(described(V, 'RoleAssignmentScheduleRequest.json', definition)(reply.body)).toEqual([]);
  });

  it('GetRoleManagementPolicyAssignmentByName', async () => {
    const { arm } = exampleTenant();
    const [first] = listed(await arm('GET', at(`${under}/roleManagementPolicyAssignments`, V)));
    const reply = await arm('GET', at(`${under}/roleManagementPolicyAssignments/${first?.name}`, V));
    expect(described(V, 'RoleManagementPolicyAssignment.json', 'RoleManagementPolicyAssignment')(reply.body)).toEqual([]);
    const { effectiveRules: _, ...known } = (bodyOf(example(V, 'GetRoleManagementPolicyAssignmentByName'), 200) as Item).properties;
    expect(lacking(known, (reply.body as Item).properties)).toEqual([]);
  });

  it('GetRoleManagementPolicyAssignmentByScope', async () => {
    const reply = await exampleTenant().arm('GET', at(`${under}/roleManagementPolicyAssignments`, V));
    const rules = described(V, 'RoleManagementPolicyAssignment.json', 'RoleManagementPolicyAssignmentListResult');
    expect(rules(reply.body)).toEqual([]);
  });
});

describe.skipIf(data === undefined)('deny assignments as their description and examples say', () => {
  const V = '2022-04-01';
  const denied: DenyAssignment = {
    name: 'denyAssignmentId',
    scope: `/subscriptions/${SUBSCRIPTION}`,
    denyAssignmentName: 'Deny assignment name',
    description: 'Deny assignment description',
    permissions: [{ actions: ['action'], notActions: [], dataActions: ['action'], notDataActions: [] }],
    doNotApplyToChildScopes: false,
    principals: [{ id: 'principalId1', type: 'principalType1' }],
    excludePrincipals: [{ id: 'principalId2', type: 'principalType2' }],
    isSystemProtected: true,
  };

  it.each(['GetAllDenyAssignments', 'GetDenyAssignmentByScope'])('%s', async (name) => {
    const world = exampleTenant((state) => state.denyAssignments.push(denied));
    const reply = await world.arm('GET', at(`subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/denyAssignments`, V));
    const spelled = JSON.parse(JSON.stringify(bodyOf(example(V, name), 200)).replaceAll('subId', SUBSCRIPTION)) as object;
    expect(reply.body).toEqual(spelled);
    expect(described(V, 'authorization-DenyAssignmentCalls.json', 'DenyAssignmentListResult')(reply.body)).toEqual([]);
  });

  const GROUP = `/subscriptions/${SUBSCRIPTION}/resourcegroups/rgname`;
  const RESOURCE = `${GROUP}/providers/resourceProviderNamespace/parentResourcePath/resourceType/resourceName`;
  const standing = (scope: string, name: string, dataActions: readonly string[]): Tenant =>
    exampleTenant((state) => {
      state.resourceGroups.push({ id: GROUP, location: 'westeurope' });
      state.resources.push({ id: RESOURCE, location: 'westeurope' });
      const permissions = [{ actions: ['action'], notActions: [], dataActions, notDataActions: [] }];
      state.denyAssignments.push({ ...denied, name, scope, permissions });
    });

  it.each([
    ['GetDenyAssignmentById', GROUP, 'daId', '/daId', []],
    ['GetDenyAssignmentByNameId', GROUP, 'denyAssignmentId', '/denyAssignmentId', []],
    ['GetDenyAssignmentsForResourceGroup', GROUP, 'denyAssignmentId', '', ['action']],
    ['GetDenyAssignmentsForResource', RESOURCE, 'denyAssignmentId', '', ['action']],
  ] as const)('%s', async (sample, scope, name, tail, dataActions) => {
    const path = `${scope.slice(1)}/providers/Microsoft.Authorization/denyAssignments${tail}`;
    const reply = await standing(scope, name, dataActions).arm('GET', at(path, V));
    expect(reply.body).toEqual(JSON.parse(JSON.stringify(bodyOf(example(V, sample), 200)).replaceAll('subId', SUBSCRIPTION)));
  });

  it('DenyAssignments_CreateForSubscription, of 2026-09-01', async () => {
    const folder = STABLE.replace('Microsoft.Authorization/stable', 'Microsoft.Authorization/Authorization/stable');
    const path = join(data ?? '', folder, '2026-09-01/examples/DenyAssignments_CreateForSubscription.json');
    const sample = JSON.parse(readFileSync(path, 'utf8')) as Example;
    const { scope, denyAssignmentId, parameters } = sample.parameters;
    const target = `${String(scope)}/providers/Microsoft.Authorization/denyAssignments/${String(denyAssignmentId)}`;
    const { arm } = exampleTenant();
    for (const status of [201, 200]) {
      const reply = await arm('PUT', at(target, '2026-09-01'), parameters);
      expect(reply.status).toBe(status);
      expect(lacking(bodyOf(sample, status), reply.body)).toEqual([]);
      expect((reply.body as Item).properties).toMatchObject((parameters as { properties: object }).properties);
    }
    expect(lacking(bodyOf(sample, 200), (await arm('GET', at(target, '2026-09-01'))).body)).toEqual([]);
    expect(JSON.stringify((await arm('GET', at(target, V))).body)).not.toContain('systemData');
  });
});

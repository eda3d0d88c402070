import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { describe, expect, it } from 'vitest';

import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES, SUBSCRIPTIONS, TOKENS } from '../../../src/sim/azure/example.ts';
import { httpClientOver } from './http-client.ts';
import { assignmentsAt, ROLES, tenant, type Tenant } from './tenant.ts';

const NAME = '0a0a0000-0000-4000-8000-000000000001';

const credential = (token: string): { getToken(): Promise<{ token: string; expiresOnTimestamp: number }> } => ({
  getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3600_000 }),
});

const clientOf = (world: Tenant, token: string = TOKENS.grantkeeper): AuthorizationManagementClient =>
  new AuthorizationManagementClient(credential(token), SUBSCRIPTIONS.payments, {
    httpClient: httpClientOver(world.service.fetch),
    retryOptions: { maxRetries: 0 },
  });

const asked = {
  roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${ROLES.reader}`,
  principalId: PEOPLE.ada,
  principalType: 'User',
};

const everything = async <T>(items: AsyncIterable<T>): Promise<T[]> => Array.fromAsync(items);

describe('the real @azure/arm-authorization client over the simulation', () => {
  it('makes, reads, changes and deletes an assignment', async () => {
    const { roleAssignments } = clientOf(tenant());
    const made = await roleAssignments.create(SCOPES.paymentsGroup, NAME, { ...asked, description: 'first' });
    expect(made).toMatchObject({ name: NAME, createdBy: null, principalType: 'User', description: 'first' });
    const read = await roleAssignments.get(SCOPES.paymentsGroup, NAME);
    expect(read.createdOn).toEqual(new Date('2026-11-23T09:00:00Z'));
    await roleAssignments.create(SCOPES.paymentsGroup, NAME, asked);
    expect((await roleAssignments.getById(assignmentsAt(SCOPES.paymentsGroup, NAME))).description).toBeNull();
    const statuses: number[] = [];
    const onResponse = ({ status }: { status: number }): void => void statuses.push(status);
    const gone = await roleAssignments.deleteById(assignmentsAt(SCOPES.paymentsGroup, NAME), { onResponse });
    expect(gone.name).toBe(NAME);
    await roleAssignments.delete(SCOPES.paymentsGroup, NAME, { onResponse });
    expect(statuses).toEqual([200, 204]);
    await roleAssignments.createById(assignmentsAt(SCOPES.paymentsGroup, NAME), asked);
  });

  it('sees errors as RestError with the code of the answer', async () => {
    const { roleAssignments } = clientOf(tenant());
    await expect(roleAssignments.get(SCOPES.paymentsGroup, NAME)).rejects.toMatchObject({
      code: 'RoleAssignmentNotFound',
      statusCode: 404,
    });
    await roleAssignments.create(SCOPES.paymentsGroup, NAME, asked);
    const other = NAME.replace('1', '2');
    await expect(roleAssignments.create(SCOPES.paymentsGroup, other, asked)).rejects.toMatchObject({
      code: 'RoleAssignmentExists',
      statusCode: 409,
      details: { error: { message: expect.stringContaining('0a0a0000000040008000000000000001') } },
    });
    const reader = clientOf(tenant(), TOKENS.reader);
    await expect(reader.roleAssignments.create(SCOPES.payments, NAME, asked)).rejects.toMatchObject({ code: 'AuthorizationFailed' });
    await expect(clientOf(tenant(), 'none').roleAssignments.get(SCOPES.payments, NAME)).rejects.toMatchObject({ statusCode: 401 });
  });

  it('pages through lists, over an empty page, for subscription, scope and filter', async () => {
    const world = tenant((state) => {
      state.manner.pageSize = 2;
      state.manner.emptyPage = true;
    });
    const { roleAssignments } = clientOf(world);
    expect(await everything(roleAssignments.listForSubscription())).toHaveLength(5);
    expect(await everything(roleAssignments.listForScope(SCOPES.payments.slice(1)))).toHaveLength(5);
    expect(await everything(roleAssignments.listForScope(SCOPES.payments, { filter: 'atScope()' }))).toHaveLength(3);
    expect(
      await everything(roleAssignments.listForResourceGroup('search', { filter: `principalId eq '${PEOPLE.ada}'` })).catch(String),
    ).toContain('could not be found');
    expect(await everything(roleAssignments.listForScope(SCOPES.search.slice(1), { filter: `assignedTo('${PEOPLE.ben}')` }))).toHaveLength(
      2,
    );
    const ledger = roleAssignments.listForResource('payments', 'Microsoft.Storage', 'storageAccounts', 'ledger');
    expect(await everything(ledger)).toHaveLength(5);
  });

  it('reads role definitions, schedules, instances and deny assignments', async () => {
    const client = clientOf(tenant());
    const [reader] = await everything(client.roleDefinitions.list(SCOPES.payments, { filter: "roleName eq 'Reader'" }));
    expect(reader).toMatchObject({ name: ROLES.reader, roleType: 'BuiltInRole', permissions: [{ actions: ['*/read'] }] });
    expect(await client.roleDefinitions.getById(`/providers/Microsoft.Authorization/roleDefinitions/${ROLES.owner}`)).toMatchObject({
      roleName: 'Owner',
    });
    const instances = await everything(client.roleAssignmentScheduleInstances.listForScope(SCOPES.platform.slice(1)));
    const activated = instances.find((one) => one.assignmentType === 'Activated');
    expect(activated).toMatchObject({ principalId: PEOPLE.dan, endDateTime: new Date('2026-11-23T16:00:00Z') });
    expect(instances.find((one) => one.assignmentType === 'Assigned')?.endDateTime).toBeNull();
    const schedules = await everything(
      client.roleAssignmentSchedules.listForScope(SCOPES.search.slice(1), { filter: `principalId eq '${PEOPLE.zoe}'` }),
    );
    expect(schedules).toMatchObject([{ assignmentType: 'Assigned', status: 'Provisioned' }]);
    expect(await everything(client.denyAssignments.listForScope(SCOPES.payments))).toEqual([]);
  });

  it('meets a cut connection after the write took effect', async () => {
    const world = tenant();
    world.service.faults.push({ method: 'PUT', path: /./, effect: { kind: 'cut-after' } });
    const { roleAssignments } = clientOf(world);
    await expect(roleAssignments.create(SCOPES.paymentsGroup, NAME, asked)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await roleAssignments.get(SCOPES.paymentsGroup, NAME)).name).toBe(NAME);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { simulateAzure } from '../../../src/sim/azure/azure.ts';
import { roleNamed } from '../../../src/sim/azure/by-hand.ts';
import { exampleAzure, SCOPES, TOKENS } from '../../../src/sim/azure/example.ts';
import { missing } from '../../../src/sim/azure/places.ts';
import { isGuid } from '../../../src/sim/azure/guid.ts';
import type { AzureState } from '../../../src/sim/azure/state.ts';
import { fixedClock } from '../../../src/sim/clock.ts';
import { fileStore } from '../../../src/sim/store.ts';
import { assignmentsAt, ROLES, START, wish } from './tenant.ts';

const state = exampleAzure(START);

describe('the example tenant', () => {
  it('has every place that its access is at', () => {
    const scopes = [...state.roleAssignments, ...state.schedules].map((one) => one.scope);
    expect([...scopes, ...Object.values(SCOPES)].filter((scope) => missing(state, scope) !== undefined)).toEqual([]);
  });

  it('gives only roles that it has', () => {
    const roles = new Set(state.roleDefinitions.map((one) => one.id));
    for (const one of [...state.roleAssignments, ...state.schedules]) expect(roles).toContain(one.roleDefinition);
  });

  it('names everything once', () => {
    const names = [
      ...state.roleAssignments.map((one) => one.name),
      ...state.schedules.flatMap((one) => [one.name, one.assignment, one.request]),
      ...state.roleDefinitions.map((one) => one.id),
      ...[...state.users, ...state.groups, ...state.servicePrincipals].map((one) => one.id),
    ];
    expect(new Set(names).size).toBe(names.length);
    expect(names.every(isGuid)).toBe(true);
  });

  it('knows a role by its name where the name says which', () => {
    expect(roleNamed(state, 'Owner')).toBe(ROLES.owner);
    expect(() => roleNamed(state, 'On-call Operator')).toThrow('no single role');
    expect(() => roleNamed(state, 'Nothing')).toThrow('no single role');
  });

  it('survives JSON, so that it can lie in a file', () => {
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('is kept by a file from one process to the next', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sim-azure-'));
    const start = (): ReturnType<typeof simulateAzure> =>
      simulateAzure({ store: fileStore<AzureState>(join(folder, 'azure.json'), state), clock: fixedClock(START) });
    const url = `https://management.azure.com${assignmentsAt(SCOPES.paymentsGroup, '0a0a0000-0000-4000-8000-000000000001')}?api-version=2022-04-01`;
    const headers = { authorization: `Bearer ${TOKENS.grantkeeper}` };
    const body = JSON.stringify(wish(ROLES.reader, '1b2c0000-0000-4000-8000-000000000001'));
    expect((await start().fetch(url, { method: 'PUT', headers, body })).status).toBe(201);
    expect((await start().fetch(url, { headers })).status).toBe(200);
    await rm(folder, { recursive: true });
  });
});

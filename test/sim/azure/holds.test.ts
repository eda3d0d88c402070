import { describe, expect, it } from 'vitest';

import { later } from '../../../src/domain/instant.ts';
import { madeByHand } from '../../../src/sim/azure/by-hand.ts';
import { GROUPS, PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { holds } from '../../../src/sim/azure/holds.ts';
import { assignmentsAt, ROLES, START, tenant, wish } from './tenant.ts';

const { state: found } = tenant();
const has = (principalId: string, roleGuid: string, scope: string, at = START): boolean =>
  holds(found, { principalId, roleGuid, scope }, at);

describe('whether somebody holds a role', () => {
  it('counts what is given directly, there and below', () => {
    expect(has(PEOPLE.gil, ROLES.owner, SCOPES.payments)).toBe(true);
    expect(has(PEOPLE.gil, ROLES.owner, SCOPES.ledger)).toBe(true);
    expect(has(PEOPLE.gil, ROLES.owner, SCOPES.acme)).toBe(false);
    expect(has(PEOPLE.gil, ROLES.owner, SCOPES.search)).toBe(false);
    expect(has(PEOPLE.gil, ROLES.reader, SCOPES.payments)).toBe(false);
  });

  it('counts what comes from a management group', () => {
    expect(has(PEOPLE.kim, '39bc4728-0917-49c7-9d2c-d95423bc2eb4', SCOPES.searchTestGroup)).toBe(true);
  });

  it('counts groups, in any case', () => {
    expect(has(PEOPLE.ben.toUpperCase(), ROLES.contributor.toUpperCase(), SCOPES.searchGroup.toUpperCase())).toBe(true);
    expect(has(GROUPS.searchOncall, ROLES.contributor, SCOPES.searchGroup)).toBe(true);
    expect(has(PEOPLE.ada, ROLES.contributor, SCOPES.searchGroup)).toBe(false);
  });

  it('counts groups in groups, and timed members until their end', () => {
    const { state } = tenant();
    const outer = '3d4e0000-0000-4000-8000-0000000000aa';
    state.groups.push({ id: outer, displayName: 'outer', createdAt: START, members: [GROUPS.paymentsOncall] });
    state.memberships.push({ group: outer, principal: PEOPLE.zoe, start: START, end: later(START, 1000) });
    state.roleAssignments.push(madeByHand({ scope: SCOPES.search, role: ROLES.owner, principalId: outer, principalType: 'Group' }, START));
    const held = { roleGuid: ROLES.owner, scope: SCOPES.searchGroup };
    expect(holds(state, { ...held, principalId: PEOPLE.chi }, START)).toBe(true);
    expect(holds(state, { ...held, principalId: PEOPLE.zoe }, later(START, 999))).toBe(true);
    expect(holds(state, { ...held, principalId: PEOPLE.zoe }, later(START, 1000))).toBe(false);
  });

  it('counts a schedule of PIM until its end', () => {
    expect(has(PEOPLE.dan, ROLES.contributor, SCOPES.sharedGroup, later(START, 7 * 3600_000 - 1))).toBe(true);
    expect(has(PEOPLE.dan, ROLES.contributor, SCOPES.sharedGroup, later(START, 7 * 3600_000))).toBe(false);
  });

  it('is the truth, however far readers lag', async () => {
    const { arm, state } = tenant((one) => void (one.manner.lag = { get: 60_000, list: 60_000, byPrincipal: 60_000 }));
    const held = { principalId: PEOPLE.ada, roleGuid: ROLES.reader, scope: SCOPES.paymentsGroup };
    const at = assignmentsAt(SCOPES.paymentsGroup, '0a0a0000-0000-4000-8000-000000000001');
    await arm('PUT', at, wish(ROLES.reader, PEOPLE.ada));
    expect(holds(state, held, START)).toBe(true);
    await arm('DELETE', at);
    expect(holds(state, held, START)).toBe(false);
  });
});

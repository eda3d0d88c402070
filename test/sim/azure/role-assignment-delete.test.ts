import { describe, expect, it } from 'vitest';

import { madeByHand } from '../../../src/sim/azure/by-hand.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { assignmentsAt, listed, messageOf, properties, refusalOf, ROLES, START, tenant, wish } from './tenant.ts';

const NAME = '0a0a0000-0000-4000-8000-000000000001';
const AT = assignmentsAt(SCOPES.paymentsGroup, NAME);

describe('a DELETE of a role assignment', () => {
  it('answers 200 with what was there and the moment of the deletion, then 204', async () => {
    const { arm, clock } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada, { description: 'a' }));
    clock.advance(1000);
    const gone = await arm('DELETE', AT);
    expect(gone.status).toBe(200);
    expect(properties(gone)).toMatchObject({ description: 'a', updatedOn: '2026-11-23T09:00:01.0000000Z' });
    expect(await arm('DELETE', AT)).toMatchObject({ status: 204, body: null });
    expect(refusalOf(await arm('GET', AT))).toBe('404 RoleAssignmentNotFound');
  });

  it('does nothing under another scope', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    expect((await arm('DELETE', assignmentsAt(SCOPES.payments, NAME))).status).toBe(204);
    expect((await arm('GET', AT)).status).toBe(200);
  });

  it('lets the same name be made again', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    await arm('DELETE', AT);
    expect((await arm('PUT', AT, wish(ROLES.reader, PEOPLE.bo))).status).toBe(201);
  });

  it('ends the schedule of an assignment that PIM made', async () => {
    const { arm, state } = tenant();
    const dans = state.schedules.find((one) => one.principalId === PEOPLE.dan);
    expect((await arm('DELETE', assignmentsAt(SCOPES.platform, dans?.assignment))).status).toBe(200);
    expect(state.schedules.some((one) => one.principalId === PEOPLE.dan)).toBe(false);
  });
});

describe('locks', () => {
  const lock = { name: 'keep', level: 'CanNotDelete' } as const;

  it.each([
    ['at the scope', SCOPES.paymentsGroup],
    ['above it', SCOPES.payments],
  ])('CanNotDelete keeps an assignment from being deleted: %s', async (_, scope) => {
    const { arm } = tenant((state) => state.locks.push({ ...lock, scope: scope.toUpperCase() }));
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    const kept = await arm('DELETE', AT);
    expect(refusalOf(kept)).toBe('409 ScopeLocked');
    expect(messageOf(kept)).toContain('cannot perform delete operation because following scope(s) are locked');
    expect((await arm('GET', AT)).status).toBe(200);
  });

  it('a lock below the scope or beside it does not matter', async () => {
    const { arm } = tenant((state) => state.locks.push({ ...lock, scope: SCOPES.ledger }, { ...lock, scope: SCOPES.search }));
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    expect((await arm('DELETE', AT)).status).toBe(200);
  });

  it('ReadOnly keeps one from being made and changed, too', async () => {
    const { arm, state } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    state.locks.push({ ...lock, level: 'ReadOnly', scope: SCOPES.paymentsGroup });
    expect(refusalOf(await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada)))).toBe('409 ScopeLocked');
    expect(refusalOf(await arm('DELETE', AT))).toBe('409 ScopeLocked');
  });

  it('what is not there is not locked', async () => {
    const { arm } = tenant((state) => state.locks.push({ ...lock, scope: SCOPES.paymentsGroup }));
    expect((await arm('DELETE', AT)).status).toBe(204);
  });

  const path = '/providers/Microsoft.Authorization/locks?api-version=2020-05-01';

  it('are listed at, above and below a scope, or with atScope() not below', async () => {
    const { arm } = tenant((state) =>
      state.locks.push(
        { ...lock, name: 'a', scope: SCOPES.payments },
        { ...lock, name: 'b', scope: SCOPES.ledger, notes: 'books' },
        { ...lock, name: 'c', scope: SCOPES.search },
      ),
    );
    expect(listed(await arm('GET', SCOPES.paymentsGroup + path))).toEqual([
      {
        properties: { level: 'CanNotDelete' },
        id: `${SCOPES.payments}/providers/Microsoft.Authorization/locks/a`,
        type: 'Microsoft.Authorization/locks',
        name: 'a',
      },
      {
        properties: { level: 'CanNotDelete', notes: 'books' },
        id: `${SCOPES.ledger}/providers/Microsoft.Authorization/locks/b`,
        type: 'Microsoft.Authorization/locks',
        name: 'b',
      },
    ]);
    const above = await arm('GET', `${SCOPES.paymentsGroup}${path}&$filter=atScope()`);
    expect(listed(above).map((one) => one.name)).toEqual(['a']);
  });

  it('are read one by one, and refused with a filter that nobody knows', async () => {
    const { arm } = tenant((state) => state.locks.push({ ...lock, scope: SCOPES.payments }));
    const one = `${SCOPES.payments}/providers/Microsoft.Authorization/locks/keep?api-version=2016-09-01`;
    expect((await arm('GET', one)).body).toMatchObject({ name: 'keep' });
    expect(refusalOf(await arm('GET', one.replace('keep', 'other')))).toBe('404 LockNotFound');
    expect(refusalOf(await arm('GET', `${SCOPES.payments}${path}&$filter=name eq 'a'`))).toBe('400 InvalidFilterInQueryString');
    expect(refusalOf(await arm('PUT', one, {}))).toBe('405 HttpMethodNotSupported');
  });
});

describe('the last Owner of a subscription', () => {
  it('stays, and goes once there is another', async () => {
    const { arm, state } = tenant();
    const gils = state.roleAssignments.find((one) => one.principalId === PEOPLE.gil);
    const at = assignmentsAt(SCOPES.payments, gils?.name);
    const kept = await arm('DELETE', at);
    expect(refusalOf(kept)).toMatch(/^400 /);
    expect(messageOf(kept)).toBe('Cannot delete the last RBAC admin assignment');
    state.roleAssignments.push(
      madeByHand({ scope: SCOPES.payments, role: ROLES.owner, principalId: PEOPLE.sam, principalType: 'User' }, START),
    );
    expect((await arm('DELETE', at)).status).toBe(200);
  });

  it('is no matter for a resource group', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.owner, PEOPLE.ada));
    expect((await arm('DELETE', AT)).status).toBe(200);
  });
});

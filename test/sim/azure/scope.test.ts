import { describe, expect, it } from 'vitest';

import { SCOPES, TENANT } from '../../../src/sim/azure/example.ts';
import { chainOf, covers, foldScope, managementGroupOf, managementGroupScope, tidyScope } from '../../../src/sim/azure/scope.ts';
import { tenant } from './tenant.ts';

const { state } = tenant();

describe('the chain above a scope', () => {
  const top = [SCOPES.acme, managementGroupScope(TENANT), '/'].map(foldScope);

  it.each([
    ['the tenant', '', ['/']],
    ['the root group', managementGroupScope(TENANT), top.slice(1)],
    ['a management group', SCOPES.acme, top],
    ['a subscription', SCOPES.payments, [foldScope(SCOPES.payments), ...top]],
    ['a resource group', SCOPES.paymentsGroup, [foldScope(SCOPES.paymentsGroup), foldScope(SCOPES.payments), ...top]],
  ])('%s', (_, scope, chain) => {
    expect(chainOf(state, scope)).toEqual(chain);
  });

  it('a child resource has its parent above it', () => {
    const container = `${SCOPES.ledger}/blobServices/default/containers/settlements`;
    expect(chainOf(state, container).slice(0, 4)).toEqual(
      [container, `${SCOPES.ledger}/blobServices/default`, SCOPES.ledger, SCOPES.paymentsGroup].map(foldScope),
    );
  });

  it('a resource of a subscription, of another resource and of the tenant', () => {
    const budget = `${SCOPES.payments}/providers/Microsoft.Consumption/budgets/b`;
    expect(chainOf(state, budget)[1]).toBe(foldScope(SCOPES.payments));
    expect(chainOf(state, `${SCOPES.ledger}/providers/Microsoft.Insights/rules/r`)[1]).toBe(foldScope(SCOPES.ledger));
    expect(chainOf(state, '/providers/Microsoft.Billing/accounts/a')[1]).toBe('/');
  });

  it('what is not known hangs from the tenant root', () => {
    expect(chainOf(state, '/subscriptions/none')).toEqual(['/subscriptions/none', '/']);
    expect(chainOf(state, managementGroupScope('none'))).toEqual([foldScope(managementGroupScope('none')), '/']);
  });
});

describe('scopes', () => {
  it('are compared without case and doubled slashes', () => {
    expect(tidyScope('//a//b/')).toBe('/a/b');
    expect(covers(state, SCOPES.acme.toUpperCase(), `/${SCOPES.ledger}/`)).toBe(true);
    expect(covers(state, SCOPES.paymentsGroup, `${SCOPES.paymentsGroup}-2`)).toBe(false);
  });

  it('are management groups only by themselves', () => {
    expect(managementGroupOf(SCOPES.acme)).toBe('acme');
    expect(managementGroupOf(`${SCOPES.acme}/providers/x/y/z`)).toBeUndefined();
    expect(managementGroupOf(SCOPES.search)).toBeUndefined();
  });
});

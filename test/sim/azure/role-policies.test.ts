import { describe, expect, it } from 'vitest';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { listed, properties, refusalOf, ROLES, tenant } from './tenant.ts';

const AT = `${SCOPES.paymentsGroup}/providers/Microsoft.Authorization/roleManagementPolicyAssignments`;
const VERSION = '?api-version=2020-10-01';

interface Rule {
  readonly id: string;
}

const rules = (of: Readonly<Record<string, unknown>> = {}) =>
  new Map(((of['effectiveRules'] ?? []) as readonly Rule[]).map((one) => [one.id, one]));

describe('role management policies', () => {
  it('are there for each role of a scope: the default, and what somebody set at this very scope', async () => {
    const { arm } = tenant((state) => {
      const own = { role: ROLES.reader, maximumHours: 3, enabled: ['Ticketing'], approval: true } as const;
      state.rolePolicies = [
        { scope: SCOPES.payments, ...own, maximumHours: 1 },
        { scope: SCOPES.paymentsGroup, ...own },
      ];
    });
    const all = listed(await arm('GET', AT + VERSION));
    const of = (role: string) => rules(all.find(({ properties: one }) => String(one['roleDefinitionId']).endsWith(role))?.properties);
    expect(of(ROLES.reader).get('Expiration_Admin_Assignment')).toMatchObject({ isExpirationRequired: true, maximumDuration: 'PT3H' });
    expect(of(ROLES.reader).get('Approval_Admin_Assignment')).toMatchObject({ setting: { isApprovalRequired: true } });
    expect(of(ROLES.contributor).get('Expiration_Admin_Assignment')).toMatchObject({ maximumDuration: 'P180D' });
    expect(of(ROLES.contributor).get('Enablement_Admin_Assignment')).toMatchObject({ enabledRules: ['Justification'] });
    const [first] = all;
    expect(properties(await arm('GET', `${AT}/${first?.name}${VERSION}`))).toEqual(first?.properties);
  });

  it('are only read, one by one or all, and not in a tenant without PIM', async () => {
    const { arm, state } = tenant((one) => {
      one.rolePolicies = [{ scope: '/', role: ROLES.reader, maximumHours: null, enabled: [] }];
    });
    const root = listed(await arm('GET', `${AT.slice(SCOPES.paymentsGroup.length)}${VERSION}`));
    expect(root.some(({ properties: one }) => JSON.stringify(one).includes('"isExpirationRequired":false'))).toBe(true);
    expect(refusalOf(await arm('GET', `${AT}/none${VERSION}`))).toBe('404 RoleManagementPolicyAssignmentNotFound');
    expect(refusalOf(await arm('PATCH', `${AT}/none${VERSION}`, {}))).toBe('405 HttpMethodNotSupported');
    state.manner.withoutPim = true;
    expect(refusalOf(await arm('GET', AT + VERSION))).toBe('400 AadPremiumLicenseRequired');
  });
});

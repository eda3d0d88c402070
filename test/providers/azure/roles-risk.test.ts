import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../src/providers/azure/escalation.ts';
import { dangersByVerb, firstWrite, reasonsOf, verbRules } from '../../../src/providers/azure/roles-risk.ts';

describe('dangersByVerb', () => {
  it.each([
    'Microsoft.Authorization/newThings/write',
    'Microsoft.Authorization/*',
    'Microsoft.NewService/accounts/listSecretKeys/action',
    'Microsoft.NewService/machines/runCommands/write',
    'Microsoft.NewService/vaults/accessPolicies/write',
    'MICROSOFT.NEWSERVICE/ACCOUNTS/REGENERATEKEY/ACTION',
  ])('finds %s, which no list has', (action) => {
    expect(dangersByVerb([{ actions: ['*/read', action] }])).toEqual([{ action, reason: expect.any(String) }]);
  });

  it.each([
    '*/read',
    'Microsoft.Authorization/*/read',
    'Microsoft.Support/*',
    'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    'Microsoft.Compute/virtualMachines/start/action',
  ])('leaves %s', (action) => expect(dangersByVerb([{ actions: [action] }])).toEqual([]));

  it('minds what is taken away, and keeps data actions apart', () => {
    const action = 'Microsoft.NewService/accounts/listKeys/action';
    expect(dangersByVerb([{ actions: [action], notActions: ['*/listKeys/action'] }])).toEqual([]);
    expect(dangersByVerb([{ dataActions: [action] }])).toEqual([]);
    const login = 'Microsoft.NewService/machines/loginAsAdmin/action';
    expect(dangersByVerb([{ dataActions: [login] }])).toHaveLength(1);
    expect(dangersByVerb([{ dataActions: [login], notDataActions: [login] }])).toEqual([]);
  });

  it('has a reason and a source for each rule', () => {
    expect(verbRules.filter(({ reason, source }) => !/^[a-z].*[^.]$/.test(reason) || source === '')).toEqual([]);
  });
});

describe('reasonsOf', () => {
  it('names the deciding action, what is published first', () => {
    expect(reasonsOf([{ actions: ['*'] }])[0]).toBe('Microsoft.Authorization/roleAssignments/write: gives roles to others');
    expect(reasonsOf([{ actions: ['Microsoft.NewService/accounts/listSecretKeys/action'] }])).toEqual([
      'Microsoft.NewService/accounts/listSecretKeys/action: hands out keys that work without an identity',
    ]);
    expect(reasonsOf([{ actions: ['*/read'] }])).toEqual([]);
  });
});

describe('firstWrite', () => {
  it('passes over what only looks', () => {
    expect(firstWrite([{ actions: ['*/read', 'Microsoft.Support/*'] }, {}])).toBeUndefined();
    expect(firstWrite([{ actions: ['*/read'] }, { dataActions: ['Microsoft.X/y/write'] }])).toBe('Microsoft.X/y/write');
  });
});

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.info('CONFORMANCE_DATA is not set: the verbs of built-in roles were not tried');
const read = (path: string): unknown => JSON.parse(readFileSync(join(data ?? '', path), 'utf8'));

interface Fact {
  readonly id: string;
  readonly actions?: readonly string[];
  readonly dataActions?: readonly string[];
}

/** The third that was held out while the rules were written: ids whose SHA-256, as a number, divides by three. */
function isHeldOut(id: string): boolean {
  return Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 8), 16) % 3 === 0;
}

describe.runIf(data !== undefined)('published escalations by their verbs alone', () => {
  it('are found, those that were held out too', () => {
    const facts = read('escalation/azure.json') as readonly Fact[];
    expect(facts.filter(({ id }) => isHeldOut(id)).length).toBe(8);
    const missed = facts.filter(({ actions = [], dataActions = [] }) => dangersByVerb([{ actions, dataActions }]).length === 0);
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it('name for every role that is flagged an action and a reason, and leave most alone', () => {
    const roles = read('azure-roles/built-in-roles.json') as readonly {
      readonly roleName: string;
      readonly permissions: readonly Permission[];
    }[];
    const flagged = roles.map(({ permissions }) => reasonsOf(permissions)).filter((reasons) => reasons.length > 0);
    expect(flagged.flat().filter((reason) => !/^[\w.*]+\/[\w./* -]+: [a-z]/.test(reason))).toEqual([]);
    expect(flagged.length).toBeGreaterThan(140);
    expect(flagged.length).toBeLessThan(220);
  });
});

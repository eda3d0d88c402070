import { describe, expect, it } from 'vitest';
import { contains } from '../../../src/providers/azure/wildcard.ts';

describe('contains', () => {
  it.each([
    ['*', 'Microsoft.Storage/storageAccounts/read'],
    ['*/read', 'Microsoft.Storage/storageAccounts/READ'],
    ['Microsoft.Storage/*', 'microsoft.storage/storageAccounts/listKeys/action'],
    ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/roleAssignments/write'],
    ['Microsoft.*/*/listKeys/action', 'Microsoft.Storage/storageAccounts/listKeys/action'],
    ['a/b', 'A/B'],
    ['*/read', 'Microsoft.Storage/*/read'],
    ['*', '*'],
    ['a*b*c', 'abc'],
  ])('%s has %s', (outer, inner) => {
    expect(contains(outer, inner)).toBe(true);
  });

  it.each([
    ['*/read', 'Microsoft.Storage/storageAccounts/write'],
    ['*/read', 'read'],
    ['Microsoft.Storage/*', 'Microsoft.StorageSync/x/read'],
    ['a*b*c', 'acb'],
    ['a*x*c', 'abc'],
    ['ab*ba', 'aba'],
    ['a*bc*c', 'abc'],
    ['a/b', 'a/b/c'],
    ['Microsoft.Storage/*/read', '*/read'],
    ['a/read', '*'],
    ['Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action', 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action'],
  ])('%s has not %s', (outer, inner) => {
    expect(contains(outer, inner)).toBe(false);
  });
});

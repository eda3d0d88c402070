import { describe, expect, it } from 'vitest';
import { publishedRoles as azure } from '../../src/providers/azure/published-roles.ts';
import { publishedRoles as gcp } from '../../src/providers/gcp/published-roles.ts';
import { roleTable } from '../../src/providers/role-table.ts';

describe('roleTable', () => {
  const lines = ['Owner|8e3a\te\ta/write\t0', 'Reader\tr', 'Editor\tw\tb/write', 'Odd\tu'].join('\n');
  const table = roleTable({ source: 'here', reasons: ['gives roles'], lines }, (role) => role.toLowerCase());

  it.each([
    ['owner', { verdict: 'escalates', decidedBy: 'a/write', reason: 'gives roles' }],
    ['8E3A', { verdict: 'escalates', decidedBy: 'a/write', reason: 'gives roles' }],
    ['Reader', { verdict: 'reads' }],
    ['Editor', { verdict: 'writes', decidedBy: 'b/write' }],
    ['Odd', { verdict: 'unknown' }],
    ['Nothing', { verdict: 'unknown' }],
  ])('%s', (role, verdict) => expect(table.verdict(role)).toEqual(verdict));

  it('says how many there are, and whence', () => expect([table.size, table.source]).toEqual([4, 'here']));
});

describe('the published roles', () => {
  it('are judged', () => {
    expect(gcp.size).toBe(2461);
    expect(azure.size).toBe(928);
    expect(gcp.verdict('roles/logging.viewer')).toEqual({ verdict: 'reads' });
    expect(gcp.verdict('roles/iam.serviceAccountTokenCreator')).toMatchObject({
      verdict: 'escalates',
      decidedBy: expect.stringContaining('iam.'),
    });
    expect(gcp.verdict('projects/p/roles/logging.viewer')).toEqual({ verdict: 'unknown' });
    expect(azure.verdict('owner')).toMatchObject({ verdict: 'escalates', decidedBy: 'Microsoft.Authorization/roleAssignments/write' });
    expect(azure.verdict('acdd72a7-3385-48ef-bd42-f606fba81ae7')).toEqual({ verdict: 'reads' });
  });
});

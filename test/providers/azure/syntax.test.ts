import { describe, expect, it } from 'vitest';
import { azureSyntax } from '../../../src/providers/azure/syntax.ts';

const ID = '1B2C0000-0000-4000-8000-00000000000A';

describe('azureSyntax', () => {
  it('tells raw scopes from places', () => {
    expect(azureSyntax.isRawScope('/subscriptions/x')).toBe(true);
    expect(azureSyntax.isRawScope('payments-prod/providers/x')).toBe(false);
  });

  it('takes object ids, and keeps their spelling for people', () => {
    expect(azureSyntax.member(ID, 'group')).toEqual({ ok: true, value: { kind: 'group', id: ID.toLowerCase(), shown: ID } });
  });

  it.each([
    ['user', 'ada@example.com', 'az ad user'],
    ['group', 'payments-oncall', 'az ad group'],
    ['service', 'deployer', 'neither the application (client) id'],
    ['other', 'x', 'Object ID'],
  ] as const)('tells how to find the object id of a %s', (kind, text, hint) => {
    expect(azureSyntax.member(text, kind)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(text),
      hint: expect.stringContaining(hint),
    });
  });

  it('takes roles by name and by GUID', () => {
    expect(azureSyntax.role('Storage Blob Data Reader')).toEqual({ ok: true, value: 'Storage Blob Data Reader' });
    expect(azureSyntax.role('ACDD72A7-3385-48ef-bd42-f606fba81ae7')).toEqual({ ok: true, value: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' });
    expect(azureSyntax.role('x'.repeat(512)).ok).toBe(true);
  });

  it.each(['', ' Reader', 'Reader ', 'Réader', 'Read\ner', 'x'.repeat(513)])('refuses the role %j', (text) => {
    expect(azureSyntax.role(text)).toMatchObject({ ok: false, hint: expect.stringContaining('512') });
  });

  it('wants the GUID of a role definition, not its path', () => {
    const path = '/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7';
    expect(azureSyntax.role(path)).toMatchObject({ ok: false, hint: expect.stringContaining('GUID') });
  });

  it('says what Azure can and cannot do', () => {
    const { nativeExpiry, nativeStart, ownConditions, endsSessions, besideTwin, unitOfWrite } = azureSyntax.capabilities;
    expect([nativeExpiry, nativeStart, ownConditions, endsSessions, besideTwin].map(({ can }) => can)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(unitOfWrite).toBe('binding');
    expect(nativeExpiry).toMatchObject({ why: expect.stringContaining('ended by our run') });
    expect(ownConditions).toMatchObject({ how: expect.stringContaining('2.0') });
  });
});

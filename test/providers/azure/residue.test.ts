import { describe, expect, it } from 'vitest';
import { madeByHand } from '../../../src/sim/azure/by-hand.ts';
import { GROUPS, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { NOW, scope } from './samples.ts';
import { stage } from './stage.ts';
import { readable } from './world.ts';

const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

describe('what is left at a scope of Azure', () => {
  it('of a group is what the group itself has, there and above, and nothing below', async () => {
    const world = await stage();
    const group = { role: READER, principalId: GROUPS.paymentsOncall, principalType: 'Group' };
    for (const where of [SCOPES.acme, SCOPES.ledger]) world.state.roleAssignments.push(madeByHand({ ...group, scope: where }, NOW));
    const reading = await readable(world.reader, scope(SCOPES.paymentsGroup));
    const left = await world.reader.residue?.(reading, { kind: 'group', id: GROUPS.paymentsOncall, shown: '' });
    expect(left).toMatchObject({ known: true, held: [{ by: 'inherited', role: { name: 'Reader' }, scope: { path: SCOPES.acme } }] });
  });

  it('of a service principal is asked for with its groups, of the very scope', async () => {
    const world = await stage();
    const reading = await readable(world.reader, scope(SCOPES.paymentsGroup));
    const left = await world.reader.residue?.(reading, { kind: 'service', id: SERVICES.deployer, shown: '' });
    expect(left).toMatchObject({ known: true, held: [{ by: 'direct', role: { name: 'Contributor' } }] });
    expect(decodeURIComponent(world.sent('GET').at(-1) ?? '')).toContain("$filter=atScope() and assignedTo('");
  });
});

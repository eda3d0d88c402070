import { describe, expect, it } from 'vitest';
import { drift } from '../../src/commands/drift.ts';
import { recall } from '../../src/commands/recall.ts';
import { DELETED_PRINCIPAL } from '../../src/sim/azure/example-assignments.ts';
import { aWorld } from './world.ts';

describe('59 who was deleted', () => {
  it('is told by drift with the command that takes away what is left, and that command does', async () => {
    const world = await aWorld();
    const { text, json } = await world.run(drift);
    expect(text).toMatch(new RegExp(`${DELETED_PRINCIPAL} .*of a deleted principal`));
    expect(text).toContain(`grantkeeper recall ${DELETED_PRINCIPAL} --foreign --confirm ${DELETED_PRINCIPAL} takes away what is left.`);
    const { drift: all } = json as { readonly drift: readonly { readonly member: string; readonly orphaned: boolean }[] };
    expect(new Set(all.filter(({ orphaned }) => orphaned).map(({ member }) => member))).toEqual(new Set([DELETED_PRINCIPAL]));
    const run = await world.run(recall, { yes: true, foreign: true, confirm: DELETED_PRINCIPAL }, [DELETED_PRINCIPAL]);
    expect(run.exit).toBe(0);
    expect(
      await world.azureState.update((state) => state.roleAssignments.some(({ principalId }) => principalId === DELETED_PRINCIPAL)),
    ).toBe(false);
  });

  it('is nobody where the directory may not be asked', async () => {
    const world = await aWorld();
    await world.azureState.update((state) => void (state.callers = state.callers.map((one) => ({ ...one, graph: [] }))));
    expect((await world.run(drift)).text).not.toMatch(/deleted principal|was deleted/);
  });
});

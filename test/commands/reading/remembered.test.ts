import { describe, expect, it } from 'vitest';
import { asRemembered, memoryKey, restingOnRecord } from '../../../src/commands/reading/remembered.ts';
import type { DesiredBinding } from '../../../src/domain/change.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Planned } from '../../../src/reconcile/plan.ts';
import { at } from '../../policy/acme.ts';

type Changes = Pick<Plan, 'changes' | 'held'>;

function change(verb: string, ...because: readonly string[]): Changes['changes'][number] {
  return { verb, desired: { because } } as unknown as Changes['changes'][number];
}

function desired(...because: readonly string[]): Planned['desired'] {
  return new Map([['a', { because } as unknown as DesiredBinding]]);
}

describe('what a record says', () => {
  it('is of one grant at one commit, and stands for the proof of then', () => {
    const version = { id: 'g', commit: 'c1', at: at('2026-11-23T09:00:00Z') } as Parameters<typeof asRemembered>[0];
    expect(memoryKey(version)).toBe('g\nc1');
    const landed = at('2026-11-23T08:00:00Z');
    const now = at('2026-11-23T10:00:00Z');
    expect(asRemembered(version, { landed, by: ['bo'], request: 3 }, now)).toMatchObject({
      at: landed,
      proof: { kind: 'proved', by: ['bo'], request: 3 },
    });
    expect(asRemembered(version, { landed, by: [] }, now).proof).toEqual({ kind: 'proved', by: [] });
  });

  // Else a run whose clock is a few minutes behind would take away what the one before it gave.
  it('has landed by now, also where the clock of that run was ahead of ours', () => {
    const version = { id: 'g', commit: 'c1', at: at('2026-11-23T08:55:00Z') } as Parameters<typeof asRemembered>[0];
    const now = at('2026-11-23T08:56:00Z');
    expect(asRemembered(version, { landed: at('2026-11-23T09:00:00Z'), by: ['bo'] }, now).at).toBe(now);
  });

  it('is no ground for anything that would be written or taken away, held back or not; only for what stands', () => {
    const changes = [
      change('grant', 'one', 'two'),
      change('extend', 'two'),
      { verb: 'revoke', grant: 'three' } as Changes['changes'][number],
    ];
    const plan: Changes = { changes, held: [change('grant', 'four')] };
    const asked = desired('two', 'three', 'four', 'five');
    expect(restingOnRecord({ plan, desired: asked }, new Set(['two', 'three', 'four', 'five']))).toEqual(['two', 'three', 'four']);
  });

  // A forged record with a landing of long ago would else keep a grant from being given, for good.
  it('is no ground for giving nothing', () => {
    const plan: Changes = { changes: [], held: [] };
    expect(restingOnRecord({ plan, desired: desired('one') }, new Set(['one', 'two']))).toEqual(['two']);
  });
});

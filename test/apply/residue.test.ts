import { describe, expect, it } from 'vitest';
import { withResidue } from '../../src/apply/residue.ts';
import type { Change } from '../../src/domain/change.ts';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import type { OutcomeStatus } from '../../src/domain/outcome.ts';
import type { Residual } from '../../src/domain/residue.ts';
import type { CloudReader, Readable } from '../../src/providers/provider.ts';
import { aBinding, at, live } from '../reconcile/builders.ts';

const BINDING = aBinding();
const READING: Readable = { ok: true, scope: BINDING.scope, live: [], basis: {} };
const LIVE = live(BINDING, { end: '10:00' });

const taking = (one: LiveBinding): Change => ({ verb: 'revoke', because: 'lapsed', live: one, grant: 'g', principal: 'ada', digest: 'd' });
const outcome = (status: OutcomeStatus, change = taking(LIVE)) => ({ status, change, at: at('10:00') });
const left = (handle: string): Residual => ({ role: BINDING.role, scope: BINDING.scope, by: 'direct', handle });

function reader(...held: readonly Residual[]) {
  const asked: string[] = [];
  const residue: CloudReader['residue'] = (_, member) => {
    asked.push(member.id);
    return Promise.resolve({ known: true, held });
  };
  return { asked, reader: { residue } as CloudReader };
}

describe('what is left after something was taken', () => {
  it('is asked for once a principal, and what was just taken is no part of it', async () => {
    const one = reader(left(LIVE.handle), left('other'));
    const told = await withResidue([outcome('applied'), outcome('already-so')], READING, one.reader);
    expect(told.map(({ residue }) => residue)).toEqual([1, 2].map(() => ({ known: true, held: [left('other')] })));
    expect(one.asked).toEqual([BINDING.member.id]);
  });

  it.each([
    ['applied', true],
    ['already-so', true],
    ['unverified', true],
    ['failed', false],
    ['held', false],
    ['skipped', false],
  ] as const)('after what is %s is told: %s', async (status, isTold) => {
    const one = reader(left('other'));
    const [told] = await withResidue([outcome(status)], READING, one.reader);
    expect([told !== undefined && 'residue' in told, one.asked.length]).toEqual([isTold, isTold ? 1 : 0]);
  });

  it('is told of what gave something, and of that alone', async () => {
    const one = reader(left('other'));
    const given = { ...taking(LIVE), verb: 'shorten' } as unknown as Change;
    const standby = taking({ ...LIVE, standby: 'eligible' });
    const told = await withResidue([outcome('applied', given), outcome('applied', standby), outcome('applied')], READING, one.reader);
    expect(told.map((each) => 'residue' in each)).toEqual([false, false, true]);
  });

  it('is nothing where a cloud cannot tell, and told where it does not know', async () => {
    const outcomes = [outcome('applied')];
    expect(await withResidue(outcomes, READING, {} as CloudReader)).toBe(outcomes);
    const unknown = { known: false, failure: { kind: 'forbidden', message: 'no' } } as const;
    const [told] = await withResidue(outcomes, READING, { residue: () => Promise.resolve(unknown) } as unknown as CloudReader);
    expect(told?.residue).toEqual(unknown);
  });
});

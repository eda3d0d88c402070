import { describe, expect, it } from 'vitest';
import type { Control } from '../../src/domain/policy.ts';
import { type Assembled, type ControlFiles, controlHistory, type ControlStep } from '../../src/reconcile/control-history.ts';
import type { Proof } from '../../src/reconcile/timeline.ts';
import { aControl, at, PROVED, source, UNPROVED } from './builders.ts';

function step(position: number, files: Record<string, string | undefined>): ControlStep {
  const changes = Object.entries(files).map(([path, blob]) => ({ path, ...(blob === undefined ? {} : { blob }) }));
  return { position, commit: `commit-${position}-00000000`, at: at('09:00'), changes };
}

/** A state is fine when no blob is called bad, and when whatever `needs:x` names is there. */
function assemble(files: ControlFiles): Assembled {
  const missing = [...files.values()].filter(
    (blob) => blob.startsWith('bad') || (blob.startsWith('needs:') && ![...files.keys()].includes(blob.slice(6))),
  );
  if (missing.length > 0) return { ok: false, findings: missing.map((blob) => ({ code: 'GK1', severity: 'error', message: blob })) };
  return { ok: true, control: aControl({ policy: { stamp: [...files.values()].sort().join('+') } }) };
}

function history(steps: readonly ControlStep[], proofs: Readonly<Record<number, Proof>> = {}) {
  const seen: (string | undefined)[] = [];
  const made = controlHistory(steps, assemble, (one: ControlStep, before: Control) => {
    seen.push(before.policy.stamp);
    return proofs[one.position] ?? PROVED;
  });
  return { ...made, stamp: made.now?.policy.stamp, seen };
}

describe('controlHistory', () => {
  it('trusts the first state and asks for the approval of every later one by the state before', () => {
    const made = history([step(0, { a: 'a1' }), step(3, { a: 'a2', b: 'b1' }), step(5, { b: undefined })]);
    expect(made.stamp).toBe('a2');
    expect(made.seen).toEqual(['a1', 'a2+b1']);
    expect(made.at(2)?.policy.stamp).toBe('a1');
    expect(made.at(3)?.policy.stamp).toBe('a2+b1');
    expect(made.at(-1)).toBeUndefined();
    expect(made.states).toHaveLength(3);
    expect(made.findings).toEqual([]);
  });

  it('counts nothing while no state was ever fit', () => {
    const made = history([step(0, { a: 'bad' })]);
    expect(made.now).toBeUndefined();
    expect(made.findings).toHaveLength(1);
    expect(history([step(0, { a: 'bad' }), step(1, { a: 'a1' })]).stamp).toBe('a1');
  });

  it('keeps the version before one with findings, and says so until it is mended', () => {
    const broken = [step(0, { a: 'a1' }), step(1, { a: 'bad' })];
    expect(history(broken)).toMatchObject({ stamp: 'a1', findings: [{ message: 'bad' }] });
    expect(history([...broken, step(2, { b: 'b1' })])).toMatchObject({ stamp: 'a1+b1', findings: [{ message: 'bad' }] });
    expect(history([...broken, step(2, { a: 'a3' })])).toMatchObject({ stamp: 'a3', findings: [] });
  });

  it('takes an approved version up once a later commit brings what it needed', () => {
    const made = history([step(0, { a: 'a1' }), step(1, { t: 'needs:p' }), step(2, { p: 'p1' })]);
    expect(made).toMatchObject({ stamp: 'a1+needs:p+p1', findings: [] });
  });

  it('lets an unapproved version count for nothing, until an approved one takes its place', () => {
    const refused = { 1: UNPROVED };
    const steps = [step(0, { a: 'a1' }), step(1, { a: 'a2' })];
    expect(history(steps, refused)).toMatchObject({ stamp: 'a1', findings: [{ code: 'GK3005', at: { file: 'a' } }] });
    expect(history([...steps, step(2, { a: 'a3' })], refused)).toMatchObject({ stamp: 'a3', findings: [] });
  });

  it('has nothing against an unapproved version that is taken back, approved or not', () => {
    const refused = { 1: UNPROVED, 2: UNPROVED };
    const changed = [step(0, { a: 'a1' }), step(1, { a: 'a2' }), step(2, { a: 'a1' })];
    expect(history(changed, refused)).toMatchObject({ stamp: 'a1', findings: [] });
    const added = [step(0, { a: 'a1' }), step(1, { b: 'b1' }), step(2, { b: undefined })];
    expect(history(added, refused)).toMatchObject({ stamp: 'a1', findings: [] });
  });

  it('counts what was approved and came beside the rules, and says so until an approved version of the file comes under them', () => {
    const beside = { 1: { ...PROVED, aside: { reason: 'sam-o bypassed the rules', hint: 'Land it again' } } } as const;
    const steps = [step(0, { a: 'a1', c: 'c1' }), step(1, { a: 'a2', b: 'b1', c: undefined })];
    const message = 'the version of commit-1-000 has to land again: sam-o bypassed the rules';
    expect(history(steps, beside)).toMatchObject({
      stamp: 'a2+b1',
      findings: [
        { code: 'GK3008', severity: 'error', message, hint: 'Land it again', at: { file: 'a', line: 1 } },
        { code: 'GK3008', at: { file: 'b' } },
      ],
    });
    const mended = [...steps, step(2, { a: 'a3' })];
    expect(history(mended, beside)).toMatchObject({ stamp: 'a3+b1', findings: [{ code: 'GK3008', at: { file: 'b' } }] });
    expect(history(mended, { ...beside, 2: UNPROVED }).findings.map(({ code }) => code)).toEqual(['GK3005', 'GK3008', 'GK3008']);
    expect(history([...mended, step(3, { b: undefined })], beside).findings).toEqual([]);
  });

  it('lets an override count for a day after its landing at the most, whatever it says', () => {
    const path = 'policy/overrides/x.yaml';
    const ending = (expires: string) => ({
      name: 'x',
      withdraws: [],
      grants: [],
      reason: 'x',
      expires: at(expires),
      source: source(path),
    });
    const ends = (expires: string, steps = [step(0, { [path]: 'o1' })]) =>
      controlHistory(
        steps,
        () => ({ ok: true, control: aControl({ overrides: [ending(expires)] }) }),
        () => PROVED,
      ).now?.overrides[0]?.expires;
    expect(ends('12:00')).toBe(at('12:00'));
    expect(ends('2026-11-30T09:00:00Z')).toBe(at('2026-11-24T09:00:00Z'));
    const again = { ...step(1, { [path]: 'o2' }), at: at('11:00') };
    expect(ends('2026-11-30T09:00:00Z', [step(0, { [path]: 'o1' }), again])).toBe(at('2026-11-24T11:00:00Z'));
  });

  it('reads a version whose approval could not be looked up, and says that it is in doubt', () => {
    const made = history([step(0, { a: 'a1' }), step(1, { a: 'a2' })], { 1: { kind: 'doubt', reason: 'no answer' } });
    expect(made).toMatchObject({ stamp: 'a2', doubt: 'no answer' });
  });
});

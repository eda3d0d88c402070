import { describe, expect, it } from 'vitest';
import type { MeasureKind, MeasureOutcome } from '../../src/domain/measure.ts';
import { areOpen, measureJson, measureLines, plannedMeasureJson, plannedMeasuresText } from '../../src/report/measure-text.ts';
import { ACTS, HOSTILE, NOW } from './samples.ts';

const GIL = 'user:gil@example.com';
const outcome = (kind: MeasureKind, more: Partial<MeasureOutcome> = {}): MeasureOutcome => ({
  measure: { kind, cloud: 'gcp', member: GIL },
  status: 'applied',
  at: NOW,
  ...more,
});
const REFUSED = { status: 'failed', failure: { kind: 'forbidden', message: '403', hint: 'give it' } } as const;

describe('measures of a recall', () => {
  it('are said as done or as not done, with what the cloud answered or why not', () => {
    expect(
      measureLines([outcome('lock', { evidence: 'read back' }), outcome('enable', { status: 'already-so' }), outcome('sign-out', REFUSED)]),
    ).toEqual([
      'gcp: user:gil@example.com locked out of what others gave: applied  read back',
      'gcp: user:gil@example.com enabled again: already-so',
      'gcp: user:gil@example.com not signed out: failed  403 (give it)',
    ]);
    expect(measureLines([outcome('disable', { status: 'skipped', failure: { kind: 'invalid', message: 'not asked for' } })])).toEqual([
      'gcp: user:gil@example.com not disabled: skipped  not asked for',
    ]);
  });

  it('are open where something that was to be done is not', () => {
    expect(areOpen([outcome('lock'), outcome('sign-out', { status: 'skipped' })])).toBe(false);
    expect(areOpen([outcome('lock', { status: 'unverified' })])).toBe(true);
    expect(areOpen([outcome('lock', REFUSED)])).toBe(true);
  });

  it('are planned, or not known', () => {
    const measures = [
      { kind: 'unlock', cloud: 'gcp', member: GIL },
      { kind: 'lock', cloud: 'gcp', member: 'user:bo@example.com' },
    ] as const;
    const planned = { cloud: 'gcp', at: 'organizations/1', measures };
    const unknown = { cloud: 'gcp', at: 'organizations/2', measures: [], failure: { kind: 'transient', message: '503' } } as const;
    expect(plannedMeasuresText([planned, unknown])).toBe(
      'lockdown at organizations/1 gcp: lock out no more: user:gil@example.com\n' +
        'lockdown at organizations/1 gcp: lock out of what others gave: user:bo@example.com\n' +
        'lockdown at organizations/2 gcp: not known: 503\n',
    );
    expect([planned, unknown].map(plannedMeasureJson)).toEqual([
      { cloud: 'gcp', at: 'organizations/1', measures: measures.map(({ kind, member }) => ({ kind, member })), failure: null },
      { cloud: 'gcp', at: 'organizations/2', measures: [], failure: '503' },
    ]);
  });

  it('are one object each, and inert', () => {
    expect(measureJson(outcome('lock', { evidence: 'e' }))).toEqual({
      kind: 'lock',
      cloud: 'gcp',
      member: GIL,
      status: 'applied',
      evidence: 'e',
      failure: null,
    });
    expect(measureJson(outcome('lock', REFUSED))).toMatchObject({ evidence: null, failure: { hint: 'give it' } });
    expect(measureJson(outcome('lock', { status: 'failed', failure: { kind: 'transient', message: 'x' } }))).toMatchObject({
      failure: { hint: null },
    });
    const odd = { kind: 'lock', cloud: 'gcp', member: HOSTILE } as const;
    const failure = { kind: 'invalid', message: HOSTILE, hint: HOSTILE } as const;
    const lines = [
      ...measureLines([outcome('lock', { measure: odd, evidence: HOSTILE }), outcome('lock', { failure })]),
      ...plannedMeasuresText([{ cloud: 'gcp', at: HOSTILE, measures: [odd], failure }])
        .trimEnd()
        .split('\n'),
    ];
    for (const line of lines) expect(line).not.toMatch(ACTS);
  });
});

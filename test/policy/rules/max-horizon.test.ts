import { describe, expect, it } from 'vitest';
import { maxHorizon } from '../../../src/policy/rules/max-horizon.ts';
import { asked, at, control, DAY, grant, HOUR, policy } from '../acme.ts';

const near = control({ policy: policy({ grants: { maxHorizon: 30 * DAY, maxGrace: HOUR, require: [] } }) });

describe('max-horizon', () => {
  it('holds without a horizon, and up to it', () => {
    expect(maxHorizon.judge(asked())).toEqual([]);
    expect(maxHorizon.judge(asked({ control: near, end: at('2026-12-23T09:00:00Z') }))).toEqual([]);
  });

  it('refuses an end beyond it, counted from the landing where there is one', () => {
    const end = at('2026-12-23T09:00:01Z');
    expect(maxHorizon.judge(asked({ control: near, end }))).toEqual([
      {
        pointer: '/expires',
        message: 'it reaches to 2026-12-23T09:00:01Z, more than 4w2d ahead',
        hint: 'Ask for what ends by 2026-12-23T09:00:00Z, and for the rest when it comes near',
      },
    ]);
    expect(maxHorizon.judge(asked({ control: near, end, landing: at('2026-11-23T09:00:01Z') }))).toEqual([]);
  });

  it('points at the start when that alone is too far', () => {
    const asks = grant({ starts: at('2027-01-10T09:00:00Z'), expires: at('2027-01-10T17:00:00Z') });
    expect(maxHorizon.judge(asked({ control: near, grant: asks }))).toMatchObject([{ pointer: '/starts' }]);
    const edge = { ...asks, starts: at('2026-12-23T09:00:00Z') };
    expect(maxHorizon.judge(asked({ control: near, grant: edge }))).toMatchObject([{ pointer: '/expires' }]);
  });
});

import { describe, expect, it } from 'vitest';
import { deadId, recalledIds } from '../../src/reconcile/spent-ids.ts';
import { aGrant, aLife, at, lives } from './builders.ts';

const BOTH = { grant: aGrant('g', { principals: ['ada', 'bo'] }) };
const LONGER = { grant: aGrant('g', { principals: ['ada', 'bo'], expires: '18:00' }) };

function told(life: ReturnType<typeof aLife>, now = '13:00') {
  const recalled = { members: new Set<string>(), names: new Set<string>(), lifted: new Map([['ada', 1]]), unknown: [] };
  return recalledIds(lives(life), recalled, at(now));
}

describe('spent ids', () => {
  it('offer a name that nobody used', () => {
    expect(deadId('g', lives(aLife('g', BOTH), aLife('g-2', BOTH)))).toMatchObject({
      code: 'GK3101',
      hint: expect.stringContaining('g-3') as string,
    });
  });

  it('are told of when they come back after a lifting, with whom they give nothing', () => {
    const [refusal] = told(aLife('g', BOTH, { at: '12:00', ...LONGER }));
    expect(refusal).toMatchObject({ code: 'GK3105', grant: 'g', message: expect.stringContaining('ada had been recalled') as string });
  });

  it('are told of when a revert brings the same bytes back', () => {
    const same = { ...BOTH, blob: 'same' };
    expect(told(aLife('g', same, { at: '10:30' }, { at: '12:00', ...same }))).toMatchObject([{ code: 'GK3105' }]);
  });

  it('are nothing to be told of when nobody touched them, when they are over or gone, or when they are new', () => {
    expect(told(aLife('g', BOTH))).toEqual([]);
    expect(told(aLife('g', BOTH, { at: '12:00', ...LONGER }), '18:00')).toEqual([]);
    expect(told(aLife('g', BOTH, { at: '12:00' }))).toEqual([]);
    expect(told(aLife('g', { position: 2, ...BOTH }))).toEqual([]);
    expect(told(aLife('g', { body: { kind: 'unreadable' } }))).toEqual([]);
  });
});

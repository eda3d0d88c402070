import { describe, expect, it } from 'vitest';
import { type Life, stageAt } from '../../src/reconcile/stage.ts';
import { at } from './builders.ts';

const LIFE: Life = { begins: at('10:00'), softEnd: at('16:00'), until: at('16:30'), recalled: false };

describe('stageAt', () => {
  it.each([
    ['09:59', 'scheduled'],
    ['10:00', 'active'],
    ['14:59', 'active'],
    ['15:00', 'expiring'],
    ['15:59', 'expiring'],
    ['16:00', 'grace'],
    ['16:29', 'grace'],
    ['16:30', 'lapsed'],
  ])('at %s is %s', (now, stage) => {
    expect(stageAt(LIFE, at(now))).toBe(stage);
  });

  it('is recalled whatever the clock says', () => {
    expect(stageAt({ ...LIFE, recalled: true }, at('12:00'))).toBe('recalled');
  });

  it('takes another notice', () => {
    expect(stageAt(LIFE, at('15:30'), 60_000)).toBe('active');
  });
});

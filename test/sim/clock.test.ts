import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type Instant, later, parseInstant } from '../../src/domain/instant.ts';
import { fixedClock, tickingClock } from '../../src/sim/clock.ts';

const NINE = parseInstant('2026-11-22T09:00:00Z') as Instant;
const HOUR = 3_600_000;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('fixedClock', () => {
  it('stands still until it is told to go on', () => {
    const clock = fixedClock(NINE);
    expect(clock.now()).toBe(NINE);
    expect(clock.advance(HOUR)).toBe(later(NINE, HOUR));
    expect(clock.set(later(NINE, 2 * HOUR))).toBe(clock.now());
    expect(clock.now()).toBe(later(NINE, 2 * HOUR));
  });

  it('never goes backwards, and says from where to where', () => {
    const clock = fixedClock(NINE);
    expect(() => clock.set(later(NINE, -1000))).toThrow('it is 2026-11-22T09:00:00Z, asked for was 2026-11-22T08:59:59Z');
    expect(() => clock.advance(-1)).toThrow('never runs backwards');
    expect(clock.now()).toBe(NINE);
  });
});

describe('tickingClock', () => {
  it('tells the real time until it is moved', () => {
    const clock = tickingClock(join(folder, 'clock.json'), () => NINE);
    expect(clock.now()).toBe(NINE);
  });

  it('goes on ticking from where it was moved, and every reader of the file sees it', async () => {
    let real: number = NINE;
    const path = join(folder, 'new', 'clock.json');
    const clock = tickingClock(path, () => real);
    expect(await clock.move({ plus: HOUR })).toBe(later(NINE, HOUR));
    real += 5000;
    expect(clock.now()).toBe(later(NINE, HOUR + 5000));
    expect(await tickingClock(path, () => real).move(later(NINE, 3 * HOUR))).toBe(later(NINE, 3 * HOUR));
    expect(clock.now()).toBe(later(NINE, 3 * HOUR));
  });

  it('adds moves up, also those that are made at once', async () => {
    const clock = tickingClock(join(folder, 'clock.json'), () => NINE);
    await Promise.all(Array.from({ length: 5 }, async () => clock.move({ plus: HOUR })));
    expect(clock.now()).toBe(later(NINE, 5 * HOUR));
  });

  it('never goes backwards', async () => {
    const clock = tickingClock(join(folder, 'clock.json'), () => NINE);
    await clock.move({ plus: HOUR });
    await expect(clock.move(NINE)).rejects.toThrow('it is 2026-11-22T10:00:00Z, asked for was 2026-11-22T09:00:00Z');
    await expect(clock.move({ plus: -1 })).rejects.toThrow('never runs backwards');
    expect(clock.now()).toBe(later(NINE, HOUR));
  });

  it('says so when the file is no clock', () => {
    const path = join(folder, 'clock.json');
    writeFileSync(path, '{"ahead":-5}');
    expect(() => tickingClock(path, () => NINE).now()).toThrow(`${path} is not the file of a simulated clock`);
  });
});

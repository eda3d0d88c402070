import { describe, expect, it } from 'vitest';
import { beginsAt, endPointer, holdersOf, landsAt, lengthOf, principalsOf } from '../../src/policy/asked.ts';
import { asked, at, grant, HOUR, MINUTE } from './acme.ts';

const NOON = at('2026-11-23T12:00:00Z');

describe('what is asked', () => {
  it('lands now at the proposal, and begins there or at its start', () => {
    expect(landsAt(asked())).toBe(at('2026-11-23T09:00:00Z'));
    expect(landsAt(asked({ landing: NOON }))).toBe(NOON);
    expect(beginsAt(asked())).toBe(at('2026-11-23T09:00:00Z'));
    expect(beginsAt(asked({ grant: grant({ starts: NOON }) }))).toBe(NOON);
    expect(beginsAt(asked({ grant: grant({ starts: NOON }), landing: at('2026-11-23T13:00:00Z') }))).toBe(at('2026-11-23T13:00:00Z'));
    expect(lengthOf(asked({ grant: grant({ starts: NOON, grace: 15 * MINUTE }) }))).toBe(5 * HOUR + 15 * MINUTE);
  });

  it('points at the key that sets the end', () => {
    expect(endPointer(asked())).toBe('/expires');
    const short = grant({ duration: HOUR, grace: 15 * MINUTE });
    expect(endPointer(asked({ grant: short, end: at('2026-11-23T10:15:00Z') }))).toBe('/duration');
    expect(endPointer(asked({ grant: short, end: at('2026-11-23T17:15:00Z') }))).toBe('/expires');
    expect(endPointer(asked({ grant: short, end: at('2026-11-23T17:14:59Z') }))).toBe('/duration');
  });

  it('knows each principal by its place, and who stands behind it', () => {
    expect(principalsOf(asked({ grant: grant({ principals: ['ada', 'bo'] }) }))).toEqual([
      { name: 'ada', pointer: '/principal/0' },
      { name: 'bo', pointer: '/principal/1' },
    ]);
    expect(holdersOf(asked(), 'payments-oncall')).toEqual(['ada', 'chi']);
    expect(holdersOf(asked(), 'ada-adm')).toEqual(['ada']);
    expect(holdersOf(asked(), 'deployer')).toEqual(['deployer']);
  });
});

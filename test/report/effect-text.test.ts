import { describe, expect, it } from 'vitest';
import type { Effect, SmallerRole } from '../../src/domain/effect.ts';
import { effectDetails, type EffectFacts, effectLines, effectParagraph } from '../../src/report/effect-text.ts';

const NOTHING: Effect = { gained: { reads: 0, writes: 0, escalates: 0 }, services: [], escalating: [], held: 0, unknown: [], unsure: [] };

const MUCH: Effect = {
  gained: { reads: 37, writes: 12, escalates: 1 },
  services: [
    { cloud: 'gcp', service: 'iam', reads: 0, writes: 0, escalates: 1 },
    { cloud: 'gcp', service: 'storage', reads: 30, writes: 10, escalates: 0 },
    { cloud: 'gcp', service: 'pubsub', reads: 7, writes: 2, escalates: 0 },
  ],
  escalating: [{ cloud: 'gcp', permission: 'iam.serviceAccounts.actAs', reason: 'acts as a service account' }],
  held: 9,
  unknown: [],
  unsure: [],
};

const SMALLER: SmallerRole = {
  name: 'observe',
  does: 'all',
  gives: { reads: 50, writes: 0, escalates: 0 },
  asked: { reads: 60, writes: 2, escalates: 1 },
  looks: 50,
};

function ada(effect: Effect, more: Partial<EffectFacts> = {}): EffectFacts {
  return { principal: 'ada', fullName: 'Ada Byron', effect, ...more };
}

const line = (effect: Effect, more: Partial<EffectFacts> = {}) => effectLines([ada(effect, more)]).join('\n');

describe('what a request adds', () => {
  it('is one line, with where it writes and what it lets change access', () => {
    expect(line(MUCH)).toBe(
      'Adds 37 read, 12 write (storage 10, pubsub 2) and **1 access-changing** (iam) permissions to what Ada Byron holds; 9 more of what is asked are held already.',
    );
    expect(line({ ...MUCH, held: 1 })).toContain('; 1 more of what is asked is held already.');
    expect(line({ ...NOTHING, gained: { reads: 1, writes: 0, escalates: 0 } })).toBe(
      'Adds 1 read, 0 write and 0 access-changing permissions to what Ada Byron holds.',
    );
  });

  it('says when nothing is added, and never when that is not known', () => {
    expect(line(NOTHING)).toBe('Adds no permission to what Ada Byron holds.');
    expect(line({ ...NOTHING, unknown: ['projects/p/roles/clerk'] })).toBe(
      'Not counted, since nobody can tell what it gives: `projects/p/roles/clerk`.',
    );
    expect(line({ ...MUCH, held: 0, unknown: ['a', 'b', 'c', 'd'] })).toMatch(
      /holds\. Not counted, since nobody can tell what it gives: `a`, `b`, `c` and 1 more\.$/,
    );
  });

  it('suggests a role that would do, or one for looking', () => {
    expect(line(NOTHING, { smaller: SMALLER })).toMatch(/ Smaller: `observe` has all of that, with 50 permissions instead of 63\.$/);
    expect(line(NOTHING, { smaller: { ...SMALLER, does: 'looking' } })).toMatch(
      / If looking is enough: `observe` has 50 of the read ones, and changes nothing\.$/,
    );
  });

  it('is said once for all to whom it is the same, and inert', () => {
    const names = ['ada', 'bo', 'chi', 'dan'].map((principal) => ({ principal, effect: NOTHING }));
    expect(effectLines(names)).toEqual(['Adds no permission to what `ada`, `bo`, `chi` and 1 more holds.']);
    expect(effectLines([ada(NOTHING), ada(MUCH, { principal: 'bo' })])).toHaveLength(2);
    expect(line({ ...NOTHING, unknown: ['a|`<b>@sam'] })).toContain('``a¦`<b>@sam``');
    expect(effectLines([])).toEqual([]);
  });

  it('has details: each service, and what decided', () => {
    expect(effectDetails({ ...MUCH, unsure: ['Clerk'] })).toEqual([
      'gcp iam: 1 access-changing',
      'gcp storage: 30 read, 10 write',
      'gcp pubsub: 7 read, 2 write',
      'iam.serviceAccounts.actAs acts as a service account',
      'held too, and it is not known what it gives: Clerk',
    ]);
    const services = Array.from({ length: 17 }, (_, at) => ({ cloud: 'gcp', service: `s${at}`, reads: 1, writes: 0, escalates: 0 }));
    expect(effectDetails({ ...NOTHING, services }).slice(-2)).toEqual(['gcp s14: 1 read', 'and 2 more']);
  });

  it('reads the same in a terminal', () => {
    const everywhere = { cloud: 'azure', service: '*', reads: 1, writes: 0, escalates: 1 };
    const effect = { ...NOTHING, gained: { reads: 1, writes: 0, escalates: 1 }, services: [everywhere] };
    expect(effectParagraph(ada(effect, { smaller: SMALLER }))).toEqual([
      'Adds 1 read, 0 write and 1 access-changing (every service) permissions to what ada holds.',
      'Smaller: observe has all of that, with 50 permissions instead of 63.',
      '  azure every service: 1 read, 1 access-changing',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import { accessKey, baselineText, entryOf, readBaseline, tellsOf } from '../../src/reconcile/baseline.ts';
import { at } from './builders.ts';

const HEX = 'ab'.repeat(32);
const live: LiveBinding = {
  binding: {
    scope: { cloud: 'azure', path: '/subscriptions/A', key: '/subscriptions/a' },
    role: { id: 'guid', name: 'Reader' },
    member: { kind: 'user', id: 'ada', shown: 'Ada' },
  },
  conditional: false,
  handle: 'h',
};
const own: LiveBinding = { ...live, binding: { ...live.binding, condition: 'x == 1' } };
const marked: LiveBinding = { ...live, mark: { stamp: 'other-team', grant: 'g', until: at('10:00') } };
const entry = (one: LiveBinding = live) => entryOf(one, `sha256:${HEX}`);

describe('what stands for one access', () => {
  it('differs by condition and by who made it', () => {
    const all = [live, own, marked, { ...live, origin: 'pim' } as const];
    expect(new Set(all.map((one) => accessKey(one, (text) => text))).size).toBe(4);
    expect(accessKey(live, () => HEX)).toBe(`sha256:${HEX}`);
    // A digest that stands in a baseline goes on to fit.
    expect(accessKey(live, (text) => text)).toBe('sha256:azure\n/subscriptions/a\nguid\nada\n\n');
    expect(accessKey(marked, (text) => text)).toBe('sha256:azure\n/subscriptions/a\nguid\nada\n\nstamp other-team');
  });
});

describe('the text of a baseline', () => {
  it('reads as it was written', () => {
    const all = [entry(own), { ...entry(marked), digest: `sha256:${'cd'.repeat(32)}` }];
    expect(readBaseline(baselineText(all))).toEqual({ entries: all.toReversed(), unreadable: [] });
  });

  it('has one line for each access, in one order', () => {
    const other = { ...entry(), member: 'Bo', digest: `sha256:${'cd'.repeat(32)}` };
    expect(baselineText([entry(), other, entry()])).toBe(baselineText([other, entry()]));
    expect(baselineText([])).toBe('');
    expect(JSON.parse(baselineText([entry(marked)]))).toMatchObject({ role: 'Reader', roleId: 'guid', by: 'stamp other-team' });
    const nameless = { ...live, binding: { ...live.binding, role: { id: 'guid', name: 'guid' } } };
    expect(readBaseline(baselineText([entry(nameless)])).entries).toStrictEqual([entry(nameless)]);
    expect(Object.keys(entry(nameless))).toEqual(['cloud', 'scope', 'role', 'member', 'digest']);
  });

  it('stands by scope, role, member and condition, what has none first', () => {
    const told = (member: string, condition?: string) => ({ ...entry(), member, ...(condition === undefined ? {} : { condition }) });
    const digests = ['ab', 'cd', 'ef', '12'].map((two) => `sha256:${two.repeat(32)}`);
    const all = [told('ada'), told('ada', 'a'), told('ada', 'x'), told('adam')].map((one, at) => ({ ...one, digest: digests[at] ?? '' }));
    expect(readBaseline(baselineText(all.toReversed())).entries).toEqual(all);
  });

  it('may have blank lines', () => {
    expect(readBaseline(`  \n${baselineText([entry()])}\t\r\n`)).toEqual({ entries: [entry()], unreadable: [] });
  });

  it.each([
    'no JSON',
    'null',
    '"text"',
    '{}',
    JSON.stringify({ ...entry(), digest: 'sha256:short' }),
    JSON.stringify({ ...entry(), digest: undefined }),
    ...['cloud', 'scope', 'role', 'member'].map((key) => JSON.stringify({ ...entry(), [key]: 1 })),
  ])('names the line %s, which counts for nothing', (line) => {
    expect(readBaseline(`\n${baselineText([entry()])}${line}\r\n`)).toEqual({ entries: [entry()], unreadable: [3] });
  });
});

describe('what a line tells', () => {
  it('is what its digest stands for, whatever the case', () => {
    expect(tellsOf(entry(), live)).toBe(true);
    expect(tellsOf({ ...entry(), scope: '/SUBSCRIPTIONS/a', member: 'ADA' }, live)).toBe(true);
    expect(tellsOf(entry(own), own)).toBe(true);
    expect(tellsOf(entry(marked), marked)).toBe(true);
  });

  it('names a role by its id too, so that a name that cannot be looked up, then or now, is no difference', () => {
    const nameless = { ...live, binding: { ...live.binding, role: { id: 'guid', name: 'guid' } } };
    expect(entry(nameless)).not.toHaveProperty('roleId');
    expect([tellsOf(entry(nameless), live), tellsOf(entry(), nameless), tellsOf(entry(nameless), nameless)]).toEqual([true, true, true]);
  });

  it.each([{ cloud: 'gcp' }, { scope: '/' }, { role: 'Owner' }, { roleId: 'other' }, { member: 'bo' }, { condition: 'x' }, { by: 'pim' }])(
    'is something else with %o',
    (more) => expect(tellsOf({ ...entry(), ...more }, live)).toBe(false),
  );
});

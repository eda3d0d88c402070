import { expect, it } from 'vitest';
import { bindingOf, type Change, cloudOf, type DesiredBinding, newEnd, takes } from '../../src/domain/change.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { LiveBinding } from '../../src/domain/live-binding.ts';

const binding = {
  scope: { cloud: 'gcp', path: 'p', key: 'p' },
  role: { id: 'r', name: 'r' },
  member: { kind: 'user', id: 'm', shown: 'm' },
} as const;
const live: LiveBinding = { binding, conditional: true, handle: 'h' };
const desired: DesiredBinding = {
  binding,
  until: 5 as Instant,
  grant: 'g',
  because: ['g'],
  principal: 'p',
  privileged: false,
  file: 'f',
  commit: 'c',
};
const common = { digest: 'd', grant: 'g', principal: 'p' };
const CHANGES: readonly Change[] = [
  { ...common, verb: 'revoke', because: 'lapsed', live },
  { ...common, verb: 'shorten', because: 'withdrawn', live, desired },
  { ...common, verb: 'restore', because: 'tampered', live, desired },
  { ...common, verb: 'extend', because: 'renewed', live, desired },
  { ...common, verb: 'retitle', because: 'renamed', live, desired },
  { ...common, verb: 'grant', because: 'asked', desired },
];

it('knows which changes take, what they are about and the end that they leave', () => {
  expect(CHANGES.map(takes)).toEqual([true, true, true, false, false, false]);
  expect(CHANGES.map(newEnd)).toEqual([undefined, 5, 5, 5, 5, 5]);
  for (const change of CHANGES) {
    expect(bindingOf(change)).toBe(binding);
    expect(cloudOf(change)).toBe('gcp');
  }
});

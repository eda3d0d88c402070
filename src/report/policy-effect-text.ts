import { compare } from '../domain/finding.ts';
import type { PolicyEffect } from '../domain/policy-effect.ts';
import { count } from './columns.ts';

/** What each kind means, what is gravest first. */
const WORDS: Readonly<Record<PolicyEffect['kind'], string>> = {
  identity: 'is somebody else',
  withdrawn: 'withdrawn at once',
  wider: 'wider only at renewal',
  refused: 'refused if it were asked now; what has started runs to its end',
  allowed: 'allowed if it were asked now',
};

const KINDS = Object.keys(WORDS) as readonly PolicyEffect['kind'][];

/** By kind, each effect on a line of its own; to be made printable by whoever shows it. */
export function policyEffectLines(effects: readonly PolicyEffect[]): readonly string[] {
  return KINDS.flatMap((kind) => {
    const own = effects.filter((effect) => effect.kind === kind).toSorted((a, b) => compare(a.name, b.name) || compare(a.what, b.what));
    return own.length === 0 ? [] : [`${WORDS[kind]}:`, ...own.map(({ name, what }) => `  ${name}  ${what}`)];
  });
}

/** How many of the grants that have not ended change at all. */
export function changedGrants(effects: readonly PolicyEffect[], open: number): string {
  const touched = new Set(effects.filter(({ kind }) => kind !== 'identity').map(({ name }) => name)).size;
  return `${touched} of ${open} grants that have not ended change`;
}

/** One line for a reader with one minute: what happens to how many (Markdown; every word is ours). */
export function policyEffectSummary(effects: readonly PolicyEffect[], open: number): string {
  const parts = KINDS.flatMap((kind) => {
    const names = new Set(effects.filter((effect) => effect.kind === kind).map(({ name }) => name)).size;
    return names === 0 ? [] : [SHORT[kind](names)];
  });
  return `${changedGrants(effects, open)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
}

const SHORT: Readonly<Record<PolicyEffect['kind'], (names: number) => string>> = {
  identity: (names) => `**${count(names, 'name')} would be somebody else**`,
  withdrawn: (names) => `**${names} ${names === 1 ? 'loses' : 'lose'} access at once**`,
  wider: (names) => `${names} wider only at renewal`,
  refused: (names) => `${names} refused if asked now`,
  allowed: (names) => `${names} allowed if asked now`,
};

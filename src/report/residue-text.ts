import { bindingOf } from '../domain/change.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Residual, Residue } from '../domain/residue.ts';
import type { PlanWords } from './plan-words.ts';
import { printable } from './printable.ts';

type Words = Pick<PlanWords, 'where' | 'nameOf'>;

/** What principals still have at scopes where something was taken from them: one line each, once for each scope; empty where nothing is. */
export function residueText(outcomes: readonly Outcome[], words: Words): string {
  const lines = outcomes.flatMap(({ change, residue }) => {
    const binding = bindingOf(change);
    const who = `${printable(change.principal)} at ${words.where(binding)}`;
    return residue === undefined ? [] : linesFor(who, residue, words);
  });
  return [...new Set(lines)].map((line) => `${line}\n`).join('');
}

function linesFor(who: string, residue: Residue, words: Words): readonly string[] {
  if (!residue.known) return [`NOT KNOWN: what is left to ${who}: ${printable(residue.failure.message)}`];
  return residue.held.map((one) => `still: ${who}: ${printable(one.role.name)} ${wayOf(one, words)}`);
}

function wayOf({ by, scope, role, group }: Residual, words: Words): string {
  if (by === 'direct') return 'by another binding there';
  const stands = group === undefined ? undefined : { scope, role, member: group };
  if (stands === undefined) return `inherited from ${printable(scope.path)}`;
  return `through group ${printable(words.nameOf(stands) ?? stands.member.shown)} at ${printable(scope.path)}`;
}

/** As `--json` prints it. */
export function residueJson(residue: Residue | undefined): object | null {
  if (residue === undefined) return null;
  if (!residue.known) return { known: false, held: [], message: residue.failure.message };
  const held = residue.held.map(({ role, scope, by, group }) => ({ role: role.name, scope: scope.path, by, group: group?.shown ?? null }));
  return { known: true, held, message: residue.unseen ?? null };
}

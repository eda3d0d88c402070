import { humansBehind } from '../domain/directory.ts';
import type { Asking, Control } from '../domain/policy.ts';

/** Who may ask for a principal instead, or nothing where this person may. `person` is a name of policy/people. */
export function barredFromAsking(control: Control, person: string | undefined, principal: string): readonly Asking[] | undefined {
  const own = (control.policy.asking ?? []).filter((entry) => isAbout(control, entry, principal));
  const admitted = own.length === 0 || own.some((entry) => admits(control, entry, person, principal));
  return admitted ? undefined : own;
}

function isAbout({ directory }: Control, entry: Asking, principal: string): boolean {
  if (entry.for.length === 0) return true;
  const names = new Set([principal, ...humansBehind(directory, principal)]);
  return entry.for.some((name) => names.has(name));
}

function admits({ directory }: Control, entry: Asking, person: string | undefined, principal: string): boolean {
  if (person === undefined) return false;
  if (entry.self && humansBehind(directory, principal).includes(person)) return true;
  return entry.by.some((name) => humansBehind(directory, name).includes(person));
}

/** For people: `ada herself` would need more than we know, so it says who stands for the principal. */
export function askersText(entries: readonly Asking[], principal: string): string {
  const names = [...new Set(entries.flatMap(({ by }) => by))];
  const self = entries.some((entry) => entry.self) ? [`who stands behind ${principal}`] : [];
  const all = [...names, ...self];
  return all.length === 0 ? 'nobody' : all.join(' or ');
}

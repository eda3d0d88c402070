import { type Asked, beginsAt, type HeldAccess, holdersOf } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

export const separationOfDuties: Rule = {
  id: 'separation-of-duties',
  code: 'GK2115',
  severity: 'error',
  summary: 'Nobody holds two roles at once that policy keeps apart, by whatever accounts and groups',
  key: '/separationOfDuties',
  example: 'separationOfDuties: [[debug, release]]',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  const problems = new Map<string, Problem>();
  const seen = new Map<string, Set<string>>();
  for (const { person, role } of heldRoles(asked)) rolesOf(seen, person).add(role);
  for (const { catalogueRole, pointer, principal } of asked.uses) {
    if (catalogueRole === undefined) continue;
    for (const person of holdersOf(asked, principal)) {
      const clash = clashing(asked, catalogueRole, rolesOf(seen, person));
      rolesOf(seen, person).add(catalogueRole);
      if (clash !== undefined) problems.set([person, pointer].join('\n'), problemOf(person, catalogueRole, clash, pointer));
    }
  }
  return [...problems.values()];
}

/** Roles of other grants that are held at any moment of what is asked for. */
function heldRoles(asked: Asked): readonly { readonly person: string; readonly role: string }[] {
  return asked.held.flatMap((held) => {
    const { catalogueRole: role } = held;
    if (role === undefined || !overlaps(asked, held)) return [];
    return holdersOf(asked, held.principal).map((person) => ({ person, role }));
  });
}

function overlaps(asked: Asked, { from, until }: HeldAccess): boolean {
  return until > beginsAt(asked) && (from ?? -Infinity) < asked.end;
}

function clashing({ control }: Asked, role: string, others: ReadonlySet<string>): string | undefined {
  const apart = control.policy.separationOfDuties.filter((set) => set.includes(role)).flat();
  return apart.find((other) => other !== role && others.has(other));
}

function rolesOf(seen: Map<string, Set<string>>, person: string): Set<string> {
  const roles = seen.get(person) ?? new Set();
  seen.set(person, roles);
  return roles;
}

function problemOf(person: string, role: string, other: string, pointer: string): Problem {
  const message = `${person} would hold ${role} and ${other} at the same time`;
  return { pointer, message, hint: `Wait until ${other} has ended, or let somebody else do one of the two` };
}

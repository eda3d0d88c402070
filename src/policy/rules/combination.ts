import type { CombinationPart } from '../../domain/permission.ts';
import { type Asked, beginsAt, holdersOf, type PoweredAccess, type Use, type UsedRole } from '../asked.ts';
import { areNear, type Spot } from '../near.ts';
import type { Problem, Rule } from '../rule.ts';

/**
 * What roles bring together, whoever gave them. A role that is enough by itself is judged by itself; and where one that the grant asks
 * for is privileged in the catalogue, the approvals that it takes are for all of it.
 */
export const combination: Rule = {
  id: 'combination',
  code: 'GK2120',
  severity: 'error',
  summary: 'Nobody comes to act as others by roles that do not let them one by one, unless one that is asked for is privileged',
  judge,
};

/** A part that somebody has, by which role and where; with the use, where it is asked for. */
interface Brought {
  readonly part: CombinationPart;
  readonly role: string;
  readonly at: Spot;
  readonly use?: Use;
}

function judge(asked: Asked): readonly Problem[] {
  const problems = new Map<string, Problem>();
  const uses = asked.uses.filter(brings);
  for (const use of uses) {
    for (const person of holdersOf(asked, use.principal)) {
      const held = (asked.beside ?? []).filter((one) => overlaps(asked, one) && reaches(asked, one.principal, person)).flatMap(heldParts);
      const wanted = uses.filter((one) => reaches(asked, one.principal, person)).flatMap((one) => askedParts(asked, one));
      for (const own of askedParts(asked, use)) {
        const problem = problemOf(asked, person, own, held, wanted);
        if (problem !== undefined) problems.set([person, own.part.combination, problem.pointer].join('\n'), problem);
      }
    }
  }
  return [...problems.values()];
}

function overlaps(asked: Asked, { from, until }: PoweredAccess): boolean {
  return (until ?? Infinity) > beginsAt(asked) && (from ?? -Infinity) < asked.end;
}

function reaches(asked: Asked, principal: string, person: string): boolean {
  return holdersOf(asked, principal).includes(person);
}

function heldParts({ role, scope, above, parts }: PoweredAccess): readonly Brought[] {
  const at = { scope, ...(above === undefined ? {} : { above }) };
  return parts.map((part) => ({ part, role, at }));
}

type PoweredUse = Use & { readonly role: UsedRole & { readonly parts: readonly CombinationPart[] } };

function brings(use: Use): use is PoweredUse {
  return use.role?.parts !== undefined && use.role.parts.length > 0;
}

function askedParts({ clouds }: Asked, use: PoweredUse): readonly Brought[] {
  const { role, above } = use;
  const scope = clouds.get(role.cloud)?.scope(use.scope);
  if (scope?.ok !== true) return [];
  // Just itself is what stands there where nobody asked the cloud.
  const at = { scope: scope.value, ...(above === undefined || above.length < 2 ? {} : { above }) };
  return role.parts.map((part) => ({ part, role: role.text, at, use }));
}

/** Nothing where parts are missing, where all were held before, where one role has them all, and where one is privileged. */
function problemOf(asked: Asked, person: string, own: Brought, held: readonly Brought[], wanted: readonly Brought[]): Problem | undefined {
  const before = held.filter((one) => goesWith(asked, own, one));
  if (wholeOf(own, before) !== undefined) return undefined;
  const beside = wanted.filter((one) => goesWith(asked, own, one));
  const whole = wholeOf(own, [own, ...beside, ...before]);
  if (whole === undefined || isAlone(own, beside) || beside.some(({ use }) => isPrivileged(asked, use))) return undefined;
  const names = whole.map(({ part, role }) => `${part.permission} by ${role}`).join(' and ');
  return {
    pointer: (own.use as Use).pointer,
    message: `${person} would have ${names}, which together let ${person} ${own.part.reason}`,
    hint: 'Wait until one of them has ended, or offer one as a role of the catalogue with `privileged: true`, which takes more approvals',
  };
}

function goesWith({ clouds }: Asked, own: Brought, other: Brought): boolean {
  const syntax = clouds.get(own.at.scope.cloud);
  if (syntax === undefined || other.at.scope.cloud !== own.at.scope.cloud || other.part.combination !== own.part.combination) return false;
  return own.part.reach === 'anywhere' || areNear(own.at, other.at, syntax);
}

/** One for each part, or nothing where one is missing. */
function wholeOf({ part: { of } }: Brought, parts: readonly Brought[]): readonly Brought[] | undefined {
  const found = Array.from({ length: of }, (_, at) => parts.find(({ part }) => part.part === at));
  return found.every((one) => one !== undefined) ? found : undefined;
}

function isAlone(own: Brought, wanted: readonly Brought[]): boolean {
  return (
    wholeOf(
      own,
      wanted.filter(({ use }) => use === own.use),
    ) !== undefined
  );
}

function isPrivileged({ control }: Asked, use: Use | undefined): boolean {
  return use?.catalogueRole !== undefined && control.roles.get(use.catalogueRole)?.privileged === true;
}

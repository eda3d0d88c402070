import type { RuleMode } from '../domain/policy.ts';
import { type Asked, type Use } from './asked.ts';
import { isLoosened, type Spot } from './where.ts';

type Mode = RuleMode['mode'];

/** The part of a grant for which a rule counts in one way. */
export interface Portion {
  readonly mode: 'deny' | 'warn';
  readonly asked: Asked;
}

/** The parts of a grant for which a rule refuses, and then those for which it warns; nothing of what it is off for. */
export function portionsOf(asked: Asked, rule: string): readonly Portion[] {
  const modes = (asked.control.policy.modes ?? []).filter((one) => one.rule === rule);
  if (modes.length === 0) return [{ mode: 'deny', asked }];
  // A grant whose names are unknown comes to nothing: then only what is said of every grant counts.
  if (asked.uses.length === 0) return portion(asked, [], modeFor(modes.filter(isEverywhere), undefined, asked));
  const byMode = Map.groupBy(asked.uses, (use) => modeFor(modes, use, asked));
  return (['deny', 'warn'] as const).flatMap((mode) => {
    const uses = byMode.get(mode) ?? [];
    return uses.length === 0 ? [] : portion(asked, uses, mode);
  });
}

function portion(asked: Asked, uses: readonly Use[], mode: Mode): readonly Portion[] {
  if (mode === 'off') return [];
  return [{ mode, asked: { ...asked, uses, elsewhere: namesElsewhere(asked, uses) } }];
}

/** Principals whose access lies in other parts alone: what is said of them is said there. */
function namesElsewhere(asked: Asked, uses: readonly Use[]): ReadonlySet<string> {
  const here = new Set(uses.map(({ principal }) => principal));
  return new Set(asked.uses.map(({ principal }) => principal).filter((name) => !here.has(name)));
}

function isEverywhere({ where }: RuleMode): boolean {
  return Object.values(where).every((list: readonly string[]) => list.length === 0);
}

function modeFor(modes: readonly RuleMode[], use: Use | undefined, asked: Asked): Mode {
  const fitting = use === undefined ? modes : modes.filter(({ where }) => isLoosened(where, spotOf(asked, use), asked.control.directory));
  return fitting.at(-1)?.mode ?? 'deny';
}

/** One use of a grant as rules speak of it. */
export function spotOf({ grant }: Asked, use: Use): Spot {
  const { catalogueRole, role, env, principal } = use;
  const roles = [...(catalogueRole === undefined ? [] : [catalogueRole]), ...(role === undefined ? [] : spellings(role))];
  return { folder: grant.team, env, roles, principal, ...(role === undefined ? {} : { cloud: role.cloud }) };
}

function spellings({ cloud, text, aliases = [] }: NonNullable<Use['role']>): readonly string[] {
  return [text, ...aliases].map((spelling) => `${cloud}:${spelling}`);
}

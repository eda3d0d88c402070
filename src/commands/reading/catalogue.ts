import type { CloudName } from '../../domain/access.ts';
import type { CatalogueRole } from '../../domain/catalogue.ts';
import { compare } from '../../domain/finding.ts';
import type { Grant } from '../../domain/grant.ts';
import type { Control } from '../../domain/policy.ts';
import type { RoleVerdict } from '../../domain/role-facts.ts';

/** What a cloud role lets its holder do, as far as the program knows without asking. */
export type Verdicts = (cloud: CloudName, role: string) => RoleVerdict;

/** `unknown` where a role of it is in no published list: a custom role, which only its cloud can tell about. */
export type Risk = 'low' | 'medium' | 'high' | 'unknown';

/** One entry of a catalogue role with what decided its risk. */
export interface JudgedEntry {
  readonly cloud: CloudName;
  readonly role: string;
  readonly risk: Risk;
  readonly decidedBy?: string;
  readonly reason?: string;
}

/** A catalogue role as people look for it. */
export interface CatalogueView {
  readonly role: CatalogueRole;
  readonly risk: Risk;
  readonly clouds: readonly CloudName[];
  readonly entries: readonly JudgedEntry[];
  /** Roles that give all that this one gives. */
  readonly within: readonly string[];
  /** Clouds that no place has, so that the entries for them give nothing. */
  readonly dead: readonly CloudName[];
  /** How many grants of the folder ask for it. */
  readonly asked: number;
  /** It escalates, and the catalogue does not mark it: every grant of it would be refused. */
  readonly unmarked: boolean;
}

const RISK: Readonly<Record<RoleVerdict['verdict'], Risk>> = { escalates: 'high', writes: 'medium', reads: 'low', unknown: 'unknown' };
const ORDER: readonly Risk[] = ['low', 'medium', 'unknown', 'high'];

/** Every role of the catalogue, by name. */
export function viewCatalogue(control: Control, grants: readonly Grant[], verdicts: Verdicts): readonly CatalogueView[] {
  const roles = [...control.roles.values()];
  const clouds = new Set(
    [...control.teams.values()].flatMap(({ places }) => [...places.values()].flatMap(({ scopes }) => [...scopes.keys()])),
  );
  return roles.map((role) => {
    const entries = role.access.map(({ cloud, role: name }) => judged(cloud, name, verdicts));
    const own = [...new Set(entries.map(({ cloud }) => cloud))].sort(compare);
    const risk = entries.reduce<Risk>((most, one) => (ORDER.indexOf(one.risk) > ORDER.indexOf(most) ? one.risk : most), 'low');
    return {
      role,
      risk,
      clouds: own,
      entries,
      within: roles.filter((other) => other !== role && givesAll(other, role)).map(({ name }) => name),
      dead: own.filter((cloud) => !clouds.has(cloud)),
      asked: grants.filter(({ access }) => access.some((entry) => entry.kind === 'catalogue' && entry.role === role.name)).length,
      unmarked: risk === 'high' && !role.privileged,
    };
  });
}

function judged(cloud: CloudName, role: string, verdicts: Verdicts): JudgedEntry {
  const { verdict, decidedBy, reason } = verdicts(cloud, role);
  const decided = decidedBy === undefined ? {} : { decidedBy };
  return { cloud, role, risk: RISK[verdict], ...decided, ...(reason === undefined ? {} : { reason }) };
}

function givesAll({ access }: CatalogueRole, smaller: CatalogueRole): boolean {
  return smaller.access.every((one) =>
    access.some(
      (other) => other.cloud === one.cloud && other.role === one.role && other.target === one.target && other.condition === one.condition,
    ),
  );
}

/** Whether a text stands in its name, its description or one of its cloud roles, whatever its case. */
export function isAbout({ role }: CatalogueView, text: string): boolean {
  const words = [role.name, role.description, ...role.access.map(({ cloud, role: name }) => `${cloud}:${name}`)];
  return words.some((word) => word.toLowerCase().includes(text.toLowerCase()));
}

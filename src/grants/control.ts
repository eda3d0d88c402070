import type { CatalogueRole } from '../domain/catalogue.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Directory, Principal } from '../domain/directory.ts';
import { byPlace, compare, type Finding } from '../domain/finding.ts';
import type { Override } from '../domain/override.ts';
import type { Control, Policy } from '../domain/policy.ts';
import type { Team } from '../domain/team.ts';
import { mistake } from './codes.ts';
import { assembleDirectory } from './directory.ts';
import { overAll, wrongApprover } from './names.ts';
import { checkPolicyNames } from './policy-names.ts';
import { checkRoleTargets } from './role-targets.ts';
import { checkPlaces } from './team-places.ts';

/** What the control files say one by one. */
export interface ControlParts {
  readonly policy?: Policy;
  readonly teams: readonly Team[];
  readonly principals: readonly Principal[];
  readonly roles: readonly CatalogueRole[];
  readonly overrides: readonly Override[];
  /** A control file does not read, so what is missing here may stand in it; its own findings say what is wrong. */
  readonly incomplete?: boolean;
}

export type Assembled =
  /** `findings` are warnings alone. */
  | { readonly ok: true; readonly control: Control; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Brings control files together and checks what they say of each other; `clouds` are all clouds of the schemas. */
export function assembleControl(parts: ControlParts, clouds: readonly CloudSyntax[]): Assembled {
  const { policy, incomplete = false } = parts;
  if (incomplete) return { ok: false, findings: [] };
  if (policy === undefined) return { ok: false, findings: [noPolicy()] };
  const { directory, findings } = assembleDirectory(parts.principals, clouds);
  const control: Control = {
    policy,
    teams: byName(parts.teams),
    directory,
    roles: byName(parts.roles),
    overrides: parts.overrides.toSorted((a, b) => compare(a.name, b.name)),
  };
  const all = [
    ...findings,
    ...checkApprovers(control),
    ...checkPlaces(control, clouds),
    ...checkRoleTargets(control, clouds),
    ...checkPolicyNames(control, clouds),
  ].toSorted(byPlace);
  return all.some((one) => one.severity === 'error') ? { ok: false, findings: all } : { ok: true, control, findings: all };
}

function noPolicy(): Finding {
  const at = { file: 'policy/policy.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  return mistake('GK1406', at, 'there is no policy', 'Write policy/policy.yaml, with `stamp`, `security` and `clouds` at least.');
}

/** Stems are unique in their folder, so names are. */
function byName<T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.toSorted((a, b) => compare(a.name, b.name)).map((one) => [one.name, one]));
}

function checkApprovers({ directory, teams, roles, policy }: Control): readonly Finding[] {
  const owners = [...teams.values(), ...roles.values()];
  return [
    ...owners.flatMap(({ approvers, source }) => check(directory, approvers, source, '/approvers')),
    ...check(directory, policy.security, policy.source, '/security'),
  ];
}

function check(directory: Directory, names: readonly string[], source: Policy['source'], pointer: string): readonly Finding[] {
  return overAll(names, pointer, (name, at) => wrongApprover(directory, name, source, at));
}

import type { CloudSyntax } from '../../domain/cloud.ts';
import { compare, type Finding } from '../../domain/finding.ts';
import type { Grant } from '../../domain/grant.ts';
import type { PermissionTables } from '../../domain/permission.ts';
import type { Control } from '../../domain/policy.ts';
import type { CaseAccess, PolicyCase } from '../../domain/policy-case.ts';
import type { TreeFile } from '../../git/tree.ts';
import { checkGrants } from '../../grants/check-grants.ts';
import { readCases } from '../../grants/read-cases.ts';
import type { Asked, HeldAccess, PastUse } from '../../policy/asked.ts';
import { judgements } from '../../policy/judge.ts';
import { approvalNeed } from '../../policy/need.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import { expand, type Unit } from '../../reconcile/expand.ts';
import { powered, powersOf, type Powers } from './effect.ts';
import { proposalOf, rulesOf } from './judge.ts';

/** The folder beside policy/: what lies in policy/ decides, and must be approved by security; its tests decide nothing. */
export const CASES = 'policy-tests';

/** How a case went; `faults` is empty where policy says what it must. */
export interface CaseResult {
  readonly one: PolicyCase;
  readonly faults: readonly string[];
}

export interface Cases {
  readonly cases: readonly PolicyCase[];
  readonly findings: readonly Finding[];
}

/** All files of policy-tests/; those that do not read are findings. */
export function readAllCases(files: readonly TreeFile[], syntaxes: readonly CloudSyntax[]): Cases {
  const reads = files
    .filter(({ path }) => path.startsWith(`${CASES}/`) && path.endsWith('.yaml'))
    .map(({ path, bytes }) => readCases(path, bytes, syntaxes));
  return {
    cases: reads.flatMap((read) => (read.ok ? read.value : [])),
    findings: reads.flatMap((read) => (read.ok ? [] : read.findings)),
  };
}

/** Judges every case by one state of the control files. */
export async function judgeCases(
  cases: readonly PolicyCase[],
  control: Control,
  syntaxes: readonly CloudSyntax[],
  tables: PermissionTables,
): Promise<readonly CaseResult[]> {
  const rules = await rulesOf(control);
  const clouds: Clouds = new Map(syntaxes.map((syntax) => [syntax.name, syntax]));
  return cases.map((one) => ({
    one,
    faults: faultsOf(one, { now: one.now, control, rules, clouds, tables, told: () => undefined }, syntaxes),
  }));
}

function faultsOf(one: PolicyCase, powers: Powers, syntaxes: readonly CloudSyntax[]): readonly string[] {
  const { control, rules } = powers;
  const { grant } = one;
  // What lies under no place of the team is judged by the rules too, and a case may be about just that.
  const unknown = checkGrants([grant], control, syntaxes).filter(({ severity, code }) => severity === 'error' && code !== 'GK1312');
  if (unknown.length > 0) return unknown.map(({ message }) => `the grant does not fit the files of policy/: ${message}`);
  const asked = askedIn(one, powers);
  const found = judgements(asked, rules);
  const named = (severity: string) => found.filter(({ finding }) => finding.severity === severity).map(({ rule }) => rule.id);
  const said = new Map(found.map(({ rule, finding }) => [rule.id, finding.message]));
  return [
    ...differences('refused', one.refusedBy, named('error'), said),
    ...differences('warned', one.warnedBy, named('warning'), said),
    ...needFaults(one, control),
  ];
}

function askedIn({ grant, now, held, history }: PolicyCase, powers: Powers): Asked {
  const { control, clouds } = powers;
  const { units } = expand(grant, control, clouds);
  const unitsOf = (access: CaseAccess) => expand(grantOf(access, grant, control), control, clouds).units;
  const beside = held.flatMap((access) => {
    const times = { until: access.to, ...(access.from === undefined ? {} : { from: access.from }) };
    return unitsOf(access).flatMap((unit) => powersOf(unit, { ...times, by: 'held' }, powers));
  });
  return {
    ...powered(proposalOf(grant, units, control, clouds, now), units, beside, powers),
    held: held.flatMap((access) => unitsOf(access).map((unit) => heldAccess(unit, access))),
    history: history.flatMap((access) => unitsOf(access).map((unit) => pastUse(unit, access, control))),
  };
}

/** What it would have taken to hold this: a grant of its own, in the folder of the team whose place it is. */
function grantOf({ principal, role, place, to }: CaseAccess, like: Grant, { teams }: Control): Grant {
  const team = [...teams.values()].find(({ places }) => places.has(place))?.name ?? like.team;
  const { id, source, grace } = like;
  return { id, source, grace, team, principals: [principal], access: [{ kind: 'catalogue', role, places: [place] }], expires: to };
}

function keysOf({ role, scope }: Unit) {
  return { roleKey: role, scopeKey: `${scope.cloud}\n${scope.key}` };
}

function heldAccess(unit: Unit, { principal, role, from, to }: CaseAccess): HeldAccess {
  return { principal, catalogueRole: role, ...keysOf(unit), until: to, ...(from === undefined ? {} : { from }) };
}

function pastUse(unit: Unit, { principal, from, to }: CaseAccess, { directory }: Control): PastUse {
  return { person: directory.get(principal)?.person ?? principal, ...keysOf(unit), from: from ?? to, to };
}

function differences(
  verb: string,
  wanted: readonly string[],
  found: readonly string[],
  said: ReadonlyMap<string, string>,
): readonly string[] {
  const missing = wanted.filter((rule) => !found.includes(rule)).map((rule) => `${rule} was to have ${verb} it, and did not`);
  const surplus = [...new Set(found)].filter((rule) => !wanted.includes(rule)).map((rule) => `${rule} ${verb} it: ${said.get(rule)}`);
  return [...missing, ...surplus];
}

function needFaults({ grant, approvals, approvers }: PolicyCase, control: Control): readonly string[] {
  const need = approvalNeed(grant, control, false);
  const listed = (names: readonly string[]) => (names.length === 0 ? 'nobody' : names.toSorted(compare).join(', '));
  return [
    ...(approvals === undefined || approvals === need.count ? [] : [`it needs ${need.count} approvals, not ${approvals}`]),
    ...(approvers === undefined || listed(approvers) === listed(need.besides)
      ? []
      : [`besides the team it needs ${listed(need.besides)}, not ${listed(approvers)}`]),
  ];
}

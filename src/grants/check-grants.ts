import type { CloudSyntax } from '../domain/cloud.ts';
import { byPlace, type Finding } from '../domain/finding.ts';
import type { Grant } from '../domain/grant.ts';
import type { Control } from '../domain/policy.ts';
import type { Team } from '../domain/team.ts';
import { checkAccess } from './check-access.ts';
import { mistake } from './codes.ts';
import { likely, unknownName, wrongName } from './names.ts';
import { type Ground, groundOf } from './ground.ts';

/** What is wrong with grants beside the control files and beside each other; `clouds` are all clouds of the schemas. */
export function checkGrants(grants: readonly Grant[], control: Control, clouds: readonly CloudSyntax[]): Finding[] {
  const ground = groundOf(control, clouds);
  const findings = [...idsTwice(grants)];
  for (const grant of grants) checkGrant(ground, grant, findings);
  return findings.toSorted(byPlace);
}

function checkGrant(ground: Ground, grant: Grant, findings: Finding[]): void {
  const { teams } = ground.control;
  checkNames(ground, grant, findings);
  const team = teams.get(grant.team);
  if (team === undefined) findings.push(noTeam(grant.source.file, grant.team, teams));
  else checkAccess({ ground, grant, team, findings });
}

function checkNames({ control }: Ground, { principals, requestedBy, source }: Grant, findings: Finding[]): void {
  const { directory } = control;
  for (const [at, name] of principals.entries()) {
    if (!directory.has(name)) findings.push(unknownName(directory, name, source, `/principal/${at}`));
  }
  const asker = requestedBy === undefined ? undefined : wrongName(directory, requestedBy, ['person', 'account'], source, '/requestedBy');
  if (asker !== undefined) findings.push(asker);
}

function noTeam(file: string, folder: string, teams: ReadonlyMap<string, Team>): Finding {
  const hint = likely(
    folder,
    teams.keys(),
    `Add policy/teams/${folder}.yaml, or move the file to the folder of the team that owns the place.`,
  );
  return mistake('GK1313', startOf(file), `no team owns grants/${folder}/`, hint);
}

/** Which of two was first nobody can tell from the tree, so each is told of another. */
function idsTwice(grants: readonly Grant[]): readonly Finding[] {
  const byId = new Map<string, Grant>();
  const findings: Finding[] = [];
  for (const grant of grants) {
    const other = byId.get(grant.id);
    if (other === undefined) byId.set(grant.id, grant);
    else findings.push(idTwice(grant, other), idTwice(other, grant));
  }
  return [...new Map(findings.map((finding) => [finding.at?.file, finding])).values()];
}

function idTwice({ id, source }: Grant, other: Grant): Finding {
  const hint = `${other.source.file} has this id. Give the newer file another name.`;
  return mistake('GK1405', startOf(source.file), `the id ${id} stands twice in the tree`, hint);
}

function startOf(file: string): Finding['at'] & object {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';
import type { CatalogueEntry, CloudEntry, Grant } from '../domain/grant.ts';
import type { Pointer } from '../domain/source.ts';
import { belowScope, type Place, type Team } from '../domain/team.ts';
import { wrongScope } from './cloud-text.ts';
import { type Code, mistake, oddity } from './codes.ts';
import { home } from './directory.ts';
import { type Ground, mayLieUnder } from './ground.ts';
import { likely } from './names.ts';
import { wrongEnder, wrongTakeover } from './read-terms.ts';

/** A grant in the folder of a team, and what is found on the way. */
export interface Case {
  readonly ground: Ground;
  readonly grant: Grant;
  readonly team: Team;
  readonly findings: Finding[];
}

/** What is wrong with the access entries of a grant. */
export function checkAccess(one: Case): void {
  for (const [at, entry] of one.grant.access.entries()) {
    const pointer = `/access/${at}`;
    if (entry.kind === 'catalogue') checkCatalogueEntry(one, entry, pointer);
    else checkCloudEntry(one, entry, pointer);
  }
}

function found(one: Case, code: Code, pointer: Pointer, message: string, hint: string): void {
  one.findings.push(mistake(code, one.grant.source.place(pointer), message, hint));
}

function checkCatalogueEntry(one: Case, entry: CatalogueEntry, pointer: Pointer): void {
  const { roles } = one.ground.control;
  if (!roles.has(entry.role)) {
    const hint = likely(entry.role, roles.keys(), 'Name a role of policy/roles.');
    found(one, 'GK1306', `${pointer}/role`, `no role is called \`${entry.role}\``, hint);
  }
  checkTerms(one, entry, pointer);
  for (const [at, name] of entry.places.entries()) {
    const where = `${pointer}/place/${at}`;
    const place = one.team.places.get(name);
    if (place === undefined) wrongPlace(one, name, where);
    else checkGivesSomething(one, entry, place, where);
  }
}

/** What an entry says that none of the role's clouds can make anything of. */
function checkTerms({ ground, grant, findings }: Case, { role: name, enforce, takeover }: CatalogueEntry, pointer: Pointer): void {
  const named = new Set(ground.control.roles.get(name)?.access.map(({ cloud }) => cloud));
  const clouds = [...ground.clouds.values()].filter((cloud) => named.has(cloud.name));
  const ender = enforce === undefined ? undefined : wrongEnder(clouds);
  const taking = takeover === undefined ? undefined : wrongTakeover(clouds);
  for (const [key, wrong] of [['enforce', ender] as const, [takeover, taking] as const])
    if (wrong !== undefined) findings.push(mistake(wrong.code, grant.source.place(`${pointer}/${key}`), wrong.message, wrong.hint));
}

/** Entries for a cloud that place or principal lack fall away; a role of which nothing stays was hardly meant. */
function checkGivesSomething({ ground, grant, findings }: Case, entry: CatalogueEntry, place: Place, where: Pointer): void {
  const role = ground.control.roles.get(entry.role);
  if (role === undefined) return;
  for (const name of grant.principals) {
    const principal = ground.control.directory.get(name);
    if (principal === undefined || role.access.some(({ cloud }) => place.scopes.has(cloud) && principal.identities.has(cloud))) continue;
    const message = `\`${entry.role}\` gives \`${name}\` nothing at \`${place.name}\``;
    findings.push(oddity('GK1314', grant.source.place(where), message, 'Role, place and principal have no cloud in common.'));
  }
}

function wrongPlace(one: Case, name: string, where: Pointer): void {
  const { owners } = one.ground;
  const owner = owners.get(name);
  if (owner !== undefined)
    return found(one, 'GK1308', where, `\`${name}\` belongs to team ${owner}`, `Ask for it in a file of grants/${owner}/.`);
  const hint = likely(name, [...one.team.places.keys(), ...owners.keys()], `Name a place of ${one.team.source.file}.`);
  found(one, 'GK1307', where, `no place is called \`${name}\``, hint);
}

function checkCloudEntry(one: Case, { target, cloud: name }: CloudEntry, pointer: Pointer): void {
  const cloud = one.ground.clouds.get(name) as CloudSyntax;
  const where = `${pointer}/${name}`;
  checkIdentities(one, cloud, where);
  if (cloud.isRawScope(target)) checkRawScope(one, target, cloud, where);
  else checkPlace(one, target, cloud, where);
}

function checkIdentities({ ground, grant, findings }: Case, cloud: CloudSyntax, where: Pointer): void {
  for (const name of grant.principals) {
    const principal = ground.control.directory.get(name);
    if (principal === undefined || principal.identities.has(cloud.name)) continue;
    const hint = `Add \`${cloud.name}:\` at ${home(principal)}, or leave the entry out.`;
    findings.push(mistake('GK1310', grant.source.key(where), `\`${name}\` has no identity on ${cloud.title}`, hint));
  }
}

function checkPlace(one: Case, target: string, cloud: CloudSyntax, where: Pointer): void {
  const cut = target.indexOf('/');
  const name = cut < 0 ? target : target.slice(0, cut);
  const place = one.team.places.get(name);
  if (place === undefined) return wrongPlace(one, name, where);
  const scope = place.scopes.get(cloud.name);
  if (scope === undefined) {
    const hint = `Add \`${cloud.name}:\` to it in ${one.team.source.file}, or leave the entry out.`;
    return found(one, 'GK1311', where, `\`${name}\` is no place on ${cloud.title}`, hint);
  }
  if (cut < 0) return; // its scope was read with the team
  const wrong = wrongScope(cloud, belowScope(scope, target.slice(cut)));
  if (wrong !== undefined) one.findings.push(mistake(wrong.code, one.grant.source.place(where), wrong.message, wrong.hint));
}

function checkRawScope(one: Case, target: string, cloud: CloudSyntax, where: Pointer): void {
  const scope = cloud.scope(target);
  if (!scope.ok || mayLieUnder(one.ground, one.team, scope.value)) return;
  found(
    one,
    'GK1312',
    where,
    `under no place of team ${one.team.name}`,
    `Name a place of ${one.team.source.file}, or something below one.`,
  );
}

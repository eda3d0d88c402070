import type { RoleTable } from '../../domain/role-facts.ts';
import { roleTable } from '../role-table.ts';
import { roleLines } from './generated/role-lines.ts';
import { GUID } from './scope.ts';

/** Roles as Azure lists them; custom roles are none of them. */
export const publishedRoles: RoleTable = { ...roleTable(roleLines, (role) => role.toLowerCase()), id: publishedRoleId };

/** The GUID of a role by its name exactly as Azure spells it, or the GUID itself; undefined for a name that no built-in role has. */
export function publishedRoleId(role: string): string | undefined {
  return GUID.test(role) ? role.toLowerCase() : ids().get(role);
}

let known: ReadonlyMap<string, string> | undefined;

function ids(): ReadonlyMap<string, string> {
  known ??= new Map(roleLines.lines.split('\n').map((line) => namesIn(line)));
  return known;
}

/** A line begins with the name of the role and its GUID. */
function namesIn(line: string): readonly [string, string] {
  const [name = '', id = ''] = (line.split('\t')[0] ?? '').split('|');
  return [name, id.toLowerCase()];
}

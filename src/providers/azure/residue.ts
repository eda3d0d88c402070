import type { Member, Scope } from '../../domain/access.ts';
import type { Residual, Residue } from '../../domain/residue.ts';
import { askAll } from './arm.ts';
import type { Connection } from './client.ts';
import type { Roles } from './roles.ts';
import { type Assignment, assignmentOf, isBelow, memberBy } from './wire.ts';

/**
 * What a principal has at a scope, by whatever way: `assignedTo` takes in groups in groups, and is for users and service principals
 * alone (List Azure role assignments using the REST API). Of a group it is what the group itself holds.
 */
export async function residueAt({ access, client }: Connection, roles: Roles, scope: Scope, member: Member): Promise<Residue> {
  const filter = member.kind === 'group' ? `principalId eq '${member.id}'` : `atScope() and assignedTo('${member.id}')`;
  const listed = await askAll(access, `read what ${member.id} still has at ${scope.path}`, (options) =>
    client.roleAssignments.listForScope(scope.path.slice(1), { ...options, filter }),
  );
  if (!listed.ok) return { known: false, failure: listed.failure };
  const rows = listed.value.map(assignmentOf).filter((row) => row !== undefined && !isBelow(row, scope)) as readonly Assignment[];
  const names = await roles.names(
    scope,
    rows.map(({ role }) => role),
  );
  return { known: true, held: rows.map((row) => residualOf(row, scope, member, names)) };
}

function residualOf(row: Assignment, at: Scope, member: Member, names: ReadonlyMap<string, string>): Residual {
  const common = { role: { id: row.role, name: names.get(row.role) ?? row.role }, scope: row.scope, handle: row.id };
  if (row.principal !== member.id) return { ...common, by: 'group', group: memberBy(row.principal, row.principalType) };
  return { ...common, by: row.scope.key === at.key ? 'direct' : 'inherited' };
}

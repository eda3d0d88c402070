import type { JudgedPermission, PermissionTable } from '../../domain/permission.ts';
import { listsIn, namesIn, numbersIn, type PermissionLines } from '../permission-lines.ts';
import { combinationParts } from './combinations.ts';
import { permissionLines } from './generated/permission-lines.ts';
import { reasonsFor } from './reasons.ts';
import { firstWrite } from './roles-risk.ts';

/** Permissions of Google Cloud, and the roles that it lists; custom roles are none of them. */
export const permissions: PermissionTable = permissionTable(permissionLines);

function permissionTable(lines: PermissionLines): PermissionTable {
  const names = namesIn(lines, '.');
  const lists = listsIn(lines, plainName);
  const judged = new Map<string, JudgedPermission>();
  return {
    source: lines.source,
    of(role) {
      const [list = ''] = lists(role) ?? [];
      return list === '' ? undefined : numbersIn(list).map((number) => ({ name: names(number) }));
    },
    judge({ name }) {
      const known = judged.get(name) ?? judge(name);
      judged.set(name, known);
      return known;
    },
    service: ({ name }) => name.split('.', 1)[0] as string,
    covering(held) {
      const known = new Set(held.map(({ name }) => name));
      return ({ name }) => known.has(name);
    },
    parts: combinationParts,
  };
}

function plainName(role: string): string {
  return role.replace(/^roles\//, '');
}

function judge(name: string): JudgedPermission {
  const [reason] = reasonsFor([name]);
  if (reason !== undefined) return { kind: 'escalates', reason: reason.slice(name.length + 2) };
  return { kind: firstWrite([name]) === undefined ? 'reads' : 'writes' };
}

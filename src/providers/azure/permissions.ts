import type { JudgedPermission, Permission, PermissionTable } from '../../domain/permission.ts';
import { listsIn, namesIn, numbersIn, type PermissionLines } from '../permission-lines.ts';
import { combinationParts } from './combinations.ts';
import type { Permission as Block } from './escalation.ts';
import { permissionLines } from './generated/permission-lines.ts';
import { givenBy } from './given.ts';
import { firstWrite, reasonsOf } from './roles-risk.ts';
import { contains, type Pattern } from './wildcard.ts';

/** Actions of Azure, as roles spell them with their stars, and the roles that it lists; custom roles are none of them. */
export const permissions: PermissionTable = permissionTable(permissionLines);

function permissionTable(lines: PermissionLines): PermissionTable {
  const names = namesIn(lines, '/');
  const lists = listsIn(lines, (role) => role.toLowerCase());
  const spelled = (list = '') => numbersIn(list).map(names);
  return {
    source: lines.source,
    of(role) {
      const blocks = (lists(role) ?? []).map((block) => {
        const [actions, notActions, dataActions, notDataActions] = block.split(';');
        return {
          actions: spelled(actions),
          notActions: spelled(notActions),
          dataActions: spelled(dataActions),
          notDataActions: spelled(notDataActions),
        };
      });
      const given = givenBy(blocks);
      return given.length === 0 ? undefined : given;
    },
    judge,
    service: ({ name }) => (/^[^/*]+(?=\/)/.exec(name) ?? ['*'])[0],
    covering: (held) => (wanted) => held.some((one) => covers(one, wanted)),
    parts: combinationParts,
  };
}

function judge(permission: Permission): JudgedPermission {
  const block = blockOf(permission);
  const [reason] = reasonsOf([block]);
  if (reason !== undefined) return { kind: 'escalates', reason: reason.slice(reason.indexOf(': ') + 2) };
  return { kind: firstWrite([block]) === undefined ? 'reads' : 'writes' };
}

function blockOf({ name, data, except = [] }: Permission): Block {
  return data ? { dataActions: [name], notDataActions: except } : { actions: [name], notActions: except };
}

/** Where patterns could meet and nobody can tell, what is held is not taken to cover it. */
function covers(held: Permission, wanted: Permission): boolean {
  if (held.data !== wanted.data || !contains(held.name, wanted.name)) return false;
  const left = (held.except ?? []).filter((pattern) => couldMeet(pattern, wanted.name));
  return left.every((pattern) => wanted.except?.some((own) => contains(own, pattern)) === true);
}

function couldMeet(one: Pattern, other: Pattern): boolean {
  if (!one.includes('*')) return contains(other, one);
  if (!other.includes('*')) return contains(one, other);
  const [a, b] = [ends(one), ends(other)];
  return (a.first.startsWith(b.first) || b.first.startsWith(a.first)) && (a.last.endsWith(b.last) || b.last.endsWith(a.last));
}

/** What a pattern has before its first star and behind its last. */
function ends(pattern: Pattern): { readonly first: string; readonly last: string } {
  const folded = pattern.toLowerCase();
  return { first: folded.slice(0, folded.indexOf('*')), last: folded.slice(folded.lastIndexOf('*') + 1) };
}

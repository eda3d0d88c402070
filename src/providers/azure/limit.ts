import type { MemberKind } from '../../domain/access.ts';
import { compare } from '../../domain/finding.ts';
import { GUID } from './scope.ts';

/** Azure role-based access control limits: characters of a condition. */
export const LONGEST_LIMIT = 8192;

/** As role assignments name kinds of principals (Delegate Azure role assignment management using conditions). */
const TYPES: readonly (readonly [MemberKind, string])[] = [
  ['user', 'User'],
  ['group', 'Group'],
  ['service', 'ServicePrincipal'],
];

/** No role has it: a list may not be empty. */
const NONE = '00000000-0000-0000-0000-000000000000';

/**
 * Conditions under which role assignments may be written and deleted: of these roles and no others, for these kinds of principals.
 * Together they let through what one could that held all roles; more than one only where that would be longer than Azure takes.
 * Takes GUIDs alone: nothing of a file's own wording gets into a condition.
 */
export function limitsTo(roles: readonly string[], kinds: readonly MemberKind[]): readonly string[] {
  const ids = [...new Set(roles.map((role) => role.toLowerCase()))].filter((role) => GUID.test(role)).sort(compare);
  const types = TYPES.filter(([kind]) => kinds.includes(kind)).map(([, type]) => type);
  if (ids.length === 0 || types.length === 0)
    return [
      limitOf(
        [NONE],
        TYPES.map(([, type]) => type),
      ),
    ];
  const each = limitOf([NONE, NONE], types).length - limitOf([NONE], types).length;
  const most = 1 + Math.floor((LONGEST_LIMIT - limitOf([NONE], types).length) / each);
  return Array.from({ length: Math.ceil(ids.length / most) }, (_, at) => limitOf(ids.slice(at * most, (at + 1) * most), types));
}

function limitOf(ids: readonly string[], types: readonly string[]): string {
  return [clause('write', 'Request', ids, types), clause('delete', 'Resource', ids, types)].join('\nAND\n');
}

/** A condition is asked about every action of the role, so it lets all others pass (Azure role assignment condition format and syntax). */
function clause(verb: 'write' | 'delete', source: 'Request' | 'Resource', ids: readonly string[], types: readonly string[]): string {
  const attribute = (name: string) => `@${source}[Microsoft.Authorization/roleAssignments:${name}]`;
  return [
    `(!(ActionMatches{'Microsoft.Authorization/roleAssignments/${verb}'}) OR (`,
    `${attribute('RoleDefinitionId')} ForAnyOfAnyValues:GuidEquals {${ids.join(', ')}}`,
    `AND ${attribute('PrincipalType')} ForAnyOfAnyValues:StringEqualsIgnoreCase {${types.map((type) => `'${type}'`).join(', ')}}))`,
  ].join('\n');
}

import { v5 as uuidv5 } from 'uuid';
import type { Binding } from '../../domain/access.ts';

export const NAMESPACE = uuidv5('grantkeeper.dev', uuidv5.DNS);
const SALTS = ['', '/1', '/2'];

/**
 * The names that an assignment of ours may have, in the order in which they are tried: a UUIDv5 over stamp, scope, role
 * definition and principal, and the same with a salt for when Azure refuses the name itself. The stamp is in it because a PUT
 * replaces what has the name: another repository must meet a conflict, not overwrite ours.
 */
export function assignmentNames(stamp: string, binding: Pick<Binding, 'scope' | 'role' | 'member'>): readonly string[] {
  const scope = binding.scope.key.replace(/^\/+|\/+$/g, '');
  const text = [stamp, scope, binding.role.id, binding.member.id].join('|').toLowerCase();
  return SALTS.map((salt) => uuidv5(text + salt, NAMESPACE));
}

import type { Duty } from '../provider.ts';
import { isContainer, lastOf, parseScope } from './scope.ts';

/** A role that a duty needs, and where it is given. */
export interface Grip {
  readonly duty: Duty;
  /** Of a custom role unique in the tenant, as names of roles must be. */
  readonly title: string;
  /** True for a role of Azure's own, which need not be made. */
  readonly isBuiltIn: boolean;
  /** For Terraform: letters, digits and underscores. */
  readonly label: string;
  readonly nodes: readonly string[];
}

/**
 * One role for each management group, and one for all that lies in subscriptions: a custom role may name a single management group
 * among the scopes that it can be assigned at, and never the root, which takes Azure's own roles alone (Azure custom roles).
 */
export function gripsOf(duties: readonly Duty[]): readonly Grip[] {
  return duties.flatMap((duty) => {
    const groups = duty.at.filter((node) => isGroup(node));
    const others = duty.at.filter((node) => !isGroup(node));
    const homes = [...groups.map((group) => [group]), ...(others.length === 0 ? [] : [others])];
    return homes.map((home) => gripOf(duty, home, homes.length > 1));
  });
}

function isGroup(path: string): boolean {
  const scope = parseScope(path);
  return scope.ok && isContainer(scope.value);
}

function gripOf(duty: Duty, nodes: readonly string[], isOneOfMany: boolean): Grip {
  const [first = ''] = nodes;
  const isBuiltIn = first === '/';
  const where = isBuiltIn ? 'root' : isGroup(first) ? lastOf(first) : 'subscriptions';
  const words = isOneOfMany ? `${nameOf(duty)} in ${where}` : nameOf(duty);
  const label = `grantkeeper_${words}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  return { duty, isBuiltIn, title: isBuiltIn ? builtInFor(duty) : `Grantkeeper ${words}`, label, nodes };
}

function nameOf({ name, who, part }: Duty): string {
  if (part !== undefined) return `${name} ${part}`;
  return name === 'plan' && who !== 'plan' ? `plan for ${who}` : name;
}

/** The least of Azure's own roles that has it all (Azure built-in roles). */
function builtInFor({ permissions }: Duty): string {
  if (permissions.every((one) => one.endsWith('/read'))) return 'Reader';
  return permissions.some((one) => one.endsWith('ScheduleRequests/write'))
    ? 'User Access Administrator'
    : 'Role Based Access Control Administrator';
}

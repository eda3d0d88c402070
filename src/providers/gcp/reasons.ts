import { type Escalation, escalations } from './escalation.ts';
import { reasonsByVerb } from './roles-risk.ts';

const patterns = escalations.map((entry) => ({ entry, matches: matcher(entry) }));

const judged = new Map<string, typeof patterns>();

/** What is published of one permission; roles have most of theirs in common. */
function waysOf(permission: string): typeof patterns {
  const known = judged.get(permission) ?? patterns.filter(({ matches }) => matches(permission));
  judged.set(permission, known);
  return known;
}

/**
 * Why a set of permissions lets its holder change access or act as others: one line for each way, none when there is no way known. What
 * is published of single permissions comes first, and then what the verbs of the others say.
 */
export function reasonsFor(permissions: readonly string[]): readonly string[] {
  const listed = new Set<string>();
  const ways = permissions.map((permission) => ({ permission, ways: waysOf(permission) }));
  const published = patterns.flatMap((pattern) => {
    const found = ways.filter((one) => one.ways.includes(pattern)).map(({ permission }) => permission);
    const { entry } = pattern;
    if (found.length === 0) return [];
    for (const permission of found) listed.add(permission);
    const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
    return [`${found[0]}${more}: ${entry.reason}`];
  });
  return [...published, ...reasonsByVerb(permissions.filter((permission) => !listed.has(permission)))];
}

/** Most are whole names: a pattern of all of them would be compiled for the first permission that anybody asks about. */
function matcher({ permissions }: Escalation): (permission: string) => boolean {
  const whole = new Set(permissions.filter((pattern) => !pattern.includes('*')));
  const any = permissions
    .filter((pattern) => !whole.has(pattern))
    .map((pattern) => pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '.*'));
  if (any.length === 0) return (permission) => whole.has(permission);
  const matches = new RegExp(`^(?:${any.join('|')})$`);
  return (permission) => whole.has(permission) || matches.test(permission);
}

import { type Escalation, escalations } from './escalation.ts';
import { reasonsByVerb } from './roles-risk.ts';

/** Most patterns are whole names: those are looked up. */
const whole = new Map<string, Escalation[]>();
for (const entry of escalations) {
  for (const pattern of entry.permissions) if (!pattern.includes('*')) whole.set(pattern, [...(whole.get(pattern) ?? []), entry]);
}

/** The others have one star, which stands for anything: their two ends are asked for, without an expression to compile for each. */
const wild = escalations.flatMap((entry) =>
  entry.permissions.flatMap((pattern) => {
    const [first = '', last] = pattern.split('*');
    return last === undefined ? [] : [{ entry, first, last }];
  }),
);

const judged = new Map<string, readonly Escalation[]>();

/** What is published of one permission; roles have most of theirs in common. */
function waysOf(permission: string): readonly Escalation[] {
  const known = judged.get(permission) ?? [
    ...(whole.get(permission) ?? []),
    ...wild.filter(({ first, last }) => hasEnds(permission, first, last)).map(({ entry }) => entry),
  ];
  judged.set(permission, known);
  return known;
}

/**
 * Why a set of permissions lets its holder change access or act as others: one line for each way, none when there is no way known. What
 * is published of single permissions comes first, and then what the verbs of the others say.
 */
export function reasonsFor(permissions: readonly string[]): readonly string[] {
  const ways = new Map<Escalation, Set<string>>();
  for (const permission of permissions) for (const way of waysOf(permission)) ways.set(way, (ways.get(way) ?? new Set()).add(permission));
  const listed = new Set([...ways.values()].flatMap((found) => [...found]));
  const published = escalations.flatMap((entry) => {
    const found = [...(ways.get(entry) ?? [])];
    const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
    return found.length === 0 ? [] : [`${found[0]}${more}: ${entry.reason}`];
  });
  return [...published, ...reasonsByVerb(permissions.filter((permission) => !listed.has(permission)))];
}

function hasEnds(text: string, first: string, last: string): boolean {
  return text.length >= first.length + last.length && text.startsWith(first) && text.endsWith(last);
}

import { compare } from '../domain/finding.ts';

/** The three that use most of a limit, with how much, and how many more there are; for people. */
export function largest(uses: readonly (readonly [name: string, count: number])[]): string {
  const sums = new Map<string, number>();
  for (const [name, count] of uses) sums.set(name, (sums.get(name) ?? 0) + count);
  const sorted = [...sums].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  const shown = sorted.slice(0, 3).map(([name, count]) => `${name} ${count}`);
  return [...shown, ...(sorted.length > 3 ? [`${sorted.length - 3} more`] : [])].join(', ');
}

import type { AccessEntry, Grant } from '../domain/grant.ts';

/**
 * What a grant asks for, as written: one principal and one entry, a catalogue role at one place or one cloud role at one
 * target. Versions of a grant are compared by these, so that neither order nor a changed definition looks like a new wish.
 */
export function wishesOf(grant: Grant): ReadonlySet<string> {
  const wishes = new Set<string>();
  for (const principal of grant.principals) {
    for (const entry of grant.access) for (const wish of entryWishes(entry)) wishes.add(wishKey(principal, wish));
  }
  return wishes;
}

export function wishKey(principal: string, wish: string): string {
  return `${principal}\n${wish}`;
}

export function entryWishes(entry: AccessEntry): readonly string[] {
  if (entry.kind === 'catalogue') return entry.places.map((place) => catalogueWish(entry.role, place));
  return [`${entry.cloud}\n${entry.target}\n${entry.role}\n${entry.condition ?? ''}`];
}

export function catalogueWish(role: string, place: string): string {
  return `${role}\n${place}`;
}

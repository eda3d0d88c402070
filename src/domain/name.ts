/** Ids and names: file stems, keys of people, groups, services and places, names of rules. */
export const NAME = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** The stamp is shorter, because it stands in the title of every Google Cloud binding. */
export const STAMP = /^[a-z0-9][a-z0-9-]{0,23}$/;

/** Names that begin so belong to break-glass and are refused for files. */
export const BREAK_GLASS_PREFIX = 'bg-';

/** Reads `grants/payments/2026-11-23-ada-debug.yaml` as its stem `2026-11-23-ada-debug`. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}

const LONGEST = 60;

/** A name like the one given that is not taken: `ada-debug-2`, then `ada-debug-3`. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  for (let count = 2; ; count += 1) {
    const ending = `-${count}`;
    const free = `${name.slice(0, LONGEST - ending.length)}${ending}`;
    if (!isTaken(free)) return free;
  }
}

/**
 * Whether `items` fit `pattern`, in which a part may stand for any run of items, even none. It goes back to the newest
 * run only, so the time is bounded by the product of the two lengths whatever the pattern is.
 */
export function fitsPattern<P, T>(
  pattern: readonly P[],
  items: readonly T[],
  isRun: (part: P) => boolean,
  fits: (part: P, item: T) => boolean,
): boolean {
  let at = 0;
  let next = 0;
  let run = -1;
  let taken = 0;
  while (next < items.length) {
    const part = pattern[at];
    if (part !== undefined && isRun(part)) {
      run = at++;
      taken = next;
    } else if (part !== undefined && fits(part, items[next] as T)) {
      at++;
      next++;
    } else if (run >= 0) {
      at = run + 1;
      next = ++taken;
    } else return false;
  }
  return pattern.slice(at).every(isRun);
}

/** A glob over the whole text: `*` stands for anything but `/`, every other character for itself. */
export function matchesGlob(glob: string, text: string): boolean {
  const globs = glob.split('/');
  const parts = text.split('/');
  return globs.length === parts.length && globs.every((one, at) => fitsPart(one, parts[at] as string));
}

/** What stands before the first star and after the last must be there in any case, and with one star that is all. */
function fitsPart(glob: string, text: string): boolean {
  const first = glob.indexOf('*');
  if (first < 0) return glob === text;
  const last = glob.lastIndexOf('*');
  if (text.length < first + glob.length - last - 1) return false;
  if (!text.startsWith(glob.slice(0, first)) || !text.endsWith(glob.slice(last + 1))) return false;
  return first === last || fitsPattern(Array.from(glob), Array.from(text), isStar, isSame);
}

function isStar(letter: string): boolean {
  return letter === '*';
}

function isSame(letter: string, other: string): boolean {
  return letter === other;
}

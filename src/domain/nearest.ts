/** The word that `text` was most likely meant to be, or undefined when none is near. Of equally near words the first counts. */
export function nearest(text: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(text.length / 3)) + 1;
  for (const word of words) {
    const far = distance(text, word, least);
    if (far < least) [best, least] = [word, far];
  }
  return best;
}

/** Levenshtein's distance, in which two letters in the wrong order count once; at least `limit` where it cannot be less. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = turned ? (before[j - 2] as number) + 1 : limit;
      const far = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same, swap);
      least = Math.min(least, far);
      next.push(far);
    }
    if (least >= limit) return limit;
    [before, row] = [row, next];
  }
  return row[b.length] as number;
}

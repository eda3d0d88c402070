import { commitAt, type Objects } from './objects.ts';

/** A commit and everything that it stands on. */
export function ancestry(objects: Objects, id: string): Set<string> {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const commit = commitAt(objects, next);
    if (commit === undefined || seen.has(next)) continue;
    seen.add(next);
    open.push(...commit.parents);
  }
  return seen;
}

/** Whether `older` is `younger` or one of its ancestors: then going from it to `younger` is a fast-forward. */
export function standsOn(objects: Objects, younger: string, older: string): boolean {
  return ancestry(objects, younger).has(older);
}

/** What is reachable from `head` and not from `base`, oldest first, parents before children. */
export function between(objects: Objects, base: string, head: string): string[] {
  const known = ancestry(objects, base);
  const sorted: string[] = [];
  const visit = (id: string): void => {
    const commit = commitAt(objects, id);
    if (commit === undefined || known.has(id)) return;
    known.add(id);
    for (const parent of commit.parents) visit(parent);
    sorted.push(id);
  };
  visit(head);
  return sorted;
}

/** A youngest commit that both stand on; undefined for histories without a common root. */
export function mergeBase(objects: Objects, a: string, b: string): string | undefined {
  const ofB = ancestry(objects, b);
  const common = [...ancestry(objects, a)].filter((id) => ofB.has(id));
  return common.find((id) => !common.some((other) => other !== id && standsOn(objects, other, id)));
}

import type { Span } from 'oxc-parser';

/** A place in code, or a stretch of it. */
export type Stretch = Pick<Span, 'start' | 'end'>;

/** What comes in the place of a stretch of code, or between two signs where the stretch is empty. */
export interface Edit extends Stretch {
  readonly text: string;
}

export function isWithin(one: Stretch, other: Stretch): boolean {
  return one.start >= other.start && one.end <= other.end;
}

/** A part of the code with its edits; at the same place, what ends stands before what begins. What lies within a longer edit is gone. */
export function edited(code: string, span: Stretch, edits: readonly Edit[]): string {
  const inside = edits.filter(({ start, end, text }) => isWithin({ start, end }, span) && (start !== end || isOwn(start, text, span)));
  const order = inside.toSorted((a, b) => a.start - b.start || rank(a) - rank(b));
  let made = '';
  let at = span.start;
  for (const { start, end, text } of order) {
    if (start < at) continue;
    made += code.slice(at, start) + text;
    at = end;
  }
  return made + code.slice(at, span.end);
}

/** What is put where a part begins opens something in it, and where it ends closes something in it. */
function isOwn(at: number, text: string, { start, end }: Stretch): boolean {
  return text === ')' ? at > start : at < end;
}

function rank({ start, end, text }: Edit): number {
  return text === ')' ? 0 : start === end ? 1 : 2;
}

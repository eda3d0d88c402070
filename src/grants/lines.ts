import type { Location } from '../domain/finding.ts';

/** Offsets at which the lines of a text start. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The place between two offsets. Columns count UTF-16 code units, as editors do. */
export function locationBetween(file: string, starts: readonly number[], start: number, end: number): Location {
  const line = lineAt(starts, start);
  const endLine = lineAt(starts, end);
  return { file, line: line + 1, column: columnAt(starts, line, start), endLine: endLine + 1, endColumn: columnAt(starts, endLine, end) };
}

/** The same for a text whose lines nobody has counted yet. */
export function locationOf(file: string, text: string, start: number, end: number): Location {
  return locationBetween(file, lineStarts(text), start, end);
}

function columnAt(starts: readonly number[], line: number, offset: number): number {
  return offset - (starts[line] as number) + 1;
}

/** The last line that starts at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

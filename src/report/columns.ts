import { printable } from './printable.ts';

/** How wide the reader's terminal is, in characters, and which columns may go, by index, in the order of their going. */
export interface Fit {
  readonly width: number | undefined;
  readonly drop: readonly number[];
}

const GAP = 2;

/**
 * Rows as aligned columns, two spaces apart; cells are data and are made printable. A column that is empty in every row is left out,
 * and so are those of `fit.drop` until the rows are narrow enough: what is shown is never cut.
 */
export function columns(rows: readonly (readonly string[])[], fit?: Fit): readonly string[] {
  const cells = rows.map((row) => row.map(printable));
  const widths = widthsOf(cells);
  const dropped = droppedFrom(widths, fit);
  return cells.map((row) =>
    row
      .map((cell, at) => (dropped.has(at) ? '' : cell.padEnd(widthAt(widths, at) + GAP)))
      .join('')
      .trimEnd(),
  );
}

function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widthAt(widths, at), cell.length);
  return widths;
}

function widthAt(widths: readonly number[], at: number): number {
  return widths[at] ?? 0;
}

function droppedFrom(widths: readonly number[], fit: Fit | undefined): ReadonlySet<number> {
  const dropped = new Set([...widths.keys()].filter((at) => widthAt(widths, at) === 0));
  for (const at of fit?.drop ?? []) if (totalOf(widths, dropped) > (fit?.width ?? Infinity)) dropped.add(at);
  return dropped;
}

function totalOf(widths: readonly number[], dropped: ReadonlySet<number>): number {
  const kept = widths.filter((_, at) => !dropped.has(at));
  return kept.reduce((sum, width) => sum + width + GAP, -GAP);
}

/** `1 grant`, `3 grants`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

import { accept, type Cursor, peek, refuse } from './pattern-cursor.ts';

/** Characters by their code points: any in one of the ranges, or, when `not`, any in none of them. */
export interface CharSet {
  readonly not: boolean;
  readonly ranges: readonly (readonly [number, number])[];
}

type Ranges = CharSet['ranges'];

const CLASSES: ReadonlyMap<string, Ranges> = new Map([
  ['d', [[48, 57]]],
  [
    'w',
    [
      [48, 57],
      [65, 90],
      [95, 95],
      [97, 122],
    ],
  ],
  [
    's',
    [
      [9, 13],
      [32, 32],
    ],
  ],
] as const);

/** What follows a backslash: a class of characters, or a sign that means itself. */
export function readClass(cursor: Cursor): CharSet {
  const char = peek(cursor) ?? '';
  cursor.at++;
  const ranges = CLASSES.get(char.toLowerCase());
  if (ranges !== undefined) return { not: char !== char.toLowerCase(), ranges };
  if (!/^[!-/:-@[-`{-~]$/.test(char)) refuse(cursor, `\\${char} is not known`);
  return { not: false, ranges: [alone(char)] };
}

/** What follows a `[`, up to its `]`. */
export function readSet(cursor: Cursor): CharSet {
  const not = accept(cursor, '^');
  const ranges: (readonly [number, number])[] = [];
  while (peek(cursor) !== undefined && peek(cursor) !== ']') ranges.push(...item(cursor));
  if (!accept(cursor, ']')) refuse(cursor, 'a "[" is not closed');
  if (ranges.length === 0) refuse(cursor, 'a "[ ]" is empty');
  return { not, ranges };
}

function item(cursor: Cursor): Ranges {
  const first = member(cursor);
  const [low, high] = first[0] as readonly [number, number];
  const after = cursor.chars[cursor.at + 1];
  if (peek(cursor) !== '-' || after === ']' || after === undefined) return first;
  cursor.at++;
  const last = member(cursor)[0] as readonly [number, number];
  if (first.length > 1 || low !== high || last[0] !== last[1] || last[0] < low)
    refuse(cursor, 'a range runs from a lower to a higher character');
  return [[low, last[0]]];
}

function member(cursor: Cursor): Ranges {
  if (!accept(cursor, '\\')) return [alone(cursor.chars[cursor.at++] as string)];
  const { not, ranges } = readClass(cursor);
  if (not) refuse(cursor, 'a class in capitals cannot stand in "[ ]"');
  return ranges;
}

function alone(char: string): readonly [number, number] {
  const code = char.codePointAt(0) ?? 0;
  return [code, code];
}

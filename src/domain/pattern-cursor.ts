/** Where the reading of a pattern stands. The first problem moves it to the end, so that every loop stops by itself. */
export interface Cursor {
  readonly chars: readonly string[];
  at: number;
  problem?: string;
}

export function peek(cursor: Cursor): string | undefined {
  return cursor.chars[cursor.at];
}

/** Whether the next character is this one; it is then taken. */
export function accept(cursor: Cursor, char: string): boolean {
  const found = peek(cursor) === char;
  if (found) cursor.at++;
  return found;
}

export function refuse(cursor: Cursor, problem: string): void {
  cursor.problem ??= problem;
  cursor.at = cursor.chars.length;
}

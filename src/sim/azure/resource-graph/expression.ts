import type { Expression } from './expression-syntax.ts';

/** One row of a table, by column. */
export type Row = Readonly<Record<string, unknown>>;

const COMPARISONS: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  '==': (left, right) => left === right,
  '=~': (left, right) => left.toLowerCase() === right.toLowerCase(),
  contains: (left, right) => left.toLowerCase().includes(right.toLowerCase()),
  startswith: (left, right) => left.toLowerCase().startsWith(right.toLowerCase()),
  endswith: (left, right) => left.toLowerCase().endsWith(right.toLowerCase()),
};

/** The operators that deny, by what they deny. */
const DENIED: Readonly<Record<string, string>> = { '!=': '==', '!~': '=~' };

/** What an expression comes to on a row (Kusto query language: string operators, scalar functions). What is not there is null. */
export function valueOf(row: Row, of: Expression): unknown {
  if (of.kind === 'literal') return of.value;
  if (of.kind === 'path') return inside(row, of.path);
  if (of.kind === 'call') return called(of.name, valueOf(row, of.of));
  const isTrue = (one: Expression) => valueOf(row, one) === true;
  if (of.kind === 'joined') return of.by === 'and' ? of.of.every(isTrue) : of.of.some(isTrue);
  const left = textOf(valueOf(row, of.left));
  if (of.kind === 'compare') return compared(of.operator, left, [textOf(valueOf(row, of.right))]);
  const operator = of.operator.replace(/in(~?)$/, (_, fold: string) => (fold === '~' ? '=~' : '=='));
  return compared(
    operator,
    left,
    of.of.map((one) => textOf(valueOf(row, one))),
  );
}

/** Case counts in names of columns, and of what lies inside of one. */
function inside(row: Row, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => fieldOf(value, key), row);
}

/** The columns that an expression speaks of. */
export function columnsIn(of: Expression): readonly string[] {
  if (of.kind === 'literal') return [];
  if (of.kind === 'path') return of.path.slice(0, 1);
  if (of.kind === 'call') return columnsIn(of.of);
  if (of.kind === 'compare') return [of.left, of.right].flatMap(columnsIn);
  return (of.kind === 'among' ? [of.left, ...of.of] : of.of).flatMap(columnsIn);
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Row)[key] : null;
}

function compared(operator: string, left: string, right: readonly string[]): boolean {
  const denied = DENIED[operator] ?? (operator.startsWith('!') ? operator.slice(1) : undefined);
  const test = COMPARISONS[denied ?? operator];
  return right.some((one) => test?.(left, one) === true) === (denied === undefined);
}

export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function called(name: string, value: unknown): unknown {
  const text = textOf(value);
  if (name === 'tolower') return text.toLowerCase();
  if (name === 'toupper') return text.toUpperCase();
  if (name === 'tostring') return text;
  if (name === 'isempty') return text === '';
  if (name === 'isnotempty') return text !== '';
  if (name === 'not') return value !== true;
  return (value === null) === (name === 'isnull');
}

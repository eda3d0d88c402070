import { guidOf } from '../guid.ts';
import type { Expression } from './expression-syntax.ts';
import { columnsIn, type Row, textOf, valueOf } from './expression.ts';
import { unknownColumn } from './query-error.ts';
import type { Column, Order, Query, Stage } from './query-syntax.ts';

/** A column of a result; one that is dynamic may hold anything. */
export interface Shown {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'object' | 'boolean';
}

export interface Result {
  readonly rows: readonly Row[];
  readonly columns: readonly Shown[];
  /** A query that limits itself cannot be paged. */
  readonly limited: boolean;
}

/** Runs the stages one after the other. Rows that nobody put in order come in another one each time: `turn` says which time it is. */
export function run({ stages }: Query, table: Omit<Result, 'limited'>, turn: number): Result {
  const shuffled = table.rows
    .map((row) => ({ row, key: guidOf('turn', turn, textOf(row['id'])) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
  return stages.reduce<Result>(stepped, { ...table, rows: shuffled, limited: false });
}

function stepped(result: Result, stage: Stage): Result {
  const { rows, columns } = result;
  const strange = expressionsIn(stage)
    .flatMap(columnsIn)
    .find((name) => columns.every((one) => one.name !== name));
  if (strange !== undefined) throw unknownColumn(strange);
  if (stage.kind === 'where') return { ...result, rows: rows.filter((row) => valueOf(row, stage.test) === true) };
  if (stage.kind === 'extend') return extended(result, stage.columns);
  if (stage.kind === 'order') return { ...result, rows: ordered(rows, stage.by) };
  if (stage.kind === 'limit') return { ...result, rows: rows.slice(0, stage.count), limited: true };
  if (stage.kind === 'count') return { ...result, rows: [{ Count: rows.length }], columns: [{ name: 'Count', type: 'integer' }] };
  return { ...result, rows: rows.map((row) => cells(row, stage.columns)), columns: shownBy(stage.columns, columns) };
}

function expressionsIn(stage: Stage): readonly Expression[] {
  if (stage.kind === 'where') return [stage.test];
  if (stage.kind === 'order') return stage.by.map(({ of }) => of);
  return 'columns' in stage ? stage.columns.map(({ of }) => of) : [];
}

function extended(result: Result, columns: readonly Column[]): Result {
  const added = shownBy(columns, result.columns);
  const kept = result.columns.filter(({ name }) => !added.some((one) => one.name === name));
  return { ...result, rows: result.rows.map((row) => ({ ...row, ...cells(row, columns) })), columns: [...kept, ...added] };
}

function cells(row: Row, columns: readonly Column[]): Row {
  return Object.fromEntries(columns.map(({ name, of }) => [name, valueOf(row, of)]));
}

function shownBy(columns: readonly Column[], known: readonly Shown[]): readonly Shown[] {
  return columns.map(({ name, of }) => ({ name, type: typeOf(of, known) }));
}

const TEXTS = new Set(['tolower', 'toupper', 'tostring']);

/** What lies inside of a column may be anything, until a function makes a text of it. */
function typeOf(of: Expression, known: readonly Shown[]): Shown['type'] {
  if (of.kind === 'literal') return typeof of.value === 'number' ? 'integer' : 'string';
  if (of.kind === 'call' && TEXTS.has(of.name)) return 'string';
  if (of.kind !== 'path') return 'boolean';
  return of.path.length > 1 ? 'object' : (known.find(({ name }) => name === of.path[0])?.type ?? 'object');
}

function ordered(rows: readonly Row[], by: readonly Order[]): readonly Row[] {
  const keyed = rows.map((row) => ({ row, keys: by.map(({ of }) => textOf(valueOf(row, of))) }));
  const compare = (a: readonly string[], b: readonly string[]): number => {
    const at = a.findIndex((key, one) => key !== b[one]);
    if (at < 0) return 0;
    return ((a[at] ?? '') < (b[at] ?? '') ? -1 : 1) * (by[at]?.descending === true ? -1 : 1);
  };
  return keyed.toSorted((a, b) => compare(a.keys, b.keys)).map(({ row }) => row);
}

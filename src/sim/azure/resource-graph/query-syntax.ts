import { type Expression, expression, nameOf } from './expression-syntax.ts';
import { unreadable, unsupported } from './query-error.ts';
import { demand, next, peek, series, takes, type Tape, tapeOf } from './tape.ts';

export interface Column {
  readonly name: string;
  readonly of: Expression;
}

export interface Order {
  readonly of: Expression;
  readonly descending: boolean;
}

export type Stage =
  | { readonly kind: 'where'; readonly test: Expression }
  | { readonly kind: 'project' | 'extend'; readonly columns: readonly Column[] }
  | { readonly kind: 'order'; readonly by: readonly Order[] }
  | { readonly kind: 'limit'; readonly count: number }
  | { readonly kind: 'count' };

export interface Query {
  readonly table: string;
  readonly stages: readonly Stage[];
}

/** The part of the Kusto query language that a look for role assignments takes. Throws `QueryError` for all else. */
export function parseQuery(text: string): Query {
  const tape = tapeOf(text);
  const table = next(tape, 'word').text;
  const stages: Stage[] = [];
  while (takes(tape, '|')) stages.push(stage(tape));
  if (peek(tape).kind !== 'end') throw unreadable(peek(tape));
  return { table, stages };
}

const STAGES: Readonly<Record<string, (tape: Tape) => Stage>> = {
  where: (tape) => ({ kind: 'where', test: expression(tape) }),
  project: (tape) => ({ kind: 'project', columns: series(tape, column) }),
  extend: (tape) => ({ kind: 'extend', columns: series(tape, column) }),
  order: ordered,
  sort: ordered,
  limit: limited,
  take: limited,
  count: () => ({ kind: 'count' }),
};

function stage(tape: Tape): Stage {
  const { text } = next(tape, 'word');
  const read = Object.hasOwn(STAGES, text) ? STAGES[text] : undefined;
  if (read === undefined) throw unsupported(text);
  return read(tape);
}

/** `principal = tostring(properties.principalId)`, or without a name of its own. */
function column(tape: Tape): Column {
  const named = tape.tokens[tape.at + 1]?.text === '=' ? next(tape, 'word').text : undefined;
  if (named !== undefined) demand(tape, '=');
  const of = expression(tape);
  return { name: named ?? nameOf(tape, of), of };
}

/** Kusto query language, sort operator: what says nothing of its direction comes in descending order. */
function ordered(tape: Tape): Stage {
  demand(tape, 'by');
  const by = series(tape, (one) => {
    const of = expression(one);
    if (takes(one, 'asc')) return { of, descending: false };
    takes(one, 'desc');
    return { of, descending: true };
  });
  return { kind: 'order', by };
}

function limited(tape: Tape): Stage {
  return { kind: 'limit', count: Number(next(tape, 'number').text) };
}

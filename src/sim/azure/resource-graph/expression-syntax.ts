import { unreadable, unsupported } from './query-error.ts';
import { demand, next, peek, series, takes, type Tape } from './tape.ts';

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number }
  /** A column and what is asked of inside of it: `properties.principalId`, `properties['principalId']`. */
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly of: Expression }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'among'; readonly operator: string; readonly left: Expression; readonly of: readonly Expression[] }
  | { readonly kind: 'joined'; readonly by: 'and' | 'or'; readonly of: readonly Expression[] };

const COMPARISONS = new Set(['==', '!=', '=~', '!~', 'contains', '!contains', 'startswith', '!startswith', 'endswith', '!endswith']);
const MEMBERSHIPS = new Set(['in', '!in', 'in~', '!in~']);
const FUNCTIONS = new Set(['tolower', 'toupper', 'tostring', 'isempty', 'isnotempty', 'isnull', 'isnotnull', 'not']);

/** Kusto query language, logical operators: `and` binds before `or`. */
export function expression(tape: Tape): Expression {
  return joined(tape, 'or', (one) => joined(one, 'and', comparison));
}

function joined(tape: Tape, by: 'and' | 'or', part: (tape: Tape) => Expression): Expression {
  const first = part(tape);
  const of = [first];
  while (takes(tape, by)) of.push(part(tape));
  return of.length === 1 ? first : { kind: 'joined', by, of };
}

function comparison(tape: Tape): Expression {
  const left = single(tape);
  const { kind, text } = peek(tape);
  if (kind !== 'mark' && kind !== 'word') return left;
  if (COMPARISONS.has(text)) {
    tape.at += 1;
    return { kind: 'compare', operator: text, left, right: single(tape) };
  }
  if (!MEMBERSHIPS.has(text)) return left;
  tape.at += 1;
  demand(tape, '(');
  const of = series(tape, single);
  demand(tape, ')');
  return { kind: 'among', operator: text, left, of };
}

function single(tape: Tape): Expression {
  if (takes(tape, '(')) {
    const inner = expression(tape);
    demand(tape, ')');
    return inner;
  }
  const token = peek(tape);
  if (token.kind === 'text' || token.kind === 'number') {
    tape.at += 1;
    return { kind: 'literal', value: token.kind === 'number' ? Number(token.text) : token.text };
  }
  const { text } = next(tape, 'word');
  return takes(tape, '(') ? called(tape, text) : { kind: 'path', path: [text, ...inside(tape)] };
}

function called(tape: Tape, name: string): Expression {
  if (!FUNCTIONS.has(name)) throw unsupported(name);
  const of = expression(tape);
  demand(tape, ')');
  return { kind: 'call', name, of };
}

function inside(tape: Tape): readonly string[] {
  const path: string[] = [];
  for (;;) {
    if (takes(tape, '.')) path.push(next(tape, 'word').text);
    else if (takes(tape, '[')) {
      path.push(next(tape, 'text').text);
      demand(tape, ']');
    } else return path;
  }
}

/** What a column is called that nobody named (Microsoft.ResourceGraph, examples ResourcesFacetQuery and ResourcesPropertiesQuery). */
export function nameOf(tape: Tape, of: Expression): string {
  if (of.kind === 'path') return of.path.join('_');
  if (of.kind === 'call') return nameOf(tape, of.of);
  throw unreadable(peek(tape));
}

import { type Token, tokensOf } from './tokens.ts';

/** An expression, taken apart. */
export type Node =
  | { readonly kind: 'literal'; readonly value: boolean | number | string | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'field'; readonly of: Node; readonly name: string }
  | { readonly kind: 'call'; readonly on?: Node; readonly name: string; readonly given: readonly Node[] }
  | { readonly kind: 'item'; readonly of: Node; readonly at: Node }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Node, Node])[] }
  | { readonly kind: 'not' | 'minus'; readonly of: Node }
  | { readonly kind: 'operation'; readonly sign: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'choice'; readonly when: Node; readonly yes: Node; readonly no: Node };

export type Parsed =
  | { readonly ok: true; readonly node: Node; readonly logicalOperators: number }
  | { readonly ok: false; readonly problem: string };

/** Words that name nothing (CEL language definition, reserved). */
const RESERVED = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while'.split(' '),
);

/** From the loosest to the tightest (CEL language definition, grammar). */
const LEVELS: readonly (readonly string[])[] = [['||'], ['&&'], ['<', '<=', '>=', '>', '==', '!=', 'in'], ['+', '-'], ['*', '/', '%']];

/** Deeper nesting than any condition needs is refused before it exhausts the stack. */
const DEEPEST = 60;

interface Cursor {
  readonly tokens: readonly Token[];
  next: number;
  depth: number;
}

/** Reads the whole of CEL's grammar but messages, so that what is refused here is refused for its form. */
export function parse(expression: string): Parsed {
  try {
    const cursor: Cursor = { tokens: tokensOf(expression), next: 0, depth: 0 };
    const node = choice(cursor);
    if (peek(cursor).kind !== 'end') unexpected(cursor);
    const logicalOperators = cursor.tokens.filter((token) => token.kind === 'sign' && ['&&', '||', '!'].includes(token.text)).length;
    return { ok: true, node, logicalOperators };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problem: error.message };
    throw error;
  }
}

function choice(cursor: Cursor): Node {
  cursor.depth += 1;
  if (cursor.depth > DEEPEST) throw new SyntaxError('expression nested too deeply');
  const when = operations(cursor, 0);
  cursor.depth -= 1;
  if (!taken(cursor, '?')) return when;
  const yes = operations(cursor, 0);
  expect(cursor, ':');
  return { kind: 'choice', when, yes, no: choice(cursor) };
}

function operations(cursor: Cursor, level: number): Node {
  const signs = LEVELS[level];
  if (signs === undefined) return unary(cursor);
  let left = operations(cursor, level + 1);
  while (peek(cursor).kind !== 'text' && signs.includes(peek(cursor).text)) {
    const sign = advance(cursor).text;
    left = { kind: 'operation', sign, left, right: operations(cursor, level + 1) };
  }
  return left;
}

function unary(cursor: Cursor): Node {
  const signs: ('not' | 'minus')[] = [];
  const first = peek(cursor);
  while (first.kind === 'sign' && (first.text === '!' || first.text === '-') && taken(cursor, first.text)) {
    signs.push(first.text === '!' ? 'not' : 'minus');
  }
  return signs.reduceRight<Node>((of, kind) => ({ kind, of }), member(cursor));
}

function member(cursor: Cursor): Node {
  let node = primary(cursor);
  for (;;) {
    if (taken(cursor, '.')) node = selected(cursor, node);
    else if (taken(cursor, '[')) node = { kind: 'item', of: node, at: closed(cursor, ']') };
    else return node;
  }
}

function selected(cursor: Cursor, of: Node): Node {
  const token = advance(cursor);
  if (token.kind !== 'name') throw new SyntaxError(`mismatched input at offset ${token.at}, expecting a name`);
  return taken(cursor, '(')
    ? { kind: 'call', on: of, name: token.text, given: list(cursor, ')') }
    : { kind: 'field', of, name: token.text };
}

function primary(cursor: Cursor): Node {
  const token = peek(cursor);
  if (taken(cursor, '(')) return closed(cursor, ')');
  if (taken(cursor, '[')) return { kind: 'list', items: list(cursor, ']') };
  if (taken(cursor, '{')) return map(cursor);
  if (token.kind === 'sign' || token.kind === 'end') return unexpected(cursor);
  advance(cursor);
  if (token.kind === 'text') return { kind: 'literal', value: token.text };
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text.replace(/u$/, '')) };
  return named(cursor, token);
}

function named(cursor: Cursor, token: Token): Node {
  if (token.text === 'true' || token.text === 'false') return { kind: 'literal', value: token.text === 'true' };
  if (token.text === 'null') return { kind: 'literal', value: null };
  if (RESERVED.has(token.text)) throw new SyntaxError(`reserved identifier: ${token.text} (offset ${token.at})`);
  return taken(cursor, '(') ? { kind: 'call', name: token.text, given: list(cursor, ')') } : { kind: 'name', name: token.text };
}

function list(cursor: Cursor, end: string): Node[] {
  const items: Node[] = [];
  while (!taken(cursor, end)) {
    if (items.length > 0) expect(cursor, ',');
    if (items.length > 0 && end === ']' && taken(cursor, end)) return items;
    items.push(choice(cursor));
  }
  return items;
}

function map(cursor: Cursor): Node {
  const entries: [Node, Node][] = [];
  while (!taken(cursor, '}')) {
    if (entries.length > 0) expect(cursor, ',');
    if (entries.length > 0 && taken(cursor, '}')) break;
    const key = choice(cursor);
    expect(cursor, ':');
    entries.push([key, choice(cursor)]);
  }
  return { kind: 'map', entries };
}

function closed(cursor: Cursor, end: string): Node {
  const node = choice(cursor);
  expect(cursor, end);
  return node;
}

function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.next] ?? { kind: 'end', text: '', at: 0 };
}

function advance(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.next += 1;
  return token;
}

function taken(cursor: Cursor, sign: string): boolean {
  const token = peek(cursor);
  if (token.kind !== 'sign' || token.text !== sign) return false;
  cursor.next += 1;
  return true;
}

function expect(cursor: Cursor, sign: string): void {
  if (!taken(cursor, sign))
    throw new SyntaxError(`mismatched input '${peek(cursor).text}' at offset ${peek(cursor).at}, expecting '${sign}'`);
}

function unexpected(cursor: Cursor): never {
  const token = peek(cursor);
  throw new SyntaxError(token.kind === 'end' ? `mismatched input '<EOF>'` : `extraneous input '${token.text}' at offset ${token.at}`);
}

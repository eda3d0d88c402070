import { isGuid } from './guid.ts';

/** Of what a comparison speaks: `@Request[Microsoft.Authorization/roleAssignments:PrincipalType]`. */
export interface Attribute {
  /** Lower case: `request` is what a call asks for, `resource` what is there already. */
  readonly source: string;
  /** Lower case. */
  readonly name: string;
}

/** How many of the left and of the right side must fit: `ForAllOfAnyValues` is all of the left, each with any of the right. */
export interface Quantity {
  readonly left: 'any' | 'all';
  readonly right: 'any' | 'all';
}

export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** A pattern with stars. */
  | { readonly kind: 'action'; readonly pattern: string }
  | { readonly kind: 'exists'; readonly attribute: Attribute }
  | {
      readonly kind: 'compare';
      readonly attribute: Attribute;
      readonly quantity: Quantity;
      /** Such as `GuidEquals`. */
      readonly operator: string;
      readonly values: readonly string[];
    };

/** What is said where a text is no condition, or is one that this simulator does not know. */
export class ConditionError extends Error {}

/** A text in quotes, a GUID, a mark, a word of letters. Nothing else stands in a condition on role assignments. */
const TOKEN =
  /\s*(?:'(?<text>[^'\\]*)'|(?<guid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])|(?<mark>&&|\|\||[(){},!:])|@(?<source>\w+)\[(?<name>[^\][{}'@]+)\]|(?<word>[a-z]+)(?![\w-]))/iy;

interface Token {
  readonly kind: 'text' | 'guid' | 'mark' | 'attribute' | 'word';
  readonly text: string;
  readonly attribute?: Attribute;
}

/** Reads one token after another. */
interface Tape {
  readonly tokens: readonly Token[];
  at: number;
}

/**
 * Reads a condition of version 2.0. The grammar is that of "Azure role assignment condition format and syntax": `!` binds before
 * `&&`, and that before `||`; each has a word too. Throws `ConditionError` for what is none.
 */
export function parseCondition(text: string): Condition {
  const tape: Tape = { tokens: tokensOf(text), at: 0 };
  const condition = anyOf(tape);
  const rest = tape.tokens[tape.at];
  if (rest !== undefined) throw new ConditionError(`'${rest.text}' stands behind the end of the condition`);
  return condition;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const bare = text.trim();
  for (let at = 0; at < bare.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(bare)?.groups;
    if (groups === undefined) throw new ConditionError(`nothing is meant by '${bare.slice(at, at + 20).trim()}'`);
    tokens.push(tokenOf(groups));
  }
  return tokens;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token {
  const { source, name = '' } = groups;
  if (source !== undefined) {
    return { kind: 'attribute', text: `@${source}`, attribute: { source: source.toLowerCase(), name: name.toLowerCase() } };
  }
  for (const kind of ['text', 'guid', 'mark'] as const) {
    const found = groups[kind];
    if (found !== undefined) return { kind, text: found };
  }
  return { kind: 'word', text: groups['word'] ?? '' };
}

function anyOf(tape: Tape): Condition {
  return series(tape, 'any', ['||', 'or'], (one) => series(one, 'all', ['&&', 'and'], negated));
}

function series(tape: Tape, kind: 'all' | 'any', joints: readonly string[], part: (tape: Tape) => Condition): Condition {
  const of = [part(tape)];
  while (takes(tape, joints)) of.push(part(tape));
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}

function negated(tape: Tape): Condition {
  return takes(tape, ['!', 'not']) ? { kind: 'not', of: negated(tape) } : single(tape);
}

function single(tape: Tape): Condition {
  if (takes(tape, ['('])) {
    const inner = anyOf(tape);
    demand(tape, ')');
    return inner;
  }
  if (takes(tape, ['actionmatches'])) return { kind: 'action', pattern: braced(tape) };
  if (takes(tape, ['exists'])) return { kind: 'exists', attribute: attributeOf(tape) };
  return comparison(tape);
}

function comparison(tape: Tape): Condition {
  const attribute = attributeOf(tape);
  const first = next(tape, 'word').text;
  const quantity = quantityOf(first);
  if (quantity !== undefined) demand(tape, ':');
  const operator = quantity === undefined ? first : next(tape, 'word').text;
  const values = valuesOf(tape);
  const odd = /^guid/i.test(operator) ? values.find((value) => !isGuid(value)) : undefined;
  if (odd !== undefined) throw new ConditionError(`'${odd}' is no GUID`);
  return { kind: 'compare', attribute, quantity: quantity ?? { left: 'any', right: 'any' }, operator, values };
}

function quantityOf(word: string): Quantity | undefined {
  const [, left, right] = /^for(any|all)of(any|all)values$/i.exec(word) ?? [];
  const side = (text: string | undefined) => (text?.toLowerCase() === 'all' ? 'all' : 'any');
  return left === undefined ? undefined : { left: side(left), right: side(right) };
}

function valuesOf(tape: Tape): readonly string[] {
  if (!takes(tape, ['{'])) return [literal(tape)];
  const values = [literal(tape)];
  while (takes(tape, [','])) values.push(literal(tape));
  demand(tape, '}');
  return values;
}

function literal(tape: Tape): string {
  const token = tape.tokens[tape.at];
  if (token?.kind !== 'text' && token?.kind !== 'guid') throw new ConditionError(`a value is expected, not '${token?.text ?? ''}'`);
  tape.at += 1;
  return token.text;
}

function braced(tape: Tape): string {
  demand(tape, '{');
  const { text } = next(tape, 'text');
  demand(tape, '}');
  return text;
}

function attributeOf(tape: Tape): Attribute {
  const { attribute } = next(tape, 'attribute');
  if (attribute === undefined) throw new ConditionError('an attribute is expected');
  return attribute;
}

/** Marks and words, whose case does not count; a text in quotes is never one of them. */
function takes(tape: Tape, texts: readonly string[]): boolean {
  const token = tape.tokens[tape.at];
  const found = (token?.kind === 'mark' || token?.kind === 'word') && texts.includes(token.text.toLowerCase());
  if (found) tape.at += 1;
  return found;
}

function demand(tape: Tape, mark: string): void {
  if (!takes(tape, [mark])) throw new ConditionError(`'${mark}' is expected, not '${tape.tokens[tape.at]?.text ?? ''}'`);
}

function next(tape: Tape, kind: Token['kind']): Token {
  const token = tape.tokens[tape.at];
  if (token?.kind !== kind) throw new ConditionError(`a ${kind} is expected, not '${token?.text ?? ''}'`);
  tape.at += 1;
  return token;
}

/** A piece of an expression and where it begins. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  /** The piece as written; for a text its value. */
  readonly text: string;
  readonly at: number;
}

const NUMBER = /0x[\da-fA-F]+u?|(?:\d+\.\d+(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)|\d+u?/y;
const NAME = /[A-Za-z_]\w*/y;
const SIGN = /&&|\|\||==|!=|<=|>=|[-+*/%!<>?:.,()[\]{}]/y;
const SPACE = /(?:[\t\n\f\r ]|\/\/[^\n]*)+/y;
const TEXT = /([bB]?[rR]?|[rR][bB])("""|'''|"|')/y;

/** The words of an expression (Common Expression Language: language definition, lexis). Throws a SyntaxError. */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = matched(SPACE, expression, 0).length;
  while (at < expression.length) {
    const [token, end] = nextToken(expression, at);
    tokens.push(token);
    at = end + matched(SPACE, expression, end).length;
  }
  return [...tokens, { kind: 'end', text: '', at }];
}

function nextToken(expression: string, at: number): [Token, number] {
  const opening = matched(TEXT, expression, at);
  if (opening !== '') return textToken(expression, at, opening);
  for (const [kind, pattern] of [
    ['number', NUMBER],
    ['name', NAME],
    ['sign', SIGN],
  ] as const) {
    const text = matched(pattern, expression, at);
    if (text !== '') return [{ kind, text, at }, at + text.length];
  }
  throw new SyntaxError(`token recognition error at: '${expression.slice(at, at + 1)}' (offset ${at})`);
}

function matched(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function textToken(expression: string, at: number, opening: string): [Token, number] {
  const quote = opening.replace(/^[bBrR]+/, '');
  const raw = /[rR]/.test(opening.slice(0, -quote.length));
  let end = at + opening.length;
  let text = '';
  while (!expression.startsWith(quote, end)) {
    const sign = expression[end];
    if (sign === undefined || (sign === '\n' && quote.length === 1)) throw new SyntaxError(`a text that begins at offset ${at} has no end`);
    const [value, length] = sign === '\\' && !raw ? escape(expression, end) : [sign, 1];
    text += value;
    end += length;
  }
  return [{ kind: 'text', text, at }, end + quote.length];
}

const SIMPLE: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const CODED = /\\(?:[xX]([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-3][0-7]{2}))/y;

function escape(expression: string, at: number): [string, number] {
  const sign = expression[at + 1] ?? '';
  if (/["'`?\\]/.test(sign)) return [sign, 2];
  const simple = SIMPLE[sign];
  if (simple !== undefined) return [simple, 2];
  CODED.lastIndex = at;
  const coded = CODED.exec(expression);
  if (coded === null) throw new SyntaxError(`an unknown escape stands at offset ${at}`);
  const [whole, byte, short, long, octal] = coded;
  const code = octal === undefined ? parseInt(byte ?? short ?? long ?? '', 16) : parseInt(octal, 8);
  if (code > 0x10_ff_ff) throw new SyntaxError(`an escape at offset ${at} names no character`);
  return [String.fromCodePoint(code), whole.length];
}

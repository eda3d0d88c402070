import type { Spot } from './query-error.ts';

/** A text in quotes, a number, a word with the marks that belong to it (`!in~`), or a mark. */
export interface Token extends Spot {
  readonly kind: 'text' | 'number' | 'word' | 'mark' | 'end';
}

const TOKEN =
  /(?:\s|\/\/[^\n]*)*(?:'(?<single>(?:[^'\\\n]|\\.)*)'|"(?<double>(?:[^"\\\n]|\\.)*)"|(?<number>\d+)(?!\w)|(?<word>!?[A-Za-z_]\w*~?)|(?<mark>==|!=|=~|!~|\S))/y;

/** The tokens of a query, in order, and one that stands for its end; what the language does not know is a mark that nobody takes (Kusto query language: string literals, identifiers, comments). */
export function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = query.replace(/(?:\s|\/\/[^\n]*)*$/, '').length;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(query);
    if (match === null) break;
    tokens.push(tokenOf(query, match, TOKEN.lastIndex));
  }
  return [...tokens, { kind: 'end', ...spotOf(query, end, '') }];
}

function tokenOf(query: string, { groups = {} }: RegExpExecArray, end: number): Token {
  const quoted = groups['single'] ?? groups['double'];
  if (quoted !== undefined) return { kind: 'text', ...spotOf(query, end - quoted.length - 2, plain(quoted)) };
  const { number, word, mark = '' } = groups;
  const text = number ?? word ?? mark;
  return { kind: number !== undefined ? 'number' : word !== undefined ? 'word' : 'mark', ...spotOf(query, end - text.length, text) };
}

function spotOf(query: string, at: number, text: string): Spot {
  const before = query.slice(0, at).split('\n');
  return { text, line: before.length, column: before.at(-1)?.length ?? 0 };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function plain(quoted: string): string {
  return quoted.replaceAll(/\\(.)/g, (_, one: string) => ESCAPES[one] ?? one);
}

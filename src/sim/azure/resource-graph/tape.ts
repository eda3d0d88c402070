import { unreadable } from './query-error.ts';
import { type Token, tokensOf } from './query-tokens.ts';

/** Reads one token of a query after another; the last one, which stands for the end, is never passed. */
export interface Tape {
  readonly tokens: readonly Token[];
  at: number;
}

export function tapeOf(query: string): Tape {
  return { tokens: tokensOf(query), at: 0 };
}

export function peek({ tokens, at }: Tape): Token {
  const token = tokens[at];
  if (token === undefined) throw new Error('the end of a query was passed');
  return token;
}

export function next(tape: Tape, kind: Token['kind']): Token {
  const token = peek(tape);
  if (token.kind !== kind) throw unreadable(token);
  tape.at += 1;
  return token;
}

/** Words of the language and marks; what is in quotes is none. */
export function takes(tape: Tape, ...texts: readonly string[]): boolean {
  const token = peek(tape);
  const found = (token.kind === 'mark' || token.kind === 'word') && texts.includes(token.text);
  if (found) tape.at += 1;
  return found;
}

export function demand(tape: Tape, text: string): void {
  if (!takes(tape, text)) throw unreadable(peek(tape));
}

/** `one`, and as many more as commas announce. */
export function series<T>(tape: Tape, one: (tape: Tape) => T): readonly T[] {
  const all = [one(tape)];
  while (takes(tape, ',')) all.push(one(tape));
  return all;
}

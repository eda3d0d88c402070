import { refused } from './answer.ts';

/** The part of GraphQL that clients of ours write: one query or mutation, fragments, aliases, arguments and variables (GraphQL specification, section 2). */
export interface GraphqlQuery {
  readonly operation: 'query' | 'mutation';
  readonly selections: readonly Selection[];
  readonly fragments: ReadonlyMap<string, Fragment>;
}

export interface Fragment {
  readonly type: string;
  readonly selections: readonly Selection[];
}

export type Selection = FieldSelection | FragmentSelection | SpreadSelection;

export interface FieldSelection {
  readonly kind: 'field';
  /** The name under which it is answered. */
  readonly key: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly selections: readonly Selection[];
}

interface FragmentSelection extends Fragment {
  readonly kind: 'fragment';
}

interface SpreadSelection {
  readonly kind: 'spread';
  readonly name: string;
}

/** Punctuation, names, numbers and strings; commas and comments are blanks. */
const TOKEN = /\.\.\.|[{}()[\]:$!=]|-?\d+(?:\.\d+)?|[A-Za-z_]\w*|"(?:[^"\\\n]|\\.)*"|[\s,]+|#[^\n]*|./gy;

/** Reads a query with the values of its variables. */
export function readQuery(text: string, variables: Readonly<Record<string, unknown>>): GraphqlQuery {
  const tokens = [...text.matchAll(TOKEN)].map(([token]) => token).filter((token) => !/^[\s,#]/.test(token));
  const reader: Reader = { tokens, at: 0, variables };
  const fragments = new Map<string, Fragment>();
  let selections: readonly Selection[] | undefined;
  let operation: GraphqlQuery['operation'] = 'query';
  while (reader.at < tokens.length) {
    if (taken(reader, 'fragment')) {
      const name = next(reader);
      expect(reader, 'on');
      fragments.set(name, { type: next(reader), selections: selectionSet(reader) });
    } else {
      const isMutation = taken(reader, 'mutation');
      if (isMutation) operation = 'mutation';
      if (isMutation || taken(reader, 'query')) skipHead(reader);
      selections = selectionSet(reader);
    }
  }
  if (selections === undefined) throw broken('the end');
  return { operation, selections, fragments };
}

interface Reader {
  readonly tokens: readonly string[];
  readonly variables: Readonly<Record<string, unknown>>;
  at: number;
}

/** The name of the operation and the types of its variables: the values that come with it say enough. */
function skipHead(reader: Reader): void {
  while (reader.tokens[reader.at] !== undefined && reader.tokens[reader.at] !== '{') reader.at += 1;
}

function selectionSet(reader: Reader): readonly Selection[] {
  expect(reader, '{');
  const all: Selection[] = [];
  while (!taken(reader, '}')) all.push(taken(reader, '...') ? spread(reader) : field(reader));
  return all;
}

function spread(reader: Reader): Selection {
  if (!taken(reader, 'on')) return { kind: 'spread', name: next(reader) };
  return { kind: 'fragment', type: next(reader), selections: selectionSet(reader) };
}

function field(reader: Reader): Selection {
  const key = next(reader);
  const name = taken(reader, ':') ? next(reader) : key;
  const args: Record<string, unknown> = {};
  if (taken(reader, '(')) {
    while (!taken(reader, ')')) {
      const argument = next(reader);
      expect(reader, ':');
      args[argument] = value(reader);
    }
  }
  return { kind: 'field', key, name, args, selections: reader.tokens[reader.at] === '{' ? selectionSet(reader) : [] };
}

/** Names of enumerations are read as text. */
function value(reader: Reader): unknown {
  const token = next(reader);
  if (token === '$') return reader.variables[next(reader)];
  if (token === '[') {
    const all: unknown[] = [];
    while (!taken(reader, ']')) all.push(value(reader));
    return all;
  }
  return /^["\d-]|^(?:true|false|null)$/.test(token) ? (JSON.parse(token) as unknown) : token;
}

function taken(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at] !== token) return false;
  reader.at += 1;
  return true;
}

function expect(reader: Reader, token: string): void {
  if (!taken(reader, token)) throw broken(reader.tokens[reader.at] ?? 'the end');
}

function next(reader: Reader): string {
  const token = reader.tokens[reader.at];
  if (token === undefined) throw broken('the end');
  reader.at += 1;
  return token;
}

function broken(at: string): Error {
  return refused(400, `A query attribute must be specified and must be a string: it does not read at ${at}`);
}

import { parseSync } from 'oxc-parser';

/** What stands at the start of each turn of a loop. */
const COUNTED = 'globalThis.grantkeeperBench.turn();';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A source in which each turn of a loop is counted; as it stands where it does not parse. Lines stay where they are. */
export function counting(path: string, source: string): string {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) return source;
  const found: Insertion[] = [];
  collect(program, found);
  return found.toSorted((a, b) => b.at - a.at).reduce((text, { at, text: put }) => text.slice(0, at) + put + text.slice(at), source);
}

function collect(node: unknown, found: Insertion[]): void {
  if (Array.isArray(node)) for (const one of node) collect(one, found);
  if (typeof node !== 'object' || node === null || !('type' in node)) return;
  if (/^(?:For|ForOf|ForIn|While|DoWhile)Statement$/.test(String(node.type)) && 'body' in node) found.push(...around(node.body));
  for (const value of Object.values(node)) collect(value, found);
}

function around(body: unknown): readonly Insertion[] {
  const { type, start, end } = body as { readonly type: string; readonly start: number; readonly end: number };
  if (type === 'BlockStatement') return [{ at: start + 1, text: COUNTED }];
  return [
    { at: end, text: '}' },
    { at: start, text: `{${COUNTED}` },
  ];
}

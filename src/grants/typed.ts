import type { Document, Mapping, Node } from './document.ts';
import { type Typed, TYPED } from './generated/typed.ts';
import type { Files } from './generated/types.ts';

/** The one spelling of each; YAML has more, and people would have to know them all. */
const SPELLING = { boolean: /^(?:true|false)$/, integer: /^(?:0|[1-9]\d{0,8})$/ } as const;

/** Turns text into booleans and whole numbers where the schema wants them, if it is written without quotes. */
export function typeScalars(kind: keyof Files, document: Document): void {
  for (const typed of TYPED[kind]) typeBelow(document, document.root, '', typed, typed.pointer.split('/').slice(1));
}

function typeBelow(document: Document, node: Node | undefined, pointer: string, typed: Typed, rest: readonly string[]): void {
  if (typeof node !== 'object') return;
  const [part, ...more] = rest as readonly [string, ...string[]];
  const parent = node as Mapping;
  for (const key of part === '*' ? Object.keys(parent) : [part]) {
    const below = `${pointer}/${key}`;
    if (more.length > 0) typeBelow(document, parent[key], below, typed, more);
    else typeScalar(document, parent, key, below, typed.type);
  }
}

function typeScalar(document: Document, parent: Mapping, key: string, pointer: string, type: Typed['type']): void {
  const value = parent[key];
  if (typeof value !== 'string' || !SPELLING[type].test(value) || !document.source.isPlain(pointer, value)) return;
  parent[key] = type === 'boolean' ? value === 'true' : Number(value);
}

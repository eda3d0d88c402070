import type { CloudSyntax } from '../domain/cloud.ts';
import type { Document, Mapping, Node } from './document.ts';
import { type Keys, KEYS } from './generated/keys.ts';
import type { Files } from './generated/types.ts';
import type { SchemaError } from './generated/validators.js';
import { nearest } from '../domain/nearest.ts';

/** A document under judgement, and all that its schema has against it. */
export interface Subject {
  readonly kind: keyof Files;
  readonly document: Document;
  readonly clouds: readonly CloudSyntax[];
  readonly errors: readonly SchemaError[];
}

/** What stands at a JSON pointer. Validators speak only of what is there. */
export function valueAt({ document }: Subject, pointer: string): Node {
  const parts = pointer.split('/').slice(1);
  return parts.reduce<Node>((node, part) => (node as Mapping)[unescape(part)] as Node, document.root);
}

/** The value at a JSON pointer, as text. */
export function textAt(subject: Subject, pointer: string): string {
  const value = valueAt(subject, pointer);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function unescape(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The keys of the mapping in which an error is, by its path in the schema. */
export function keysOf({ kind }: Subject, { schemaPath }: SchemaError): Keys {
  return KEYS[kind][schemaPath.slice(0, schemaPath.lastIndexOf('/'))] as Keys;
}

/** The key that an unknown one was most likely meant to be, in this branch or in another. */
export function meant(key: string, error: SchemaError, subject: Subject): string | undefined {
  const { own, others } = keysOf(subject, error);
  return nearest(key, [...own, ...others]);
}

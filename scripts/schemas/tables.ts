import type { Schema } from './schema.ts';
import { unfolded } from './validators.ts';

/** Keys that an object of a schema may have, and those that only its other branches have. */
interface Keys {
  own: readonly string[];
  others: readonly string[];
  /** By key, how its value may look, where that is a text. */
  examples: Readonly<Record<string, string>>;
}

interface Tables {
  /** By the path in the schema. */
  readonly keys: Record<string, Keys>;
  /** Pointers to what is no text, with `*` for any index or name. */
  readonly typed: { readonly pointer: string; readonly type: 'boolean' | 'integer' }[];
}

/** What a reader must know of the schemas, besides the validators, to say what is wrong with a document. */
export function keysModule(schemas: ReadonlyMap<string, Schema>): string {
  const keys = Object.fromEntries([...schemas].map(([kind, schema]) => [kind, tablesOf(schema).keys]));
  return `${HEAD}
export interface Keys {
  readonly own: readonly string[];
  readonly others: readonly string[];
  readonly examples: Readonly<Record<string, string>>;
}

/** By kind and path in the schema: the keys that stand there, and those that only other branches have. */
export const KEYS: Readonly<Record<keyof Files, Readonly<Record<string, Keys>>>> = ${JSON.stringify(keys, null, 2)};
`;
}

/** And to read one. */
export function typedModule(schemas: ReadonlyMap<string, Schema>): string {
  const typed = Object.fromEntries([...schemas].map(([kind, schema]) => [kind, tablesOf(schema).typed]));
  return `${HEAD}
export interface Typed {
  readonly pointer: string;
  readonly type: 'boolean' | 'integer';
}

/** By kind: what is no text. A \`*\` stands for any index or name. */
export const TYPED: Readonly<Record<keyof Files, readonly Typed[]>> = ${JSON.stringify(typed, null, 2)};
`;
}

const HEAD = `// Written by \`npm run generate\` from scripts/schemas; do not edit.
import type { Files } from './types.ts';
`;

function tablesOf(schema: Schema): Tables {
  const tables: Tables = { keys: {}, typed: [] };
  walk(unfolded(schema), '#', '', tables);
  return tables;
}

function walk(part: unknown, path: string, pointer: string, tables: Tables): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type, properties, items, additionalProperties, then } = part as Schema;
  if (type === 'boolean' || type === 'integer') tables.typed.push({ pointer, type });
  if (then !== undefined) return branches(part as Schema, path, pointer, tables);
  walk(items, `${path}/items`, `${pointer}/*`, tables);
  walk(additionalProperties, `${path}/additionalProperties`, `${pointer}/*`, tables);
  if (properties === undefined) return [];
  const keys = Object.entries(properties as Schema);
  for (const [key, value] of keys) walk(value, `${path}/properties/${key}`, `${pointer}/${key}`, tables);
  tables.keys[path] = { own: keys.map(([key]) => key), others: [], examples: examplesOf(keys) };
  return [path];
}

function examplesOf(keys: readonly (readonly [string, unknown])[]): Record<string, string> {
  const first = keys.map(([key, value]) => [key, (value as { examples: readonly unknown[] }).examples[0]] as const);
  return Object.fromEntries(first.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

function branches({ then, else: otherwise }: Schema, path: string, pointer: string, tables: Tables): readonly string[] {
  const paths = [...walk(then, `${path}/then`, pointer, tables), ...walk(otherwise, `${path}/else`, pointer, tables)];
  const all = new Set(paths.flatMap((one) => tables.keys[one]?.own ?? []));
  for (const one of paths) {
    const { own, examples } = tables.keys[one] as Keys;
    tables.keys[one] = { own, examples, others: [...all].filter((key) => !own.includes(key)) };
  }
  return paths;
}

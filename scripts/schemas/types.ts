import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { Schema } from './schema.ts';

/** What a validator lets through and fills in, as TypeScript: branches become unions, and what has a default is always there. */
export async function typesModule(schemas: ReadonlyMap<string, Schema>): Promise<string> {
  const kinds = [...schemas.keys()];
  const properties = Object.fromEntries([...schemas].map(([kind, schema]) => [kind, typed(schema, schema['$defs'])]));
  const whole = { type: 'object', title: 'Files', properties, required: kinds, additionalProperties: false };
  const options = { bannerComment: '', ignoreMinAndMaxItems: true, style: { singleQuote: true, printWidth: 140 } };
  const code = await compile(whole as JSONSchema, 'Files', options);
  return `// Written by \`npm run generate\` from scripts/schemas; do not edit.\n${code}`;
}

type Shapes = unknown;

function typed(part: unknown, shapes: Shapes): unknown {
  if (Array.isArray(part)) return part.map((one) => typed(one, shapes));
  if (typeof part !== 'object' || part === null) return part;
  if ('$ref' in part) return typed((shapes as Schema)[String(part.$ref).replace('#/$defs/', '')], shapes);
  if ('if' in part) return { oneOf: branches(part, shapes) };
  const { type, items, properties, additionalProperties, required, enum: values } = part as Schema;
  if (type === 'array') return { type, items: typed(items, shapes) };
  if (type !== 'object') return values === undefined ? { type } : { enum: values };
  if (properties === undefined) return { type, additionalProperties: typed(additionalProperties, shapes) };
  const keys = Object.entries(properties as Schema);
  const filled = keys.filter(([, value]) => (value as Schema)['default'] !== undefined).map(([key]) => key);
  return {
    type,
    properties: Object.fromEntries(keys.map(([key, value]) => [key, typed(value, shapes)])),
    required: [...((required as readonly string[] | undefined) ?? []), ...filled],
    additionalProperties: false,
  };
}

/** Every end of a chain of if, then and else; `false` is no branch. */
function branches(part: unknown, shapes: Shapes): readonly unknown[] {
  if (part === false) return [];
  if (typeof part !== 'object' || part === null || !('if' in part)) return [typed(part, shapes)];
  const { then, else: otherwise } = part as Schema;
  return [typed(then, shapes), ...branches(otherwise, shapes)];
}

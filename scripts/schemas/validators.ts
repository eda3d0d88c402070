import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { Schema } from './schema.ts';

const NOTES: ReadonlySet<string> = new Set(['title', 'description', 'examples', '$schema']);

/** What a validator needs: without the words for people, which would only make the module longer. */
function bare(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(bare);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, key === 'properties' ? properties(value) : bare(value)] as const);
  return Object.fromEntries(entries.filter(([key]) => !NOTES.has(key)));
}

/** Below `properties` a key is a key of files, even where it is called `description`. */
function properties(keys: object): object {
  return Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, bare(value)]));
}

/**
 * The schema with every definition that holds others put where it is used. What is left to refer to are single values, so that the
 * path of an error either ends in the name of a shape or tells the place in the schema.
 */
export function unfolded(schema: Schema): Schema {
  const { $defs, ...body } = schema;
  const shapes = ($defs ?? {}) as Readonly<Record<string, Schema>>;
  const leaves = Object.entries(shapes).filter(([, one]) => isLeaf(one));
  return { ...(unfold(body, shapes) as Schema), $defs: Object.fromEntries(leaves) };
}

function isLeaf(schema: Schema): boolean {
  return schema['type'] === 'string';
}

function unfold(part: unknown, shapes: Readonly<Record<string, Schema>>): unknown {
  if (Array.isArray(part)) return part.map((one) => unfold(one, shapes));
  if (typeof part !== 'object' || part === null) return part;
  const found = '$ref' in part ? shapes[String(part.$ref).replace('#/$defs/', '')] : undefined;
  if (found !== undefined && !isLeaf(found)) return unfold(found, shapes);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, unfold(value, shapes)]));
}

/** One ES module that imports nothing: a function for each kind, which says what is wrong in its `errors`. */
export function validatorsModule(schemas: ReadonlyMap<string, Schema>): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    useDefaults: true,
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const [kind, schema] of schemas) ajv.addSchema(bare(unfolded(schema)) as Schema, kind);
  const code = standaloneCode.default(ajv, Object.fromEntries([...schemas.keys()].map((kind) => [kind, kind])));
  if (/\brequire\(|\bimport\b/.test(code)) throw new Error('the validators must not import anything');
  return `// Written by \`npm run generate\` from scripts/schemas; do not edit.\n${shortened(code)}\n${NOTED}\n`;
}

/** What ajv writes wherever something can be wrong, which is in hundreds of places. */
const NOTING =
  /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\n(?=errors\+\+;)/g;

const NOTED = `function noted(errors, error) {
if(errors === null) return [error];
errors.push(error);
return errors;
}`;

/** The same code with one function that takes an error down: the module is read at each start. */
function shortened(code: string): string {
  const short = code.replace(NOTING, (_, _name: string, error: string) => `vErrors = noted(vErrors, ${error});\n`);
  if (short.includes('vErrors.push(')) throw new Error('ajv writes errors in another form: mend NOTING');
  return short;
}

export function validatorsTypes(kinds: readonly string[]): string {
  const lines = kinds.map((kind) => `export declare const ${kind}: Validator;`);
  return `// Written by \`npm run generate\` from scripts/schemas; do not edit.
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
${lines.join('\n')}
`;
}

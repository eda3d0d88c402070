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

/** The same code with functions for what ajv writes in hundreds of places: the module is read at each start. */
function shortened(code: string): string {
  const short = SHORTER.reduce((text, [long, make]) => text.replaceAll(long, make), code);
  if (/vErrors\.push\(|\bnew Error\b/.test(short)) throw new Error('ajv writes errors in another form: mend SHORTER');
  return withoutSchemas(short);
}

type Shorter = readonly [long: RegExp, make: (whole: string, ...groups: string[]) => string];

const ERROR = String.raw`\{instancePath(?::(.+?))?,schemaPath:"([^"\n]+)"`;

/** In this order: each step goes on with what the ones before have made. */
const SHORTER: readonly Shorter[] = [
  [
    /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\n(?=errors\+\+;)/g,
    (_, _name, error) => `vErrors = noted(vErrors, ${error});\n`,
  ],
  [
    new RegExp(
      String.raw`if\(typeof (\S+) === "string"\)\{\nif\(!(pattern\d+)\.test\(\1\)\)\{\nvErrors = noted\(vErrors, ` +
        String.raw`${ERROR.replace('"([^"\\n]+)"', String.raw`"([^"\n]+)\/pattern"`)},keyword:"pattern",params:\{pattern: (".*")\}\}\);\nerrors\+\+;\n\}\n\}\n` +
        String.raw`else \{\nvErrors = noted\(vErrors, \{instancePath(?::\3)?,schemaPath:"\4\/type",keyword:"type",params:\{type: "string"\}\}\);\nerrors\+\+;\n\}\n`,
      'g',
    ),
    (_, value = '', pattern = '', path = 'instancePath', schema = '', text = '') =>
      `if(!fits(${value}, ${pattern})){\nvErrors = unfit(vErrors, ${path}, "${schema}", ${text}, ${value});\nerrors++;\n}\n`,
  ],
  [
    new RegExp(String.raw`noted\(vErrors, ${ERROR},keyword:"(\w+)",params:\{\3: (.+)\}\}\);`, 'g'),
    (_, path = 'instancePath', schema, keyword, value) => `wrong(vErrors, ${path}, "${schema}", "${keyword}", ${value});`,
  ],
  [
    new RegExp(String.raw`noted\(vErrors, ${ERROR},keyword:"([\w ]+)",params:(\{[^{}]*\})\}\);`, 'g'),
    (_, path = 'instancePath', schema, keyword, params) => `failed(vErrors, ${path}, "${schema}", "${keyword}", ${params});`,
  ],
  [
    /let (i\d+) = (\w+)\.length;\nlet (j\d+);\nif\(\1 > 1\)\{\nconst (indices\d+) = \{\};\nfor\(;\1--;\)\{\nlet (item\d+) = \2\[\1\];\nif\(typeof \5 !== "string"\)\{\ncontinue;\n\}\nif\(typeof \4\[\5\] == "number"\)\{\n\3 = \4\[\5\];\nvErrors = failed\((.*), \{i: \1, j: \3\}\);\nerrors\+\+;\nbreak;\n\}\n\4\[\5\] = \1;\n\}\n\}\n/g,
    (_, at, list, _last, _indices, _item, error) =>
      `const ${at} = twins(${list});\nif(${at} !== null){\nvErrors = failed(${error}, ${at});\nerrors++;\n}\n`,
  ],
  [
    /if\(vErrors !== null\)\{\nif\((_errs\d+)\)\{\nvErrors\.length = \1;\n\}\nelse \{\nvErrors = null;\n\}\n\}\n/g,
    (_, count) => `vErrors = first(vErrors, ${count});\n`,
  ],
];

/** Of each schema only lists of its keys and words are used, so that they stand in its place. */
function withoutSchemas(code: string): string {
  const all = new Map(
    [...code.matchAll(/^const (schema\d+) = (.*);$/gm)].map(([, name = '', json = '']) => [name, JSON.parse(json) as unknown]),
  );
  const keys = new Map<string, string>();
  const bare = code
    .replaceAll(/^const schema\d+ = .*;\n/gm, '')
    .replaceAll(/func\d+\.call\((schema[^,]+), (key\d+)\)/g, (_, way: string, key: string) => {
      const list = JSON.stringify(Object.keys(at(all, way) as object));
      const name = keys.get(list) ?? `keys${keys.size}`;
      keys.set(list, name);
      return `${name}.has(${key})`;
    })
    .replaceAll(/\bschema\d+\.[\w.[\]"$-]+/g, (way) => JSON.stringify(at(all, way)))
    .replaceAll(/^const func\d+ = Object\.prototype\.hasOwnProperty;\n/gm, '');
  if (/\bschema\d+\b|\bfunc\d+\.call/.test(bare)) throw new Error('ajv uses its schemas in another way: mend withoutSchemas');
  return [...[...keys].map(([list, name]) => `const ${name} = new Set(${list});`), bare].join('\n');
}

/** What stands at `schema31.properties["a-b"].enum`. */
function at(schemas: ReadonlyMap<string, unknown>, way: string): unknown {
  const [name = '', ...parts] = [...way.matchAll(/"([^"]+)"|[\w$-]+/g)].map(([whole, quoted]) => quoted ?? whole);
  const found = parts.reduce<unknown>((below, part) => (below as Readonly<Record<string, unknown>> | undefined)?.[part], schemas.get(name));
  if (found === undefined) throw new Error(`${way} is not there`);
  return found;
}

const NOTED = `function noted(errors, error) {
if(errors === null) return [error];
errors.push(error);
return errors;
}
function failed(errors, instancePath, schemaPath, keyword, params) {
return noted(errors, {instancePath, schemaPath, keyword, params});
}
function wrong(errors, instancePath, schemaPath, keyword, value) {
return failed(errors, instancePath, schemaPath, keyword, {[keyword]: value});
}
function fits(value, pattern) {
return typeof value === "string" && pattern.test(value);
}
function unfit(errors, path, schema, pattern, value) {
return typeof value === "string" ? wrong(errors, path, schema + "/pattern", "pattern", pattern) : wrong(errors, path, schema + "/type", "type", "string");
}
function twins(list) {
const seen = {};
for(let i = list.length; list.length > 1 && i--;){
const item = list[i];
if(typeof item !== "string") continue;
if(typeof seen[item] == "number") return {i, j: seen[item]};
seen[item] = i;
}
return null;
}
function first(errors, count) {
if(errors === null || count === 0) return null;
errors.length = count;
return errors;
}`;

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

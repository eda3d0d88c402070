/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** What a person reads beside a key: what it says, and how it may look. */
export interface Words {
  readonly description: string;
  readonly examples: readonly unknown[];
  readonly default?: unknown;
}

export function words(description: string, ...examples: readonly unknown[]): Words {
  return { description, examples };
}

/** A value of one of the shapes of shapes.ts. */
export function shape(name: string, said: Words): Schema {
  return { $ref: `#/$defs/${name}`, ...said };
}

export function list(items: Schema, said: Words, limits: Schema = {}): Schema {
  return { type: 'array', ...said, items, ...limits };
}

/** A list of texts of one shape; `type` stands beside the reference so that repeats are found without deep comparison. */
export function listOf(name: string, said: Words, limits: Schema = {}): Schema {
  return list({ type: 'string', $ref: `#/$defs/${name}` }, said, { uniqueItems: true, ...limits });
}

export function integer(said: Words, minimum: number, maximum?: number): Schema {
  return { type: 'integer', ...said, minimum, ...(maximum === undefined ? {} : { maximum }) };
}

export function flag(said: Words): Schema {
  return { type: 'boolean', ...said };
}

export function choice(said: Words, ...values: readonly string[]): Schema {
  return { type: 'string', ...said, enum: values };
}

/** A mapping with known keys and no others. */
export function record(properties: Readonly<Record<string, Schema>>, required: readonly string[], said: object = {}): Schema {
  return { type: 'object', ...said, properties, ...(required.length === 0 ? {} : { required }), additionalProperties: false };
}

/** A mapping whose keys are names that people choose. */
export function named(values: Schema, said: Words, limits: Schema = {}): Schema {
  return { type: 'object', ...said, propertyNames: { $ref: '#/$defs/name' }, additionalProperties: values, ...limits };
}

/** The first branch whose key is present. With one branch in force, one mistake gives one error. */
export function byKey(branches: ReadonlyMap<string, Schema>, otherwise: Schema | false): Schema | false {
  return [...branches].reduceRight<Schema | false>(
    (rest, [key, branch]) => either({ type: 'object', required: [key] }, branch, rest),
    otherwise,
  );
}

/** One name, or a list of names. */
export function oneOrMany(one: Schema, many: Schema, said: Words): Schema {
  return { ...said, ...either({ type: 'array' }, many, one) };
}

function either(condition: Schema, yes: Schema, no: Schema | false): Schema {
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  return { if: condition, then: yes, else: no };
}

/** A whole file: named, dated by its version, with just the shapes that it uses. */
export function document(kind: string, title: string, body: Schema, shapes: Readonly<Record<string, Schema>>): Schema {
  const used: Record<string, Schema> = {};
  gather(body, shapes, used);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://grantkeeper.dev/schemas/v1/${kind}.schema.json`,
    title,
    ...body,
    ...(Object.keys(used).length === 0 ? {} : { $defs: used }),
  };
}

function gather(part: unknown, shapes: Readonly<Record<string, Schema>>, used: Record<string, Schema>): void {
  if (typeof part !== 'object' || part === null) return;
  const reference = '$ref' in part && typeof part.$ref === 'string' ? part.$ref.replace('#/$defs/', '') : undefined;
  const found = reference === undefined ? undefined : shapes[reference];
  if (reference !== undefined && found === undefined) throw new Error(`no shape is called ${reference}`);
  if (reference !== undefined && found !== undefined && used[reference] === undefined) {
    used[reference] = found;
    gather(found, shapes, used);
  }
  for (const value of Object.values(part)) gather(value, shapes, used);
}

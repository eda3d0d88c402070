import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as validators from '../../src/grants/generated/validators.js';
import type { Validator } from '../../src/grants/generated/validators.js';
import * as verdicts from '../../src/grants/generated/verdicts.js';

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly then?: Schema;
  readonly else?: Schema | false;
}

/** A whole number below this. */
type Draw = (below: number) => number;

const VALIDATORS: Readonly<Record<string, Validator>> = { ...validators };
const JUNK = [0, -3, 2.5, 99_999, true, null, '', 'x', '  ', '4h', 'a~b/c', [], {}, ['x', 'x'], [7], { ada: 7 }];
const KEYS = ['role', 'a~b/c', 'x y', 'constructor', '__proto__', ''];

/** What the schema asks for, by its own examples. */
function made(schema: Schema, all: Schema, draw: Draw): unknown {
  const { $ref, examples } = schema;
  if ($ref !== undefined) return made({ ...all.$defs?.[$ref.replace('#/$defs/', '')], ...without(schema, '$ref') }, all, draw);
  if (schema.then !== undefined) return made(draw(2) === 0 || !schema.else ? schema.then : schema.else, all, draw);
  if (schema.type === 'boolean') return draw(2) === 0;
  if (['object', 'array'].includes(schema.type ?? '') && (examples === undefined || draw(4) > 0)) return parts(schema, all, draw);
  const words = schema.enum ?? examples ?? ['ada', 'bo', 'chi'];
  return structuredClone(words[draw(words.length)]);
}

function parts({ type, properties = {}, required = [], additionalProperties, items = {}, minItems = 0 }: Schema, all: Schema, draw: Draw) {
  if (type === 'array') return [...new Set(Array.from({ length: minItems + draw(3) }, () => made(items, all, draw)))];
  const known = Object.entries(properties).filter(([key]) => required.includes(key) || draw(2) === 0);
  const named = typeof additionalProperties === 'object' ? ['ada', 'bo'].map((key) => [key, additionalProperties] as const) : [];
  return Object.fromEntries([...known, ...named].map(([key, one]) => [key, made(one, all, draw)]));
}

function without(mapping: object, key: string): object {
  return Object.fromEntries(Object.entries(mapping).filter(([name]) => name !== key));
}

/** The same with one thing changed, somewhere. */
function spoilt(value: unknown, draw: Draw): unknown {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (keys.length > 0 && draw(6) > 0) {
    const key = keys[draw(keys.length)] as string;
    if (draw(8) === 0) return Array.isArray(value) ? value.concat(value[0]) : without(value as object, key);
    // As parsed, `__proto__` is a key like any other.
    const more = JSON.parse(`{${JSON.stringify(KEYS[draw(KEYS.length)])}:"x"}`) as object;
    if (draw(24) === 0 && !Array.isArray(value)) return { ...(value as object), ...more };
    return Object.assign(value as object, { [key]: spoilt((value as Record<string, unknown>)[key], draw) });
  }
  return structuredClone(JUNK[draw(JUNK.length)]);
}

function schemaOf(kind: string): Schema {
  return JSON.parse(readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), 'utf8')) as Schema;
}

describe('the verdict before schemaMistakes', () => {
  it.each(Object.entries(verdicts))('on a %s is that of the validator, with the same defaults', (kind, verdict) => {
    const schema = schemaOf(kind);
    const validate = VALIDATORS[kind] as Validator;
    const seen = { right: 0, wrong: new Set<string>() };
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        const draw = (below: number) => gen(fc.nat, { max: below - 1 });
        const asked = made(schema, schema, draw);
        const document = draw(4) > 0 ? spoilt(asked, draw) : asked;
        const [judged, validated] = [structuredClone(document), structuredClone(document)];
        const right = verdict(judged);
        expect(right).toBe(validate(validated));
        expect(judged).toEqual(validated);
        const errors = validate.errors ?? [];
        // What is wrong is asked of the document that the verdict has left.
        validate(judged);
        expect(validate.errors ?? []).toEqual(errors);
        if (right) seen.right += 1;
        for (const { schemaPath, keyword } of errors) seen.wrong.add(`${schemaPath} ${keyword}`);
      }),
      { numRuns: kind === 'policy' ? 8000 : 4000, seed: 7 },
    );
    expect(seen.right).toBeGreaterThan(500);
    expect(seen.wrong.size).toBeGreaterThan(2 * Object.keys(schema.properties ?? {}).length);
  });
});

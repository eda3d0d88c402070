import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDocument } from '../../src/grants/document.ts';
import { readPeople } from '../../src/grants/read-people.ts';
import { checkSchema } from '../../src/grants/schema.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example } from './example.ts';

type Schema = Readonly<Record<string, unknown>>;

const FOLDER = new URL('../../schemas/', import.meta.url).pathname;
const published = new Map(
  readdirSync(FOLDER).map((name) => [name.replace('.schema.json', ''), JSON.parse(readFileSync(FOLDER + name, 'utf8')) as Schema]),
);

/** Every key that a schema knows, wherever it stands, with its own schema and the path to it. */
function keysOf(schema: unknown, path = ''): readonly (readonly [string, Schema])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'examples' || key === 'default') return [];
    if (key !== 'properties') return keysOf(value, `${path}/${key}`);
    const keys = Object.entries(value as Schema) as [string, Schema][];
    return keys.flatMap(([name, one]) => [[`${path}/properties/${name}`, one] as const, ...keysOf(one, `${path}/properties/${name}`)]);
  });
}

function mappingsOf(schema: unknown): readonly Schema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const below = Object.entries(schema).flatMap(([key, value]) => (key === 'examples' ? [] : mappingsOf(value)));
  return 'properties' in schema && !Array.isArray(schema) ? [schema, ...below] : below;
}

describe('published schemas', () => {
  it('are there for all that people write and all that we print', () => {
    const inputs = ['cases', 'grant', 'override', 'people', 'policy', 'recall', 'role', 'team'];
    const outputs = ['apply', 'findings', 'ledger-entry', 'plan'];
    expect([...published.keys()].toSorted()).toEqual([...inputs, ...outputs].toSorted());
  });

  it.each([...published])('%s has a description and examples at every key, and knows no other keys', (kind, schema) => {
    expect(schema['$id']).toBe(`https://grantkeeper.dev/schemas/v1/${kind}.schema.json`);
    for (const [path, key] of keysOf(schema)) {
      expect(key['description'], path).toEqual(expect.any(String));
      expect((key['examples'] as readonly unknown[] | undefined)?.length, path).toBeGreaterThan(0);
    }
    for (const mapping of mappingsOf(schema).filter(({ type }) => type === 'object')) {
      expect(mapping['additionalProperties']).toBe(false);
    }
  });

  it.each([...published])('%s takes its own examples and defaults', (kind, schema) => {
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(schema, kind);
    for (const [path, key] of keysOf(schema)) {
      const validate = ajv.compile({ $ref: `${kind}#${path}` });
      const values = [...(key['examples'] as readonly unknown[]), ...('default' in key ? [key['default']] : [])];
      for (const value of values) expect(validate(value), `${path}: ${JSON.stringify(value)}`).toBe(true);
    }
  });
});

describe('editors', () => {
  const kinds = {
    grants: 'grant',
    recalls: 'recall',
    policy: 'policy',
    teams: 'team',
    people: 'people',
    roles: 'role',
    overrides: 'override',
  };
  const files = Object.entries(example).filter(([path]) => path.endsWith('.yaml'));

  // They read YAML with types, so that what we take as text and type later must already be of the right type for them.
  it.each(files)('take %s', (path, text) => {
    const folder = path.split('/').at(-2) as keyof typeof kinds;
    const validate = new Ajv2020({ strict: false }).compile(published.get(kinds[path.startsWith('grants/') ? 'grants' : folder]) as Schema);
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('checkSchema', () => {
  it('fills defaults in, down to the last key', () => {
    const text = 'stamp: a\nsecurity: [sam]\nclouds: { gcp: { manages: [folders/7] } }\nguard: { withdrawals: { max: 1 } }\n';
    const { document } = readDocument('policy/policy.yaml', bytesOf(text), 1000);
    if (document === undefined) expect.fail('the text must read');
    expect(checkSchema('policy', document, clouds)).toEqual([]);
    expect(document.root).toMatchObject({
      guard: { withdrawals: { max: 1, percent: 10, window: '24h' }, newGrants: { max: 20, privileged: 5 }, protect: [] },
      approval: { mode: 'enforce', minimum: 1, privileged: 2 },
    });
  });

  it('gives every file its own defaults', () => {
    const text = 'expires: 2026-11-22T17:00:00Z\nreason: x\n';
    const [first, second] = [1, 2].map(() => readDocument('x.yaml', bytesOf(text), 1000).document);
    if (first === undefined || second === undefined) expect.fail('the text must read');
    checkSchema('override', first, clouds);
    checkSchema('override', second, clouds);
    (first.root['grants'] as string[]).push('x');
    expect(second.root['grants']).toEqual([]);
  });

  it('finds nothing in a file that is right', () => {
    const { document } = readDocument('x.yaml', bytesOf(example['policy/policy.yaml'] as string), 10_000);
    if (document === undefined) expect.fail('the text must read');
    expect(checkSchema('policy', document, clouds)).toEqual([]);
  });
});

describe('a large file full of mistakes', () => {
  it.each([
    ['unknown keys', (at: number) => `  p${at}: { nam: x, gcp: y }\n`],
    ['names that are none', (at: number) => `  P${at}: {}\n`],
    ['keys that stand twice', () => '  p: { name: x }\n'],
  ])('is judged in the time that its size allows: %s', (_, line) => {
    let text = 'people:\n';
    for (let at = 0; text.length < 200_000; at++) text += line(at);
    const start = process.threadCpuUsage();
    const read = readPeople('policy/people/x.yaml', bytesOf(text), clouds);
    expect(read.ok ? 0 : read.findings.length).toBeGreaterThan(5000);
    expect(process.threadCpuUsage(start).user / 1e6).toBeLessThan(10); // half a second; the square of the size takes a minute
  });
});

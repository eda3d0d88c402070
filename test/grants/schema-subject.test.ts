import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/grants/document.ts';
import type { SchemaError } from '../../src/grants/generated/validators.js';
import { keysOf, meant, type Subject, textAt, valueAt } from '../../src/grants/schema-subject.ts';
import { clouds } from './clouds.ts';
import { bytesOf } from './example.ts';

function subject(text: string): Subject {
  const { document } = readDocument('x.yaml', bytesOf(text), 1000);
  if (document === undefined) throw new Error('the text must read');
  return { kind: 'grant', document, clouds, errors: [] };
}

function unknown(schemaPath: string): SchemaError {
  return { instancePath: '', schemaPath, keyword: 'additionalProperties', params: {} };
}

const one = subject('a: { b/c~d: [x, { e: f }] }\n');

describe('a document under judgement', () => {
  it('gives the value at a pointer', () => {
    expect(valueAt(one, '')).toBe(one.document.root);
    expect(valueAt(one, '/a/b~1c~0d/1/e')).toBe('f');
  });

  it('gives it as text', () => {
    expect(textAt(one, '/a/b~1c~0d/0')).toBe('x');
    expect(textAt(one, '/a/b~1c~0d/1')).toBe('{"e":"f"}');
  });

  it('knows the keys of each branch, and which was meant', () => {
    const cloud = unknown('#/properties/access/items/then/additionalProperties');
    expect(keysOf(one, cloud)).toMatchObject({
      own: ['gcp', 'role', 'condition', 'enforce', 'adopt', 'replace'],
      others: ['azure', 'place'],
    });
    expect(meant('condtion', cloud, one)).toBe('condition');
    expect(meant('plcae', cloud, one)).toBe('place');
    expect(meant('until', cloud, one)).toBeUndefined();
    expect(meant('expire', unknown('#/additionalProperties'), one)).toBe('expires');
  });
});

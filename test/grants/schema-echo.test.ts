import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/grants/document.ts';
import type { SchemaError } from '../../src/grants/generated/validators.js';
import { withoutEchoes } from '../../src/grants/schema-echo.ts';
import { clouds } from './clouds.ts';
import { bytesOf } from './example.ts';

const TEXT = 'principal: { a: b }\naccess: [{ gpc: x, role: A }, { role: B, place: x }]\n';
const { document } = readDocument('x.yaml', bytesOf(TEXT), 1000);

function left(...errors: readonly (readonly [keyword: string, at: string, params?: object, schema?: string])[]): readonly string[] {
  if (document === undefined) throw new Error('the text must read');
  const all = errors.map(([keyword, instancePath, params = {}, schema = '#']): SchemaError => {
    return { keyword, instancePath, params: { ...params }, schemaPath: `${schema}/${keyword}` };
  });
  return withoutEchoes({ kind: 'grant', document, clouds, errors: all }).map(({ keyword, instancePath }) => `${keyword} ${instancePath}`);
}

const CATALOGUE = '#/properties/access/items/else/else';

describe('withoutEchoes', () => {
  it('keeps errors that have nothing to do with each other', () => {
    expect(
      left(
        ['required', '', { missingProperty: 'expires' }],
        ['pattern', '/principal'],
        ['additionalProperties', '', { additionalProperty: 'x' }],
      ),
    ).toHaveLength(3);
  });

  it('drops the missing key that a misspelt one was meant to be, and no other', () => {
    const slip = ['additionalProperties', '', { additionalProperty: 'expire' }] as const;
    expect(
      left(slip, ['required', '', { missingProperty: 'expires' }], ['required', '', { missingProperty: 'access' }], ['pattern', '/grace']),
    ).toEqual(['additionalProperties ', 'required ', 'pattern /grace']);
  });

  it('drops what a wrong branch found, and nothing beside it', () => {
    const slip = ['additionalProperties', '/access/0', { additionalProperty: 'gpc' }, CATALOGUE] as const;
    const wrong = ['pattern', '/access/0/role', {}, `${CATALOGUE}/properties/role`] as const;
    const missing = ['required', '/access/0', { missingProperty: 'place' }, CATALOGUE] as const;
    const other = ['pattern', '/access/1/role', {}, `${CATALOGUE}/properties/role`] as const;
    expect(left(slip, wrong, missing, other)).toEqual(['additionalProperties /access/0', 'pattern /access/1/role']);
  });

  it('drops a wrong word where there is no word at all', () => {
    expect(left(['enum', '/principal'], ['enum', '/access/1/role'])).toEqual(['enum /access/1/role']);
  });
});

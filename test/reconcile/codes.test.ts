import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLAN_CODES } from '../../src/reconcile/codes.ts';

const FOLDER = new URL('../../src/reconcile/', import.meta.url);

/** Every code that the planner itself spells. */
function spelled(): ReadonlySet<string> {
  const files = readdirSync(FOLDER).filter((name) => name !== 'codes.ts');
  return new Set(files.flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').match(/(?<=')GK3\d{3}(?=')/g) ?? []));
}

describe('the codes of a plan', () => {
  it('are all in the table that the docs are made from, each with a sentence', () => {
    expect([...spelled()].filter((code) => PLAN_CODES[code] === undefined)).toEqual([]);
    expect(Object.values(PLAN_CODES).filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { LISTS, VARIABLES } from '../../src/policy/cel-variables.ts';

describe('what expressions can speak of', () => {
  it('has a type and a meaning each', () => {
    const fields = [...Object.values(VARIABLES), ...Object.values(LISTS).map((one) => one.fields)].flatMap((one) =>
      Object.entries(one as object),
    );
    expect(fields.length).toBeGreaterThan(20);
    for (const [name, [type, says]] of fields as readonly (readonly [string, readonly [string, string]])[]) {
      expect(name).toMatch(/^[a-zA-Z]+$/);
      expect(type).toMatch(/^(?:string|bool|int|list<string>)$/);
      expect(says).toMatch(/^[A-Z`].+[^.]$|^Why$/);
    }
  });

  it('has a meaning for each list', () => {
    for (const { says } of Object.values(LISTS)) expect(says).toMatch(/^[A-Z].+[^.]$/);
  });
});

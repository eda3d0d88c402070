import { describe, expect, it } from 'vitest';
import { POLICY_CODES } from '../../src/policy/codes.ts';

describe('the codes of policy', () => {
  it('say what they mean, each in a sentence of its own', () => {
    const means = Object.values(POLICY_CODES);
    expect(means.length).toBeGreaterThan(15);
    for (const one of means) expect(one).toMatch(/^[A-Z][^\n]{15,}\.$/);
    expect(new Set(means).size).toBe(means.length);
    for (const code of Object.keys(POLICY_CODES)) expect(code).toMatch(/^GK2\d{3}$/);
  });
});

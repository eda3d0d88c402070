import { describe, expect, it } from 'vitest';
import { accessDigest, changeDigest } from '../../src/reconcile/digest.ts';
import { aBinding, at } from './builders.ts';

const same = (text: string) => text;
const TRIPLE = 'gcp\nprojects/payments-prod\nroles/logging.viewer\nuser:ada@example.com';

describe('a digest', () => {
  it('of a change is over scope, role, member, own condition and the new end or none, so that overrides go on to fit', () => {
    expect(changeDigest(aBinding(), undefined, same)).toBe(`sha256:${TRIPLE}\n\nnone`);
    expect(changeDigest(aBinding({ condition: 'x' }), at('17:00'), same)).toMatch(/^sha256:[^]+\nx\n20\d\d-\d\d-\d\dT17:00:00Z$/);
  });

  it('of an access is over scope, role and member', () => {
    expect(accessDigest(aBinding({ condition: 'x' }), same)).toBe(`sha256:${TRIPLE}`);
  });
});

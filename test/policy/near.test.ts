import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/domain/access.ts';
import type { CloudSyntax } from '../../src/domain/cloud.ts';
import { areNear } from '../../src/policy/near.ts';
import { azureSyntax } from '../../src/providers/azure/syntax.ts';
import { gcpSyntax } from '../../src/providers/gcp/syntax.ts';

function at(text: string, syntax: CloudSyntax): Scope {
  const parsed = syntax.scope(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000000';
const OTHER = '/subscriptions/00000000-0000-4000-8000-000000000001';
const GROUP = '/providers/Microsoft.Management/managementGroups/acme';

describe.each<[CloudSyntax, string, string, boolean]>([
  [gcpSyntax, 'projects/payments-prod', 'projects/payments-prod', true],
  [gcpSyntax, 'projects/payments-prod', 'projects/payments-prod/buckets/ledger', true],
  [gcpSyntax, 'projects/payments-prod/secrets/key', 'projects/payments-prod/buckets/ledger', true],
  [gcpSyntax, 'projects/payments-prod', 'projects/payments-test', false],
  [gcpSyntax, 'projects/payments-prod', 'folders/77', true],
  [azureSyntax, `${SUBSCRIPTION}/resourceGroups/payments`, `${SUBSCRIPTION}/resourceGroups/search`, true],
  [azureSyntax, `${SUBSCRIPTION}/resourceGroups/payments`, OTHER, false],
  [azureSyntax, SUBSCRIPTION, GROUP, true],
])('near in %o', (syntax, one, other, near) => {
  it(`${one} and ${other}: ${near}`, () => {
    const [a, b] = [{ scope: at(one, syntax) }, { scope: at(other, syntax) }];
    expect([areNear(a, b, syntax), areNear(b, a, syntax)]).toEqual([near, near]);
  });
});

describe('what the cloud told', () => {
  const above = ['projects/payments-prod', 'folders/77', 'organizations/123456789012'].map((text) => at(text, gcpSyntax));
  const prod = { scope: above[0] as Scope, above };

  it.each([
    ['folders/77', true],
    ['folders/88', false],
    ['organizations/123456789012', true],
  ])('decides over %s', (text, near) =>
    expect(areNear(prod, { scope: at(text, gcpSyntax), above: [at(text, gcpSyntax)] }, gcpSyntax)).toBe(near),
  );
});

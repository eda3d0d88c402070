import { describe, expect, it } from 'vitest';
import { ledgerChecks } from '../../../src/commands/doctor/ledger.ts';
import { branch, one, told, untold, verdicts } from './settings.ts';

const of = (...types: readonly string[]) =>
  ledgerChecks(branch('grantkeeper/ledger', { rules: told(types.map((type) => ({ type, ruleset: 1 }))) }));

describe('the ledger branch', () => {
  it('passes where rules keep its history and its writers', () => {
    expect(verdicts(of('non_fast_forward', 'deletion', 'update'))).toEqual(['ledger-history pass', 'ledger-writers pass']);
  });

  it('fails where a rule is missing, and names it', () => {
    expect(verdicts(of())).toEqual(['ledger-history fail', 'ledger-writers fail']);
    expect(one(of(), 'ledger-history').found).toBe('grantkeeper/ledger allows force pushes and its deletion');
    expect(one(of('deletion', 'update'), 'ledger-history').found).toBe('grantkeeper/ledger allows force pushes');
  });

  it('is unknown where the rules cannot be read', () => {
    const checks = ledgerChecks(branch('grantkeeper/ledger', { rules: untold() }));
    expect(verdicts(checks)).toEqual(['ledger-history unknown', 'ledger-writers unknown']);
  });
});

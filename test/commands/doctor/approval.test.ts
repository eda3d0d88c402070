import { describe, expect, it } from 'vitest';
import { approvalChecks } from '../../../src/commands/doctor/approval.ts';
import { branchChecks } from '../../../src/commands/doctor/branch.ts';
import type { Approval } from '../../../src/domain/policy.ts';
import { control } from '../../policy/acme.ts';
import { branch, told } from './settings.ts';

function inMode(mode: Approval['mode'], guards = branchChecks(branch('main'), 1)) {
  const { policy, ...rest } = control();
  return approvalChecks({ ...rest, policy: { ...policy, approval: { ...policy.approval, mode } } }, guards)[0];
}

describe('how approval is judged', () => {
  it('passes where each run proves it, and fails where a run only warns', () => {
    expect(inMode('enforce')).toMatchObject({ id: 'approval-mode', verdict: 'pass' });
    expect(inMode('warn')).toMatchObject({ verdict: 'fail', fix: expect.stringContaining('mode: enforce') });
  });

  it('may be left to branch protection where all of its checks pass, and else not', () => {
    expect(inMode('trust-branch-protection')?.verdict).toBe('pass');
    const open = inMode('trust-branch-protection', branchChecks(branch('main', { rules: told([]) }), 1));
    expect(open).toMatchObject({ verdict: 'fail', found: expect.stringContaining('branch-reviews, branch-code-owners') });
  });

  it('is unknown while the policy does not read', () => {
    expect(approvalChecks(undefined, [])).toMatchObject([{ verdict: 'unknown' }]);
  });
});

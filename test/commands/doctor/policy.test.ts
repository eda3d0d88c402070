import { describe, expect, it } from 'vitest';
import { policyChecks } from '../../../src/commands/doctor/policy.ts';
import type { Control, Policy } from '../../../src/domain/policy.ts';
import { one, verdicts } from './settings.ts';

function control(...clouds: readonly (readonly [string, readonly string[]])[]): Control {
  const bounds = new Map(clouds.map(([cloud, manages]) => [cloud, { reads: [], manages }]));
  return { policy: { clouds: bounds } as unknown as Policy } as Control;
}

const GCP = control(['gcp', ['folders/77']]);
const error = { code: 'GK1204', severity: 'error', message: 'not an instant' } as const;

describe('the policy', () => {
  it('passes where it reads and names a cloud', () => {
    expect(verdicts(policyChecks(GCP, [{ ...error, severity: 'warning' }]))).toEqual(['policy-reads pass', 'clouds-named pass']);
  });

  it('fails where a file has an error, or where there is none', () => {
    const at = { file: 'grants/a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
    expect(one(policyChecks(GCP, [{ ...error, at }, error]), 'policy-reads').found).toBe('2 errors: grants/a.yaml: not an instant');
    expect(one(policyChecks(GCP, [error]), 'policy-reads').found).toBe('1 error: policy: not an instant');
    expect(verdicts(policyChecks(undefined, []))).toEqual(['policy-reads fail', 'clouds-named unknown']);
  });

  it('fails where no cloud is named, or nothing may be managed in one', () => {
    expect(one(policyChecks(control(), []), 'clouds-named').found).toBe('the policy names no cloud');
    expect(one(policyChecks(control(['gcp', ['folders/77']], ['azure', []]), []), 'clouds-named')).toMatchObject({
      verdict: 'fail',
      found: 'nothing may be managed in azure',
    });
  });
});

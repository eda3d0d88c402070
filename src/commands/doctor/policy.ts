import type { Finding as FileFinding } from '../../domain/finding.ts';
import type { Control } from '../../domain/policy.ts';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, type Finding, pass, type Question, unknown } from './check.ts';

const FAMILY = 'this repository';

const READS: Question = {
  id: 'policy-reads',
  family: FAMILY,
  wanted: 'the policy reads',
  fix: 'grantkeeper validate shows every line to mend.',
};

const CLOUDS: Question = {
  id: 'clouds-named',
  family: FAMILY,
  wanted: 'the policy names a cloud and what may be managed there',
  fix: 'Write clouds: with reads and manages into policy/policy.yaml.',
};

/** Whether the files that decide can be used at all. */
export function policyChecks(control: Control | undefined, findings: readonly FileFinding[]): readonly Check[] {
  const errors = findings.filter((finding) => finding.severity === 'error');
  return [
    checkOf(READS, 'grantkeeper validate', readsFinding(control, errors)),
    checkOf(CLOUDS, 'policy/policy.yaml', control === undefined ? unknown('the policy does not read', READS.fix) : cloudsFinding(control)),
  ];
}

function readsFinding(control: Control | undefined, errors: readonly FileFinding[]): Finding {
  const [first] = errors;
  if (first !== undefined)
    return fail(`${errors.length} error${errors.length === 1 ? '' : 's'}: ${first.at?.file ?? 'policy'}: ${first.message}`);
  return control === undefined
    ? fail('there is no policy/policy.yaml')
    : pass('policy, people, teams, roles and grants read without an error');
}

function cloudsFinding({ policy }: Control): Finding {
  const idle = [...policy.clouds].filter(([, bounds]) => bounds.manages.length === 0).map(([cloud]) => cloud);
  if (policy.clouds.size === 0) return fail('the policy names no cloud');
  return idle.length > 0
    ? fail(`nothing may be managed in ${idle.join(' and ')}`)
    : pass(`${[...policy.clouds.keys()].join(' and ')} can be managed`);
}

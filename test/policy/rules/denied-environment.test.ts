import { describe, expect, it } from 'vitest';
import { deniedEnvironment } from '../../../src/policy/rules/denied-environment.ts';
import { asked, control, HOUR, policy, source, use } from '../acme.ts';

const limits = [
  { env: 'none', deny: true },
  { env: 'vault', deny: true },
  { env: 'prod', deny: false, maxDuration: HOUR },
];
const closed = control({ policy: policy({ limits }) });

describe('denied-environment', () => {
  it('leaves open what policy does not close', () => expect(deniedEnvironment.judge(asked({ control: closed }))).toEqual([]));

  it('points at the entry that closes it', () => {
    const pointed = control({ policy: policy({ limits, source: source('policy/policy.yaml', ['/limits/1/deny']) }) });
    expect(deniedEnvironment.judge(asked({ control: pointed, uses: [use({ env: 'vault' })] }))).toMatchObject([{ at: { line: 1 } }]);
  });

  it('refuses a closed one, and what lies under no place', () => {
    const uses = [use({ env: 'vault' }), use({ env: 'none', scope: 'projects/finance-archive', pointer: '/access/1' })];
    expect(deniedEnvironment.judge(asked({ control: closed, uses }))).toMatchObject([
      {
        pointer: '/access/0',
        message: 'projects/payments-prod is in vault, which policy closes to grants',
        hint: 'Ask for a place of another environment',
      },
      {
        pointer: '/access/1',
        message: 'projects/finance-archive lies under no place of any team',
        hint: 'Ask for a place, or have a team name one in policy/teams',
      },
    ]);
  });
});

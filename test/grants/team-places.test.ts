import { describe, expect, it } from 'vitest';
import { checkPlaces } from '../../src/grants/team-places.ts';
import { controlFindings, controlWith, edited } from './assembled.ts';
import { clouds } from './clouds.ts';

const PAYMENTS = 'policy/teams/payments.yaml';
const PLATFORM = 'policy/teams/platform.yaml';

describe('checkPlaces', () => {
  it('finds nothing where every place is one', () => expect(checkPlaces(controlWith(), clouds)).toEqual([]));

  it('finds a name that two teams use', () => {
    expect(controlFindings(edited(PLATFORM, 'platform-shared:', 'payments-test:'))).toEqual([
      'platform.yaml:3:3 GK1309 `payments-test` is a place already',
    ]);
  });

  it('warns of a scope that two places are, as its cloud compares', () => {
    const twice = '/SUBSCRIPTIONS/00000000-0000-4000-8000-000000000000/resourceGroups/payments'.replace('SUBSCRIPTIONS', 'subscriptions');
    const shared = edited(
      PLATFORM,
      '{ env: prod, gcp: projects/platform-shared }',
      `{ env: prod, azure: ${twice.replace('payments', 'PAYMENTS')} }`,
    );
    expect(controlFindings(shared)).toEqual(['platform.yaml:3:40 GK1309 the same scope as `payments-prod`']);
    expect(controlFindings(edited(PAYMENTS, 'projects/payments-test', 'projects/payments-prod'))).toEqual([
      'payments.yaml:5:36 GK1309 the same scope as `payments-prod`',
    ]);
  });

  it('finds a place in a cloud that policy does not speak of', () => {
    const changes = {
      ...edited(
        'policy/policy.yaml',
        '  azure: { tenant: 11111111-2222-4333-8444-555555555555, reads: [/], manages: [/providers/Microsoft.Management/managementGroups/acme] }\n',
        '',
      ),
    };
    changes['policy/policy.yaml'] = (changes['policy/policy.yaml'] as string).replace(', "azure:Owner"', '');
    expect(controlFindings(changes)).toEqual(['payments.yaml:4:60 GK1315 the policy says nothing of `azure`']);
  });
});

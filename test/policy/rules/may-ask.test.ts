import { describe, expect, it } from 'vitest';
import type { Asking } from '../../../src/domain/policy.ts';
import { mayAsk } from '../../../src/policy/rules/may-ask.ts';
import { asked, control, grant, policy } from '../acme.ts';

function problems(asking: readonly Asking[], principal: string, requestedBy?: string) {
  const asks = grant({ principals: [principal], ...(requestedBy === undefined ? {} : { requestedBy }) });
  return mayAsk.judge(asked({ control: control({ policy: policy({ asking }) }), grant: asks }));
}

const SELF: Asking = { for: [], by: [], self: true };
const ROBOT: Asking = { for: ['deployer'], by: ['bo', 'search-oncall'], self: false };

describe('may-ask', () => {
  it('lets everybody ask where nothing is set, and judges no name that is not there', () => {
    expect(problems([], 'ada', 'bo')).toEqual([]);
    expect(problems([SELF], 'ada')).toEqual([]);
  });

  it.each([
    [[SELF], 'ada', 'ada'],
    [[SELF], 'ada-adm', 'ada'],
    [[SELF], 'payments-oncall', 'chi'],
    [[ROBOT], 'deployer', 'bo'],
    [[ROBOT], 'deployer', 'ben'],
    [[ROBOT], 'ada', 'gil'],
    [[SELF, ROBOT], 'deployer', 'dan'],
  ] as const)('%j lets for %s ask %s', (asking, principal, asker) => expect(problems(asking, principal, asker)).toEqual([]));

  it.each([
    [[SELF], 'ada', 'bo', 'Let who stands behind ada ask for it'],
    [[ROBOT], 'deployer', 'ada', 'Let bo or search-oncall ask for it'],
    [[SELF, ROBOT], 'deployer', 'ada', 'Let bo or search-oncall or who stands behind deployer ask for it'],
    [[{ ...SELF, self: false }], 'ada', 'ada', 'Let nobody ask for it'],
    [[{ ...ROBOT, for: ['ada'] }], 'payments-oncall', 'chi', 'Let bo or search-oncall ask for it'],
    [[SELF], 'ada', 'ghost', 'Let who stands behind ada ask for it'],
  ] as const)('%j does not let for %s ask %s', (asking, principal, asker, hint) => {
    expect(problems(asking, principal, asker)).toEqual([
      { pointer: '/requestedBy', message: `${asker} may not ask for ${principal}`, hint },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/domain/policy.ts';
import type { Place } from '../../../src/domain/team.ts';
import { ownPlace } from '../../../src/policy/rules/own-place.ts';
import { asked, control, grant, PAYMENTS_PROD, place, policy, SEARCH_PROD, use } from '../acme.ts';

function at(spot: Place | undefined, limits: Policy['limits'] = []) {
  const { place: _, ...rest } = use();
  const uses = [spot === undefined ? { ...rest, env: 'none', scope: 'projects/finance-archive' } : { ...rest, place: spot, env: spot.env }];
  return ownPlace.judge(asked({ uses, control: control({ policy: policy({ limits }) }) }));
}

function both(azure: string): Place {
  return { ...PAYMENTS_PROD, scopes: new Map([...PAYMENTS_PROD.scopes, ['azure', azure]]) };
}

describe('own-place', () => {
  it("holds for the team's own places", () => expect(at(PAYMENTS_PROD)).toEqual([]));

  it.each([
    ["another team's", SEARCH_PROD],
    ["another team's that has the same name", place('payments-prod', 'prod', 'projects/search-prod')],
    ['one of another environment', place('payments-prod', 'test', 'projects/payments-prod')],
    ['one with more scopes', { ...PAYMENTS_PROD, scopes: new Map([...PAYMENTS_PROD.scopes, ['azure', '/']]) }],
  ])('refuses %s', (_, spot) => {
    expect(at(spot)).toMatchObject([
      {
        pointer: '/access/0',
        message: `projects/payments-prod belongs to ${spot.name}, which is no place of payments`,
        hint: 'Ask for a place of policy/teams/payments.yaml, or write the grant in the folder of the team that owns the place',
      },
    ]);
  });

  it('compares the scopes of every cloud', () => {
    const payments = control().teams.get('payments');
    if (payments === undefined) throw new Error('payments is a team');
    const teams = new Map([['payments', { ...payments, places: new Map([['payments-prod', both('/subscriptions/1')]]) }]]);
    const judged = (spot: Place) => ownPlace.judge(asked({ uses: [use({ place: spot })], control: control({ teams }) }));
    expect(judged(both('/subscriptions/1'))).toEqual([]);
    expect(judged(both('/subscriptions/2'))).toHaveLength(1);
  });

  it('refuses what lies under no place, unless policy speaks of it', () => {
    expect(at(undefined)).toMatchObject([{ message: 'projects/finance-archive lies under no place of any team' }]);
    expect(at(undefined, [{ env: 'none', deny: false }])).toEqual([]);
    expect(at(undefined, [{ env: 'none', deny: true }])).toEqual([]);
  });

  it('refuses everything in a folder without a team', () => {
    expect(ownPlace.judge(asked({ grant: grant({ team: 'ghosts' }) }))).toHaveLength(1);
  });
});

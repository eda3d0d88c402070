import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/domain/access.ts';
import type { Team } from '../../src/domain/team.ts';
import { groundOf, mayLieUnder } from '../../src/grants/ground.ts';
import { controlWith } from './assembled.ts';
import { clouds } from './clouds.ts';

const control = controlWith();
const ground = groundOf(control, clouds);
const payments = control.teams.get('payments') as Team;
const platform = control.teams.get('platform') as Team;

function gcp(path: string): Scope {
  return { cloud: 'gcp', path, key: path };
}

describe('groundOf', () => {
  it('knows the team of each place and the scopes of each team', () => {
    expect(Object.fromEntries(ground.owners)).toEqual({
      'payments-prod': 'payments',
      'payments-test': 'payments',
      'platform-shared': 'platform',
      'all-projects': 'platform',
    });
    expect(
      ground.scopes
        .get('payments')
        ?.get('gcp')
        ?.map(({ path }) => path),
    ).toEqual(['projects/payments-prod', 'projects/payments-test']);
    expect(ground.scopes.get('platform')?.get('azure')).toEqual([]);
  });
});

describe('mayLieUnder', () => {
  it('goes by the text', () => {
    expect(mayLieUnder(ground, payments, gcp('projects/payments-prod'))).toBe(true);
    expect(mayLieUnder(ground, payments, gcp('projects/payments-prod/buckets/x'))).toBe(true);
    expect(mayLieUnder(ground, payments, gcp('projects/search-prod'))).toBe(false);
  });

  it('leaves to the plan what a container may hold', () => {
    expect(mayLieUnder(ground, platform, gcp('projects/search-prod'))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/domain/access.ts';
import { placeOver, scopeOf } from '../../src/reconcile/place.ts';
import { aControl, CLOUDS, PAYMENTS, RG, source } from './builders.ts';

function scope(cloud: string, text: string): Scope {
  const parsed = CLOUDS.get(cloud)?.scope(text);
  if (parsed?.ok !== true) throw new Error(text);
  return parsed.value;
}

const FOLDER = {
  name: 'platform',
  approvers: [],
  zone: 'UTC',
  places: new Map([
    [
      'all',
      {
        name: 'all',
        env: 'prod',
        scopes: new Map([
          ['gcp', 'folders/77'],
          ['azure', '/subscriptions/00000000-0000-4000-8000-000000000000'],
        ]),
      },
    ],
  ]),
  source: source('x'),
};
const control = aControl({ teams: [FOLDER, PAYMENTS] });

describe('placeOver', () => {
  it('takes the nearest of several places, in either order of the files', () => {
    expect(placeOver(scope('azure', `${RG}/providers/Microsoft.Storage/storageAccounts/x`), control, CLOUDS)).toMatchObject({
      team: 'payments',
      place: { name: 'payments-prod' },
    });
    expect(placeOver(scope('azure', RG), aControl({ teams: [PAYMENTS, FOLDER] }), CLOUDS)).toMatchObject({ team: 'payments' });
    expect(
      placeOver(scope('azure', '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/other'), control, CLOUDS),
    ).toMatchObject({ team: 'platform' });
  });

  it('finds a folder over a project only once the cloud was asked', () => {
    const project = scope('gcp', 'projects/another-one');
    expect(placeOver(project, control, CLOUDS)).toBeUndefined();
    expect(placeOver(project, control, CLOUDS, (one) => [one, scope('gcp', 'folders/77')])).toMatchObject({ team: 'platform' });
  });

  it('finds none in a cloud that nobody knows', () => {
    const places = new Map([['olympus', { name: 'olympus', env: 'x', scopes: new Map([['mars', 'x']]) }]]);
    const mars = { cloud: 'mars', path: 'x', key: 'x' };
    expect(placeOver(mars, aControl({ teams: [{ ...PAYMENTS, places }] }), CLOUDS)).toBeUndefined();
    expect(scopeOf({ name: 'p', env: 'x', scopes: new Map([['gcp', 'nonsense']]) }, 'gcp', CLOUDS)).toBeUndefined();
    const blind = new Map([...CLOUDS].filter(([name]) => name === 'gcp'));
    expect(placeOver(scope('azure', RG), control, blind)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Where } from '../../src/domain/policy.ts';
import { isLoosened, isReached, type Spot } from '../../src/policy/where.ts';
import { directoryOf } from './acme.ts';

const ANY: Where = { folders: [], environments: [], clouds: [], roles: [], principals: [] };
const SPOT: Spot = { folder: 'payments', env: 'prod', cloud: 'gcp', roles: ['debug', 'gcp:roles/logging.viewer'], principal: 'ada' };
const directory = directoryOf();

const reached = (where: Partial<Where>, spot: Partial<Spot> = {}) => isReached({ ...ANY, ...where }, { ...SPOT, ...spot }, directory);
const loosened = (where: Partial<Where>, spot: Partial<Spot> = {}) => isLoosened({ ...ANY, ...where }, { ...SPOT, ...spot }, directory);

describe.each([
  ['a demand', reached],
  ['a loosening', loosened],
])('%s', (_, fits) => {
  it.each<[Partial<Where>, boolean]>([
    [{}, true],
    [{ folders: ['payments'] }, true],
    [{ folders: ['search'] }, false],
    [{ environments: ['test', 'prod'] }, true],
    [{ environments: ['test'] }, false],
    [{ clouds: ['azure'] }, false],
    [{ roles: ['debug'] }, true],
    [{ roles: ['release'] }, false],
    [{ roles: ['gcp:roles/*.viewer'] }, true],
    [{ roles: ['GCP:roles/Logging.*'] }, true],
    [{ roles: ['azure:*'] }, false],
    [{ roles: ['release', 'debug'] }, true],
    [{ roles: ['gcp:roles/x', 'gcp:roles/*.viewer'] }, true],
    [{ roles: ['d*'] }, false],
    [{ roles: ['Debug'] }, false],
    [{ principals: ['bo', 'ada'] }, true],
    [{ principals: ['ada'] }, true],
    [{ principals: ['bo'] }, false],
    [{ environments: ['prod'], clouds: ['azure'] }, false],
  ])('with %j fits: %s', (where, expected) => expect(fits(where)).toBe(expected));

  it('folds a role of a cloud however it is spelled', () => {
    expect(fits({ roles: ['azure:reader'] }, { cloud: 'azure', roles: ['azure:READER'] })).toBe(true);
  });

  it('fits what is not known', () => {
    const { env: _env, cloud: _cloud, roles: _roles, ...bare } = SPOT;
    expect(isReached({ ...ANY, environments: ['x'], clouds: ['x'], roles: ['x'] }, bare, directory)).toBe(true);
  });
});

describe('people', () => {
  it('are reached by their accounts and groups', () => {
    expect(reached({ principals: ['ada'] }, { principal: 'ada-adm' })).toBe(true);
    expect(reached({ principals: ['ada-adm'] })).toBe(true);
    expect(reached({ principals: ['ada'] }, { principal: 'payments-oncall' })).toBe(true);
    expect(reached({ principals: ['payments-oncall'] }, { principal: 'chi' })).toBe(true);
    expect(reached({ principals: ['payments-oncall'] }, { principal: 'search-oncall' })).toBe(false);
    expect(reached({ principals: ['deployer'] }, { principal: 'deployer' })).toBe(true);
  });

  it('are loosened by their accounts, and no group by a member', () => {
    expect(loosened({ principals: ['ada'] }, { principal: 'ada-adm' })).toBe(true);
    expect(loosened({ principals: ['ada-adm'] })).toBe(false);
    expect(loosened({ principals: ['ada'] }, { principal: 'payments-oncall' })).toBe(false);
    expect(loosened({ principals: ['payments-oncall'] }, { principal: 'chi' })).toBe(false);
    expect(loosened({ principals: ['ghost'] }, { principal: 'ghost' })).toBe(true);
  });
});

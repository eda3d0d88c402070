import { expect, it } from 'vitest';
import type { Scope } from '../../src/domain/access.ts';
import { checkSuccession } from '../../src/grants/check-succession.ts';
import { aControl, CLOUDS } from '../reconcile/builders.ts';
import { controlWith, edited } from './assembled.ts';
import { example } from './example.ts';

const clouds = [...CLOUDS.values()];

function scope(cloud: string, text: string): Scope {
  const parsed = CLOUDS.get(cloud)?.scope(text);
  if (parsed?.ok !== true) throw new Error(text);
  return parsed.value;
}

function managing(gcp: readonly string[], azure: readonly string[] = ['/']) {
  return aControl({
    policy: {
      clouds: new Map([
        ['gcp', { reads: [], manages: gcp }],
        ['azure', { reads: [], manages: azure }],
      ]),
    },
  });
}

it('lets no stamp be forgotten', () => {
  const before = aControl({ policy: { formerStamps: ['oldest'] } });
  expect(checkSuccession(before, aControl({ policy: { stamp: 'new' } }), [], clouds)).toMatchObject([
    {
      code: 'GK1503',
      message: 'the stamp was acme-access, which is not among formerStamps',
      hint: expect.stringContaining('formerStamps: [oldest, acme-access]') as string,
    },
  ]);
  expect(checkSuccession(before, aControl({ policy: { stamp: 'new', formerStamps: ['acme-access'] } }), [], clouds)).toEqual([]);
  expect(checkSuccession(before, aControl(), [], clouds)).toEqual([]);
});

it('points at the line that is to be changed', () => {
  const before = controlWith(edited('policy/policy.yaml', 'manages: [folders/77]', 'manages: [folders/77, projects/payments-prod]'));
  const after = controlWith({
    'policy/policy.yaml': (example['policy/policy.yaml'] as string)
      .replace('stamp: acme-access', 'stamp: new')
      .replace('manages: [folders/77]', 'manages: [projects/search-prod]'),
  });
  const found = checkSuccession(before, after, [scope('gcp', 'projects/payments-prod')], clouds);
  const lines = (example['policy/policy.yaml'] as string).split('\n');
  expect(found.map(({ code, at }) => [code, at?.line, lines[(at?.line ?? 0) - 1]?.slice((at?.column ?? 0) - 1).slice(0, 11)])).toEqual([
    ['GK1503', expect.any(Number), 'acme-access'],
    ['GK1504', expect.any(Number), '[folders/77'],
  ]);
});

it('lets no scope with a live grant fall out of what is managed', () => {
  const open = [scope('gcp', 'projects/payments-prod'), scope('azure', '/subscriptions/00000000-0000-4000-8000-000000000000')];
  const before = managing(['projects/payments-prod']);
  expect(checkSuccession(before, managing(['projects/payments-test']), open, clouds)).toMatchObject([
    {
      code: 'GK1504',
      message: 'live grants lie outside what is managed: projects/payments-prod',
      hint: 'Withdraw the grants there first, or keep the scope until their end.',
    },
  ]);
  expect(checkSuccession(before, managing(['projects/payments-test']), [], clouds)).toEqual([]);
  const two = [scope('gcp', 'projects/payments-prod'), scope('gcp', 'projects/search-prod')];
  expect(checkSuccession(managing(['folders/77']), managing(['projects/payments-test']), two, clouds)).toMatchObject([
    { message: 'live grants lie outside what is managed: projects/payments-prod, projects/search-prod' },
  ]);
  expect(checkSuccession(before, managing(['folders/77']), open, clouds)).toEqual([]);
  expect(
    checkSuccession(
      managing(['folders/77'], ['/subscriptions/00000000-0000-4000-8000-000000000000']),
      managing(['nonsense'], []),
      open,
      clouds,
    ),
  ).toHaveLength(2);
  expect(checkSuccession(before, aControl({ policy: { clouds: new Map() } }), open, clouds)).toHaveLength(2);
});

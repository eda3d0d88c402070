import { describe, expect, it } from 'vitest';
import { readTeam } from '../../src/grants/read-team.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example } from './example.ts';

const FILE = 'policy/teams/payments.yaml';
const TEXT = example[FILE] as string;

describe('readTeam', () => {
  it('reads approvers, zone and places', () => {
    const team = readTeam(FILE, bytesOf(TEXT), clouds);
    if (!team.ok) expect.fail('the example must read');
    expect(team.value).toMatchObject({ name: 'payments', approvers: ['bo', 'chi'], zone: 'Europe/Berlin' });
    expect([...team.value.places]).toEqual([
      [
        'payments-prod',
        {
          name: 'payments-prod',
          env: 'prod',
          scopes: new Map([
            ['gcp', 'projects/payments-prod'],
            ['azure', '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments'],
          ]),
        },
      ],
      ['payments-test', { name: 'payments-test', env: 'test', scopes: new Map([['gcp', 'projects/payments-test']]) }],
    ]);
  });

  it('shows ends in UTC where nothing else is said', () => {
    expect(readTeam(FILE, bytesOf(TEXT.replace('zone: Europe/Berlin\n', '')), clouds)).toMatchObject({ ok: true, value: { zone: 'UTC' } });
  });

  it.each([
    ['Europe/Berlin', 'Europe/Nowhere', 'GK1215 2:7'],
    ['Europe/Berlin', '+01:00', 'GK1215 2:7'],
    ['projects/payments-test', 'projects/Payments', 'GK1208 5:36'],
    ['payments-test:', 'Test:', 'GK1201 5:3'],
    ['[bo, chi]', '[bo]', 'GK1105 1:12'],
  ])('finds %j as %j', (from, to, place) => {
    const team = readTeam(FILE, bytesOf(TEXT.replace(from, to)), clouds);
    expect(team.ok ? [] : team.findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`)).toEqual([place]);
  });

  it('is called by its file', () => {
    expect(readTeam('policy/teams/Pay.yaml', bytesOf(TEXT), clouds)).toMatchObject({ ok: false, findings: [{ code: 'GK1201' }] });
  });
});

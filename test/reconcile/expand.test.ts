import { describe, expect, it } from 'vitest';
import { expand, expander } from '../../src/reconcile/expand.ts';
import { aControl, aGrant, aRole, CLOUDS, DEBUG, LOGS, PAYMENTS, RG, source } from './builders.ts';

function spelled(grant: Parameters<typeof expand>[0], control = aControl()) {
  const { units, notes } = expand(grant, control, CLOUDS);
  return { units: units.map((unit) => `${unit.principal} ${unit.role} ${unit.scope.path}`), notes };
}

describe('expand', () => {
  it('makes a catalogue role at a place into its cloud roles there', () => {
    expect(spelled(aGrant('g', { access: [DEBUG] }))).toEqual({
      units: ['ada roles/logging.viewer projects/payments-prod', 'ada roles/cloudsql.viewer projects/payments-prod', `ada Reader ${RG}`],
      notes: [],
    });
  });

  it('lets entries fall away where the place has no such cloud, and says so', () => {
    const { units, notes } = spelled(aGrant('g', { access: [{ kind: 'catalogue', role: 'debug', places: ['payments-test'] }] }));
    expect(units).toHaveLength(2);
    expect(notes).toEqual(['debug: Reader falls away, since payments-test has no azure scope']);
  });

  it('reaches below a place, in a catalogue role and in an entry of its own', () => {
    const roles = [
      aRole('debug', {
        access: [{ cloud: 'azure', target: '$place/providers/Microsoft.Storage/storageAccounts/x', role: 'Reader', condition: 'c' }],
      }),
    ];
    const grant = aGrant('g', {
      access: [
        DEBUG,
        {
          kind: 'cloud',
          cloud: 'azure',
          target: 'payments-prod/providers/Microsoft.Storage/storageAccounts/y',
          role: 'Reader',
          condition: 'c',
        },
      ],
    });
    const { units } = expand(grant, aControl({ roles }), CLOUDS);
    expect(units.map((unit) => [unit.scope.path.slice(RG.length), unit.condition])).toEqual([
      ['/providers/Microsoft.Storage/storageAccounts/x', 'c'],
      ['/providers/Microsoft.Storage/storageAccounts/y', 'c'],
    ]);
  });

  it('takes raw scopes as they are', () => {
    const entry = { kind: 'cloud', cloud: 'gcp', target: 'projects/elsewhere', role: 'roles/logging.viewer', condition: 'true' } as const;
    const { units } = expand(
      aGrant('g', { access: [entry, { ...LOGS, kind: 'cloud', cloud: 'gcp', target: 'projects/another-one', role: 'roles/browser' }] }),
      aControl(),
      CLOUDS,
    );
    expect(units.map((unit) => [unit.scope.path, unit.place, unit.condition])).toEqual([
      ['projects/elsewhere', undefined, 'true'],
      ['projects/another-one', undefined, undefined],
    ]);
  });

  it.each([
    ['a team', aGrant('g', { team: 'nobody' }), 'the team nobody is not there'],
    [
      'a role',
      aGrant('g', { access: [{ kind: 'catalogue', role: 'gone', places: ['payments-prod'] }] }),
      'the role gone is not in the catalogue',
    ],
    ['a place', aGrant('g', { access: [{ kind: 'catalogue', role: 'debug', places: ['gone'] }] }), "the place gone is none of payments's"],
    [
      'a target',
      aGrant('g', { access: [{ kind: 'cloud', cloud: 'gcp', target: 'gone', role: 'roles/browser' }] }),
      "the place gone is none of payments's",
    ],
    [
      'a scope',
      aGrant('g', { access: [{ kind: 'cloud', cloud: 'azure', target: 'payments-test', role: 'Reader' }] }),
      'payments-test has no azure scope',
    ],
    ['a person', aGrant('g', { principals: ['nobody'] }), 'nobody is not in policy/people'],
    [
      'an identity',
      aGrant('g', { principals: ['ada-adm'], access: [{ kind: 'cloud', cloud: 'azure', target: 'payments-prod', role: 'Reader' }] }),
      'ada-adm has no identity in azure',
    ],
  ])('says which name is not there: %s', (_, grant, note) => {
    expect(spelled(grant)).toEqual({ units: [], notes: [note] });
  });

  it('says what does not read', () => {
    const people = [
      {
        name: 'odd',
        kind: 'person',
        person: 'odd',
        identities: new Map([
          ['gcp', 'nonsense'],
          ['mars', 'x'],
        ]),
        members: [],
        source: source('x'),
        pointer: '',
      } as const,
    ];
    const control = aControl({ people });
    const scope = spelled(aGrant('g', { principals: ['odd'] }), control);
    expect(scope.notes[0]).toMatch(/^nonsense of odd: /);
    const mars = spelled(
      aGrant('g', { principals: ['odd'], access: [{ kind: 'cloud', cloud: 'mars', target: 'payments-mars', role: 'r' }] }),
      aControl({
        people,
        teams: [
          {
            ...PAYMENTS,
            places: new Map([['payments-mars', { name: 'payments-mars', env: 'x', scopes: new Map([['mars', 'olympus']]) }]]),
          },
        ],
      }),
    );
    expect(mars.notes).toEqual(['olympus: no such cloud as mars']);
    const deep = spelled(aGrant('g', { access: [{ kind: 'cloud', cloud: 'gcp', target: 'payments-prod/nonsense/x/y', role: 'r' }] }));
    expect(deep.notes[0]).toMatch(/^projects\/payments-prod\/nonsense\/x\/y: /);
  });

  it('takes who ends it from the nearest that says so: entry, role, policy; and only where the cloud leaves a choice', () => {
    const bounds = { reads: [], manages: ['/'], enforce: 'pim' } as const;
    const policy = { clouds: new Map([['gcp', bounds] as const, ['azure', bounds] as const]) };
    const enders = (entry: object, role: object = {}, words: object = { policy }) =>
      expand(aGrant('g', { access: [{ ...DEBUG, ...entry }] }), aControl({ ...words, roles: [aRole('debug', role)] }), CLOUDS).units.map(
        ({ enforce, takeover }) => `${enforce} ${takeover}`,
      );
    const none = 'undefined undefined';
    expect(enders({}, {}, {})).toEqual([none, none, none]);
    expect(enders({})).toEqual([none, none, 'pim undefined']);
    expect(enders({}, { enforce: 'auto' })).toEqual([none, none, 'auto undefined']);
    expect(enders({ enforce: 'run', takeover: 'replace' }, { enforce: 'auto' })).toEqual([none, none, 'run replace']);
    const own = { kind: 'cloud', cloud: 'azure', target: 'payments-prod', role: 'Reader', enforce: 'run' } as const;
    expect(expand(aGrant('g', { access: [own] }), aControl({ policy }), CLOUDS).units).toMatchObject([{ enforce: 'run' }]);
  });

  it('remembers what it expanded, for the same grant and control files', () => {
    const remember = expander(CLOUDS);
    const grant = aGrant('g');
    const control = aControl();
    expect(remember(grant, control)).toBe(remember(grant, control));
    expect(remember(grant, aControl())).not.toBe(remember(grant, control));
  });
});

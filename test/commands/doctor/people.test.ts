import { describe, expect, it } from 'vitest';
import { doctor } from '../../../src/commands/doctor.ts';
import { type Listed, peopleChecks } from '../../../src/commands/doctor/people.ts';
import type { KnownMember } from '../../../src/providers/provider.ts';
import type { Check } from '../../../src/report/doctor.ts';
import { APPLICATIONS, PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { aWorld, exampleFile } from '../../scenarios/world.ts';

const SOURCE = { file: '', place: () => SPOT, key: () => SPOT };
const SPOT = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

const ada: Listed = {
  name: 'ada',
  principal: {
    name: 'ada',
    kind: 'person',
    fullName: 'Ada Byrón (the first)',
    identities: new Map(),
    members: [],
    source: SOURCE,
    pointer: '',
  },
  member: { kind: 'user', id: 'a', shown: 'A' },
};

const verdicts = (known: readonly KnownMember[]) =>
  peopleChecks('Azure', [ada], { ok: true, known }).map(({ id, verdict, found, fix }) => [id, verdict, found, fix]);

describe('the check of policy/people', () => {
  it('passes where each is there, of its kind, and called so but for case, accents and brackets', () => {
    expect(verdicts([{ id: 'a', kind: 'user', name: 'ada BYRON' }]).map(([, verdict]) => verdict)).toEqual(['pass', 'pass']);
    expect(verdicts([{ id: 'a', kind: 'user' }]).map(([, verdict]) => verdict)).toEqual(['pass', 'pass']);
    expect(verdicts([{ id: 'a', kind: 'other' }]).map(([, verdict]) => verdict)).toEqual(['pass', 'pass']);
  });

  it('fails for another kind, another name, and what cannot be given a role, each with its remedy', () => {
    expect(verdicts([{ id: 'a', kind: 'group', name: 'Ada King' }])).toEqual([
      ['people-known', 'fail', 'ada: the directory knows A as one of its groups', 'ada: List it under groups:.'],
      ['people-named', 'fail', 'ada: policy says Ada Byrón (the first), the directory Ada King', expect.stringContaining('right person')],
    ]);
    expect(verdicts([{ id: 'a', gone: true, problem: 'nobody has it' }])[0]?.[2]).toBe('ada: A: nobody has it');
  });

  it('is unknown where the directory does not tell', () => {
    const failure = { kind: 'forbidden', message: 'no right', hint: 'give it' } as const;
    expect(peopleChecks('Azure', [ada], { ok: false, failure })).toMatchObject([{ verdict: 'unknown', found: 'no right', fix: 'give it' }]);
    const bare = { kind: 'transient', message: 'down' } as const;
    expect(peopleChecks('Azure', [ada], { ok: false, failure: bare })).toMatchObject([{ fix: 'Run doctor again.' }]);
  });

  it('is part of doctor: an application id where the object id belongs, and somebody who is gone', async () => {
    const world = await aWorld();
    await world.azureState.update((state) => {
      state.users = state.users.filter(({ id }) => id !== PEOPLE.chi);
      state.servicePrincipals = state.servicePrincipals.map((one) =>
        one.id === SERVICES.deployer ? { ...one, appId: APPLICATIONS.planner } : one,
      );
    });
    await world.propose({
      'policy/people/engineering.yaml': exampleFile('policy/people/engineering.yaml').replaceAll(SERVICES.deployer, APPLICATIONS.planner),
    });
    const { checks } = JSON.parse(JSON.stringify((await world.run(doctor)).json)) as { readonly checks: readonly Check[] };
    const found = checks.find(({ id }) => id === 'people-known');
    expect(found).toMatchObject({ verdict: 'fail', source: expect.stringContaining('Azure') as string });
    expect(found?.found).toMatch(/chi: .*nobody has this object id/);
    expect(found?.found).toMatch(/deployer: .*the application \(client\) id of/);
    expect(found?.fix).toContain(`deployer: Write the object id of its service principal (enterprise application): ${SERVICES.deployer}`);
  });
});

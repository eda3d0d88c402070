import { describe, expect, it } from 'vitest';
import type { AccessEntry } from '../../../src/domain/grant.ts';
import type { Enforce } from '../../../src/domain/terms.ts';
import type { Use } from '../../../src/policy/asked.ts';
import { whoEnds } from '../../../src/policy/rules/who-ends.ts';
import { asked, control, grant, policy, role, use } from '../acme.ts';

interface Story {
  readonly entry?: Enforce;
  readonly role?: Enforce;
  readonly mayEnforce?: readonly Enforce[];
}

const AZURE = [{ cloud: 'azure', target: '$place', role: 'Reader' }];

const READER: Use = use({ role: { cloud: 'azure', text: 'Reader' } });

function problems(story: Story, one: Use = READER) {
  const { entry, role: ofRole, mayEnforce } = story;
  const bounds = { reads: [], manages: ['/'], ...(mayEnforce === undefined ? {} : { mayEnforce }) };
  const access: AccessEntry = {
    kind: 'catalogue',
    role: 'debug',
    places: ['payments-prod'],
    ...(entry === undefined ? {} : { enforce: entry }),
  };
  const debug = role('debug', { access: AZURE, ...(ofRole === undefined ? {} : { enforce: ofRole }) });
  const strict = control({ policy: policy({ clouds: new Map([['azure', bounds]]) }), roles: new Map([['debug', debug]]) });
  return whoEnds.judge(asked({ control: strict, grant: grant({ access: [access] }), uses: [one] }));
}

describe('who-ends', () => {
  it.each([
    [{}],
    [{ entry: 'run' }],
    [{ mayEnforce: ['pim'] }],
    [{ entry: 'pim', mayEnforce: ['pim', 'auto'] }],
    [{ entry: 'pim', role: 'run', mayEnforce: ['pim'] }],
  ] as const)('leaves %j', (story) => expect(problems(story)).toEqual([]));

  it('refuses what an entry or its role says and policy forbids', () => {
    const hint = 'Leave `enforce` out, or write pim or auto; clouds.azure.mayEnforce of policy/policy.yaml says so';
    expect(problems({ entry: 'run', mayEnforce: ['pim', 'auto'] })).toEqual([
      { pointer: '/access/0/enforce', message: 'this says `enforce: run`, which policy forbids on Azure', hint },
    ]);
    expect(problems({ role: 'run', mayEnforce: ['pim', 'auto'] })).toEqual([
      { pointer: '/access/0', message: 'debug says `enforce: run`, which policy forbids on Azure', hint },
    ]);
  });

  it('names a cloud that nobody knows by its key', () => {
    const bounds = { reads: [], manages: [], mayEnforce: ['pim'] as const };
    const strict = control({ policy: policy({ clouds: new Map([['mars', bounds]]) }) });
    const access: AccessEntry = { kind: 'cloud', cloud: 'mars', target: 'olympus', role: 'r', enforce: 'run' };
    const one = use({ role: { cloud: 'mars', text: 'r' } });
    expect(whoEnds.judge(asked({ control: strict, grant: grant({ access: [access] }), uses: [one] }))).toMatchObject([
      { message: 'this says `enforce: run`, which policy forbids on mars' },
    ]);
  });

  it('goes by the very cloud where it is known', () => {
    expect(problems({ role: 'run', mayEnforce: ['pim'] }, use())).toEqual([]);
    const { role: _role, ...unknown } = use();
    expect(problems({ role: 'run', mayEnforce: ['pim'] }, unknown)).toHaveLength(1);
    const { catalogueRole: _name, ...nothing } = unknown;
    expect(problems({ entry: 'run', mayEnforce: ['pim'] }, nothing)).toEqual([]);
  });
});

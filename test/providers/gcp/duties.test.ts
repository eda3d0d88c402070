import { describe, expect, it } from 'vitest';
import { later } from '../../../src/domain/instant.ts';
import type { RecallMeans } from '../../../src/domain/measure.ts';
import { dutiesOf, limitTo } from '../../../src/providers/gcp/duties.ts';
import { gcpLockReader, gcpLockWriter } from '../../../src/providers/gcp/lockdown.ts';
import { memberOf } from '../../../src/providers/gcp/member.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { gcpWriter } from '../../../src/providers/gcp/writer.ts';
import type { Duty, LockWish } from '../../../src/providers/provider.ts';
import { grant, revoke } from '../conformance.ts';
import { SAMPLES } from './samples.ts';
import { desired, type GcpWorld, gcpWorld, NOW, scopeOf } from './world.ts';

const ORGANIZATION = 'organizations/123456789012';
const READER = 'roles/logging.viewer';
const CUSTOM = 'projects/payments-prod/roles/ledgerReader';
const until = later(NOW, 3_600_000);

const PATHS = ['projects/payments-prod', 'folders/77', ...Object.values(SAMPLES).map(([path]) => path ?? '')];

/** The duties for grants at one scope; a folder is there for what lies in it too. */
function dutiesAt(path: string): readonly Duty[] {
  return dutiesOf({ reads: [scopeOf(ORGANIZATION)], manages: [scopeOf('folders/77')], grants: [scopeOf(path)], roles: [READER] });
}

/** A cloud in which the tool holds one duty and nothing else. */
function worldWith(path: string, { permissions, at, limit }: Pick<Duty, 'permissions' | 'at' | 'limit'>): GcpWorld {
  const world = gcpWorld(
    (state) => {
      const role = `${ORGANIZATION}/roles/tool`;
      const member = 'serviceAccount:grantkeeper@platform-shared.iam.gserviceaccount.com';
      state.roles[role] = { title: 'tool', stage: 'GA', includedPermissions: permissions };
      const token = state.tokens['sim-token-grantkeeper'];
      if (token !== undefined) state.tokens['sim-token-grantkeeper'] = { ...token, byPolicies: true };
      for (const [name, policy] of Object.entries(state.policies)) {
        const others = policy.bindings.filter(({ members }) => !members.includes(member));
        const condition = limit === undefined ? {} : { condition: { title: 'limit', expression: limit } };
        state.policies[name] = { ...policy, bindings: at.includes(name) ? [...others, { role, members: [member], ...condition }] : others };
      }
    },
    path === 'projects/payments-prod' ? undefined : path,
  );
  return world;
}

/** All that a plan asks of a scope; whether every answer was good. */
async function plans(world: GcpWorld): Promise<boolean> {
  const reader = gcpReader(world.access);
  const scopes = world.scope.path.startsWith('folders/') ? [world.scope, scopeOf('projects/payments-prod')] : [world.scope];
  const answers = await Promise.all(scopes.flatMap((scope) => [reader.read(scope), reader.ancestry(scope)]));
  const role = await reader.role(scopeOf('projects/payments-prod'), CUSTOM);
  const beside = await reader.siblings?.([scopeOf('projects/payments-prod'), scopeOf('folders/77')])?.list();
  return role.ok && beside?.(scopeOf('projects/payments-test')) !== undefined && answers.every(({ ok }) => ok);
}

/** All that a run does: it plans, gives and takes. */
async function applies(world: GcpWorld): Promise<boolean> {
  if (!(await plans(world))) return false;
  const scopes = world.scope.path.startsWith('folders/') ? [world.scope, scopeOf('projects/payments-prod')] : [world.scope];
  const done = await Promise.all(
    scopes.map(async (scope) => {
      const reading = await gcpReader(world.access).read(scope);
      if (!reading.ok) return false;
      const writer = gcpWriter(world.access);
      const given = await writer.apply(reading, [grant(desired({ who: 'ada', role: 'reader', grant: 'one', until }, scope))], () => []);
      const ours = given.reading.live.find(({ mark }) => mark?.grant === 'one');
      if (ours === undefined) return false;
      const taken = await writer.apply(given.reading, [revoke(ours)], () => []);
      return [...given.outcomes, ...taken.outcomes].every(({ status }) => status === 'applied');
    }),
  );
  return done.every(Boolean);
}

describe('the rights of plan and apply', () => {
  it.each(PATHS)('are enough at %s, and none of them is too much', async (path) => {
    const [plan, apply] = dutiesAt(path);
    for (const [duty, works] of [
      [plan, plans],
      [apply, applies],
    ] as const) {
      if (duty === undefined) throw new Error('there is no such duty');
      expect(await works(worldWith(path, duty))).toBe(true);
      for (const missing of duty.permissions) {
        const permissions = duty.permissions.filter((one) => one !== missing);
        expect([missing, await works(worldWith(path, { ...duty, permissions }))]).toEqual([missing, false]);
      }
    }
  });

  it('list projects where what lies in a folder is managed', () => {
    const narrow = { reads: [], grants: [], roles: [] };
    const LIST = 'resourcemanager.projects.list';
    const listing = (manages: string) =>
      dutiesOf({ ...narrow, manages: [scopeOf(manages)] }).map(({ permissions }) => permissions.includes(LIST));
    expect([listing('folders/77'), listing('projects/payments-prod')]).toEqual([
      [true, true, true],
      [false, false, false],
    ]);
  });

  it('do not let a plan write', async () => {
    const [plan] = dutiesAt('projects/payments-prod');
    if (plan === undefined) throw new Error('there is no such duty');
    expect(await applies(worldWith('projects/payments-prod', plan))).toBe(false);
  });
});

describe('the rights of break-glass', () => {
  const asked = { reads: [], manages: [scopeOf('folders/77')], grants: [scopeOf('projects/payments-prod')], roles: [READER, CUSTOM] };
  const glass = dutiesOf({ ...asked, glass: [READER] }).at(-1);
  const gives = async (duty: Pick<Duty, 'permissions' | 'at' | 'limit'>, role: 'reader' | 'writer'): Promise<boolean> => {
    const world = worldWith('projects/payments-prod', duty);
    const reading = await gcpReader(world.access).read(world.scope);
    if (!reading.ok) return false;
    const change = grant(desired({ who: 'ada', role, grant: 'bg-1', until }));
    const { outcomes } = await gcpWriter(world.access).apply(reading, [change], () => [change]);
    return outcomes.every(({ status }) => status === 'applied');
  };

  it('are there where policy has it, and let its roles be given and no others', async () => {
    expect(dutiesOf(asked).map(({ name }) => name)).not.toContain('glass');
    if (glass?.name !== 'glass') throw new Error('nothing is printed for break-glass');
    expect([await gives(glass, 'reader'), await gives(glass, 'writer')]).toEqual([true, false]);
  });

  it('are none too many', async () => {
    const { permissions = [], ...rest } = glass ?? { at: [] };
    // A folder stands for its projects, and each kind has the two.
    const ofProject = permissions.filter((one) => one.startsWith('resourcemanager.projects.'));
    expect(ofProject).toEqual(['resourcemanager.projects.getIamPolicy', 'resourcemanager.projects.setIamPolicy']);
    expect(permissions).toEqual(ofProject);
    for (const one of permissions) {
      const fewer = permissions.filter((other) => other !== one);
      expect(await gives({ ...rest, permissions: fewer }, 'reader')).toBe(false);
    }
  });
});

describe('the limit of apply', () => {
  it('lets no other role be given or taken than those of the catalogue', async () => {
    const [, apply] = dutiesAt('projects/payments-prod');
    const world = worldWith('projects/payments-prod', apply ?? { permissions: [], at: [] });
    const reading = await gcpReader(world.access).read(world.scope);
    if (!reading.ok) throw new Error(reading.failure.message);
    const changes = [
      grant(desired({ who: 'ada', role: 'reader', grant: 'one', until })),
      grant(desired({ who: 'ada', role: 'writer', grant: 'two', until })),
    ];
    const { outcomes } = await gcpWriter(world.access).apply(reading, changes, () => changes);
    expect(outcomes.map(({ status, failure }) => [status, failure?.kind])).toEqual([
      ['applied', undefined],
      ['failed', 'forbidden'],
    ]);
  });

  it('has lists of ten', () => {
    const roles = Array.from({ length: 12 }, (_, at) => `roles/r${String(at).padStart(2, '0')}`);
    const [first, second, ...more] = limitTo([...roles, ...roles]).split(' || ');
    expect(first).toBe(
      `api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly([${roles
        .slice(0, 10)
        .map((role) => `'${role}'`)
        .join(', ')}])`,
    );
    expect(second).toContain("hasOnly(['roles/r10', 'roles/r11'])");
    expect(more).toEqual([]);
    expect(limitTo([])).toContain('.hasOnly([])');
  });
});

describe('the rights of a recall', () => {
  it('reach as far as the tool manages, and look beyond', () => {
    const duties = dutiesAt('projects/payments-prod');
    expect(duties.map(({ name, who, at, limit }) => [name, who, at, limit === undefined])).toEqual([
      ['plan', 'plan', ['folders/77'], true],
      ['apply', 'apply', ['folders/77'], false],
      ['recall', 'recall', ['folders/77'], true],
      ['look', 'recall', [ORGANIZATION], true],
    ]);
    expect(duties[3]?.permissions).toEqual([
      'cloudasset.assets.searchAllIamPolicies',
      'resourcemanager.organizations.getIamPolicy',
      'resourcemanager.projects.get',
      'resourcemanager.projects.getIamPolicy',
    ]);
    expect(duties[2]?.permissions).not.toContain('cloudasset.assets.searchAllIamPolicies');
    const narrow = [scopeOf('folders/77')];
    const [, , recall] = dutiesOf({ reads: narrow, manages: narrow, grants: [], roles: [] });
    expect(recall?.permissions).toContain('cloudasset.assets.searchAllIamPolicies');
    expect(dutiesOf({ reads: [], manages: [], grants: [], roles: [] }).map(({ name }) => name)).toEqual(['plan', 'apply', 'recall']);
  });
});

describe('the rights for a lockdown', () => {
  const SIGNER = 'grantkeeper-plan@platform-shared.iam.gserviceaccount.com';
  const DEPLOYER = 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com';
  const RAHA = 'principal://iam.googleapis.com/locations/global/workforcePools/partners/subject/raha';
  const MEANS: RecallMeans = { lockdown: ORGANIZATION, disables: true, signOut: { account: SIGNER } };
  const nothing = { reads: [], manages: [], grants: [], roles: [] };
  const dutyOf = (name: Duty['name'], recall = MEANS): Duty => {
    const found = dutiesOf({ ...nothing, recall }).find((duty) => duty.name === name);
    if (found === undefined) throw new Error(`there is no duty ${name}`);
    return found;
  };
  const wish = (...members: readonly string[]): LockWish => ({
    locked: members.map((member) => ({ recall: 'x', member: memberOf(member) })),
    stays: () => false,
    exceptions: [],
  });

  function recallWorld(duty: Duty): GcpWorld {
    const world = worldWith('projects/payments-prod', duty);
    const users = { 'ada@example.com': { tokens: [] }, 'it@example.com': { tokens: [] } };
    world.state.directory = { users, admins: [`serviceAccount:${SIGNER}`, 'user:it@example.com'], delegates: [SIGNER] };
    world.state.workforce = { 'locations/global/workforcePools/partners/subjects/raha': undefined };
    return world;
  }

  const sees = async ({ access }: GcpWorld) => (await (await gcpLockReader(access, MEANS)).foresee(wish(DEPLOYER))).ok;

  /** Makes the policy, changes it, and takes it away, with an account that is disabled and enabled. */
  async function keeps({ access }: GcpWorld): Promise<boolean> {
    const writer = await gcpLockWriter(access, MEANS);
    const outcomes = [];
    for (const one of [wish(DEPLOYER), wish(DEPLOYER, 'user:bo@example.com'), wish()]) outcomes.push(await writer.keep(one));
    return outcomes.flat().length === 6 && outcomes.flat().every(({ status }) => status === 'applied');
  }

  async function ends({ access }: GcpWorld, means: RecallMeans, member: string): Promise<boolean> {
    const done = await (await gcpLockWriter(access, means)).endSessions([memberOf(member)]);
    return done.length === 1 && done.every(({ status }) => status === 'applied');
  }

  const DELEGATED = { ...MEANS, signOut: { account: SIGNER, admin: 'it@example.com' } };

  it.each<[string, Duty, (world: GcpWorld) => Promise<boolean>]>([
    ['see', dutyOf('see'), sees],
    ['keep', dutyOf('keep'), keeps],
    ['lock', dutyOf('lock'), async (world) => (await keeps(world)) && ends(world, MEANS, RAHA)],
    ['sign', dutyOf('sign'), (world) => ends(world, MEANS, 'user:ada@example.com')],
    ['sign for an administrator', dutyOf('sign', DELEGATED), (world) => ends(world, DELEGATED, 'user:ada@example.com')],
  ])('are enough to %s, and none of them is too much', async (_, duty, works) => {
    expect(await works(recallWorld(duty))).toBe(true);
    for (const missing of duty.permissions) {
      const permissions = duty.permissions.filter((one) => one !== missing);
      expect([missing, await works(recallWorld({ ...duty, permissions }))]).toEqual([missing, false]);
    }
  });

  it('are asked for where they are used, and only there', () => {
    const names = (recall: RecallMeans) => dutiesOf({ ...nothing, recall }).map(({ name, who, at }) => `${name} ${who} ${at.join()}`);
    expect(names(MEANS).slice(3)).toEqual([
      `see plan ${ORGANIZATION}`,
      `keep apply ${ORGANIZATION}`,
      `lock recall ${ORGANIZATION}`,
      'sign recall projects/platform-shared',
    ]);
    expect(names({ disables: true }).slice(3)).toEqual([]);
    expect(names({ disables: false, signOut: { account: '1-compute@developer.gserviceaccount.com' } }).slice(3)).toEqual([]);
    const folder = dutyOf('lock', { lockdown: 'folders/77', disables: false });
    expect(folder.permissions).toEqual([
      'iam.denypolicies.create',
      'iam.denypolicies.delete',
      'iam.denypolicies.get',
      'iam.denypolicies.update',
      'resourcemanager.folders.getIamPolicy',
    ]);
  });
});

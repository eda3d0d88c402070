import { describe, expect, it } from 'vitest';
import type { Member } from '../../../src/domain/access.ts';
import type { Locked, MeasureOutcome, RecallMeans } from '../../../src/domain/measure.ts';
import { DENIED, isDeniable } from '../../../src/providers/gcp/deny-permissions.ts';
import { memberDenied } from '../../../src/providers/gcp/deny-principal.ts';
import { gcpLockReader, gcpLockWriter } from '../../../src/providers/gcp/lockdown.ts';
import { memberOf } from '../../../src/providers/gcp/member.ts';
import type { LockWish } from '../../../src/providers/provider.ts';
import { holds } from '../../../src/sim/gcp/access.ts';
import { PUBLISHED_QUOTAS } from '../../../src/sim/gcp/quota.ts';
import type { GcpDenyPolicy, GcpState } from '../../../src/sim/gcp/state.ts';
import type { Fault } from '../../../src/sim/service.ts';
import { type GcpWorld, gcpWorld, NOW } from './world.ts';

const ORGANIZATION = 'organizations/123456789012';
const POLICY = `${ORGANIZATION}/denypolicies/gk-acme-access-lockdown`;
const OTHERS = `${ORGANIZATION}/denypolicies/corp-guardrail`;
const GIL = 'user:gil@example.com';
const DEPLOYER = 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com';
const EMAIL = 'deployer@payments-prod.iam.gserviceaccount.com';
const RAHA = 'principal://iam.googleapis.com/locations/global/workforcePools/partners/subject/raha@altostrat.example';
const MEANS: RecallMeans = { lockdown: ORGANIZATION, disables: true };

const foreign: GcpDenyPolicy = {
  uid: 'x',
  etag: 'BwX0yF4xAAA=',
  displayName: 'Guardrail',
  rules: [
    {
      denyRule: {
        deniedPrincipals: ['principalSet://goog/public:all'],
        deniedPermissions: ['iam.googleapis.com/roles.delete'],
        note: 'unknown',
      },
    },
  ],
  createTime: '2026-01-01T00:00:00Z',
  updateTime: '2026-01-01T00:00:00Z',
};

/** The example organisation with somebody else's deny policy in it. */
function world(change: (state: GcpState) => void = () => undefined): GcpWorld {
  return gcpWorld((state) => {
    state.denyPolicies = { [OTHERS]: [{ from: NOW, policy: foreign }] };
    state.roles['roles/viewer'] = { title: 'Viewer', stage: 'GA', includedPermissions: ['resourcemanager.projects.get'] };
    change(state);
  });
}

function locked(member: string, recall = member.replace(/^\w+:([^@]+)@.*$/, '$1')): Locked {
  return { recall, member: memberOf(member) };
}

function wishFor(members: readonly Locked[], more: Partial<LockWish> = {}): LockWish {
  return { locked: members, stays: () => false, exceptions: [], ...more };
}

async function keep({ access }: GcpWorld, wish: LockWish, means = MEANS): Promise<readonly MeasureOutcome[]> {
  return (await gcpLockWriter(access, means)).keep(wish);
}

const said = (outcomes: readonly MeasureOutcome[]) => outcomes.map(({ measure, status }) => `${status} ${measure.kind} ${measure.member}`);
const standing = ({ state, clock }: GcpWorld) => state.denyPolicies?.[POLICY]?.findLast(({ from }) => from <= clock.now())?.policy;
const principals = (one: GcpWorld) => standing(one)?.rules.map(({ denyRule }) => denyRule?.deniedPrincipals?.join());
const calls = ({ service }: GcpWorld, method: string) =>
  service.calls.filter((call) => call.method === method && call.url.includes('/v2/policies/'));

describe('a lockdown', () => {
  it('is one policy at the organization with a rule for each principal, in the spelling of deny policies', async () => {
    const one = world();
    const exceptions: Member[] = [memberOf('user:chi@example.com'), memberOf(GIL), memberOf('group:payments-oncall@example.com')];
    const done = await keep(one, wishFor([locked(GIL), locked(RAHA, 'raha')], { exceptions }));
    expect(said(done)).toEqual([`applied lock ${GIL}`, `applied lock ${RAHA}`]);
    expect(done[0]?.evidence).toBe(`gk-acme-access-lockdown at ${ORGANIZATION}, read back`);
    expect(standing(one)).toMatchObject({
      displayName: 'Grantkeeper: recalled principals',
      annotations: { 'grantkeeper-stamp': 'acme-access' },
    });
    expect(principals(one)).toEqual(['principal://goog/subject/gil@example.com', RAHA]);
    const [rule] = standing(one)?.rules ?? [];
    expect(rule?.description).toMatch(/^grantkeeper\/1 stamp=acme-access recall=gil denies=\d+\/[0-9a-f]{8}$/);
    expect(rule?.denyRule).toMatchObject({ exceptionPrincipals: ['principal://goog/subject/chi@example.com'], deniedPermissions: DENIED });
    expect([calls(one, 'POST').length, calls(one, 'GET').length]).toEqual([1, 2]);
    expect(calls(one, 'POST')[0]?.headers['x-goog-request-reason']).toBe('grantkeeper run 1 at 4f2a9c1');
    expect(one.state.denyPolicies?.[OTHERS]).toEqual([{ from: NOW, policy: foreign }]);
  });

  it('takes what others gave for good, and gives it back when it is lifted', async () => {
    const one = world();
    const uses = () =>
      holds(one.state, { member: 'user:bo@example.com', role: 'roles/viewer', resource: 'projects/payments-prod' }, one.clock.now());
    await keep(one, wishFor([locked('user:bo@example.com')]));
    expect(uses()).toBe(false);
    expect(said(await keep(one, wishFor([])))).toEqual(['applied unlock user:bo@example.com']);
    expect(uses()).toBe(true);
    expect(standing(one)).toBeUndefined();
    expect(calls(one, 'DELETE')).toHaveLength(1);
    expect(one.state.denyPolicies?.[OTHERS]).toHaveLength(1);
  });

  it('costs one read where all is as wished; what is missing is set again, what was changed is put right, what stays stays', async () => {
    const one = world();
    const wish = wishFor([locked(GIL)]);
    await keep(one, wish);
    const before = one.service.calls.length;
    expect(await keep(one, wish)).toEqual([]);
    expect(one.service.calls.length - before).toBe(1);
    expect(await keep(one, wishFor([], { stays: (recall) => recall === 'gil' }))).toEqual([]);
    const policy = standing(one);
    const weaker = (policy?.rules ?? []).map((rule) => ({
      ...rule,
      denyRule: { ...rule.denyRule, deniedPermissions: ['iam.googleapis.com/roles.list'] },
    }));
    one.state.denyPolicies = {
      ...one.state.denyPolicies,
      [POLICY]: [{ from: NOW, policy: { ...(policy as GcpDenyPolicy), rules: weaker } }],
    };
    const reader = await gcpLockReader(one.access, MEANS);
    expect(await reader.foresee(wish)).toMatchObject({ ok: true, measures: [{ kind: 'lock', member: GIL }] });
    expect(said(await keep(one, wish))).toEqual([`applied lock ${GIL}`]);
    expect(standing(one)?.rules).toEqual(policy?.rules);
    one.state.denyPolicies = {};
    expect(said(await keep(one, wish))).toEqual([`applied lock ${GIL}`]);
  });

  it('carries rules that are not ours in our policy, and does nothing where the policy itself is not ours', async () => {
    const one = world();
    await keep(one, wishFor([locked(GIL)]));
    const policy = standing(one) as GcpDenyPolicy;
    const hand = {
      description: 'by hand',
      denyRule: { deniedPrincipals: ['principal://goog/subject/x@example.com'], deniedPermissions: ['iam.googleapis.com/roles.list'] },
    };
    one.state.denyPolicies = { [POLICY]: [{ from: NOW, policy: { ...policy, rules: [hand, ...policy.rules] } }] };
    expect(said(await keep(one, wishFor([])))).toEqual([`applied unlock ${GIL}`]);
    expect(standing(one)?.rules).toMatchObject([hand]);
    one.state.denyPolicies = { [POLICY]: [{ from: NOW, policy: { ...policy, annotations: { 'grantkeeper-stamp': 'other' } } }] };
    const refused = await keep(one, wishFor([locked(GIL)]));
    expect(refused).toMatchObject([
      { status: 'failed', failure: { kind: 'unsafe', message: expect.stringContaining('is not ours') as string } },
    ]);
    expect(await (await gcpLockReader(one.access, MEANS)).foresee(wishFor([]))).toMatchObject({ ok: false });
  });

  it('never holds ourselves, the last owner or a group', async () => {
    const one = gcpWorld((state) => {
      const policy = state.policies[ORGANIZATION];
      if (policy === undefined) throw new Error('there is no organization');
      const owner = { role: 'roles/resourcemanager.organizationAdmin', members: [GIL, 'deleted:user:old@example.com?uid=1'] };
      state.policies[ORGANIZATION] = { ...policy, bindings: [...policy.bindings.filter(({ role }) => role !== owner.role), owner] };
    });
    const self = 'serviceAccount:grantkeeper@platform-shared.iam.gserviceaccount.com';
    const access = { ...one.access, identity: { kind: 'token', token: 'sim-token-grantkeeper', self } as const };
    const wish = wishFor([
      locked(GIL),
      locked(self, 'self'),
      locked('group:payments-oncall@example.com', 'oncall'),
      locked('user:bo@example.com'),
    ]);
    const done = await (await gcpLockWriter(access, { ...MEANS, disables: false })).keep(wish);
    expect(said(done)).toEqual([
      `failed lock ${self}`,
      'skipped lock group:payments-oncall@example.com',
      `failed lock ${GIL}`,
      'applied lock user:bo@example.com',
    ]);
    expect(done[2]?.failure?.message).toBe(`${ORGANIZATION} would be left without an owner who is not locked out`);
    expect(principals(one)).toEqual(['principal://goog/subject/bo@example.com']);
    const blind = world();
    blind.service.faults.push({ path: /organizations.*getIamPolicy/, times: 9, effect: { kind: 'answer', status: 403 } });
    expect(await keep(blind, wishFor([locked(GIL)]))).toMatchObject([
      { status: 'failed', failure: { message: expect.stringContaining('who owns') as string } },
    ]);
    expect(standing(blind)).toBeUndefined();
  });

  it('counts rules and principals before it writes', async () => {
    const one = world();
    const exceptions = Array.from({ length: 4 }, (_, at) => memberOf(`user:on${at}@example.com`));
    const many = Array.from({ length: 502 }, (_, at) => locked(`user:u${at}@example.com`));
    const done = await keep(one, wishFor(many, { exceptions }));
    expect(done.filter(({ status }) => status === 'applied')).toHaveLength(500);
    expect(said(done).slice(0, 2)).toEqual(['failed lock user:u500@example.com', 'failed lock user:u501@example.com']);
    expect(done[0]?.failure?.message).toContain('more than 500 rules or 2,500 principals');
    expect(calls(one, 'POST')).toHaveLength(1);
  });
});

describe('the write of a lockdown', () => {
  it('waits for its operation, and gives up after two minutes without saying that it is done', async () => {
    const one = world((state) => {
      state.denyDelay = 20_000;
    });
    expect(said(await keep(one, wishFor([locked(GIL)])))).toEqual([`applied lock ${GIL}`]);
    expect(one.clock.now() - NOW).toBeGreaterThanOrEqual(20_000);
    const slow = world((state) => {
      state.denyDelay = 3_600_000;
    });
    const late = await keep(slow, wishFor([locked(GIL)]));
    expect(late).toMatchObject([
      { status: 'unverified', failure: { message: expect.stringContaining('not done within two minutes') as string } },
    ]);
    expect(calls(slow, 'POST')).toHaveLength(1);
    expect(slow.clock.now() - NOW).toBeGreaterThanOrEqual(120_000);
  });

  it('begins anew after a conflict, an answer that never came, and too many calls', async () => {
    const one = world();
    await keep(one, wishFor([locked(GIL)]));
    one.service.faults.push({
      method: 'PUT',
      path: /denypolicies/,
      effect: {
        kind: 'meanwhile',
        act: (state: GcpState) => {
          const versions = state.denyPolicies?.[POLICY] ?? [];
          const policy = versions.at(-1)?.policy as GcpDenyPolicy;
          state.denyPolicies = {
            ...state.denyPolicies,
            [POLICY]: [...versions, { from: NOW, policy: { ...policy, etag: 'BwX0yF4xBBB=' } }],
          };
        },
      },
    });
    expect(said(await keep(one, wishFor([locked(GIL), locked('user:bo@example.com')])))).toEqual(['applied lock user:bo@example.com']);
    one.service.faults.push({ method: 'PUT', path: /denypolicies/, effect: { kind: 'cut-after' } });
    const three = wishFor([locked(GIL), locked('user:bo@example.com'), locked('user:kim@example.com')]);
    expect(said(await keep(one, three))).toEqual(['applied lock user:kim@example.com']);
    one.service.faults.push({ method: 'DELETE', path: /denypolicies/, effect: { kind: 'cut-after' } });
    one.service.faults.push({ method: 'GET', path: /denypolicies/, after: 1, effect: { kind: 'answer', status: 429 } });
    expect(said(await keep(one, wishFor([])))).toEqual([
      `applied unlock ${GIL}`,
      'applied unlock user:bo@example.com',
      'applied unlock user:kim@example.com',
    ]);
    expect(standing(one)).toBeUndefined();
  });

  it('leaves out what Google does not let be denied, says so, and does not try again in the next run', async () => {
    const one = world();
    one.service.faults.push({
      method: 'POST',
      path: /denypolicies/,
      effect: {
        kind: 'answer',
        status: 400,
        body: '{"error":{"code":400,"status":"INVALID_ARGUMENT","message":"Permission run.googleapis.com/services.get is not supported."}}',
      },
    });
    const done = await keep(one, wishFor([locked(GIL)]));
    expect(done).toMatchObject([
      { status: 'applied', evidence: expect.stringContaining('cannot be denied: run.googleapis.com/services.get') as string },
    ]);
    expect(standing(one)?.rules[0]?.denyRule?.deniedPermissions).not.toContain('run.googleapis.com/services.get');
    expect(await keep(one, wishFor([locked(GIL)]))).toEqual([]);
    const own = { ...MEANS, denies: ['container.googleapis.com/secrets.get', 'secretmanager.googleapis.com/*.*'] };
    const told = await keep(world(), wishFor([locked(GIL)]), own);
    expect(told[0]?.evidence).toContain('cannot be denied: container.googleapis.com/secrets.get');
  });

  it('stays below five writes and five reads a minute', async () => {
    const one = world((state) => {
      state.quotas = PUBLISHED_QUOTAS;
    });
    for (let at = 0; at < 8; at += 1) await keep(one, wishFor([locked(`user:u${at}@example.com`)]));
    expect(one.service.calls.filter(({ status }) => status === 429)).toEqual([]);
    expect(one.clock.now() - NOW).toBeGreaterThanOrEqual(2 * 60_000);
  });

  it('fails for all alike where it may not, where nobody can sign in, and where the service is down', async () => {
    const one = world();
    const reader = { ...one.access, identity: { kind: 'token', token: 'sim-token-reader' } as const };
    expect(await (await gcpLockWriter(reader, MEANS)).keep(wishFor([locked(GIL)]))).toMatchObject([
      { status: 'failed', failure: { kind: 'forbidden' } },
    ]);
    const strange = { ...one.access, identity: { kind: 'token', token: 'nobody' } as const };
    expect(await (await gcpLockWriter(strange, MEANS)).keep(wishFor([]))).toMatchObject([
      { status: 'failed', measure: { kind: 'unlock' }, failure: { kind: 'forbidden' } },
    ]);
    const nobody = { ...one.access, identity: { kind: 'ambient', env: { GOOGLE_APPLICATION_CREDENTIALS: '/nowhere.json' } } as const };
    const failed = await (await gcpLockWriter(nobody, MEANS)).keep(wishFor([locked(GIL)]));
    expect(failed[0]?.failure).toMatchObject({
      kind: 'forbidden',
      hint: expect.stringContaining('GOOGLE_APPLICATION_CREDENTIALS') as string,
    });
    one.service.faults.push({ path: /denypolicies/, times: 9, effect: { kind: 'answer', status: 503, body: '<html>' } });
    expect(await keep(one, wishFor([locked(GIL)]))).toMatchObject([{ status: 'failed', failure: { kind: 'transient' } }]);
    expect(await keep(one, wishFor([locked(GIL)]), { disables: false })).toEqual([]);
    expect(await (await gcpLockReader(one.access, { disables: false })).foresee(wishFor([locked(GIL)]))).toEqual({
      ok: true,
      measures: [],
    });
  });
});

/** A stretch of bad weather: what goes wrong with the next calls, by a seed. */
function weather({ service }: GcpWorld, seed: number): void {
  let state = seed * 2654435761;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  const effects: readonly Fault['effect'][] = [
    { kind: 'cut-before' },
    { kind: 'cut-after' },
    { kind: 'truncate', length: 20 },
    { kind: 'answer', status: 429 },
    { kind: 'answer', status: 503, body: '<html>' },
  ];
  for (let at = 0; at < 3; at += 1) {
    const effect = effects[next(effects.length)];
    if (effect !== undefined) service.faults.push({ path: /denypolicies|serviceAccounts|IamPolicy/, after: next(6), effect });
  }
}

describe('a lockdown in bad weather', () => {
  it('is as wished after the next good run, whatever happened, and nothing else was touched', async () => {
    const wishes = [wishFor([locked(DEPLOYER)]), wishFor([locked(DEPLOYER), locked(GIL)]), wishFor([locked(GIL)]), wishFor([])];
    for (let seed = 1; seed <= 5; seed += 1) {
      const one = world();
      for (const [at, wish] of wishes.entries()) {
        weather(one, seed * 10 + at);
        await keep(one, wish);
        one.service.faults.splice(0);
        const after = await keep(one, wish);
        expect([seed, at, after.filter(({ status }) => status !== 'applied')]).toEqual([seed, at, []]);
        const expected = wish.locked.map(({ member }) => member.id).toSorted();
        const shown = (standing(one)?.rules ?? [])
          .flatMap(({ denyRule }) => denyRule?.deniedPrincipals?.map(memberDenied) ?? [])
          .toSorted();
        expect([seed, at, shown]).toEqual([seed, at, expected]);
        expect([seed, at, one.state.serviceAccounts[EMAIL]?.disabled === true]).toEqual([seed, at, expected.includes(DEPLOYER)]);
      }
      expect(one.state.denyPolicies?.[OTHERS]).toEqual([{ from: NOW, policy: foreign }]);
    }
  });
});

describe('a locked service account', () => {
  const isDisabled = ({ state }: GcpWorld) => state.serviceAccounts[EMAIL]?.disabled === true;

  it('is disabled, and enabled again at lifting, by the mark in its rule', async () => {
    const one = world();
    const wish = wishFor([locked(DEPLOYER)]);
    expect(said(await keep(one, wish))).toEqual([`applied lock ${DEPLOYER}`, `applied disable ${DEPLOYER}`]);
    expect(standing(one)?.rules[0]?.description).toContain(' disabled=110000000000000000001');
    expect(isDisabled(one)).toBe(true);
    expect(await keep(one, wish)).toEqual([]);
    one.state.serviceAccounts[EMAIL] = { project: 'payments-prod', uniqueId: '110000000000000000001' };
    expect(said(await keep(one, wish))).toEqual([`applied disable ${DEPLOYER}`]);
    expect(said(await keep(one, wishFor([])))).toEqual([`applied enable ${DEPLOYER}`, `applied unlock ${DEPLOYER}`]);
    expect(isDisabled(one)).toBe(false);
  });

  it('that somebody else had disabled stays so', async () => {
    const one = world((state) => {
      state.serviceAccounts[EMAIL] = { project: 'payments-prod', uniqueId: '110000000000000000001', disabled: true };
    });
    expect(said(await keep(one, wishFor([locked(DEPLOYER)])))).toEqual([`applied lock ${DEPLOYER}`]);
    expect(said(await keep(one, wishFor([])))).toEqual([`applied unlock ${DEPLOYER}`]);
    expect(isDisabled(one)).toBe(true);
  });

  it('keeps its lock while it cannot be enabled; one that is gone or made anew does not hold it', async () => {
    const one = world();
    await keep(one, wishFor([locked(DEPLOYER)]));
    one.service.faults.push({ path: /:enable$/, effect: { kind: 'answer', status: 403 } });
    expect(said(await keep(one, wishFor([])))).toEqual([`failed enable ${DEPLOYER}`]);
    expect(principals(one)).toHaveLength(1);
    one.service.faults.push({ path: /:enable$/, effect: { kind: 'cut-after' } });
    expect(said(await keep(one, wishFor([])))).toEqual([`applied enable ${DEPLOYER}`, `applied unlock ${DEPLOYER}`]);
    for (const account of [
      { project: 'payments-prod', uniqueId: '2', disabled: true },
      { project: 'payments-prod', uniqueId: '1', deleted: true },
    ]) {
      const another = world();
      await keep(another, wishFor([locked(DEPLOYER)]));
      another.state.serviceAccounts[EMAIL] = account;
      expect(said(await keep(another, wishFor([])))).toEqual([`applied unlock ${DEPLOYER}`]);
    }
  });

  it('is told where it cannot be looked up or disabled', async () => {
    const one = world();
    one.service.faults.push({ path: /serviceAccounts/, effect: { kind: 'answer', status: 403 } });
    expect(said(await keep(one, wishFor([locked(DEPLOYER)])))).toEqual([`applied lock ${DEPLOYER}`, `failed disable ${DEPLOYER}`]);
    const other = world();
    other.service.faults.push({ path: /:disable$/, effect: { kind: 'answer', status: 403 } });
    expect(said(await keep(other, wishFor([locked(DEPLOYER)])))).toEqual([`applied lock ${DEPLOYER}`, `failed disable ${DEPLOYER}`]);
    other.service.faults.push({ path: /:disable$/, effect: { kind: 'answer', status: 200, body: '{}' } });
    const unseen = await keep(other, wishFor([locked(DEPLOYER)]));
    expect(unseen[0]?.failure?.message).toContain('a second look does not show it');
  });
});

describe('permissions', () => {
  it('that come with the program can be denied; what is published as not supported cannot', () => {
    expect(DENIED.filter((one) => !isDeniable(one))).toEqual([]);
    expect(DENIED.toSorted()).toEqual(DENIED);
    const wrong = [
      'storage.objects.get',
      'storage.googleapis.com/*.*',
      'container.googleapis.com/secrets.get',
      'runtimeconfig.googleapis.com/variables.get',
    ];
    expect(wrong.filter(isDeniable)).toEqual([]);
    expect(isDeniable('container.googleapis.com/clusters.*')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { holds, whoCan } from '../../../src/sim/gcp/access.ts';
import { PUBLISHED_QUOTAS } from '../../../src/sim/gcp/quota.ts';
import { example, IAM, NINE, PROD, type World } from './world.ts';

const POINT = 'cloudresourcemanager.googleapis.com%2Forganizations%2F123456789012';
const POLICIES = `${IAM}/v2/policies/${POINT}/denypolicies`;
const BO = 'user:bo@example.com';
const VIEWER = { member: BO, role: 'roles/viewer', resource: PROD };

const rule = (principals: readonly string[], permissions: readonly string[], more: object = {}) => ({
  description: 'a rule',
  denyRule: { deniedPrincipals: principals, deniedPermissions: permissions, ...more },
});
const ALL = ['cloudresourcemanager.googleapis.com/*.*', 'secretmanager.googleapis.com/*.*', 'iam.googleapis.com/roles.*'];
const SUBJECT = 'principal://goog/subject/bo@example.com';

async function send(world: World, method: string, url: string, body?: unknown, token = 'sim-token-grantkeeper') {
  const init = { method, headers: { authorization: `Bearer ${token}` }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await world.gcp.fetch(url, init);
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown> & { error?: { status: string; message: string } },
  };
}

const create = (world: World, rules: readonly unknown[], id = 'gk-lock') =>
  send(world, 'POST', `${POLICIES}?policyId=${id}`, { displayName: 'Lock', annotations: { a: 'b' }, rules });

describe('deny policies', () => {
  it('are made, read, listed without rules, changed with their etag, and deleted', async () => {
    const world = example();
    const made = await create(world, [rule([SUBJECT], ALL)]);
    expect(made.body).toMatchObject({ done: true, response: { '@type': 'type.googleapis.com/google.iam.v2.Policy', displayName: 'Lock' } });
    expect((await create(world, [])).body.error).toMatchObject({ status: 'ALREADY_EXISTS' });
    const twice = POLICIES.replaceAll('%2F', '%252F');
    const read = await send(world, 'GET', `${twice}/gk-lock`);
    expect(read.body).toMatchObject({
      name: `policies/${POINT}/denypolicies/gk-lock`,
      kind: 'DenyPolicy',
      rules: [{ description: 'a rule' }],
    });
    const { body } = await send(world, 'GET', POLICIES);
    expect(body['policies']).toMatchObject([{ displayName: 'Lock' }]);
    expect(JSON.stringify(body)).not.toContain('deniedPrincipals');
    const stale = await send(world, 'PUT', `${POLICIES}/gk-lock`, { ...read.body, etag: 'BwX0yF4xAAA=' });
    expect([stale.status, stale.body.error?.status]).toEqual([409, 'ABORTED']);
    const changed = await send(world, 'PUT', `${POLICIES}/gk-lock`, {
      ...read.body,
      annotations: { a: 'c' },
      rules: [rule([SUBJECT], ['iam.googleapis.com/roles.list'])],
    });
    expect(changed.body['response']).toMatchObject({
      annotations: { a: 'b' },
      rules: [{ denyRule: { deniedPermissions: ['iam.googleapis.com/roles.list'] } }],
    });
    expect((await send(world, 'DELETE', `${POLICIES}/gk-lock?etag=BwX0yF4xAAA=`)).status).toBe(409);
    expect((await send(world, 'DELETE', `${POLICIES}/gk-lock`)).status).toBe(200);
    expect((await send(world, 'GET', `${POLICIES}/gk-lock`)).status).toBe(404);
    expect((await send(world, 'PUT', `${POLICIES}/gk-lock`, read.body)).status).toBe(404);
    expect((await send(world, 'DELETE', `${POLICIES}/gk-lock`)).status).toBe(404);
    expect((await send(world, 'GET', POLICIES)).body).toEqual({});
  });

  it('are in force when their operation is done', async () => {
    const world = example((state) => {
      state.denyDelay = 30_000;
    });
    const viewer = world.state.roles;
    viewer['roles/viewer'] = {
      title: 'Viewer',
      stage: 'GA',
      includedPermissions: ['resourcemanager.projects.get', 'secretmanager.secrets.get'],
    };
    const { body } = await create(world, [rule([SUBJECT], ALL)]);
    expect(body['done']).toBeUndefined();
    const operation = `${IAM}/v2/${String(body['name'])}`;
    expect((await send(world, 'GET', operation)).body['done']).toBeUndefined();
    expect((await send(world, 'GET', `${POLICIES}/gk-lock`)).status).toBe(404);
    expect(holds(world.state, VIEWER, world.clock.now())).toBe(true);
    world.clock.advance(30_000);
    expect((await send(world, 'GET', operation)).body).toMatchObject({ done: true, response: { displayName: 'Lock' } });
    expect(holds(world.state, VIEWER, world.clock.now())).toBe(false);
    expect(whoCan(world.state, world.clock.now()).filter(({ member, role }) => member === BO && role === 'roles/viewer')).toEqual([]);
    expect((await send(world, 'GET', `${operation}9`)).status).toBe(404);
  });

  it('reach groups, spare exceptions, and leave what they do not name; a condition on tags is not told here', async () => {
    const world = example();
    const now = world.clock.now();
    world.state.roles['roles/viewer'] = { title: 'Viewer', stage: 'GA', includedPermissions: ['resourcemanager.projects.get'] };
    const group = 'principalSet://goog/group/payments-oncall@example.com';
    const ada = { ...VIEWER, member: 'user:ada@example.com' };
    await create(world, [rule([group], ALL, { exceptionPrincipals: ['principal://goog/subject/chi@example.com'] })]);
    expect(holds(world.state, ada, now)).toBe(false);
    expect(holds(world.state, { ...VIEWER, member: 'user:chi@example.com' }, now)).toBe(true);
    expect(holds(world.state, VIEWER, now)).toBe(true);
    await create(world, [rule([SUBJECT], ALL, { exceptionPermissions: ['cloudresourcemanager.googleapis.com/projects.get'] })], 'spared');
    expect(holds(world.state, VIEWER, now)).toBe(true);
    await create(
      world,
      [rule(['principalSet://goog/public:all'], ALL, { denialCondition: { expression: 'resource.matchTag("1/env", "x")' } })],
      'tags',
    );
    expect(holds(world.state, VIEWER, now)).toBe(true);
    await create(world, [rule(['principalSet://goog/public:all'], ['cloudresourcemanager.googleapis.com/*.get'])], 'everybody');
    expect(holds(world.state, VIEWER, now)).toBe(false);
  });

  it('also bind who calls by what policies give', async () => {
    const world = example((state) => {
      const token = state.tokens['sim-token-grantkeeper'];
      state.tokens['bound'] = { member: token?.member ?? '', scopes: token?.scopes ?? [], byPolicies: true };
    });
    const read = () => world.post(`https://cloudresourcemanager.googleapis.com/v3/${PROD}:getIamPolicy`, {}, 'bound');
    expect((await read()).status).toBe(200);
    const account = 'principal://iam.googleapis.com/projects/-/serviceAccounts/grantkeeper@platform-shared.iam.gserviceaccount.com';
    await create(world, [rule([account], ['cloudresourcemanager.googleapis.com/projects.*'])]);
    expect((await read()).status).toBe(403);
  });

  it.each<[string, readonly unknown[], string?]>([
    ['a rule without principals', [rule([], ALL)]],
    ['a rule without permissions', [rule([SUBJECT], [])]],
    ['a member of an allow policy', [rule([BO], ALL)]],
    ['everybody as an exception', [rule([SUBJECT], ALL, { exceptionPrincipals: ['principalSet://goog/public:all'] })]],
    ['a permission of version 1', [rule([SUBJECT], ['storage.objects.get'])]],
    ['a permission that cannot be denied', [rule([SUBJECT], ['container.googleapis.com/secrets.get'])]],
    ['a description that is too long', [{ ...rule([SUBJECT], ALL), description: 'x'.repeat(257) }]],
    ['501 rules', Array.from({ length: 501 }, () => rule([SUBJECT], ALL))],
    [
      '2,501 principals',
      [
        rule(
          Array.from({ length: 2501 }, (_, at) => `principal://goog/subject/u${at}@example.com`),
          ALL,
        ),
      ],
    ],
    ['rules that are none', ['x']],
    ['a short id', [], 'gk'],
  ])('refuse %s', async (...[, rules, id]) => {
    expect((await create(example(), rules, id)).status).toBe(400);
  });

  it('refuse names and annotations that are too long, and who has no right', async () => {
    const world = example();
    for (const wrong of [{ displayName: 'x'.repeat(64) }, { annotations: { ['k'.repeat(64)]: 'v' } }, { annotations: [] }]) {
      expect((await send(world, 'POST', `${POLICIES}?policyId=gk-lock`, { rules: [rule([SUBJECT], ALL)], ...wrong })).status).toBe(400);
    }
    const reader = (method: string, url: string) => send(world, method, url, method === 'GET' ? undefined : {}, 'sim-token-reader');
    expect((await reader('POST', `${POLICIES}?policyId=gk-lock`)).body.error?.message).toContain('iam.denypolicies.create');
    expect((await reader('PUT', `${POLICIES}/gk-lock`)).status).toBe(403);
    expect((await reader('DELETE', `${POLICIES}/gk-lock`)).status).toBe(403);
    for (const below of ['', '/gk-lock', '/gk-lock/operations/op-1'])
      expect((await send(world, 'GET', `${POLICIES.replace('123456789012', '7')}${below}`)).status).toBe(403);
  });

  it('are written five times a minute', async () => {
    const world = example((state) => {
      state.quotas = PUBLISHED_QUOTAS;
    });
    const statuses: number[] = [];
    for (let at = 0; at < 6; at += 1) statuses.push((await create(world, [rule([SUBJECT], ALL)], `gk-lock-${at}`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    world.clock.advance(12_000);
    expect((await create(world, [rule([SUBJECT], ALL)])).status).toBe(200);
    expect(world.clock.now() - NINE).toBe(12_000);
  });
});

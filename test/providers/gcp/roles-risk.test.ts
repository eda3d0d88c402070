import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { reasonsFor } from '../../../src/providers/gcp/reasons.ts';
import { dangersByVerb, firstWrite, reasonsByVerb } from '../../../src/providers/gcp/roles-risk.ts';
import { verbRules } from '../../../src/providers/gcp/verb-rules.ts';
import { heldOut } from '../held-out.ts';
import { refusalsOf } from '../refusals.ts';
import { gcpWorld, scopeOf } from './world.ts';

describe('dangersByVerb', () => {
  it('has rules whose verbs can be asked about together: none has a flag of its own', () => {
    expect(verbRules.map(({ verbs }) => verbs.flags).join('')).toBe('');
  });

  it.each([
    'newservice.things.setIamPolicy',
    'newservice.things.updatePolicyBinding',
    'newservice.data.aclPolicies.update',
    'newservice.robots.fetchAccessToken',
    'newservice.apikeys.create',
    'newservice.workloadIdentityPoolThings.create',
    'newservice.machines.setMetadata',
    'newservice.machines.osLogin',
    'resourcemanager.things.move',
  ])('finds %s, which no list has', (permission) => {
    expect(dangersByVerb(['a.b.get', permission])).toEqual([{ permission, reason: expect.any(String) }]);
  });

  it.each([
    'a.b.get',
    'a.b.create',
    'compute.instances.list',
    'compute.backendServices.setSecurityPolicy',
    'iam.roles.get',
    'iam.serviceAccounts.list',
    'developerconnect.users.fetchAccessToken',
    'setIamPolicy',
    '',
  ])('leaves %j', (permission) => expect(dangersByVerb([permission])).toEqual([]));

  it('says one line for each way', () => {
    expect(reasonsByVerb(['a.b.setIamPolicy', 'c.d.setIamPolicy', 'a.b.setMetadata'])).toEqual([
      'a.b.setIamPolicy and 1 more: rewrites who holds which role on the resource, or to which principals a policy applies',
      'a.b.setMetadata: gains a login or a start-up script on the machine, with the service account it runs as',
    ]);
  });

  it('has a reason and a source for each rule', () => {
    expect(verbRules.filter(({ reason, source }) => !/^[a-z].*[^.]$/.test(reason) || source === '')).toEqual([]);
  });
});

describe('firstWrite', () => {
  it('passes over what only looks', () => {
    expect(firstWrite(['a.b.get', 'a.b.listAll', 'a.b.update', 'a.b.delete'])).toBe('a.b.update');
    expect(firstWrite(['a.b.get', 'a.b.list'])).toBeUndefined();
  });
});

const data = process.env['CONFORMANCE_DATA'];
const read = (path: string): unknown => JSON.parse(readFileSync(join(data ?? '', path), 'utf8'));

interface Fact {
  readonly id: string;
  readonly permissions?: readonly string[];
  readonly pattern?: string;
}

const permissionsOf = ({ permissions, pattern }: Fact) => permissions ?? [pattern?.replace('*', 'a.b') ?? ''];

function holds({ permissions, pattern = '' }: Fact, held: ReadonlySet<string>): boolean {
  if (permissions !== undefined) return permissions.every((one) => held.has(one));
  return [...held].some((one) => one.endsWith(pattern.slice(1)));
}

describe.runIf(data !== undefined)('published escalations by their verbs alone', () => {
  const facts = data === undefined ? [] : (read('escalation/gcp.json') as readonly Fact[]);
  const lists = data === undefined ? {} : (read('gcp-roles/roles.json') as Record<string, { readonly permissions: readonly string[] }>);
  const roles = Object.entries(lists).map(([name, { permissions }]) => ({
    name,
    permissions,
    held: new Set(permissions),
    dangers: dangersByVerb(permissions),
  }));

  it('are found, those that were held out too', () => {
    const ids = facts.map(({ id }) => id);
    expect([ids.length, heldOut(ids).size]).toEqual([79, 27]);
    const missed = facts.filter((fact) => dangersByVerb(permissionsOf(fact)).length === 0);
    expect(missed.map(permissionsOf)).toEqual([['serviceusage.apiKeys.list']]);
    // Which no role holds any more; the published list has it.
    expect(roles.filter(({ held }) => held.has('serviceusage.apiKeys.list'))).toEqual([]);
    expect(reasonsFor(['serviceusage.apiKeys.list'])).toHaveLength(1);
  });

  const escalatingRoles = () => {
    const impersonating = new Set(read('escalation/gcp-impersonation-roles.json') as readonly string[]);
    return roles.filter(({ name, held }) => impersonating.has(name) || facts.some((fact) => holds(fact, held)));
  };

  it('are found in every role that holds one, also of the third that was held out, and few roles besides', () => {
    const escalating = escalatingRoles();
    const third = heldOut(escalating.map(({ name }) => name));
    expect([roles.length, escalating.length, third.size]).toEqual([2461, 331, 111]);
    const missed = escalating.filter(({ dangers }) => dangers.length === 0).map(({ name }) => name);
    expect(missed.filter((name) => third.has(name))).toEqual([]);
    expect(missed).toEqual([]);
    expect(roles.filter(({ dangers }) => dangers.length > 0)).toHaveLength(548);
  });

  it('are refused in every role, each with the permission that decides it, unless the catalogue calls the role privileged', async () => {
    const escalating = escalatingRoles();
    const reader = gcpReader(
      gcpWorld((state) => {
        for (const { name, permissions } of escalating) state.roles[name] = { title: name, stage: 'GA', includedPermissions: permissions };
      }).access,
    );
    const judged = await Promise.all(
      escalating.map(async ({ name }) => [name, await reader.role(scopeOf('projects/payments-prod'), name)] as const),
    );
    const refusals = refusalsOf('gcp', new Map(judged), false);
    expect(refusals).toHaveLength(escalating.length);
    const unsaid = escalating.filter(({ name, held }) => {
      const refusal = refusals.find((one) => one.startsWith(`GK3304 ${name} can change access or act as others: `));
      return !held.has(/others: (\S+?)(?: and \d+ more)?: /.exec(refusal ?? '')?.[1] ?? '');
    });
    // These two are refused whatever the catalogue says.
    expect(unsaid.map(({ name }) => name)).toEqual(['roles/editor', 'roles/owner']);
    const endless = unsaid.map(({ name }) => `GK3102 ${name} cannot carry a condition, so it would never end by itself`);
    expect(refusals).toEqual(expect.arrayContaining(endless));
    // The others are so many at once that the guard alone holds them.
    const left = refusalsOf('gcp', new Map(judged), true);
    expect(left.filter((one) => !endless.includes(one))).toEqual(['GK3202 329 held back']);
    expect(left).toHaveLength(3);
  });

  it('are told with a permission that the role holds and that is dangerous by itself', () => {
    const deciding = new Set<string>();
    let flagged = 0;
    for (const { permissions, held } of roles) {
      const reasons = [...reasonsFor(permissions), ...reasonsByVerb(permissions)];
      if (reasons.length > 0) flagged += 1;
      const named = reasons.map((reason) => /^(\S+?)(?: and \d+ more)?: ./.exec(reason)?.[1] ?? '');
      expect(named.filter((one) => !held.has(one))).toEqual([]);
      for (const one of named) deciding.add(one);
    }
    expect([...deciding].filter((one) => reasonsFor([one]).length === 0)).toEqual([]);
    // With what the published list knows besides.
    expect(flagged).toBe(564);
  });

  it('are not found in roles that only look', () => {
    const looks = roles.filter(({ name }) => /(viewer|reader|auditor|reviewer|browser)$/i.test(name));
    expect(looks).toHaveLength(713);
    expect(looks.filter(({ dangers }) => dangers.length > 0).map(({ name }) => name)).toEqual([]);
  });
});

it.runIf(data === undefined)('skips the published escalations: CONFORMANCE_DATA is not set', () => {
  console.log('CONFORMANCE_DATA is not set: the verbs of published roles were not tried');
});

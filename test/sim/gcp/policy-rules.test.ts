import { describe, expect, it } from 'vitest';

import { deleteMember } from '../../../src/sim/gcp/writers.ts';
import type { GcpBinding, GcpState } from '../../../src/sim/gcp/state.ts';
import { ADA, type Body, example, PROD, until } from './world.ts';

const INVALID = 'Request contains an invalid argument.';

async function refusal(binding: GcpBinding, change?: (state: GcpState) => void, name = PROD): Promise<Body['error']> {
  return (await example(change).add(name, binding)).body.error;
}

async function said(binding: GcpBinding, change?: (state: GcpState) => void, name = PROD): Promise<unknown> {
  const error = await refusal(binding, change, name);
  return error === undefined ? 'accepted' : `${error.code} ${error.message}`;
}

function someMissing(state: GcpState): void {
  state.missing = ['Gone@example.com', 'team@example.com', 'zoe@example.com'];
}

function onlyOurDomain(state: GcpState): void {
  state.allowedDomains = ['example.com'];
}

function withoutOrganization(state: GcpState): void {
  state.projects['payments-prod'] = { number: '100000000001', displayName: 'alone' };
}

function owner(member: string): GcpBinding {
  return { role: 'roles/owner', members: [member] };
}

function operators(count: number): string {
  return Array.from({ length: count + 1 }, () => 'true').join(' && ');
}

function users(count: number, type = 'user'): string[] {
  return Array.from({ length: count }, (_, at) => `${type}:u${at}@example.com`);
}

function groupsAndDomains(groups: number, domains: number): GcpBinding[] {
  return [
    { role: 'roles/browser', members: users(groups, 'group') },
    { role: 'roles/pubsub.viewer', members: [...users(groups, 'group'), ...Array.from({ length: domains }, () => 'domain:example.com')] },
  ];
}

function manyConditions(count: number): GcpBinding[] {
  return Array.from({ length: count }, (_, at) => ({
    role: 'roles/logging.viewer',
    members: [at % 2 === 0 ? ADA : 'user:Ada@Example.com'],
    condition: until('2026-12-01T00:00:00Z', `gk:${at}`),
  }));
}

describe('roles', () => {
  it.each([
    ['browser', '400 The role name must be in the form'],
    ['roles/', '400 The role name must be in the form'],
    ['roles/made.up', '400 Role roles/made.up is not supported for this resource.'],
    ['roles/browser_withcond_0123456789abcdef0123', '400 Role roles/browser_withcond_0123456789abcdef0123 is not supported'],
    ['projects/search-prod/roles/other', '400 Role projects/search-prod/roles/other is not supported for this resource.'],
    ['projects/payments-prod/roles/ledgerReader', 'accepted'],
    ['organizations/123456789012/roles/grantkeeperApply', 'accepted'],
  ])('%s: %s', async (role, expected) => {
    expect(await said({ role, members: [ADA] })).toContain(expected);
  });

  it('of a project are not for another, nor for its folder', async () => {
    const binding = { role: 'projects/payments-prod/roles/ledgerReader', members: [ADA] };
    expect(await said(binding, undefined, 'projects/search-prod')).toContain('is not supported for this resource');
    expect(await said(binding, undefined, 'folders/77')).toContain('is not supported for this resource');
  });
});

describe('members', () => {
  it.each([
    ['ada@example.com', '400 Policy members must be of the form "<type>:<value>".'],
    ['user:', '400 Policy members must be of the form "<type>:<value>".'],
    ['user:ada', '400 Policy members must be of the form "<type>:<value>".'],
    ['User:ada@example.com', '400 The member User:ada@example.com is of an unknown type. Please set a valid type prefix for the member.'],
    ['projectOwner:payments-prod', '400 The member projectOwner:payments-prod is of an unknown type.'],
    ['serviceAccount:ada@example.com', '400 Account ada@example.com is of type "user". Please set the type prefix to be "user:".'],
    [
      'user:deployer@payments-prod.iam.gserviceaccount.com',
      '400 Account deployer@payments-prod.iam.gserviceaccount.com is of type "serviceAccount". Please set the type prefix to be "serviceAccount:".',
    ],
    [
      'serviceAccount:nobody@payments-prod.iam.gserviceaccount.com',
      '400 Service account nobody@payments-prod.iam.gserviceaccount.com does not exist.',
    ],
    ['serviceAccount:somebody@elsewhere.iam.gserviceaccount.com', 'accepted'],
    ['serviceAccount:payments-prod.svc.id.goog[space/worker]', 'accepted'],
    ['user:ADA@EXAMPLE.COM', 'accepted'],
    ['domain:example.com', 'accepted'],
    ['principal://iam.googleapis.com/locations/global/workforcePools/p/subject/s', 'accepted'],
    ['principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/*', 'accepted'],
    ['principalSet:x', '400 Policy members must be of the form "<type>:<value>".'],
    ['allUsers', `400 ${INVALID}`],
    ['allAuthenticatedUsers', `400 ${INVALID}`],
  ])('%s: %s', async (member, expected) => {
    expect(await said({ role: 'roles/browser', members: [member] })).toContain(expected);
  });

  it('that no directory knows do not exist', async () => {
    expect(await said({ role: 'roles/browser', members: ['user:gone@example.com'] }, someMissing)).toBe(
      '400 User gone@example.com does not exist.',
    );
    expect(await said({ role: 'roles/browser', members: ['group:team@example.com'] }, someMissing)).toBe(
      '400 Group team@example.com does not exist.',
    );
  });

  it('that stand in the policy already are not looked up again', async () => {
    expect(await said({ role: 'roles/pubsub.viewer', members: ['user:zoe@example.com'] }, someMissing)).toBe('accepted');
  });

  it('that are deleted go back untouched and are never newly added', async () => {
    const deleted = 'deleted:user:rob@example.com?uid=104998493554765980505';
    expect(await said({ role: 'roles/browser', members: [deleted] })).toBe('accepted');
    expect(await said({ role: 'roles/browser', members: [deleted.replace('rob', 'tom')] })).toBe(`400 ${INVALID}`);
    expect(await said({ role: 'roles/browser', members: ['deleted:user:rob@example.com'] })).toContain('must be of the form');
  });

  it('that are deleted cannot be named as if they lived', async () => {
    const living = 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com';
    const change = (state: GcpState): void => deleteMember(state, living, '123');
    expect(await said({ role: 'roles/browser', members: [living] }, change)).toBe(
      `400 Inconsistent representation of deleted member: 'deleted:${living}?uid=123' and '${living}'`,
    );
    expect(await said({ role: 'roles/browser', members: [living] }, change, 'projects/search-prod')).toContain('does not exist');
  });

  it('that were made anew under the name of a deleted one stand beside it', async () => {
    const email = 'deployer@payments-prod.iam.gserviceaccount.com';
    const change = (state: GcpState): void => {
      deleteMember(state, `serviceAccount:${email}`, '123');
      state.serviceAccounts[email] = { project: 'payments-prod', uniqueId: '110000000000000000009' };
    };
    expect(await said({ role: 'roles/browser', members: [`serviceAccount:${email}`] }, change)).toBe('accepted');
  });

  it('of other domains are refused where the organization allows only some', async () => {
    const error = await refusal({ role: 'roles/browser', members: ['user:mallory@evil.example'] }, onlyOurDomain);
    expect(error).toMatchObject({
      code: 400,
      status: 'FAILED_PRECONDITION',
      details: [{ violations: [{ type: 'constraints/iam.allowedPolicyMemberDomains' }] }],
    });
    expect(error?.message).toContain('do not belong to a permitted customer');
    for (const member of [ADA, 'domain:example.com', 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com']) {
      expect(await said({ role: 'roles/browser', members: [member] }, onlyOurDomain)).toBe('accepted');
    }
    const agent = 'serviceAccount:service-100000000001@gcp-sa-pubsub.iam.gserviceaccount.com';
    expect(await said({ role: 'roles/browser', members: [agent] }, onlyOurDomain)).toBe('accepted');
    expect(await said({ role: 'roles/browser', members: ['allUsers'] }, onlyOurDomain, 'folders/77')).toContain('permitted customer');
  });

  it('who shall own a project must be invited unless the organization vouches for them', async () => {
    expect(await refusal(owner('user:mallory@evil.example'))).toMatchObject({
      message: INVALID,
      details: [
        {
          '@type': 'type.googleapis.com/google.cloudresourcemanager.v1.ProjectIamPolicyError',
          type: 'SOLO_MUST_INVITE_OWNERS',
          member: 'user:mallory@evil.example',
          role: 'roles/owner',
        },
      ],
    });
    expect(await said(owner(ADA))).toBe('accepted');
    expect(await said(owner('serviceAccount:deployer@payments-prod.iam.gserviceaccount.com'))).toBe('accepted');
    expect(await said(owner(ADA), withoutOrganization)).toBe(`400 ${INVALID}`);
    expect(await said(owner('user:mallory@evil.example'), undefined, 'folders/77')).toBe('accepted');
  });
});

describe('conditions', () => {
  const end = until('2026-12-01T00:00:00Z');

  it.each(['roles/owner', 'roles/editor', 'roles/viewer'])('are refused with %s', async (role) => {
    expect(await said({ role, members: ['group:platform-admins@example.com'], condition: end })).toBe(
      "400 LintValidationUnits/BindingRoleAllowConditionCheck Error: Conditions can't be set on primitive roles",
    );
  });

  it('are refused with everybody', async () => {
    expect(await said({ role: 'roles/browser', members: ['allUsers'], condition: end }, undefined, 'folders/77')).toContain(
      '400 LintValidationUnits',
    );
    expect(await said({ role: 'roles/browser', members: ['allUsers'] }, undefined, 'folders/77')).toBe('accepted');
  });

  it.each([
    [{ expression: end.expression ?? '' }, 'title must not be empty'],
    [{ title: '', expression: 'true' }, 'title must not be empty'],
    [{ title: 'x' }, 'expression must not be empty'],
    [{}, 'expression must not be empty'],
    [{ title: 'x', expression: 'request.time <' }, "mismatched input '<EOF>'"],
    [{ title: 'x', expression: 'now < timestamp("2026-12-01T00:00:00Z")' }, "undeclared reference to 'now'"],
    [{ title: 'x', expression: '"true"' }, 'must be a boolean'],
    [{ title: 'x', expression: '[true]' }, 'must be a boolean'],
  ])('%j: %s', async (condition, expected) => {
    expect(await said({ role: 'roles/browser', members: [ADA], condition })).toMatch(new RegExp(`^400 LintValidationUnits/.*${expected}`));
  });

  it.each([
    'true',
    'resource.name.extract("/a/{x}") == "b" || api.getAttribute("x", []).hasOnly(["y"])',
    'request.time.getHours("Europe/Berlin") >= 9 // in the morning',
    '["a", "b"].exists(x, resource.name.startsWith(x))',
    'resource.matchTag("1/env", "prod") ? true : {"a": 1}["a"] == 1',
  ])('accepts what is sound, known here or not: %s', async (expression) => {
    expect(await said({ role: 'roles/browser', members: [ADA], condition: { title: 'x', expression } })).toBe('accepted');
  });

  it('may have 12 logical operators and not 13', async () => {
    expect(await said({ role: 'roles/browser', members: [ADA], condition: { title: 'x', expression: operators(12) } })).toBe('accepted');
    expect(await said({ role: 'roles/browser', members: [ADA], condition: { title: 'x', expression: operators(13) } })).toContain(
      '400 LintValidationUnits/ConditionComplexityCheck',
    );
  });
});

describe('limits', () => {
  it('1,500 members, each appearance and each exemption counted', async () => {
    const world = example((state) => {
      state.policies['projects/search-prod'] = { etag: 'ACAB', bindings: [] };
    });
    const set = async (count: number): Promise<unknown> => {
      const members = users(count - 500);
      const bindings = [
        { role: 'roles/browser', members },
        { role: 'roles/pubsub.viewer', members: members.slice(0, 500) },
      ];
      return (await world.set('projects/search-prod', { bindings })).body.error?.message;
    };
    expect(await set(1500)).toBeUndefined();
    expect(await set(1501)).toBe('The number of members in the policy (1,501) is larger than the maximum allowed size 1,500.');
    const auditConfigs = [{ service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ', exemptedMembers: [ADA] }] }];
    const bindings = [{ role: 'roles/browser', members: users(1500) }];
    const more = await world.set('projects/search-prod', { bindings, auditConfigs }, { updateMask: 'bindings,auditConfigs' });
    expect(more.body.error?.message).toContain('(1,501)');
  });

  it('250 groups and domains, a group counted once and a domain each time', async () => {
    const world = example();
    expect((await world.set('folders/77', { bindings: groupsAndDomains(200, 50) })).status).toBe(200);
    expect((await world.set('folders/77', { bindings: groupsAndDomains(200, 51) })).body.error?.message).toContain('(251)');
  });

  it('20 bindings of one role for one member', async () => {
    const world = example();
    expect((await world.set('folders/77', { version: 3, bindings: manyConditions(20) })).status).toBe(200);
    expect((await world.set('folders/77', { version: 3, bindings: manyConditions(21) })).body.error?.message).toContain('(21)');
  });
});

import { describe, expect, it } from 'vitest';
import type { MemberKind } from '../../../src/domain/access.ts';
import { gcpSyntax as syntax } from '../../../src/providers/gcp/syntax.ts';
import { scopeOf } from './world.ts';

describe('scopes', () => {
  it.each(['projects/payments-prod', 'projects/100000000001', 'projects/example.com:old-one', 'folders/77', 'organizations/123456789012'])(
    'reads %s',
    (text) => {
      expect(syntax.scope(text)).toEqual({ ok: true, value: { cloud: 'gcp', path: text, key: text } });
      expect(syntax.isRawScope(text)).toBe(true);
    },
  );

  it.each([
    'payments-prod',
    'projects/',
    'projects/Payments-Prod',
    'projects/short',
    'projects/ends-with-',
    'projects/0123',
    'folders/production',
    'organizations/1 ',
    'projects/payments-prod\n',
    'projects/../folders/77',
    'billingAccounts/0X',
    '//cloudresourcemanager.googleapis.com/projects/payments-prod',
    '/subscriptions/x',
    '',
  ])('refuses %j', (text) => {
    expect(syntax.scope(text)).toMatchObject({ ok: false, hint: expect.stringMatching(/project/) });
  });

  it.each(['payments-prod', 'payments-prod/buckets/x', '/subscriptions/x', 'projects', ''])('takes %j for no raw scope', (text) => {
    expect(syntax.isRawScope(text)).toBe(false);
  });

  it('tells only by the text what covers what', () => {
    const [project, other, folder] = [scopeOf('projects/payments-prod'), scopeOf('projects/payments-pro'), scopeOf('folders/77')];
    expect(syntax.covers(project, project)).toBe(true);
    expect(syntax.covers(other, project)).toBe(false);
    expect(syntax.covers(folder, project)).toBe(false);
    expect([project, folder, scopeOf('organizations/1')].map((one) => syntax.isContainer(one))).toEqual([false, true, true]);
  });
});

describe('members', () => {
  it.each([
    ['user:Ada@Example.com', 'user', 'user:ada@example.com'],
    ['group:payments-oncall@example.com', 'group', 'group:payments-oncall@example.com'],
    [
      'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com',
      'service',
      'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com',
    ],
    ['serviceAccount:1-compute@developer.gserviceaccount.com', 'service', 'serviceAccount:1-compute@developer.gserviceaccount.com'],
  ] as const)('reads %s', (text, kind, id) => {
    expect(syntax.member(text, kind)).toEqual({ ok: true, value: { kind, id, shown: id } });
  });

  it.each([
    ['allUsers', 'everybody'],
    ['allAuthenticatedUsers', 'everybody'],
    ['domain:example.com', 'whole domain'],
    ['principalSet://iam.googleapis.com/projects/1/x', 'federated'],
    ['principal://iam.googleapis.com/projects/1/x', 'federated'],
    ['projectEditor:payments-prod', 'basic role'],
    ['deleted:user:ada@example.com?uid=1', 'deleted'],
    ['ada@example.com', 'no principal'],
    ['User:ada@example.com', 'no principal'],
    ['user:ada', 'no principal'],
    ['user:ada@example.com ', 'no principal'],
    ['user:a b@example.com', 'no principal'],
    ['user:ädä@example.com', 'no principal'],
    ['user:deployer@payments-prod.iam.gserviceaccount.com', 'is a service account'],
  ])('refuses %s', (text, problem) => {
    expect(syntax.member(text, 'user')).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
      hint: expect.stringMatching(/\S/),
    });
  });

  it.each([
    ['user:ada@example.com', 'group'],
    ['group:a@example.com', 'user'],
    ['serviceAccount:a@b.iam.gserviceaccount.com', 'user'],
    ['user:ada@example.com', 'other'],
  ] as const)('refuses %s as a %s', (text, kind: MemberKind) => {
    expect(syntax.member(text, kind)).toMatchObject({ ok: false, problem: expect.stringContaining('but the directory lists it as') });
  });
});

describe('roles', () => {
  it.each(['roles/logging.viewer', 'roles/reader', 'projects/payments-prod/roles/ledgerReader', 'organizations/123456789012/roles/a_b.C1'])(
    'reads %s',
    (text) => {
      expect(syntax.role(text)).toEqual({ ok: true, value: text });
    },
  );

  it.each(['roles/owner', 'roles/editor', 'roles/viewer'])('refuses %s, which cannot end by itself', (text) => {
    expect(syntax.role(text)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('cannot carry a condition'),
      hint: expect.stringContaining('predefined'),
    });
  });

  it.each(['logging.viewer', 'roles/', 'roles/a/b', 'folders/77/roles/x', 'roles/a_withcond_0123456789abcdef0123', 'roles/a\n', 'Reader'])(
    'refuses %j',
    (text) => {
      expect(syntax.role(text)).toMatchObject({ ok: false, problem: expect.stringContaining('no role') });
    },
  );
});

describe('capabilities', () => {
  it('says of each what it can, and how, or why not', () => {
    expect(syntax.capabilities).toMatchObject({
      nativeExpiry: { can: true },
      nativeStart: { can: true },
      ownConditions: { can: true },
      endsSessions: { can: true, how: expect.stringContaining('where policy asks for it') },
      besideTwin: { can: true },
      unitOfWrite: 'policy',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { checkPolicyNames } from '../../src/grants/policy-names.ts';
import { unknownCloud, unknownEnvironment } from '../../src/grants/unknown.ts';
import { clouds } from './clouds.ts';
import { controlFindings, controlWith, edited } from './assembled.ts';

const POLICY = 'policy/policy.yaml';

describe('checkPolicyNames', () => {
  it('finds nothing where every name is known', () => expect(checkPolicyNames(controlWith(), clouds)).toEqual([]));

  it('needs no break-glass', () => {
    const changes = edited(POLICY, 'breakGlass: { who: [payments-oncall], roles: [debug], maxDuration: 1h, reviewWithin: 24h }\n', '');
    expect(checkPolicyNames(controlWith(changes), clouds)).toEqual([]);
  });

  it.each([
    ['protect: [deployer]', 'protect: [nobody]', 'policy.yaml:16:110 GK1301 nobody is called `nobody`'],
    ['principals: []', 'principals: [nobody]', 'policy.yaml:11:67 GK1301 nobody is called `nobody`'],
    ['"azure:Owner"', '"aws:Admin"', 'policy.yaml:11:38 GK1315 `clouds` has no `aws`'],
    ['[[debug, release]]', '[[debug, reader]]', 'policy.yaml:12:30 GK1306 no role is called `reader`'],
    ['who: [payments-oncall]', 'who: [deployer]', 'policy.yaml:20:21 GK1304 `deployer` is a service'],
    ['roles: [debug]', 'roles: [root]', 'policy.yaml:20:47 GK1306 no role is called `root`'],
    ['{ env: prod, maxDuration', '{ env: stage, maxDuration', 'policy.yaml:9:12 GK1316 no place has the environment `stage`'],
  ])('finds %j as %j', (from, to, expected) => expect(controlFindings(edited(POLICY, from, to))).toEqual([expected]));

  it('says what to do about names that are near to none', () => {
    expect(unknownEnvironment(controlWith(), 'somewhere-else', '/limits/0/env')).toMatchObject({
      hint: 'The limit does nothing until a place has this environment.',
    });
    expect(unknownCloud(controlWith(), 'somewhere-else:x', '/deny/roles/0')).toMatchObject({
      hint: expect.stringContaining('Name a cloud of `clouds` before the colon.') as string,
    });
  });

  it('lets break-glass give nothing for longer than a grant could', () => {
    expect(controlFindings(edited(POLICY, 'roles: [debug], maxDuration: 1h', 'roles: [debug], maxDuration: 9h'))).toEqual([
      'policy.yaml:20:68 GK1319 break-glass gives `debug` for 9h, and a grant 8h at most',
    ]);
    expect(controlFindings(edited(POLICY, 'roles: [debug], maxDuration: 1h', 'roles: [release], maxDuration: 8h'))).toEqual([]);
    const open = controlWith();
    const { maxDuration: _, ...grants } = open.policy.grants;
    expect(
      checkPolicyNames(
        { ...open, policy: { ...open.policy, grants }, roles: new Map([['debug', { ...open.roles.get('debug')!, maxDuration: 1 }]]) },
        clouds,
      ),
    ).toContainEqual(expect.objectContaining({ code: 'GK1319' }));
    const loose = { ...open, policy: { ...open.policy, grants, deny: { roles: [], principals: [] } } };
    expect(checkPolicyNames(loose, clouds)).toEqual([]);
  });

  it('finds a closed scope of a cloud that is not there', () => {
    expect(controlFindings(edited(POLICY, 'principals: []', 'scopes: ["aws:x"]'))).toEqual([
      'policy.yaml:11:63 GK1315 `clouds` has no `aws`',
    ]);
  });

  it('takes patterns and identities for denied ones', () => {
    const principals = (list: string) => controlFindings(edited(POLICY, 'principals: []', `principals: [${list}]`));
    expect(principals('ada, "*-adm", "user:*@example.org", 9b2c0000-0000-4000-8000-000000000001')).toEqual([]);
    expect(principals('adda')).toEqual(['policy.yaml:11:67 GK1301 nobody is called `adda`']);
    const roles = (list: string) => controlFindings(edited(POLICY, '["gcp:roles/*.admin", "azure:Owner"]', `[${list}]`));
    expect(roles('"*:Owner", "gc*:roles/*"')).toEqual([]);
    expect(roles('"aw*:Owner"')).toEqual(['policy.yaml:11:17 GK1315 `clouds` has no `aw*`']);
  });

  it('lets people, accounts and groups break the glass', () => {
    expect(controlFindings(edited(POLICY, 'who: [payments-oncall]', 'who: [ada, ada-adm, payments-oncall]'))).toEqual([]);
  });
});

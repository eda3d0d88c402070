import { describe, expect, it } from 'vitest';
import { checkGrants } from '../../src/grants/check-grants.ts';
import { controlWith, edited, treeWith } from './assembled.ts';
import { clouds } from './clouds.ts';

const FILE = 'grants/payments/2026-11-24-test.yaml';

function found(entry: string, principal = 'ada', changes: Readonly<Record<string, string>> = {}): readonly string[] {
  const text = `principal: ${principal}\naccess:\n  - ${entry}\nexpires: 2026-11-24T17:00:00Z\n`;
  const control = controlWith(changes);
  const grants = treeWith({ ...changes, [FILE]: text }).grants.filter(({ source }) => source.file === FILE);
  return checkGrants(grants, control, clouds).map(({ code, message, hint, at }) => `${at?.line}:${at?.column} ${code} ${message}. ${hint}`);
}

describe('checkAccess', () => {
  it.each([
    ['{ role: debug, place: payments-prod }'],
    ['{ role: debug, place: [payments-prod, payments-test] }'],
    ['{ gcp: payments-prod, role: roles/browser }'],
    ['{ gcp: payments-prod/buckets/x, role: roles/browser }'],
    ['{ gcp: projects/payments-test, role: roles/browser }'],
    ['{ azure: payments-prod/providers/Microsoft.Storage/storageAccounts/ledger, role: Reader }'],
  ])('takes %s', (entry) => expect(found(entry)).toEqual([]));

  it.each([
    ['{ role: debgu, place: payments-prod }', '3:13 GK1306 no role is called `debgu`. Did you mean `debug`?'],
    ['{ role: root, place: payments-prod }', '3:13 GK1306 no role is called `root`. Name a role of policy/roles.'],
    ['{ role: debug, place: nowhere }', '3:27 GK1307 no place is called `nowhere`. Name a place of policy/teams/payments.yaml.'],
    ['{ role: debug, place: [payments-prod, all-project] }', '3:43 GK1307 no place is called `all-project`. Did you mean `all-projects`?'],
    ['{ role: debug, place: [nowhere] }', '3:28 GK1307 no place is called `nowhere`. Name a place of policy/teams/payments.yaml.'],
    [
      '{ role: debug, place: all-projects }',
      '3:27 GK1308 `all-projects` belongs to team platform. Ask for it in a file of grants/platform/.',
    ],
    ['{ gcp: payment-prod, role: roles/browser }', '3:12 GK1307 no place is called `payment-prod`. Did you mean `payments-prod`?'],
    [
      '{ gcp: all-projects, role: roles/browser }',
      '3:12 GK1308 `all-projects` belongs to team platform. Ask for it in a file of grants/platform/.',
    ],
    [
      '{ azure: payments-test, role: Reader }',
      '3:14 GK1311 `payments-test` is no place on Azure. Add `azure:` to it in policy/teams/payments.yaml, or leave the entry out.',
    ],
    ['{ azure: payments-prod//x, role: Reader }', '3:14 GK1208 not a scope of Azure. Write the scope as the cloud itself does.'],
    [
      '{ gcp: projects/search-prod, role: roles/browser }',
      '3:12 GK1312 under no place of team payments. Name a place of policy/teams/payments.yaml, or something below one.',
    ],
  ])('finds %s', (entry, expected) => expect(found(entry)).toEqual([expected]));

  it('finds a principal without an identity there', () => {
    expect(found('{ azure: payments-prod, role: Reader }', '[ada, bo]')).toEqual([
      '3:7 GK1310 `bo` has no identity on Azure. Add `azure:` at policy/people/payments.yaml:3, or leave the entry out.',
    ]);
    expect(found('{ azure: payments-prod, role: Reader }', 'nobody')).toMatchObject([expect.stringContaining('GK1301')]);
  });

  it('warns of a role of which nothing is left for somebody', () => {
    const warning = 'Role, place and principal have no cloud in common.';
    expect(found('{ role: release, place: payments-prod }', '[ada, bo]')).toEqual([
      `3:29 GK1314 \`release\` gives \`bo\` nothing at \`payments-prod\`. ${warning}`,
    ]);
    expect(found('{ role: release, place: [payments-prod, payments-test] }')).toEqual([
      `3:45 GK1314 \`release\` gives \`ada\` nothing at \`payments-test\`. ${warning}`,
    ]);
    expect(found('{ role: debug, place: payments-test }', 'kim')).toEqual([
      `3:27 GK1314 \`debug\` gives \`kim\` nothing at \`payments-test\`. ${warning}`,
    ]);
  });

  it('finds terms of which no cloud of the role can make anything', () => {
    const gcpOnly = { 'policy/roles/logs.yaml': 'description: x\naccess: [{ gcp: $place, role: roles/logging.viewer }]\n' };
    expect(found('{ role: logs, place: payments-test, enforce: pim }', 'ada', gcpOnly)).toEqual([
      '3:50 GK1224 `enforce` makes no sense on Google Cloud. Leave it out. It ends by itself.',
    ]);
    expect(found('{ role: logs, place: payments-test, replace: true }', 'ada', gcpOnly)).toMatchObject([
      expect.stringMatching(/^3:50 GK1225 nothing is adopted or replaced on Google Cloud/),
    ]);
    expect(found('{ role: debug, place: payments-prod, enforce: pim, adopt: true }')).toEqual([]);
  });

  it('says one thing of an unknown role or principal', () => {
    expect(found('{ role: root, place: payments-test }', 'kim')).toHaveLength(1);
    expect(found('{ role: release, place: payments-prod }', 'nobody')).toHaveLength(1);
  });

  it('goes below the root of a cloud', () => {
    const root = {
      ...edited('policy/teams/payments.yaml', '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments', '/'),
      ...edited('policy/teams/platform.yaml', 'projects/platform-shared', 'projects/platform-shared, azure: /subscriptions/y'),
    };
    expect(found('{ azure: payments-prod/subscriptions/x, role: Reader }', 'ada', root)).toEqual([]);
    expect(found('{ azure: payments-prod, role: Reader }', 'ada', root)).toEqual([]);
  });

  it('leaves a scope to its own reader where that reader refuses it', () => {
    const control = controlWith();
    const grant = treeWith({
      [FILE]: 'principal: ada\naccess: [{ gcp: projects/x-y, role: roles/browser }]\nexpires: 2026-11-24T17:00:00Z\n',
    }).grants.find(({ source }) => source.file === FILE);
    if (grant === undefined) expect.fail('the text must read');
    const odd = { ...grant, access: [{ kind: 'cloud', cloud: 'gcp', target: 'projects/X', role: 'roles/browser' } as const] };
    expect(checkGrants([odd], control, clouds)).toEqual([]);
  });
});

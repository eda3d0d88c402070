import { describe, expect, it } from 'vitest';
import { checkGrants } from '../../src/grants/check-grants.ts';
import { controlWith, treeWith } from './assembled.ts';
import { clouds } from './clouds.ts';

const SHORT = 'principal: ada\naccess: [{ gcp: projects/payments-prod, role: roles/browser }]\nexpires: 2026-11-24T17:00:00Z\n';

function found(changes: Readonly<Record<string, string>>): readonly string[] {
  const findings = checkGrants(treeWith(changes).grants, controlWith(), clouds);
  return findings.map(({ code, message, hint, at }) => `${at?.file}:${at?.line}:${at?.column} ${code} ${message}. ${hint}`);
}

describe('checkGrants', () => {
  it('finds nothing in the example', () => expect(found({})).toEqual([]));

  it('finds names that nobody has', () => {
    expect(found({ 'grants/payments/x.yaml': SHORT.replace('ada', 'adda') })).toEqual([
      'grants/payments/x.yaml:1:12 GK1301 nobody is called `adda`. Did you mean `ada`?',
    ]);
    expect(found({ 'grants/payments/x.yaml': SHORT.replace('ada', '[adda]') })).toEqual([
      'grants/payments/x.yaml:1:13 GK1301 nobody is called `adda`. Did you mean `ada`?',
    ]);
    expect(found({ 'grants/payments/x.yaml': SHORT.replace('ada', '[ada, x, y]') })).toEqual([
      'grants/payments/x.yaml:1:18 GK1301 nobody is called `x`. Add it to a file of policy/people.',
      'grants/payments/x.yaml:1:21 GK1301 nobody is called `y`. Add it to a file of policy/people.',
    ]);
  });

  it('lets people and accounts ask', () => {
    const asks = (name: string) => found({ 'grants/payments/x.yaml': `${SHORT}requestedBy: ${name}\n` });
    expect(asks('bo')).toEqual([]);
    expect(asks('ada-adm')).toEqual([]);
    expect(asks('deployer')).toEqual(['grants/payments/x.yaml:4:14 GK1304 `deployer` is a service. Name a person or an account.']);
    expect(asks('boo')).toEqual(['grants/payments/x.yaml:4:14 GK1301 nobody is called `boo`. Did you mean `bo`?']);
  });

  it('finds a folder without a team', () => {
    expect(found({ 'grants/payment/x.yaml': SHORT, 'grants/search/y.yaml': SHORT })).toEqual([
      'grants/payment/x.yaml:1:1 GK1313 no team owns grants/payment/. Did you mean `payments`?',
      'grants/search/y.yaml:1:1 GK1313 no team owns grants/search/. Add policy/teams/search.yaml, or move the file to the folder of the team that owns the place.',
    ]);
  });

  it('tells all files of one id of another', () => {
    const text = SHORT.replace('projects/payments-prod', 'projects/platform-shared');
    const three = { 'grants/payments/x.yaml': SHORT, 'grants/platform/x.yaml': text, 'grants/unowned/x.yaml': SHORT };
    expect(found(three).filter((line) => line.includes('GK1405'))).toEqual([
      'grants/payments/x.yaml:1:1 GK1405 the id x stands twice in the tree. grants/unowned/x.yaml has this id. Give the newer file another name.',
      'grants/platform/x.yaml:1:1 GK1405 the id x stands twice in the tree. grants/payments/x.yaml has this id. Give the newer file another name.',
      'grants/unowned/x.yaml:1:1 GK1405 the id x stands twice in the tree. grants/payments/x.yaml has this id. Give the newer file another name.',
    ]);
  });

  it('says all at once, by place', () => {
    const text =
      'principal: x\nrequestedBy: y\naccess: [{ role: a, place: b }, { gcp: c, role: roles/browser }]\nexpires: 2026-11-24T17:00:00Z\n';
    expect(found({ 'grants/payments/x.yaml': text }).map((line) => line.slice(0, 34))).toEqual([
      'grants/payments/x.yaml:1:12 GK1301',
      'grants/payments/x.yaml:2:14 GK1301',
      'grants/payments/x.yaml:3:18 GK1306',
      'grants/payments/x.yaml:3:28 GK1307',
      'grants/payments/x.yaml:3:40 GK1307',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { assembleControl } from '../../src/grants/control.ts';
import { readTree } from '../../src/grants/tree.ts';
import { controlFindings, controlWith, edited, treeWith } from './assembled.ts';
import { clouds } from './clouds.ts';
import { example, treeOf } from './example.ts';

describe('assembleControl', () => {
  it('brings all control files together, in order', () => {
    const control = controlWith();
    expect(control.policy.stamp).toBe('acme-access');
    expect([...control.teams.keys()]).toEqual(['payments', 'platform']);
    expect([...control.roles.keys()]).toEqual(['debug', 'release']);
    expect(control.overrides.map(({ name }) => name)).toEqual(['2026-11-21-payments-exit']);
    expect(control.directory.size).toBe(10);
  });

  it('orders by name, whatever the order of the files', () => {
    const tree = readTree(treeOf(example).toReversed(), clouds);
    const [override] = tree.parts.overrides;
    if (override === undefined) expect.fail('there is an override');
    const assembled = assembleControl({ ...tree.parts, overrides: [override, { ...override, name: '2026-11-20-earlier' }] }, clouds);
    expect(assembled).toMatchObject({ ok: true, findings: [] });
    expect(assembled.ok ? [...assembled.control.teams.keys()] : []).toEqual(['payments', 'platform']);
    expect(assembled.ok ? assembled.control.overrides.map(({ name }) => name) : []).toEqual([
      '2026-11-20-earlier',
      '2026-11-21-payments-exit',
    ]);
  });

  it('takes parts of which nobody says that something is missing for complete', () => {
    const { incomplete: _, ...parts } = treeWith().parts;
    expect(assembleControl(parts, clouds)).toMatchObject({ ok: true });
  });

  it('needs a policy', () => {
    const { policy: _, ...parts } = treeWith().parts;
    expect(assembleControl(parts, clouds)).toMatchObject({ ok: false, findings: [{ code: 'GK1406', at: { file: 'policy/policy.yaml' } }] });
  });

  it('says nothing of names while a control file does not read', () => {
    const tree = readTree(treeOf({ ...example, 'policy/people/payments.yaml': 'people: []\n' }), clouds);
    expect(tree.findings).toHaveLength(1);
    expect(assembleControl(tree.parts, clouds)).toEqual({ ok: false, findings: [] });
  });

  it('goes on with warnings', () => {
    const tree = treeWith(edited('policy/policy.yaml', '{ env: prod,', '{ env: prd,'));
    expect(assembleControl(tree.parts, clouds)).toMatchObject({ ok: true, findings: [{ code: 'GK1316', severity: 'warning' }] });
  });

  it.each([
    ['policy/teams/payments.yaml', '[bo, chi]', '[bo, gil]', 'payments.yaml:1:17 GK1305 `gil` has no login to approve with'],
    ['policy/roles/release.yaml', '[sam]', '[deployer]', 'release.yaml:3:13 GK1304 `deployer` is a service'],
    ['policy/policy.yaml', '[sam, kim]', '[sam, ada-adm]', 'policy.yaml:3:17 GK1304 `ada-adm` is an account'],
  ])('checks approvers of %s', (path, from, to, expected) => expect(controlFindings(edited(path, from, to))).toEqual([expected]));

  it('says all at once, by place', () => {
    const changes = {
      ...edited('policy/teams/payments.yaml', '[bo, chi]', '[x, y]'),
      ...edited('policy/policy.yaml', '[deployer]', '[z]'),
    };
    expect(controlFindings(changes).map((line) => line.split(' ')[0])).toEqual([
      'policy.yaml:16:110',
      'payments.yaml:1:13',
      'payments.yaml:1:16',
    ]);
  });
});

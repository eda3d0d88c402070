import { describe, expect, it } from 'vitest';
import { judge } from '../../src/policy/judge.ts';
import type { Rule } from '../../src/policy/rule.ts';
import { asked, control, grant, MINUTE, policy, use } from './acme.ts';

describe('judge', () => {
  it('finds nothing wrong with an ordinary grant', () => expect(judge(asked())).toEqual([]));

  it('tells everything at once, by its place in the file', () => {
    const demands = policy({
      grants: { maxDuration: 60 * MINUTE, maxGrace: 0, require: ['ticket'] },
      deny: { roles: ['gcp:roles/logging.*'], principals: [] },
      limits: [{ env: 'prod', deny: true }],
    });
    const findings = judge(asked({ control: control({ policy: demands }), grant: grant({ grace: 15 * MINUTE }) }));
    const places = findings.map(({ code, at }) => [code, at?.line]);
    expect(places).toEqual([
      ['GK2105', 0],
      ['GK2110', 3],
      ['GK2111', 3],
      ['GK2103', 5],
      ['GK2107', 6],
    ]);
    expect(findings[0]).toMatchObject({ severity: 'error', at: { file: 'grants/payments/2026-11-23-ada-debug.yaml' } });
    expect(findings.every(({ hint }) => hint !== undefined && hint !== '')).toBe(true);
  });

  it('says the same thing of one place once', () => {
    const closed = control({ policy: policy({ limits: [{ env: 'prod', deny: true }] }) });
    expect(judge(asked({ control: closed, uses: [use(), use({ roleKey: 'other' }), use({ pointer: '/access/1' })] }))).toHaveLength(2);
  });

  it('judges by the rules that it is given', () => {
    const never: Rule = {
      id: 'never',
      code: 'GK2201',
      severity: 'warning',
      summary: 'Never',
      judge: () => [{ pointer: '/ticket', message: 'no', hint: 'none' }],
    };
    expect(judge(asked(), [never])).toEqual([
      { code: 'GK2201', severity: 'warning', message: 'no', hint: 'none', at: expect.objectContaining({ line: 6 }) },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { noParts, takeControlFile } from '../../src/grants/control-files.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example } from './example.ts';

function take(path: string, text: string, mode = '100644') {
  const parts = noParts();
  const findings = takeControlFile(parts, { path, mode, bytes: bytesOf(text) }, clouds);
  return { parts, findings };
}

describe('takeControlFile', () => {
  it.each([
    ['policy/policy.yaml', 'policy'],
    ['policy/teams/payments.yaml', 'teams'],
    ['policy/people/payments.yaml', 'principals'],
    ['policy/roles/debug.yaml', 'roles'],
    ['policy/overrides/2026-11-21-payments-exit.yaml', 'overrides'],
  ] as const)('reads %s into %s', (path, list) => {
    const { parts, findings } = take(path, example[path] as string);
    expect(findings).toEqual([]);
    expect(parts.incomplete).toBe(false);
    expect(parts[list]).toMatchObject(
      list === 'policy'
        ? { stamp: 'acme-access' }
        : [expect.anything(), ...(list === 'principals' ? Array(6).fill(expect.anything()) : [])],
    );
  });

  it.each([
    ['policy/policy.yaml', '100755', 'GK1402'],
    ['policy/policy.yaml/x.yaml', '100644', 'GK1403'],
    ['policy/roles/x.yml', '100644', 'GK1401'],
    ['policy/roles', '120000', 'GK1402'],
    ['policy/role/x.yaml', '100644', 'GK1404'],
    ['policy/x.json', '100644', 'GK1404'],
    ['policy/roles/x.yaml', '100644', 'GK1103'],
  ])('refuses %s of mode %s', (path, mode, code) => {
    const { parts, findings } = take(path, 'description: x\naccess: x\n', mode);
    expect(findings).toMatchObject([{ code }]);
    expect(parts).toEqual({ ...noParts(), incomplete: true });
  });

  it('knows what was meant', () => {
    expect(take('policy/team/x.yaml', '').findings[0]?.hint).toBe('Did you mean `teams`?');
    expect(take('policy/policy.yml', '').findings[0]?.hint).toBe('Did you mean `policy.yaml`?');
    expect(take('policy/baseline.json', '').findings[0]?.hint).toContain('teams/, people/, roles/');
  });
});

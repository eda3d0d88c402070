import { describe, expect, it } from 'vitest';
import { deniedPrincipal } from '../../../src/policy/rules/denied-principal.ts';
import { asked, control, grant, policy } from '../acme.ts';

function problems(glob: string, ...principals: readonly string[]) {
  const strict = control({ policy: policy({ deny: { roles: [], principals: ['none', glob] } }) });
  return deniedPrincipal.judge(asked({ control: strict, grant: grant({ principals }) }));
}

describe('denied-principal', () => {
  it.each([
    ['ada', 'ada'],
    ['a*', 'ada'],
    ['user:ada@example.com', 'ada'],
    ['gcp:user:ADA@*', 'ada'],
    ['ada', 'ada-adm'],
    ['user:ada@*', 'ada-adm'],
    ['chi', 'payments-oncall'],
    ['ada-adm', 'payments-oncall'],
    ['payments-oncall', 'payments-oncall'],
    ['gcp:serviceAccount:*', 'deployer'],
    ['ghost', 'ghost'],
  ])('%s denies %s', (glob, name) => {
    expect(problems(glob, 'gil', name)).toEqual([
      { pointer: '/principal/1', message: `${name} may get no access`, hint: `deny.principals of policy/policy.yaml has "${glob}"` },
    ]);
  });

  it('names the first entry that denies it', () => {
    const strict = control({ policy: policy({ deny: { roles: [], principals: ['ad*', 'ada'] } }) });
    expect(deniedPrincipal.judge(asked({ control: strict }))).toMatchObject([{ hint: 'deny.principals of policy/policy.yaml has "ad*"' }]);
  });

  it.each([
    ['ada', 'bo'],
    ['payments-oncall', 'ada'],
    ['azure:*', 'ada'],
    ['serviceAccount:*', 'ada'],
  ])('%s leaves %s', (glob, name) => expect(problems(glob, name)).toEqual([]));
});

import { describe, expect, it } from 'vitest';
import { protectedPrincipal } from '../../../src/policy/rules/protected-principal.ts';
import { asked, control, grant, policy } from '../acme.ts';

function problems(protect: string, name: string) {
  const strict = control({ policy: policy({ guard: { ...policy().guard, protect: [protect] } }) });
  return protectedPrincipal.judge(asked({ control: strict, grant: grant({ principals: ['gil', name] }) }));
}

describe('protected-principal', () => {
  it.each([
    ['deployer', 'deployer'],
    ['ada', 'ada'],
    ['ada', 'ada-adm'],
    ['ada-adm', 'ada-adm'],
    ['ghost', 'ghost'],
  ])('%s keeps %s from being granted', (protect, name) => {
    expect(problems(protect, name)).toMatchObject([
      {
        pointer: '/principal/1',
        message: `${name} is protected, so it gets nothing`,
        hint: 'guard.protect of policy/policy.yaml names it',
      },
    ]);
  });

  it.each([
    ['deployer', 'ada'],
    ['ada-adm', 'ada'],
    ['ada', 'payments-oncall'],
  ])('%s leaves %s', (protect, name) => expect(problems(protect, name)).toEqual([]));
});

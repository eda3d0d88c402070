import { describe, expect, it } from 'vitest';
import type { Binding } from '../../src/domain/access.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { RoleFacts } from '../../src/domain/role-facts.ts';
import { againstGlass, type GlassRules } from '../../src/reconcile/break-glass.ts';
import { aBinding, aControl, aPolicy, aRole, at, live } from './builders.ts';

const HOUR = 3600_000;
const LOGGING = 'roles/logging.viewer';
const OWNER = { id: 'roles/owner', name: 'roles/owner' };

function glassOf(...who: readonly string[]): Policy {
  return aPolicy({ breakGlass: { who, roles: ['debug', 'gone'], maxDuration: HOUR, reviewWithin: 24 * HOUR } });
}

function known(id: string): RoleFacts {
  return { ok: true, role: { id, name: id }, privileged: false, reasons: [] };
}

function rules(more: Partial<GlassRules> = {}, policy = glassOf('ada')): GlassRules {
  const debug = aRole('debug', { access: [{ cloud: 'gcp', target: '$place', role: LOGGING }] });
  const control = { ...aControl(), policy, roles: new Map([['debug', debug]]) };
  return { control, now: at('10:00'), holder: 'ada', role: (_, text) => known(text), ...more };
}

const glass = (end: string, binding: Binding = aBinding()) => live(binding, { grant: 'bg-1', end });

describe('break-glass', () => {
  it('stands where it is of the right person and role, and ends soon enough', () => {
    expect(againstGlass(glass('11:00'), rules())).toBeUndefined();
    expect(againstGlass(glass('11:05'), rules())).toBeUndefined();
  });

  it('is against a policy that has none', () =>
    expect(againstGlass(glass('11:00'), rules({}, aPolicy()))).toBe('policy has no break-glass'));

  it('is too long, or has no end', () => {
    expect(againstGlass(glass('11:06'), rules())).toMatch(/^it ends at \S+T11:06:00Z, more than the 1h ahead that break-glass allows$/);
    expect(againstGlass({ ...glass('11:00'), mark: { stamp: 's', grant: 'bg-1' } }, rules())).toBe('it has no end');
    expect(againstGlass(live(aBinding()), rules())).toBe('it has no end');
  });

  it.each<[string, readonly string[], string | undefined, string | undefined]>([
    ['a stranger', ['ada'], undefined, 'whoever holds it is nobody of policy/people'],
    ['another person', ['ada'], 'bo', 'bo is none of those who may break the glass'],
    ['another account of the person', ['ada'], 'ada-adm', undefined],
    ['a member of a group', ['oncall'], 'gil', undefined],
    ['an account of a member', ['oncall'], 'ada-adm', undefined],
    ['the group itself', ['oncall'], 'oncall', undefined],
    ['a group of which one is named', ['ada'], 'oncall', 'oncall is none of those who may break the glass'],
    ['a service', ['ada'], 'deployer', 'deployer is none of those who may break the glass'],
    ['a service that is named', ['deployer'], 'deployer', undefined],
    ['whoever nobody knows', ['ada'], 'ghost', 'ghost is none of those who may break the glass'],
  ])('of %s', (_, who, holder, why) => expect(againstGlass(glass('11:00'), rules({ holder }, glassOf(...who)))).toBe(why));

  it('is of another role, as far as that is known', () => {
    const owner = glass('11:00', { ...aBinding(), role: OWNER });
    expect(againstGlass(owner, rules())).toBe('roles/owner is no role of break-glass');
    expect(againstGlass(owner, rules({ role: () => undefined }))).toBeUndefined();
    expect(againstGlass(owner, rules({ role: () => ({ ok: false, problem: 'not read' }) }))).toBeUndefined();
    const azure = glass('11:00', aBinding({ cloud: 'azure' }));
    expect(againstGlass(azure, rules())).toMatch(/is no role of break-glass$/);
  });
});

import { describe, expect, it } from 'vitest';
import { bypassChecks } from '../../../src/commands/doctor/bypass.ts';
import type { BranchSettings, Ruleset } from '../../../src/forge/settings.ts';
import { branch, CLASSIC, told, untold } from './settings.ts';

function of(more: Partial<BranchSettings>) {
  const [check] = bypassChecks(branch('main', more));
  return [check?.verdict, check?.found, check?.source];
}

const ruleset = (bypass?: Ruleset['bypass']) =>
  told({ id: 7, name: 'main', ...(bypass === undefined ? {} : { bypass }) }, 'GET /rulesets/7');

describe('who may pass the rules by', () => {
  it('is nobody where no ruleset lists anybody', () => {
    expect(of({})).toEqual(['pass', 'no ruleset has a bypass list', 'GET /rulesets/7']);
  });

  it('is whoever a ruleset lists, also where another one cannot be read', () => {
    const actors = [
      { type: 'RepositoryRole', id: 5, mode: 'exempt' },
      { type: 'OrganizationAdmin', mode: 'always' },
    ];
    expect(of({ rulesets: [untold(), ruleset(actors)] }).slice(0, 2)).toEqual([
      'fail',
      'may pass by: RepositoryRole 5 (exempt) of ruleset main; OrganizationAdmin (always) of ruleset main',
    ]);
  });

  it('is unknown where the token does not see the list, or the rules', () => {
    expect(of({ rulesets: [ruleset()] })).toEqual(['unknown', 'this token may not see who may pass main by', 'GET /rulesets/7']);
    expect(of({ rulesets: [ruleset([]), untold()] })[0]).toBe('unknown');
    expect(of({ rules: untold() })[0]).toBe('unknown');
    expect(of({ rules: told([]), classic: untold() })[0]).toBe('unknown');
  });

  it('is asked of the older protection where no ruleset wants reviews', () => {
    const classic = (more: Partial<typeof CLASSIC>) => of({ rules: told([]), classic: told({ ...CLASSIC, ...more }) });
    expect(classic({})[0]).toBe('pass');
    expect(classic({ bindsAdmins: false })).toEqual(['fail', 'administrators may pass the branch protection by', 'GET /somewhere']);
    expect(classic({ exempt: 2 })[1]).toBe('2 people, teams or apps need no pull request');
    expect(of({ rules: told([]) })).toEqual(['fail', 'main has no rule to pass by: everybody who may push can', 'GET /protection']);
  });
});

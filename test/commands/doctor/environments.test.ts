import { describe, expect, it } from 'vitest';
import { environmentChecks } from '../../../src/commands/doctor/environments.ts';
import type { EnvironmentSettings } from '../../../src/forge/settings.ts';
import { one, settings, told, untold, verdicts } from './settings.ts';

const of = (...environments: readonly EnvironmentSettings[]) => environmentChecks(settings({ environments: told(environments) }));

describe('environments', () => {
  it('pass where only protected branches deploy and administrators wait', () => {
    expect(verdicts(of({ name: 'grant', branches: 'protected', adminsBypass: false }))).toEqual([
      'environment-branches grant pass',
      'environment-admins grant pass',
    ]);
    expect(verdicts(of())).toEqual(['environments pass']);
  });

  it.each([
    [['main'], 'pass', 'grant takes main'],
    [[], 'pass', 'grant takes no branch'],
    [['main', 'release/*'], 'fail', 'grant takes release/* too'],
  ])('with a list of %j: %s', (names, verdict, found) => {
    expect(one(of({ name: 'grant', branches: told(names) }), 'environment-branches grant')).toMatchObject({ verdict, found });
  });

  it('fail where any branch deploys or administrators need not wait', () => {
    expect(verdicts(of({ name: 'grant', adminsBypass: true }))).toEqual([
      'environment-branches grant fail',
      'environment-admins grant fail',
    ]);
  });

  it('are unknown where an answer is missing or does not say', () => {
    expect(verdicts(of({ name: 'grant', branches: untold() }))).toEqual([
      'environment-branches grant unknown',
      'environment-admins grant unknown',
    ]);
    expect(verdicts(environmentChecks(settings({ environments: untold() })))).toEqual(['environments unknown']);
    const environments = told([{ name: 'grant', branches: told(['main']), adminsBypass: false }]);
    expect(verdicts(environmentChecks(settings({ environments, home: untold() })))[0]).toBe('environment-branches grant unknown');
  });
});

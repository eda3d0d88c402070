import { describe, expect, it } from 'vitest';
import { checkRoleTargets } from '../../src/grants/role-targets.ts';
import { controlFindings, controlWith, edited } from './assembled.ts';
import { azure, clouds, gcp } from './clouds.ts';

const DEBUG = 'policy/roles/debug.yaml';
const LOGS = '{ gcp: $place, role: roles/logging.viewer }';
const logsAt = (target: string) => edited(DEBUG, LOGS, `{ gcp: ${JSON.stringify(target)}, role: roles/logging.viewer }`);

describe('checkRoleTargets', () => {
  it('finds nothing where every entry is a scope somewhere', () => {
    expect(checkRoleTargets(controlWith(), clouds)).toEqual([]);
    expect(controlFindings(logsAt('$place/buckets/ledger'))).toEqual([]);
  });

  it('finds what would be a scope at no place', () => {
    expect(controlFindings(logsAt('$place//ledger'))).toEqual([
      'debug.yaml:6:12 GK1208 `$place//ledger` is no scope of Google Cloud at any place: not a scope of Google Cloud',
    ]);
  });

  it('lets pass what is a scope at one place, or what no place is there to try with', () => {
    const folders = { ...gcp, scope: (text: string) => gcp.scope(text.startsWith('projects/') ? `${text} x` : text) };
    const control = controlWith(logsAt('$place/buckets/ledger'));
    expect(checkRoleTargets(control, [folders, azure])).toEqual([]);
    expect(checkRoleTargets({ ...control, teams: new Map() }, [folders])).toEqual([]);
    const none = { ...gcp, scope: () => ({ ok: false, problem: 'never' }) as const };
    expect(checkRoleTargets(control, [none])).toMatchObject([{ hint: 'Name a resource below the place.' }]);
  });
});

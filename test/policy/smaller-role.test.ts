import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/domain/access.ts';
import type { PermissionTables } from '../../src/domain/permission.ts';
import type { Piece, Reaches } from '../../src/policy/effect.ts';
import { type Candidate, smallerRole } from '../../src/policy/smaller-role.ts';
import { permissions as gcp } from '../../src/providers/gcp/permissions.ts';

const TABLES: PermissionTables = new Map([['gcp', gcp]]);
const PROD: Scope = { cloud: 'gcp', path: 'projects/payments-prod', key: 'projects/payments-prod' };
const TEST: Scope = { cloud: 'gcp', path: 'projects/payments-test', key: 'projects/payments-test' };
const reaches: Reaches = (outer, inner) => outer.key === inner.key;

function piece(role: string, scope = PROD, more: Partial<Piece> = {}): Piece {
  const permissions = gcp.of(role);
  return { cloud: 'gcp', role, scope, ...(permissions === undefined ? {} : { permissions }), ...more };
}

function candidate(name: string, ...roles: readonly string[]): Candidate {
  return { name, pieces: roles.map((role) => piece(role)) };
}

const smaller = (asked: readonly Piece[], candidates: readonly Candidate[], held: readonly Piece[] = []) =>
  smallerRole(asked, held, candidates, TABLES, reaches);

const LOGS = candidate('logs', 'roles/logging.viewer');
const BROWSE = candidate('browse', 'roles/browser');
const RUN = candidate('run', 'roles/run.developer');

describe('the smallest role that would do', () => {
  it('gives all that would be gained, with less besides', () => {
    const asked = [piece('roles/run.admin'), piece('roles/logging.viewer')];
    const held = [piece('roles/run.admin')];
    const both = candidate('both', 'roles/logging.viewer', 'roles/monitoring.viewer');
    expect(smaller(asked, [RUN, both, BROWSE, LOGS], held)).toMatchObject({
      name: 'logs',
      does: 'all',
      gives: { reads: 28, writes: 0, escalates: 0 },
    });
    const twin = candidate('also-logs', 'roles/logging.viewer');
    expect(smaller(asked, [LOGS, twin], held)?.name).toBe('also-logs');
    expect(smaller(asked, [twin, LOGS], held)?.name).toBe('also-logs');
  });

  it('is none where what is asked for is the smallest', () => {
    expect(smaller([piece('roles/logging.viewer')], [LOGS, RUN, BROWSE])).toBeUndefined();
    expect(smaller([piece('roles/logging.viewer')], [LOGS], [piece('roles/logging.viewer')])).toBeUndefined();
  });

  it('is one that only looks where what is asked for changes something', () => {
    const asked = [piece('roles/logging.admin')];
    const offered = [BROWSE, LOGS, RUN, candidate('logs-too', 'roles/logging.viewer')];
    expect(smaller(asked, offered)).toMatchObject({
      name: 'logs',
      does: 'looking',
      looks: 28,
      gives: { reads: 28, writes: 0, escalates: 0 },
    });
    expect(smaller(asked, [BROWSE, candidate('more', 'roles/logging.viewer', 'roles/monitoring.viewer')])).toBeUndefined();
    expect(smaller([piece('roles/iam.serviceAccountUser')], [candidate('none', 'roles/cloudsql.viewer')])).toBeUndefined();
  });

  it('is none where anything is not known', () => {
    const custom = 'projects/payments-prod/roles/clerk';
    expect(smaller([piece('roles/logging.admin'), piece(custom)], [LOGS])).toBeUndefined();
    expect(smaller([piece('roles/logging.admin')], [candidate('odd', 'roles/logging.viewer', custom)])).toBeUndefined();
    expect(smaller([piece('roles/logging.admin')], [{ name: 'nothing', pieces: [] }])).toBeUndefined();
  });

  it('does wherever it is asked for, and under no condition of its own', () => {
    const asked = [piece('roles/logging.viewer'), piece('roles/run.admin'), piece('roles/logging.viewer', TEST)];
    const held = [piece('roles/run.admin')];
    expect(smaller(asked, [LOGS], held)).toBeUndefined();
    const everywhere = { name: 'everywhere', pieces: [piece('roles/logging.viewer'), piece('roles/logging.viewer', TEST)] };
    expect(smaller(asked, [LOGS, everywhere], held)?.name).toBe('everywhere');
    const conditional = { name: 'some', pieces: [piece('roles/logging.viewer', PROD, { condition: 'true' })] };
    expect(smaller(asked.slice(0, 2), [conditional], held)).toBeUndefined();
  });

  it('is none in a cloud without a list', () => {
    const there: Piece = { cloud: 'other', role: 'Clerk', scope: { ...PROD, cloud: 'other' }, permissions: [{ name: 'a' }, { name: 'b' }] };
    const less = { name: 'less', pieces: [{ ...there, permissions: [{ name: 'a' }] }] };
    expect(smaller([there], [less])).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Approval } from '../../src/domain/policy.ts';
import { approvalNeed } from '../../src/policy/need.ts';
import { control, grant, policy } from './acme.ts';

const rescue = grant({ access: [{ kind: 'catalogue', role: 'rescue', places: ['payments-prod'] }] });
const audit = grant({
  access: [
    { kind: 'catalogue', role: 'audit', places: ['payments-prod'] },
    { kind: 'catalogue', role: 'audit', places: ['payments-test'] },
  ],
});

describe('approvalNeed', () => {
  it('asks one of the team, two for what is privileged, and the approvers of the role besides', () => {
    expect(approvalNeed(grant(), control(), false)).toEqual({ count: 1, from: ['bo', 'chi'], besides: [] });
    expect(approvalNeed(grant(), control(), true)).toMatchObject({ count: 2 });
    expect(approvalNeed(rescue, control(), false)).toMatchObject({ count: 2 });
    expect(approvalNeed(audit, control(), false)).toEqual({ count: 1, from: ['bo', 'chi'], besides: ['sam'] });
  });

  it('never asks fewer for what is privileged, and never nobody', () => {
    const odd = control({ policy: policy({ approval: { mode: 'enforce', minimum: 3, privileged: 2 } }) });
    expect(approvalNeed(rescue, odd, false).count).toBe(3);
    const none = control({ policy: policy({ approval: { mode: 'enforce', minimum: 0, privileged: 0 } }) });
    expect(approvalNeed(grant(), none, false).count).toBe(1);
  });

  it('finds nobody for a team that is not there', () => {
    expect(approvalNeed(grant({ team: 'ghosts' }), control(), false).from).toEqual([]);
  });

  describe('under further demands', () => {
    const where = { folders: [], environments: [], clouds: [], roles: [], principals: [] };
    const under = (...more: NonNullable<Approval['more']>) =>
      control({ policy: policy({ approval: { mode: 'enforce', minimum: 1, privileged: 2, more } }) });
    const need = (one: Partial<NonNullable<Approval['more']>[number]>, asks = grant(), privileged = false) =>
      approvalNeed(asks, under({ where, privileged: false, approvers: [], ...one }), privileged);

    it('asks more where they fit, and nothing more elsewhere', () => {
      expect(need({ minimum: 3, approvers: ['kim'] })).toEqual({ count: 3, from: ['bo', 'chi'], besides: ['kim'] });
      expect(need({ minimum: 3, where: { ...where, environments: ['prod'] } }).count).toBe(3);
      expect(need({ minimum: 3, where: { ...where, environments: ['test'] } }).count).toBe(1);
      expect(need({ minimum: 3, where: { ...where, clouds: ['azure'] } }).count).toBe(1);
      expect(need({ minimum: 3, where: { ...where, roles: ['gcp:roles/logging.*'] } }).count).toBe(3);
      expect(need({ approvers: ['kim'] }).count).toBe(1);
    });

    it('knows what is privileged', () => {
      expect(need({ privileged: true, minimum: 3 }).count).toBe(1);
      expect(need({ privileged: true, minimum: 3 }, rescue).count).toBe(3);
      expect(need({ privileged: true, minimum: 3 }, grant(), true).count).toBe(3);
    });

    it('takes a scope that is no place for any environment', () => {
      const raw = (target: string) => grant({ access: [{ kind: 'cloud', cloud: 'gcp', target, role: 'roles/browser' }] });
      const prod = { minimum: 3, where: { ...where, environments: ['prod'] } };
      expect(need(prod, raw('projects/finance-archive')).count).toBe(3);
      expect(need(prod, raw('payments-prod')).count).toBe(3);
      expect(need(prod, raw('payments-test/topics/x')).count).toBe(1);
      expect(need(prod, { ...raw('payments-test'), team: 'ghosts' }).count).toBe(3);
      expect(need({ minimum: 3, where: { ...where, roles: ['gcp:roles/browser'] } }, raw('payments-test')).count).toBe(3);
    });

    it('fits where one of several accesses does', () => {
      const two = grant({ access: [{ kind: 'catalogue', role: 'debug', places: ['payments-test', 'payments-prod'] }] });
      expect(need({ minimum: 3, where: { ...where, environments: ['prod'] } }, two).count).toBe(3);
      expect(need({ minimum: 3, where: { ...where, principals: ['bo'] } }, grant({ principals: ['ada', 'bo'] })).count).toBe(3);
      expect(need({ minimum: 3, where: { ...where, folders: ['search'] } }, two).count).toBe(1);
    });

    it('asks for a role that is not there too', () => {
      const ghost = grant({ access: [{ kind: 'catalogue', role: 'ghost', places: ['payments-prod'] }] });
      expect(need({ minimum: 3, where: { ...where, roles: ['ghost'] } }, ghost).count).toBe(3);
      expect(need({ minimum: 3, where: { ...where, folders: ['search'], roles: ['ghost'] } }, ghost).count).toBe(1);
      expect(need({ minimum: 3, where: { ...where, roles: ['debug'] } }, ghost).count).toBe(1);
    });
  });
});

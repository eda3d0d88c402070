import { describe, expect, it } from 'vitest';
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
});

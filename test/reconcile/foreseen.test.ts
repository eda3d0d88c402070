import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Foreseen, Plan } from '../../src/domain/plan.ts';
import { withForeseen } from '../../src/reconcile/foreseen.ts';

const hash = (text: string) => `(${text})`;

function change(digest: string): Change {
  const scope = { cloud: 'gcp', path: 'projects/payments-prod', key: 'projects/payments-prod' };
  const member = { kind: 'user', id: 'user:ada@example.com', shown: 'user:ada@example.com' } as const;
  const binding = { scope, role: { id: 'roles/browser', name: 'roles/browser' }, member };
  const common = { digest, grant: `grant-${digest}`, principal: 'ada' };
  const end = { until: 0 as Instant, because: [], principal: 'ada', privileged: false, file: 'x', commit: 'x' };
  return { ...common, verb: 'grant', because: 'asked', desired: { binding, grant: common.grant, ...end } };
}

const [one, two] = [change('a'), change('b')];
const plan: Plan = {
  at: 0 as Instant,
  stamp: 'acme-access',
  basis: { commit: 'c', confirmed: true, scopes: 1, unread: [] },
  changes: [one, two],
  held: [],
  observations: [],
  refusals: [{ code: 'GK3308', message: 'z', holds: [] }],
  findings: [],
  kept: 0,
  digest: 'sha256:(grant a\ngrant b)',
};

const refused = (it: Change, message: string, hint?: string): Foreseen => ({
  kind: 'refused',
  change: it,
  failure: { kind: 'unsafe', message, ...(hint === undefined ? {} : { hint }) },
});

describe('what a cloud foresees', () => {
  it('tells alarms and holds nothing for them', () => {
    const alarm = { kind: 'alarm', grant: 'grant-a', text: 'a lock is in the way' } as const;
    expect(withForeseen(plan, [alarm], hash)).toMatchObject({ observations: [alarm], changes: [one, two], held: [] });
  });

  it('leaves a plan alone where it is nothing', () => expect(withForeseen(plan, [], hash)).toBe(plan));

  it('holds what would be refused, and says so', () => {
    const seen = withForeseen(plan, [refused(two, 'too many', 'ask less')], hash);
    expect(seen).toMatchObject({ changes: [one], held: [two], digest: 'sha256:(grant a)', observations: [] });
    expect(seen.refusals).toEqual([
      { code: 'GK3307', message: 'too many', hint: 'ask less', grant: 'grant-b', holds: ['b'] },
      { code: 'GK3308', message: 'z', holds: [] },
    ]);
  });

  it('tells refusals in order', () => {
    const seen = withForeseen(plan, [refused(one, 'y'), refused(two, 'x')], hash);
    expect(seen.refusals.map(({ message }) => message)).toEqual(['x', 'y', 'z']);
    expect(seen).toMatchObject({ changes: [], held: [one, two] });
  });

  it('passes on what others will notice', () => {
    const note: Foreseen = { kind: 'note', grant: 'grant-a', text: 'the first condition' };
    expect(withForeseen(plan, [note], hash)).toEqual({ ...plan, observations: [note] });
  });
});

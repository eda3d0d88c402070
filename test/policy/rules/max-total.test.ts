import { describe, expect, it } from 'vitest';
import type { PastUse } from '../../../src/policy/asked.ts';
import { maxTotal } from '../../../src/policy/rules/max-total.ts';
import { asked, at, control, grant, HOUR, policy, use } from '../acme.ts';

const tenHours = control({ policy: policy({ grants: { maxTotal: 10 * HOUR, maxGrace: HOUR, require: [] } }) });

function past(from: string, to: string, changes: Partial<PastUse> = {}): PastUse {
  const { roleKey, scopeKey } = use();
  return { person: 'ada', roleKey, scopeKey, from: at(from), to: at(to), ...changes };
}

describe('max-total', () => {
  it('holds without a total, and up to it', () => {
    const history = [past('2026-11-20T10:00:00Z', '2026-11-20T12:00:00Z')];
    expect(maxTotal.judge(asked({ history }))).toEqual([]);
    expect(maxTotal.judge(asked({ control: tenHours, history }))).toEqual([]);
  });

  it('refuses more, at the entry that asks for it', () => {
    const history = [past('2026-11-20T10:00:00Z', '2026-11-20T12:00:01Z')];
    expect(maxTotal.judge(asked({ control: tenHours, history }))).toEqual([
      {
        pointer: '/access/0',
        message: 'ada would hold debug at projects/payments-prod for 10h1m within 90 days, more than 10h',
        hint: 'Ask for less time; what is needed this often is better given for good',
      },
    ]);
  });

  it.each([
    ['another person', past('2026-11-20T10:00:00Z', '2026-11-20T22:00:00Z', { person: 'bo' })],
    ['another role', past('2026-11-20T10:00:00Z', '2026-11-20T22:00:00Z', { roleKey: 'x' })],
    ['another scope', past('2026-11-20T10:00:00Z', '2026-11-20T22:00:00Z', { scopeKey: 'x' })],
    ['what was before the window', past('2026-08-01T10:00:00Z', '2026-08-25T11:00:00Z')],
  ])('leaves out %s', (_, one) => expect(maxTotal.judge(asked({ control: tenHours, history: [one] }))).toEqual([]));

  it('counts what reaches into the window, from its opening on', () => {
    const history = [past('2026-08-01T10:00:00Z', '2026-08-25T12:00:00Z')];
    expect(maxTotal.judge(asked({ control: tenHours, history }))).toHaveLength(1);
  });

  it('counts what overlaps once: a renewal lengthens what stands', () => {
    const history = [past('2026-11-23T07:00:00Z', '2026-11-23T12:00:00Z'), past('2026-11-23T08:00:00Z', '2026-11-23T09:30:00Z')];
    expect(maxTotal.judge(asked({ control: tenHours, history }))).toEqual([]);
    expect(
      maxTotal.judge(asked({ control: tenHours, history: [...history, past('2026-11-01T08:00:00Z', '2026-11-01T08:01:00Z')] })),
    ).toHaveLength(1);
  });

  it('counts for each person of a group, once for one role and scope', () => {
    const history = [
      past('2026-11-20T10:00:00Z', '2026-11-20T20:00:00Z'),
      past('2026-11-20T10:00:00Z', '2026-11-20T20:00:00Z', { person: 'deployer' }),
    ];
    const { catalogueRole: _, ...own } = use();
    const { role: __, ...bare } = own;
    const uses = [use({ principal: 'payments-oncall' }), use({ pointer: '/access/1' }), { ...own, principal: 'deployer' }];
    expect(
      maxTotal.judge(asked({ control: tenHours, history, uses })).map(({ pointer, message }) => [pointer, message.slice(0, 34)]),
    ).toEqual([
      ['/access/1', 'ada would hold debug at projects/p'],
      ['/access/0', 'deployer would hold roles/logging.'],
    ]);
    expect(maxTotal.judge(asked({ control: tenHours, history, uses: [bare] }))).toMatchObject([
      { message: expect.stringContaining('this role') },
    ]);
  });

  it('asks nothing of a grant that asks for nothing', () => {
    expect(maxTotal.judge(asked({ control: tenHours, uses: [], grant: grant() }))).toEqual([]);
  });
});

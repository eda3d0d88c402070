import { describe, expect, it } from 'vitest';
import { approvalLines, approvalTitle, isBlocked } from '../../src/report/request-approval.ts';
import { approval } from './request-samples.ts';

const HOW = ' Approve in Files changed; a new commit asks again.';
const blocked = approval({
  open: [{ count: 2, from: ['bo', 'chi'] }],
  barred: [{ person: 'bo', why: 'wrote a part of it' }],
});

describe('who may still approve', () => {
  it('is asked for, and who may not is told why', () => {
    expect(approvalLines(approval(), false)).toEqual([`**Needs 1 of \`bo\`, \`chi\`.**${HOW}`, 'Not `ada`, who opened the request.']);
    expect(approvalTitle(approval())).toBe('Needs 1 of bo, chi');
    expect(isBlocked(approval())).toBe(false);
  });

  it('is not asked for while findings refuse it', () => {
    expect(approvalLines(approval({ barred: [] }), true)).toEqual(['**Needs 1 of `bo`, `chi`.**']);
  });

  it('is told with what was given and what was said against it', () => {
    const part = approval({
      by: ['bo'],
      open: [{ count: 1, from: ['sam'] }],
      against: ['chi'],
      discounted: ['the approval of x does not count'],
    });
    expect(approvalLines(part, false)).toEqual([
      `**\`chi\` asked for changes. Approved by \`bo\`. Needs \`sam\`.**${HOW}`,
      'Not `ada`, who opened the request.',
      '`the approval of x does not count`',
    ]);
    expect(approvalTitle(part)).toBe('chi asked for changes');
    expect(approvalLines(approval({ open: [], barred: [] }), false)).toEqual([]);
  });

  it('is nobody once it is enough', () => {
    expect(approvalLines(approval({ met: true, by: ['bo'] }), false)).toEqual(['**Approved by `bo`:** enough.']);
    expect(approvalTitle(approval({ met: true, by: ['bo', 'chi'] }))).toBe('Approved by bo, chi');
    expect(approvalLines(approval({ met: true }), false)).toEqual(['Policy asks for no approval of this.']);
    expect(approvalTitle(approval({ met: true }))).toBe('Policy asks for no approval');
  });

  it('is too few: that is what has to change', () => {
    expect(approvalLines(blocked, false)[0]).toBe(
      '**Blocked: needs 2 of `bo`, `chi`, and only `chi` is free. Let somebody else ask, or name more approvers in policy.**',
    );
    expect(approvalTitle(blocked)).toBe('Nobody is left who may approve: bo, chi');
    expect(isBlocked(blocked)).toBe(true);
    const three = approval({ open: [{ count: 3, from: ['bo', 'chi'] }] });
    expect(approvalLines(three, false)[0]).toContain('and only `bo`, `chi` are free');
  });

  it('is not the point where no approval helps', () => {
    const mixed = approval({ faults: [{ reason: 'it changes both', hint: 'Send two' }] });
    expect(approvalLines(mixed, false)).toEqual(['**Cannot be approved as it is:** `it changes both` `Send two`']);
    expect(approvalTitle(mixed)).toBe('it changes both');
    expect(isBlocked(mixed)).toBe(true);
  });

  it('is cut where the list is long', () => {
    const many = Array.from({ length: 20 }, (_, n) => `p${n}`);
    const barred = many.map((person) => ({ person: `x${person}`, why: 'wrote a part of it' }));
    const [needs = '', not = ''] = approvalLines(approval({ open: [{ count: 1, from: many }], barred }), false);
    expect(needs).toContain('`p14` and 5 more.');
    expect(not).toContain('; nor 5 more.');
  });
});

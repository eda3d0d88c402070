import { describe, expect, it } from 'vitest';
import { required } from '../../../src/policy/rules/required.ts';
import { asked, control, grant, policy } from '../acme.ts';

const both = control({ policy: policy({ grants: { maxGrace: 0, require: ['reason', 'ticket'] } }) });

describe('required', () => {
  it('wants nothing that policy does not want', () => expect(required.judge(asked())).toEqual([]));

  it('holds when all is there', () => {
    expect(required.judge(asked({ control: both, grant: grant({ reason: 'Settlements failed', ticket: 'INC-1' }) }))).toEqual([]);
  });

  it('names each that is missing or blank', () => {
    expect(required.judge(asked({ control: both, grant: grant({ reason: '  ' }) }))).toEqual([
      { pointer: '/reason', message: 'a reason is required', hint: expect.stringContaining('reason: ') },
      { pointer: '/ticket', message: 'a ticket is required', hint: 'Write it, such as "ticket: INC-4711"' },
    ]);
  });
});

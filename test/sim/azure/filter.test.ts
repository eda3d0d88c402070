import { describe, expect, it } from 'vitest';

import { termsOf } from '../../../src/sim/azure/filter.ts';

describe('a filter', () => {
  it('is read as calls and equalities', () => {
    expect(termsOf(" atScope() AND  assignedTo( 'a''b' ) and principalId EQ 'c' ")).toEqual([
      { kind: 'call', name: 'atscope', argument: undefined },
      { kind: 'call', name: 'assignedto', argument: "a'b" },
      { kind: 'equals', field: 'principalid', value: 'c' },
    ]);
    expect(termsOf("roleName eq ''")).toEqual([{ kind: 'equals', field: 'rolename', value: '' }]);
  });

  it.each(['', 'x', "x eq 'a", "x ne 'a'", "x eq 'a' or y eq 'b'", "x eq 'a' and", "x eq 'a''", "(x eq 'a')", 'f(g())'])(
    'is refused: %s',
    (filter) => {
      expect(termsOf(filter)).toBeUndefined();
    },
  );
});

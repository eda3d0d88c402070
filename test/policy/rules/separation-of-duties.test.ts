import { describe, expect, it } from 'vitest';
import type { HeldAccess } from '../../../src/policy/asked.ts';
import { separationOfDuties } from '../../../src/policy/rules/separation-of-duties.ts';
import { asked, at, control, grant, policy, use } from '../acme.ts';

const apart = control({
  policy: policy({
    separationOfDuties: [
      ['debug', 'release'],
      ['debug', 'audit', 'rescue'],
      ['x', 'y'],
    ],
  }),
});

function held(changes: Partial<HeldAccess> = {}): HeldAccess {
  return { principal: 'ada', catalogueRole: 'release', roleKey: 'r', scopeKey: 's', until: at('2026-11-23T12:00:00Z'), ...changes };
}

function clashes(holds: readonly HeldAccess[], changes: Parameters<typeof asked>[0] = {}) {
  return separationOfDuties.judge(asked({ control: apart, held: holds, ...changes })).map(({ message }) => message);
}

const { catalogueRole: _, ...own } = held();

describe('separation-of-duties', () => {
  it('refuses what clashes with what the same person holds', () => {
    expect(separationOfDuties.judge(asked({ control: apart, held: [held()] }))).toEqual([
      {
        pointer: '/access/0',
        message: 'ada would hold debug and release at the same time',
        hint: 'Wait until release has ended, or let somebody else do one of the two',
      },
    ]);
  });

  it.each([
    ['a second account', held({ principal: 'ada-adm' })],
    ['a group', held({ principal: 'payments-oncall' })],
    ['access that has yet to begin', held({ from: at('2026-11-23T16:59:59Z'), until: at('2026-11-24T09:00:00Z') })],
    ['a role of another set', held({ catalogueRole: 'rescue' })],
  ])('sees through %s', (_, one) => expect(clashes([one])).toHaveLength(1));

  it.each([
    ['somebody else', held({ principal: 'bo' })],
    ['a group without that person', held({ principal: 'search-oncall' })],
    ['what ends when this begins', held({ until: at('2026-11-23T09:00:00Z') })],
    ['what begins when this ends', held({ from: at('2026-11-23T17:00:00Z'), until: at('2026-11-24T09:00:00Z') })],
    ['the same role', held({ catalogueRole: 'debug' })],
    ['a role that nothing keeps apart from it', held({ catalogueRole: 'y' })],
    ["a cloud's own role", own],
  ])('leaves %s', (_, one) => expect(clashes([one])).toEqual([]));

  it('waits for the start', () => {
    expect(clashes([held()], { grant: grant({ starts: at('2026-11-23T12:00:00Z') }) })).toEqual([]);
  });

  it('sees two roles of one grant, for every person of a group', () => {
    const uses = [
      use({ principal: 'payments-oncall' }),
      use({ principal: 'payments-oncall', catalogueRole: 'release', pointer: '/access/1' }),
    ];
    expect(clashes([], { uses })).toEqual([
      'ada would hold release and debug at the same time',
      'chi would hold release and debug at the same time',
    ]);
  });

  it('names the first role that clashes, in the order of policy', () => {
    expect(clashes([held({ catalogueRole: 'rescue' }), held({ catalogueRole: 'audit' }), held()])).toEqual([
      'ada would hold debug and release at the same time',
    ]);
    expect(clashes([held({ catalogueRole: 'rescue' }), held({ catalogueRole: 'audit' })])).toEqual([
      'ada would hold debug and audit at the same time',
    ]);
  });

  it('sees a service, which has nobody behind it', () => {
    expect(clashes([held({ principal: 'deployer' })], { uses: [use({ principal: 'deployer' })] })).toHaveLength(1);
  });

  it("asks nothing of a cloud's own role", () => {
    const { catalogueRole: _, ...plain } = use();
    expect(clashes([held()], { uses: [plain] })).toEqual([]);
  });
});

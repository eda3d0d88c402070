import { describe, expect, it } from 'vitest';
import { assignmentOf, isBelow, isSchedule, liveOf, principalTypeOf, schedulesBy } from '../../../src/providers/azure/wire.ts';
import { instant, member, READER, scope } from './samples.ts';

const GROUP = scope();
const NAME = 'dfec2d22-d28d-5013-ba76-aeeaf23fe768';
const RAW = {
  id: `${GROUP.path}/providers/Microsoft.Authorization/roleAssignments/${NAME}`,
  scope: GROUP.path,
  roleDefinitionId: `/subscriptions/X/providers/Microsoft.Authorization/roleDefinitions/${READER.id.toUpperCase()}`,
  principalId: '1B2C0000-0000-4000-8000-00000000000A',
  principalType: 'User',
  description: 'grantkeeper/1 stamp=acme-access grant=ada-debug until=2026-11-23T17:00:00Z sha=9f2c41d07a5b',
};
const around = { at: GROUP, schedules: schedulesBy([]), roleNames: new Map([[READER.id, 'Reader']]) };

function live(raw: object, more: Partial<typeof around> = {}) {
  const assignment = assignmentOf({ ...RAW, ...raw });
  if (assignment === undefined) throw new Error('not whole');
  return liveOf(assignment, { ...around, ...more });
}

describe('isSchedule', () => {
  it('is true of what has texts and a date, or nothing, where they stand', () => {
    expect(isSchedule({})).toBe(true);
    expect(isSchedule({ originRoleAssignmentId: '/x', assignmentType: 'Assigned', endDateTime: new Date() })).toBe(true);
    const odd = [{ originRoleAssignmentId: {} }, { assignmentType: 7 }, { memberType: [] }, { endDateTime: '2026-11-23T17:00:00Z' }];
    for (const one of odd) expect(isSchedule(JSON.parse(JSON.stringify(one)) as object)).toBe(false);
  });
});

describe('assignmentOf', () => {
  it('compares roles by their last GUID, and folds ids', () => {
    expect(assignmentOf(RAW)).toMatchObject({
      role: READER.id,
      principal: RAW.principalId.toLowerCase(),
      roleDefinitionId: RAW.roleDefinitionId,
    });
  });

  it('drops what is null or empty', () => {
    const nulls = JSON.parse('{"description":null,"condition":null,"principalType":null}') as object;
    expect(Object.keys(assignmentOf({ ...RAW, ...nulls }) ?? {})).toEqual(['id', 'scope', 'role', 'roleDefinitionId', 'principal']);
  });

  it.each(['id', 'scope', 'roleDefinitionId', 'principalId', 'principalType', 'description', 'condition'])(
    'is none where its %s is no text',
    (key) => {
      for (const odd of [{}, [], 7, true]) expect(assignmentOf({ ...RAW, [key]: odd })).toBeUndefined();
    },
  );

  it.each(['id', 'scope', 'roleDefinitionId', 'principalId'])('is none without its %s', (key) => {
    expect(assignmentOf({ ...RAW, [key]: undefined })).toBeUndefined();
    expect(assignmentOf({ ...RAW, [key]: '' })).toBeUndefined();
  });

  it.each([{ id: '/x/y' }, { roleDefinitionId: '/x/Reader' }, { principalId: 'ada' }])('is none with %j', (odd) => {
    expect(assignmentOf({ ...RAW, ...odd })).toBeUndefined();
  });
});

describe('liveOf', () => {
  it('tells all that is known', () => {
    expect(live({ condition: 'c' })).toEqual({
      binding: {
        scope: GROUP,
        role: READER,
        member: { kind: 'user', id: RAW.principalId.toLowerCase(), shown: RAW.principalId.toLowerCase() },
        condition: 'c',
      },
      mark: { stamp: 'acme-access', grant: 'ada-debug', until: instant('2026-11-23T17:00:00Z') },
      conditional: true,
      handle: RAW.id,
    });
  });

  it('calls a role by its GUID where its name is not known, and no name where there is no mark', () => {
    const one = live({ description: 'by hand' }, { roleNames: new Map() });
    expect(one.binding.role).toEqual({ id: READER.id, name: READER.id });
    expect(one).not.toHaveProperty('mark');
    expect(one.conditional).toBe(false);
  });

  it.each([
    ['Group', 'group'],
    ['ServicePrincipal', 'service'],
    ['ForeignGroup', 'other'],
    ['AgentUser', 'other'],
    [undefined, 'other'],
  ])('knows a %s as %s', (principalType, kind) => {
    expect(live({ principalType }).binding.member.kind).toBe(kind);
  });

  it('knows the scope that was read in whatever spelling', () => {
    const shouted = live({ scope: GROUP.path.toUpperCase() });
    expect(shouted.origin).toBeUndefined();
    expect(shouted.binding.scope).toBe(GROUP);
  });

  it('gives no mark to what is inherited', () => {
    const above = live({ scope: '/subscriptions/00000000-0000-4000-8000-000000000000' });
    expect(above.origin).toBe('inherited');
    expect(above).not.toHaveProperty('mark');
  });
});

const says = (more: object) => schedulesBy([{ originRoleAssignmentId: RAW.id.toUpperCase(), ...more }]);

describe('what PIM says', () => {
  const end = new Date('2026-11-23T17:00:00Z');

  it("makes an activation PIM's, whatever its description says", () => {
    const one = live({}, { schedules: says({ assignmentType: 'Activated', endDateTime: end }) });
    expect(one.origin).toBe('pim');
    expect(one).not.toHaveProperty('mark');
  });

  it("makes an unmarked assignment with an end PIM's", () => {
    expect(live({ description: undefined }, { schedules: says({ assignmentType: 'Assigned', endDateTime: end }) }).origin).toBe('pim');
  });

  it('leaves permanent ones plain, and ours ours', () => {
    const nothing = JSON.parse('{"endDateTime":null}') as object;
    expect(live({ description: undefined }, { schedules: says({ assignmentType: 'Assigned', ...nothing }) }).origin).toBeUndefined();
    expect(live({ description: undefined }, { schedules: says({ assignmentType: 'Assigned' }) }).origin).toBeUndefined();
    expect(live({}, { schedules: says({ assignmentType: 'Assigned', endDateTime: end }) }).mark?.grant).toBe('ada-debug');
  });

  it('says nothing of an assignment that it does not name', () => {
    expect(live({ description: undefined }, { schedules: schedulesBy([{ assignmentType: 'Activated' }]) }).origin).toBeUndefined();
  });
});

const at = (path: string) => assignmentOf({ ...RAW, scope: path });

describe('further', () => {
  it('isBelow', () => {
    const [same, below, above] = [
      at(GROUP.path),
      at(`${GROUP.path}/providers/A.B/c/d`),
      at('/subscriptions/00000000-0000-4000-8000-000000000000'),
    ];
    expect([same, below, above].map((one) => one && isBelow(one, GROUP))).toEqual([false, true, false]);
  });

  it('principalTypeOf', () => {
    expect((['user', 'group', 'service', 'other'] as const).map((kind) => principalTypeOf(member(undefined, kind)))).toEqual([
      'User',
      'Group',
      'ServicePrincipal',
      undefined,
    ]);
  });
});

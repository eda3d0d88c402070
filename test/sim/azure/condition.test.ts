import { describe, expect, it } from 'vitest';
import { allows, type Asked } from '../../../src/sim/azure/condition.ts';
import { ConditionError, parseCondition } from '../../../src/sim/azure/condition-syntax.ts';

const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const WRITE = 'Microsoft.Authorization/roleAssignments/write';
const ROLE = '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]';
const TYPE = '@Resource[Microsoft.Authorization/roleAssignments:PrincipalType]';

function asked(more: Partial<Asked> = {}): Asked {
  const at = (name: string, ...values: readonly string[]) => new Map([[`microsoft.authorization/roleassignments:${name}`, values]]);
  return { action: WRITE, request: at('roledefinitionid', READER), resource: at('principaltype', 'User', 'Group'), ...more };
}

/** What the documented example lets through: readers, to users, in a write; everything in any other action. */
const EXAMPLE = `
(
 (
  !(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})
 )
 OR
 (
  ${ROLE} ForAnyOfAnyValues:GuidEquals {${READER}, ${OWNER}}
  AND
  ${ROLE} ForAnyOfAnyValues:GuidNotEquals {${OWNER}}
 )
)`;

describe('a condition', () => {
  it('is read as the documentation writes it', () => {
    expect(allows(EXAMPLE, asked())).toBe(true);
    expect(allows(EXAMPLE, asked({ request: new Map() }))).toBe(false);
    expect(allows(EXAMPLE, asked({ request: new Map(), action: 'Microsoft.Authorization/roleAssignments/delete' }))).toBe(true);
  });

  it.each([
    [`${ROLE} GuidEquals ${READER.toUpperCase()}`, true],
    [`${ROLE} GuidEquals ${OWNER}`, false],
    [`${ROLE} StringEqualsIgnoreCase '${READER.toUpperCase()}'`, true],
    [`${ROLE} StringEquals '${READER.toUpperCase()}'`, false],
    [`${ROLE} StringNotEquals '${OWNER}'`, true],
    [`${ROLE} StringNotEqualsIgnoreCase '${READER.toUpperCase()}'`, false],
    [`!${ROLE} GuidEquals ${OWNER}`, true],
    [`NOT NOT ${ROLE} GuidEquals ${READER}`, true],
    [`Exists ${ROLE}`, true],
    [`Exists ${TYPE.replace('@Resource', '@Request')}`, false],
    ["ActionMatches{'Microsoft.Authorization/*/WRITE'}", true],
    ["ActionMatches{'Microsoft.Authorization/roleAssignments'}", false],
    // Before or stands and, and not before both.
    [`Exists ${ROLE} || Exists ${ROLE} && ${ROLE} GuidEquals ${OWNER}`, true],
    [`(Exists ${ROLE} || Exists ${ROLE}) && ${ROLE} GuidEquals ${OWNER}`, false],
    [`! Exists ${ROLE} && ${ROLE} GuidEquals ${OWNER}`, false],
    [`${TYPE} ForAnyOfAnyValues:StringEquals {'Group', 'Device'}`, true],
    [`${TYPE} ForAllOfAnyValues:StringEquals {'Group', 'Device'}`, false],
    [`${TYPE} ForAllOfAnyValues:StringEquals {'Group', 'User'}`, true],
    [`${TYPE} ForAnyOfAllValues:StringEquals {'Group', 'User'}`, false],
    [`${TYPE} ForAnyOfAllValues:StringNotEquals {'Device'}`, true],
    [`${TYPE} ForAllOfAllValues:StringNotEquals {'Device', 'AgentUser'}`, true],
    [`${TYPE} ForAllOfAllValues:StringNotEquals {'Device', 'User'}`, false],
  ])('%s is %s', (condition, result) => expect(allows(condition, asked())).toBe(result));

  it.each([
    '',
    '()',
    ROLE,
    `${ROLE} GuidEquals`,
    `${ROLE} GuidEquals {}`,
    `${ROLE} GuidEquals {${READER}`,
    `${ROLE} GuidEquals {${READER},}`,
    `${ROLE} GuidEquals ${READER} ${READER}`,
    `${ROLE} GuidEquals ${READER.slice(0, -1)}`,
    `(${ROLE} GuidEquals ${READER}`,
    `${ROLE} GuidEquals ${READER})`,
    `${ROLE} GuidEquals ${READER} ||`,
    `${ROLE} StringEquals 'it's'`,
    'ActionMatches{Microsoft.Authorization/roleAssignments/write}',
    'GuidEquals @Request[x]',
    `${READER} GuidEquals ${READER}`,
    'true',
    `"Exists ${ROLE}"`,
  ])('is not %j, which lets nothing be done', (text) => {
    expect(() => parseCondition(text)).toThrow(ConditionError);
    expect(allows(text, asked())).toBe(false);
  });

  it.each([
    `${ROLE} StringLike 'a*'`,
    `${ROLE} GuidEquals 'Reader'`,
    "@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:Team] StringEquals 'x'",
    `!(${ROLE} StringLike 'a*')`,
  ])('lets nothing be done where it says what is not simulated: %s', (text) => expect(allows(text, asked())).toBe(false));
});

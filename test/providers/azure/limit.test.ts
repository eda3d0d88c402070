import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { azure } from '../../../src/providers/azure/cloud.ts';
import { roleLines } from '../../../src/providers/azure/generated/role-lines.ts';
import { LONGEST_LIMIT, limitsTo } from '../../../src/providers/azure/limit.ts';
import type { Rights, WantedRights } from '../../../src/providers/provider.ts';
import { holds } from '../../../src/sim/azure/condition.ts';
import { type Condition, parseCondition } from '../../../src/sim/azure/condition-syntax.ts';
import { attributesOf } from '../../../src/sim/azure/rights.ts';
import { scope } from './samples.ts';

interface BuiltIn {
  readonly id: string;
  readonly roleName: string;
}

/** Of the list that comes with the program, which is that of the conformance data. */
const BUILT_IN: readonly BuiltIn[] = roleLines.lines.split('\n').map((line) => {
  const [roleName = '', id = ''] = (line.split('\t')[0] ?? '').split('|');
  return { id, roleName };
});

/** Of every api-version, one that nobody knows yet, and none. */
const TYPES = ['User', 'Group', 'ServicePrincipal', 'ForeignGroup', 'Device', 'AgentUser', 'AgentServicePrincipal', 'Robot', undefined];

async function rightsFor(roles: readonly string[], more: Partial<WantedRights> = {}): Promise<Rights> {
  const at = [scope('/providers/Microsoft.Management/managementGroups/acme')];
  const rights = await azure.rights?.({ reads: at, manages: at, grants: at, roles, ...more });
  if (rights === undefined) throw new Error('there are no rights');
  return rights;
}

function limitsOf({ duties }: Rights): readonly string[] {
  return duties.flatMap(({ limit }) => limit ?? []);
}

/** `verb role type` for all that any of the limits lets an identity do, of every built-in role and kind of principal. */
function admitted(limits: readonly string[], types: readonly (string | undefined)[] = TYPES): readonly string[] {
  const conditions = limits.map((limit) => parseCondition(limit));
  return BUILT_IN.flatMap(({ id, roleName }) =>
    types.flatMap((type) =>
      (['write', 'delete'] as const)
        .filter((verb) => conditions.some((condition) => lets(condition, verb, id, type)))
        .map((verb) => `${verb} ${roleName} ${type}`),
    ),
  );
}

function lets(condition: Condition, verb: 'write' | 'delete', roleDefinition: string, principalType: string | undefined): boolean {
  const about = attributesOf({ roleDefinition, principalId: OTHER, ...(principalType === undefined ? {} : { principalType }) });
  const none = new Map<string, readonly string[]>();
  const [request, resource] = verb === 'write' ? [about, none] : [none, about];
  return holds(condition, { action: `Microsoft.Authorization/roleAssignments/${verb}`, request, resource });
}

const OTHER = '1b2c0000-0000-4000-8000-000000000001';

/** What ought to be let through. */
function expected(roles: readonly string[], types: readonly string[]): readonly string[] {
  const told = BUILT_IN.filter(({ roleName }) => roles.includes(roleName));
  return told.flatMap(({ roleName }) => types.flatMap((type) => [`write ${roleName} ${type}`, `delete ${roleName} ${type}`]));
}

const ALL = ['User', 'Group', 'ServicePrincipal'];

describe('the condition of apply', () => {
  it.each([
    [['Reader'], undefined, ALL],
    [['Reader', 'Storage Blob Data Reader', 'Monitoring Reader'], ['user', 'group'] as const, ['User', 'Group']],
    [[], undefined, []],
    [['Reader'], [] as const, []],
  ])('admits of all built-in roles exactly %j, for %j', async (roles, kinds, types) => {
    const rights = await rightsFor(roles, kinds === undefined ? {} : { kinds });
    expect(limitsOf(rights)).toHaveLength(1);
    expect(admitted(limitsOf(rights))).toEqual(expected(roles, types));
    expect(BUILT_IN).toHaveLength(928);
  });

  it('admits a role by its GUID, in whatever case, and says what it cannot know by name', async () => {
    const rights = await rightsFor(['ACDD72A7-3385-48EF-BD42-F606FBA81AE7', 'On-call Operator']);
    expect(admitted(limitsOf(rights))).toEqual(expected(['Reader'], ALL));
    expect(rights.notes?.join()).toContain('apply may not give "On-call Operator": it is no built-in role');
  });

  it.each([
    "Reader'} || Exists @Request[x] || ActionMatches{'*",
    'acdd72a7-3385-48ef-bd42-f606fba81ae7} || (!(ActionMatches{x}))',
    'reader',
    'Reader ',
    '8e3af657-a8ff-443c-a75c-2fe8c4bcb635, Owner',
    '{8e3af657-a8ff-443c-a75c-2fe8c4bcb635}',
    "'",
    '{',
    'TEXT\n)\nrm -rf /',
    '${jsonencode("x")}',
  ])('takes nothing from the wording of an entry: %j', async (entry) => {
    const [plain, hostile] = [await rightsFor(['Reader']), await rightsFor(['Reader', entry])];
    expect(hostile.duties).toEqual(plain.duties);
    expect([hostile.shell, hostile.terraform]).toEqual([plain.shell, plain.terraform]);
    expect(hostile.notes).toHaveLength(1);
    expect(limitsTo([entry], ['user'])).toEqual(limitsTo([], ['user']));
  });

  it('is as long as Azure takes, and of a catalogue that is too large for it there are several', async () => {
    const roles = BUILT_IN.map(({ roleName }) => roleName);
    const limits = limitsOf(await rightsFor(roles));
    expect(Math.max(...limits.map((limit) => Buffer.byteLength(limit)))).toBeLessThanOrEqual(LONGEST_LIMIT);
    expect(Math.max(...limits.map((limit) => limit.length))).toBeGreaterThan(LONGEST_LIMIT - 80);
    expect(limits.length).toBe(10);
    expect(admitted(limits, ['User'])).toEqual(expected(roles, ['User']));
    const some = roles.filter((_, at) => at % 8 === 0);
    const { duties, shell, terraform } = await rightsFor(some);
    expect(
      admitted(
        duties.flatMap(({ limit }) => limit ?? []),
        ['Group', undefined],
      ),
    ).toEqual(expected(some, ['Group']));
    expect(duties.map(({ name, part }) => `${name} ${part}`)).toEqual(['plan undefined', 'apply undefined', 'apply 2', 'recall undefined']);
    expect(shell).toContain("--role 'Grantkeeper apply 2'");
    expect(terraform).toContain('resource "azurerm_role_assignment" "grantkeeper_apply_2" {');
  });

  it('stands in the way of nothing else that the role lets be done', () => {
    const [limit = ''] = limitsTo([], []);
    const none = new Map<string, readonly string[]>();
    expect(holds(parseCondition(limit), { action: 'Microsoft.Authorization/roleAssignments/read', request: none, resource: none })).toBe(
      true,
    );
  });
});

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.info('CONFORMANCE_DATA is not set: the list of built-in roles was not compared');

describe.runIf(data !== undefined)('the built-in roles', () => {
  it('are those of the conformance data', () => {
    const roles = JSON.parse(readFileSync(join(data ?? '', 'azure-roles/built-in-roles.json'), 'utf8')) as readonly BuiltIn[];
    const told = (one: BuiltIn) => `${one.id} ${one.roleName}`;
    expect(BUILT_IN.map(told).sort()).toEqual(roles.map(told).sort());
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../src/providers/azure/escalation.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { dangersByVerb, firstWrite, reasonsOf } from '../../../src/providers/azure/roles-risk.ts';
import { verbRules } from '../../../src/providers/azure/verb-rules.ts';
import { heldOut } from '../held-out.ts';
import { refusalsOf } from '../refusals.ts';
import { NOW, scope } from './samples.ts';
import { azureWorld } from './world.ts';

describe('dangersByVerb', () => {
  it.each([
    'Microsoft.Authorization/roleThings/write',
    'Microsoft.Authorization/*',
    'Microsoft.NewService/accounts/listSecretKeys/action',
    'Microsoft.HybridCompute/newMachines/runCommands/write',
    'Microsoft.NewService/things/assignWorkspaceAdmin/action',
    'Microsoft.NewService/vaults/accessPolicies/write',
    'MICROSOFT.NEWSERVICE/ACCOUNTS/REGENERATEKEY/ACTION',
  ])('finds %s, which no list has', (action) => {
    expect(dangersByVerb([{ actions: ['*/read', action] }])).toEqual([{ action, reason: expect.any(String) }]);
  });

  it.each([
    '*/read',
    'Microsoft.Authorization/*/read',
    'Microsoft.Support/*',
    'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    'Microsoft.Compute/virtualMachines/start/action',
  ])('leaves %s', (action) => expect(dangersByVerb([{ actions: [action] }])).toEqual([]));

  it('minds what is taken away, and keeps data actions apart', () => {
    const action = 'Microsoft.NewService/accounts/listKeys/action';
    expect(dangersByVerb([{ actions: [action], notActions: ['*/listKeys/action'] }])).toEqual([]);
    expect(dangersByVerb([{ dataActions: [action] }])).toEqual([]);
    const login = 'Microsoft.HybridCompute/newMachines/loginAsAdmin/action';
    expect(dangersByVerb([{ dataActions: [login] }])).toHaveLength(1);
    expect(dangersByVerb([{ dataActions: [login], notDataActions: [login] }])).toEqual([]);
  });

  it('has a reason and a source for each rule', () => {
    expect(verbRules.filter(({ reason, source }) => !/^[a-z].*[^.]$/.test(reason) || source === '')).toEqual([]);
  });
});

describe('reasonsOf', () => {
  it('names the deciding action, what is published first', () => {
    expect(reasonsOf([{ actions: ['*'] }])[0]).toBe('Microsoft.Authorization/roleAssignments/write: gives roles to others');
    expect(reasonsOf([{ actions: ['Microsoft.NewService/accounts/listSecretKeys/action'] }])).toEqual([
      'Microsoft.NewService/accounts/listSecretKeys/action: hands out keys, secrets or connection strings that work for whoever has them',
    ]);
    expect(reasonsOf([{ actions: ['*/read'] }])).toEqual([]);
  });
});

describe('what says who may do what inside', () => {
  it.each([
    [
      { actions: ['Microsoft.Mission/virtualEnclaves/setWorkloadRoleAssignments/action'] },
      'changes the access rules that the service itself keeps',
    ],
    [{ actions: ['Microsoft.Databricks/workspaces/assignWorkspaceAdmin/action'] }, 'makes somebody administrator inside the product'],
    [{ dataActions: ['Microsoft.ContainerService/managedClusters/*'] }, 'gives roles inside a cluster'],
    [{ dataActions: ['Microsoft.Kubernetes/connectedClusters/pods/*'] }, 'runs pods as any service account of a namespace'],
    [{ dataActions: ['Microsoft.Kubernetes/newClusters/rolebindings/*'] }, 'grants rights in the cluster'],
    [{ dataActions: ['Microsoft.X/files/modifyPermissions/action'] }, 'changes access control lists'],
    [{ dataActions: ['Microsoft.App/jobs/exec/action'] }, 'runs commands with the identity of the application'],
    [
      { dataActions: ['Microsoft.CognitiveServices/accounts/AIServices/agents/endpoints/UserIdentityImpersonation/action'] },
      'has an agent act as the user whom a request names',
    ],
  ])('is found in %j', (permission, reason) => expect(reasonsOf([permission]).join()).toContain(reason));

  it('is not found where it only looks', () => {
    const looks = ['Microsoft.X/access/listRoleBindings/action', 'Microsoft.X/roleAssignments/read', 'Microsoft.X/roles/bindings/action'];
    expect(reasonsOf([{ actions: looks, dataActions: looks.slice(1) }])).toEqual([]);
  });

  it('is told as the role spells it where only the end of an action is known', () => {
    expect(reasonsOf([{ actions: ['*/read', 'Microsoft.Maps/accounts/listKeys/action'] }])[0]).toMatch(
      /^Microsoft\.Maps\/accounts\/listKeys\/action: /,
    );
    expect(reasonsOf([{ actions: ['*'], notActions: ['Microsoft.Authorization/*'] }]).join()).toContain('*/listKeys/action: ');
  });
});

describe('firstWrite', () => {
  it('passes over what only looks', () => {
    expect(firstWrite([{ actions: ['*/read', 'Microsoft.Support/*'] }, {}])).toBeUndefined();
    expect(firstWrite([{ actions: ['*/read'] }, { dataActions: ['Microsoft.X/y/write'] }])).toBe('Microsoft.X/y/write');
  });
});

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.info('CONFORMANCE_DATA is not set: the verbs of built-in roles were not tried');
const read = (path: string): unknown => JSON.parse(readFileSync(join(data ?? '', path), 'utf8'));

interface Fact {
  readonly id: string;
  readonly actions?: readonly string[];
  readonly dataActions?: readonly string[];
}

interface BuiltIn {
  readonly id: string;
  readonly roleName: string;
  readonly permissions: readonly Permission[];
}

describe.runIf(data !== undefined)('published escalations by their verbs alone', () => {
  const facts = () => read('escalation/azure.json') as readonly Fact[];
  const builtIns = () => read('azure-roles/built-in-roles.json') as readonly BuiltIn[];
  const byVerb = ({ permissions }: BuiltIn) => dangersByVerb(permissions);

  it('are found, those that were held out too', () => {
    const ids = facts().map(({ id }) => id);
    expect([ids.length, heldOut(ids).size]).toEqual([38, 13]);
    const missed = facts().filter(({ actions = [], dataActions = [] }) => dangersByVerb([{ actions, dataActions }]).length === 0);
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it('are found in every role that can do one, also of the third that was held out, and few roles besides', () => {
    const roles = builtIns();
    const all = facts();
    const escalating = roles.filter((role) =>
      all.some(({ actions, dataActions = [] }) => (actions ?? dataActions).every((one) => permits(role, one, actions === undefined))),
    );
    const third = heldOut(escalating.map(({ roleName }) => roleName));
    expect([roles.length, escalating.length, third.size]).toEqual([928, 87, 29]);
    const missed = escalating.filter((role) => byVerb(role).length === 0).map(({ roleName }) => roleName);
    expect(missed.filter((name) => third.has(name))).toEqual([]);
    expect(missed).toEqual([]);
    const flagged = roles.filter((role) => byVerb(role).length > 0);
    expect(flagged).toHaveLength(235);
    // What decides is spelled so by the role, and not taken away again.
    const deciding = flagged.flatMap((role) => byVerb(role).map(({ action }) => ({ role, action })));
    expect(deciding.filter(({ role, action }) => !permits(role, action, false) && !permits(role, action, true))).toEqual([]);
  });

  it('name for every role that is flagged an action and a reason, and leave most alone', () => {
    const flagged = builtIns()
      .map(({ permissions }) => reasonsOf(permissions))
      .filter((reasons) => reasons.length > 0);
    expect(flagged.flat().filter((reason) => !/^(\*|[\w.*]+\/[\w./* -]+): [a-z]/.test(reason))).toEqual([]);
    // With what the published list knows besides.
    expect(flagged).toHaveLength(253);
  });

  it('are found in few roles that are called readers, each of which reads keys', () => {
    const looks = builtIns().filter(({ roleName }) => /(viewer|reader)\b/i.test(roleName));
    expect(looks.length).toBeGreaterThan(180);
    expect(looks.filter((role) => byVerb(role).length > 0).map((role) => byVerb(role)[0]?.action)).toEqual([
      'Microsoft.MachineLearningServices/workspaces/connections/listsecrets/action',
      'Microsoft.ContainerRegistry/registries/listCredentials/action',
      'Microsoft.Storage/storageAccounts/listKeys/action',
      'Microsoft.SignalRService/SignalR/listkeys/action',
    ]);
  });
});

/** Actions that write role assignments of some kind or act as somebody else, by their words: as roles spell them, and what is published. */
const TELLING =
  /(role(assignment|binding)s?|impersonat\w*|elevateaccess|federatedidentitycredentials?|useridentityimpersonation)(\/(?!read$)\w+)?$|identities\/.*assign\/action$/i;

/** By regular expressions alone, not as the product reckons. */
function permits({ permissions }: BuiltIn, action: string, isData: boolean): boolean {
  return permissions.some((one) => {
    const [given, taken] = isData ? [one.dataActions, one.notDataActions] : [one.actions, one.notActions];
    return given?.some((pattern) => fits(pattern, action)) === true && taken?.some((pattern) => fits(pattern, action)) !== true;
  });
}

function fits(pattern: string, action: string): boolean {
  if (!pattern.includes('*')) return pattern.toLowerCase() === action.toLowerCase();
  const known = fitting.get(pattern) ?? new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i');
  fitting.set(pattern, known);
  return known.test(action);
}

const fitting = new Map<string, RegExp>();

/** Roles that can do one of them, with what shows it. */
function dangerous(roles: readonly BuiltIn[]): ReadonlyMap<BuiltIn, string> {
  const spelled = (isData: boolean) =>
    roles
      .flatMap(({ permissions }) => permissions.flatMap((one) => (isData ? one.dataActions : one.actions) ?? []))
      .filter((action) => TELLING.test(action) && !/\/(list|get)\w*\/action$/i.test(action));
  const facts = read('escalation/azure.json') as readonly Fact[];
  const sets = [
    ...facts.map(({ actions, dataActions = [] }) => ({ all: actions ?? dataActions, isData: actions === undefined })),
    ...[false, true].flatMap((isData) => [...new Set(spelled(isData))].map((action) => ({ all: [action], isData }))),
    ...['managedClusters', 'fleets', 'fleets/members'].map((where) => ({
      all: [`Microsoft.ContainerService/${where}/rbac.authorization.k8s.io/rolebindings/write`],
      isData: true,
    })),
  ];
  const found = roles.flatMap((role) => {
    const shown = sets.find(({ all, isData }) => all.every((action) => permits(role, action, isData)));
    return shown === undefined ? [] : [[role, shown.all.join(' and ')] as const];
  });
  return new Map(found);
}

describe.runIf(data !== undefined)('built-in roles that write role assignments or act as others', () => {
  const roles = () => read('azure-roles/built-in-roles.json') as readonly BuiltIn[];

  it('are all refused, each with the action that decides it, unless the catalogue calls them privileged', async () => {
    const all = roles();
    const found = dangerous(all);
    expect(found.size).toBe(103);
    const world = azureWorld();
    world.state.roleDefinitions = all.map(({ id, roleName, permissions }) => ({
      id,
      roleName,
      kind: 'BuiltInRole',
      description: '',
      assignableScopes: ['/'],
      permissions: permissions.map((one) => ({ actions: [], notActions: [], dataActions: [], notDataActions: [], ...one })),
      createdOn: NOW,
    }));
    const reader = await azureReader(world.access);
    const judged = await Promise.all([...found.keys()].map(async (role) => ({ role, facts: await reader.role(scope(), role.roleName) })));
    expect(judged.filter(({ facts }) => !facts.ok || !facts.privileged).map(({ role }) => `${role.roleName}: ${found.get(role)}`)).toEqual(
      [],
    );
    const byName = new Map(judged.map(({ role, facts }) => [role.roleName, facts]));
    const refusals = refusalsOf('azure', byName, false);
    expect(refusals).toHaveLength(found.size);
    for (const { role, facts } of judged) {
      const [first = ''] = facts.ok ? facts.reasons : [];
      const actions = first.slice(0, first.indexOf(': ')).split(' and ');
      expect(refusals.find((one) => one.startsWith(`GK3304 ${role.roleName} can change access or act as others: ${first}`))).toBeDefined();
      // What is said to decide is something that the role can do.
      expect([first, actions.every((action) => permits(role, action, false) || permits(role, action, true))]).toEqual([first, true]);
    }
    // So many at once are for the guard alone to hold.
    expect(refusalsOf('azure', byName, true)).toEqual([`GK3202 ${found.size} held back`]);
  });
});

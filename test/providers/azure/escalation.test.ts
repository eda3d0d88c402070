import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dangersOf, escalations, grants, type Permission } from '../../../src/providers/azure/escalation.ts';

const WRITES_ASSIGNMENTS = 'Microsoft.Authorization/roleAssignments/write';

const block = (more: Permission): Permission => ({ actions: [], notActions: [], dataActions: [], notDataActions: [], ...more });

describe('dangersOf', () => {
  it('finds nothing in what only reads', () => {
    expect(
      dangersOf([block({ actions: ['*/read'], dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'] })]),
    ).toEqual([]);
    expect(dangersOf([])).toEqual([]);
  });

  it('says each reason once', () => {
    const owner = dangersOf([block({ actions: ['*'] })]);
    expect(owner).toContain('gives roles to others');
    expect(new Set(owner).size).toBe(owner.length);
  });

  it('minds what a block takes away, in that block alone', () => {
    const contributor = block({
      actions: ['*'],
      notActions: ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/elevateAccess/Action'],
    });
    expect(dangersOf([contributor])).not.toContain('gives roles to others');
    expect(dangersOf([contributor])).toContain('reads keys that work without an identity');
    const again = block({ actions: ['microsoft.authorization/roleassignments/WRITE'] });
    expect(dangersOf([contributor, again])).toContain('gives roles to others');
    expect(dangersOf([block({ actions: ['*'], notActions: ['*'] })])).toEqual([]);
  });

  it('adds up the blocks where several actions are needed together', () => {
    const scripts = block({ actions: ['Microsoft.Automation/automationAccounts/jobs/write'] });
    expect(dangersOf([scripts])).toEqual([]);
    expect(dangersOf([scripts, block({ actions: ['Microsoft.Automation/automationAccounts/runbooks/*'] })])).toEqual([
      'runs scripts as a managed identity',
    ]);
  });

  it('keeps actions and data actions apart', () => {
    const login = 'Microsoft.Compute/virtualMachines/loginAsAdmin/action';
    expect(dangersOf([block({ actions: [login] })])).toEqual([]);
    expect(dangersOf([block({ dataActions: [login] })])).toEqual(['signs in to machines as administrator']);
    expect(dangersOf([block({ dataActions: ['Microsoft.Compute/*'], notDataActions: ['*/loginAsAdmin/action'] })])).toEqual([]);
  });

  it('finds key-reading actions of any service where they are spelled out', () => {
    expect(dangersOf([block({ actions: ['Microsoft.Maps/accounts/listKeys/action'] })])).toEqual([
      'reads keys that work without an identity',
    ]);
    expect(dangersOf([block({ actions: ['Microsoft.Maps/accounts/listKeys/action'], notActions: ['Microsoft.Maps/*'] })])).toEqual([]);
    expect(dangersOf([block({ actions: ['Microsoft.Support/*'] })])).toEqual([]);
  });

  it.each([
    ['Microsoft.Authorization/newThings/write', 'changes who may do what, or what holds them back'],
    [
      'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action',
      'hands out a login to clusters, which is an administrator where the cluster does not use Entra ID',
    ],
    ['Microsoft.Elastic/getOrganizationApiKey/action', 'reads keys that work without an identity'],
  ])('knows what no verb tells: %s', (action, reason) => expect(dangersOf([block({ actions: [action] })])).toContain(reason));

  it('reads a block without lists as one that gives nothing', () => {
    expect(dangersOf([{}])).toEqual([]);
  });

  it('names a source for every entry', () => {
    expect(escalations.filter(({ source, actions, reason }) => source === '' || reason === '' || actions.length === 0)).toEqual([]);
  });
});

interface BuiltIn {
  readonly roleName: string;
  readonly permissions: readonly Permission[];
}

interface Fact {
  readonly id: string;
  readonly actions?: readonly string[];
  readonly dataActions?: readonly string[];
}

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.info('CONFORMANCE_DATA is not set: the built-in roles of Azure were not judged');

const read = (path: string): unknown => JSON.parse(readFileSync(join(data ?? '', path), 'utf8'));
const builtIns = () => read('azure-roles/built-in-roles.json') as readonly BuiltIn[];

describe.runIf(data !== undefined)('built-in roles', () => {
  it('are privileged where they hold all actions of a known escalation', () => {
    const roles = builtIns();
    const facts = read('escalation/azure.json') as readonly Fact[];
    expect(roles.length).toBe(928);
    expect(facts.length).toBe(38);
    const held = facts.flatMap((fact) => roles.filter((role) => holds(role, fact)).map((role) => ({ role, fact })));
    expect(held.length).toBeGreaterThan(150);
    const missed = held.filter(({ role }) => dangersOf(role.permissions).length === 0);
    expect(missed.map(({ role, fact }) => `${role.roleName}: ${fact.id}`)).toEqual([]);
  });

  it('write role assignments in 28 cases', () => {
    const writers = builtIns().filter((role) => role.permissions.some((one) => grants(one, WRITES_ASSIGNMENTS)));
    expect(writers.length).toBe(28);
    expect(writers.every((role) => dangersOf(role.permissions).includes('gives roles to others'))).toBe(true);
  });

  it('are mostly fit for temporary access', () => {
    const plain = builtIns().filter((role) => dangersOf(role.permissions).length === 0);
    expect(plain.length).toBeGreaterThan(700);
    const names = new Set(plain.map((role) => role.roleName));
    expect(['Reader', 'Monitoring Reader', 'Log Analytics Reader', 'Storage Blob Data Reader'].filter((name) => !names.has(name))).toEqual(
      [],
    );
  });
});

/** Reckoned in another way than the product's, by regular expressions. */
function holds({ permissions }: BuiltIn, fact: Fact): boolean {
  const isData = fact.actions === undefined;
  return (fact.actions ?? fact.dataActions ?? []).every((action) =>
    permissions.some((one) => {
      const [given, taken] = isData ? [one.dataActions, one.notDataActions] : [one.actions, one.notActions];
      return given?.some((pattern) => fits(pattern, action)) === true && taken?.some((pattern) => fits(pattern, action)) !== true;
    }),
  );
}

function fits(pattern: string, action: string): boolean {
  if (!pattern.includes('*')) return pattern.toLowerCase() === action.toLowerCase();
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'i').test(action);
}

import type { RoleDefinition } from '@azure/arm-authorization';
import type { Scope } from '../../domain/access.ts';
import type { RoleFacts } from '../../domain/role-facts.ts';
import { field } from '../answer.ts';
import { type Answer, ask, askAll, type Asking, askPatiently, broken } from './arm.ts';
import type { Connection } from './client.ts';
import { combinationParts } from './combinations.ts';
import { givenBy } from './given.ts';
import { reasonsOf } from './roles-risk.ts';
import { cloudScope, containerOf, covers, GUID, isContainer, lastOf } from './scope.ts';

type Definitions = Answer<readonly RoleDefinition[]>;

export interface Roles {
  /** `role` is a name exactly as Azure spells it, or a GUID. */
  facts(scope: Scope, role: string): Promise<RoleFacts>;
  /** Names of roles by GUID, for people. Ids whose role was deleted, or could not be looked up, are absent. */
  names(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Looks roles up in the list of their subscription or management group, which is read once. */
export function rolesOf(connection: Connection): Roles {
  const lists = new Map<string, Promise<Definitions>>();
  const known = new Map<string, string>();
  async function listed(scope: Scope, how: Asking): Promise<Definitions> {
    const container = containerOf(scope);
    const pending = lists.get(container.key);
    const joined = pending === undefined ? undefined : await pending;
    if (joined !== undefined && (joined.ok || how === ask)) return joined;
    const asked = listOf(connection, container, how);
    lists.set(container.key, asked);
    const definitions = await asked;
    if (!definitions.ok) lists.delete(container.key);
    else for (const one of definitions.value) if (one.roleName) known.set(idOf(one), one.roleName);
    return definitions;
  }
  return {
    async facts(scope, role) {
      const definitions = await listed(scope, askPatiently);
      if (definitions.ok) return judge(definitions.value, scope, role);
      const { failure } = definitions;
      return { ok: false, problem: failure.message, ...(failure.hint === undefined ? {} : { hint: failure.hint }), failure };
    },
    async names(scope, ids) {
      // A reading must not wait for names, which nothing is decided by.
      if (ids.some((id) => !known.has(id))) await listed(scope, ask);
      return known;
    },
  };
}

/** For a subscription also the custom roles that only one of its resource groups may use, which its own list leaves out. */
async function listOf({ access, client }: Connection, container: Scope, how: Asking): Promise<Definitions> {
  const filter = isContainer(container) ? {} : { filter: 'atScopeAndBelow()' };
  const purpose = `read the roles of ${container.path}`;
  const listed = await askAll(
    access,
    purpose,
    (options) => client.roleDefinitions.list(container.path.slice(1), { ...options, ...filter }),
    how,
  );
  return !listed.ok || listed.value.every(isDefinition) ? listed : broken(purpose, 'a row of the list is no role');
}

/** The SDK passes on what Azure sent, whatever its types promise. */
function isDefinition(row: RoleDefinition): boolean {
  const blocks: unknown = row.permissions ?? [];
  if (!Array.isArray(blocks)) return false;
  const lists = [row.assignableScopes, ...blocks.flatMap((block) => LISTS.map((list) => field(block, list)))];
  return [row.id, row.name, row.roleName].every((text) => typeof (text ?? '') === 'string') && lists.every((list) => isTexts(list ?? []));
}

const LISTS = ['actions', 'notActions', 'dataActions', 'notDataActions'];

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function idOf(definition: RoleDefinition): string {
  return lastOf(definition.name ?? definition.id ?? '').toLowerCase();
}

function judge(definitions: readonly RoleDefinition[], scope: Scope, role: string): RoleFacts {
  const there = definitions.filter((one) => isAssignable(one, scope));
  const found = there.filter((one) => (GUID.test(role) ? idOf(one) === role.toLowerCase() : one.roleName === role));
  const [first, ...others] = found;
  if (first === undefined) return unknown(there, scope, role);
  if (others.length > 0)
    return {
      ok: false,
      problem: `${found.length} roles are called ${JSON.stringify(role)}`,
      hint: `Write the GUID of one: ${found.map(idOf).join(', ')}.`,
    };
  return isContainer(scope) && isOfData(first) ? belowOnly(first) : factsOf(first);
}

/** Azure custom roles, limitations: one with DataActions cannot be assigned at a management group, though it may name one. */
function isOfData({ roleType, permissions = [] }: RoleDefinition): boolean {
  return roleType === 'CustomRole' && permissions.some(({ dataActions = [] }) => dataActions.length > 0);
}

function belowOnly(definition: RoleDefinition): RoleFacts {
  return {
    ok: false,
    problem: `the custom role ${JSON.stringify(definition.roleName ?? idOf(definition))} has data actions, and Azure assigns no such role at a management group`,
    hint: 'Ask for it at the subscriptions or resource groups below, or for a role of Azure itself.',
  };
}

function unknown(there: readonly RoleDefinition[], scope: Scope, role: string): RoleFacts {
  const problem = `Azure has no role ${JSON.stringify(role)} that can be assigned at ${scope.path}`;
  const near = there.find((one) => one.roleName?.toLowerCase() === role.toLowerCase());
  return {
    ok: false,
    problem,
    hint: near === undefined ? 'See its name with: az role definition list --scope <scope>.' : `Write it as Azure does: ${near.roleName}.`,
  };
}

/** By all that is judged: the same role stands in the list of every subscription. */
const judged = new Map<string, RoleFacts>();
const MOST = 1000;

function factsOf(definition: RoleDefinition): RoleFacts {
  const key = JSON.stringify([idOf(definition), definition.roleName, definition.permissions]);
  const known = judged.get(key) ?? judgedFacts(definition);
  if (judged.size >= MOST) judged.clear();
  judged.set(key, known);
  return known;
}

function judgedFacts(definition: RoleDefinition): RoleFacts {
  const name = definition.roleName ?? idOf(definition);
  const permissions = definition.permissions ?? [];
  const says = permissions.some((block) => (block.actions?.length ?? 0) + (block.dataActions?.length ?? 0) > 0);
  if (!says)
    return {
      ok: false,
      problem: `what the role ${JSON.stringify(name)} lets its holder do is not known`,
      hint: 'Ask for another role, or see that the tool may read role definitions.',
    };
  const reasons = reasonsOf(permissions);
  const given = givenBy(permissions);
  const role = { id: idOf(definition), name };
  return { ok: true, role, privileged: reasons.length > 0, reasons, permissions: given, parts: combinationParts(given) };
}

/** Azure lists a role of a management group only where it can be assigned; one of a resource group may be that of another. */
function isAssignable(definition: RoleDefinition, scope: Scope): boolean {
  const at = (definition.assignableScopes ?? ['/']).map(cloudScope);
  return at.some((one) => isContainer(one) || covers(one, scope));
}

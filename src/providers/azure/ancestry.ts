import type { Scope } from '../../domain/access.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import type { Connection } from './client.ts';
import { cloudScope, containerOf, isContainer, lastOf, textualChain } from './scope.ts';
import { readArm } from './rest.ts';

export type Ancestry = { readonly ok: true; readonly chain: readonly Scope[] } | { readonly ok: false; readonly failure: Failure };

const GROUPS = '/providers/Microsoft.Management/managementGroups/';

/** The scope itself and everything above it, nearest first; the root of the tenant is last. Management groups are asked for once. */
export function ancestryOf(connection: Connection): (scope: Scope) => Promise<Ancestry> {
  const asked = new Map<string, Promise<Ancestry>>();
  return async (scope) => {
    const root = cloudScope('/');
    if (scope.key === root.key) return { ok: true, chain: [root] };
    const container = containerOf(scope);
    const pending = asked.get(container.key) ?? groupsAbove(connection, container);
    asked.set(container.key, pending);
    const above = await pending;
    if (above.ok) return { ok: true, chain: [...textualChain(scope), ...above.chain, root] };
    asked.delete(container.key);
    return above;
  };
}

/** Management Groups, Entities - List: `parentNameChain` has the names of all groups above, the root group first. */
async function groupsAbove(connection: Connection, container: Scope): Promise<Ancestry> {
  const name = lastOf(container.path);
  const purpose = `find the management groups above ${container.path}`;
  const query = `api-version=2020-05-01&$filter=${encodeURIComponent(`name eq '${name}'`)}`;
  const reply = await readArm(connection, purpose, 'POST', `/providers/Microsoft.Management/getEntities?${query}`);
  if (!reply.ok) return reply;
  const names = chainIn(reply.body, container);
  if (names !== undefined) return { ok: true, chain: names.toReversed().map((group) => cloudScope(GROUPS + group)) };
  const message = `could not ${purpose}: Azure does not show it to us`;
  return {
    ok: false,
    failure: { kind: 'not-found', message, hint: "Give the tool's identity the role Reader at the management group that policy reads." },
  };
}

function chainIn(body: unknown, container: Scope): readonly string[] | undefined {
  const value = field(body, 'value');
  const entities: readonly unknown[] = Array.isArray(value) ? value : [];
  const entity = entities.find((one) => isEntity(one, container));
  const chain = field(field(entity, 'properties'), 'parentNameChain');
  return Array.isArray(chain) && chain.every((one) => typeof one === 'string') ? chain : undefined;
}

/** A group may have the name of a subscription, and the filter does not tell them apart. */
function isEntity(entity: unknown, container: Scope): boolean {
  const id = field(entity, 'id');
  return (
    typeof id === 'string' &&
    cloudScope(id).key === container.key &&
    isContainer(container) === id.toLowerCase().startsWith(GROUPS.toLowerCase())
  );
}

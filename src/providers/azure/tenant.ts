import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import type { Connection } from './client.ts';
import { nextPath, readArm } from './rest.ts';

const PURPOSE = 'ask Azure for its subscriptions, to be sure of the tenant';

/**
 * Makes sure, once and before anything else is read, that the sign-in belongs to the tenant that policy names: the same scopes
 * in another tenant would be read as empty. Each subscription tells its tenant (Subscriptions - List). Undefined when all is well.
 */
export function tenantGuard(connection: Connection): () => Promise<Failure | undefined> {
  let asked: Promise<Failure | undefined> | undefined;
  return async () => {
    const { tenant } = connection.access;
    if (tenant === undefined) return undefined;
    asked ??= elsewhere(connection, tenant.toLowerCase());
    const refused = await asked;
    if (refused !== undefined) asked = undefined;
    return refused;
  };
}

async function elsewhere(connection: Connection, tenant: string): Promise<Failure | undefined> {
  const others = new Set<string>();
  const pages = new Set<string>();
  for (let path = '/subscriptions?api-version=2022-12-01'; path !== '' && !pages.has(path);) {
    pages.add(path);
    const reply = await readArm(connection, PURPOSE, 'GET', path);
    if (!reply.ok) return reply.failure;
    for (const id of tenantsIn(reply.body)) others.add(id);
    if (others.has(tenant)) return undefined;
    path = nextPath(reply.body);
  }
  return stranger(tenant, [...others]);
}

function tenantsIn(body: unknown): readonly string[] {
  const value = field(body, 'value');
  const ids = Array.isArray(value) ? value.map((one) => field(one, 'tenantId')) : [];
  return ids.filter((id) => typeof id === 'string').map((id) => id.toLowerCase());
}

function stranger(tenant: string, others: readonly string[]): Failure {
  const seen = others.length === 0 ? 'no subscription at all' : `subscriptions of ${others.join(', ')} only`;
  return {
    kind: 'unsafe',
    message: `policy names the tenant ${tenant}, but the sign-in sees ${seen}`,
    hint:
      others.length === 0
        ? "Give the tool's identity Reader at a scope of clouds.azure.reads, or sign in with one that has it; a new right takes some minutes."
        : 'Sign in to the tenant of policy.yaml with an identity that may read there, or mend clouds.azure.tenant.',
  };
}

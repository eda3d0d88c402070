import { allowed, type Rate } from '../allowance.ts';
import type { Access } from '../provider.ts';

const HOST = 'management.azure.com';

/**
 * How often one principal may call Resource Manager (Azure Resource Manager: "Request limits and throttling"): a bucket for each
 * subscription, and one for the tenant, of each kind of call; what is asked by POST counts as a write.
 */
const RATES: Readonly<Record<Kind, Rate>> = {
  reads: { burst: 250, perMs: 25 / 1000 },
  writes: { burst: 200, perMs: 10 / 1000 },
  deletes: { burst: 200, perMs: 10 / 1000 },
};

type Kind = 'reads' | 'writes' | 'deletes';

/**
 * Queries of Resource Graph: 15 in a window of five seconds (Azure Resource Graph: "Guidance for throttled requests"). Nobody knows when a
 * window begins, so what may come at once and what may follow in five seconds are 15 together.
 */
const GRAPH: Rate = { burst: 5, perMs: 10 / 5000 };

/** Waits until one more call stays below the published limit; at once where it does, and for every other host. */
export async function paced(access: Access, url: URL, method: string): Promise<void> {
  if (url.hostname !== HOST) return;
  if (/^\/providers\/microsoft\.resourcegraph\//i.test(url.pathname)) return allowed(access, 'graph', GRAPH);
  const subscription = /^\/subscriptions\/([^/]+)/i.exec(url.pathname)?.[1]?.toLowerCase();
  const kind = kindOf(method);
  await allowed(access, `${subscription ?? 'tenant'} ${kind}`, RATES[kind]);
}

function kindOf(method: string): Kind {
  if (method === 'GET' || method === 'HEAD') return 'reads';
  return method === 'DELETE' ? 'deletes' : 'writes';
}

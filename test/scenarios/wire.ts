import type { Context } from '../../src/commands/context.ts';
import type { Call, SimService } from '../../src/sim/service.ts';
import type { TestWorld } from './world.ts';

/** Calls by what they do: patterns over path and query, for faults and for counting. */
export const GCP_READ = /:getIamPolicy$/;
export const GCP_WRITE = /:setIamPolicy$/;
export const AZURE_LIST = /\/roleAssignments\?/;
export const AZURE_ONE = /\/roleAssignments\/[0-9a-f-]{36}\?/;
export const ANY_CALL = /^/;

/** The calls so far that fit. */
export function callsTo(service: SimService, path: RegExp, method?: string): readonly Call[] {
  return service.calls.filter((call) => (method ?? call.method) === call.method && path.test(pathOf(call.url)));
}

/** Calls that change something, of both clouds; each cloud's in its own order. */
export function writesOf(world: Pick<TestWorld, 'gcp' | 'azure'>): readonly Call[] {
  return [...world.gcp.calls, ...world.azure.calls].filter(isWrite);
}

export function isWrite({ method, url }: Pick<Call, 'method' | 'url'>): boolean {
  return GCP_WRITE.test(pathOf(url)) || (AZURE_ONE.test(pathOf(url)) && (method === 'PUT' || method === 'DELETE'));
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** A call on its way to a cloud. */
export interface Sent {
  readonly cloud: string;
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** A context whose every call to a cloud meets `onTheWay`, which may pass it on or answer in its place. */
export function over(
  world: Pick<TestWorld, 'context'>,
  onTheWay: (sent: Sent, pass: () => Promise<Response>) => Promise<Response>,
): Pick<Context, 'access'> {
  const usual = world.context();
  return {
    access: (cloud, policy, reason) => {
      const access = usual.access(cloud, policy, reason);
      const fetch: typeof access.fetch = (input, init = {}) => {
        const url = input instanceof Request ? input.url : input.toString();
        const body = typeof init.body === 'string' ? init.body : '';
        return onTheWay({ cloud, method: init.method ?? 'GET', url, body }, () => access.fetch(input, init));
      };
      return { ...access, fetch };
    },
  };
}

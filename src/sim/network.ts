import type { SimService } from './service.ts';

/**
 * One fetch for several simulated services: each call goes to the service that has its host. A call to any other host is
 * refused, so that a simulated world never reaches a real one.
 */
export function simulatedNetwork(services: readonly SimService[]): typeof fetch {
  const byHost = new Map<string, SimService>();
  for (const service of services) {
    for (const host of service.hosts) {
      const other = byHost.get(host);
      if (other !== undefined) throw new Error(`both ${other.name} and ${service.name} want to be ${host}`);
      byHost.set(host, service);
    }
  }
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const service = byHost.get(url.hostname);
    if (service === undefined) throw new Error(`no simulated service answers for ${url.host}; known are ${[...byHost.keys()].join(', ')}`);
    return service.fetch(input, init);
  };
}

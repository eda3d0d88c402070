import type { Need } from './access.ts';
import type { Said } from './answer.ts';
import type { Ask, Handler } from './call.ts';

export type Route = RepositoryRoute | PlainRoute;

/** Below a repository. Any one of `needs` is enough; comments and reviews (`speaking`) are open to all who can read. */
interface RepositoryRoute {
  readonly kind: 'repository';
  readonly method: string;
  readonly path: RegExp;
  readonly needs: readonly Need[];
  readonly speaking: boolean;
  readonly handle: Handler;
}

interface PlainRoute {
  readonly kind: 'plain';
  readonly method: string;
  readonly path: RegExp;
  readonly handle: (ask: Ask) => Said;
}

export function plain(method: string, path: string, handle: PlainRoute['handle']): PlainRoute {
  return { kind: 'plain', method, path: pattern(path), handle };
}

export function below(method: string, path: string, needs: readonly Need[], handle: Handler): RepositoryRoute {
  return { kind: 'repository', method, path: pattern(`/repos/{owner}/{repo}${path}`), needs, speaking: false, handle };
}

export function speaking(method: string, path: string, needs: readonly Need[], handle: Handler): RepositoryRoute {
  return { ...below(method, path, needs, handle), speaking: true };
}

/** `{name}` is one segment, `{name+}` all the rest, `{name*}` that or nothing; any may be written with %2F inside. */
function pattern(path: string): RegExp {
  const parts = { '': '[^/]+', '+': '.+', '*': '.*' };
  const source = path.replace(/\{(\w+)([+*]?)\}/g, (_, name: string, rest: keyof typeof parts) => `(?<${name}>${parts[rest]})`);
  return new RegExp(`^${source}$`);
}

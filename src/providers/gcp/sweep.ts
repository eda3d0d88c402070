import type { Scope } from '../../domain/access.ts';
import { compare } from '../../domain/finding.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Beyond, Swept, SweptScope } from '../provider.ts';
import { scopeOfAsset } from './asset-name.ts';
import { named, pagesOf, projectIds, type Result } from './discovery.ts';
import { inProject } from './kind.ts';
import { parsePolicy } from './policy.ts';
import type { Session } from './session.ts';
import { liveBindings } from './wire.ts';

/**
 * Every policy at and below the bounds, whole, from Cloud Asset's index: 500 a call. It lags by minutes and has no etag, so it is fit
 * to compare and never to write on (google.cloud.asset.v1 SearchAllIamPolicies).
 */
export async function sweep(session: Session, bounds: readonly Scope[]): Promise<Swept> {
  const within = bounds.filter(({ path }) => (inProject(path)?.below ?? '') === '');
  const answers = await Promise.all(within.map(async (bound) => ({ bound, found: await pagesOf(session, bound) })));
  const results = answers.flatMap(({ found }) => (found.ok ? found.results : []));
  const times = answers.flatMap(({ found }) => (found.ok && found.time !== undefined ? [found.time] : []));
  const ids = await projectIds(session, results);
  const failed = answers.flatMap(({ bound, found }) => (found.ok ? [] : [{ where: bound.path, failure: found.failure }]));
  const told = tellingsOf(results, ids);
  return {
    scopes: told.scopes,
    beyond: told.beyond,
    failed: [...failed, ...told.failed],
    pages: answers.reduce((sum, { found }) => sum + (found.ok ? found.pages : 0), 0),
    ...(times.length === 0 ? {} : { cloudTime: times.reduce((a, b) => (a > b ? a : b)) }),
  };
}

type Told = Pick<Swept, 'scopes' | 'beyond' | 'failed'>;

/** Bounds that lie in each other name a policy twice; it is told once. */
function tellingsOf(results: readonly Result[], ids: ReadonlyMap<string, string>): Told {
  const scopes = new Map<string, SweptScope>();
  const beyond = new Map<string, Beyond>();
  const failed: { where: string; failure: Failure }[] = [];
  for (const { resource, project, roles, policy } of results) {
    const parsed = scopeOfAsset(resource, project);
    if (!parsed.ok) {
      beyond.set(resource, { where: resource, roles: [...new Set(roles)].sort(compare), why: parsed.problem });
      continue;
    }
    const { scope, alias } = named(parsed.value, project, ids);
    const read = parsePolicy(policy);
    if (read.ok) {
      const reading = { ok: true, scope, live: liveBindings(scope, read.value), basis: undefined } as const;
      scopes.set(scope.key, { reading, ...(alias === undefined ? {} : { alias }) });
    } else failed.push({ where: scope.path, failure: { kind: 'unsafe', message: read.problem } });
  }
  const inOrder = [...scopes.values()].sort((a, b) => compare(a.reading.scope.key, b.reading.scope.key));
  return { scopes: inOrder, beyond: [...beyond.values()].sort((a, b) => compare(a.where, b.where)), failed };
}

import { created, invalid, nothing, notFound, ok, refused, type Said } from './answer.ts';
import { moveRef } from './branches.ts';
import { needed, param, type RepositoryAsk } from './call.ts';
import { standsOn } from './graph.ts';
import { commitAt } from './objects.ts';
import { nodeId } from './show-id.ts';
import { apiOf } from './show-repository.ts';
import type { Repository } from './state.ts';

/** GET /git/ref/{ref}: exactly this one. */
export function getRef(ask: RepositoryAsk): Said {
  const ref = `refs/${param(ask, 'ref')}`;
  const sha = ask.repository.refs[ref];
  if (sha === undefined) throw notFound();
  return ok(showRef(ask.repository, ref, sha));
}

/** GET /git/matching-refs/{ref}: all that begin so, an empty list when none does. */
export function matchingRefs(ask: RepositoryAsk): Said {
  const prefix = `refs/${param(ask, 'ref')}`;
  const found = Object.entries(ask.repository.refs).filter(([ref]) => ref.startsWith(prefix));
  const sorted = found.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return ok(sorted.map(([ref, sha]) => showRef(ask.repository, ref, sha)));
}

/** POST /git/refs. */
export function createRef(ask: RepositoryAsk): Said {
  const { repository } = ask;
  const ref = needed(ask, 'ref', 'Reference');
  const sha = needed(ask, 'sha', 'Reference');
  if (!/^refs\/[^/]+\/[^\s~^:?*[\\]+$/.test(ref))
    throw refused(422, "Reference name must start with 'refs' and contain at least two slashes");
  if (commitAt(repository.objects, sha) === undefined) throw refused(422, 'Object does not exist');
  if (repository.refs[ref] !== undefined) throw refused(422, 'Reference already exists');
  moveRef(ask.state, repository, ref, sha, { login: ask.caller.account.login, now: ask.now });
  return created(showRef(repository, ref, sha));
}

/** PATCH /git/refs/{ref}: only forward, unless it is forced. */
export function updateRef(ask: RepositoryAsk): Said {
  const { repository } = ask;
  const ref = `refs/${param(ask, 'ref')}`;
  const sha = needed(ask, 'sha', 'Reference');
  const before = repository.refs[ref];
  if (before === undefined) throw refused(422, 'Reference does not exist');
  if (commitAt(repository.objects, sha) === undefined) throw refused(422, 'Object does not exist');
  if (ask.body['force'] !== true && !standsOn(repository.objects, sha, before)) throw refused(422, 'Update is not a fast forward');
  moveRef(ask.state, repository, ref, sha, { login: ask.caller.account.login, now: ask.now });
  return ok(showRef(repository, ref, sha));
}

/** DELETE /git/refs/{ref}. The default branch stays. */
export function deleteRef(ask: RepositoryAsk): Said {
  const { repository } = ask;
  const ref = `refs/${param(ask, 'ref')}`;
  if (repository.refs[ref] === undefined) throw refused(422, 'Reference does not exist');
  if (ref === `refs/heads/${repository.defaultBranch}`)
    throw invalid({ resource: 'Reference', code: 'custom', message: 'Cannot delete the default branch' });
  moveRef(ask.state, repository, ref, null, { login: ask.caller.account.login, now: ask.now });
  return nothing();
}

function showRef(repository: Repository, ref: string, sha: string): Record<string, unknown> {
  return {
    ref,
    node_id: nodeId('REF', `${repository.id}:${ref}`),
    url: `${apiOf(repository)}/git/${ref}`,
    object: { type: 'commit', sha, url: `${apiOf(repository)}/git/commits/${sha}` },
  };
}

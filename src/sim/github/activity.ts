import { formatInstant } from '../../domain/instant.ts';
import { knownAccount } from './accounts.ts';
import type { Said } from './answer.ts';
import type { RepositoryAsk } from './call.ts';
import { cursored } from './paging.ts';
import { showAccount } from './show-account.ts';
import { nodeId } from './show-id.ts';

/** GET /activity: who moved which branch, newest first (REST API: list repository activities). */
export function listActivity(ask: RepositoryAsk): Said {
  const query = ask.url.searchParams;
  const [ref, kind] = [query.get('ref'), query.get('activity_type')];
  const found = ask.repository.activity
    .filter((one) => ref === null || one.ref === ref || one.ref === `refs/heads/${ref}`)
    .filter((one) => kind === null || one.kind === kind);
  return cursored(ask, found.toReversed(), (one) => ({
    id: one.id,
    node_id: nodeId('PSH', one.id),
    before: one.before,
    after: one.after,
    ref: one.ref,
    timestamp: formatInstant(one.at),
    activity_type: one.kind,
    actor: showAccount(knownAccount(ask.state, one.actor)),
  }));
}

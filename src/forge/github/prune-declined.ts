import type { Deletion } from '../forge.ts';
import { deletionHash, readPruneMarker } from '../prune-marker.ts';
import type { Client } from './client.ts';
import { ForgeFailure } from './failures.ts';
import { loginOf, sameLogin } from './people.ts';
import { isOurRequest, ofPruneBranch, type PruneListing } from './prune-branch.ts';

/** Our prune requests that were closed last: each is for another set, so a page of them reaches back far enough. */
export async function closedPrunes(client: Client): Promise<readonly PruneListing[]> {
  const query = { ...(await ofPruneBranch(client)), state: 'closed' as const, sort: 'updated' as const, direction: 'desc' as const };
  const { data } = await client.octokit.rest.pulls.list(query);
  const [{ id }, login] = await Promise.all([client.home(), client.login()]);
  return data.filter((one) => isOurRequest(one, id, login));
}

/** Refuses to ask again for the very files that a person refused. What we closed ourselves, or what was merged, is no refusal. */
export async function respectRefusal(client: Client, closed: readonly PruneListing[], deletions: readonly Deletion[]): Promise<void> {
  const hash = deletionHash(deletions);
  const same = closed.filter((one) => readPruneMarker(one.body ?? '') === hash).toSorted((a, b) => b.number - a.number);
  const [last] = same;
  if (last === undefined || typeof last.merged_at === 'string') return;
  const { data } = await client.octokit.rest.issues.get({ ...client.at, issue_number: last.number });
  const by = loginOf(data.closed_by);
  if (sameLogin(by, await client.login())) return;
  throw new ForgeFailure({
    kind: 'unsafe',
    message: `request ${last.number} asked for the same and was closed by ${by}`,
    hint: 'It is asked again when other files have lapsed.',
  });
}

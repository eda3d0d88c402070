import type { Client } from './client.ts';

const MOVE = 'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }';

/**
 * Points a branch from one commit to another, or takes it away, and only where it still points to the first: GitHub compares and moves in one
 * step (GraphQL: RefUpdate, beforeOid), while the REST API moves whatever is there. False says that it may not have come to that: somebody
 * pushed, GitHub does not let us or does not know the call, or its answer was lost.
 */
export async function movedBranch({ octokit, home }: Client, branch: string, from: string, to: string | undefined): Promise<boolean> {
  const { nodeId: repositoryId } = await home();
  if (repositoryId === undefined) return false;
  const move = { name: `refs/heads/${branch}`, beforeOid: from, afterOid: to ?? '0'.repeat(from.length), force: true };
  try {
    await octokit.graphql(MOVE, { input: { repositoryId, refUpdates: [move] }, request: { retries: 0 } });
    return true;
  } catch {
    return false;
  }
}

import { demand, visible } from './access.ts';
import { ok, Refused, refused, type Said } from './answer.ts';
import type { Ask } from './call.ts';
import { answerQuery, type GraphNode, orRefused } from './graphql-answer.ts';
import { costOf, MOST_NODES } from './graphql-cost.ts';
import { commitNode } from './graphql-nodes.ts';
import { type GraphqlQuery, readQuery } from './graphql-query.ts';
import { updateRefs } from './graphql-refs.ts';
import { revision } from './revision.ts';
import { nodeId } from './show-id.ts';
import type { Repository } from './state.ts';

/**
 * POST /graphql: who am I, and what a repository tells of commits and of the requests behind them. A field that is not simulated is
 * refused as one that GitHub does not have: 200 with errors. And updateRefs, which moves refs.
 */
export function graphql(ask: Ask): Said {
  const query = queryOf(ask);
  if (costOf(query).nodes > MOST_NODES) {
    return ok({
      errors: [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message: `This query requests up to ${costOf(query).nodes} possible nodes.` }],
    });
  }
  const root = query.operation === 'mutation' ? { typename: 'Mutation', updateRefs: (args: object) => updateRefs(ask, args) } : rootOf(ask);
  const { data, errors } = answerQuery(query, root);
  return ok({ ...(data === null ? {} : { data }), ...(errors.length === 0 ? {} : { errors }) });
}

/** The points that a call costs; a query that does not read costs one. */
export function pointsOf(ask: Pick<Ask, 'body'>): number {
  try {
    return costOf(queryOf(ask)).points;
  } catch (error) {
    if (error instanceof Refused) return 1;
    throw error;
  }
}

function queryOf(ask: Pick<Ask, 'body'>): GraphqlQuery {
  const text = ask.body['query'];
  const variables = ask.body['variables'];
  if (typeof text !== 'string') throw refused(400, 'A query attribute must be specified and must be a string.');
  return readQuery(text, typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {});
}

function rootOf(ask: Ask): GraphNode {
  return {
    typename: 'Query',
    viewer: { typename: 'User', login: ask.caller.account.login },
    repository: ({ owner, name }: Readonly<Record<string, unknown>>) => repositoryNode(ask, String(owner), String(name)),
  };
}

function repositoryNode(ask: Ask, owner: string, name: string): GraphNode {
  const repository = orRefused(
    () => visible(ask.state, ask.caller, owner, name),
    `Could not resolve to a Repository with the name '${owner}/${name}'.`,
  );
  orRefused(() => demand(repository, ask.caller, ['contents:read'], false), 'Resource not accessible by integration');
  const maySeePulls = (): void =>
    orRefused(() => demand(repository, ask.caller, ['pull_requests:read'], false), 'Resource not accessible by integration');
  return {
    typename: 'Repository',
    id: nodeId('R', repository.id),
    databaseId: repository.id,
    defaultBranchRef: defaultBranchNode(repository),
    object: ({ oid }: Readonly<Record<string, unknown>>) => objectNode(ask, repository, String(oid), maySeePulls),
  };
}

/** An empty repository has none. */
function defaultBranchNode({ defaultBranch: name, refs }: Repository): GraphNode | null {
  const oid = refs[`refs/heads/${name}`];
  return oid === undefined ? null : { typename: 'Ref', name, target: { typename: 'Commit', oid } };
}

function objectNode(ask: Ask, repository: Repository, oid: string, maySeePulls: () => void): GraphNode | null {
  const found = repository.objects[oid] === undefined ? undefined : revision(repository, oid);
  return found === undefined ? null : commitNode({ state: ask.state, repository, maySeePulls }, found);
}

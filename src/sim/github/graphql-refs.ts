import { demand } from './access.ts';
import { moveRef } from './branches.ts';
import type { Ask } from './call.ts';
import { FieldRefused, type GraphNode, orRefused } from './graphql-answer.ts';
import { standsOn } from './graph.ts';
import { commitAt } from './objects.ts';
import { nodeId } from './show-id.ts';
import type { Repository } from './state.ts';

/** GraphQL: RefUpdate. */
interface Update {
  readonly name: string;
  readonly afterOid: string;
  readonly beforeOid?: string | null;
  readonly force?: boolean;
}

interface Input {
  readonly repositoryId: string;
  readonly refUpdates: readonly Update[];
  readonly clientMutationId?: string;
}

const NOTHING = /^0+$/;

/** GraphQL: updateRefs. All of them or none; an oid of zeros stands for no ref at all. */
export function updateRefs(ask: Ask, args: object): GraphNode {
  const { input } = args as { readonly input: Input };
  const repository = orRefused(() => mayWrite(ask, input.repositoryId), 'Resource not accessible by integration');
  for (const update of input.refUpdates) {
    const problem = problemOf(repository, update);
    if (problem !== undefined) throw new FieldRefused('UNPROCESSABLE', problem);
  }
  const mover = { login: ask.caller.account.login, now: ask.now };
  for (const { name, afterOid } of input.refUpdates) moveRef(ask.state, repository, name, NOTHING.test(afterOid) ? null : afterOid, mover);
  return { typename: 'UpdateRefsPayload', clientMutationId: input.clientMutationId ?? null };
}

function mayWrite({ state, caller }: Ask, id: string): Repository {
  const repository = state.repositories.find((one) => nodeId('R', one.id) === id);
  if (repository === undefined) throw new FieldRefused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  demand(repository, caller, ['contents:write'], false);
  return repository;
}

function problemOf({ refs, objects, defaultBranch }: Repository, update: Update): string | undefined {
  const { name, afterOid, beforeOid, force = false } = update;
  const stands = refs[name];
  const wanted = beforeOid === undefined || beforeOid === null ? stands : NOTHING.test(beforeOid) ? undefined : beforeOid;
  if (!name.startsWith('refs/')) return `${name} is not a fully qualified ref name`;
  if (stands !== wanted) return `${name} is at ${stands ?? 'nothing'} but expected ${wanted ?? 'nothing'}`;
  if (NOTHING.test(afterOid)) return name === `refs/heads/${defaultBranch}` ? 'Cannot delete the default branch' : undefined;
  if (commitAt(objects, afterOid) === undefined) return 'Object does not exist';
  return stands === undefined || force || standsOn(objects, afterOid, stands) ? undefined : 'Update is not a fast forward';
}

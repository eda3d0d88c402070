import { named, standing, visible } from './assignments.ts';
import { type Answer, ok } from './answer.ts';
import type { ArmCall } from './call.ts';
import { forbidden } from './caller.ts';
import { pageOf } from './page.ts';
import { missing } from './places.ts';
import { type Wanted, wantedBy } from './principal-filter.ts';
import { reach } from './reach.ts';
import { assignmentNotFound, methodRefusal } from './refusals.ts';
import { deleteAssignment } from './role-assignment-delete.ts';
import { putAssignment } from './role-assignment-put.ts';
import { shapeOf } from './role-assignment-shape.ts';
import { readWish } from './role-assignment-wish.ts';
import { type About, attributesOf } from './rights.ts';
import { foldScope } from './scope.ts';
import type { AzureState } from './state.ts';

const VERBS = new Map([
  ['GET', 'read'],
  ['PUT', 'write'],
  ['DELETE', 'delete'],
]);

/**
 * Microsoft.Authorization/roleAssignments, 2022-04-01. A call by id has the same path as one by scope and name, so both forms
 * of the client end here.
 */
export function roleAssignments(state: AzureState, call: ArmCall): Answer {
  const verb = VERBS.get(call.method);
  const { scope, names } = call.target;
  const [name] = names;
  if (verb === undefined || names.length > 1 || (name === undefined && verb !== 'read')) return methodRefusal(call);
  const action = `Microsoft.Authorization/roleAssignments/${verb}`;
  const refused = forbidden(state, call.caller, action, scope, aboutOf(state, call, name)) ?? missing(state, scope);
  if (refused !== undefined) return refused;
  if (name === undefined) return list(state, call);
  return verb === 'read'
    ? get(state, call, name)
    : verb === 'write'
      ? putAssignment(state, call, name)
      : deleteAssignment(state, call, name);
}

/** What a write or a deletion is about, for the conditions under which the caller may do it. */
function aboutOf(state: AzureState, call: ArmCall, name: string | undefined): About {
  if (call.method === 'GET' || call.caller.rights === undefined) return {};
  const wish = readWish(call.body);
  const there = named(standing(state, call.at), name ?? '');
  return {
    ...('status' in wish ? {} : { request: attributesOf(wish) }),
    ...(there === undefined ? {} : { resource: attributesOf(there) }),
  };
}

function get(state: AzureState, call: ArmCall, name: string): Answer {
  const found = named(visible(state, call.at, state.manner.lag.get), name);
  const here = found !== undefined && foldScope(found.scope) === foldScope(call.target.scope);
  return here ? ok(shapeOf(state, found, call.target.scope)) : assignmentNotFound(name);
}

function list(state: AzureState, call: ArmCall): Answer {
  const wanted = wantedBy(state, call, false);
  if ('status' in wanted) return wanted;
  const { scope } = call.target;
  const shown = reach(state, scope, wanted.atScope);
  const found = visible(state, call.at, lagOf(state, wanted, scope)).filter(
    (one) => (wanted.principals?.has(one.principalId.toLowerCase()) ?? true) && shown(one.scope),
  );
  return pageOf(
    found.map((one) => ({ key: one.name.toLowerCase(), show: () => shapeOf(state, one, scope) })),
    call.url,
    state.manner,
  );
}

function lagOf({ manner: { lag } }: AzureState, { principals }: Wanted, scope: string): number {
  if (principals !== undefined) return lag.byPrincipal;
  return /^\/subscriptions\/[^/]+$/.test(foldScope(scope)) ? (lag.bySubscription ?? lag.list) : lag.list;
}

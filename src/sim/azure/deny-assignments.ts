import { type Answer, ok, refusal } from './answer.ts';
import { type ArmCall, query } from './call.ts';
import { forbidden } from './caller.ts';
import { selfAndGroups } from './directory.ts';
import { denyAssignmentId, denyAssignmentShape } from './deny-assignment-shape.ts';
import { deleteDeny, putDeny } from './deny-assignment-write.ts';
import { type Term, termsOf } from './filter.ts';
import { pageOf } from './page.ts';
import { missing } from './places.ts';
import { reach } from './reach.ts';
import { methodRefusal } from './refusals.ts';
import { foldScope } from './scope.ts';
import type { AzureState, DenyAssignment } from './state.ts';
import { atLeast } from './versions.ts';

/** Microsoft.Authorization/denyAssignments: to read, and since 2026-09-01 also to write. */
export function denyAssignments(state: AzureState, call: ArmCall): Answer {
  const { scope, names } = call.target;
  const [name] = names;
  const verb = verbOf(call, name);
  if (verb === undefined || names.length > 1) return methodRefusal(call);
  const refused = forbidden(state, call.caller, `Microsoft.Authorization/denyAssignments/${verb}`, scope) ?? missing(state, scope);
  if (refused !== undefined) return refused;
  if (verb !== 'read') return verb === 'write' ? putDeny(state, call, name ?? '') : deleteDeny(state, call, name ?? '');
  if (name === undefined) return list(state, call);
  const found = state.denyAssignments.find(
    (one) => one.name.toLowerCase() === name.toLowerCase() && foldScope(one.scope) === foldScope(scope),
  );
  return found === undefined
    ? refusal(404, 'DenyAssignmentNotFound', `The deny assignment '${name}' is not found.`)
    : ok(denyAssignmentShape(found, call));
}

function verbOf({ method, url }: ArmCall, name: string | undefined): 'read' | 'write' | 'delete' | undefined {
  if (method === 'GET') return 'read';
  if (name === undefined || !atLeast(url, '2026-09-01')) return undefined;
  return method === 'PUT' ? 'write' : method === 'DELETE' ? 'delete' : undefined;
}

/** DenyAssignmentFilterParameter and List Azure deny assignments: the filters, of which one is taken at a time. */
function list(state: AzureState, call: ArmCall): Answer {
  const filter = query(call.url, '$filter');
  const terms = filter === undefined ? [] : termsOf(filter);
  const [term] = terms ?? [];
  const test = term === undefined ? () => true : testOf(state, call, term);
  if (terms === undefined || terms.length > 1 || test === undefined) {
    return refusal(400, 'UnsupportedQuery', `The filter '${filter}' is not supported.`);
  }
  const shown = reach(state, call.target.scope, term?.kind === 'call' && term.name === 'atscope');
  const found = state.denyAssignments.filter((one) => shown(one.scope) && test(one));
  return pageOf(
    found.map((one) => ({ key: foldScope(denyAssignmentId(one)), show: () => denyAssignmentShape(one, call) })),
    call.url,
    state.manner,
  );
}

function testOf(state: AzureState, call: ArmCall, term: Term): ((one: DenyAssignment) => boolean) | undefined {
  if (term.kind === 'call' && term.name === 'atscope') return () => true;
  if (term.kind === 'call') {
    if (term.name !== 'assignedto' || term.argument === undefined) return undefined;
    const who = selfAndGroups(state, term.argument, call.at);
    return (one) => one.principals.some((principal) => who.has(principal.id.toLowerCase()));
  }
  if (term.field === 'denyassignmentname') return (one) => one.denyAssignmentName === term.value;
  if (term.field === 'principalid')
    return (one) => one.principals.some((principal) => principal.id.toLowerCase() === term.value.toLowerCase());
  return undefined;
}

import { type Answer, ok, refusal } from './answer.ts';
import { type ArmCall, query } from './call.ts';
import { forbidden } from './caller.ts';
import { missing } from './places.ts';
import { reach } from './reach.ts';
import { chainOf, foldScope, tidyScope } from './scope.ts';
import { pageOf } from './page.ts';
import { methodRefusal } from './refusals.ts';
import type { AzureState, Lock } from './state.ts';

/** Management locks, to read: at, above and below a scope, or with `atScope()` nothing below (Get-AzResourceLock, AtScope). */
export function locks(state: AzureState, call: ArmCall): Answer {
  if (call.method !== 'GET') return methodRefusal(call);
  const { scope, names } = call.target;
  const refused = forbidden(state, call.caller, 'Microsoft.Authorization/locks/read', scope) ?? missing(state, scope);
  if (refused !== undefined) return refused;
  const [name] = names;
  return name === undefined ? list(state, call) : one(state, scope, name);
}

function list(state: AzureState, call: ArmCall): Answer {
  const filter = query(call.url, '$filter')?.toLowerCase();
  if (filter !== undefined && filter !== 'atscope()') return refusal(400, 'InvalidFilterInQueryString', `Invalid $filter '${filter}'.`);
  const shown = reach(state, call.target.scope, filter !== undefined);
  const found = state.locks.filter((lock) => shown(lock.scope));
  return pageOf(
    found.map((lock) => ({ key: foldScope(idOf(lock)), show: () => shapeOf(lock) })),
    call.url,
    state.manner,
  );
}

function one(state: AzureState, scope: string, name: string): Answer {
  const found = state.locks.find((lock) => lock.name.toLowerCase() === name.toLowerCase() && foldScope(lock.scope) === foldScope(scope));
  return found === undefined ? refusal(404, 'LockNotFound', `The lock '${name}' could not be found.`) : ok(shapeOf(found));
}

function idOf(lock: Lock): string {
  return `${tidyScope(lock.scope)}/providers/Microsoft.Authorization/locks/${lock.name}`;
}

/** As in the description of Microsoft.Authorization/locks 2020-05-01, ManagementLocks_ListAtResourceGroupLevel. */
function shapeOf(lock: Lock): unknown {
  const properties = { level: lock.level, ...(lock.notes === undefined ? {} : { notes: lock.notes }) };
  return { properties, id: idOf(lock), type: 'Microsoft.Authorization/locks', name: lock.name };
}

/**
 * Lock your Azure resources: a lock holds for all below it; CanNotDelete keeps role assignments from being deleted, ReadOnly
 * from being made and changed too. The answer's form is the one of Resource Manager's ScopeLocked errors.
 */
export function locked(state: AzureState, scope: string, operation: 'write' | 'delete'): Answer | undefined {
  const chain = new Set(chainOf(state, scope));
  const lock = state.locks.find((one) => chain.has(foldScope(one.scope)) && (operation === 'delete' || one.level === 'ReadOnly'));
  if (lock === undefined) return undefined;
  const what = `The scope '${tidyScope(scope)}' cannot perform ${operation} operation because following scope(s) are locked`;
  return refusal(409, 'ScopeLocked', `${what}: '${tidyScope(lock.scope)}'. Please remove the lock and try again.`);
}

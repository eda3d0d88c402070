import { type Answer, ok } from './answer.ts';
import { type ArmCall, asObject, objectOf, textAt } from './call.ts';
import { denyAssignmentShape } from './deny-assignment-shape.ts';
import { principalOf } from './directory.ts';
import { isGuid } from './guid.ts';
import { badFormat, badName } from './refusals.ts';
import { foldScope } from './scope.ts';
import type { AzureState, DenyAssignment, Permission } from './state.ts';

const EVERYONE = '00000000-0000-0000-0000-000000000000';

/** DenyAssignments_CreateOrUpdate of 2026-09-01: 201 for a new one, 200 for one that stands. */
export function putDeny(state: AzureState, call: ArmCall, name: string): Answer {
  if (!isGuid(name)) return badName(name);
  const wish = wishIn(call, name);
  const refused = wish === undefined ? badFormat('The deny assignment is not valid.') : refusedBy(state, wish);
  if (wish === undefined || refused !== undefined) return refused ?? badFormat('The deny assignment is not valid.');
  const there = state.denyAssignments.find((one) => isSame(one, wish));
  if (there?.isSystemProtected === true) return badFormat('A deny assignment of the system cannot be changed.');
  const made = { ...wish, written: { ...wish.written, ...(there?.written && bornAs(there.written)) } };
  state.denyAssignments = [...state.denyAssignments.filter((one) => one !== there), made];
  return { status: there === undefined ? 201 : 200, body: denyAssignmentShape(made, call) };
}

/** DenyAssignments_Delete of 2026-09-01: 200 with what was taken, 204 where nothing was there. */
export function deleteDeny(state: AzureState, call: ArmCall, name: string): Answer {
  const there = state.denyAssignments.find((one) => isSame(one, { name, scope: call.target.scope }));
  if (there === undefined) return { status: 204 };
  if (there.isSystemProtected) return badFormat('A deny assignment of the system cannot be deleted.');
  state.denyAssignments = state.denyAssignments.filter((one) => one !== there);
  return ok(denyAssignmentShape(there, call));
}

type Written = NonNullable<DenyAssignment['written']>;

function bornAs({ createdBy, createdOn }: Written): Pick<Written, 'createdBy' | 'createdOn'> {
  return { createdBy, createdOn };
}

function wishIn(call: ArmCall, name: string): (DenyAssignment & { readonly written: Written }) | undefined {
  const properties = asObject(objectOf(call.body)?.['properties']) ?? {};
  const { permissions, principals, excludePrincipals = [] } = properties;
  const label = textAt(properties, 'denyAssignmentName');
  const effect = properties['denyAssignmentEffect'] ?? 'enforced';
  if (effect !== 'enforced' && effect !== 'audit') return undefined;
  const who = call.caller.principalId;
  if (!Array.isArray(permissions) || !isPrincipals(principals) || !isPrincipals(excludePrincipals) || label === undefined) return undefined;
  return {
    name,
    scope: call.target.scope,
    denyAssignmentName: label,
    description: textAt(properties, 'description') ?? '',
    permissions: permissions.map((one) => ({ actions: [], notActions: [], dataActions: [], notDataActions: [], ...asObject(one) })),
    doNotApplyToChildScopes: properties['doNotApplyToChildScopes'] === true,
    principals,
    excludePrincipals,
    isSystemProtected: false,
    written: { effect, createdBy: who, createdOn: call.at, updatedBy: who, updatedOn: call.at },
  };
}

function isPrincipals(value: unknown): value is readonly { readonly id: string; readonly type: string }[] {
  return Array.isArray(value) && value.every((one) => typeof asObject(one)?.['id'] === 'string');
}

/** New-AzDenyAssignment: one user or service principal, or everyone but somebody; no groups, no reads, no data actions. */
function refusedBy(state: AzureState, { principals, excludePrincipals, permissions }: DenyAssignment): Answer | undefined {
  const [one, ...others] = principals;
  if (one === undefined || others.length > 0) return badFormat('A deny assignment has one principal.');
  if (one.id === EVERYONE && excludePrincipals.length === 0) return badFormat('One for everyone must leave somebody out.');
  if (one.id !== EVERYONE && principalOf(state, one.id)?.type === 'Group') return badFormat('A deny assignment cannot name a group.');
  return permissions.some(isRefused) ? badFormat('A deny assignment denies write, delete and action operations only.') : undefined;
}

function isRefused({ actions, dataActions }: Permission): boolean {
  return dataActions.length > 0 || actions.length === 0 || actions.some((action) => !/\/(?:write|delete|action)$/i.test(action));
}

function isSame(one: Pick<DenyAssignment, 'name' | 'scope'>, other: Pick<DenyAssignment, 'name' | 'scope'>): boolean {
  return one.name.toLowerCase() === other.name.toLowerCase() && foldScope(one.scope) === foldScope(other.scope);
}

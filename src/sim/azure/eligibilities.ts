import { type Answer, ok, refusal } from './answer.ts';
import type { ArmCall } from './call.ts';
import { forbidden } from './caller.ts';
import { runs } from './directory.ts';
import { moment } from './moment.ts';
import { pageOf } from './page.ts';
import { unlicensed } from './pim-refusals.ts';
import { missing } from './places.ts';
import { wantedBy } from './principal-filter.ts';
import { reach } from './reach.ts';
import { methodRefusal } from './refusals.ts';
import { roleIdFor } from './role-id.ts';
import { expanded, idOf } from './schedule-shape.ts';
import { foldScope } from './scope.ts';
import type { AzureState, Eligibility } from './state.ts';

/** Microsoft.Authorization/roleEligibilitySchedules 2020-10-01, to read: what may be activated now and later. */
export function eligibilitySchedules(state: AzureState, call: ArmCall): Answer {
  const all = (state.eligibilities ?? []).filter(({ end }) => end === null || call.at < end);
  return answered(state, call, 'roleEligibilitySchedules', all);
}

/** Microsoft.Authorization/roleEligibilityScheduleInstances 2020-10-01: what may be activated now. */
export function eligibilityInstances(state: AzureState, call: ArmCall): Answer {
  const all = (state.eligibilities ?? []).filter((one) => runs(one, call.at));
  return answered(state, call, 'roleEligibilityScheduleInstances', all);
}

function answered(state: AzureState, call: ArmCall, type: string, all: readonly Eligibility[]): Answer {
  const { scope, names } = call.target;
  if (call.method !== 'GET' || names.length > 1) return methodRefusal(call);
  const refused =
    forbidden(state, call.caller, `Microsoft.Authorization/${type}/read`, scope) ?? missing(state, scope) ?? unlicensed(state);
  if (refused !== undefined) return refused;
  const [name] = names;
  const shape = (one: Eligibility) => shapeOf(state, one, type, scope);
  if (name !== undefined) {
    const found = all.find((one) => one.name.toLowerCase() === name.toLowerCase() && foldScope(one.scope) === foldScope(scope));
    return found === undefined ? refusal(404, 'RoleEligibilityScheduleNotFound', `'${name}' is not found.`) : ok(shape(found));
  }
  const wanted = wantedBy(state, call, true);
  if ('status' in wanted) return wanted;
  const shown = reach(state, scope, wanted.atScope);
  const fits = (one: Eligibility) => shown(one.scope) && (wanted.principals?.has(one.principalId.toLowerCase()) ?? true);
  return pageOf(
    all.filter(fits).map((one) => ({ key: one.name, show: () => shape(one) })),
    call.url,
    state.manner,
  );
}

/** RoleEligibilitySchedule and RoleEligibilityScheduleInstance of the API description. */
function shapeOf(state: AzureState, one: Eligibility, type: string, queried: string): unknown {
  const asInstance = type === 'roleEligibilityScheduleInstances';
  const properties = {
    ...(asInstance
      ? { roleEligibilityScheduleId: idOf(one.scope, 'RoleEligibilitySchedules', one.name) }
      : { roleEligibilityScheduleRequestId: idOf(one.scope, 'RoleEligibilityScheduleRequests', one.request) }),
    scope: one.scope,
    roleDefinitionId: roleIdFor(state, queried, one.roleDefinition),
    principalId: one.principalId,
    principalType: one.principalType,
    status: 'Provisioned',
    startDateTime: moment(one.start),
    endDateTime: one.end === null ? null : moment(one.end),
    memberType: 'Direct',
    createdOn: moment(one.createdOn),
    ...(asInstance ? {} : { updatedOn: moment(one.createdOn) }),
    condition: one.condition,
    conditionVersion: one.conditionVersion,
    expandedProperties: expanded(state, one, queried),
  };
  const name = type.replace(/^r/, 'R');
  return { properties, name: one.name, id: idOf(one.scope, name, one.name), type: `Microsoft.Authorization/${name}` };
}

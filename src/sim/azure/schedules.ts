import { isMade, visible, visibleSchedules } from './assignments.ts';
import { type Answer, ok, refusal } from './answer.ts';
import type { ArmCall } from './call.ts';
import { forbidden } from './caller.ts';
import { runs } from './directory.ts';
import { type Item, pageOf } from './page.ts';
import { missing } from './places.ts';
import { wantedBy } from './principal-filter.ts';
import { reach } from './reach.ts';
import { unlicensed } from './pim-refusals.ts';
import { methodRefusal } from './refusals.ts';
import { instanceOf, scheduleOf, type Timed } from './schedule-shape.ts';
import { foldScope } from './scope.ts';
import type { AzureState, RoleAssignment, Schedule } from './state.ts';

/** Microsoft.Authorization/roleAssignmentSchedules 2020-10-01, to read: what runs now and what will. */
export function schedules(state: AzureState, call: ArmCall): Answer {
  const all = timed(state, call, state.manner.lag.schedules).filter(({ end }) => end === null || call.at < end);
  return answered(state, call, 'roleAssignmentSchedules', all, (one) => one.schedule, scheduleOf);
}

/** Microsoft.Authorization/roleAssignmentScheduleInstances 2020-10-01: what runs now. */
export function instances(state: AzureState, call: ArmCall): Answer {
  const all = timed(state, call, state.manner.lag.instances).filter((one) => runs(one, call.at));
  return answered(state, call, 'roleAssignmentScheduleInstances', all, (one) => one.assignment, instanceOf);
}

function answered(
  state: AzureState,
  call: ArmCall,
  type: string,
  all: readonly Timed[],
  nameOf: (one: Timed) => string,
  shapeOf: (state: AzureState, one: Timed, queried: string) => unknown,
): Answer {
  const { scope, names } = call.target;
  if (call.method !== 'GET' || names.length > 1) return methodRefusal(call);
  const refused =
    forbidden(state, call.caller, `Microsoft.Authorization/${type}/read`, scope) ?? missing(state, scope) ?? unlicensed(state);
  if (refused !== undefined) return refused;
  const [name] = names;
  if (name === undefined) return listed(state, call, all, (one) => ({ key: nameOf(one), show: () => shapeOf(state, one, scope) }));
  const found = all.find((one) => nameOf(one).toLowerCase() === name.toLowerCase() && foldScope(one.scope) === foldScope(scope));
  return found === undefined ? refusal(404, 'RoleAssignmentScheduleNotFound', `'${name}' is not found.`) : ok(shapeOf(state, found, scope));
}

/** RoleAssignmentSchedules_ListForScope: the filters of role assignments, and `asTarget()` for the caller. */
function listed(state: AzureState, call: ArmCall, all: readonly Timed[], item: (one: Timed) => Item): Answer {
  const wanted = wantedBy(state, call, true);
  if ('status' in wanted) return wanted;
  const shown = reach(state, call.target.scope, wanted.atScope);
  const found = all.filter((one) => shown(one.scope) && (wanted.principals?.has(one.principalId.toLowerCase()) ?? true));
  return pageOf(found.map(item), call.url, state.manner);
}

/** Microsoft Entra PIM APIs: plain assignments are listed beside those of PIM, as assigned and without an end. */
function timed(state: AzureState, call: ArmCall, lag = 0): readonly Timed[] {
  const known = visibleSchedules(state, call.at, lag).filter((one) => isMade(one, call.at));
  const byPim = new Set([...state.schedules, ...known].map(({ assignment }) => assignment.toLowerCase()));
  const plain = visible(state, call.at, lag).filter(({ name }) => !byPim.has(name.toLowerCase()));
  return [...known.map(ofPim), ...plain.map(ofPlain)];
}

function ofPim(schedule: Schedule): Timed {
  return { ...schedule, schedule: schedule.name };
}

function ofPlain(assignment: RoleAssignment): Timed {
  const { name, createdOn } = assignment;
  return {
    ...assignment,
    assignment: name,
    schedule: name,
    request: null,
    assignmentType: 'Assigned',
    eligibility: null,
    start: createdOn,
    end: null,
  };
}

import { type Instant, later } from '../../domain/instant.ts';
import { runs } from './directory.ts';
import type { AzureState, RoleAssignment, Schedule } from './state.ts';

const HOUR = 3600_000;

/** Every role assignment that stands at a moment, those that PIM makes of its running schedules among them. */
export function standing(state: AzureState, at: Instant): readonly RoleAssignment[] {
  return [...state.roleAssignments, ...state.schedules.filter((one) => runs(one, at) && isMade(one, at)).map(madeByPim)];
}

/** Whether PIM is done with making it. */
export function isMade({ shownFrom }: Schedule, at: Instant): boolean {
  return shownFrom === undefined || shownFrom <= at;
}

/** What a reader sees that lags by `lag` milliseconds: writes since then are not there, deleted ones still are. */
export function visible(state: AzureState, at: Instant, lag: number): readonly RoleAssignment[] {
  const unseen = state.journal.filter((entry) => entry.at > later(at, -lag));
  if (unseen.length === 0) return standing(state, at);
  const seen = new Map(standing(state, at).map((one) => [one.name.toLowerCase(), one]));
  for (const entry of unseen.toReversed()) {
    if (entry.before === null) seen.delete(entry.name);
    else seen.set(entry.name, entry.before);
  }
  return [...seen.values()];
}

/** The same of PIM's schedules. */
export function visibleSchedules(state: AzureState, at: Instant, lag: number): readonly Schedule[] {
  const seen = new Map(state.schedules.map((one) => [one.assignment.toLowerCase(), one]));
  for (const { name, schedule = null } of state.journal.filter((entry) => entry.at > later(at, -lag)).toReversed()) {
    if (schedule === null) seen.delete(name);
    else seen.set(name, schedule);
  }
  return [...seen.values()];
}

export function named(assignments: readonly RoleAssignment[], name: string): RoleAssignment | undefined {
  return assignments.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

/** Puts an assignment in the place of the one with its name, or adds it; one that PIM made keeps its end. */
export function keep(state: AzureState, assignment: RoleAssignment, at: Instant): void {
  remember(state, assignment.name, at);
  const { description, condition, conditionVersion } = assignment;
  if (state.schedules.some((one) => makes(one, assignment.name))) {
    state.schedules = state.schedules.map((one) =>
      makes(one, assignment.name) ? { ...one, description, condition, conditionVersion } : one,
    );
  } else state.roleAssignments = [...without(state, assignment.name), assignment];
}

/** Takes an assignment away; one that PIM made takes its schedule with it. */
export function drop(state: AzureState, name: string, at: Instant): void {
  remember(state, name, at);
  state.roleAssignments = without(state, name);
  state.schedules = state.schedules.filter((one) => !makes(one, name));
}

/** Puts a schedule of PIM in the place of another, or adds it: the assignment that it makes comes and changes with it. */
export function keepSchedule(state: AzureState, schedule: Schedule, at: Instant): void {
  remember(state, schedule.assignment, at);
  state.schedules = [...state.schedules.filter((one) => !makes(one, schedule.assignment)), schedule];
}

function makes(schedule: Schedule, name: string): boolean {
  return schedule.assignment.toLowerCase() === name.toLowerCase();
}

function without(state: AzureState, name: string): RoleAssignment[] {
  return state.roleAssignments.filter((one) => one.name.toLowerCase() !== name.toLowerCase());
}

function remember(state: AzureState, name: string, at: Instant): void {
  const recent = state.journal.filter((entry) => entry.at > at - HOUR);
  const before = named(standing(state, at), name) ?? null;
  const schedule = state.schedules.find((one) => makes(one, name)) ?? null;
  state.journal = [...recent, { at, name: name.toLowerCase(), before, schedule }];
}

/** Microsoft Entra PIM APIs: an active schedule instance has one role assignment, named by its originRoleAssignmentId. */
function madeByPim(schedule: Schedule): RoleAssignment {
  return {
    name: schedule.assignment,
    scope: schedule.scope,
    roleDefinition: schedule.roleDefinition,
    principalId: schedule.principalId,
    principalType: schedule.principalType,
    description: schedule.description,
    condition: schedule.condition,
    conditionVersion: schedule.conditionVersion,
    delegatedManagedIdentityResourceId: null,
    createdOn: schedule.start,
    updatedOn: schedule.start,
    createdBy: schedule.principalId,
    updatedBy: schedule.principalId,
  };
}

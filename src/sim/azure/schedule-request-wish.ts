import { type Instant, later } from '../../domain/instant.ts';
import type { Answer } from './answer.ts';
import { type ArmCall, asObject, objectOf, textAt } from './call.ts';
import { principalOf } from './directory.ts';
import { isGuid } from './guid.ts';
import { badFormat, badPrincipalId, roleNotFound } from './refusals.ts';
import { roleGuidOf } from './role-id.ts';
import { assignable } from './role-scope.ts';
import type { AzureState, ScheduleRequest } from './state.ts';

const TYPES: readonly string[] = ['AdminAssign', 'AdminUpdate', 'AdminRemove'] satisfies readonly ScheduleRequest['requestType'][];

/** RoleAssignmentScheduleRequestProperties of the API description: the requests of an administrator. Those of users are not taken here. */
export function readRequest(state: AzureState, call: ArmCall, name: string): ScheduleRequest | Answer {
  const properties = asObject(objectOf(call.body)?.['properties']) ?? {};
  const requestType = textAt(properties, 'requestType') ?? '';
  const principalId = textAt(properties, 'principalId') ?? '';
  const roleDefinition = roleGuidOf(textAt(properties, 'roleDefinitionId') ?? '');
  if (!isType(requestType)) return badFormat(`The request type '${requestType}' is not supported.`);
  if (roleDefinition === undefined) return badFormat('A valid role definition ID must be provided.');
  if (!isGuid(principalId)) return badPrincipalId(principalId);
  if (!assignable(state, roleDefinition, call.target.scope)) return roleNotFound(400, roleDefinition);
  const span = spanOf(asObject(properties['scheduleInfo']) ?? {}, call.at);
  if (span === undefined) return badFormat('The schedule of the request is not valid.');
  const ticket = asObject(properties['ticketInfo']) ?? {};
  return {
    name,
    scope: call.target.scope,
    requestType,
    status: requestType === 'AdminRemove' ? 'Revoked' : 'Provisioned',
    roleDefinition,
    principalId,
    principalType: principalOf(state, principalId)?.type ?? 'User',
    ...span,
    condition: textAt(properties, 'condition') ?? null,
    conditionVersion: textAt(properties, 'conditionVersion') ?? null,
    justification: textAt(properties, 'justification') ?? null,
    ticketNumber: textAt(ticket, 'ticketNumber') ?? null,
    ticketSystem: textAt(ticket, 'ticketSystem') ?? null,
    requestorId: call.caller.principalId,
    createdOn: call.at,
    schedule: null,
  };
}

function isType(text: string): text is ScheduleRequest['requestType'] {
  return TYPES.includes(text);
}

type Span = Pick<ScheduleRequest, 'start' | 'end' | 'duration'>;

/** A start that is past is now. */
function spanOf(info: Readonly<Record<string, unknown>>, at: Instant): Span | undefined {
  const start = Math.max(at, instantOf(textAt(info, 'startDateTime')) ?? at) as Instant;
  const expiration = asObject(info['expiration']) ?? {};
  const type = textAt(expiration, 'type') ?? 'NoExpiration';
  if (type === 'NoExpiration') return { start, end: null, duration: null };
  if (type === 'AfterDateTime') {
    const end = instantOf(textAt(expiration, 'endDateTime'));
    return end === undefined ? undefined : { start, end, duration: null };
  }
  const duration = textAt(expiration, 'duration') ?? '';
  const length = lengthOf(duration);
  return length === undefined ? undefined : { start, end: later(start, length), duration };
}

function instantOf(text: string | undefined): Instant | undefined {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? undefined : (ms as Instant);
}

/** ISO 8601 durations of days, hours and minutes, in milliseconds. */
function lengthOf(text: string): number | undefined {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
  if (parts === null) return undefined;
  const [, days = '0', hours = '0', minutes = '0'] = parts;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
}

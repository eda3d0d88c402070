import type { Instant } from '../../domain/instant.ts';
import type { Asked } from '../faults.ts';
import { type Answer, refusal } from './answer.ts';
import { type ArmCall, type Target, targetOf } from './call.ts';
import { signedIn, unauthorized } from './caller.ts';
import { denyAssignments } from './deny-assignments.ts';
import { eligibilityInstances, eligibilitySchedules } from './eligibilities.ts';
import { eligibilityRequests } from './eligibility-requests.ts';
import { entities } from './entities.ts';
import { guidOf } from './guid.ts';
import { locks } from './locks.ts';
import { managementGroups } from './management-groups.ts';
import { resources } from './resource-graph/resources.ts';
import { resourceGroups } from './resource-groups.ts';
import { roleAssignments } from './role-assignments.ts';
import { roleDefinitions } from './role-definitions.ts';
import { rolePolicies } from './role-policies.ts';
import { scheduleRequests } from './schedule-requests.ts';
import { instances, schedules } from './schedules.ts';
import { subscriptionOf } from './scope.ts';
import type { AzureState } from './state.ts';
import { subscriptions } from './subscriptions.ts';
import { tenants } from './tenants.ts';
import { type Allowance, draw, type Operation, operationOf } from './throttle.ts';
import { versionRefusal } from './versions.ts';

export const ARM_HOST = 'management.azure.com';

type Handler = (state: AzureState, call: ArmCall) => Answer;

const ROUTES = new Map<string, Handler>([
  ['microsoft.authorization/roleassignments', roleAssignments],
  ['microsoft.authorization/roledefinitions', roleDefinitions],
  ['microsoft.authorization/denyassignments', denyAssignments],
  ['microsoft.authorization/locks', locks],
  ['microsoft.authorization/roleassignmentschedules', schedules],
  ['microsoft.authorization/roleassignmentscheduleinstances', instances],
  ['microsoft.authorization/roleassignmentschedulerequests', scheduleRequests],
  ['microsoft.authorization/roleeligibilityschedules', eligibilitySchedules],
  ['microsoft.authorization/roleeligibilityscheduleinstances', eligibilityInstances],
  ['microsoft.authorization/roleeligibilityschedulerequests', eligibilityRequests],
  ['microsoft.authorization/rolemanagementpolicyassignments', rolePolicies],
  ['microsoft.management/managementgroups', managementGroups],
  ['microsoft.management/getentities', entities],
  ['microsoft.resourcegraph/resources', resources],
  ['/subscriptions', subscriptions],
  ['/resourcegroups', resourceGroups],
  ['/tenants', tenants],
]);

/** Azure Resource Manager: who calls, how often, in which version, and then the resource type that is meant. */
export function resourceManager(state: AzureState, asked: Asked, at: Instant): Answer {
  const who = signedIn(state, asked, `https://${ARM_HOST}`, at);
  if (!who.ok) return withIds(state, asked, unauthorized(state, who));
  const target = targetOf(asked.url.pathname);
  const call = { method: asked.method, url: asked.url, target, body: asked.body, caller: who.caller, at };
  const subscription = subscriptionOf(target.path);
  const within = subscription ?? 'tenant';
  const operation = operationOf(asked.method, target.namespace);
  const allowance = draw(state, { principalId: who.caller.principalId, within, operation }, at);
  const answer = allowance.ok
    ? (versionRefusal(asked.url, target) ?? routed(state, call))
    : throttled(call, within, operation, allowance.retryAfter);
  return withIds(state, asked, { ...answer, headers: { ...remaining(operation, subscription, allowance), ...answer.headers } });
}

function routed(state: AzureState, call: ArmCall): Answer {
  const handler = ROUTES.get(`${call.target.namespace}/${call.target.type}`);
  return handler === undefined ? unknownType(call.target) : handler(state, call);
}

function unknownType(target: Target): Answer {
  const what = `The resource type '${target.type}' could not be found in the namespace '${target.namespace}'.`;
  return refusal(404, 'InvalidResourceType', what);
}

/** Azure resource manager: request limits and throttling. 429 with Retry-After in seconds; faults can send one without. */
function throttled(call: ArmCall, within: string, operation: Operation, seconds: number): Answer {
  const what = `Number of '${operation.replace(/s$/, '')}' requests for subscription '${within}' actor '${call.caller.principalId}' exceeded.`;
  const headers = { 'retry-after': String(seconds) };
  return refusal(429, 'SubscriptionRequestsThrottled', `${what} Please try again after '${seconds}' seconds.`, headers);
}

function remaining(operation: Operation, subscription: string | undefined, allowance: Allowance): Record<string, string> {
  const level = subscription === undefined ? 'tenant' : 'subscription';
  return { [`x-ms-ratelimit-remaining-${level}-${operation}`]: String(allowance.ok ? allowance.left : 0) };
}

/** Azure Resource Manager's common headers; a client's own correlation id comes back. */
function withIds(state: AzureState, asked: Asked, answer: Answer): Answer {
  state.serial += 1;
  const id = guidOf('request', state.serial);
  const correlation = asked.headers.get('x-ms-correlation-request-id') ?? id;
  return {
    ...answer,
    headers: {
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'x-ms-request-id': id,
      'x-ms-correlation-request-id': correlation,
      'x-ms-routing-request-id': `WESTEUROPE:${id}`,
      ...answer.headers,
    },
  };
}

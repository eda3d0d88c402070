import { type Answer } from '../answer.ts';
import type { ArmCall } from '../call.ts';
import { guidOf } from '../guid.ts';
import { moment } from '../moment.ts';
import type { AzureState } from '../state.ts';
import type { Detail } from './query-error.ts';

/** The error form of Microsoft.ResourceGraph 2022-10-01, ErrorResponse: what is wrong stands in `details` (Azure/azure-cli-extensions issue 3325). */
function refused(state: AzureState, call: ArmCall, status: number, code: string, details: readonly Detail[]): Answer {
  const correlation = guidOf('correlation', state.serial);
  const message = `Please provide below info when asking for support: timestamp = ${moment(call.at)}, correlationId = ${correlation}.`;
  return { status, body: { error: { code, message, details } } };
}

export function badQuery(state: AzureState, call: ArmCall, details: readonly Detail[]): Answer {
  return refused(state, call, 400, 'BadRequest', details);
}

/** As quoted in Azure/azure-sdk-for-java issue 29924. */
export function accessDenied(state: AzureState, call: ArmCall): Answer {
  const message = 'Access is denied to the requested resource. The user might not have enough permission.';
  return refused(state, call, 403, 'AccessDenied', [{ code: 'AccessDenied', message }]);
}

/** As quoted in Azure/azure-cli-extensions issue 3325: without Retry-After. */
export function rateLimited(state: AzureState, call: ArmCall): Answer {
  const what = 'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed.';
  const message = `${what} Please see https://aka.ms/resourcegraph-throttling for help.`;
  return refused(state, call, 429, 'RateLimiting', [{ code: 'RateLimiting', message }]);
}

/** Codes as public clients match them. */
export function noSubscription(given: readonly string[]): Detail {
  const message = `There must be at least one subscription that is eligible to contain resources. Given: '${given.join(',')}'.`;
  return { code: 'NoValidSubscriptionsInQueryRequest', message };
}

export function badGuids(given: readonly string[]): Detail {
  return { code: 'SubscriptionsContainInvalidGuids', message: `The following subscriptions are no GUIDs: '${given.join(',')}'.` };
}

export function badRequest(message: string): Detail {
  return { code: 'InvalidRequest', message };
}

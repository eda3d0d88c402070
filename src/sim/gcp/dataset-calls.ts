import { preconditionFailed } from './buckets.ts';
import { type GcpCall, integer, isJson, type Json, query, type Reply } from './call.ts';
import { denied, may } from './caller.ts';
import { accessOf, bindingsOfAccess, viewsIn } from './datasets.ts';
import { sameEtag } from './etag.ts';
import { type GoogleError, invalid } from './google-error.ts';
import { policyOf, visiblePolicy } from './lag.ts';
import { allowed } from './policy-calls.ts';
import { writtenPolicy } from './policy-write.ts';
import { idOf, type ResourceName } from './resources.ts';
import type { GcpPolicy } from './state.ts';

/** datasets.get: the access list is shown with its conditions to whoever asks for version 3, and masked below it. */
export function getDataset(call: GcpCall): Reply {
  return permitted(call, ['getIamPolicy', 'get'], (name) => {
    const version = versionOf(call);
    if (version === undefined) return { error: invalid('Invalid access policy version. Valid values are 0, 1, and 3.') };
    return { value: shown(call, name, visiblePolicy(call.state, 'reads', name), version) };
  });
}

/** datasets.patch: `access` in the body takes the place of the whole list; If-Match names the etag that must still stand. */
export function patchDataset(call: GcpCall): Reply {
  return permitted(call, ['setIamPolicy', 'update'], (name) => {
    const stored = policyOf(call.state, name);
    const wanted = call.asked.headers.get('if-match');
    if (wanted !== null && !sameEtag(wanted, stored.etag)) return { error: preconditionFailed('Precondition check failed.') };
    const error = call.body['access'] === undefined ? undefined : replaced(call, name, call.body['access'], stored);
    return error === undefined ? { value: shown(call, name, policyOf(call.state, name), 3) } : { error };
  });
}

function permitted(call: GcpCall, [first, second]: readonly [string, string], answer: (name: ResourceName) => Reply): Reply {
  return allowed(call, first, (name) => {
    const permission = `bigquery.datasets.${second}`;
    return may(call, permission, name) ? answer(name) : { error: denied(call, permission, name) };
  });
}

function replaced(call: GcpCall, name: ResourceName, access: unknown, stored: GcpPolicy): GoogleError | undefined {
  if (!Array.isArray(access) || !access.every(isJson)) return invalid("Invalid value at 'access'");
  const bindings = bindingsOfAccess(access, idOf(name));
  if (versionOf(call) !== 3 && changesConditions(stored, bindings)) {
    return invalid('Updating conditional access policy bindings requires access policy version 3.');
  }
  const sent = { policy: { version: 3, etag: stored.etag, bindings }, mask: ['bindings', 'etag'] };
  const error = writtenPolicy(call.state, name, sent, call.now);
  if (error === undefined) Object.assign(call.state.things ?? {}, { [name]: { ...call.state.things?.[name], views: viewsIn(access) } });
  return error;
}

/** What has a condition may only come, go or change in version 3. */
function changesConditions(stored: GcpPolicy, next: GcpPolicy['bindings']): boolean {
  const conditional = (bindings: GcpPolicy['bindings']): string =>
    JSON.stringify(bindings.filter(({ condition }) => condition !== undefined));
  return conditional(stored.bindings) !== conditional(next);
}

function versionOf(call: GcpCall): number | undefined {
  const version = integer(query(call, 'accessPolicyVersion') ?? 0);
  return version === 0 || version === 1 || version === 3 ? version : undefined;
}

function shown(call: GcpCall, name: ResourceName, policy: GcpPolicy, version: number): Json {
  const [, projectId, , datasetId] = name.split('/');
  return {
    kind: 'bigquery#dataset',
    etag: policy.etag,
    id: `${projectId}:${datasetId}`,
    datasetReference: { datasetId, projectId },
    location: 'EU',
    access: [...accessOf(policy.bindings, version), ...(call.state.things?.[name]?.views ?? [])],
  };
}

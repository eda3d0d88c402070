import { query, type Target } from './call.ts';
import { type Answer, refusal } from './answer.ts';

/**
 * The api-versions that each resource type is answered in, oldest first. Source: the version folders of
 * Azure/azure-rest-api-specs that hold its description, and the versions that Azure CLI's recordings use.
 */
const AUTHORIZATION = new Map<string, readonly string[]>([
  ['roleassignments', ['2020-04-01-preview', '2022-04-01', '2026-08-01']],
  ['roledefinitions', ['2018-01-01-preview', '2022-04-01', '2022-05-01-preview']],
  ['denyassignments', ['2018-07-01-preview', '2022-04-01', '2026-09-01']],
  ['roleassignmentschedules', ['2020-10-01']],
  ['roleassignmentscheduleinstances', ['2020-10-01']],
  ['roleassignmentschedulerequests', ['2020-10-01']],
  ['roleeligibilityschedules', ['2020-10-01']],
  ['roleeligibilityscheduleinstances', ['2020-10-01']],
  ['roleeligibilityschedulerequests', ['2020-10-01']],
  ['rolemanagementpolicyassignments', ['2020-10-01']],
  ['locks', ['2016-09-01', '2017-04-01', '2020-05-01']],
]);

const MANAGEMENT = ['2020-02-01', '2020-05-01', '2021-04-01', '2023-04-01'];
const RESOURCE_GRAPH = ['2021-03-01', '2022-10-01', '2024-04-01'];
const RESOURCES = ['2016-06-01', '2019-06-01', '2020-01-01', '2021-04-01', '2022-09-01', '2022-12-01', '2024-03-01'];

/**
 * Refuses a call without an api-version, or with one that its type does not know. Texts as quoted in Azure CLI issue 23963
 * and in public recordings of Azure Resource Manager; a type that nobody knows is refused by its route.
 */
export function versionRefusal(url: URL, target: Target): Answer | undefined {
  const version = query(url, 'api-version');
  if (version === undefined || version === '') {
    return refusal(400, 'MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.');
  }
  const known = versionsOf(target);
  if (known === undefined || known.includes(version.toLowerCase())) return undefined;
  return target.namespace === '' ? invalidVersion(version, known) : unknownType(target, version, known);
}

function versionsOf(target: Target): readonly string[] | undefined {
  if (target.namespace === 'microsoft.authorization') return AUTHORIZATION.get(target.type);
  if (target.namespace === 'microsoft.resourcegraph') return RESOURCE_GRAPH;
  return target.namespace === 'microsoft.management' ? MANAGEMENT : target.namespace === '' ? RESOURCES : undefined;
}

function unknownType(target: Target, version: string, known: readonly string[]): Answer {
  const what = `The resource type '${target.type}' could not be found in the namespace '${target.namespace}'`;
  return refusal(400, 'InvalidResourceType', `${what} for api version '${version}'. The supported api-versions are '${known.join(',')}'.`);
}

function invalidVersion(version: string, known: readonly string[]): Answer {
  return refusal(
    400,
    'InvalidApiVersionParameter',
    `The api-version '${version}' is invalid. The supported versions are '${known.join(',')}'.`,
  );
}

/** Whether the call asks for `since` or something newer; previews count as their day. */
export function atLeast(url: URL, since: string): boolean {
  return (query(url, 'api-version') ?? '') >= since;
}

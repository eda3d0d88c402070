import { isJson, type Json } from './call.ts';
import { type GoogleError, invalid } from './google-error.ts';
import type { GcpDenyRule } from './state.ts';

/** Google IAM: "Quotas and limits", deny policies; google.iam.v2 Policy and PolicyRule. */
const MOST_RULES = 500;
const MOST_PRINCIPALS = 2500;
const LONGEST = { displayName: 63, key: 63, value: 255, description: 256 };

const PRINCIPAL =
  /^(?:deleted:)?(?:principal:\/\/goog\/subject\/[^@\s]+@[^@\s]+|principalSet:\/\/goog\/(?:public:all|group\/[^@\s]+@[^@\s]+|cloudIdentityCustomerId\/\w+)|principal(?:Set)?:\/\/(?:iam|cloudresourcemanager)\.googleapis\.com\/\S+)$/;
const PERMISSION = /^[a-z0-9-]+\.googleapis\.com\/(?:\*|[A-Za-z0-9]+)\.(?:\*|[A-Za-z0-9]+)$/;

/**
 * Permissions that deny policies do not take, as far as they are published or were seen refused (Google IAM: "Permissions supported in
 * deny policies": of Kubernetes Engine only clusters and operations, of these services no group of all).
 */
const UNSUPPORTED: readonly RegExp[] = [
  /^container\.googleapis\.com\/(?!(?:clusters|operations)\.)/,
  /^(?:storage|compute|artifactregistry)\.googleapis\.com\/\*/,
  /^runtimeconfig\.googleapis\.com\//,
];

/** What is wrong with the content of a deny policy. */
export function denyProblem(policy: Json): GoogleError | undefined {
  const { displayName = '', annotations = {}, rules = [] } = policy;
  if (typeof displayName !== 'string' || displayName.length > LONGEST.displayName) return invalid('The display name is too long.');
  if (!isJson(annotations) || Object.entries(annotations).some(tooLong)) return invalid('The annotations are not valid.');
  if (!Array.isArray(rules) || !rules.every(isJson)) return invalid('The rules are not valid.');
  return limitProblem(rules) ?? rules.map(ruleProblem).find((one) => one !== undefined);
}

function tooLong([key, value]: readonly [string, unknown]): boolean {
  return typeof value !== 'string' || key.length > LONGEST.key || value.length > LONGEST.value;
}

function limitProblem(rules: readonly GcpDenyRule[]): GoogleError | undefined {
  if (rules.length > MOST_RULES) return invalid(`The policy has ${rules.length} rules, more than the maximum of ${MOST_RULES}.`);
  const principals = rules.flatMap(({ denyRule = {} }) => [
    ...(denyRule.deniedPrincipals ?? []),
    ...(denyRule.exceptionPrincipals ?? []),
  ]).length;
  if (principals <= MOST_PRINCIPALS) return undefined;
  return invalid(`The policy has ${principals} principals, more than the maximum of ${MOST_PRINCIPALS}.`);
}

function ruleProblem({ description = '', denyRule }: GcpDenyRule): GoogleError | undefined {
  if (description.length > LONGEST.description) return invalid('The description of a rule is too long.');
  const { deniedPrincipals = [], exceptionPrincipals = [], deniedPermissions = [], exceptionPermissions = [] } = denyRule ?? {};
  if (deniedPrincipals.length === 0 || deniedPermissions.length === 0) return invalid('A deny rule names principals and permissions.');
  const stranger = [...deniedPrincipals, ...exceptionPrincipals].find((one) => !PRINCIPAL.test(one));
  if (stranger !== undefined) return invalid(`The principal ${stranger} is not valid in a deny policy.`);
  if (exceptionPrincipals.includes('principalSet://goog/public:all')) return invalid('All users cannot be an exception.');
  const permissions = [...deniedPermissions, ...exceptionPermissions];
  const wrong = permissions.find((one) => !PERMISSION.test(one) || UNSUPPORTED.some((form) => form.test(one)));
  return wrong === undefined ? undefined : invalid(`Permission ${wrong} is not supported in deny policies.`);
}

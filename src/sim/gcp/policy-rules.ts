import { bucketProblem, isBucket, preconditionFailed } from './buckets.ts';
import { integer } from './call.ts';
import { conditionProblem, lint } from './condition.ts';
import { isBase64, sameEtag } from './etag.ts';
import { type GoogleError, invalid, invalidArgument } from './google-error.ts';
import { limitProblem } from './limits.ts';
import { memberProblem } from './member-rules.ts';
import { isPublic } from './members.ts';
import { collectionOf, isNode } from './resources.ts';
import { roleProblem } from './roles.ts';
import type { Write } from './write.ts';

type Rule = (write: Write) => GoogleError | undefined;

/** One refusal for each rule that setIamPolicy has, in the order in which they are tried. */
export const POLICY_RULES: readonly Rule[] = [
  versionIsValid,
  etagMatches,
  versionIsNotBelowTheStored,
  conditionsNeedVersion3,
  projectsKeepABinding,
  bindingsHaveMembers,
  rolesAreGrantable,
  memberProblem,
  conditionsAreAllowed,
  conditionsAreSound,
  bucketTakesConditions,
  limitProblem,
];

function versionOf(write: Write): number | undefined {
  return integer(write.sent['version'] ?? 0);
}

/** Valid values are 0, 1 and 3 (google.iam.v1 Policy.version). */
function versionIsValid(write: Write): GoogleError | undefined {
  const version = versionOf(write);
  if (version === 0 || version === 1 || version === 3) return undefined;
  return invalid(`Invalid policy version (${JSON.stringify(write.sent['version'])}). Valid values are 0, 1, and 3.`);
}

/** Without an etag the write is blind and always goes through (google.iam.v1 Policy.etag). */
function etagMatches({ name, sent, stored }: Write): GoogleError | undefined {
  const etag = sent['etag'] ?? '';
  if (etag === '') return undefined;
  if (typeof etag !== 'string' || !isBase64(etag)) {
    return invalid(`Invalid value at 'policy.etag' (TYPE_BYTES), Base64 decoding failed for ${JSON.stringify(etag)}`);
  }
  if (sameEtag(etag, stored.etag)) return undefined;
  return isBucket(name)
    ? preconditionFailed('At least one of the pre-conditions you specified did not hold.')
    : conflict(etag, stored.etag);
}

/** The words of terraform-provider-google issue 12512. */
function conflict(sent: string, stored: string): GoogleError {
  return {
    code: 409,
    status: 'ABORTED',
    message:
      'There were concurrent policy changes. Please retry the whole read-modify-write with exponential backoff. ' +
      `The request's ETag '${sent}' did not match the current policy's ETag '${stored}'.`,
    reason: 'aborted',
  };
}

/** Any write to a policy that has conditions must say version 3, unless it is blind (google.iam.v1 Policy.version; the words: vault-plugin-secrets-gcp issue 88). */
function versionIsNotBelowTheStored(write: Write): GoogleError | undefined {
  const version = versionOf(write) ?? 0;
  const conditional = write.stored.bindings.some((binding) => binding.condition !== undefined);
  if (!conditional || version === 3 || (write.sent['etag'] ?? '') === '') return undefined;
  const help = 'For more information, please refer to https://cloud.google.com/iam/docs/policies#versions.';
  return invalid(`Specified policy version (${version}) cannot be less than the existing policy version (3). ${help}`);
}

/** Adding a condition needs version 3 (google.iam.v1 Policy.version). */
function conditionsNeedVersion3(write: Write): GoogleError | undefined {
  if (versionOf(write) === 3 || write.next.bindings.every((binding) => binding.condition === undefined)) return undefined;
  return invalid('The policy has conditional role bindings and must specify version 3.');
}

/** Projects may refuse an empty policy (google.iam.v1 SetIamPolicyRequest.policy). */
function projectsKeepABinding({ name, next }: Write): GoogleError | undefined {
  const project = collectionOf(name) === 'projects' && isNode(name);
  return project && next.bindings.length === 0 ? invalidArgument() : undefined;
}

/** Each binding must contain at least one principal (google.iam.v1 Policy.bindings). */
function bindingsHaveMembers({ next }: Write): GoogleError | undefined {
  return next.bindings.some((binding) => binding.members.length === 0) ? invalidArgument() : undefined;
}

function rolesAreGrantable({ state, name, next }: Write): GoogleError | undefined {
  const roles = new Set(next.bindings.map(({ role }) => role));
  const problem = [...roles].map((role) => roleProblem(state, role, name)).find((one) => one !== undefined);
  return problem === undefined ? undefined : invalid(problem);
}

function bucketTakesConditions({ state, name, next }: Write): GoogleError | undefined {
  return isBucket(name) ? bucketProblem(state, name, next) : undefined;
}

const BASIC_ROLES = new Set(['roles/owner', 'roles/editor', 'roles/viewer']);

/** No conditions with the legacy basic roles and with everybody (Google IAM: manage conditional role bindings). */
function conditionsAreAllowed({ next }: Write): GoogleError | undefined {
  const conditional = next.bindings.filter((binding) => binding.condition !== undefined);
  if (conditional.some((binding) => BASIC_ROLES.has(binding.role))) {
    return invalid(lint('BindingRoleAllowConditionCheck', "Conditions can't be set on primitive roles"));
  }
  if (!conditional.some((binding) => binding.members.some(isPublic))) return undefined;
  return invalid(lint('BindingMemberAllowConditionCheck', "Conditions can't be set for allUsers or allAuthenticatedUsers"));
}

/** Those that stand already were found sound when they came. */
function conditionsAreSound({ stored, next }: Write): GoogleError | undefined {
  const known = new Set(stored.bindings.map(({ condition }) => condition && JSON.stringify(condition)));
  const fresh = next.bindings.flatMap(({ condition }) => (condition && !known.has(JSON.stringify(condition)) ? [condition] : []));
  const problem = fresh.map(conditionProblem).find((one) => one !== undefined);
  return problem === undefined ? undefined : invalid(problem);
}

import { bucketPolicy, isBucket, noBucket, withoutStorageWords } from './buckets.ts';
import type { GcpCall, Json, Reply } from './call.ts';
import { integer, isJson, query } from './call.ts';
import { denied, may, permissionFor, rightsOn } from './caller.ts';
import { invalid, invalidArgument } from './google-error.ts';
import { policyOf, visiblePolicy } from './lag.ts';
import { lineage, resourceNamed, type ResourceName } from './resources.ts';
import { accountNamed } from './account-name.ts';
import type { GcpBinding } from './state.ts';
import { bucketNamed, folderNamed, thingNamed, thingOf } from './things.ts';
import { shownPolicy } from './policy-view.ts';
import { writtenPolicy } from './policy-write.ts';

/** The resource that a call is about, or what it is called there for the refusal. */
function target(call: GcpCall): { readonly name?: ResourceName; readonly said: string } {
  const { collection = '', id = '', account, thing, bucket, folder } = call.path;
  if (folder !== undefined)
    return named(folderNamed(call.state, bucket ?? '', folder), `projects/_/buckets/${bucket}/managedFolders/${folder}`);
  if (bucket !== undefined) return named(bucketNamed(call.state, bucket), `projects/_/buckets/${bucket}`);
  if (thing !== undefined) return named(thingNamed(call.state, thing), thing);
  const name = account === undefined ? resourceNamed(call.state, collection, id) : accountNamed(call.state, id, account)?.name;
  const said = account === undefined ? `${collection}/${id}` : `projects/${id}/serviceAccounts/${account}`;
  return named(name, said);
}

function named(name: ResourceName | undefined, said: string): { readonly name?: ResourceName; readonly said: string } {
  return name === undefined ? { said } : { name, said };
}

/** Runs `answer` on the resource if the caller has the permission for it; a resource that is not there looks like one that is not for the caller. */
export function allowed(call: GcpCall, verb: string, answer: (name: ResourceName) => Reply): Reply {
  const { name, said } = target(call);
  if (name === undefined && call.path['bucket'] !== undefined) return { error: noBucket() };
  const permission = permissionFor(name ?? said, verb);
  return name !== undefined && may(call, permission, name) ? answer(name) : { error: denied(call, permission, said) };
}

/** getIamPolicy: version 1 unless version 3 is asked for and there are conditions (google.iam.v1 GetPolicyOptions). */
export function getPolicy(call: GcpCall): Reply {
  return allowed(call, 'getIamPolicy', (name) => {
    const options = isJson(call.body['options']) ? call.body['options'] : {};
    const place = thingOf(name)?.version;
    const asked =
      place === undefined
        ? (options['requestedPolicyVersion'] ?? query(call, 'options.requestedPolicyVersion') ?? 0)
        : ((place === 'body' ? options['requestedPolicyVersion'] : query(call, place)) ?? 0);
    const version = integer(asked);
    if (version !== 0 && version !== 1 && version !== 3) {
      return { error: invalid(`Invalid requested policy version (${JSON.stringify(asked)}). Valid values are 0, 1, and 3.`) };
    }
    const policy = visiblePolicy(call.state, 'reads', name);
    if (!isBucket(name)) return { value: shownPolicy(policy, version) };
    // An older version that cannot tell the whole policy fails (Cloud Storage JSON API: optionsRequestedPolicyVersion).
    if (version !== 3 && policy.bindings.some(({ condition }) => condition !== undefined)) {
      return { error: { ...invalid(`Requested policy version is too low for the policy of the bucket.`), status: '' } };
    }
    return { value: bucketPolicy(name, shownPolicy(policy, 3)) };
  });
}

/** setIamPolicy: answers with the policy as it now is (google.iam.v1 IAMPolicy.SetIamPolicy). */
export function setPolicy(call: GcpCall): Reply {
  return allowed(call, 'setIamPolicy', (name) => {
    const policy = isBucket(name) ? withoutStorageWords(call.body) : call.body['policy'];
    if (!isJson(policy)) return { error: invalidArgument() };
    // A bucket is sent its policy alone and has no mask.
    const mask = isBucket(name) ? ['bindings', 'etag'] : maskOf(call.body);
    const permission = permissionFor(name, 'setIamPolicy');
    const modified = () => modifiedRoles(policyOf(call.state, name).bindings, policy['bindings']);
    // Only whoever is bound by policies can be bound to some roles.
    if (call.token.byPolicies === true && !may(call, permission, name, modified())) return { error: denied(call, permission, name) };
    const error = writtenPolicy(call.state, name, { policy, mask }, call.now);
    if (error !== undefined) return { error };
    const shown = shownPolicy(policyOf(call.state, name), 3);
    return { value: isBucket(name) ? bucketPolicy(name, shown) : shown };
  });
}

/** Roles whose bindings differ, which a right to write may be limited to (Google IAM: "Set limits on granting roles"). */
function modifiedRoles(stored: readonly GcpBinding[], sent: unknown): readonly string[] {
  const wanted = Array.isArray(sent) ? sent.filter(isJson) : [];
  const [before, after] = [Map.groupBy(stored, ({ role }) => role), Map.groupBy(wanted, (one) => String(one['role']))];
  const roles = new Set([...before.keys(), ...after.keys()]);
  return [...roles].filter((role) => JSON.stringify(before.get(role)) !== JSON.stringify(after.get(role)));
}

/** Without a mask only `bindings` and `etag` are written (google.iam.v1 SetIamPolicyRequest.update_mask). */
function maskOf(body: Json): readonly string[] {
  const mask = body['updateMask'] ?? body['update_mask'];
  if (typeof mask !== 'string' || mask === '') return ['bindings', 'etag'];
  return mask.split(',').map((path) => path.trim().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
}

/** testIamPermissions: of those asked for, the ones that the caller has; none for a resource that is not there (google.iam.v1 IAMPolicy). */
export function testPermissions(call: GcpCall): Reply {
  const asked = call.body['permissions'];
  if (!Array.isArray(asked) || !asked.every((one) => typeof one === 'string')) return { error: invalidArgument() };
  if (asked.some((one) => one.includes('*'))) return { error: invalid('Permissions with wildcards are not allowed.') };
  const { name } = target(call);
  if (name === undefined) return { value: {} };
  const seen = new Map(lineage(call.state, name).map((one) => [one, visiblePolicy(call.state, 'tests', one).bindings]));
  const permissions = asked.filter(rightsOn(call, name, (one) => seen.get(one) ?? []));
  return { value: permissions.length === 0 ? {} : { permissions } };
}

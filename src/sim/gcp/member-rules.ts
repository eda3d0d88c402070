import { type GoogleError, invalid, invalidArgument } from './google-error.ts';
import { addressOf, foldedMember, formProblem, isConvenience, isDeleted, isPublic } from './members.ts';
import { collectionOf, isNode, organizationOf } from './resources.ts';
import type { GcpState } from './state.ts';
import type { Write } from './write.ts';

/** Who may stand in a policy. Members that the stored policy already has are not looked up again. */
export function memberProblem(write: Write): GoogleError | undefined {
  const stored = write.stored.bindings.flatMap((binding) => binding.members);
  const known = new Set([...stored, ...stored.map(foldedMember)]);
  const members = write.next.bindings.flatMap((binding) => binding.members);
  const fresh = members.filter((member) => !known.has(member) && (isNode(write.name) || !isConvenience(member)));
  const bad = fresh.map(formProblem).find((one) => one !== undefined);
  if (bad !== undefined) return invalid(bad);
  const added = members.filter((member) => !known.has(foldedMember(member)));
  return publicOnProject(write, members) ?? doubleIdentity(write.state, members) ?? strangers(write, added) ?? invitations(write);
}

/** Projects do not support allUsers and allAuthenticatedUsers (google.cloud.resourcemanager.v3 Projects.SetIamPolicy). */
function publicOnProject({ name }: Write, members: readonly string[]): GoogleError | undefined {
  const project = collectionOf(name) === 'projects' && isNode(name);
  return project && members.some(isPublic) ? invalidArgument() : undefined;
}

/** A deleted account has one name only (the words: k8s-config-connector issue 279). */
function doubleIdentity(state: GcpState, members: readonly string[]): GoogleError | undefined {
  for (const deleted of members.filter(isDeleted)) {
    const living = deleted.slice('deleted:'.length).replace(/\?uid=.*$/, '');
    const account = state.serviceAccounts[addressOf(living) ?? ''];
    const reborn = account !== undefined && account.deleted !== true;
    if (!reborn && living.startsWith('serviceAccount:') && members.includes(living)) {
      return invalid(`Inconsistent representation of deleted member: '${deleted}' and '${living}'`);
    }
  }
  return undefined;
}

function strangers(write: Write, added: readonly string[]): GoogleError | undefined {
  // A deleted member may be sent back, never newly added (Google IAM: allow policies, deleted principals).
  if (added.some(isDeleted)) return invalidArgument();
  const missing = added.map((member) => missingProblem(write.state, member)).find((one) => one !== undefined);
  return missing === undefined ? outsiders(write, added) : invalid(missing);
}

const KINDS: Readonly<Record<string, string>> = { user: 'User', group: 'Group', serviceAccount: 'Service account' };

/** The words of cloud-foundation-fabric issue 1549 and generative-ai issue 944. */
function missingProblem(state: GcpState, member: string): string | undefined {
  const address = addressOf(member);
  if (address === undefined) return undefined;
  const account = /^[^@]+@([^.]+)\.iam\.gserviceaccount\.com$/.exec(address);
  const ours = Object.hasOwn(state.projects, account?.[1] ?? '');
  const gone = ours && (state.serviceAccounts[address] === undefined || state.serviceAccounts[address].deleted === true);
  const absent = state.missing.some((one) => one.toLowerCase() === address);
  return gone || absent ? `${KINDS[member.slice(0, member.indexOf(':'))]} ${address} does not exist.` : undefined;
}

/** The constraint iam.allowedPolicyMemberDomains (Organization Policy: restricting domains; the body: terraform-example-foundation issue 1454). */
function outsiders({ state, name }: Write, added: readonly string[]): GoogleError | undefined {
  const domains = state.allowedDomains;
  const outside = domains && added.find((member) => !inDomains(state, domains, member));
  if (outside === undefined) return undefined;
  const who = addressOf(outside) ?? outside.slice(outside.indexOf(':') + 1);
  return {
    code: 400,
    status: 'FAILED_PRECONDITION',
    message: 'One or more users named in the policy do not belong to a permitted customer,  perhaps due to an organization policy.',
    reason: 'failedPrecondition',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.PreconditionFailure',
        violations: [
          {
            type: 'constraints/iam.allowedPolicyMemberDomains',
            subject: `orgpolicy:${name}?configvalue=${who}`,
            description: `User ${who} is not in permitted organization.`,
          },
        ],
      },
    ],
  };
}

function inDomains(state: GcpState, domains: readonly string[], member: string): boolean {
  if (isPublic(member)) return false;
  const value = foldedMember(member).slice(member.indexOf(':') + 1);
  const domain = value.slice(value.indexOf('@') + 1);
  const projects = Object.entries(state.projects).flatMap(([id, { number }]) => [id, number]);
  // Accounts and service agents of a project belong to its customer.
  const own = projects.some((id) => domain === `${id}.iam.gserviceaccount.com` || new RegExp(`^(?:service-)?${id}@`).test(value));
  return own || domains.includes(domain);
}

/** An owner who is a user must be invited where no organization vouches for it (google.cloud.resourcemanager.v3 Projects.SetIamPolicy; the body: google-api-python-client issue 537). */
function invitations({ state, name, stored, next }: Write): GoogleError | undefined {
  if (collectionOf(name) !== 'projects' || !isNode(name)) return undefined;
  const before = new Set(ownersIn(stored.bindings));
  const organization = organizationOf(state, name);
  const home = organization && state.organizations[organization.slice('organizations/'.length)]?.displayName;
  const invited = ownersIn(next.bindings).filter((member) => !before.has(member) && foldedMember(member).split('@')[1] !== home);
  if (invited.length === 0) return undefined;
  return invalidArgument(
    invited.map((member) => ({
      '@type': 'type.googleapis.com/google.cloudresourcemanager.v1.ProjectIamPolicyError',
      type: 'SOLO_MUST_INVITE_OWNERS',
      member,
      role: 'roles/owner',
    })),
  );
}

function ownersIn(bindings: Write['next']['bindings']): readonly string[] {
  return bindings
    .filter(({ role }) => role === 'roles/owner')
    .flatMap(({ members }) => members.filter((member) => member.startsWith('user:')));
}

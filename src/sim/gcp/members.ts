/** How a policy names somebody: `<type>:<value>` (google.iam.v1 Binding.members; Google IAM: principal identifiers). */

const ADDRESS = /^[^@\s:]+@[^@\s:]+$/;

/** Values that are compared without regard to case; identifiers of federated principals are not (Google IAM: principal identifiers). */
const CASELESS = /^(?:user|group|serviceAccount|domain):/;

/** The spelling that two names of the same member share. */
export function foldedMember(member: string): string {
  if (!CASELESS.test(member)) return member;
  const colon = member.indexOf(':');
  return member.slice(0, colon) + member.slice(colon).toLowerCase();
}

export function isPublic(member: string): boolean {
  return member === 'allUsers' || member === 'allAuthenticatedUsers';
}

export function isDeleted(member: string): boolean {
  return member.startsWith('deleted:');
}

/** The e-mail address of a user, group or service account, in lower case. */
export function addressOf(member: string): string | undefined {
  const value = /^(?:user|group|serviceAccount):(.+)$/.exec(member)?.[1];
  return value !== undefined && ADDRESS.test(value) ? value.toLowerCase() : undefined;
}

/** Whoever holds a basic role on a project; policies of buckets and datasets have such members, others do not (Cloud Storage: "IAM: convenience values"). */
export function isConvenience(member: string): boolean {
  return /^project(?:Owner|Editor|Viewer):[a-z0-9.:-]+$/.test(member);
}

/** Google's own words for a name that is none; undefined when the form is right. */
export function formProblem(member: string): string | undefined {
  if (isPublic(member)) return undefined;
  if (!member.includes(':')) return 'Policy members must be of the form "<type>:<value>".';
  const [type = ''] = member.split(':', 1);
  const form = FORMS[type];
  if (form === undefined) return `The member ${member} is of an unknown type. Please set a valid type prefix for the member.`;
  if (!form.test(member.slice(type.length + 1))) return 'Policy members must be of the form "<type>:<value>".';
  return typeProblem(type, member);
}

const FORMS: Readonly<Record<string, RegExp>> = {
  user: ADDRESS,
  group: ADDRESS,
  // Besides addresses: accounts of a cluster, `<project>.svc.id.goog[<namespace>/<name>]`.
  serviceAccount: /^(?:[^@\s:]+@[^@\s:]+|[^@\s:[\]]+\.svc\.id\.goog\[[^\s[\]]+\/[^\s[\]]+\])$/,
  domain: /^[^@\s:]+\.[^@\s:]+$/,
  principal: /^\/\/\S+$/,
  principalSet: /^\/\/\S+$/,
  principalHierarchy: /^\/\/\S+$/,
  deleted: /^(?:(?:user|group|serviceAccount):[^@\s:]+@[^@\s:?]+\?uid=\d+|principal:\/\/\S+)$/,
};

/** The words of gmemegen issue 10: a service account is known by its domain. */
function typeProblem(type: string, member: string): string | undefined {
  const address = addressOf(member);
  if (address === undefined) return undefined;
  const service = address.endsWith('.gserviceaccount.com');
  if (service === (type === 'serviceAccount')) return undefined;
  const real = service ? 'serviceAccount' : 'user';
  return `Account ${address} is of type "${real}". Please set the type prefix to be "${real}:".`;
}

/**
 * What the verb of a permission says, whatever the service: a permission is a thing and a verb, `run.services.setIamPolicy`. The list
 * of escalation.ts has what is published about single permissions; these rules find what nobody has listed yet.
 */
export interface VerbRule {
  /** Of what stands before the last dot. */
  readonly things: RegExp;
  /** Of what stands behind it. */
  readonly verbs: RegExp;
  readonly reason: string;
  /** Where it is published how such verbs work. */
  readonly source: string;
}

const WRITES = /^(create|update|delete|undelete|set|put|patch|add|remove|bind|unbind|enable|disable|import|replace|commit|approve|manage)/i;

export const verbRules: readonly VerbRule[] = [
  {
    things: /./,
    verbs: /^set\w*(policy|policies|acls?|accesscontrols?)$/i,
    reason: 'sets who may do what',
    source: 'Google IAM: allow policies; access control lists of services that have their own',
  },
  {
    things: /(acl|accesscontrol|bucketaccesscontrol|objectaccesscontrol)s?$/i,
    verbs: WRITES,
    reason: 'changes an access list',
    source: 'Cloud Storage: access control lists',
  },
  {
    things: /(serviceaccount|identit|impersonat|principal|subject)/i,
    verbs: /^(actas|impersonate|sign|mint|exchange|delegate|implicit)|token/i,
    reason: 'acts as another identity',
    source: 'Google Cloud: roles for service account authentication',
  },
  {
    things: /(serviceaccounts?|(account|api|hmac|ssh|login)keys?|apikeys\.keys|sshpublickeys?)$/i,
    verbs: /^((get|create|generate)\w*keys?(string)?|enable|undelete|upload|import|rotate|generate|regenerate|reset)$/i,
    reason: 'revives an account, or hands out a key that stands for one',
    source: 'Google IAM: service account keys; google/iam/admin/v1/iam.proto',
  },
  {
    things: /((account|api|hmac|ssh|login)keys?|apikeys\.keys|sshpublickeys?)$/i,
    verbs: /^create$/i,
    reason: 'makes a key that stands for an account',
    source: 'Google IAM: service account keys; Google Cloud: API keys',
  },
  {
    things: /^serviceusage\.apikeys$/i,
    verbs: /^list$/i,
    reason: 'shows API keys, which need no identity',
    source: 'RhinoSecurityLabs, GCP IAM privilege escalation: ViewExistingAPIKeys',
  },
  {
    things: /(workloadidentity|workforce|identityprovider|oauthclient|samlprovider|oidcprovider)/i,
    verbs: WRITES,
    reason: 'decides which outside tokens pass as which principal',
    source: 'Google IAM: workload and workforce identity federation',
  },
  {
    things:
      /^(iam|iam\.googleapis\.com\/\w+|orgpolicy|accesscontextmanager|privilegedaccessmanager|iap)\b.*(polic|role|constraint|boundar|binding|perimeter|level|entitlement|setting|tunnel|grant)/i,
    verbs: /^(?!create$|revoke)(create|update|delete|undelete|set|replace|commit|approve|bind|unbind|patch)|^create/i,
    reason: 'changes who is let in, what is denied or what the organisation enforces',
    source: 'google/iam/v2/policy.proto; google/cloud/orgpolicy/v2/orgpolicy.proto; VPC Service Controls',
  },
  {
    things: /^resourcemanager\./,
    verbs: /^(move|(create|delete)\w*binding)$/i,
    reason: 'moves a resource, or its tags, away from the policies that hold it',
    source: 'google/cloud/resourcemanager/v3/projects.proto, folders.proto; Resource Manager: tags',
  },
  {
    things: /tag\w*bindings?$/i,
    verbs: /^(create|delete)$/i,
    reason: 'changes tags, on which conditions and deny policies rest',
    source: 'Google IAM: tags and conditional access',
  },
  {
    things: /./,
    verbs: /^(set(\w*metadata|serviceaccount\w*)|osadminlogin|ssh\w*root|run(command|script)s?|exec(ute)?script|sourcecodeset)$/i,
    reason: 'runs commands as the identity of a machine or a workload',
    source: 'google/cloud/compute/v1/compute.proto; Google Cloud: service accounts of workloads',
  },
  {
    things: /^(cloudbuild|deploymentmanager|config|notebooks|osconfig)\..*(build|deployment|trigger|instance|patch|polic)/i,
    verbs: /^(create|update|run|exec)/i,
    reason: 'runs steps or scripts under a service account of the service',
    source: 'Cloud Build: service account; Deployment Manager: Google APIs service agent; VM Manager: OS policies',
  },
  {
    things: /^(logging|monitoring|cloudasset|securitycenter)\..*(sink|exclusion|bucket|auditconfig|mute)/i,
    verbs: /^(delete|disable)/i,
    reason: 'hides what was done',
    source: 'Cloud Logging: access control with IAM',
  },
  {
    things: /container\.(cluster)?role(binding)?s?$/i,
    verbs: /^(create|update|bind|escalate)$/i,
    reason: 'changes access inside a cluster',
    source: 'Kubernetes: RBAC good practices, privilege escalation risks',
  },
];

export interface Danger {
  readonly permission: string;
  readonly reason: string;
}

/** Each permission that a verb makes dangerous, by the first rule that fits. */
export function dangersByVerb(permissions: readonly string[]): readonly Danger[] {
  return permissions.flatMap((permission) => {
    const known = judged.get(permission) ?? judge(permission);
    judged.set(permission, known);
    return known;
  });
}

/** By permission; roles have most of theirs in common. */
const judged = new Map<string, readonly Danger[]>();

function judge(permission: string): readonly Danger[] {
  const cut = permission.lastIndexOf('.');
  const [thing, verb] = [permission.slice(0, Math.max(0, cut)), permission.slice(cut + 1)];
  const rule = verbRules.find(({ things, verbs }) => things.test(thing) && verbs.test(verb));
  return rule === undefined ? [] : [{ permission, reason: rule.reason }];
}

const READS =
  /^(get|list|view|read|search|lookup|check|precheck|analyze|estimate|preview|simulate|validate|verify|test|describe|watch|query|fetch|count|export|download|access|browse|use|connect|resolve|report)/i;

/** The first permission that changes something; undefined where all only look. */
export function firstWrite(permissions: readonly string[]): string | undefined {
  return permissions.find((permission) => !READS.test(permission.slice(permission.lastIndexOf('.') + 1)));
}

/** Why permissions that no published list has are dangerous by their verb: one line for each way. */
export function reasonsByVerb(permissions: readonly string[]): readonly string[] {
  const ways = Map.groupBy(dangersByVerb(permissions), ({ reason }) => reason);
  return [...ways].map(([reason, [first, ...others]]) => {
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return `${first?.permission}${more}: ${reason}`;
  });
}

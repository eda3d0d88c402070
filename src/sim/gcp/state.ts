import type { Instant } from '../../domain/instant.ts';
import type { GcpRole } from './predefined-roles.ts';

/** A policy's condition, as google.type.Expr spells it. */
export interface GcpCondition {
  readonly title?: string;
  readonly description?: string;
  readonly expression?: string;
  readonly location?: string;
}

/** One role for some members. Fields that this simulator does not know stay where they are. */
export interface GcpBinding {
  readonly role: string;
  readonly members: readonly string[];
  readonly condition?: GcpCondition;
  readonly [unknown: string]: unknown;
}

/** An allow policy as stored, so without `version`, which belongs to an answer. `etag` is base64. */
export interface GcpPolicy {
  readonly etag: string;
  readonly bindings: readonly GcpBinding[];
  readonly auditConfigs?: readonly unknown[];
  readonly [unknown: string]: unknown;
}

interface GcpOrganization {
  readonly displayName: string;
  readonly customer: string;
}

/** `parent` is `folders/<number>` or `organizations/<number>`. */
interface GcpFolder {
  readonly displayName: string;
  readonly parent: string;
}

export interface GcpProject {
  readonly number: string;
  readonly displayName: string;
  /** Absent for a project without an organization. */
  readonly parent?: string;
  readonly state?: 'ACTIVE' | 'DELETE_REQUESTED';
  readonly labels?: Readonly<Record<string, string>>;
}

export interface GcpServiceAccount {
  readonly project: string;
  readonly uniqueId: string;
  readonly displayName?: string;
  readonly disabled?: boolean;
  /** Deleted less than 30 days ago: policies name it `deleted:serviceAccount:…?uid=…`. */
  readonly deleted?: boolean;
}

/** A thing in a project that has a policy of its own: a bucket, a secret, a key. */
interface GcpThing {
  /** Of a bucket: false where access lists of objects count too, and so no condition is taken. */
  readonly uniform?: boolean;
  /** Of a dataset: lines of its access list that let views, routines and other datasets in, not principals. */
  readonly views?: readonly Readonly<Record<string, unknown>>[];
}

/** A provider of a workload identity pool: whose tokens are taken, and which of them. */
export interface GcpProvider {
  readonly issuer: string;
  /** The provider's own resource name when absent. */
  readonly audiences?: readonly string[];
  /** CEL over `assertion.`, such as `assertion.repository_id == "4711"`. */
  readonly condition?: string;
  readonly disabled?: boolean;
}

/** What a bearer token may do. It may do all that nothing here keeps it from. */
export interface GcpToken {
  readonly member: string;
  /** OAuth scopes, such as `https://www.googleapis.com/auth/cloud-platform`. */
  readonly scopes: readonly string[];
  /**
   * Permissions that it lacks; `*` stands for any text. `resourcemanager.projects.*@folders/77` holds for folders/77 and all
   * below it, a pattern without `@` everywhere.
   */
  readonly denied?: readonly string[];
  /** It may do only what roles in the policies give its member. Without this, policies do not matter to it. */
  readonly byPolicies?: boolean;
  /** From this instant on the token is refused. */
  readonly expires?: Instant;
}

/** How the service spells what it was sent; by default as it was sent. */
export interface GcpSpelling {
  /** E-mail addresses of users and groups come back in lower case. */
  readonly lowerCase?: boolean;
  /** An address and the primary one that it stands for. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Bindings come back ordered by role and condition, members by name. */
  readonly reorder?: boolean;
  /** Each member comes back in a binding of its own. */
  readonly split?: boolean;
  /** Bindings of the same role and condition come back as one. */
  readonly merge?: boolean;
}

/** How many times after a write each kind of call still answers from the policy before it. */
interface GcpLag {
  readonly reads?: number;
  readonly tests?: number;
  readonly searches?: number;
}

export type LagKind = keyof GcpLag;

/** A token bucket's size; it fills evenly over a minute, and holds `burst`, or a whole minute's worth when absent. */
export interface GcpQuota {
  readonly perMinute: number;
  readonly burst?: number;
}

export type QuotaName =
  | 'projectReads'
  | 'projectWrites'
  | 'projectSearches'
  | 'iamReads'
  | 'iamWrites'
  | 'policySearches'
  | 'denyReads'
  | 'denyWrites';

/** A rule of a deny policy (google.iam.v2 PolicyRule, DenyRule). Fields that this simulator does not know stay where they are. */
export interface GcpDenyRule {
  readonly description?: string;
  readonly denyRule?: {
    readonly deniedPrincipals?: readonly string[];
    readonly exceptionPrincipals?: readonly string[];
    readonly deniedPermissions?: readonly string[];
    readonly exceptionPermissions?: readonly string[];
    readonly denialCondition?: GcpCondition;
    readonly [unknown: string]: unknown;
  };
  readonly [unknown: string]: unknown;
}

/** A deny policy as stored (google.iam.v2 Policy). */
export interface GcpDenyPolicy {
  readonly uid: string;
  readonly etag: string;
  readonly displayName?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly rules: readonly GcpDenyRule[];
  readonly createTime: string;
  readonly updateTime: string;
}

/** What a name of a deny policy stood for from an instant on; nothing once it was deleted. */
export interface GcpDenyVersion {
  readonly from: Instant;
  readonly policy?: GcpDenyPolicy;
}

/** An account of Google Workspace or Cloud Identity. */
export interface GcpUser {
  /** When it was last signed out of all sessions by an administrator. */
  signedOut?: Instant;
  /** Client ids of apps that hold tokens of the user, such as the one of gcloud. */
  tokens: readonly string[];
}

/** What a customer's directory knows (Admin SDK: Directory API). */
export interface GcpDirectory {
  /** By primary address. */
  readonly users: Record<string, GcpUser>;
  /** Members that may sign others out; administrators and service accounts with an admin role. */
  readonly admins: readonly string[];
  /** Service accounts with domain-wide delegation for the scope. */
  readonly delegates: readonly string[];
}

/** All that the simulated Google Cloud knows. Tests may change it between calls, and faults during one. */
export interface GcpState {
  readonly organizations: Record<string, GcpOrganization>;
  readonly folders: Record<string, GcpFolder>;
  /** By project id. */
  readonly projects: Record<string, GcpProject>;
  /** By e-mail address. */
  readonly serviceAccounts: Record<string, GcpServiceAccount>;
  /** By `projects/<id>/buckets/<name>`, `projects/<id>/secrets/<name>` and the like; states written before there were any have none. */
  readonly things?: Record<string, GcpThing>;
  /** By `projects/<id>`, `folders/<number>`, `organizations/<number>`, `projects/<id>/serviceAccounts/<address>` or the name of a thing. */
  readonly policies: Record<string, GcpPolicy>;
  /** Custom roles, and predefined ones that differ from Google's; by full name. */
  readonly roles: Record<string, GcpRole>;
  readonly tokens: Record<string, GcpToken>;
  /** By `projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>`. */
  readonly providers?: Record<string, GcpProvider>;
  /** The `principalSet:` names of federated subjects that have signed in. */
  sets?: Readonly<Record<string, readonly string[]>>;
  /** By group address: the members, as a policy spells them. */
  readonly groups: Record<string, readonly string[]>;
  /** By `organizations/<number>/denypolicies/<id>` and the like, in the order of writing. */
  denyPolicies?: Record<string, readonly GcpDenyVersion[]>;
  /** Milliseconds that the long-running operation of a deny policy takes; none when absent. */
  denyDelay?: number;
  directory?: GcpDirectory;
  /** By `locations/global/workforcePools/<pool>/subjects/<subject>`: when its sessions were last revoked. */
  workforce?: Record<string, Instant | undefined>;
  /** Users and groups that no directory knows; all others exist. */
  missing: readonly string[];
  /** Where present, as by the constraint iam.allowedPolicyMemberDomains: only members of these domains may be added to a policy. */
  allowedDomains?: readonly string[];
  spelling?: GcpSpelling;
  lag?: GcpLag;
  /** Where present, calls beyond these are answered 429. */
  quotas?: Partial<Record<QuotaName, GcpQuota>>;
  /** The service's own notes: the last etag's number, what lagging readers still see, and how full the buckets are. */
  readonly notes: GcpNotes;
}

interface GcpNotes {
  writes: number;
  readonly earlier: Record<string, { readonly policy: GcpPolicy; left: number }>;
  readonly buckets: Record<string, { readonly tokens: number; readonly at: number }>;
}

/** A world with nothing in it, for tests that build their own. */
export function emptyGcp(): GcpState {
  return {
    organizations: {},
    folders: {},
    projects: {},
    serviceAccounts: {},
    policies: {},
    roles: {},
    tokens: {},
    groups: {},
    missing: [],
    notes: { writes: 0, earlier: {}, buckets: {} },
  };
}

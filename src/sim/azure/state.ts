import type { Instant } from '../../domain/instant.ts';
import type { Bucket } from './throttle.ts';
import type { Manner } from './manner.ts';

/**
 * All that the simulated tenant knows. Plain JSON, so that any store can keep it. Tests change it as they like; what they
 * put in is seen at once by every reader, only what comes through the API lags.
 */
export interface AzureState {
  /** The tenant's id, which is the name of its root management group too. */
  readonly tenant: string;
  managementGroups: ManagementGroup[];
  subscriptions: Subscription[];
  resourceGroups: Resource[];
  /** Everything below a resource group that can be a scope. */
  resources: Resource[];
  users: User[];
  groups: Group[];
  servicePrincipals: ServicePrincipal[];
  /** App registrations; absent is none. */
  applications?: Application[];
  /** Timed memberships made by PIM for groups. */
  memberships: Membership[];
  roleDefinitions: RoleDefinition[];
  /** Those made by PIM are not here: they follow from `schedules` and the clock. */
  roleAssignments: RoleAssignment[];
  schedules: Schedule[];
  /** What PIM was asked for, for 45 days; absent is none. */
  scheduleRequests?: ScheduleRequest[];
  /** Who may wake which role where; absent is nobody. */
  eligibilities?: Eligibility[];
  /** What PIM was asked about eligibilities, for 45 days; absent is none. */
  eligibilityRequests?: ScheduleRequest[];
  /** Role management policies that somebody changed; where there is none the default holds. */
  rolePolicies?: RolePolicy[];
  denyAssignments: DenyAssignment[];
  locks: Lock[];
  callers: Caller[];
  tokens: Token[];
  workflows: Workflow[];
  manner: Manner;
  /** What the last hour's writes replaced, oldest first; readers that lag look back through it. */
  journal: Replaced[];
  buckets: Record<string, Bucket>;
  /** Counts answers; request ids are made from it. */
  serial: number;
}

export interface ManagementGroup {
  readonly name: string;
  readonly displayName: string;
  /** The name of the group above; absent on the root. */
  readonly parent?: string;
}

export interface Subscription {
  readonly id: string;
  readonly displayName: string;
  /** The name of its management group. */
  readonly parent: string;
  readonly state: 'Enabled' | 'Warned' | 'Disabled';
}

/** `id` is the whole path from `/subscriptions/` on, in the spelling that Azure keeps. */
export interface Resource {
  readonly id: string;
  readonly location: string;
}

interface Principal {
  readonly id: string;
  readonly displayName: string;
  /** A directory replica does not know a principal for a while after this moment. */
  readonly createdAt: Instant;
}

export interface User extends Principal {
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly accountEnabled: boolean;
  /** Sessions begun before are over. */
  readonly signInSessionsValidFrom: Instant;
}

export interface Group extends Principal {
  /** Object ids of users, service principals and further groups. */
  readonly members: readonly string[];
}

export interface ServicePrincipal extends Principal {
  readonly appId: string;
  readonly kind: 'Application' | 'ManagedIdentity';
  readonly accountEnabled: boolean;
  /** Absent is none. */
  readonly tags?: readonly string[];
  /** Whose tokens its application takes in place of a secret. */
  readonly federated: readonly { readonly issuer: string; readonly subject: string; readonly audience: string }[];
}

/** An app registration. Its object id is another than that of its service principal, and both share the application id. */
interface Application {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
}

interface Membership {
  readonly group: string;
  readonly principal: string;
  readonly start: Instant;
  readonly end: Instant | null;
}

export interface Permission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
  readonly condition?: string;
  readonly conditionVersion?: string;
}

export interface RoleDefinition {
  /** The GUID alone, in lower case. */
  readonly id: string;
  readonly roleName: string;
  readonly kind: 'BuiltInRole' | 'CustomRole';
  readonly description: string;
  readonly assignableScopes: readonly string[];
  readonly permissions: readonly Permission[];
  readonly createdOn: Instant;
}

export interface RoleAssignment {
  /** A GUID, unique in the tenant. */
  readonly name: string;
  /** As the writer spelled it. */
  readonly scope: string;
  /** The role's GUID alone, in lower case. */
  readonly roleDefinition: string;
  readonly principalId: string;
  readonly principalType: string;
  readonly description: string | null;
  readonly condition: string | null;
  readonly conditionVersion: string | null;
  readonly delegatedManagedIdentityResourceId: string | null;
  readonly createdOn: Instant;
  readonly updatedOn: Instant;
  readonly createdBy: string | null;
  readonly updatedBy: string | null;
  /** Properties of a newer api-version that no client knows yet. */
  readonly further?: Readonly<Record<string, unknown>>;
}

/** A PIM schedule. While it runs it shows as a schedule, as an instance and as a role assignment. */
export interface Schedule {
  readonly name: string;
  readonly request: string;
  /** The name of the role assignment that it makes, and of its instance. */
  readonly assignment: string;
  readonly scope: string;
  readonly roleDefinition: string;
  readonly principalId: string;
  readonly principalType: string;
  /** Activated: a user woke an eligibility of theirs. Assigned: an administrator made it active. */
  readonly assignmentType: 'Activated' | 'Assigned';
  readonly eligibility: string | null;
  readonly start: Instant;
  /** Null for one without an end. */
  readonly end: Instant | null;
  /** Not shown before, while PIM is making it. */
  readonly shownFrom?: Instant;
  readonly createdOn: Instant;
  readonly description: string | null;
  readonly condition: string | null;
  readonly conditionVersion: string | null;
}

/** What a principal may activate. It gives nothing by itself. */
export interface Eligibility {
  readonly name: string;
  readonly request: string;
  readonly scope: string;
  /** The role's GUID alone, in lower case. */
  readonly roleDefinition: string;
  readonly principalId: string;
  readonly principalType: string;
  readonly start: Instant;
  /** Null for one without an end. */
  readonly end: Instant | null;
  readonly createdOn: Instant;
  readonly condition: string | null;
  readonly conditionVersion: string | null;
}

/** A request to PIM about an active assignment or an eligibility. It is an event: schedules are the state. */
export interface ScheduleRequest {
  readonly name: string;
  readonly scope: string;
  /** SelfActivate is a user's own; those are put here by tests, and not taken through the API. */
  readonly requestType: 'AdminAssign' | 'AdminUpdate' | 'AdminRemove' | 'SelfActivate';
  readonly status:
    | 'Provisioned'
    | 'PendingProvisioning'
    | 'ScheduleCreated'
    | 'PendingApproval'
    | 'Revoked'
    | 'Canceled'
    | 'FailedAsResourceIsLocked';
  readonly roleDefinition: string;
  readonly principalId: string;
  readonly principalType: string;
  readonly start: Instant;
  /** Null for one without an end. */
  readonly end: Instant | null;
  /** As it was asked for, in ISO 8601; null where an end was given, or none. */
  readonly duration: string | null;
  readonly condition: string | null;
  readonly conditionVersion: string | null;
  readonly justification: string | null;
  readonly ticketNumber: string | null;
  readonly ticketSystem: string | null;
  readonly requestorId: string;
  readonly createdOn: Instant;
  /** The name of the schedule that came of it. */
  readonly schedule: string | null;
}

/** What PIM demands of who makes an active assignment of one role at one scope; nothing is inherited downwards. */
export interface RolePolicy {
  readonly scope: string;
  /** The GUID of the role. */
  readonly role: string;
  /** Null: an assignment need have no end, and may be of any length. */
  readonly maximumHours: number | null;
  readonly enabled: readonly ('MultiFactorAuthentication' | 'Justification' | 'Ticketing')[];
  readonly approval?: boolean;
}

export interface DenyAssignment {
  readonly name: string;
  readonly scope: string;
  readonly denyAssignmentName: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
  readonly doNotApplyToChildScopes: boolean;
  readonly principals: readonly { readonly id: string; readonly type: string }[];
  readonly excludePrincipals: readonly { readonly id: string; readonly type: string }[];
  readonly isSystemProtected: boolean;
  /** What is told of one that came through the API. */
  readonly written?: {
    readonly effect: 'enforced' | 'audit';
    readonly createdBy: string;
    readonly createdOn: Instant;
    readonly updatedBy: string;
    readonly updatedOn: Instant;
  };
}

export interface Lock {
  readonly name: string;
  readonly scope: string;
  readonly level: 'CanNotDelete' | 'ReadOnly';
  readonly notes?: string;
}

/** What a signed-in principal may do. Rights are given as such, or worked out from the role assignments where that is said. */
export interface Caller {
  readonly principalId: string;
  /** How refusals name it: an application id or a user principal name. */
  readonly client: string;
  /** Patterns as a role definition has them, such as a lone star. */
  readonly actions: readonly string[];
  /** Taken out again at a scope and below. */
  readonly refused: readonly { readonly action: string; readonly scope: string }[];
  /** Application permissions on Graph, such as `Directory.Read.All`; `*` for all. */
  readonly graph: readonly string[];
  /** `actions` do not count: the roles that it holds tell what it may do where, and their conditions are heeded. */
  readonly byAssignments?: true;
  /** Those roles, found out for one call. */
  readonly rights?: readonly Right[];
}

/** A role that somebody holds, at a scope and below. */
export interface Right {
  readonly scope: string;
  readonly permissions: readonly Permission[];
  readonly condition: string | null;
}

interface Token {
  readonly value: string;
  readonly principalId: string;
  /** Absent: good for every service and never over. */
  readonly audience?: string;
  readonly expires?: Instant;
}

/** A running workflow that may ask GitHub for an identity token. */
export interface Workflow {
  /** What the runner puts into ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly requestToken: string;
  /** `repo:<owner>/<repo>:…`, or the immutable form `repo:<owner>@<id>/<repo>@<id>:…`. */
  readonly subject: string;
  readonly claims: Readonly<Record<string, string>>;
}

interface Replaced {
  readonly at: Instant;
  readonly name: string;
  /** Null when the write made it. */
  readonly before: RoleAssignment | null;
  /** The schedule of PIM that made it, as it was; null for none. */
  readonly schedule?: Schedule | null;
}

import type { Instant } from '../domain/instant.ts';
import type { Answer } from './forge.ts';

/** One thing that a forge was asked about its own settings. A failure means that nobody knows, never that it is not so. */
export interface Told<T> {
  /** Such as `GET /repos/acme/access`. */
  readonly call: string;
  readonly answer: Answer<T>;
}

/** What a review must be before a branch may move. */
export interface ReviewRule {
  readonly approvals: number;
  readonly codeOwners: boolean;
  readonly dismissStale: boolean;
  readonly lastPush: boolean;
}

/** One rule in force on a branch, from whatever level: `pull_request`, `non_fast_forward`, `deletion`, `update` and so on. */
export interface BranchRule {
  readonly type: string;
  /** The ruleset that it comes from. */
  readonly ruleset: number;
  readonly review?: ReviewRule;
}

export interface BypassActor {
  /** Such as `OrganizationAdmin`, `RepositoryRole`, `Team`, `Integration`. */
  readonly type: string;
  readonly id?: number;
  /** `always`, `pull_request` or `exempt`; the last leaves no trace. */
  readonly mode: string;
}

export interface Ruleset {
  readonly id: number;
  readonly name: string;
  /** Undefined where the token may not see them. */
  readonly bypass?: readonly BypassActor[];
}

/** The older kind of protection, which stands beside rulesets. */
export interface ClassicProtection {
  readonly review?: ReviewRule;
  readonly forcePushes: boolean;
  readonly deletions: boolean;
  /** Whether it binds administrators too. */
  readonly bindsAdmins: boolean;
  /** How many people, teams and apps need no pull request. */
  readonly exempt: number;
  /** Whether only named people, teams and apps may push. */
  readonly restrictsPushes: boolean;
}

export interface BranchSettings {
  readonly branch: string;
  readonly rules: Told<readonly BranchRule[]>;
  /** Of each ruleset that has a rule in force on the branch. */
  readonly rulesets: readonly Told<Ruleset>[];
  /** Undefined where there is none. */
  readonly classic: Told<ClassicProtection | undefined>;
}

export interface Home {
  readonly id: number;
  readonly name: string;
  readonly owner: string;
  readonly ownerId: number;
  /** False for the repository of a person, which has no teams. */
  readonly organization: boolean;
  readonly defaultBranch: string;
  readonly createdAt: Instant;
}

export interface EnvironmentSettings {
  readonly name: string;
  /** Undefined where any branch may deploy. */
  readonly branches?: 'protected' | Told<readonly string[]>;
  /** Undefined where the answer does not say. */
  readonly adminsBypass?: boolean;
}

/** The form of the subject in tokens for clouds. */
export interface SubjectForm {
  readonly usesDefault: boolean;
  /** Of a template of its own, such as `repo` and `context`. */
  readonly claims: readonly string[];
  /** Whether subjects carry the ids of owner and repository; undefined where the answer does not say. */
  readonly immutable?: boolean;
}

export interface ScheduleSettings {
  /** The name of the file below .github/workflows. */
  readonly file: string;
  /** `active`, `disabled_inactivity`, `disabled_manually` and so on. */
  readonly state: Told<string>;
  /** Who the last scheduled run ran as; undefined where there was none yet. */
  readonly actor: Told<{ readonly login: string; readonly bot: boolean } | undefined>;
}

/** By the form of the token: of an app or a workflow, of a person by hand, of a person through an app, or nobody knows. */
export type TokenKind = 'app' | 'classic' | 'fine-grained' | 'user' | 'unknown';

export interface OwnersProblem {
  readonly line: number;
  readonly kind: string;
  readonly path: string;
}

/** A team of the organization with the name of one of ours. */
export interface TeamSettings {
  readonly name: string;
  /** Logins; undefined where the organization has no such team. */
  readonly members: Told<readonly string[] | undefined>;
}

/** Who belongs to the organization, of those who were asked about. */
export interface MemberSettings {
  /** Logins of those who are no active members. */
  readonly strangers: Told<readonly string[]>;
  readonly teams: readonly TeamSettings[];
}

/** Everything that a forge tells about how it guards what people approve. */
export interface ForgeSettings {
  readonly home: Told<Home>;
  readonly token: TokenKind;
  readonly login: Told<string>;
  readonly main: BranchSettings;
  readonly ledger: Pick<BranchSettings, 'branch' | 'rules'>;
  readonly codeowners: Told<readonly OwnersProblem[]>;
  readonly workflowRights: Told<{ readonly write: boolean; readonly approves: boolean }>;
  readonly schedules: readonly ScheduleSettings[];
  readonly environments: Told<readonly EnvironmentSettings[]>;
  readonly subject: Told<SubjectForm>;
  readonly members: MemberSettings;
}

/** What to ask about. */
export interface SettingsQuestion {
  /** Files below .github/workflows that run on a schedule. */
  readonly scheduled: readonly string[];
  readonly ledgerBranch: string;
  /** Logins of everybody who may approve anything. */
  readonly approvers: readonly string[];
  /** Names that teams of the organization may bear too. */
  readonly teams: readonly string[];
}

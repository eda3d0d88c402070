import type { Instant } from '../../domain/instant.ts';
import type { Repository } from './state.ts';

/** How a repository is set up: all that the endpoints for settings tell. Tests and worlds change it as they like. */
export interface Settings {
  /** Rulesets of the repository and those that its organization lays over it. */
  readonly rulesets: Ruleset[];
  /** Oldest first. */
  readonly ruleSuites: RuleSuite[];
  /** Classic branch protection, by branch. */
  readonly protection: Record<string, Protection>;
  /** What GitHub finds wrong with CODEOWNERS besides owners that it does not know. */
  readonly codeownersErrors: CodeownersError[];
  workflowPermissions: { readonly default: 'read' | 'write'; readonly canApprove: boolean };
  readonly workflows: Workflow[];
  /** Oldest first. */
  readonly runs: WorkflowRun[];
  readonly environments: Environment[];
  readonly variables: Record<string, string>;
  readonly teams: Team[];
  /** Logins of those who work in the repository and are no members of its organization. */
  readonly outside: string[];
}

export interface Ruleset {
  readonly id: number;
  readonly name: string;
  readonly sourceType: 'Repository' | 'Organization';
  readonly enforcement: 'disabled' | 'active' | 'evaluate';
  readonly bypassActors: readonly BypassActor[];
  /** `~DEFAULT_BRANCH`, `~ALL` or patterns of full refs. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly rules: readonly Rule[];
  readonly at: Instant;
}

export interface BypassActor {
  readonly id: number | null;
  readonly type: 'Integration' | 'OrganizationAdmin' | 'RepositoryRole' | 'Team' | 'DeployKey';
  readonly mode: 'always' | 'pull_request' | 'exempt';
}

/** Such as `{ type: 'pull_request', parameters: { required_approving_review_count: 1, … } }`. */
export interface Rule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** What the rules said of one push. */
export interface RuleSuite {
  readonly id: number;
  readonly actor: string;
  readonly before: string;
  readonly after: string;
  readonly ref: string;
  readonly at: Instant;
  readonly result: 'pass' | 'fail' | 'bypass';
}

export interface Protection {
  readonly reviews?: {
    readonly count: number;
    readonly dismissStale: boolean;
    readonly codeOwners: boolean;
    readonly lastPush: boolean;
  };
  readonly enforceAdmins: boolean;
  readonly allowForcePushes: boolean;
  readonly allowDeletions: boolean;
}

export interface CodeownersError {
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly message: string;
  readonly path: string;
}

export interface Workflow {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly state: 'active' | 'deleted' | 'disabled_fork' | 'disabled_inactivity' | 'disabled_manually';
  readonly at: Instant;
}

export interface WorkflowRun {
  readonly id: number;
  readonly workflow: number;
  readonly number: number;
  readonly event: string;
  readonly branch: string;
  readonly sha: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: 'success' | 'failure' | 'cancelled' | null;
  readonly actor: string;
  readonly at: Instant;
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  /** Logins of those who must let a job through; none for an environment without that gate. */
  readonly reviewers: readonly string[];
  readonly preventSelfReview: boolean;
  readonly adminsMayBypass: boolean;
  /** `protected`: only protected branches may deploy; `custom`: named branches; `any`: all. */
  readonly branches: 'protected' | 'custom' | 'any';
  readonly at: Instant;
}

export interface Team {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly permission: 'pull' | 'triage' | 'push' | 'maintain' | 'admin';
  readonly members: Readonly<Record<string, 'member' | 'maintainer'>>;
}

/**
 * The settings of a repository; those of a new one until somebody changes them (GitHub docs: managing GitHub Actions settings
 * for a repository: workflows may read, and may not approve pull requests).
 */
export function settingsOf(repository: Repository): Settings {
  repository.settings ??= {
    rulesets: [],
    ruleSuites: [],
    protection: {},
    codeownersErrors: [],
    workflowPermissions: { default: 'read', canApprove: false },
    workflows: [],
    runs: [],
    environments: [],
    variables: {},
    teams: [],
    outside: [],
  };
  return repository.settings;
}

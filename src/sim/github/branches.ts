import type { Instant } from '../../domain/instant.ts';
import { between, standsOn } from './graph.ts';
import { type Activity, type GithubState, nextId, type Pull, type Repository } from './state.ts';
import { turned } from './turns.ts';

/** What Git writes for "there was nothing". */
const NOTHING = '0'.repeat(40);

const HEADS = 'refs/heads/';

/** Who moves a branch, and when. */
export interface Mover {
  readonly login: string;
  readonly now: Instant;
}

/** Points a ref at a commit, or takes it away, and lets the pull requests of that branch follow. */
export function moveRef(state: GithubState, repository: Repository, ref: string, sha: string | null, mover: Mover): void {
  const before = repository.refs[ref];
  if (sha === null) delete repository.refs[ref];
  else repository.refs[ref] = sha;
  repository.pushedAt = mover.now;
  record(state, repository, { kind: kindOf(repository, before, sha), ref, before: before ?? NOTHING, after: sha ?? NOTHING, mover });
  follow(state, repository, ref, before, sha, mover);
}

/** Moves the base branch by merging a pull request; a merge queue does so under a kind of its own. */
export function moveByMerge(
  state: GithubState,
  repository: Repository,
  pull: Pull,
  sha: string,
  mover: Mover,
  kind: 'pr_merge' | 'merge_queue_merge' = 'pr_merge',
): void {
  const ref = HEADS + pull.baseRef;
  const before = repository.refs[ref];
  repository.refs[ref] = sha;
  repository.pushedAt = mover.now;
  record(state, repository, { kind, ref, before: before ?? NOTHING, after: sha, mover });
  follow(state, repository, ref, before, sha, mover);
}

interface Move {
  readonly kind: Activity['kind'];
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly mover: Mover;
}

function record(state: GithubState, repository: Repository, move: Move): void {
  const { kind, ref, before, after, mover } = move;
  repository.activity.push({ id: nextId(state), kind, ref, before, after, at: mover.now, actor: mover.login });
}

function kindOf(repository: Repository, before: string | undefined, after: string | null): Activity['kind'] {
  if (before === undefined) return 'branch_creation';
  if (after === null) return 'branch_deletion';
  return standsOn(repository.objects, after, before) ? 'push' : 'force_push';
}

/**
 * Open requests follow their branches. A head branch that goes closes its request; a base branch that comes to hold the
 * head, by whatever push, makes it merged (GitHub docs: about pull request merges, indirect merges).
 */
function follow(
  state: GithubState,
  repository: Repository,
  ref: string,
  before: string | undefined,
  sha: string | null,
  mover: Mover,
): void {
  for (const pull of repository.pulls.filter((one) => one.state === 'open')) {
    if (ref === HEADS + pull.headRef) followHead(pull, sha, mover);
    else if (ref === HEADS + pull.baseRef && sha !== null) {
      if (before !== undefined && !standsOn(repository.objects, sha, before)) turned(state, pull, 'base_ref_force_pushed', mover);
      followBase(repository, pull, before, sha, mover);
    }
  }
}

function followHead(pull: Pull, sha: string | null, mover: Mover): void {
  pull.updatedAt = mover.now;
  if (sha !== null) pull.headSha = sha;
  else close(pull, mover);
}

function followBase(repository: Repository, pull: Pull, before: string | undefined, sha: string, mover: Mover): void {
  if (!standsOn(repository.objects, sha, pull.headSha)) {
    pull.baseSha = sha;
    return;
  }
  pull.merged = { at: mover.now, by: mover.login, commit: sha, landed: between(repository.objects, before ?? NOTHING, sha) };
  close(pull, mover);
}

export function close(pull: Pull, mover: Mover): void {
  pull.state = 'closed';
  pull.closedAt = mover.now;
  pull.closedBy = mover.login;
  pull.updatedAt = mover.now;
}

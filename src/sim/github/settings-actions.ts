import { formatInstant } from '../../domain/instant.ts';
import { knownAccount } from './accounts.ts';
import { notFound, ok, type Said } from './answer.ts';
import { param, type RepositoryAsk } from './call.ts';
import { commitAt } from './objects.ts';
import { type Environment, settingsOf, type Workflow, type WorkflowRun } from './settings.ts';
import { showAccount } from './show-account.ts';
import { nodeId } from './show-id.ts';
import { apiOf, pageOf, showRepository } from './show-repository.ts';
import { paged } from './paging.ts';

/** GET /actions/permissions/workflow: one switch lets workflows both open and approve pull requests. */
export function workflowPermissions(ask: RepositoryAsk): Said {
  const { default: usual, canApprove } = settingsOf(ask.repository).workflowPermissions;
  return ok({ default_workflow_permissions: usual, can_approve_pull_request_reviews: canApprove });
}

/** GET /actions/workflows/{workflow_id}: by its number or by the name of its file. */
export function getWorkflow(ask: RepositoryAsk): Said {
  return ok(showWorkflow(ask, workflowOf(ask)));
}

/** GET /actions/workflows/{workflow_id}/runs: newest first. */
export function listRuns(ask: RepositoryAsk): Said {
  const workflow = workflowOf(ask);
  const query = ask.url.searchParams;
  const [event, branch, status] = [query.get('event'), query.get('branch'), query.get('status')];
  const found = settingsOf(ask.repository)
    .runs.filter((one) => one.workflow === workflow.id)
    .filter((one) => event === null || one.event === event)
    .filter((one) => branch === null || one.branch === branch)
    .filter((one) => status === null || one.status === status || one.conclusion === status);
  const said = paged(ask, found.toReversed(), (one) => showRun(ask, workflow, one));
  return { ...said, body: { total_count: found.length, workflow_runs: said.body } };
}

/** GET /environments. */
export function listEnvironments(ask: RepositoryAsk): Said {
  const { environments } = settingsOf(ask.repository);
  const said = paged(ask, environments, (one) => showEnvironment(ask, one));
  return { ...said, body: { total_count: environments.length, environments: said.body } };
}

/** GET /environments/{environment_name}. */
export function getEnvironment(ask: RepositoryAsk): Said {
  const found = settingsOf(ask.repository).environments.find((one) => one.name === param(ask, 'environment_name'));
  if (found === undefined) throw notFound();
  return ok(showEnvironment(ask, found));
}

/** GET /actions/variables/{name}. */
export function getVariable(ask: RepositoryAsk): Said {
  const name = param(ask, 'name');
  const value = settingsOf(ask.repository).variables[name];
  if (value === undefined) throw notFound();
  const at = formatInstant(ask.repository.createdAt);
  return ok({ name, value, created_at: at, updated_at: at });
}

function workflowOf(ask: RepositoryAsk): Workflow {
  const wanted = param(ask, 'workflow_id');
  const found = settingsOf(ask.repository).workflows.find(({ id, path }) => String(id) === wanted || path.endsWith(`/${wanted}`));
  if (found === undefined) throw notFound();
  return found;
}

function showWorkflow({ repository }: RepositoryAsk, one: Workflow): Record<string, unknown> {
  const file = one.path.replace(/^.*\//, '');
  return {
    id: one.id,
    node_id: nodeId('W', one.id),
    name: one.name,
    path: one.path,
    state: one.state,
    created_at: formatInstant(one.at),
    updated_at: formatInstant(one.at),
    url: `${apiOf(repository)}/actions/workflows/${one.id}`,
    html_url: `${pageOf(repository)}/blob/${repository.defaultBranch}/${one.path}`,
    badge_url: `${pageOf(repository)}/actions/workflows/${file}/badge.svg`,
  };
}

/** Addresses of a run by the field that shows them (REST API: workflow-run). */
const BELOW = { jobs_url: '/jobs', logs_url: '/logs', artifacts_url: '/artifacts', cancel_url: '/cancel', rerun_url: '/rerun' };

function showRun({ repository, state }: RepositoryAsk, workflow: Workflow, one: WorkflowRun): Record<string, unknown> {
  const url = `${apiOf(repository)}/actions/runs/${one.id}`;
  const actor = showAccount(knownAccount(state, one.actor));
  const commit = commitAt(repository.objects, one.sha);
  const at = formatInstant(one.at);
  const whole = showRepository(state, repository);
  return {
    id: one.id,
    name: workflow.name,
    node_id: nodeId('WFR', one.id),
    head_branch: one.branch,
    head_sha: one.sha,
    path: workflow.path,
    display_title: workflow.name,
    run_number: one.number,
    run_attempt: 1,
    event: one.event,
    status: one.status,
    conclusion: one.conclusion,
    workflow_id: workflow.id,
    url,
    html_url: `${pageOf(repository)}/actions/runs/${one.id}`,
    pull_requests: [],
    created_at: at,
    updated_at: at,
    run_started_at: at,
    actor,
    triggering_actor: actor,
    ...Object.fromEntries(Object.entries(BELOW).map(([field, path]) => [field, url + path])),
    check_suite_url: `${apiOf(repository)}/check-suites/${one.id}`,
    workflow_url: `${apiOf(repository)}/actions/workflows/${workflow.id}`,
    head_commit:
      commit === undefined
        ? null
        : {
            id: one.sha,
            tree_id: commit.tree,
            message: commit.message,
            timestamp: formatInstant(commit.committer.at),
            author: { name: commit.author.name, email: commit.author.email },
            committer: { name: commit.committer.name, email: commit.committer.email },
          },
    repository: whole,
    head_repository: whole,
  };
}

function showEnvironment({ repository, state }: RepositoryAsk, one: Environment): Record<string, unknown> {
  const at = formatInstant(one.at);
  const gate = {
    id: one.id + 1,
    node_id: nodeId('GA', one.id + 1),
    type: 'required_reviewers',
    prevent_self_review: one.preventSelfReview,
    reviewers: one.reviewers.map((login) => ({ type: 'User', reviewer: showAccount(knownAccount(state, login)) })),
  };
  const branchGate = { id: one.id + 2, node_id: nodeId('GA', one.id + 2), type: 'branch_policy' };
  return {
    id: one.id,
    node_id: nodeId('EN', one.id),
    name: one.name,
    url: `${apiOf(repository)}/environments/${one.name}`,
    html_url: `${pageOf(repository)}/deployments/activity_log?environments_filter=${one.name}`,
    created_at: at,
    updated_at: at,
    can_admins_bypass: one.adminsMayBypass,
    protection_rules: [...(one.reviewers.length > 0 ? [gate] : []), ...(one.branches === 'any' ? [] : [branchGate])],
    deployment_branch_policy:
      one.branches === 'any'
        ? null
        : { protected_branches: one.branches === 'protected', custom_branch_policies: one.branches === 'custom' },
  };
}

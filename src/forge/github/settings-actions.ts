import type { EnvironmentSettings, ScheduleSettings, SubjectForm, Told } from '../settings.ts';
import type { Client } from './client.ts';
import { unsafe } from './failures.ts';
import { isBot, loginOf } from './people.ts';
import type { Ask } from './settings-ask.ts';

/** What workflows may do by default, and whether they may approve. */
export async function workflowRights(client: Client): Promise<{ readonly write: boolean; readonly approves: boolean }> {
  const { data } = await client.octokit.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(client.at);
  return { write: data.default_workflow_permissions !== 'read', approves: data.can_approve_pull_request_reviews };
}

/** One workflow that runs on a schedule: GitHub runs it as whoever changed its cron line last (GitHub docs: events, schedule). */
export async function scheduleOf(client: Client, ask: Ask, file: string): Promise<ScheduleSettings> {
  const at = { ...client.at, workflow_id: file };
  const path = `/actions/workflows/${encodeURIComponent(file)}`;
  const [state, actor] = await Promise.all([
    ask(path, async () => (await client.octokit.rest.actions.getWorkflow(at)).data.state),
    ask(`${path}/runs?event=schedule`, async () => {
      const { data } = await client.octokit.rest.actions.listWorkflowRuns({ ...at, event: 'schedule', per_page: 1 });
      const [run] = data.workflow_runs;
      return run === undefined ? undefined : { login: loginOf(run.actor), bot: isBot(run.actor) };
    }),
  ]);
  return { file, state, actor };
}

interface RawEnvironment {
  readonly name: string;
  readonly deployment_branch_policy?: { readonly protected_branches: boolean } | null;
  // GitHub sends it, its published description does not list it.
  readonly can_admins_bypass?: boolean;
}

export async function environmentsOf(client: Client, ask: Ask): Promise<readonly EnvironmentSettings[]> {
  const { data } = await client.octokit.rest.repos.getAllEnvironments({ ...client.at, per_page: 100 });
  const all: readonly RawEnvironment[] = data.environments ?? [];
  if (all.length !== (data.total_count ?? all.length)) throw unsafe(`GitHub lists ${all.length} of ${data.total_count} environments`);
  return Promise.all(all.map(async (raw) => environmentOf(client, ask, raw)));
}

async function environmentOf(client: Client, ask: Ask, raw: RawEnvironment): Promise<EnvironmentSettings> {
  const { name, deployment_branch_policy: policy, can_admins_bypass: adminsBypass } = raw;
  const admins = adminsBypass === undefined ? {} : { adminsBypass };
  if (policy === null || policy === undefined) return { name, ...admins };
  return { name, branches: policy.protected_branches ? 'protected' : await branchesOf(client, ask, name), ...admins };
}

/** The names and patterns of branches and tags that may deploy. */
async function branchesOf(client: Client, ask: Ask, name: string): Promise<Told<readonly string[]>> {
  return ask(`/environments/${encodeURIComponent(name)}/deployment-branch-policies`, async () => {
    const query = { ...client.at, environment_name: name, per_page: 100 };
    const { data } = await client.octokit.rest.repos.listDeploymentBranchPolicies(query);
    return data.branch_policies.map((policy) => policy.name ?? '');
  });
}

/** The form of the subject that tokens of this repository carry (GitHub REST API: OIDC subject claim of a repository). */
export async function subjectForm(client: Client): Promise<SubjectForm> {
  const { data }: { readonly data: RawSubject } = await client.octokit.rest.actions.getCustomOidcSubClaimForRepo(client.at);
  const { use_immutable_subject: immutable } = data;
  return { usesDefault: data.use_default, claims: data.include_claim_keys ?? [], ...(immutable === undefined ? {} : { immutable }) };
}

interface RawSubject {
  readonly use_default: boolean;
  readonly include_claim_keys?: readonly string[];
  // GitHub Enterprise Server does not know it yet.
  readonly use_immutable_subject?: boolean;
}

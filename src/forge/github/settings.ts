import type { BranchSettings, ForgeSettings, Home, OwnersProblem, SettingsQuestion, Told } from '../settings.ts';
import type { Client } from './client.ts';
import type { Circumstances } from './failures.ts';
import { instantOf } from './reviews.ts';
import { environmentsOf, scheduleOf, subjectForm, workflowRights } from './settings-actions.ts';
import { alsoUnknown, askOf } from './settings-ask.ts';
import { branchRules, branchSettings } from './settings-branch.ts';
import { memberSettings } from './settings-members.ts';
import { tokenKind } from './token-kind.ts';

/** How the repository is guarded, read only; each answer stands for itself, so one missing right hides nothing else. */
export async function settingsOf(client: Client, around: Circumstances, question: SettingsQuestion): Promise<ForgeSettings> {
  const ask = askOf(client, around);
  const home = await ask('', async () => homeOf(client));
  const main = home.answer.ok ? branchSettings(client, ask, home.answer.value.defaultBranch) : unknownBranch(home);
  return {
    home,
    token: tokenKind(around.token),
    login: { ...(await ask('', client.login)), call: tokenKind(around.token) === 'app' ? 'POST /graphql' : 'GET /user' },
    main: await main,
    ledger: await branchRules(client, ask, question.ledgerBranch),
    codeowners: await ask('/codeowners/errors', async () => ownersProblems(client)),
    workflowRights: await ask('/actions/permissions/workflow', async () => workflowRights(client)),
    schedules: await Promise.all(question.scheduled.map(async (file) => scheduleOf(client, ask, file))),
    environments: await ask('/environments', async () => environmentsOf(client, ask)),
    subject: await ask('/actions/oidc/customization/sub', async () => subjectForm(client)),
    members: await memberSettings(client, around, home, question),
  };
}

async function homeOf(client: Client): Promise<Home> {
  const { data } = await client.octokit.rest.repos.get(client.at);
  const { id, name, owner, default_branch: defaultBranch, created_at: created } = data;
  const organization = owner.type === 'Organization';
  return { id, name, owner: owner.login, ownerId: owner.id, organization, defaultBranch, createdAt: instantOf(created) };
}

/** Nobody can ask about a branch whose name is not known. */
function unknownBranch(home: Told<Home>): BranchSettings {
  const unknown = <T>(): Told<T> => alsoUnknown<T>(home) as Told<T>;
  return { branch: '', rules: unknown(), rulesets: [], classic: unknown() };
}

async function ownersProblems(client: Client): Promise<readonly OwnersProblem[]> {
  const { data } = await client.octokit.rest.repos.codeownersErrors(client.at);
  return data.errors.map(({ line, kind, path }) => ({ line, kind, path }));
}

import type { BranchRule, BranchSettings, BypassActor, ClassicProtection, ReviewRule, Ruleset } from '../settings.ts';
import type { Client } from './client.ts';
import { everyPage } from './pages.ts';
import type { Ask } from './settings-ask.ts';

/** What holds a branch: the rules in force with their rulesets, and the older protection beside them. */
export async function branchSettings(client: Client, ask: Ask, branch: string): Promise<BranchSettings> {
  const path = encodeURIComponent(branch);
  const [{ rules }, classic] = await Promise.all([
    branchRules(client, ask, branch),
    ask(`/branches/${path}/protection`, async () => classicOf(client, branch)),
  ]);
  const ids = rules.answer.ok ? [...new Set(rules.answer.value.map((rule) => rule.ruleset))] : [];
  const rulesets = ids.map(async (id) => ask(`/rulesets/${id}`, async () => rulesetOf(client, id)));
  return { branch, rules, rulesets: await Promise.all(rulesets), classic };
}

/** The rules alone: they are told also for a branch that is not there yet. */
export async function branchRules(client: Client, ask: Ask, branch: string): Promise<Pick<BranchSettings, 'branch' | 'rules'>> {
  return { branch, rules: await ask(`/rules/branches/${encodeURIComponent(branch)}`, async () => rulesOf(client, branch)) };
}

interface RawRule {
  readonly type: string;
  readonly ruleset_id?: number;
  readonly parameters?: unknown;
}

async function rulesOf(client: Client, branch: string): Promise<readonly BranchRule[]> {
  const query = { ...client.at, branch, per_page: 100 };
  const raw = await everyPage<RawRule>(client, async () => client.octokit.rest.repos.getBranchRules(query));
  return raw.map(({ type, ruleset_id: ruleset = 0, parameters }) =>
    type === 'pull_request' ? { type, ruleset, review: reviewRule(parameters) } : { type, ruleset },
  );
}

/** What is not said is not demanded. */
function reviewRule(parameters: unknown): ReviewRule {
  const said = (typeof parameters === 'object' ? parameters : null) as Readonly<Record<string, unknown>> | null;
  const count = said?.['required_approving_review_count'];
  return {
    approvals: typeof count === 'number' ? count : 0,
    codeOwners: said?.['require_code_owner_review'] === true,
    dismissStale: said?.['dismiss_stale_reviews_on_push'] === true,
    lastPush: said?.['require_last_push_approval'] === true,
  };
}

/** GitHub leaves `bypass_actors` out for a token without the right to write the ruleset (GitHub REST API: get a repository ruleset). */
async function rulesetOf(client: Client, id: number): Promise<Ruleset> {
  const { data } = await client.octokit.rest.repos.getRepoRuleset({ ...client.at, ruleset_id: id });
  const bypass = data.bypass_actors?.map(({ actor_type: type, actor_id: actor, bypass_mode: mode = 'always' }): BypassActor =>
    typeof actor === 'number' ? { type, id: actor, mode } : { type, mode },
  );
  return { id: data.id, name: data.name, ...(bypass === undefined ? {} : { bypass }) };
}

/** The branch itself says whether there is any, also to tokens that may not read what it demands. */
async function classicOf(client: Client, branch: string): Promise<ClassicProtection | undefined> {
  const { data } = await client.octokit.rest.repos.getBranch({ ...client.at, branch });
  if (!data.protected || data.protection.enabled === false) return undefined;
  const { data: classic } = await client.octokit.rest.repos.getBranchProtection({ ...client.at, branch });
  const review = classic.required_pull_request_reviews;
  const exempt = review?.bypass_pull_request_allowances;
  return {
    ...(review === undefined ? {} : { review: classicReview(review) }),
    forcePushes: classic.allow_force_pushes?.enabled === true,
    deletions: classic.allow_deletions?.enabled === true,
    bindsAdmins: classic.enforce_admins?.enabled === true,
    exempt: [exempt?.users, exempt?.teams, exempt?.apps].reduce((sum, all) => sum + (all?.length ?? 0), 0),
    restrictsPushes: classic.restrictions !== undefined,
  };
}

interface RawReview {
  readonly required_approving_review_count?: number;
  readonly require_code_owner_reviews: boolean;
  readonly dismiss_stale_reviews: boolean;
  readonly require_last_push_approval?: boolean;
}

function classicReview(raw: RawReview): ReviewRule {
  return {
    approvals: raw.required_approving_review_count ?? 0,
    codeOwners: raw.require_code_owner_reviews,
    dismissStale: raw.dismiss_stale_reviews,
    lastPush: raw.require_last_push_approval === true,
  };
}

import { formatInstant } from '../../domain/instant.ts';
import { levelOf } from './access.ts';
import { knownAccount } from './accounts.ts';
import { notFound, ok, type Said } from './answer.ts';
import { numberParam, param, type RepositoryAsk } from './call.ts';
import { paged } from './paging.ts';
import { type Rule, type Ruleset, type RuleSuite, settingsOf } from './settings.ts';
import { nodeId } from './show-id.ts';
import { apiOf, pageOf } from './show-repository.ts';
import type { Repository } from './state.ts';

/** GET /rulesets: without their rules and conditions, which only the single one has. */
export function listRulesets(ask: RepositoryAsk): Said {
  const parents = ask.url.searchParams.get('includes_parents') !== 'false';
  const found = settingsOf(ask.repository).rulesets.filter((one) => parents || one.sourceType === 'Repository');
  return paged(ask, found, (one) => showRuleset(ask, one));
}

/** GET /rulesets/{id}: who may bypass is told only to those who may change it (REST API: rules, get a repository ruleset). */
export function getRuleset(ask: RepositoryAsk): Said {
  const id = numberParam(ask, 'ruleset_id');
  const found = settingsOf(ask.repository).rulesets.find((one) => one.id === id);
  if (found === undefined) throw notFound();
  return ok({
    ...showRuleset(ask, found),
    conditions: { ref_name: { include: found.include, exclude: found.exclude } },
    rules: found.rules.map(showRule),
    current_user_can_bypass: 'never',
    ...(mayChange(ask)
      ? { bypass_actors: found.bypassActors.map(({ id: actor_id, type, mode }) => ({ actor_id, actor_type: type, bypass_mode: mode })) }
      : {}),
  });
}

/** GET /rules/branches/{branch}: every rule of an active ruleset, of whatever level, also for a branch that is not there. */
export function rulesOfBranch(ask: RepositoryAsk): Said {
  const { repository } = ask;
  const ref = `refs/heads/${param(ask, 'branch')}`;
  const active = settingsOf(repository).rulesets.filter((one) => one.enforcement === 'active' && covers(repository, one, ref));
  const rules = active.flatMap((one) => one.rules.map((rule) => ({ rule, one })));
  return paged(ask, rules, ({ rule, one }) => ({
    ...showRule(rule),
    ruleset_source_type: one.sourceType,
    ruleset_source: sourceOf(repository, one),
    ruleset_id: one.id,
  }));
}

const PERIODS: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168, month: 720 };

/** GET /rulesets/rule-suites: what the rules said of each push, newest first, of the last day unless asked otherwise. */
export function listRuleSuites(ask: RepositoryAsk): Said {
  const query = ask.url.searchParams;
  const [ref, actor, result] = [query.get('ref'), query.get('actor_name'), query.get('rule_suite_result') ?? 'all'];
  const since = ask.now - (PERIODS[query.get('time_period') ?? 'day'] ?? 24) * 3600_000;
  const found = settingsOf(ask.repository).ruleSuites.filter(
    (one) =>
      one.at >= since &&
      (ref === null || one.ref === ref || one.ref === `refs/heads/${ref}`) &&
      (actor === null || one.actor === actor) &&
      (result === 'all' || one.result === result),
  );
  return paged(ask, found.toReversed(), (one) => showSuite(ask, one));
}

/** GET /rulesets/rule-suites/{id}. */
export function getRuleSuite(ask: RepositoryAsk): Said {
  const id = numberParam(ask, 'rule_suite_id');
  const found = settingsOf(ask.repository).ruleSuites.find((one) => one.id === id);
  if (found === undefined) throw notFound();
  return ok({ ...showSuite(ask, found), rule_evaluations: [] });
}

function showRuleset({ repository }: RepositoryAsk, one: Ruleset): Record<string, unknown> {
  const below = one.sourceType === 'Repository' ? `${apiOf(repository)}/rulesets/${one.id}` : orgUrl(repository, one);
  return {
    id: one.id,
    name: one.name,
    target: 'branch',
    source_type: one.sourceType,
    source: sourceOf(repository, one),
    enforcement: one.enforcement,
    node_id: nodeId('RRS', one.id),
    _links: { self: { href: below }, html: { href: `${pageOf(repository)}/rules/${one.id}` } },
    created_at: formatInstant(one.at),
    updated_at: formatInstant(one.at),
  };
}

function orgUrl(repository: Repository, one: Ruleset): string {
  return `https://api.github.com/orgs/${repository.owner}/rulesets/${one.id}`;
}

function sourceOf(repository: Repository, one: Ruleset): string {
  return one.sourceType === 'Repository' ? `${repository.owner}/${repository.name}` : repository.owner;
}

function showRule({ type, parameters }: Rule): Record<string, unknown> {
  return parameters === undefined ? { type } : { type, parameters };
}

function showSuite({ repository, state }: RepositoryAsk, one: RuleSuite): Record<string, unknown> {
  return {
    id: one.id,
    actor_id: knownAccount(state, one.actor).id,
    actor_name: one.actor,
    before_sha: one.before,
    after_sha: one.after,
    ref: one.ref,
    repository_id: repository.id,
    repository_name: repository.name,
    pushed_at: formatInstant(one.at),
    result: one.result,
    evaluation_result: one.result,
  };
}

function mayChange({ repository, caller }: RepositoryAsk): boolean {
  if (caller.token.kind === 'installation') return caller.token.permissions['administration'] === 'write';
  return levelOf(repository, caller) === 'admin';
}

function covers(repository: Repository, { include, exclude }: Ruleset, ref: string): boolean {
  const fits = (pattern: string): boolean => matches(repository, pattern, ref);
  return include.some(fits) && !exclude.some(fits);
}

/** Patterns are those of fnmatch (GitHub docs: creating rulesets for a repository); a star stays within one segment. */
function matches(repository: Repository, pattern: string, ref: string): boolean {
  if (pattern === '~ALL') return true;
  if (pattern === '~DEFAULT_BRANCH') return ref === `refs/heads/${repository.defaultBranch}`;
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${source.join('')}$`).test(ref);
}

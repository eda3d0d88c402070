import { formatInstant } from '../../domain/instant.ts';
import { created, invalid, notFound, ok, refused, type Refused, type Said } from './answer.ts';
import { needed, numberParam, param, type RepositoryAsk, textField } from './call.ts';
import { commitAt } from './objects.ts';
import { paged } from './paging.ts';
import { revision } from './revision.ts';
import { nodeId } from './show-id.ts';
import { apiOf, pageOf } from './show-repository.ts';
import { type CheckRun, nextId, type Repository } from './state.ts';

/** So many annotations are taken with one call (REST API: create a check run). */
const MOST_ANNOTATIONS = 50;

/** A summary and a text hold 65,535 characters (REST API: create a check run). */
const MOST_TEXT = 65_535;

/** POST /check-runs: any number may have one name; the newest counts (REST API: list check runs for a Git reference, filter). */
export function createCheckRun(ask: RepositoryAsk): Said {
  byApp(ask);
  const head = needed(ask, 'head_sha', 'CheckRun');
  if (commitAt(ask.repository.objects, head) === undefined)
    throw invalid({ resource: 'CheckRun', field: 'head_sha', code: 'custom', message: `No commit found for SHA: ${head}` });
  const run: CheckRun = {
    id: nextId(ask.state),
    name: needed(ask, 'name', 'CheckRun'),
    headSha: head,
    app: ask.caller.account.login,
    startedAt: ask.now,
    externalId: null,
    status: 'queued',
    conclusion: null,
    completedAt: null,
    title: null,
    summary: null,
    annotations: [],
  };
  change(ask, run);
  ask.repository.checks.push(run);
  return created(show(ask.repository, run));
}

/** PATCH /check-runs/{id}: what is sent takes the place of what was there; annotations are added to those that are there. */
export function updateCheckRun(ask: RepositoryAsk): Said {
  byApp(ask);
  const run = runOf(ask);
  change(ask, run);
  return ok(show(ask.repository, run));
}

/** GET /check-runs/{id}. */
export function getCheckRun(ask: RepositoryAsk): Said {
  return ok(show(ask.repository, runOf(ask)));
}

/** GET /check-runs/{id}/annotations. */
export function listAnnotations(ask: RepositoryAsk): Said {
  return paged(ask, runOf(ask).annotations, (one) => ({
    ...UNSAID,
    ...one,
    blob_href: `${pageOf(ask.repository)}/blob/${runOf(ask).headSha}`,
  }));
}

/** What an annotation may leave out. */
const UNSAID = { start_column: null, end_column: null, title: null, raw_details: null };

/** GET /commits/{ref}/check-runs: of each name the newest run, unless all are asked for. */
export function listCheckRuns(ask: RepositoryAsk): Said {
  const head = revision(ask.repository, param(ask, 'ref'))?.sha;
  if (head === undefined) throw notFound();
  const { searchParams: query } = ask.url;
  const name = query.get('check_name');
  const all = ask.repository.checks.filter((run) => run.headSha === head && (name === null || run.name === name));
  const newest = new Map(all.map((run) => [`${run.app} ${run.name}`, run]));
  const runs = query.get('filter') === 'all' ? all : [...newest.values()];
  const page = paged(ask, runs, (run) => show(ask.repository, run));
  return { ...page, body: { total_count: runs.length, check_runs: page.body } };
}

/** Only apps write checks (GitHub REST API: check runs). */
function byApp({ caller }: RepositoryAsk): void {
  if (caller.token.kind !== 'installation') throw refused(403, 'You must authenticate via a GitHub App.');
}

function runOf(ask: RepositoryAsk): CheckRun {
  const id = numberParam(ask, 'check_run_id');
  const run = ask.repository.checks.find((one) => one.id === id);
  if (run === undefined) throw notFound();
  return run;
}

function change(ask: RepositoryAsk, run: CheckRun): void {
  const output = (ask.body['output'] ?? {}) as Readonly<Record<string, unknown>>;
  const annotations = (output['annotations'] ?? []) as CheckRun['annotations'];
  if (annotations.length > MOST_ANNOTATIONS) throw tooMuch('annotations', `no more than ${MOST_ANNOTATIONS} at once`);
  if (typeof output['summary'] === 'string' && output['summary'].length > MOST_TEXT)
    throw tooMuch('summary', `no more than ${MOST_TEXT} characters`);
  run.externalId = textField(ask, 'external_id') ?? run.externalId;
  run.conclusion = textField(ask, 'conclusion') ?? run.conclusion;
  run.status = textField(ask, 'status') ?? (run.conclusion === null ? run.status : 'completed');
  run.completedAt = run.status === 'completed' ? ask.now : null;
  run.title = typeof output['title'] === 'string' ? output['title'] : run.title;
  run.summary = typeof output['summary'] === 'string' ? output['summary'] : run.summary;
  run.annotations.push(...annotations);
}

function tooMuch(field: string, message: string): Refused {
  return invalid({ resource: 'CheckRun', field, code: 'invalid', message });
}

/** REST API: check-run. */
function show(repository: Repository, run: CheckRun): Record<string, unknown> {
  const url = `${apiOf(repository)}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${pageOf(repository)}/runs/${run.id}`,
    details_url: `${pageOf(repository)}/runs/${run.id}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: formatInstant(run.startedAt),
    completed_at: run.completedAt === null ? null : formatInstant(run.completedAt),
    output: {
      title: run.title,
      summary: run.summary,
      text: null,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    name: run.name,
    check_suite: null,
    app: null,
    pull_requests: [],
  };
}

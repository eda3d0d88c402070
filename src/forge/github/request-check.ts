import { createHash } from 'node:crypto';

import type { Finding } from '../../domain/finding.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { RequestCheck } from '../forge.ts';
import type { Client } from './client.ts';

/** The name under which a ruleset requires the check. */
const CHECK = 'grantkeeper';

/** So many annotations go with one call; more go with further ones (GitHub REST API: create a check run). */
const EACH = 50;

/** Of the message of an annotation: 64 KB are taken (GitHub REST API: create a check run), and the summary has the findings too. */
const LONGEST = 16_000;

interface Run {
  readonly id: number;
  readonly external_id: string | null;
  readonly conclusion: string | null;
  readonly output: { readonly title: string | null; readonly summary: string | null };
}

/**
 * The check on the last commit of a request. The newest run of the name counts. One with the same annotations is brought up to
 * date, since annotations are only ever added to a run; else a new one takes its place. One that says the same is left alone.
 */
export async function putCheck(client: Client, check: RequestCheck): Promise<void> {
  const annotations = check.findings.flatMap(annotationOf);
  const externalId = `grantkeeper:${digestOf(JSON.stringify(annotations))}`;
  const known = await newest(client, check.head);
  if (known?.external_id !== externalId) return create(client, check, externalId, annotations);
  if (saysTheSame(known, check)) return undefined;
  await client.octokit.rest.checks.update({ ...client.at, check_run_id: known.id, ...resultOf(client, check, []) });
}

async function create(client: Client, check: RequestCheck, externalId: string, annotations: readonly Annotation[]): Promise<void> {
  const { checks } = client.octokit.rest;
  const first = resultOf(client, check, annotations.slice(0, EACH));
  const { data } = await checks.create({ ...client.at, name: CHECK, head_sha: check.head, external_id: externalId, ...first });
  for (let from = EACH; from < annotations.length; from += EACH) {
    await checks.update({ ...client.at, check_run_id: data.id, ...resultOf(client, check, annotations.slice(from, from + EACH)) });
  }
}

async function newest(client: Client, head: string): Promise<Run | undefined> {
  const query = { ...client.at, ref: head, check_name: CHECK, filter: 'latest' as const, per_page: 100 };
  const { data } = await client.octokit.rest.checks.listForRef(query);
  const runs: readonly Run[] = data.check_runs;
  return runs.toSorted((a, b) => b.id - a.id).find((run) => run.external_id?.startsWith('grantkeeper:') === true);
}

function resultOf(client: Client, check: RequestCheck, annotations: readonly Annotation[]) {
  const output = { title: check.title, summary: check.summary, annotations: [...annotations] };
  const conclusion = conclusionOf(check);
  return { status: 'completed' as const, conclusion, completed_at: formatInstant(client.now()), output };
}

function conclusionOf({ passed }: RequestCheck): 'success' | 'failure' {
  return passed ? 'success' : 'failure';
}

function saysTheSame(known: Run, check: RequestCheck): boolean {
  const { title, summary } = known.output;
  return known.conclusion === conclusionOf(check) && title === check.title && summary === check.summary;
}

type Annotation = ReturnType<typeof annotationOf>[number];

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

/** A finding on its line; columns only hold on one line. What stands in no file is in the summary. */
function annotationOf({ code, severity, message, hint, at }: Finding) {
  if (at === undefined) return [];
  const columns = at.line === at.endLine ? { start_column: at.column, end_column: Math.max(at.column, at.endColumn) } : {};
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return [
    {
      path: at.file,
      start_line: at.line,
      end_line: at.endLine,
      ...columns,
      annotation_level: LEVELS[severity],
      title: code,
      message: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text,
    },
  ];
}

/** SHA-256 in hex, shortened: it only tells one set of annotations from the next. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

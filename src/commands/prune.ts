import type { Answer, Deletion, Forge, PruneRequest, RequestText } from '../forge/forge.ts';
import { count } from '../report/columns.ts';
import { pruneText } from '../report/prune-text.ts';
import type { Command, Report } from './command.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import type { LedgerSight } from './ledger/sight.ts';
import { type Batch, lapsed } from './prune-lapsed.ts';
import { prepare } from './reading/prepare.ts';
import { type Situation, surveyAndPlan } from './reading/situation.ts';

export const prune: Command = {
  name: 'prune',
  summary: 'Open a pull request that removes lapsed grants',
  options: [],
  action: true,
  outputs: ['operation', 'pull-request-number', 'pull-request-url'],
  async run(context) {
    const prepared = await prepare(context);
    if (!prepared.ok) return findingsReport(prepared.findings, []);
    const situation = await surveyAndPlan(context, prepared.basis, prepared.control, { recallsForeign: false, also: [] });
    const forge = await context.forge();
    const { unconfirmed } = situation.basis;
    if (typeof forge === 'string' || unconfirmed !== undefined)
      return refused(`nothing is pruned: ${typeof forge === 'string' ? forge : unconfirmed}`);
    return settle(forge, situation, prepared.ledger, lapsed(situation, prepared.ledger, context));
  },
};

/** Opened once; updated only while nobody has approved it or written to it; closed when nothing has lapsed. */
async function settle(forge: Forge, situation: Situation, ledger: LedgerSight, batch: Batch): Promise<Report> {
  const { commit } = situation.basis.history;
  const { items } = batch;
  const text = textOf(situation, ledger, batch);
  const found = await forge.findPrune();
  if (!found.ok) return failed(found);
  const open = found.value;
  if (open === undefined)
    return items.length === 0 ? done('none', undefined, batch) : answer('opened', await forge.openPrune(commit, items, text), batch);
  if (open.touched) return leftAlone(forge, open, batch);
  if (items.length === 0) return answer('closed', await closed(forge, open), batch);
  if (sameSet(open.deletions, items)) return done('unchanged', open, batch);
  if (open.approved) return done('frozen, since it is approved', open, batch);
  return answer('updated', await forge.updatePrune(open, commit, items, text), batch);
}

/** The commit carries the head of the ledger, where that was read. */
function textOf({ control }: Situation, sight: LedgerSight, { items, waiting }: Batch): RequestText {
  const zones = new Map([...control.teams.values()].map((team) => [team.name, team.zone]));
  const text = pruneText({ items, stamp: control.policy.stamp, zones, waiting });
  return sight.ok && sight.ledger.commit !== undefined ? { ...text, ledger: sight.ledger.head.hash } : text;
}

const TOUCHED = '<!-- grantkeeper:prune-touched v1 -->';

const TOUCHED_TEXT = `This branch holds a commit that is not of this tool, so it is left alone from here on: nothing is pushed to it and this request is not closed.

Merge it, or close it and delete its branch; the next run opens a new one.

${TOUCHED}
`;

/** The work of people is never written over; that is said to them once. */
async function leftAlone(forge: Forge, open: PruneRequest, batch: Batch): Promise<Report> {
  const desk = forge.requests;
  const what = 'left alone, since somebody else has written to its branch';
  if (desk === undefined) return done(what, open, batch);
  const known = await desk.findComment(open.number, (body) => body.includes(TOUCHED));
  if (!known.ok) return failed(known);
  if (known.value !== undefined) return done(what, open, batch);
  const told = await desk.putComment(open.number, TOUCHED_TEXT, undefined);
  return told.ok ? done(what, open, batch) : failed(told);
}

async function closed(forge: Forge, open: PruneRequest): Promise<Answer<PruneRequest>> {
  const answered = await forge.closePrune(open, 'Nothing has lapsed any more, so there is nothing to prune.');
  return answered.ok ? { ok: true, value: open } : answered;
}

function sameSet(a: readonly Deletion[], b: readonly Deletion[]): boolean {
  const keys = (all: readonly Deletion[]) =>
    all
      .map(({ path, blob }) => `${path} ${blob}`)
      .sort()
      .join('\n');
  return keys(a) === keys(b);
}

function answer(what: string, result: Answer<PruneRequest>, batch: Batch): Report {
  return result.ok ? done(what, result.value, batch) : failed(result);
}

function done(what: string, request: PruneRequest | undefined, { items, waiting }: Batch): Report {
  const more = waiting === 0 ? '' : `, ${waiting} more wait for the next`;
  const said =
    request === undefined
      ? 'No grant has lapsed: nothing to prune.'
      : `Prune request #${request.number} ${what}: ${count(items.length, 'lapsed grant')}${more}. ${request.url}`;
  const files = items.map((item) => `- ${item.path}`);
  const json = {
    operation: what.split(',')[0] ?? what,
    number: request?.number ?? null,
    url: request?.url ?? null,
    deletions: items.map(({ path, blob, grant }) => ({ path, blob, grant })),
    waiting,
  };
  return {
    exit: exitCode('ok'),
    text: `${[said, ...files].join('\n')}\n`,
    json,
    outputs: { 'pull-request-number': request?.number ?? '', 'pull-request-url': request?.url ?? '', operation: json.operation },
  };
}

function failed(result: Extract<Answer<unknown>, { ok: false }>): Report {
  // Somebody closed this very request, or the branch is theirs: that is an answer, not an error.
  if (result.failure.kind === 'unsafe')
    return {
      exit: exitCode('ok'),
      text: `Nothing was pruned: ${result.failure.message}\n`,
      json: { operation: 'declined', failure: result.failure },
      outputs: { operation: 'declined' },
    };
  const { message, hint } = result.failure;
  return {
    exit: exitCode('error'),
    text: `The prune request failed: ${message}${hint === undefined ? '' : ` (${hint})`}\n`,
    json: { operation: 'failed', failure: result.failure },
  };
}

function refused(message: string): Report {
  return { exit: exitCode('refused'), text: `${message}\n`, json: { operation: 'refused', message } };
}

import { scopeKey } from '../domain/access.ts';
import type { Answer, Deletion, Forge, PruneRequest } from '../forge/forge.ts';
import { expander } from '../reconcile/expand.ts';
import { liveOurs } from '../reconcile/standing.ts';
import { type Prunable, prunable } from '../reconcile/prunable.ts';
import { count } from '../report/columns.ts';
import { pruneText } from '../report/prune-text.ts';
import type { Command, Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { prepare } from './reading/prepare.ts';
import { type Situation, surveyAndPlan } from './reading/situation.ts';

export const prune: Command = {
  name: 'prune',
  summary: 'Open a pull request that removes lapsed grants',
  options: [],
  action: true,
  async run(context) {
    const prepared = await prepare(context);
    if (!prepared.ok) return findingsReport(prepared.findings, [], context);
    const situation = await surveyAndPlan(context, prepared.basis, prepared.control, { recallsForeign: false, also: [] });
    const forge = await context.forge();
    const { unconfirmed } = situation.basis;
    if (typeof forge === 'string' || unconfirmed !== undefined)
      return refused(`nothing is pruned: ${typeof forge === 'string' ? forge : unconfirmed}`);
    return settle(forge, situation, lapsed(situation, context));
  },
};

/** What a fresh and complete read proves to be gone. */
function lapsed(situation: Situation, context: Context): readonly Prunable[] {
  const { basis, control, survey, planned, clouds } = situation;
  const expand = expander(clouds);
  const live = [...survey.readings.values()].flatMap((reading) => reading.live);
  const ours = liveOurs(live, planned.context.stamps, planned.context.asked);
  const marked = new Set(live.flatMap((one) => one.mark?.grant ?? []));
  const isRead = (grant: string) =>
    (basis.timelines.get(grant)?.versions ?? []).every((version) => {
      if (version.body.kind !== 'grant') return true;
      const { units } = expand(version.body.grant, basis.control.at(version.position) ?? control);
      return units.every((unit) => survey.readings.has(scopeKey(unit.scope)));
    });
  const isGone = (grant: string) => !ours.grants.has(grant) && !marked.has(grant) && isRead(grant);
  return prunable(basis.timelines.values(), { now: context.now, after: control.policy.prune.after, isGone });
}

/** Opened once; updated only while nobody has approved it or written to it; closed when nothing has lapsed. */
async function settle(forge: Forge, situation: Situation, items: readonly Prunable[]): Promise<Report> {
  const { commit } = situation.basis.history;
  const deletions: readonly Deletion[] = items.map(({ path, blob, grant }) => ({ path, blob, grant }));
  const text = pruneText({ items, stamp: situation.control.policy.stamp });
  const found = await forge.findPrune();
  if (!found.ok) return failed(found);
  const open = found.value;
  if (open === undefined)
    return items.length === 0 ? done('none', undefined, items) : answer('opened', await forge.openPrune(commit, deletions, text), items);
  if (items.length === 0) return answer('closed', await closed(forge, open), items);
  if (sameSet(open.deletions, deletions)) return done('unchanged', open, items);
  if (open.approved) return done('frozen, since it is approved', open, items);
  if (open.touched) return done('left alone, since somebody else has written to its branch', open, items);
  return answer('updated', await forge.updatePrune(open, commit, deletions, text), items);
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

function answer(what: string, result: Answer<PruneRequest>, items: readonly Prunable[]): Report {
  return result.ok ? done(what, result.value, items) : failed(result);
}

function done(what: string, request: PruneRequest | undefined, items: readonly Prunable[]): Report {
  const said =
    request === undefined
      ? 'No grant has lapsed: nothing to prune.'
      : `Prune request #${request.number} ${what}: ${count(items.length, 'lapsed grant')}. ${request.url}`;
  const files = items.map((item) => `- ${item.path}`);
  const json = {
    operation: what.split(',')[0] ?? what,
    number: request?.number ?? null,
    url: request?.url ?? null,
    deletions: items.map(({ path, blob, grant }) => ({ path, blob, grant })),
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

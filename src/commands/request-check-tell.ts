import type { Failure } from '../domain/outcome.ts';
import type { OpenRequest } from '../domain/request.ts';
import type { Answer, RequestDesk } from '../forge/forge.ts';
import { findingsJson } from '../report/findings.ts';
import { printable } from '../report/printable.ts';
import { requestComment } from '../report/request-comment.ts';
import type { RequestFacts } from '../report/request-facts.ts';
import { isRequestComment, looksOf } from '../report/request-marker.ts';
import { labelsOf, REQUEST_LABELS, stateOf, titleOf } from '../report/request-state.ts';
import type { Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode, type ExitName } from './exit.ts';

/** Says on the request what is known of it. What was said before just so is not said again. */
export async function tellRequest(context: Context, desk: RequestDesk, request: OpenRequest, facts: RequestFacts): Promise<Report> {
  const state = stateOf(facts);
  const failures = request.fromFork ? [] : await write(desk, request, facts);
  for (const failure of failures) context.say(trouble(failure));
  const { page } = requestComment(facts);
  const written = !request.fromFork && failures.length === 0;
  const title = titleOf(facts);
  return {
    exit: exitCode(...exits(state, written, failures)),
    text: `${printable(title)}\n\n${page}`,
    page,
    json: jsonOf(request, facts, written),
    outputs: { summary: printable(title), refused: facts.findings.filter((finding) => finding.severity === 'error').length },
  };
}

/** Findings stand at the top only where the check does not put them on their lines: else the Action would do it once more. */
function jsonOf({ number, head }: OpenRequest, facts: RequestFacts, written: boolean): object {
  const { grants, approval, policy = null } = facts;
  const { findings } = findingsJson(facts.findings);
  const request = { number, head, state: stateOf(facts), title: titleOf(facts), grants, policy, approval, findings, written };
  return written ? { request } : { request, findings };
}

/** What was written tells who must approve; where it could not be written the job itself has to be red. */
function exits(state: ReturnType<typeof stateOf>, written: boolean, failures: readonly Failure[]): readonly ExitName[] {
  return [
    ...(failures.length > 0 ? (['partly'] as const) : []),
    ...(state === 'refused' || state === 'blocked' || (state === 'waiting' && !written) ? (['refused'] as const) : []),
  ];
}

/** Each for itself: a label that cannot be set takes neither comment nor check with it. */
async function write(desk: RequestDesk, request: OpenRequest, facts: RequestFacts): Promise<readonly Failure[]> {
  const answers = [
    await putComment(desk, request, facts),
    await desk.setLabels(request, labelsOf(facts), REQUEST_LABELS),
    await putCheck(desk, request, facts),
    (await desk.noteLines?.(request, facts.suggestions)) ?? DONE,
  ];
  return answers.flatMap((answer) => (answer.ok ? [] : [answer.failure]));
}

async function putComment(desk: RequestDesk, request: OpenRequest, facts: RequestFacts): Promise<Answer<void>> {
  const known = await desk.findComment(request.number, isRequestComment);
  if (!known.ok) return known;
  if (known.value === undefined && saysNothing(facts)) return DONE;
  const looks = known.value === undefined ? [] : looksOf(known.value.body);
  const [last] = looks;
  // As it would have been written at the time of the last look: then only the time would differ.
  const again = last === undefined ? undefined : requestComment({ ...facts, at: last.at }, looks).body;
  if (known.value !== undefined && again?.trim() === known.value.body.replaceAll('\r\n', '\n').trim()) return DONE;
  return desk.putComment(request.number, requestComment(facts, looks).body, known.value);
}

const DONE = { ok: true, value: undefined } as const;

/** A request that touches neither access nor who may approve it needs no comment. */
function saysNothing({ grants, control, findings, approval, lapsed }: RequestFacts): boolean {
  return grants.length + control.length + findings.length + lapsed === 0 && approval.met;
}

async function putCheck(desk: RequestDesk, request: OpenRequest, facts: RequestFacts): Promise<Answer<void>> {
  const { summary } = requestComment(facts);
  return desk.putCheck({
    head: request.head,
    passed: stateOf(facts) === 'ready',
    title: titleOf(facts),
    summary,
    findings: facts.findings,
  });
}

function trouble({ message, hint }: Failure): string {
  return `not written on the request: ${printable(message)}${hint === undefined ? '' : ` ${printable(hint)}`}`;
}

export function saidOf(exit: 'usage' | 'error' | 'ok', message: string, hint?: string): Report {
  const text = `${printable(message)}\n${hint === undefined ? '' : `  ${printable(hint)}\n`}`;
  return { exit: exitCode(exit), text, json: exit === 'ok' ? { message } : { error: message } };
}

import { byPlace, type Finding } from '../domain/finding.ts';
import { count } from './columns.ts';
import { effectDetails, effectLines } from './effect-text.ts';
import { fenced, inert, plain, shortened } from './markdown.ts';
import { policyEffectLines, policyEffectSummary } from './policy-effect-text.ts';
import { approvalLines } from './request-approval.ts';
import { before, type Look, markerOf } from './request-marker.ts';
import type { GrantFacts, HoldingFacts, RequestFacts } from './request-facts.ts';
import { accessText, periodText, sentenceOf } from './request-sentence.ts';
import { type RequestState, stateOf } from './request-state.ts';
import { bindingTable } from './request-table.ts';
import { distanceText, momentText } from './time-text.ts';

/** GitHub takes 65,536 characters; some are left for what it may add. Counted after everything was made inert. */
export const LONGEST_COMMENT = 60_000;

/** How much of each thing is shown. */
interface Room {
  readonly grants: number;
  readonly rows: number;
  readonly findings: number;
  readonly details: 'shown' | 'elsewhere' | 'none';
}

const ALL: Room = { grants: Infinity, rows: Infinity, findings: Infinity, details: 'shown' };

/** From the whole down to what is sure to fit; what is left out is said, and stands in the summary of the run. */
const ROOMS: readonly Room[] = [
  ALL,
  { grants: 50, rows: 60, findings: 40, details: 'shown' },
  { grants: 20, rows: 20, findings: 20, details: 'elsewhere' },
  { grants: 5, rows: 8, findings: 8, details: 'elsewhere' },
  { grants: 2, rows: 3, findings: 3, details: 'elsewhere' },
];

export interface RequestComment {
  /** The comment: Markdown of at most `LONGEST_COMMENT` characters, with its hidden marker. */
  readonly body: string;
  /** All of it, for the next larger place. */
  readonly page: string;
  /** What the check says: no longer than the comment, and the same whenever it is looked at. */
  readonly summary: string;
}

/** The one comment on a request. `looks` are those that the comment remembers that stands there already, the newest first. */
export function requestComment(facts: RequestFacts, looks: readonly Look[] = []): RequestComment {
  const look: Look = { at: facts.at, head: facts.head, state: stateOf(facts) };
  const earlier = before(look, looks);
  const marker = markerOf(look, earlier);
  return {
    body: fitting((room) => `${pageOf(facts, earlier, room)}\n\n${marker}\n`),
    page: `${pageOf(facts, earlier, ALL)}\n`,
    summary: fitting((room) => pageOf(facts, [], { ...room, details: 'none' })),
  };
}

/** The roomiest that is short enough; the last always is. */
function fitting(made: (room: Room) => string): string {
  return ROOMS.reduce((text, room) => (text.length <= LONGEST_COMMENT && text !== '' ? text : made(room)), '');
}

function pageOf(facts: RequestFacts, earlier: readonly Look[], room: Room): string {
  const shown = facts.grants.slice(0, room.grants);
  const refused = stateOf(facts) === 'refused';
  const asked = [
    ...shown.flatMap((grant) => grantParts(grant, room)),
    ...more(facts.grants.length - shown.length, 'grant'),
    ...controlPart(facts),
    ...lapsedPart(facts.lapsed),
  ];
  const verdict = verdictParts(facts, room);
  const parts = [
    // What is refused would not happen, so that comes before what was asked for.
    ...(refused ? [...verdict, 'What was asked for:', ...asked] : [...asked, ...verdict]),
    ...approvalLines(facts.approval, refused),
    ...lateRuns(facts),
    ...facts.unknown,
    ...(facts.readOnly ? [READ_ONLY] : []),
    detailsPart(facts, shown, earlier, room),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const READ_ONLY =
  'This request comes from a fork, whose runs may only read: comment, labels and check are not written, and this summary stands for them.';

function more(rest: number, noun: string): readonly string[] {
  return rest === 0 ? [] : [`And ${count(rest, `more ${noun}`)}; the summary of the run has all of them.`];
}

function grantParts(grant: GrantFacts, room: Room): readonly string[] {
  return [
    sentenceOf(grant),
    [descriptionText(grant), ...effectLines((grant.effects ?? []).slice(0, PEOPLE))].filter((line) => line !== '').join('\n'),
    bindingTable(grant, room.rows),
    grant.reason === undefined || grant.change === 'ending' ? '' : `Why: ${inert(shortened(grant.reason, REASON))}`,
    ...grant.holdings.slice(0, PEOPLE).map((holding) => holdingText(holding, grant.zone)),
    ...more(Math.max(0, grant.holdings.length - PEOPLE), 'holder'),
  ];
}

/** Of free text on the first screen, in characters. */
const REASON = 300;

/** Of how many people the first screen says what they hold. */
const PEOPLE = 5;

/** What the catalogue says of its roles, each once. */
function descriptionText({ access }: GrantFacts): string {
  const texts = new Set(access.flatMap(({ description }) => description ?? []));
  return [...texts]
    .slice(0, PEOPLE)
    .map((text) => `${plain(shortened(text.replace(/\.$/, ''), REASON))}.`)
    .join(' ');
}

function holdingText({ person, fullName, now, past }: HoldingFacts, zone: string): string {
  const who = fullName === undefined ? inert(person) : plain(shortened(fullName, REASON));
  const held = now.slice(0, PEOPLE).map(({ access, until }) => `${accessText(access)} until ${momentText(until, zone)}`);
  const rest = now.length > held.length ? ` and ${count(now.length - held.length, 'more grant')}` : '';
  const holds = held.length === 0 ? 'nothing else' : `${held.join(', ')}${rest}`;
  const times = past.grants === 0 ? 'none in 90 days' : `${count(past.grants, 'grant')} in 90 days, ${periodText(past.time)} in all`;
  return `${who} now holds ${holds}; ${times}.`;
}

function controlPart({ control, policy }: RequestFacts): readonly string[] {
  if (control.length === 0) return [];
  const shown = control.slice(0, PEOPLE).map((path) => inert(shortened(path, REASON)));
  const rest = control.length > shown.length ? ` and ${control.length - shown.length} more` : '';
  const effect = policy === undefined ? '' : ` ${policyEffectSummary(policy.effects, policy.open)}`;
  return [`**Changes who may get or approve access:** ${shown.join(', ')}${rest}.${effect}`];
}

function lapsedPart(lapsed: number): readonly string[] {
  return lapsed === 0 ? [] : [`Removes the files of ${count(lapsed, 'grant')} whose time is over; that changes no access.`];
}

function verdictParts({ findings, rules, grants }: RequestFacts, room: Room): readonly string[] {
  const sorted = findings.toSorted((a, b) => RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity) || byPlace(a, b));
  const errors = sorted.filter((finding) => finding.severity === 'error').length;
  const holds = grants.length === 0 ? '' : `Policy: ${count(rules, 'rule')} hold.`;
  const shown = sorted.slice(0, room.findings).map(findingText);
  return [
    errors > 0 ? `**Refused: ${count(errors, 'error')}, so nothing of it would be granted.**` : holds,
    shown.join('\n'),
    ...more(sorted.length - shown.length, 'finding'),
  ];
}

const RANKS: readonly Finding['severity'][] = ['error', 'warning', 'notice'];

function findingText({ code, severity, message, hint, at }: Finding): string {
  const place = at === undefined ? '' : ` ${inert(`${shortened(at.file, REASON)}:${at.line}`)}`;
  const remedy = hint === undefined ? '' : `  \n  ${inert(shortened(hint, REASON))}`;
  return `- ${severity === 'error' ? '' : `${severity}: `}${inert(code)}${place} ${inert(shortened(message, REASON))}${remedy}`;
}

function detailsPart(facts: RequestFacts, grants: readonly GrantFacts[], earlier: readonly Look[], room: Room): string {
  if (room.details === 'none') return '';
  return room.details === 'shown' ? details(facts, grants, earlier) : 'The details do not fit here; the summary of the run has them.';
}

function details(facts: RequestFacts, grants: readonly GrantFacts[], earlier: readonly Look[]): string {
  const zone = facts.grants[0]?.zone ?? 'UTC';
  const lines = [
    `Request #${facts.number} at ${facts.head}`,
    `Planned offline, ${momentText(facts.at, zone)}; ${seenText(facts, zone)}`,
    ...runsText(facts),
    ...policyEffectLines(facts.policy?.effects ?? []).map((line) => line.replaceAll(/[\r\n]+/g, ' ')),
    ...grants.flatMap(grantDetails),
  ];
  const looks = earlier.map(({ at, head, state }) => `${momentText(at, zone)}  ${head.slice(0, 7)}  ${STATES[state]}`);
  return folded('Details', [...lines, ...(looks.length === 0 ? [] : ['', 'Earlier plans:', ...looks.map((look) => `  ${look}`)])]);
}

const STATES: Readonly<Record<RequestState, string>> = {
  refused: 'refused by findings',
  blocked: 'nobody could approve it',
  waiting: 'waited for an approval',
  ready: 'could be merged',
};

/** With the moment and not its age, so that the check is the same whenever it is looked at. */
function lateRuns({ runs, grants }: RequestFacts): readonly string[] {
  if (runs?.late !== true || typeof runs.last === 'string') return [];
  const last = momentText(runs.last, grants[0]?.zone ?? 'UTC');
  return [
    `**No run since ${last}, for longer than the ${periodText(runs.maxAge)} that policy allows.** What our runs give and end waits until they go on.`,
  ];
}

function runsText({ runs, at }: RequestFacts): readonly string[] {
  if (runs === undefined) return [];
  const { last } = runs;
  return [typeof last === 'string' ? `When a run was last there is not known: ${oneLine(last)}` : `Last run ${distanceText(last, at)}`];
}

function seenText({ seen, at }: RequestFacts, zone: string): string {
  if (typeof seen === 'string') return `what stands in the clouds is not known: ${oneLine(seen)}`;
  const age = at - seen < 60_000 ? 'just before' : `${periodText(at - seen)} before`;
  return `clouds as of ${momentText(seen, zone)}, ${age}`;
}

function grantDetails(grant: GrantFacts): readonly string[] {
  return [
    '',
    `Grant ${grant.id}`,
    `  file    ${grant.path}`,
    ...(grant.requestedBy === undefined ? [] : [`  for     ${grant.requestedBy} asks`]),
    ...(grant.reason === undefined ? [] : [`  why     ${oneLine(grant.reason)}`]),
    ...grant.rows.map(
      (row) => `  ${row.sign} ${oneLine(row.role)}  ${row.cloud} ${row.scope}  ${row.member}${conditionText(row.condition)}`,
    ),
    ...(grant.effects ?? []).flatMap(({ principal, effect }) =>
      effectDetails(effect).map((line) => `  adds    ${principal}: ${oneLine(line)}`),
    ),
    ...grant.notes.map((note) => `  note    ${oneLine(note)}`),
  ];
}

function conditionText(condition: string | undefined): string {
  return condition === undefined ? '' : `  if ${oneLine(condition)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** The blank lines end the HTML before the fence begins (CommonMark, HTML blocks). */
function folded(title: string, lines: readonly string[]): string {
  return `<details><summary>${title}</summary>\n\n${fenced(lines.join('\n'))}\n\n</details>`;
}

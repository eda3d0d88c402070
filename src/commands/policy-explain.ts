import type { Finding, Location } from '../domain/finding.ts';
import type { Grant } from '../domain/grant.ts';
import { formatInstant, later } from '../domain/instant.ts';
import type { Control } from '../domain/policy.ts';
import type { Asked, PoweredAccess } from '../policy/asked.ts';
import type { Piece } from '../policy/effect.ts';
import { type Judgement, judgements } from '../policy/judge.ts';
import { approvalNeed, type Need } from '../policy/need.ts';
import { expand } from '../reconcile/expand.ts';
import { effectParagraph } from '../report/effect-text.ts';
import { printable } from '../report/printable.ts';
import type { Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { effectsOf, givesTo, permissionTables, pieceOf, powered, powersOf, type Powers, type PrincipalEffect } from './reading/effect.ts';
import { readFiles, textsOf } from './reading/files.ts';
import { proposalOf, recalledBy, rulesOf } from './reading/judge.ts';
import { syntaxesOf } from './reading/syntaxes.ts';

/** What the rules say of a grant of the folder, as if it were proposed now: which decided, where that is set, what would satisfy it. */
export async function explainGrant(context: Context, named: string): Promise<Report> {
  const { grants, control, recalls, findings, raw } = await readFiles(context);
  const broken = findings.filter(({ at, severity }) => severity === 'error' && at?.file.startsWith('policy/') === true);
  if (control === undefined || broken.length > 0) return findingsReport(broken, textsOf(raw, broken));
  const grant = grants.find(({ id, source }) => id === named || source.file === named.replace(/^\.\//, ''));
  if (grant === undefined) return unknown(named, grants, findings);
  const clouds = new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]));
  const { units } = expand(grant, control, clouds);
  const rules = await rulesOf(control);
  const powers = { now: context.now, control, clouds, rules, tables: await permissionTables(context), told: () => undefined };
  const proposed = { ...proposalOf(grant, units, control, clouds, context.now), recalled: recalledBy(recalls, control, clouds) };
  const asked = powered(proposed, units, powersBeside(grant, grants, powers), powers);
  const found = judgements(asked, rules);
  const decided = new Set(found.map(({ rule }) => rule.id));
  const holding = rules.filter(({ id }) => !decided.has(id)).map(({ id }) => id);
  const effects = effectsOf(grant, (principal) => heldByOthers(grant, principal, grants, powers), powers);
  return explained(asked, found, holding, { need: approvalNeed(grant, control, false), effects });
}

/** What other grants of the folder that have not ended give the same principal, as the folder says. */
function heldByOthers({ id }: Grant, principal: string, grants: readonly Grant[], powers: Powers): readonly Piece[] {
  const { control, clouds, now } = powers;
  const open = grants.filter((other) => other.id !== id && later(other.expires, other.grace) > now && (other.starts ?? 0) <= now);
  const units = open.flatMap((other) => expand(other, control, clouds).units);
  return units.filter((unit) => givesTo(unit.principal, principal, control)).map((unit) => pieceOf(unit, powers));
}

function powersBeside({ id }: Grant, grants: readonly Grant[], powers: Powers): readonly PoweredAccess[] {
  const { control, clouds, now } = powers;
  const open = grants.filter((other) => other.id !== id && later(other.expires, other.grace) > now);
  return open.flatMap((other) => {
    const { id: of, starts: from = now, expires, grace } = other;
    const held = { from, until: later(expires, grace), by: `of ${of}` };
    return expand(other, control, clouds).units.flatMap((unit) => powersOf(unit, held, powers));
  });
}

function unknown(named: string, grants: readonly Grant[], findings: readonly Finding[]): Report {
  const unread = findings.find(({ at }) => at?.file === named || at?.file.endsWith(`/${named}.yaml`));
  const why = unread === undefined ? `of ${grants.length} grants none is called so` : `its file does not read: ${unread.message}`;
  const message = `${printable(named)}: ${printable(why)}`;
  return { exit: exitCode('usage'), text: `${message}\n`, json: { message } };
}

interface Outlook {
  readonly need: Need;
  readonly effects: readonly PrincipalEffect[];
}

function explained(asked: Asked, found: readonly Judgement[], holding: readonly string[], { need, effects }: Outlook): Report {
  const { grant, control, now } = asked;
  const refused = found.some(({ finding }) => finding.severity === 'error');
  const loosened = loosenedRules(control);
  const lines = [
    `${grant.id} as if it were proposed at ${formatInstant(now)}: ${refused ? 'refused' : 'allowed'}`,
    ...found.map(paragraph),
    `holds    ${holding.join(', ')}`,
    ...loosened.map(({ rule, mode, at }) => `${mode.padEnd(7)}  ${rule} where policy says so (${placeText(at)})`),
    `needs    ${needText(need)}`,
    ...effects.flatMap((one) => effectParagraph(one).map((line, at) => `${at === 0 ? 'effect ' : '       '}  ${printable(line)}`)),
  ];
  return {
    exit: exitCode(refused ? 'refused' : 'ok'),
    text: `${lines.join('\n')}\n`,
    json: {
      grant: grant.id,
      verdict: refused ? 'refused' : 'allowed',
      decided: found.map(decision),
      holds: holding,
      loosened,
      needs: need,
      effects,
    },
  };
}

function paragraph({ rule, finding, decidedAt }: Judgement): string {
  const verdict = finding.severity === 'error' ? 'refused ' : 'warned  ';
  const by = decidedAt === undefined ? 'always' : placeText(decidedAt);
  return [
    `${verdict} ${rule.id} (${by})`,
    `         ${placeText(finding.at)}  ${printable(finding.message)}`,
    ...(finding.hint === undefined ? [] : [`         ${printable(finding.hint)}`]),
  ].join('\n');
}

function decision({ rule, finding, decidedAt }: Judgement) {
  const { code, severity, message, hint, at } = finding;
  return { rule: rule.id, code, severity, message, hint, at, decidedAt };
}

function loosenedRules({ policy }: Control) {
  const all = (policy.modes ?? []).map(({ rule, mode }, at) => ({ rule, mode, at: policy.source.place(`/modes/${at}`) }));
  return all.filter(({ mode }) => mode !== 'deny');
}

function needText({ count, from, besides }: Need): string {
  const team = `${count} ${count === 1 ? 'approval' : 'approvals'} of ${from.join(', ')}`;
  return besides.length === 0 ? team : `${team}, and besides of ${besides.join(' and ')}`;
}

function placeText(at: Location | undefined): string {
  return at === undefined ? '' : `${printable(at.file)}:${at.line}:${at.column}`;
}

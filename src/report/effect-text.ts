import type { Effect, ServiceCounts, SmallerRole } from '../domain/effect.ts';
import type { PermissionKind } from '../domain/permission.ts';
import { inert, plain, shortened } from './markdown.ts';

/** What one principal of a request would gain over what he holds. */
export interface EffectFacts {
  readonly principal: string;
  readonly fullName?: string;
  readonly effect: Effect;
  readonly smaller?: SmallerRole;
}

const KINDS: readonly (readonly [PermissionKind, string])[] = [
  ['reads', 'read'],
  ['writes', 'write'],
  ['escalates', 'access-changing'],
];

/** Of services, roles and permissions in one line, and of names. */
const NAMED = 3;

/** Of services, and of permissions that change access, in the details; `--json` has all. */
const LISTED = 15;

/** Of a name, in characters. */
const LONG = 120;

/** One line for each that gains something else, for a reader with one minute (Markdown). */
export function effectLines(effects: readonly EffectFacts[]): readonly string[] {
  const groups = Map.groupBy(effects, ({ effect, smaller }) => JSON.stringify([effect, smaller]));
  return [...groups.values()].map((own) => {
    const { effect, smaller } = own[0] as EffectFacts;
    const names = own.slice(0, NAMED).map(({ principal, fullName }) => nameText(principal, fullName));
    const who = listed(names, own.length - names.length);
    return [gainText(effect, who, markdown), ...smallerText(smaller, markdown)].join(' ');
  });
}

function nameText(principal: string, fullName: string | undefined): string {
  return fullName === undefined ? inert(shortened(principal, LONG)) : plain(shortened(fullName, LONG));
}

/** The same as plain text, and then each service and each permission that changes access; to be made printable by whoever shows it. */
export function effectParagraph({ principal, effect, smaller }: EffectFacts): readonly string[] {
  const lines = [gainText(effect, principal, bare), ...smallerText(smaller, bare)];
  return [...lines, ...effectDetails(effect).map((line) => `  ${line}`)];
}

/** Services, and what decided that something changes access. */
export function effectDetails({ services, escalating, unsure }: Effect): readonly string[] {
  return [
    ...some(services.map((one) => `${one.cloud} ${serviceName(one)}: ${kindsOf(one).join(', ')}`)),
    ...some(escalating.map(({ permission, reason }) => `${permission} ${reason}`)),
    ...unsure.map((role) => `held too, and it is not known what it gives: ${role}`),
  ];
}

function some(lines: readonly string[]): readonly string[] {
  return lines.length > LISTED ? [...lines.slice(0, LISTED), `and ${lines.length - LISTED} more`] : lines;
}

interface Style {
  readonly data: (text: string) => string;
  readonly loud: (text: string) => string;
}

const markdown: Style = { data: (text) => inert(shortened(text, LONG)), loud: (text) => `**${text}**` };
const bare: Style = { data: (text) => text, loud: (text) => text };

function gainText(effect: Effect, who: string, style: Style): string {
  const { gained, held, unknown } = effect;
  const none = gained.reads + gained.writes + gained.escalates === 0;
  const more = held === 0 ? '' : `; ${held} more of what is asked ${held === 1 ? 'is' : 'are'} held already`;
  const unsaid = unknown.slice(0, NAMED).map(style.data);
  const rest = unknown.length === 0 ? '' : ` Not counted, since nobody can tell what it gives: ${listed(unsaid, unknown.length - NAMED)}.`;
  if (none) return unknown.length === 0 ? `Adds no permission to what ${who} holds.` : rest.trimStart();
  return `Adds ${gainedText(effect, style)} permissions to what ${who} holds${more}.${rest}`;
}

function gainedText({ gained, services }: Effect, { loud }: Style): string {
  const texts = KINDS.map(([kind, word]) => {
    const amount = `${gained[kind]} ${word}`;
    if (gained[kind] === 0 || kind === 'reads') return amount;
    const where = ` (${listed(mostOf(services, kind).slice(0, NAMED), mostOf(services, kind).length - NAMED)})`;
    return kind === 'escalates' ? `${loud(amount)}${where}` : amount + where;
  });
  return `${texts.slice(0, -1).join(', ')} and ${texts.slice(-1).join('')}`;
}

/** The services with most of a kind; with its number where there are several. */
function mostOf(services: readonly ServiceCounts[], kind: PermissionKind): readonly string[] {
  const own = services.filter((one) => one[kind] > 0).toSorted((a, b) => b[kind] - a[kind]);
  return own.map((one) => (own.length === 1 ? serviceName(one) : `${serviceName(one)} ${one[kind]}`));
}

function serviceName({ service }: ServiceCounts): string {
  return service === '*' ? 'every service' : service;
}

function kindsOf(counts: Effect['gained']): readonly string[] {
  return KINDS.filter(([kind]) => counts[kind] > 0).map(([kind, word]) => `${counts[kind]} ${word}`);
}

function smallerText(smaller: SmallerRole | undefined, style: Style): readonly string[] {
  if (smaller === undefined) return [];
  const { name, does, gives, asked, looks } = smaller;
  if (does === 'looking') return [`If looking is enough: ${style.data(name)} has ${looks} of the read ones, and changes nothing.`];
  const [less, more] = [gives, asked].map((counts) => counts.escalates + counts.writes + counts.reads);
  return [`Smaller: ${style.data(name)} has all of that, with ${less} permissions instead of ${more}.`];
}

function listed(texts: readonly string[], more: number): string {
  return more > 0 ? `${texts.join(', ')} and ${more} more` : texts.join(', ');
}

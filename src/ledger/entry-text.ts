import type { Entry, Fact } from '../domain/entry.ts';
import { formatInstant, parseInstant } from '../domain/instant.ts';

const KINDS = ['asked', 'approved', 'granted', 'verified', 'ended', 'recalled', 'lifted', 'refused', 'spent', 'heartbeat'];
const REASONS = ['lapsed', 'recalled', 'left', 'withdrawn', 'tampered', 'renewed', 'renamed', 'asked'];
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** How a value stands in a line, and whether what stands there may be one. */
type Form = 'text' | 'instant' | 'count' | 'texts' | 'yes' | readonly string[] | RegExp;

/** In the order of the line. */
const FIELDS: readonly (readonly [keyof Fact, Form])[] = [
  ['at', 'instant'],
  ['run', 'text'],
  ['kind', KINDS],
  ['grant', 'text'],
  ['cloud', 'text'],
  ['scope', 'text'],
  ['role', 'text'],
  ['principal', 'text'],
  ['member', 'text'],
  ['access', DIGEST],
  ['condition', 'text'],
  ['until', 'instant'],
  ['because', REASONS],
  ['requestedBy', 'text'],
  ['approvedBy', 'texts'],
  ['commit', 'text'],
  ['landed', 'instant'],
  ['request', 'count'],
  ['file', 'text'],
  ['evidence', 'text'],
  ['reason', 'text'],
  ['carried', 'yes'],
];

const NEEDED: readonly (keyof Fact)[] = ['at', 'run', 'kind'];

/** Longer texts are cut: one line must not fill a month. */
const LONGEST = 1000;

/** What a fact says, as one JSON object in the order of a line; ASCII alone, so that no byte of it hides or acts. */
export function factText(fact: Fact): string {
  const said = FIELDS.flatMap(([key, form]) => (fact[key] === undefined ? [] : [[key, written(fact[key], form)] as const]));
  return ascii(JSON.stringify(Object.fromEntries(said)));
}

function written(value: unknown, form: Form): unknown {
  if (form === 'instant') return formatInstant(value as Fact['at']);
  if (form === 'texts') return (value as readonly string[]).map(cut);
  return typeof value === 'string' ? cut(value) : value;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function ascii(json: string): string {
  return json.replaceAll(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The entry of a line whose place in the chain is known to be right, or what is wrong with what it says. */
export function readEntry(line: string): Entry | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'it is not JSON';
  }
  const said = value as Readonly<Record<string, unknown>>;
  const { seq, prev, hash, ...rest } = said;
  const missing = NEEDED.find((key) => !(key in rest));
  if (missing !== undefined) return `it has no ${missing}`;
  const forms = new Map<string, Form>(FIELDS);
  const wrong = Object.entries(rest).find(([key, one]) => !fits(one, forms.get(key)));
  if (wrong !== undefined) return forms.has(wrong[0]) ? `its ${wrong[0]} is none` : `it has a key that no ledger knows: ${wrong[0]}`;
  const fact = Object.fromEntries(
    FIELDS.flatMap(([key, form]) => (key in rest ? [[key, valueOf(rest[key], form)]] : [])),
  ) as unknown as Fact;
  // Keys in another order, or a value in another spelling, is another line.
  if (!line.includes(`,${factText(fact).slice(1, -1)},"hash":`)) return 'its keys are not in order, or a value is spelled in another way';
  return { ...fact, seq: Number(seq), prev: String(prev), hash: String(hash) };
}

function fits(value: unknown, form: Form | undefined): boolean {
  if (form === 'instant') return typeof value === 'string' && parseInstant(value) !== undefined;
  if (form === 'count') return Number.isSafeInteger(value) && Number(value) > 0;
  if (form === 'yes') return value === true;
  if (form === 'texts') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (typeof value !== 'string' || form === undefined) return false;
  return form === 'text' || (form instanceof RegExp ? form.test(value) : form.includes(value));
}

function valueOf(value: unknown, form: Form): unknown {
  return form === 'instant' ? parseInstant(String(value)) : value;
}

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

const FORMS: ReadonlyMap<string, Form> = new Map(FIELDS);

/** What a fact says, as one JSON object in the order of a line; ASCII alone, so that no byte of it hides or acts. */
export function factText(fact: Fact): string {
  return lineOf((key, form) => written(fact[key], form));
}

function lineOf(valueOf: (key: keyof Fact, form: Form) => unknown): string {
  const said: string[] = [];
  for (const [key, form] of FIELDS) {
    const value = valueOf(key, form);
    if (value !== undefined) said.push(`"${key}":${JSON.stringify(value)}`);
  }
  return ascii(`{${said.join(',')}}`);
}

function written(value: unknown, form: Form): unknown {
  if (value === undefined) return undefined;
  return form === 'instant' ? formatInstant(value as Fact['at']) : spelled(value, form);
}

function spelled(value: unknown, form: Form): unknown {
  if (form === 'texts') return (value as readonly string[]).map(cut);
  return typeof value === 'string' ? cut(value) : value;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

const ASCII = /^[ -~]*$/;

function ascii(json: string): string {
  if (ASCII.test(json)) return json;
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
  const fact: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(rest)) {
    const form = FORMS.get(key);
    if (form === undefined) return `it has a key that no ledger knows: ${key}`;
    const read = valueOf(one, form);
    if (read === undefined) return `its ${key} is none`;
    fact[key] = read;
  }
  // Keys in another order, or a value in another spelling, is another line. An instant that reads has one spelling only.
  const text = lineOf((key, form) => (rest[key] === undefined ? undefined : spelled(rest[key], form)));
  if (!line.includes(`,${text.slice(1, -1)},"hash":`)) return 'its keys are not in order, or a value is spelled in another way';
  return { ...(fact as unknown as Fact), seq: Number(seq), prev: String(prev), hash: String(hash) };
}

/** What a value of a line means; undefined where it may not stand there. */
function valueOf(value: unknown, form: Form): unknown {
  if (form === 'instant') return typeof value === 'string' ? parseInstant(value) : undefined;
  return fits(value, form) ? value : undefined;
}

function fits(value: unknown, form: Exclude<Form, 'instant'>): boolean {
  if (form === 'count') return Number.isSafeInteger(value) && Number(value) > 0;
  if (form === 'yes') return value === true;
  if (form === 'texts') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (typeof value !== 'string') return false;
  return form === 'text' || (form instanceof RegExp ? form.test(value) : form.includes(value));
}

import type { Dice } from '../worlds/dice.ts';

/** Texts that mean more than they seem to, to whoever is careless. */
const TEXTS = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\u202e',
  '\u200b',
  '\ud800',
  'ａda',
  '../../x',
  'a\nb',
  '::set-output name=x::y',
  '<script>',
  '2026-02-30T00:00:00Z',
  '2026-11-23T17:00:00Z',
  '9'.repeat(400),
  'x'.repeat(3000),
  'user:ada@example.com',
  'deleted:user:ada@example.com?uid=1',
  'allUsers',
] as const;

const VALUES = [null, true, false, 0, -1, 1e308, 2 ** 53, [], {}, [[]], [null], { a: null }] as const;

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'etag',
  'members',
  'condition',
  'value',
  'nextLink',
  'hash',
] as const;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The same value with one to three things wrong with it, by the dice. What is given stays as it is. */
export function spoiled(value: unknown, one: Dice): unknown {
  let text = JSON.stringify(value);
  for (let left = 1 + one.below(3); left > 0; left -= 1) text = JSON.stringify(somewhere(JSON.parse(text) as Json, one));
  return JSON.parse(text);
}

function somewhere(value: Json, one: Dice): Json {
  if (one.chance(0.2) || value === null || typeof value !== 'object') return other(value, one);
  if (Array.isArray(value)) return inList(value, one);
  const keys = Object.keys(value);
  const key = keys[one.below(keys.length)];
  if (key === undefined || one.chance(0.15)) return withKey(value, one.oneOf(KEYS), fresh(one));
  if (one.chance(0.2)) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return withKey(value, key, somewhere(value[key] ?? null, one));
}

function inList(list: readonly Json[], one: Dice): Json {
  const at = one.below(list.length);
  const item = list[at];
  if (item === undefined || one.chance(0.1)) return [...list, fresh(one)];
  if (one.chance(0.1)) return list.toSpliced(at, 1);
  if (one.chance(0.1)) return [...list, item];
  return list.with(at, somewhere(item, one));
}

/** Also a key that an assignment would take for the prototype. */
function withKey(value: { [key: string]: Json }, key: string, put: Json): Json {
  return JSON.parse(
    `{${[...Object.entries(value).filter(([name]) => name !== key), [key, put] as const].map(([name, item]) => `${JSON.stringify(name)}:${JSON.stringify(item)}`).join(',')}}`,
  ) as Json;
}

function fresh(one: Dice): Json {
  return one.chance(0.5) ? one.oneOf(TEXTS) : (structuredClone(one.oneOf(VALUES)) as Json);
}

function other(value: Json, one: Dice): Json {
  if (typeof value !== 'string' || one.chance(0.4)) return fresh(one);
  const at = one.below(value.length + 1);
  const put = one.oneOf(TEXTS).slice(0, 3);
  return value.slice(0, at) + put + value.slice(at + one.below(3));
}

/** Some bytes of a text changed, dropped or doubled. */
export function slipped(text: string, one: Dice): string {
  const at = one.below(text.length + 1);
  const cut = one.below(4);
  return text.slice(0, at) + (one.chance(0.5) ? one.oneOf(TEXTS).slice(0, 4) : text.slice(at, at + cut).repeat(2)) + text.slice(at + cut);
}

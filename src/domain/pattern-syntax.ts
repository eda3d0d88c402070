import type { Parsed } from './cloud.ts';
import { accept, type Cursor, peek, refuse } from './pattern-cursor.ts';
import { type CharSet, readClass, readSet } from './pattern-set.ts';

/** What a pattern comes down to: take one character, or go on at steps counted from here. */
export type Step = { readonly kind: 'take'; readonly set: CharSet } | { readonly kind: 'go'; readonly to: readonly number[] };

type Steps = readonly Step[];

const MAX_STEPS = 2000; // with a ticket of a few hundred characters this is a millisecond
const MAX_DEPTH = 20;
const HINT = 'Use characters, [a-z], \\d, \\w, groups, | and * + ? {n,m}; put a backslash before a character that means itself';

/** The steps of a regular expression without anchors, or why it is none that runs in linear time. */
export function parseSteps(text: string): Parsed<Steps> {
  const cursor: Cursor = { chars: Array.from(text), at: 0 };
  const steps = choice(cursor, 0);
  if (peek(cursor) === ')') refuse(cursor, 'a ")" closes no group');
  return cursor.problem === undefined ? { ok: true, value: steps } : { ok: false, problem: cursor.problem, hint: HINT };
}

function choice(cursor: Cursor, depth: number): Steps {
  if (depth > MAX_DEPTH) refuse(cursor, `groups stand deeper than ${MAX_DEPTH}`);
  const branches = [sequence(cursor, depth)];
  while (accept(cursor, '|')) branches.push(sequence(cursor, depth));
  if (branches.length === 1) return branches.flat();
  return fork(branches);
}

/** One step that goes to the start of every branch, and behind each branch one that goes to the end. */
function fork(branches: readonly Steps[]): Steps {
  const all = branches.reduce((sum, branch) => sum + branch.length + 1, 1);
  const starts: number[] = [];
  const steps: Step[] = [];
  for (const branch of branches) {
    starts.push(steps.length + 1);
    steps.push(...branch);
    steps.push(go(all - 1 - steps.length));
  }
  return [go(...starts), ...steps];
}

function sequence(cursor: Cursor, depth: number): Steps {
  const steps: Step[] = [];
  for (let char = peek(cursor); char !== undefined && char !== '|' && char !== ')'; char = peek(cursor)) {
    steps.push(...repeated(cursor, atom(cursor, depth)));
    if (steps.length > MAX_STEPS) refuse(cursor, 'the pattern repeats too much');
  }
  return steps;
}

function atom(cursor: Cursor, depth: number): Steps {
  const char = cursor.chars[cursor.at++] as string;
  if (char === '(') return group(cursor, depth);
  if (char === '[') return [take(readSet(cursor))];
  if (char === '\\') return [take(readClass(cursor))];
  if (char === '.') return [take({ not: true, ranges: [[10, 10]] })];
  if ('*+?{}]^$'.includes(char)) refuse(cursor, `${char} has no meaning here`);
  const code = char.codePointAt(0) as number;
  return [take({ not: false, ranges: [[code, code]] })];
}

function group(cursor: Cursor, depth: number): Steps {
  if (accept(cursor, '?') && !accept(cursor, ':')) refuse(cursor, '(? begins no plain group');
  const steps = choice(cursor, depth + 1);
  if (!accept(cursor, ')')) refuse(cursor, 'a group is not closed');
  return steps;
}

function repeated(cursor: Cursor, steps: Steps): Steps {
  const [low, high] = counts(cursor);
  if (['*', '+', '?', '{'].includes(peek(cursor) ?? '')) refuse(cursor, 'one repetition stands on another');
  if (steps.length * Math.max(low, high ?? 0, 1) > MAX_STEPS) {
    refuse(cursor, 'the pattern repeats too much');
    return [];
  }
  const must = Array.from({ length: low }, () => steps).flat();
  const may = high === undefined ? [go(1, steps.length + 2), ...steps, go(-steps.length - 1)] : optional(steps, high - low);
  return [...must, ...may];
}

/** Up to `times` more, each of them only after the one before. */
function optional(steps: Steps, times: number): Steps {
  const all = (steps.length + 1) * times;
  return Array.from({ length: times }, (_, at) => [go(1, all - at * (steps.length + 1)), ...steps]).flat();
}

/** How often: at least, and at most or without end. */
function counts(cursor: Cursor): readonly [number, number | undefined] {
  if (accept(cursor, '*')) return [0, undefined];
  if (accept(cursor, '+')) return [1, undefined];
  if (accept(cursor, '?')) return [0, 1];
  if (!accept(cursor, '{')) return [1, 1];
  const end = cursor.chars.indexOf('}', cursor.at);
  const match = /^(\d{1,4})(,(\d{1,4})?)?$/.exec(cursor.chars.slice(cursor.at, Math.max(end, 0)).join(''));
  const low = Number(match?.[1]);
  const high = match?.[2] === undefined ? low : match[3] === undefined ? undefined : Number(match[3]);
  if (match === null || (high ?? low) < low) {
    refuse(cursor, 'a repetition is written {2}, {2,} or {2,4}');
    return [1, 1];
  }
  cursor.at = end + 1;
  return [low, high];
}

function take(set: CharSet): Step {
  return { kind: 'take', set };
}

function go(...to: readonly number[]): Step {
  return { kind: 'go', to };
}

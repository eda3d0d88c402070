import type { Parsed } from './cloud.ts';
import { parseSteps, type Step } from './pattern-syntax.ts';

/** A regular expression over a whole text that needs time in proportion to the text, whatever the expression is. */
export interface Pattern {
  readonly text: string;
  readonly steps: readonly Step[];
}

const MAX_TEXT = 500;

/**
 * Reads the regular expression of policy.yaml's `ticketPattern`: characters, `.`, `[a-z]`, `\d \w \s`, groups, `|` and
 * `* + ? {n,m}`. `^` at the start and `$` at the end change nothing. Back references and look-around, which no linear engine has,
 * are refused.
 */
export function parsePattern(text: string): Parsed<Pattern> {
  if (text.length > MAX_TEXT) return { ok: false, problem: `the pattern is longer than ${MAX_TEXT} characters` };
  const steps = parseSteps(text.replace(/^\^/, '').replace(/(?<!\\)\$$/, ''));
  return steps.ok ? { ok: true, value: { text, steps: steps.value } } : steps;
}

/** Whether the whole of `text` is what the pattern describes. Case counts. */
export function matchesPattern({ steps }: Pattern, text: string): boolean {
  let states = reach(steps, [0]);
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    states = reach(
      steps,
      [...states].filter((at) => takes(steps[at], code)).map((at) => at + 1),
    );
    if (states.size === 0) return false;
  }
  return states.has(steps.length);
}

/** All steps that can be stood at without taking a character; each once, so a loop ends. */
function reach(steps: readonly Step[], from: readonly number[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const step = steps[at];
    if (step?.kind === 'go') for (const to of step.to) open.push(at + to);
  }
  return reached;
}

function takes(step: Step | undefined, code: number): boolean {
  return step?.kind === 'take' && step.set.ranges.some(([low, high]) => low <= code && code <= high) !== step.set.not;
}

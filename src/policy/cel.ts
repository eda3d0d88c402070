import type { Environment, ParseResult } from '@marcbachmann/cel-js';
import type { Finding } from '../domain/finding.ts';
import { nearest } from '../domain/nearest.ts';
import type { CelRule } from '../domain/policy.ts';
import type { Source } from '../domain/source.ts';
import type { Asked, Use } from './asked.ts';
import { MAX_STEPS, type Sizes, sizesOf, stepsOf } from './cel-cost.ts';
import { environment, factsOf } from './cel-facts.ts';
import { forbidden } from './cel-guard.ts';
import { LISTS, VARIABLES } from './cel-variables.ts';
import type { Problem, Rule } from './rule.ts';

export type CompiledRules =
  | { readonly ok: true; readonly rules: readonly Rule[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const MAX_LENGTH = 4096; // far more than 500 nodes need; it bounds the depth of what the parser has to descend

/**
 * Makes rules of policy.yaml's `rules`, once for a run. `source` is that of policy.yaml. An expression that does not parse, speaks of
 * what is not there, is not boolean or could take long is a finding, GK2203; then there are no rules at all.
 */
export function compileRules(rules: readonly CelRule[], source: Source): CompiledRules {
  const known = compiledBefore.get(rules) ?? compileAll(rules, source);
  compiledBefore.set(rules, known);
  return known;
}

/** The same list is asked for when it is checked and when grants are judged by it, and compiling is most of a short run. */
const compiledBefore = new WeakMap<readonly CelRule[], CompiledRules>();

function compileAll(rules: readonly CelRule[], source: Source): CompiledRules {
  const language = environment();
  const compiled: Rule[] = [];
  const findings: Finding[] = [];
  for (const [at, rule] of rules.entries()) {
    const run = compile(rule.expression, language);
    if (typeof run === 'string') findings.push(findingOf(rule, run, source, `/rules/${at}/expression`));
    else compiled.push(ruleOf(rule, at, run));
  }
  return findings.length > 0 ? { ok: false, findings } : { ok: true, rules: compiled };
}

/** What runs the expression, or why there is nothing to run. */
function compile(expression: string, language: Environment): ParseResult | string {
  if (expression.length > MAX_LENGTH) return `it is longer than ${MAX_LENGTH} characters`;
  const run = parsed(expression, language);
  if (typeof run === 'string') return run;
  const checked = run.check();
  if (checked.error !== undefined) return checked.error.summary;
  return forbidden(run.ast) ?? (checked.type === 'bool' ? run : `it gives ${checked.type}, not true or false`);
}

function parsed(expression: string, language: Environment): ParseResult | string {
  try {
    return language.parse(expression);
  } catch (error) {
    return whyOf(error);
  }
}

function findingOf(rule: CelRule, why: string, source: Source, pointer: string): Finding {
  return {
    code: 'GK2203',
    severity: 'error',
    message: `the rule ${rule.name} cannot be used: ${why}`,
    hint: hintFor(why),
    at: source.place(pointer),
  };
}

const NAMES: readonly string[] = [...Object.keys(VARIABLES), ...Object.keys(LISTS)];
const FIELDS: readonly string[] = [
  ...Object.values(VARIABLES).flatMap((fields) => Object.keys(fields)),
  ...Object.values(LISTS).flatMap(({ fields }) => Object.keys(fields)),
];

/** The name that was meant, where the engine names one that is not there. */
function hintFor(why: string): string {
  const [, kind, word = ''] = /^(No such key|Unknown variable): (\w+)/.exec(why) ?? [];
  const right = kind === undefined ? undefined : nearest(word, kind === 'No such key' ? FIELDS : NAMES);
  if (right !== undefined) return `Did you mean ${right}?`;
  if (kind !== undefined) return `It can speak of ${NAMES.join(', ')}; docs/reference/policy.md has their fields`;
  return 'A rule is true for what is allowed, such as !(place.env == "prod" && grant.startsOnWeekend)';
}

/** An expression that runs, and how many steps it could take for given facts. */
interface Runs {
  readonly rule: CelRule;
  readonly run: ParseResult;
  readonly steps: (sizes: Sizes) => number;
}

function ruleOf(rule: CelRule, at: number, run: ParseResult): Rule {
  const runs: Runs = { rule, run, steps: stepsOf(run.ast) };
  const judge = (asked: Asked) => asked.uses.flatMap((use) => problemsOf(runs, asked, use));
  return { id: rule.name, code: 'GK2201', severity: 'error', summary: rule.message, key: `/rules/${at}`, judge };
}

/** Only a plain true lets a use pass; what cannot be worked out refuses like what is false. */
function problemsOf({ rule, run, steps }: Runs, asked: Asked, use: Use): readonly Problem[] {
  try {
    const facts = factsOf(asked, use);
    const most = steps(sizesOf(facts));
    if (most > MAX_STEPS) return unclear(rule, use, `it could take ${most} steps, and may take ${MAX_STEPS}`);
    const answer: unknown = run(facts);
    return answer === true ? [] : [{ pointer: use.pointer, message: rule.message, hint: `${called(rule)} says so: ${rule.expression}` }];
  } catch (error) {
    return unclear(rule, use, whyOf(error));
  }
}

function whyOf(error: unknown): string {
  return error instanceof Error && 'summary' in error ? String(error.summary) : String(error);
}

function unclear(rule: CelRule, { pointer }: Use, why: string): readonly Problem[] {
  return [{ pointer, message: `${called(rule)} could not be worked out: ${why}`, hint: 'Mend the rule; until then it refuses' }];
}

function called({ name }: CelRule): string {
  return `the rule ${name} of policy/policy.yaml`;
}

import type { Environment, ParseResult } from '@marcbachmann/cel-js';
import type { Finding } from '../domain/finding.ts';
import type { CelRule } from '../domain/policy.ts';
import type { Source } from '../domain/source.ts';
import type { Asked, Use } from './asked.ts';
import { environment, factsOf, VARIABLES } from './cel-facts.ts';
import { forbidden } from './cel-guard.ts';
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
  const language = environment();
  const compiled: Rule[] = [];
  const findings: Finding[] = [];
  for (const [at, rule] of rules.entries()) {
    const run = compile(rule.expression, language);
    if (typeof run === 'string') findings.push(findingOf(rule, run, source, `/rules/${at}/expression`));
    else compiled.push(ruleOf(rule, run));
  }
  return findings.length > 0 ? { ok: false, findings } : { ok: true, rules: compiled };
}

/** What runs the expression, or why there is nothing to run. */
function compile(expression: string, language: Environment): ParseResult | string {
  if (expression.length > MAX_LENGTH) return `it is longer than ${MAX_LENGTH} characters`;
  const checked = language.check(expression);
  if (checked.error !== undefined) return checked.error.summary;
  const run = language.parse(expression);
  return forbidden(run.ast) ?? (checked.type === 'bool' ? run : `it gives ${checked.type}, not true or false`);
}

function findingOf(rule: CelRule, why: string, source: Source, pointer: string): Finding {
  const names = Object.entries(VARIABLES).flatMap(([name, fields]) => Object.keys(fields).map((field) => `${name}.${field}`));
  const hint = `A rule is true for what is allowed, such as !(place.env == "prod" && grant.ticket.like("TEST-*")). It can speak of ${names.join(', ')}`;
  return { code: 'GK2203', severity: 'error', message: `the rule ${rule.name} cannot be used: ${why}`, hint, at: source.place(pointer) };
}

function ruleOf(rule: CelRule, run: ParseResult): Rule {
  const judge = (asked: Asked) => asked.uses.flatMap((use) => problemsOf(rule, run, asked, use));
  return { id: rule.name, code: 'GK2201', severity: 'error', summary: rule.message, judge };
}

/** Only a plain true lets a use pass; what cannot be worked out refuses like what is false. */
function problemsOf(rule: CelRule, run: ParseResult, asked: Asked, use: Use): readonly Problem[] {
  const { pointer } = use;
  const said = `the rule ${rule.name} of policy/policy.yaml`;
  try {
    const answer: unknown = run(factsOf(asked, use));
    return answer === true ? [] : [{ pointer, message: rule.message, hint: `${said} says so: ${rule.expression}` }];
  } catch (error) {
    const why = error instanceof Error && 'summary' in error ? String(error.summary) : String(error);
    return [{ pointer, message: `${said} could not be worked out: ${why}`, hint: 'Mend the rule; until then it refuses' }];
  }
}

import { byPlace, compare, type Finding, type Location } from '../domain/finding.ts';
import type { Asked } from './asked.ts';
import { portionsOf } from './modes.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';

/** What one rule says against a grant, and where the rule is set. */
export interface Judgement {
  readonly rule: Rule;
  readonly finding: Finding;
  /** In policy.yaml or the catalogue; absent for what no setting changes. */
  readonly decidedAt?: Location;
}

/** Everything that stands against a grant, in the order of its file; nothing when every rule holds. */
export function judge(asked: Asked, rules: readonly Rule[] = RULES): readonly Finding[] {
  return judgements(asked, rules).map(({ finding }) => finding);
}

/** The same with the rules. A rule that policy loosens warns, or says nothing. */
export function judgements(asked: Asked, rules: readonly Rule[] = RULES): readonly Judgement[] {
  const found = new Map<string, Judgement>();
  for (const rule of rules) {
    for (const { mode, asked: part } of portionsOf(asked, rule.id)) {
      for (const problem of rule.judge(part)) {
        const { pointer, message, hint } = problem;
        const key = [rule.id, pointer, message].join('\n');
        // One entry can come to several cloud roles, and what is wrong with it is said once; refusals come first.
        if (found.has(key)) continue;
        const severity = mode === 'warn' ? 'warning' : rule.severity;
        const at = asked.grant.source.place(pointer);
        found.set(key, { rule, finding: { code: rule.code, severity, message, hint, at }, ...decided(asked, rule, problem.at) });
      }
    }
  }
  return [...found.values()].sort((a, b) => byPlace(a.finding, b.finding) || compare(a.rule.id, b.rule.id));
}

function decided({ control }: Asked, { key }: Rule, exact: Location | undefined): Pick<Judgement, 'decidedAt'> {
  const at = exact ?? (key === undefined ? undefined : control.policy.source.place(key));
  return at === undefined ? {} : { decidedAt: at };
}

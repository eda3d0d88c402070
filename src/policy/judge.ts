import { byPlace, type Finding } from '../domain/finding.ts';
import type { Asked } from './asked.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';

/** Everything that stands against a grant, in the order of its file; nothing when every rule holds. */
export function judge(asked: Asked, rules: readonly Rule[] = RULES): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const rule of rules) {
    for (const { pointer, message, hint } of rule.judge(asked)) {
      const at = asked.grant.source.place(pointer);
      // One entry can come to several cloud roles, and what is wrong with it is said once.
      findings.set([rule.id, pointer, message].join('\n'), { code: rule.code, severity: rule.severity, message, hint, at });
    }
  }
  return [...findings.values()].sort(byPlace);
}

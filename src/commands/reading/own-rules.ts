import type { Finding } from '../../domain/finding.ts';
import type { Control } from '../../domain/policy.ts';

/** What is wrong with the rules that an organisation wrote itself; nothing where it wrote none. */
export type RuleCheck = (control: Control) => readonly Finding[];

/** The compiler loads only where one of the texts of policy/policy.yaml might hold rules. */
export async function ruleCheck(texts: Iterable<Uint8Array>): Promise<RuleCheck> {
  const decoder = new TextDecoder();
  if (![...texts].some((bytes) => /\brules\b/.test(decoder.decode(bytes)))) return () => [];
  const { compileRules } = await import('../../policy/cel.ts');
  const fine = new Set<string>();
  return ({ policy: { rules, source } }) => {
    // History holds the same rules many times over, and compiling takes longer than reading.
    const key = JSON.stringify(rules);
    if (fine.has(key)) return [];
    const compiled = compileRules(rules, source);
    if (!compiled.ok) return compiled.findings;
    fine.add(key);
    return [];
  };
}

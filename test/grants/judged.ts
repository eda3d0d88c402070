import { findingsText } from '../../src/report/findings.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { assembleControl } from '../../src/grants/control.ts';
import { checkGrants } from '../../src/grants/check-grants.ts';
import { checkRecalls } from '../../src/grants/check-recalls.ts';
import { readTree, type TreeFile } from '../../src/grants/tree.ts';
import { compileRules } from '../../src/policy/cel.ts';
import { clouds } from './clouds.ts';

/** All that is found in a tree: by file, and across files where every control file reads. */
export function judge(files: readonly TreeFile[]): readonly Finding[] {
  const tree = readTree(files, clouds);
  const broken = tree.findings.some((one) => one.at?.file.startsWith('policy/'));
  if (broken) return tree.findings;
  const control = assembleControl(tree.parts, clouds);
  if (!control.ok) return [...tree.findings, ...control.findings];
  const { policy } = control.control;
  const rules = compileRules(policy.rules, policy.source);
  const recalls = checkRecalls(tree.recalls, control.control.directory, clouds);
  return [
    ...tree.findings,
    ...control.findings,
    ...(rules.ok ? [] : rules.findings),
    ...checkGrants(tree.grants, control.control, clouds),
    ...recalls,
  ];
}

/** What a person reads. */
export function printed(files: readonly TreeFile[]): string {
  const texts = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  return findingsText(judge(files), texts, files.length);
}

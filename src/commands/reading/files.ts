import type { Finding } from '../../domain/finding.ts';
import type { Grant } from '../../domain/grant.ts';
import type { Control } from '../../domain/policy.ts';
import type { Recall } from '../../domain/recall.ts';
import { readFolder } from '../../git/folder.ts';
import { withChecked } from '../../git/stored.ts';
import { readTree as readCommit, type TreeFile } from '../../git/tree.ts';
import { checkRecalls } from '../../grants/check-recalls.ts';
import { checkGrants } from '../../grants/check-grants.ts';
import { assembleControl } from '../../grants/control.ts';
import { readTree } from '../../grants/tree.ts';
import type { Context } from '../context.ts';
import type { FileText } from '../findings-report.ts';
import { FOLDERS } from './folders.ts';
import { ruleCheck } from './own-rules.ts';
import { syntaxesOf } from './syntaxes.ts';

/** All files that people write, read and checked against each other. */
export interface Files {
  readonly grants: readonly Grant[];
  readonly control: Control | undefined;
  /** Files of recalls/ that read. */
  readonly recalls: readonly Recall[];
  readonly findings: readonly Finding[];
  readonly raw: readonly TreeFile[];
  readonly texts: readonly FileText[];
}

/** From a commit, or without one from the folder as it is now. */
export async function readFiles(context: Context, commit?: string): Promise<Files> {
  const repository = await context.repository();
  const raw = commit === undefined ? readFolder(repository.root, FOLDERS) : await readCommit(repository, commit, FOLDERS, withChecked);
  return filesFrom(raw, context);
}

/** All of what was found, read and checked. */
export async function filesFrom(raw: readonly TreeFile[], context: Pick<Context, 'clouds'>): Promise<Files> {
  const syntaxes = syntaxesOf(context);
  const tree = readTree(raw, syntaxes);
  const assembled = assembleControl(tree.parts, syntaxes);
  const control = assembled.ok ? assembled.control : undefined;
  const grants = control === undefined ? [] : checkGrants(tree.grants, control, syntaxes);
  const recalls = control === undefined ? [] : checkRecalls(tree.recalls, control.directory, syntaxes);
  const rules = await ruleCheck(raw.filter(({ path }) => path === 'policy/policy.yaml').map(({ bytes }) => bytes));
  const findings = [...tree.findings, ...assembled.findings, ...(control === undefined ? [] : rules(control)), ...grants, ...recalls];
  return { grants: tree.grants, control, recalls: tree.recalls, findings, raw, texts: textsOf(raw, findings) };
}

/** The texts of the files that have findings, and the bare names of the others: only those are shown. */
export function textsOf(raw: readonly TreeFile[], findings: readonly Finding[]): readonly FileText[] {
  const shown = new Set(findings.map((finding) => finding.at?.file));
  const decoder = new TextDecoder();
  return raw.map(({ path, bytes }) => ({ path, text: shown.has(path) ? decoder.decode(bytes) : '' }));
}

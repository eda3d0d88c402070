import type { Control } from '../../src/domain/policy.ts';
import { assembleControl } from '../../src/grants/control.ts';
import { readTree } from '../../src/grants/tree.ts';
import { clouds } from './clouds.ts';
import { example, treeOf } from './example.ts';

/** The example with some files in place of its own; every file must read. */
export function treeWith(changes: Readonly<Record<string, string>> = {}) {
  const tree = readTree(treeOf({ ...example, ...changes }), clouds);
  if (tree.findings.length > 0) throw new Error(JSON.stringify(tree.findings));
  return tree;
}

export function controlWith(changes: Readonly<Record<string, string>> = {}): Control {
  const assembled = assembleControl(treeWith(changes).parts, clouds);
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.findings));
  return assembled.control;
}

/** One text of the example with one passage replaced. */
export function edited(path: string, from: string, to: string): Record<string, string> {
  const text = example[path] as string;
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return { [path]: text.replace(from, to) };
}

/** Findings of the control files together, short. */
export function controlFindings(changes: Readonly<Record<string, string>>): readonly string[] {
  return assembleControl(treeWith(changes).parts, clouds).findings.map(
    ({ code, message, at }) => `${at?.file.split('/').at(-1)}:${at?.line}:${at?.column} ${code} ${message}`,
  );
}

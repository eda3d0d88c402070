import type { CloudSyntax } from '../../domain/cloud.ts';
import { assembleControl } from '../../grants/control.ts';
import type { TreeFile } from '../../grants/tree-file.ts';
import { readTree } from '../../grants/tree.ts';
import type { Assembled } from '../../reconcile/control-history.ts';

/** How many states are remembered; a history has few that differ, and runs in one process read the same ones. */
const MOST = 100;

interface Known {
  readonly clouds: readonly CloudSyntax[];
  readonly assembled: Assembled;
}

const known = new Map<string, Known>();

/** Reads the control files of one state, and once those that are the same bytes in memory. */
export function controlOf(entries: readonly TreeFile[], clouds: readonly CloudSyntax[]): Assembled {
  const key = entries.map(({ path, mode, bytes }) => `${mode} ${numberOf(bytes)} ${path}`).join('\n');
  const last = known.get(key);
  if (last?.clouds.length === clouds.length && last.clouds.every((one, at) => one === clouds[at])) return last.assembled;
  const assembled = read(entries, clouds);
  if (known.size >= MOST) known.clear();
  known.set(key, { clouds, assembled });
  return assembled;
}

function read(entries: readonly TreeFile[], clouds: readonly CloudSyntax[]): Assembled {
  const tree = readTree(entries, clouds);
  if (tree.findings.some((finding) => finding.severity === 'error')) return { ok: false, findings: tree.findings };
  return assembleControl(tree.parts, clouds);
}

const numbers = new WeakMap<Uint8Array, number>();
let count = 0;

function numberOf(bytes: Uint8Array): number {
  const number = numbers.get(bytes) ?? (count += 1);
  numbers.set(bytes, number);
  return number;
}

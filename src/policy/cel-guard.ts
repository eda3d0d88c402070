import type { ASTNode } from '@marcbachmann/cel-js';
import { LISTS, VARIABLES } from './cel-variables.ts';

/** Whether all, some or exactly one hold, and those that do: each walks a list and gives back no more than it was given. */
export const WALKS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'filter']);

/**
 * What else may be called. Everything here needs time in proportion to its text. What makes text or lists grow (`map`, `split`,
 * `join`), names a value twice (`cel.bind`), hides a type (`dyn`, `has`) or runs a native regular expression (`matches`) is not here.
 */
export const CALLS: ReadonlySet<string> = new Set(
  'like startsWith endsWith contains size lowerAscii upperAscii trim indexOf lastIndexOf substring string int double'.split(' '),
);

export const MAX_NESTED = 2;

interface Place {
  /** Names that can be spoken of here. */
  readonly names: ReadonlySet<string>;
  /** How many walks of a list stand around. */
  readonly nested: number;
}

/** Why an expression is not run, or nothing when its work is bounded by its size and by that of its facts. */
export function forbidden(ast: ASTNode): string | undefined {
  return look(ast, { names: new Set([...Object.keys(VARIABLES), ...Object.keys(LISTS)]), nested: 0 });
}

function look(node: ASTNode, place: Place): string | undefined {
  if (node.op === 'id') return place.names.has(node.args) ? undefined : `${node.args} is not known here`;
  if (node.op === 'call') return lookAtCall(node.args[0], node.args[1], place);
  if (node.op === 'rcall') return look(node.args[1], place) ?? lookAtMethod(node.args[0], node.args[2], place);
  // An index that is worked out could ask for a field that is not there, past the check of types.
  if (node.op === '[]' && node.args[1].op !== 'value') return 'what stands in [ ] must be written out';
  return first([node.args].flat(2).filter(isNode), place);
}

function first(nodes: readonly ASTNode[], place: Place): string | undefined {
  for (const node of nodes) {
    const found = look(node, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lookAtCall(name: string, args: readonly ASTNode[], place: Place): string | undefined {
  return CALLS.has(name) ? first(args, place) : `${name}() cannot be used in a rule`;
}

function lookAtMethod(name: string, args: readonly ASTNode[], place: Place): string | undefined {
  if (!WALKS.has(name)) return lookAtCall(name, args, place);
  if (place.nested === MAX_NESTED) return `more than ${MAX_NESTED} of all, exists, exists_one and filter stand in one another`;
  const [bound, body] = args as [ASTNode & { op: 'id' }, ASTNode]; // anything else has not passed the check of types
  // The count of steps goes by names.
  if (place.names.has(bound.args)) return `${bound.args} is the name of something else here`;
  return look(body, { names: new Set([...place.names, bound.args]), nested: place.nested + 1 });
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}

import type { ASTNode } from '@marcbachmann/cel-js';
import type { Facts } from './cel-facts.ts';
import { WALKS } from './cel-guard.ts';

/**
 * How many steps an expression may take. Steps are counted from its tree and from the sizes of what it is given, before it runs:
 * so whether it runs is the same on every machine, however slow.
 */
export const MAX_STEPS = 100_000;

/** What bounds the work: the longest text, and the lengths of the lists. */
export interface Sizes {
  readonly text: number;
  readonly named: Readonly<Record<string, number>>;
  /** Those of fields, by the name of the field. */
  readonly fields: Readonly<Record<string, number>>;
  /** The longest of the lists, and of what can be written out. */
  readonly list: number;
}

const WRITTEN = 500; // an expression has no more nodes

/** The sizes of one set of facts, looked at once. Text counts by its code units. */
export function sizesOf(facts: Facts): Sizes {
  const sizes = known.get(facts) ?? measured(facts);
  known.set(facts, sizes);
  return sizes;
}

const known = new WeakMap<Facts, Sizes>();

function measured(facts: Facts): Sizes {
  const { principals = [], ...grant } = facts.grant as { readonly principals?: readonly string[] };
  const { approvers = [] } = facts.role as { readonly approvers?: readonly string[] };
  const { length: held } = facts.held as readonly object[];
  const { length: history } = facts.history as readonly object[];
  const fields = { principals: principals.length, approvers: approvers.length };
  const texts = [grant, facts.principal, facts.access, facts.role, facts.place].flatMap((one): readonly unknown[] => Object.values(one));
  const text = Math.max(64, ...texts.map((one) => (typeof one === 'string' ? one.length : 0)));
  return { text, named: { held, history }, fields, list: Math.max(WRITTEN, held, history, ...Object.values(fields)) };
}

type Count = (sizes: Sizes) => number;

const ONE: Count = () => 1;

/** Names that stand for one item of a list of texts or records, and so for no list. */
type Single = ReadonlySet<string>;

/** Tells no fewer steps than the expression takes; made once for an expression, and asked for every use. */
export function stepsOf(node: ASTNode, single: Single = new Set()): Count {
  if (node.op === 'rcall') return methodSteps(node.args, single);
  const own = node.op === 'in' || node.op === '==' || node.op === '!=' || node.op === '+' ? itemsIn(node.args, single) : ONE;
  return sum([own, ...childrenOf(node).map((child) => stepsOf(child, single))]);
}

function sum(counts: readonly Count[]): Count {
  const [only, ...more] = counts;
  if (only !== undefined && more.length === 0) return only;
  return (sizes) => counts.reduce((total, count) => total + count(sizes), 0);
}

function longest(counts: readonly Count[]): Count {
  return (sizes) => counts.reduce((most, count) => Math.max(most, count(sizes)), 0);
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  return [node.args].flat(3).filter(isNode);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}

/** Comparing and joining goes over all of both. */
function itemsIn([left, right]: readonly [ASTNode, ASTNode], single: Single): Count {
  return sum([ONE, itemsOf(left, single), itemsOf(right, single)]);
}

const CELL = 1024; // characters compared in one step

function methodSteps([name, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]], single: Single): Count {
  const before = sum([ONE, stepsOf(receiver, single)]);
  if (WALKS.has(name)) {
    const items = itemsOf(receiver, single);
    const [bound, body] = args as readonly [ASTNode & { op: 'id' }, ASTNode];
    const inside = stepsOf(body, isFlat(receiver) ? new Set([...single, bound.args]) : single);
    return (sizes) => before(sizes) + items(sizes) * (2 + inside(sizes));
  }
  const inside = sum([ONE, ...args.map((one) => stepsOf(one, single))]);
  const [text, searched] = [textOf(receiver), longest([ONE, ...args.map(textOf)])];
  return (sizes) => before(sizes) + inside(sizes) + Math.ceil((text(sizes) * searched(sizes)) / CELL);
}

/** Whether a list is one of the facts, or a part of one: its items are then no lists. */
function isFlat({ op, args }: ASTNode): boolean {
  return op === 'id' || op === '.' || (op === 'rcall' && isFlat(args[1]));
}

/** How many items a list has at most; of what is no list this is never too few. */
function itemsOf(node: ASTNode, single: Single): Count {
  const { op, args } = node;
  if (op === 'value') return ONE;
  if (op === 'list') return () => args.length;
  if (op === 'id') return single.has(args) ? ONE : (sizes) => sizes.named[args] ?? sizes.list;
  if (op === '.') return (sizes) => sizes.fields[args[1]] ?? 1;
  if (op === '+') return sum([itemsOf(args[0], single), itemsOf(args[1], single)]);
  if (op === 'rcall' && args[0] === 'filter') return itemsOf(args[1], single);
  if (op === 'call' || op === 'rcall') return ONE; // nothing else that may be called gives a list
  return (sizes) => sizes.list;
}

/** How long a text is at most. */
function textOf(node: ASTNode): Count {
  const { op, args } = node;
  if (op === 'value') {
    const { length } = String(args);
    return () => length;
  }
  if (op === '+') return sum([textOf(args[0]), textOf(args[1])]);
  if (op === '?:') return longest([textOf(args[1]), textOf(args[2])]);
  if (op === 'rcall') return textOf(args[1]);
  return longest([(sizes) => sizes.text, ...childrenOf(node).map(textOf)]);
}

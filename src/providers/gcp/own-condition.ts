import { type ASTNode, parse, ParseError } from '@marcbachmann/cel-js';
import type { Parsed } from '../../domain/cloud.ts';

type Refusal = Extract<Parsed<never>, { ok: false }>;

const MAX_LENGTH = 1000;
const MAX_OPEN = 20;
/** Google IAM, "Quotas and limits": 12 logical operators in a condition; the start and the end that we write take two. */
const MAX_LOGICAL = 10;

/** Google IAM, "Attribute reference for IAM Conditions": what allow policies know. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['request', 'resource', 'api', 'destination', 'compute']);
const BOOLEAN_CALLS: ReadonlySet<string> = new Set(
  (
    'startsWith endsWith contains matches hasOnly hasTagKey hasTagKeyId matchTag matchTagId ' +
    'isForwardingRuleCreationOperation matchLoadBalancingSchemes'
  ).split(' '),
);
const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);

/**
 * A requester's own condition for Google Cloud: one CEL expression that is true or false, on one line of plain ASCII without comment.
 * It must stand for itself: put into brackets beside our end it stays inside them. That is checked twice, by counting brackets
 * outside plain strings and by parsing; what two readers of CEL could read in two ways (raw strings, bytes, triple quotes) is refused.
 */
export function parseOwnCondition(text: string, role?: string): Parsed<string> {
  const refused = lineRefusal(text) ?? bracketRefusal(text);
  if (refused !== undefined) return refused;
  const ast = read(text);
  if (typeof ast === 'string') return refusal(ast, 'Write a condition such as resource.name.startsWith("projects/_/buckets/ledger")');
  return shapeRefusal(ast) ?? callerRefusal(ast, role) ?? { ok: true, value: text };
}

/** Google IAM: "Attribute reference for IAM Conditions": who calls from where is told to Identity-Aware Proxy alone. */
function callerRefusal(ast: ASTNode, role: string | undefined): Refusal | undefined {
  const speaks = nodesOf(ast).some(({ op, input, start, end }) => op === '.' && /^request\s*\.\s*auth\b/.test(input.slice(start, end)));
  if (!speaks || role === undefined || role.startsWith('roles/iap.')) return undefined;
  return refusal(
    `request.auth is told to Identity-Aware Proxy alone, so with ${role} the condition would never be true`,
    'Leave it out; access levels and VPC Service Controls hold back by address and device',
  );
}

function refusal(problem: string, hint: string): Refusal {
  return { ok: false, problem, hint };
}

function lineRefusal(text: string): Refusal | undefined {
  if (text.trim() === '') return refusal('the condition is empty', 'Leave condition: out');
  if (text.length > MAX_LENGTH) return refusal(`the condition is longer than ${MAX_LENGTH} characters`, 'Write a shorter one');
  if (/^[\x20-\x7e]*$/.test(text)) return undefined;
  return refusal(
    'the condition is not one line of plain ASCII',
    'Write it on one line; other characters as \\u and four digits in a string',
  );
}

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Every bracket outside a string closes one that this text opened, and none stays open. */
function bracketRefusal(text: string): Refusal | undefined {
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"' || char === "'") {
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      at = end;
    } else if (text.startsWith('//', at))
      return refusal('the condition holds a comment', 'Write the comment beside it in the file, after #');
    else if ('([{'.includes(char)) open.push(char);
    else if (char in CLOSES && open.pop() !== CLOSES[char]) return refusal(`a "${char}" closes nothing that the condition opened`, BALANCE);
    if (open.length > MAX_OPEN) return refusal(`more than ${MAX_OPEN} brackets are open at once`, 'Write a simpler condition');
  }
  return open.length === 0 ? undefined : refusal(`a "${open.at(-1)}" is not closed`, BALANCE);
}

const BALANCE = 'A condition stands for itself: it closes what it opens and nothing else';

/** Where a string ends that begins here. */
function endOfString(text: string, start: number): number | Refusal {
  const quote = text.charAt(start);
  if (/\w/.test(text.charAt(start - 1))) return refusal('a string has a prefix', 'Write a plain string');
  if (text.startsWith(quote.repeat(3), start)) return refusal('a string has three quotes', 'Write a plain string');
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === quote) return at;
  }
  return refusal('a string is not closed', 'Close it with the quote that opened it');
}

/** The expression; or, as a text, why it is none. */
function read(text: string): ASTNode | string {
  try {
    return parse(text).ast;
  } catch (error) {
    if (error instanceof ParseError) return error.summary;
    throw error;
  }
}

function shapeRefusal(ast: ASTNode): Refusal | undefined {
  const [unknown] = nodesOf(ast).flatMap((node) => (node.op === 'id' && !ATTRIBUTES.has(node.args) ? [node.args] : []));
  if (unknown !== undefined) return refusal(`${unknown} is no attribute of a request`, `Conditions speak of ${[...ATTRIBUTES].join(', ')}`);
  const other = notBoolean(ast);
  if (other !== undefined) return refusal(`${other.input.slice(other.start, other.end)} is not true or false`, 'Compare it with something');
  const logical = nodesOf(ast).filter((node) => ['&&', '||', '!_', '?:'].includes(node.op)).length;
  if (logical <= MAX_LOGICAL) return undefined;
  return refusal(`the condition has ${logical} logical operators`, `Google allows 12, and the end takes 2: use at most ${MAX_LOGICAL}`);
}

/** The node itself and all below it. */
function nodesOf(node: ASTNode): readonly ASTNode[] {
  return [node, ...[node.args].flat(3).filter(isNode).flatMap(nodesOf)];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}

/** The first part that ought to be true or false and is not. No types are known here, so it goes by the shape alone. */
function notBoolean(node: ASTNode): ASTNode | undefined {
  if (node.op === '&&' || node.op === '||') return notBoolean(node.args[0]) ?? notBoolean(node.args[1]);
  if (node.op === '?:') return notBoolean(node.args[0]) ?? notBoolean(node.args[1]) ?? notBoolean(node.args[2]);
  if (node.op === '!_') return notBoolean(node.args);
  return isTruth(node) ? undefined : node;
}

function isTruth(node: ASTNode): boolean {
  if (node.op === 'value') return typeof node.args === 'boolean';
  if (node.op !== 'rcall') return COMPARISONS.has(node.op);
  const [name, , args] = node.args;
  const last = args.at(-1);
  if (name === 'getAttribute') return last?.op === 'value' && typeof last.args === 'boolean'; // it has the type of its default
  return BOOLEAN_CALLS.has(name);
}

import type { Instant } from '../../domain/instant.ts';
import { evaluate } from './cel/evaluate.ts';
import { type Node, parse } from './cel/syntax.ts';
import type { GcpCondition } from './state.ts';

/** What is asked of a condition: when, and about what. */
export interface Circumstance {
  readonly at: Instant;
  /** `resource.name`, without `//` and the service: `projects/100000000001`. */
  readonly name?: string;
  /** `resource.type`: `cloudresourcemanager.googleapis.com/Project`. */
  readonly type?: string;
  /** `resource.service`: `cloudresourcemanager.googleapis.com`. */
  readonly service?: string;
  /** Roles of which a call would give or take bindings. */
  readonly modifiedRoles?: readonly string[];
}

/** Whether a condition lets this pass. What cannot be told is not granted (Google IAM Conditions: overview, an error counts as false). */
export function lets(condition: GcpCondition | undefined, circumstance: Circumstance): boolean | 'unknown' {
  if (condition === undefined) return true;
  const parsed = parse(condition.expression ?? '');
  if (!parsed.ok) return 'unknown';
  const { at, name, type, service, modifiedRoles } = circumstance;
  return evaluate(parsed.node, {
    'request.time': { time: at },
    ...(name === undefined ? {} : { 'resource.name': name }),
    ...(type === undefined ? {} : { 'resource.type': type }),
    ...(service === undefined ? {} : { 'resource.service': service }),
    ...(modifiedRoles === undefined ? {} : { 'api iam.googleapis.com/modifiedGrantsByRole': modifiedRoles }),
  });
}

/** What a condition may have of `&&`, `||` and `!` (Google IAM: quotas and limits, logical operators in a condition expression). */
const MOST_LOGICAL_OPERATORS = 12;

/** Names that a condition may begin with (Google IAM Conditions: attribute reference). */
const ROOTS = new Set(['request', 'resource', 'destination', 'api', 'principal', 'origin']);

/** Why a policy with this condition is refused, in the words of Google's condition linter where they are known. */
export function conditionProblem(condition: GcpCondition): string | undefined {
  const { title, expression } = condition;
  if (expression === undefined || expression === '') return lint('ConditionCompileCheck', 'Condition expression must not be empty.');
  if (title === undefined || title === '') return lint('ConditionTitleCheck', 'Condition title must not be empty.');
  const parsed = parse(expression);
  if (!parsed.ok) return lint('ConditionCompileCheck', `Failed to compile expression. ${parsed.problem}`);
  if (parsed.logicalOperators > MOST_LOGICAL_OPERATORS) {
    const counts = `${parsed.logicalOperators} logical operators, more than the maximum of ${MOST_LOGICAL_OPERATORS}`;
    return lint('ConditionComplexityCheck', `The expression has ${counts}.`);
  }
  return typeProblem(parsed.node);
}

function typeProblem(node: Node): string | undefined {
  const stranger = namesIn(node).find((name) => !ROOTS.has(name));
  if (stranger !== undefined) return lint('ConditionCompileCheck', `Failed to compile expression. undeclared reference to '${stranger}'`);
  const truth = node.kind === 'literal' ? typeof node.value === 'boolean' : !['list', 'map', 'minus'].includes(node.kind);
  return truth ? undefined : lint('ConditionCompileCheck', 'Failed to compile expression. The result must be a boolean.');
}

/** Variables, by their first name. Comprehensions such as `list.all(x, …)` declare names of their own, so calls on a list are let be. */
function namesIn(node: Node): string[] {
  switch (node.kind) {
    case 'name':
      return [node.name];
    case 'field':
    case 'not':
    case 'minus':
      return namesIn(node.of);
    case 'item':
      return [...namesIn(node.of), ...namesIn(node.at)];
    case 'operation':
      return [...namesIn(node.left), ...namesIn(node.right)];
    case 'choice':
      return [...namesIn(node.when), ...namesIn(node.yes), ...namesIn(node.no)];
    case 'list':
      return node.items.flatMap(namesIn);
    case 'map':
      return node.entries.flat().flatMap(namesIn);
    case 'call':
      return MACROS.has(node.name) ? [] : [...(node.on ? namesIn(node.on) : []), ...node.given.flatMap(namesIn)];
    case 'literal':
      return [];
  }
  return node satisfies never;
}

const MACROS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** The form of refusals by the linter that a write runs (terraform-provider-google issue 7833; iamPolicies.lintPolicy). */
export function lint(unit: string, problem: string): string {
  return `LintValidationUnits/${unit} Error: ${problem}`;
}

import { type Attribute, type Condition, ConditionError, parseCondition, type Quantity } from './condition-syntax.ts';
import { matches } from './pattern.ts';

/** What a condition is asked about. Attributes are named in lower case, `microsoft.authorization/roleassignments:principaltype`. */
export interface Asked {
  readonly action: string;
  /** What the call would make of it. */
  readonly request: Attributes;
  /** What stands there now. */
  readonly resource: Attributes;
}

/** An attribute that is not there is not in it. */
export type Attributes = ReadonlyMap<string, readonly string[]>;

/**
 * Whether a condition lets a call be made. One that cannot be read, or compares by an operator that is not simulated, lets nothing
 * be done; so nothing passes here that the service might refuse.
 */
export function allows(condition: string, asked: Asked): boolean {
  try {
    return holds(parseCondition(condition), asked);
  } catch (error) {
    if (error instanceof ConditionError) return false;
    throw error;
  }
}

/** The same for a condition that was read already; throws `ConditionError` for an operator that is not simulated. */
export function holds(condition: Condition, asked: Asked): boolean {
  if (condition.kind === 'all') return condition.of.every((one) => holds(one, asked));
  if (condition.kind === 'any') return condition.of.some((one) => holds(one, asked));
  if (condition.kind === 'not') return !holds(condition.of, asked);
  if (condition.kind === 'action') return matches(condition.pattern, asked.action);
  return condition.kind === 'exists' ? valuesAt(asked, condition.attribute) !== undefined : compares(condition, asked);
}

/** An attribute that is not there fits nothing. */
function compares({ attribute, quantity, operator, values }: Extract<Condition, { kind: 'compare' }>, asked: Asked): boolean {
  const compare = OPERATORS.get(operator.toLowerCase());
  if (compare === undefined) throw new ConditionError(`the operator '${operator}' is not simulated`);
  const there = valuesAt(asked, attribute);
  return there !== undefined && fits(there, values, quantity, compare);
}

function fits(left: readonly string[], right: readonly string[], quantity: Quantity, compare: Compare): boolean {
  const one = (value: string) =>
    quantity.right === 'any' ? right.some((other) => compare(value, other)) : right.every((other) => compare(value, other));
  return quantity.left === 'any' ? left.some(one) : left.every(one);
}

type Compare = (left: string, right: string) => boolean;

const isSame: Compare = (left, right) => left === right;
const isFolded: Compare = (left, right) => left.toLowerCase() === right.toLowerCase();

/** Azure role assignment condition format and syntax: comparisons of strings and GUIDs; those of numbers, times and addresses are not here. */
const OPERATORS: ReadonlyMap<string, Compare> = new Map([
  ['stringequals', isSame],
  ['stringequalsignorecase', isFolded],
  ['stringnotequals', (left, right) => !isSame(left, right)],
  ['stringnotequalsignorecase', (left, right) => !isFolded(left, right)],
  ['guidequals', isFolded],
  ['guidnotequals', (left, right) => !isFolded(left, right)],
]);

function valuesAt({ request, resource }: Asked, { source, name }: Attribute): readonly string[] | undefined {
  if (source === 'request') return request.get(name);
  if (source === 'resource') return resource.get(name);
  throw new ConditionError(`attributes of '@${source}' are not simulated`);
}

import { readCalendar } from './calendar.ts';
import type { Node } from './syntax.ts';

/** What stands behind the names of a condition, by full name: `request.time`, `resource.name`. */
export type Attributes = Readonly<Record<string, Value>>;

type Value =
  | boolean
  | number
  | string
  | null
  /** A moment or a length of time, in milliseconds. */
  | { readonly time: number }
  | { readonly span: number }
  | readonly Value[]
  /** Anything that this subset cannot tell: an attribute that the resource lacks, a function that is not built here. */
  | { readonly unknown: string };

/**
 * True, false or unknown. As in CEL, a false side decides `&&` and a true side decides `||` whatever the other side is
 * (CEL language definition, logical operators).
 */
export function evaluate(node: Node, attributes: Attributes): boolean | 'unknown' {
  const value = valueOf(node, attributes);
  return typeof value === 'boolean' ? value : 'unknown';
}

function valueOf(node: Node, attributes: Attributes): Value {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'name':
    case 'field':
      return attributeOf(node, attributes);
    case 'call':
      if (isAttribute(node))
        return apiAttribute(
          node.given.map((one) => valueOf(one, attributes)),
          attributes,
        );
      return called(
        node.name,
        node.on && valueOf(node.on, attributes),
        node.given.map((one) => valueOf(one, attributes)),
      );
    case 'list':
      return node.items.map((item) => valueOf(item, attributes));
    case 'not':
      return negated(valueOf(node.of, attributes));
    case 'minus':
      return mapNumber(valueOf(node.of, attributes), (number) => -number);
    case 'operation':
      return operated(node.sign, valueOf(node.left, attributes), valueOf(node.right, attributes));
    case 'choice': {
      const when = valueOf(node.when, attributes);
      return typeof when === 'boolean' ? valueOf(when ? node.yes : node.no, attributes) : unknown('a choice');
    }
    case 'item':
    case 'map':
      return unknown('an index or a map');
  }
  return node satisfies never;
}

function unknown(what: string): Value {
  return { unknown: what };
}

function attributeOf(node: Node, attributes: Attributes): Value {
  const path = pathOf(node);
  return (path === undefined ? undefined : attributes[path]) ?? unknown(path ?? 'a field of a value');
}

function pathOf(node: Node): string | undefined {
  if (node.kind === 'name') return node.name;
  const above = node.kind === 'field' ? pathOf(node.of) : undefined;
  return node.kind === 'field' && above !== undefined ? `${above}.${node.name}` : undefined;
}

function negated(value: Value): Value {
  return typeof value === 'boolean' ? !value : unknown('!');
}

function mapNumber(value: Value, change: (number: number) => number): Value {
  return typeof value === 'number' ? change(value) : unknown('-');
}

function isAttribute({ name, on }: Extract<Node, { kind: 'call' }>): boolean {
  return name === 'getAttribute' && on?.kind === 'name' && on.name === 'api';
}

/** What the method that is called says of the request, or the default (Google IAM Conditions: attribute reference, API attributes). */
function apiAttribute([name, otherwise]: readonly Value[], attributes: Attributes): Value {
  return (typeof name === 'string' ? attributes[`api ${name}`] : undefined) ?? otherwise ?? unknown('getAttribute');
}

function called(name: string, on: Value | undefined, given: readonly Value[]): Value {
  const [first] = given;
  if (on === undefined) return made(name, first);
  if (name === 'hasOnly' && Array.isArray(on) && Array.isArray(first)) {
    return on.map((item) => contained(item, first)).reduce((left, right) => decided(left, right, false), true);
  }
  if (typeof on === 'string' && typeof first === 'string') return compared(name, on, first);
  if (typeof on === 'object' && on !== null && 'time' in on) {
    const zone = first ?? 'UTC';
    return (typeof zone === 'string' ? readCalendar(name, on.time, zone) : undefined) ?? unknown(name);
  }
  return unknown(name);
}

/** RFC 3339, with or without parts of a second; Date cannot hold more than milliseconds, and reads other forms too. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
const SPAN = /^-?(?:\d+(?:\.\d+)?(?:h|ms|m|s))+$/;
const MILLISECONDS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

function made(name: string, given: Value | undefined): Value {
  if (name === 'timestamp' && typeof given === 'string' && TIMESTAMP.test(given)) return timeOr(Date.parse(given));
  if (name === 'duration' && typeof given === 'string' && SPAN.test(given)) return { span: spanOf(given) };
  return unknown(name);
}

function timeOr(ms: number): Value {
  return Number.isNaN(ms) ? unknown('timestamp') : { time: ms };
}

function spanOf(text: string): number {
  const parts = text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g);
  const sum = [...parts].reduce((total, [, count, unit]) => total + Number(count) * (MILLISECONDS[unit ?? ''] ?? 0), 0);
  return text.startsWith('-') ? -sum : sum;
}

function compared(name: string, on: string, other: string): Value {
  if (name === 'startsWith') return on.startsWith(other);
  if (name === 'endsWith') return on.endsWith(other);
  return name === 'contains' ? on.includes(other) : unknown(name);
}

function operated(sign: string, left: Value, right: Value): Value {
  if (sign === '&&') return decided(left, right, false);
  if (sign === '||') return decided(left, right, true);
  if (sign === 'in') return Array.isArray(right) ? contained(left, right) : unknown(sign);
  if (sign === '==' || sign === '!=') return equal(left, right, sign);
  if (sign === '+' || sign === '-') return summed(left, right, sign === '+' ? 1 : -1);
  const [a, b] = [orderOf(left), orderOf(right)];
  return a !== undefined && b !== undefined && kindOf(left) === kindOf(right) ? ordered(sign, a, b) : unknown(sign);
}

function decided(left: Value, right: Value, decisive: boolean): Value {
  if (left === decisive || right === decisive) return decisive;
  return typeof left === 'boolean' && typeof right === 'boolean' ? !decisive : unknown('a logical operator');
}

function contained(value: Value, list: readonly Value[]): Value {
  return list.map((item) => equal(value, item, '==')).reduce((left, right) => decided(left, right, true), false);
}

function equal(left: Value, right: Value, sign: '==' | '!='): Value {
  const [a, b] = [orderOf(left) ?? left, orderOf(right) ?? right];
  const comparable = kindOf(left) === kindOf(right) && (a === null || typeof a !== 'object');
  return comparable ? (a === b) === (sign === '==') : unknown(sign);
}

function summed(left: Value, right: Value, by: 1 | -1): Value {
  if (typeof left === 'number' && typeof right === 'number') return left + by * right;
  if (kindOf(left) === 'time' && kindOf(right) === 'span') return { time: Number(orderOf(left)) + by * Number(orderOf(right)) };
  return unknown('+');
}

function kindOf(value: Value): string {
  if (typeof value !== 'object' || value === null) return typeof value;
  if ('time' in value) return 'time';
  return 'span' in value ? 'span' : 'other';
}

function orderOf(value: Value): number | string | undefined {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('time' in value) return value.time;
  return 'span' in value ? value.span : undefined;
}

function ordered(sign: string, a: number | string, b: number | string): Value {
  if (sign === '<') return a < b;
  if (sign === '<=') return a <= b;
  if (sign === '>') return a > b;
  return sign === '>=' ? a >= b : unknown(sign);
}

import { parseSync } from 'oxc-parser';

/** One small change of a source file: what stands between two offsets gives way to other text. */
export interface Mutant {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly put: string;
  /** Where a run passes that can notice it. */
  readonly at: number;
  /** Counts from 1. */
  readonly line: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

type Change = Omit<Mutant, 'line' | 'at'> & { readonly at?: number };

/** What each operator may be taken for. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
};

/** Calls that are taken for another, or left out. */
const CALLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    some: 'every',
    every: 'some',
    min: 'max',
    max: 'min',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    toLowerCase: 'toUpperCase',
    toUpperCase: 'toLowerCase',
    find: 'findLast',
    findLast: 'find',
  }),
);

const LEFT_OUT: ReadonlySet<string> = new Set(['filter', 'toSorted', 'toReversed', 'slice', 'trim', 'trimEnd', 'concat', 'toLowerCase']);

/** Every mutant of a file, in the order of the file: conditions, bounds, operators, booleans, texts, lists, objects, calls, bodies. */
export function mutantsOf(path: string, source: string): readonly Mutant[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message ?? ''}`);
  const found: Change[] = [];
  visit(program as unknown as Node, source, found);
  return found
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((change) => ({ at: change.start, ...change, line: lineAt(source, change.start) }));
}

const lineAt = (source: string, at: number): number => source.slice(0, at).split('\n').length;

/** What is written there of types, imports and names is no code that runs. */
const STILL = /^(?:TS(?!As|NonNull|Satisfies)|Import|ExportAll)/;

function visit(node: Node, source: string, found: Change[]): void {
  if (STILL.test(node.type) || (node.type === 'ExportNamedDeclaration' && isNode(node['source']))) return;
  found.push(...changesOf(node, source));
  for (const [key, value] of Object.entries(node)) {
    if (key === 'typeAnnotation' || (key === 'key' && node['computed'] !== true)) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, source, found);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && typeof value.type === 'string';
}

function changesOf(node: Node, source: string): readonly Change[] {
  const whole = (kind: string, ...puts: readonly string[]): readonly Change[] =>
    puts.map((put) => ({ kind, start: node.start, end: node.end, put })).filter(({ put }) => put !== source.slice(node.start, node.end));
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return operatorChanges(node, source);
    case 'IfStatement':
    case 'ConditionalExpression':
      return onPart(node['test'], 'condition', ['true', 'false'], source);
    case 'WhileStatement':
      return onPart(node['test'], 'condition', ['false'], source);
    case 'UnaryExpression':
      return node['operator'] === '!' ? whole('negation', `(${textOf(node['argument'], source)})`) : [];
    case 'UpdateExpression':
      return whole(
        'update',
        source.slice(node.start, node.end).replace(/\+\+|--/, (sign) => (sign === '++' ? '--' : '++')),
      );
    case 'Literal':
      return literalChanges(node, whole);
    case 'TemplateLiteral':
      return source.slice(node.start, node.end) === '``' ? [] : whole('text', '``');
    case 'ArrayExpression':
      return (node['elements'] as unknown[]).length === 0 ? [] : whole('list', '[]');
    case 'ObjectExpression':
      return (node['properties'] as unknown[]).length === 0 ? [] : whole('object', '{}');
    case 'CallExpression':
      return callChanges(node, source);
    case 'ExpressionStatement':
      return whole('statement', ';');
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression':
      return bodyChanges(node);
    default:
      return [];
  }
}

function textOf(node: unknown, source: string): string {
  return isNode(node) ? source.slice(node.start, node.end) : '';
}

function onPart(node: unknown, kind: string, puts: readonly string[], source: string): readonly Change[] {
  if (!isNode(node)) return [];
  return puts.filter((put) => put !== textOf(node, source)).map((put) => ({ kind, start: node.start, end: node.end, put }));
}

/** The operator stands between its two sides; `+` between texts is no sum. */
function operatorChanges(node: Node, source: string): readonly Change[] {
  const { left, right } = node;
  const operator = String(node['operator']);
  if (!isNode(left) || !isNode(right)) return [];
  if (operator.startsWith('+') && [left, right].some((side) => side.type === 'TemplateLiteral' || typeof side['value'] === 'string'))
    return [];
  const start = left.end + source.slice(left.end, right.start).indexOf(operator);
  return (OPERATORS[operator] ?? []).map((put) => ({ kind: 'operator', start, end: start + operator.length, put, at: node.start }));
}

function literalChanges(node: Node, whole: (kind: string, ...puts: string[]) => readonly Change[]): readonly Change[] {
  const value = node['value'];
  if (typeof value === 'boolean') return whole('boolean', String(!value));
  if (typeof value === 'string') return whole('text', value === '' ? "'another'" : "''");
  return [];
}

function callChanges(node: Node, source: string): readonly Change[] {
  const { callee } = node;
  if (!isNode(callee) || callee.type !== 'MemberExpression' || callee['computed'] === true) return [];
  const { property, object } = callee;
  if (!isNode(property) || !isNode(object)) return [];
  const name = textOf(property, source);
  const other = CALLS.get(name);
  return [
    ...(other === undefined ? [] : [{ kind: 'call', start: property.start, end: property.end, put: other }]),
    ...(LEFT_OUT.has(name) ? [{ kind: 'call', start: object.end, end: node.end, put: '' }] : []),
  ];
}

function bodyChanges({ body }: Node): readonly Change[] {
  if (!isNode(body)) return [];
  if (body.type === 'BlockStatement')
    return (body['body'] as unknown[]).length === 0 ? [] : [{ kind: 'body', start: body.start, end: body.end, put: '{}' }];
  return [{ kind: 'body', start: body.start, end: body.end, put: 'undefined' }];
}

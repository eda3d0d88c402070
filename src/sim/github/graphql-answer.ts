import { Refused } from './answer.ts';
import type { FieldSelection, GraphqlQuery, Selection } from './graphql-query.ts';

/** Something with fields: what a field is worth, or how to find that out from its arguments. */
export interface GraphNode {
  readonly typename: string;
  readonly [field: string]: unknown;
}

export interface GraphError {
  readonly type: string;
  readonly message: string;
  readonly path?: readonly string[];
}

/** Thrown by a field; its place is null then and the error is listed (GraphQL specification, section 6.4.4). */
export class FieldRefused extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** What an endpoint would refuse, as a field does: the words are of GraphQL. */
export function orRefused<T>(work: () => T, message: string): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new FieldRefused(error.said.status === 404 ? 'NOT_FOUND' : 'FORBIDDEN', message);
  }
}

export interface GraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphError[];
}

/** Interfaces and unions of GitHub's schema that queries of ours name. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  Actor: ['User', 'Bot', 'Organization'],
  GitObject: ['Commit', 'Blob', 'Tree'],
};

export function answerQuery(query: GraphqlQuery, root: GraphNode): GraphAnswer {
  const errors: GraphError[] = [];
  const data = answerNode(query, root, query.selections, [], errors);
  // A field that the schema does not have spoils the whole query, before anything is looked up.
  return errors.some((one) => one.type === 'undefinedField') ? { data: null, errors } : { data, errors };
}

type Path = readonly string[];

function answerNode(
  query: GraphqlQuery,
  node: GraphNode,
  selections: readonly Selection[],
  path: Path,
  errors: GraphError[],
): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const selection of selections) {
    if (selection.kind === 'field') said[selection.key] = answerField(query, node, selection, [...path, selection.key], errors);
    else {
      const fragment = selection.kind === 'spread' ? query.fragments.get(selection.name) : selection;
      if (fragment !== undefined && fits(node, fragment.type))
        Object.assign(said, answerNode(query, node, fragment.selections, path, errors));
    }
  }
  return said;
}

function fits(node: GraphNode, type: string): boolean {
  return node.typename === type || (KINDS[type] ?? []).includes(node.typename);
}

function answerField(query: GraphqlQuery, node: GraphNode, field: FieldSelection, path: Path, errors: GraphError[]): unknown {
  const found = node[field.name === '__typename' ? 'typename' : field.name];
  if (found === undefined) {
    errors.push({ type: 'undefinedField', message: `Field '${field.name}' doesn't exist on type '${node.typename}'`, path });
    return null;
  }
  try {
    const value: unknown = typeof found === 'function' ? (found as (args: FieldSelection['args']) => unknown)(field.args) : found;
    return answerValue(query, value, field.selections, path, errors);
  } catch (error) {
    if (!(error instanceof FieldRefused)) throw error;
    errors.push({ type: error.type, message: error.message, path });
    return null;
  }
}

function answerValue(query: GraphqlQuery, value: unknown, selections: readonly Selection[], path: Path, errors: GraphError[]): unknown {
  if (Array.isArray(value)) return value.map((one) => answerValue(query, one, selections, path, errors));
  return isNode(value) ? answerNode(query, value, selections, path, errors) : value;
}

function isNode(value: unknown): value is GraphNode {
  return typeof value === 'object' && value !== null && 'typename' in value;
}

import { asObject, objectOf, textAt } from '../call.ts';
import { isGuid } from '../guid.ts';
import { QueryError } from './query-error.ts';
import { badGuids, badRequest } from './refusals.ts';

export const FILTERS = ['AtScopeAndBelow', 'AtScopeAndAbove', 'AtScopeExact', 'AtScopeAboveAndBelow'] as const;

/** A query and its options (Microsoft.ResourceGraph 2022-10-01, QueryRequest). */
export interface QueryRequest {
  readonly query: string;
  readonly subscriptions?: readonly string[];
  readonly managementGroups?: readonly string[];
  /** From 1 to 1000. */
  readonly top?: number;
  readonly skip?: number;
  readonly skipToken?: string;
  readonly format: 'objectArray' | 'table';
  readonly filter: (typeof FILTERS)[number];
}

/** Throws `QueryError` for a body that is not as described, and for what is not simulated: facets. */
export function requestOf(body: string): QueryRequest {
  const object = objectOf(body);
  const query = object === undefined ? undefined : textAt(object, 'query');
  if (object === undefined || query === undefined) throw wrong('The request body needs a query.');
  const options = asObject(object['options']) ?? {};
  if (Array.isArray(object['facets']) && object['facets'].length > 0) throw wrong('Facets are not supported.');
  const skipToken = textAt(options, '$skipToken');
  return {
    query,
    ...scopesIn(object),
    ...numberIn(options, '$top', 'top', 1, 1000),
    ...numberIn(options, '$skip', 'skip', 0, Number.MAX_SAFE_INTEGER),
    ...(skipToken === undefined ? {} : { skipToken }),
    format: chosen(options, 'resultFormat', ['objectArray', 'table']),
    filter: chosen(options, 'authorizationScopeFilter', FILTERS),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function scopesIn(object: Fields): Pick<QueryRequest, 'subscriptions' | 'managementGroups'> {
  const [subscriptions, managementGroups] = [textsIn(object, 'subscriptions'), textsIn(object, 'managementGroups')];
  if (subscriptions !== undefined && managementGroups !== undefined)
    throw wrong('Either subscriptions or managementGroups can be given, not both.');
  const strange = subscriptions?.filter((one) => !isGuid(one)) ?? [];
  if (strange.length > 0) throw new QueryError(badGuids(strange));
  return { ...(subscriptions && { subscriptions }), ...(managementGroups && { managementGroups }) };
}

/** None and an empty list are the same: all that the caller has access to in the tenant. */
function textsIn(object: Fields, key: string): readonly string[] | undefined {
  const value = object[key] ?? [];
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) throw wrong(`${key} must be a list of texts.`);
  return value.length === 0 ? undefined : value;
}

function numberIn<K extends 'top' | 'skip'>(
  options: Fields,
  key: string,
  as: K,
  least: number,
  most: number,
): { readonly [_ in K]?: number } {
  const value = options[key] ?? undefined;
  if (value === undefined) return {};
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw wrong(`${key} must be a whole number from ${least} to ${most}.`);
  return { [as]: value } as { readonly [_ in K]: number };
}

/** The first one where nothing is said. */
function chosen<T extends string>(options: Fields, key: string, known: readonly [T, ...T[]]): T {
  const value = options[key] ?? known[0];
  const found = known.find((one) => one === value);
  if (found === undefined) throw wrong(`${key} must be one of ${known.join(', ')}.`);
  return found;
}

function wrong(message: string): QueryError {
  return new QueryError(badRequest(message));
}

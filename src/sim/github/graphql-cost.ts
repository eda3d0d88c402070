import type { GraphqlQuery, Selection } from './graphql-query.ts';

/** What a query may cost at most (GitHub docs: rate limits and query limits for the GraphQL API). */
export interface QueryCost {
  /** Points of the hour: one for each hundred lists that could have to be read, and at least one. */
  readonly points: number;
  /** Items that could come back; 500,000 is the most that GitHub takes. */
  readonly nodes: number;
}

export const MOST_NODES = 500_000;

/** Every list counts as if all before it were as long as was asked for. */
export function costOf(query: GraphqlQuery): QueryCost {
  let [lists, nodes] = [0, 0];
  const walk = (selections: readonly Selection[], times: number): void => {
    for (const one of selections) {
      if (one.kind !== 'field') {
        walk(one.kind === 'spread' ? (query.fragments.get(one.name)?.selections ?? []) : one.selections, times);
        continue;
      }
      const length = one.args['first'] ?? one.args['last'];
      if (typeof length === 'number') {
        lists += times;
        nodes += times * length;
      }
      walk(one.selections, typeof length === 'number' ? times * length : times);
    }
  };
  walk(query.selections, 1);
  return { points: Math.max(1, Math.round(lists / 100)), nodes };
}

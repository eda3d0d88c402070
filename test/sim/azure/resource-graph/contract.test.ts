import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { SUBSCRIPTIONS } from '../../../../src/sim/azure/example.ts';
import { tenant } from '../tenant.ts';

/** The folder of published API descriptions. */
const data = process.env['CONFORMANCE_DATA'];
if (data === undefined)
  console.log('skipped: the simulated Resource Graph against its API description (set CONFORMANCE_DATA to their folder)');

const FOLDER = join(data ?? '', 'azure-api/specification/resourcegraph/resource-manager/Microsoft.ResourceGraph/stable/2022-10-01');
const PATH = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';

interface Asked {
  readonly query: string;
  readonly options?: { readonly $skipToken?: string };
  readonly subscriptions?: readonly string[];
  readonly managementGroups?: readonly string[];
  readonly facets?: readonly unknown[];
}

interface Example {
  readonly parameters: { readonly query: Asked };
  readonly responses: { readonly 200: { readonly body: Readonly<Record<string, unknown>> } };
}

const examples = (): readonly (readonly [string, Example])[] =>
  readdirSync(join(FOLDER, 'examples'))
    .filter((name) => name.endsWith('Query.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(FOLDER, 'examples', name), 'utf8')) as Example]);

/**
 * The description takes the rows of a result, the cells of a row and what an error adds for objects; its own examples, and refusals
 * that were quoted, have lists, texts and numbers there.
 */
const described = (definition: string): ((value: unknown) => unknown) => {
  const text = readFileSync(join(FOLDER, 'resourcegraph.json'), 'utf8');
  const description = JSON.parse(text, (key, one: unknown) => {
    const isAny = key === 'data' || key === 'additionalProperties' || (key === 'items' && JSON.stringify(one).includes('Cell value'));
    return isAny ? {} : one;
  }) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ ...description, $id: 'file://description' });
  const validate = ajv.compile({ $ref: `file://description#/definitions/${definition}` });
  return (value) => (validate(value) ? [] : validate.errors);
};

/** The same question about what the simulation has: its one table, its places. */
const asked = ({ query, subscriptions, managementGroups, options = {} }: Asked): object => {
  const { $skipToken: _token, ...others } = options;
  return {
    query: query.replace('Resources', 'authorizationresources').replaceAll("'test'", "'a'"),
    options: others,
    ...(subscriptions && { subscriptions: [SUBSCRIPTIONS.search] }),
    ...(managementGroups && { managementGroups: ['acme'] }),
  };
};

describe.skipIf(data === undefined)('Resource Graph as its description and examples say', () => {
  it('the examples fit the description as it is read here', () => {
    expect(examples().length).toBe(11);
    for (const [name, { parameters, responses }] of examples()) {
      expect([name, described('QueryRequest')(parameters.query)]).toEqual([name, []]);
      expect([name, described('QueryResponse')(responses[200].body)]).toEqual([name, []]);
    }
  });

  it('takes the questions of the examples, or refuses what it has not got as the description says', async () => {
    const world = tenant();
    const verdicts = [];
    for (const [name, { parameters, responses }] of examples()) {
      const body = asked(parameters.query);
      expect([name, described('QueryRequest')(body)]).toEqual([name, []]);
      const reply = await world.arm('POST', PATH, body);
      verdicts.push(`${name} ${reply.status}`);
      expect([name, described(reply.status === 200 ? 'QueryResponse' : 'ErrorResponse')(reply.body)]).toEqual([name, []]);
      const sample = Object.keys(responses[200].body).filter((key) => key !== '$skipToken');
      if (reply.status === 200) expect(Object.keys(reply.body as object)).toEqual(expect.arrayContaining(sample));
    }
    expect(verdicts).toEqual([
      'ResourcesBasicQuery.json 200',
      'ResourcesComplexQuery.json 400',
      'ResourcesFacetQuery.json 200',
      'ResourcesFilterQuery.json 200',
      'ResourcesFirstPageQuery.json 200',
      'ResourcesMgBasicQuery.json 200',
      'ResourcesNextPageQuery.json 200',
      'ResourcesPropertiesQuery.json 400',
      'ResourcesRandomPageQuery.json 200',
      'ResourcesSummarizeQuery.json 400',
      'ResourcesTenantBasicQuery.json 200',
    ]);
  });

  it('a page, a table, and every refusal are as described', async () => {
    const world = tenant();
    const page = { query: 'authorizationresources | project id, properties | order by id asc', options: { $top: 2 } };
    const first = await world.arm('POST', PATH, page);
    expect(described('QueryResponse')(first.body)).toEqual([]);
    const { $skipToken } = first.body as { $skipToken: string };
    const goingOn = { ...page, options: { $skipToken } };
    expect(described('QueryRequest')(goingOn)).toEqual([]);
    expect(described('QueryResponse')((await world.arm('POST', PATH, goingOn)).body)).toEqual([]);
    const table = await world.arm('POST', PATH, { ...page, options: { resultFormat: 'table' } });
    expect(described('Table')((table.body as { data: unknown }).data)).toEqual([]);
    for (const wrong of [{ query: 'Resources' }, { query: '' }, { ...page, options: { $top: 0 } }, { ...page, managementGroups: ['no'] }])
      expect(described('ErrorResponse')((await world.arm('POST', PATH, wrong)).body)).toEqual([]);
    expect(described('ErrorResponse')({ error: { code: 7 } })).not.toEqual([]);
    expect(described('QueryResponse')({ totalRecords: '1', count: 1, resultTruncated: 'no', data: [] })).toHaveLength(2);
  });
});

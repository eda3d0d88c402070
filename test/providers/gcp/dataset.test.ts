import { describe, expect, it } from 'vitest';
import { later } from '../../../src/domain/instant.ts';
import { accessOf, policyOfDataset } from '../../../src/providers/gcp/dataset.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { gcpWriter } from '../../../src/providers/gcp/writer.ts';
import { grant } from '../conformance.ts';
import { scripted } from '../scripted.ts';
import { desired, gcpWorld, NOW, scopeOf } from './world.ts';

const SCOPE = scopeOf('projects/payments-prod/datasets/books');
const UNTIL = later(NOW, 3_600_000);
const EXPIRING = { title: 'until 2033', description: 'a year', expression: "request.time < timestamp('2032-12-31T12:00:00Z')" };

/** One line of each kind that BigQuery's reference knows, and one that it does not. */
const ACCESS = [
  { role: 'OWNER', specialGroup: 'projectOwners' },
  { role: 'WRITER', specialGroup: 'projectWriters' },
  { role: 'READER', specialGroup: 'projectReaders' },
  { role: 'READER', specialGroup: 'allAuthenticatedUsers' },
  { role: 'OWNER', userByEmail: 'Ada@Example.com' },
  { role: 'roles/bigquery.metadataViewer', userByEmail: 'deployer@payments-prod.iam.gserviceaccount.com' },
  { role: 'READER', groupByEmail: 'security@example.com' },
  { role: 'READER', domain: 'example.com' },
  { role: 'READER', iamMember: 'deleted:user:rob@example.com?uid=1' },
  { role: 'roles/bigquery.dataViewer', userByEmail: 'bo@example.com', condition: EXPIRING },
  { view: { projectId: 'payments-prod', datasetId: 'shown', tableId: 'sums' } },
  { routine: { projectId: 'payments-prod', datasetId: 'shown', routineId: 'sum' } },
  { dataset: { dataset: { projectId: 'search-prod', datasetId: 'all' }, targetTypes: ['VIEWS'] } },
  { role: 'READER', spaceByName: 'moon' },
];
const DATASET = { kind: 'bigquery#dataset', etag: 'kDw==', access: ACCESS };

describe('the access list of a dataset', () => {
  it('reads as an allow policy, in the spelling of allow policies', () => {
    const policy = policyOfDataset(SCOPE, DATASET);
    const held = policy?.bindings?.flatMap(({ role, members = [], condition }) => members.map((one) => [role, one, condition?.title]));
    expect(policy?.etag).toBe('kDw==');
    expect(held).toEqual([
      ['roles/bigquery.dataOwner', 'projectOwner:payments-prod', undefined],
      ['roles/bigquery.dataEditor', 'projectEditor:payments-prod', undefined],
      ['roles/bigquery.dataViewer', 'projectViewer:payments-prod', undefined],
      ['roles/bigquery.dataViewer', 'allAuthenticatedUsers', undefined],
      ['roles/bigquery.dataOwner', 'user:Ada@Example.com', undefined],
      ['roles/bigquery.metadataViewer', 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com', undefined],
      ['roles/bigquery.dataViewer', 'group:security@example.com', undefined],
      ['roles/bigquery.dataViewer', 'domain:example.com', undefined],
      ['roles/bigquery.dataViewer', 'deleted:user:rob@example.com?uid=1', undefined],
      ['roles/bigquery.dataViewer', 'user:bo@example.com', 'until 2033'],
    ]);
  });

  it('goes back line by line as it came, whatever stands in it', () => {
    const policy = policyOfDataset(SCOPE, DATASET);
    expect(JSON.stringify(accessOf(policy ?? {}))).toBe(JSON.stringify(ACCESS));
    expect(accessOf({})).toEqual([]);
  });

  it.each([
    ['no list', { ...DATASET, access: undefined }],
    ['no etag', { access: ACCESS }],
    ['a line that is none', { ...DATASET, access: ['READER'] }],
    ['a list in a list', { ...DATASET, access: [[]] }],
    [
      'a masked condition',
      { ...DATASET, access: [{ role: 'roles/bigquery.dataViewer_with_conditionalbinding_7a34awqsda', domain: 'x.y' }] },
    ],
    ['a condition without an expression', { ...DATASET, access: [{ role: 'READER', domain: 'x.y', condition: { title: 't' } }] }],
    ['nothing', undefined],
  ])('is not read where it shows %s', async (_, json) => {
    const access = scripted([{ json }]);
    expect(await gcpReader(access).read(SCOPE)).toMatchObject({ ok: false, failure: { kind: 'unsafe' } });
  });

  it('is written whole, with ours as one more line, and only if its etag still stands', async () => {
    const change = grant(desired({ who: 'ada', role: 'reader', grant: 'one', until: UNTIL }, SCOPE));
    const access = scripted(({ method, body }) => ({
      json: method === 'GET' ? DATASET : { ...DATASET, ...(JSON.parse(body) as object), etag: 'kDx==' },
    }));
    const reading = await gcpReader(access).read(SCOPE);
    if (!reading.ok) throw new Error(reading.failure.message);
    const { outcomes } = await gcpWriter(access).apply(reading, [change], () => []);
    expect(outcomes).toMatchObject([{ status: 'applied', evidence: 'etag kDx==' }]);
    const ours = {
      role: 'roles/logging.viewer',
      userByEmail: 'ada@example.com',
      condition: {
        title: 'gk:acme-access:one',
        description: 'grants/payments/one.yaml at 4f2a9c1d',
        expression: 'request.time < timestamp("2026-11-23T10:00:00Z")',
      },
    };
    const sent = access.seen.at(-1);
    expect([sent?.method, sent?.headers.get('if-match')]).toEqual(['PATCH', 'kDw==']);
    expect(sent?.body).toBe(JSON.stringify({ access: [...ACCESS, ours] }));
  });

  it('of another owner: groups have a field of their own', () => {
    expect(accessOf({ bindings: [{ role: 'roles/x', members: ['group:a@example.com'], condition: EXPIRING }] })).toEqual([
      { role: 'roles/x', groupByEmail: 'a@example.com', condition: EXPIRING },
    ]);
  });

  it('keeps views and what else is nobody, through a grant in the simulated cloud', async () => {
    const world = gcpWorld((state) => {
      const views = [{ view: { projectId: 'payments-prod', datasetId: 'shown', tableId: 'sums' } }];
      Object.assign(state.things ?? {}, { 'projects/payments-prod/datasets/settlements': { views } });
    }, 'projects/payments-prod/datasets/settlements');
    const address = 'https://bigquery.googleapis.com/bigquery/v2/projects/payments-prod/datasets/settlements?accessPolicyVersion=3';
    const list = async (): Promise<readonly unknown[]> => {
      const response = await world.service.fetch(address, { headers: { authorization: 'Bearer sim-token-grantkeeper' } });
      return ((await response.json()) as { access: readonly unknown[] }).access;
    };
    const before = await list();
    const reading = await gcpReader(world.access).read(world.scope);
    if (!reading.ok) throw new Error(reading.failure.message);
    const change = grant(desired({ who: 'ada', role: 'reader', grant: 'one', until: UNTIL }, world.scope));
    await gcpWriter(world.access).apply(reading, [change], () => []);
    const after = await list();
    expect(after.filter((line) => !JSON.stringify(line).includes('gk:acme-access'))).toEqual(before);
    expect(after.length).toBe(before.length + 1);
  });
});

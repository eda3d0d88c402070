import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../src/providers/gcp/kind.ts';
import { KINDS, NAMES } from '../../../src/providers/gcp/kinds.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { UNFIT } from '../../../src/providers/gcp/unfit.ts';
import { gcpWriter } from '../../../src/providers/gcp/writer.ts';
import { later } from '../../../src/domain/instant.ts';
import { grant } from '../conformance.ts';
import { SAMPLES } from './samples.ts';
import { desired, gcpWorld, NOW, scopeOf } from './world.ts';

const GET3 = '?options.requestedPolicyVersion=3';

/** From the REST references; `$` is the path of the scope. */
const CALLS: Readonly<Record<string, readonly [read: string, write: string]>> = {
  project: [
    'POST https://cloudresourcemanager.googleapis.com/v3/$:getIamPolicy',
    'POST https://cloudresourcemanager.googleapis.com/v3/$:setIamPolicy',
  ],
  'service account': [`POST https://iam.googleapis.com/v1/$:getIamPolicy${GET3}`, 'POST https://iam.googleapis.com/v1/$:setIamPolicy'],
  bucket: [
    'GET https://storage.googleapis.com/storage/v1/b/ledger/iam?optionsRequestedPolicyVersion=3',
    'PUT https://storage.googleapis.com/storage/v1/b/ledger/iam',
  ],
  'managed folder of a bucket': [
    'GET https://storage.googleapis.com/storage/v1/b/ledger/managedFolders/2026%2F11/iam?optionsRequestedPolicyVersion=3',
    'PUT https://storage.googleapis.com/storage/v1/b/ledger/managedFolders/2026%2F11/iam',
  ],
  secret: [
    `GET https://secretmanager.googleapis.com/v1/$:getIamPolicy${GET3}`,
    'POST https://secretmanager.googleapis.com/v1/$:setIamPolicy',
  ],
  'key ring': [`GET https://cloudkms.googleapis.com/v1/$:getIamPolicy${GET3}`, 'POST https://cloudkms.googleapis.com/v1/$:setIamPolicy'],
  key: [`GET https://cloudkms.googleapis.com/v1/$:getIamPolicy${GET3}`, 'POST https://cloudkms.googleapis.com/v1/$:setIamPolicy'],
  'Cloud Run service': [`GET https://run.googleapis.com/v2/$:getIamPolicy${GET3}`, 'POST https://run.googleapis.com/v2/$:setIamPolicy'],
  'BigQuery dataset': [
    'GET https://bigquery.googleapis.com/bigquery/v2/$?accessPolicyVersion=3',
    'PATCH https://bigquery.googleapis.com/bigquery/v2/$?accessPolicyVersion=3',
  ],
  'BigQuery table': [
    'POST https://bigquery.googleapis.com/bigquery/v2/$:getIamPolicy',
    'POST https://bigquery.googleapis.com/bigquery/v2/$:setIamPolicy',
  ],
  'Spanner database': ['POST https://spanner.googleapis.com/v1/$:getIamPolicy', 'POST https://spanner.googleapis.com/v1/$:setIamPolicy'],
  'Bigtable table': [
    'POST https://bigtableadmin.googleapis.com/v2/$:getIamPolicy',
    'POST https://bigtableadmin.googleapis.com/v2/$:setIamPolicy',
  ],
  'virtual machine': [
    'GET https://compute.googleapis.com/compute/v1/$/getIamPolicy?optionsRequestedPolicyVersion=3',
    'POST https://compute.googleapis.com/compute/v1/$/setIamPolicy',
  ],
  'pool of certificate authorities': [
    `GET https://privateca.googleapis.com/v1/$:getIamPolicy${GET3}`,
    'POST https://privateca.googleapis.com/v1/$:setIamPolicy',
  ],
  attestor: [
    `GET https://binaryauthorization.googleapis.com/v1/$:getIamPolicy${GET3}`,
    'POST https://binaryauthorization.googleapis.com/v1/$:setIamPolicy',
  ],
  'web services of a project': ['POST https://iap.googleapis.com/v1/$:getIamPolicy', 'POST https://iap.googleapis.com/v1/$:setIamPolicy'],
  'tunnel to a virtual machine': ['POST https://iap.googleapis.com/v1/$:getIamPolicy', 'POST https://iap.googleapis.com/v1/$:setIamPolicy'],
};

describe('kinds', () => {
  it.each(Object.entries(CALLS))('calls the policy of a %s as its service has it', async (kind, calls) => {
    const path = SAMPLES[kind]?.[0] ?? 'projects/payments-prod';
    const world = gcpWorld(undefined, path);
    const reading = await gcpReader(world.access).read(world.scope);
    if (!reading.ok) throw new Error(reading.failure.message);
    const change = grant(desired({ who: 'ada', role: 'reader', grant: 'one', until: later(NOW, 3_600_000) }, world.scope));
    const { outcomes } = await gcpWriter(world.access).apply(reading, [change], () => []);
    expect(outcomes).toMatchObject([{ status: 'applied' }]);
    const [read, write] = world.service.calls.slice(-2);
    expect([read, write].map((call) => `${call?.method} ${call?.url}`)).toEqual(calls.map((call) => call.replace('$', path)));
    expect(write?.headers['x-goog-request-reason']).toBe('grantkeeper run 1 at 4f2a9c1');
    const sent = JSON.parse(write?.body ?? '') as Readonly<Record<string, unknown>>;
    if (write?.method === 'PATCH') expect(write.headers['if-match']).toMatch(/\S/);
    else expect(write?.method === 'PUT' ? sent : sent['policy']).toMatchObject({ version: 3, etag: expect.stringMatching(/\S/) });
  });

  it.each(Object.entries(SAMPLES))('name the permission that is missing at a %s', async (_, [path = '']) => {
    const world = gcpWorld((state) => {
      const token = state.tokens['sim-token-grantkeeper'];
      if (token !== undefined) state.tokens['sim-token-grantkeeper'] = { ...token, denied: ['*.getIamPolicy'] };
    }, path);
    const { permissions } = kindOf(world.scope);
    expect(await gcpReader(world.access).read(world.scope)).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', hint: expect.stringContaining(`${permissions}.getIamPolicy`) },
    });
  });

  it('have one sample each, and names for all their words', () => {
    expect(Object.keys(SAMPLES)).toEqual(KINDS.map(({ title }) => title));
    for (const [title, [path = '']] of Object.entries(SAMPLES)) expect(kindOf(scopeOf(path)).title).toBe(title);
    const words = KINDS.flatMap(({ form }) => form.split('/').filter((word) => /^[A-Z]+$/.test(word)));
    expect(new Set(words)).toEqual(new Set(Object.keys(NAMES)));
  });

  it('do not meet with what cannot carry our mark', () => {
    const shape = (form: string) => form.replaceAll(/[A-Z]+(?=\/|$)/g, '*');
    const fit = new Set(KINDS.map(({ form }) => shape(form)));
    expect(UNFIT.filter(({ form }) => fit.has(shape(form)))).toEqual([]);
  });

  it('know nothing but scopes', () => {
    const scope = scopeOf('projects/payments-prod');
    expect(() => kindOf({ ...scope, path: 'projects/payments-prod/moons/europa' })).toThrow('no scope of Google Cloud');
  });
});

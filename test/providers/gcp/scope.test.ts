import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, parseScope, textualChain, writtenScope } from '../../../src/providers/gcp/scope.ts';
import { SAMPLES } from './samples.ts';
import { scopeOf } from './world.ts';

const IN = 'projects/payments-prod';

describe('a scope below a project', () => {
  it.each(Object.values(SAMPLES).flat())('reads %s', (path) => {
    expect(parseScope(path)).toEqual({ ok: true, value: { cloud: 'gcp', path, key: path } });
  });

  it.each([
    ['secret/db', `${IN}/secrets/db`],
    ['Buckets/ledger', `${IN}/buckets/ledger`],
    ['bucket/ledger', `${IN}/buckets/ledger`],
    ['keyRings/cards', `${IN}/locations/LOCATION/keyRings/KEYRING`],
    ['locations/eu/keyring/cards', `${IN}/locations/eu/keyRings/cards`],
    ['locations/eu/keyRings/cards/cryptokeys/pan', `${IN}/locations/eu/keyRings/cards/cryptoKeys/pan`],
    ['datasets/a/table/b', `${IN}/datasets/a/tables/b`],
    ['zones/z1/instance/a', `${IN}/zones/z1/instances/a`],
    ['serviceaccounts/a@payments-prod.iam.gserviceaccount.com', `${IN}/serviceAccounts/a@payments-prod.iam.gserviceaccount.com`],
    ['secrets/db/versions/1', `${IN}/secrets/SECRET`],
    ['moons/europa', 'below a project are serviceAccounts/ADDRESS, buckets/BUCKET'],
  ])('says what %s was most likely meant to be', (below, remedy) => {
    expect(parseScope(`${IN}/${below}`)).toEqual({
      ok: false,
      problem: `${below} is no kind of thing that a grant can be asked at`,
      hint: expect.stringContaining(remedy),
    });
  });

  it.each([
    ['buckets/Ledger', '"Ledger"'],
    ['buckets/x', '"x"'],
    ['secrets/..', '".."'],
    ['secrets/a%2fb', '"a%2fb"'],
    ['locations/EU/keyRings/a', '"EU"'],
    ['serviceAccounts/ada@example.com', '"ada@example.com"'],
    ['buckets/ledger/managedFolders/a%2F', '"a%2F"'],
    ['buckets/ledger/managedFolders/a%2F%2Fb', '"a%2F%2Fb"'],
    ['buckets/ledger/managedFolders/..', '"\\.\\."'],
    ['buckets/ledger/managedFolders/a%2F..%2Fb', '"a%2F\\.\\.%2Fb"'],
    ['buckets/ledger/managedFolders/a%2fb', '"a%2fb"'],
    ['iap_web/moon/services/shop', '"moon"'],
  ])('says which name of %s is none', (below, name) => {
    expect(parseScope(`${IN}/${below}`)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(new RegExp(`^${name} in .* is no name`)),
    });
  });

  it.each([
    ['topics/orders', 'Pub/Sub topic', `ask at ${IN}, with the narrowest role and a short end: it reaches all topics there`],
    ['subscriptions/orders', 'Pub/Sub subscription', 'it reaches all subscriptions there'],
    ['locations/eu/repositories/images', 'Artifact Registry', 'it reaches all repositories there'],
    ['datasets/books/routines/sum', 'routine', `ask at ${IN} with condition: 'resource.name == "${IN}/datasets/books/routines/sum"'`],
    ['instances/main', 'Cloud SQL', `'resource.name == "${IN}/instances/main" || resource.name.startsWith("${IN}/instances/main/")'`],
  ])('refuses %s, which cannot carry an end, with the reason and a way', (below, why, way) => {
    expect(parseScope(`${IN}/${below}`)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(new RegExp(`cannot carry the end of a grant: .*${why}`)),
      hint: expect.stringContaining(way),
    });
  });

  it('refuses an account of another project', () => {
    const account = 'serviceAccounts/x@search-prod.iam.gserviceaccount.com';
    expect(parseScope(`${IN}/${account}`)).toMatchObject({ ok: false, hint: `write projects/search-prod/${account}` });
    expect(parseScope(`projects/100000000001/${account}`).ok).toBe(true);
    expect(parseScope(`${IN}/serviceAccounts/100000000001-compute@developer.gserviceaccount.com`).ok).toBe(true);
  });
});

describe('a scope as files write it', () => {
  it.each(['projects/100000000001', 'projects/100000000001/buckets/ledger'])('names its project by the id: %s', (text) => {
    expect(parseScope(text).ok).toBe(true);
    expect(writtenScope(text)).toEqual({
      ok: false,
      problem: 'projects/100000000001 is a project by its number',
      hint: "write the project's id, which gcloud projects describe 100000000001 --format='value(projectId)' tells",
    });
  });

  it.each([IN, `${IN}/buckets/ledger`, 'folders/77', 'projects/x'])('is else what it is: %s', (text) => {
    expect(writtenScope(text)).toEqual(parseScope(text));
  });
});

describe('what is no scope', () => {
  it.each([
    ['project/payments-prod', 'write projects/payments-prod'],
    ['folder/77', 'write folders/77'],
    ['organisations/1', 'write organizations/1'],
    ['//storage.googleapis.com/ledger', 'write projects/ID/buckets/NAME'],
    ['//secretmanager.googleapis.com/projects/payments-prod/secrets/db', 'leave the service out: projects/payments-prod/secrets/db'],
    ['billingAccounts/0X', 'write projects/ID'],
    [`projects/${'x'.repeat(3000)}`, 'write projects/ID'],
    ['projects/payments-prod/secrets/a b', 'write projects/ID'],
  ])('is told how it is written: %s', (text, hint) => {
    expect(parseScope(text)).toMatchObject({ ok: false, hint: expect.stringContaining(hint) });
  });
});

describe('what lies in what', () => {
  const key = scopeOf(SAMPLES['key']?.[0] ?? '');

  it('is told by the text within a project', () => {
    expect(textualChain(key).map(({ path }) => path)).toEqual([...(SAMPLES['key'] ?? []), IN]);
    expect(textualChain(scopeOf(IN)).map(({ path }) => path)).toEqual([IN]);
    expect(textualChain(scopeOf('folders/77')).map(({ path }) => path)).toEqual(['folders/77']);
  });

  it('covers by whole words', () => {
    expect(covers(scopeOf(IN), key)).toBe(true);
    expect(covers(scopeOf(SAMPLES['key ring']?.[0] ?? ''), key)).toBe(true);
    expect(covers(key, scopeOf(IN))).toBe(false);
    expect(covers(scopeOf(`${IN}/secrets/a`), scopeOf(`${IN}/secrets/ab`))).toBe(false);
    expect(covers(scopeOf('projects/payments'), key)).toBe(false);
    expect(covers(scopeOf('organizations/1'), scopeOf('organizations/12'))).toBe(false);
  });
});

describe('whatever is written', () => {
  const word = fc.oneof(
    fc.constantFrom('..', '.', '', '%2e%2e', '?', '#', 'a b', 'buckets', 'secrets', 'locations', 'instances', 'tables', 'x'),
    fc.string({ maxLength: 12 }),
  );

  it('a scope that is read stays below its project in every address', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (words) => {
        const text = ['projects/payments-prod', ...words].join('/');
        const scope = parseScope(text);
        if (!scope.ok) expect(scope.hint).toMatch(/\S/);
        else expect(new URL(`https://example.com/v1/${scope.value.path}:getIamPolicy`).pathname).toBe(`/v1/${text}:getIamPolicy`);
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { at, done, refused, until } from './deeds.ts';
import { may } from './rights.ts';
import { aWorld, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const BUCKET = 'projects/payments-prod/buckets/ledger';
const SECRET = 'projects/payments-prod/secrets/psp-key';
const OBJECTS = 'roles/storage.objectViewer';
const VALUE = 'roles/secretmanager.secretAccessor';

const asking = (...access: readonly string[]) => grantFile({ access, expires: '12:00' });

describe('54 things in projects', () => {
  it('are granted with an end of their own, and nothing on their project', async () => {
    const world = await aWorld();
    await world.land({
      [PATH]: asking(`{ gcp: payments-prod/buckets/ledger, role: ${OBJECTS} }`, `{ gcp: payments-prod/secrets/psp-key, role: ${VALUE} }`),
    });
    expect(done(await world.apply()).toSorted()).toEqual([
      `applied grant asked ada ${VALUE} 12:00`,
      `applied grant asked ada ${OBJECTS} 12:00`,
    ]);
    for (const [role, path] of [
      [OBJECTS, BUCKET],
      [VALUE, SECRET],
    ] as const) {
      expect(await may(world, 'ada', role, path, at('11:59'))).toBe(true);
      expect(await may(world, 'ada', role, path, at('12:00'))).toBe(false);
      expect(await may(world, 'ada', role, 'projects/payments-prod', at('11:59'))).toBe(false);
    }
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    until(world, '12:00');
    expect(done(await world.apply()).toSorted()).toEqual([
      `applied revoke lapsed ada ${VALUE} none`,
      `applied revoke lapsed ada ${OBJECTS} none`,
    ]);
  });

  it('are a dataset and a managed folder too: each keeps the end in its own way, and views and owners stay as they were', async () => {
    const world = await aWorld();
    const [dataset, folder] = ['projects/payments-prod/datasets/settlements', `${BUCKET}/managedFolders/2026%2F11`];
    const theirs = [{ role: 'roles/bigquery.dataOwner', members: ['projectOwner:payments-prod'] }];
    const views = [{ view: { projectId: 'payments-prod', datasetId: 'shown', tableId: 'sums' } }];
    await world.gcpState.update((state) => {
      Object.assign(state.things ?? {}, { [dataset]: { views }, [folder]: {} });
      state.policies[dataset] = { etag: 'AAAA', bindings: theirs };
    });
    const data = 'roles/bigquery.dataViewer';
    await world.land({
      [PATH]: asking(
        `{ gcp: payments-prod/datasets/settlements, role: ${data} }`,
        `{ gcp: payments-prod/buckets/ledger/managedFolders/2026%2F11, role: ${OBJECTS} }`,
      ),
    });
    expect(done(await world.apply()).toSorted()).toEqual([
      `applied grant asked ada ${data} 12:00`,
      `applied grant asked ada ${OBJECTS} 12:00`,
    ]);
    for (const [role, path] of [
      [data, dataset],
      [OBJECTS, folder],
    ] as const) {
      expect([
        await may(world, 'ada', role, path as `projects/${string}`, at('11:59')),
        await may(world, 'ada', role, path as `projects/${string}`, at('12:00')),
      ]).toEqual([true, false]);
    }
    expect(await may(world, 'ada', OBJECTS, BUCKET, at('11:59'))).toBe(false);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    until(world, '12:00');
    expect((await world.apply()).outcomes.map(({ status }) => status)).toEqual(['applied', 'applied']);
    expect(await world.gcpState.update((state) => [state.policies[dataset]?.bindings, state.things?.[dataset]?.views])).toEqual([
      theirs,
      views,
    ]);
  });

  it('of others are not reached by the name of a project of ours', async () => {
    const world = await aWorld();
    await world.gcpState.update((state) => Object.assign(state.things ?? {}, { 'projects/finance-archive/buckets/books': {} }));
    await world.land({ [PATH]: asking(`{ gcp: payments-prod/buckets/books, role: ${OBJECTS} }`) });
    const run = await world.apply();
    expect(run.outcomes).toEqual([]);
    expect(run.exit).toBe(1);
    expect(JSON.stringify(run)).toContain('another project');
  });

  it('are refused before anything is written where their policy is full, and the first condition is announced', async () => {
    const world = await aWorld();
    await world.gcpState.update((state) => {
      const members = Array.from({ length: 1500 }, (_, at) => `user:u${at}@example.com`);
      state.policies[SECRET] = { etag: 'AA==', bindings: [{ role: VALUE, members }] };
    });
    await world.land({
      [PATH]: asking(`{ gcp: payments-prod/secrets/psp-key, role: ${VALUE} }`, `{ gcp: payments-prod/buckets/ledger, role: ${OBJECTS} }`),
    });
    const plan = await world.plan();
    expect(refused(plan)).toEqual(['GK3307 2026-11-23-ada']);
    expect(plan.refusals[0]?.message).toBe(`${SECRET} would have 1501 principals; at most 1500 are fit: ${VALUE} 1501`);
    expect(plan.changes.map(({ role }) => role)).toEqual([OBJECTS]);
    expect(JSON.stringify(plan.observations)).toContain(`this is the first condition on ${BUCKET}`);
    expect(done(await world.apply())).toEqual([`applied grant asked ada ${OBJECTS} 12:00`, `held grant asked ada ${VALUE} 12:00`]);
  });
});

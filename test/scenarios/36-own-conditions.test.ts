import { describe, expect, it } from 'vitest';
import { validate } from '../../src/commands/validate.ts';
import { at, done, refused, seen, until } from './deeds.ts';
import { changedGcp, editedGcp } from './hands.ts';
import { may } from './rights.ts';
import { ours } from './standing.ts';
import { callsTo, GCP_WRITE } from './wire.ts';
import { aWorld, exampleFile, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const ID = '2026-11-23-ada';
const OBJECTS = 'roles/storage.objectViewer';
const TEST = 'projects/payments-test';

function asking(condition: string): string {
  return grantFile({ access: [`{ gcp: payments-test, role: ${OBJECTS}, condition: ${JSON.stringify(condition)} }`], expires: '12:00' });
}

describe('36 own conditions', () => {
  it('are put into brackets beside the end, so that an "or" cannot outlive it', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: asking('resource.type == "x" || resource.name.startsWith("projects/")') });
    expect(done(await world.apply())).toEqual([`applied grant asked ada ${OBJECTS} 12:00`]);
    const written = await world.gcpState.update((state) => state.policies[TEST]?.bindings.at(-1)?.condition?.expression);
    expect(written).toBe(
      'request.time < timestamp("2026-11-23T12:00:00Z") && (resource.type == "x" || resource.name.startsWith("projects/"))',
    );
    expect(await may(world, 'ada', OBJECTS, TEST, at('11:59'))).toBe(true);
    expect(await may(world, 'ada', OBJECTS, TEST, at('12:00'))).toBe(false);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
  });

  it('are on storage data of Azure put beside the end, which then counts though no run is there', async () => {
    const world = await aWorld();
    const role = 'Storage Blob Data Reader';
    const own =
      "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'x' OR @Resource[a:b] StringEquals 'y'";
    await world.land({
      [PATH]: grantFile({ access: [`{ azure: payments-prod, role: ${role}, condition: ${JSON.stringify(own)} }`], expires: '12:00' }),
    });
    expect(done(await world.apply())).toEqual([`applied grant asked ada ${role} 12:00`]);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    expect(await may(world, 'ada', role, 'paymentsGroup', at('11:59'))).toBe(true);
    expect(await may(world, 'ada', role, 'paymentsGroup', at('12:00'))).toBe(false);
    await world.azureState.update((state) => {
      state.roleAssignments = state.roleAssignments.map((one) => (one.condition?.includes('UtcNow') ? { ...one, condition: own } : one));
    });
    const run = await world.apply();
    expect(done(run)).toEqual([`applied restore tampered ada ${role} 12:00`]);
    until(world, '12:00');
    expect(done(await world.apply())).toEqual([`applied revoke lapsed ada ${role} none`]);
  });

  it('that reach out of the brackets are refused by validate and by the plan, and never written, approved or not', async () => {
    const world = await aWorld();
    const bad = {
      closes: 'true) || (true',
      comment: 'true // ',
      hidden: 'resource.name == "x" // ) || (true',
      half: 'resource.type ==',
      string: 'resource.name',
      raw: 'resource.name == r"x\\" || true || "',
      unknown: 'other.thing == "x"',
    };
    const files = Object.fromEntries(Object.entries(bad).map(([id, text]) => [`grants/payments/${id}.yaml`, asking(text)]));
    await world.propose(files);
    const { text, exit } = await world.run(validate);
    expect(exit).toBe(3);
    for (const id of Object.keys(bad)) expect(text).toMatch(new RegExp(`^grants/payments/${id}\\.yaml:5:\\d+ +GK1502 `, 'm'));
    await world.checkout();
    await world.land(files);
    const run = await world.apply();
    expect(run).toMatchObject({ outcomes: [], exit: 3 });
    expect(refused(run)).toEqual(
      Object.keys(bad)
        .toSorted()
        .map((id) => `GK1502 ${id}`),
    );
    expect(callsTo(world.gcp, GCP_WRITE)).toEqual([]);
  });

  it('of more than one line do not read at all; nor does one of the catalogue count that reaches out', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: asking('true\n|| true') });
    expect(await world.apply()).toMatchObject({ outcomes: [] });
    expect((await world.run(validate)).text).toMatch(/2026-11-23-ada\.yaml:5:\d+ +GK1219/);
    const role = exampleFile('policy/roles/read-data.yaml').replace(
      `role: ${OBJECTS} }`,
      `role: ${OBJECTS}, condition: "true) || (true" }`,
    );
    await world.land({ 'policy/roles/read-data.yaml': role }, { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' });
    const fine = { 'grants/payments/2026-11-23-chi.yaml': grantFile({ principal: 'chi', access: ['{ role: read-data, place: payments-test }'], expires: '11:00' }) }; // prettier-ignore
    await world.land(fine);
    const run = await world.apply();
    expect(run.outcomes).toEqual([]);
    expect(refused(run)).toEqual(['GK1502 2026-11-23-chi', `GK3104 ${ID}`]);
    expect(await ours(world)).toEqual([]);
  });

  it('are put back where somebody edits them in the cloud', async () => {
    const world = await aWorld();
    const own = 'resource.name.startsWith("projects/100000000002")';
    await world.land({ [PATH]: asking(own) });
    await world.apply();
    const bindings = async () => world.gcpState.update((state) => JSON.stringify(state.policies[TEST]?.bindings));
    const before = await bindings();
    for (const widened of ['true', `${own.replaceAll('"', '\\"')} || true`]) {
      await editedGcp(world, TEST, (binding) => binding.replace(own.replaceAll('"', '\\"'), widened));
      const run = await world.apply();
      expect(done(run)).toEqual([`applied restore tampered ada ${OBJECTS} 12:00`]);
      expect(seen(run, 'tampered')).toEqual([`${OBJECTS} user:ada@example.com ${ID}`]);
      expect(await bindings()).toBe(before);
    }
    await changedGcp(world, TEST, (all) => all.slice(0, -1));
    expect(done(await world.apply())).toEqual([`applied grant asked ada ${OBJECTS} 12:00`]);
  });
});

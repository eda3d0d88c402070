import { describe, expect, it } from 'vitest';
import { LEDGER } from '../../src/ledger/ledger.ts';
import { done, refused, seen, until } from './deeds.ts';
import { changedGcp, editedAzure, editedGcp } from './hands.ts';
import { may } from './rights.ts';
import { foreign, ours } from './standing.ts';
import { aWorld, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const ID = '2026-11-23-ada';
const LOGS = 'roles/logging.viewer';
const SQL = 'roles/cloudsql.viewer';
const PROD = 'projects/payments-prod';
const TEST = 'projects/payments-test';
const DEBUG = ['{ role: debug, place: payments-prod }'];
const RESTORED = [
  'applied restore tampered ada Reader 12:00',
  `applied restore tampered ada ${SQL} 12:00`,
  `applied restore tampered ada ${LOGS} 12:00`,
];

describe('35 what somebody changes of ours', () => {
  it.each([
    ['the end is stretched', '2026-11-23T12:00:00Z', '2026-12-23T12:00:00Z'],
    ['the end is cut', '2026-11-23T12:00:00Z', '2026-11-23T11:59:00Z'],
    ['the end is dropped', / until=.*|request\.time < timestamp\(\\"2026-11-23T12:00:00Z\\"\)/, ''],
  ])('is reported and put right by this very run when %s', async (_, from, to) => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ access: DEBUG, expires: '12:00' }) });
    await world.apply();
    const before = await world.azureState.update(({ roleAssignments }) => structuredClone(roleAssignments));
    await editedGcp(world, PROD, (binding) => binding.replace(from, to === '' ? 'true' : to));
    await editedAzure(world, (description) => description.replace(from, to));
    const run = await world.apply();
    expect(seen(run, 'tampered')).toHaveLength(3);
    expect(done(run)).toEqual(RESTORED);
    expect(run.exit).toBe(0);
    expect(await may(world, 'ada', LOGS, PROD)).toBe(true);
    until(world, '12:00');
    expect(await may(world, 'ada', LOGS, PROD)).toBe(false);
    const names = (all: readonly { readonly name: string }[]) => all.map((one) => one.name);
    expect(await world.azureState.update(({ roleAssignments }) => names(roleAssignments))).toEqual(names(before));
    expect((await world.apply()).outcomes).toHaveLength(3);
  });

  it('is put right outside the guard, and taken away where it is asked for no more', async () => {
    const world = await aWorld();
    const people = '[ada, chi, zoe, gil]';
    await world.land({ [PATH]: grantFile({ principal: people }), 'grants/payments/2026-11-23-kim.yaml': grantFile({ principal: 'kim' }) });
    await world.apply();
    await editedGcp(world, TEST, (binding) => binding.replace('2026-11-23T17:00:00Z', '2027-11-23T17:00:00Z'));
    await world.land({ 'grants/payments/2026-11-23-kim.yaml': null });
    const run = await world.apply();
    expect(run).toMatchObject({ exit: 0, refusals: [], summary: { restore: 8, revoke: 2 } });
    expect(seen(run, 'tampered')).toHaveLength(10);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
  });

  it('and loses its mark altogether, where no ledger tells of it, is nobody’s: ours is written beside it, and the plan says that it masks the end', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ access: [`{ gcp: payments-prod, role: ${LOGS} }`], expires: '12:00' }) });
    await world.apply();
    await changedGcp(world, PROD, (bindings) =>
      bindings.map(({ condition, ...one }) =>
        condition === undefined || condition.title === `gk:acme-access:${ID}` ? one : { ...one, condition },
      ),
    );
    world.books.delete(LEDGER);
    const stripped = await foreign(world);
    const run = await world.apply();
    expect(done(run)).toEqual([`applied grant asked ada ${LOGS} 12:00`]);
    expect(seen(await world.plan(), 'masked')).toEqual([`${LOGS} user:ada@example.com ${ID}`]);
    until(world, '12:00');
    await world.apply();
    expect(await ours(world)).toEqual([]);
    expect(await foreign(world)).toBe(stripped);
  });

  it('is never touched where it only bears our mark: a forged one of a grant that never asked for it, or of none at all', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ expires: '12:00' }) });
    await world.apply();
    const forged = (grant: string, role: string, member: string) => ({
      role,
      members: [member],
      condition: { title: `gk:acme-access:${grant}`, expression: 'request.time < timestamp("2026-11-23T09:30:00Z")' },
    });
    await changedGcp(world, TEST, (bindings) => [
      ...bindings,
      forged('2026-11-23-nobody', LOGS, 'user:zoe@example.com'),
      forged(ID, LOGS, 'user:zoe@example.com'),
      forged(ID, 'roles/editor', 'user:ada@example.com'),
    ]);
    const policy = async () => JSON.stringify(await world.gcpState.update((state) => state.policies[TEST]?.bindings));
    const before = await policy();
    until(world, '10:00');
    const run = await world.apply();
    expect(run).toMatchObject({ outcomes: [], exit: 0 });
    expect(refused(run)).toEqual([]);
    expect(seen(run, 'forged')).toEqual([
      `roles/editor user:ada@example.com ${ID}`,
      `${LOGS} user:zoe@example.com ${ID}`,
      `${LOGS} user:zoe@example.com 2026-11-23-nobody`,
    ]);
    expect(await policy()).toBe(before);
  });
});

import { describe, expect, it } from 'vitest';
import { recall } from '../../src/commands/recall.ts';
import { validate } from '../../src/commands/validate.ts';
import { PEOPLE } from '../../src/sim/azure/example-directory.ts';
import { done, refused, until } from './deeds.ts';
import { changedGcp } from './hands.ts';
import { may } from './rights.ts';
import { foreign, ours } from './standing.ts';
import { type ApplyJson, aWorld, exampleFile, grantFile, type TestWorld } from './world.ts';

const PATH = 'grants/payments/2026-11-23-many.yaml';
const PROD = 'grants/payments/2026-11-23-prod.yaml';
const LOGS = 'roles/logging.viewer';
const SQL = 'roles/cloudsql.viewer';
const TEST = 'projects/payments-test';
const BY_SECURITY = { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' };

interface Recalled extends ApplyJson {
  readonly left: number;
  readonly record: { readonly path: string; readonly text?: string; readonly number?: number };
}

async function recalled(world: TestWorld, who: string, options: Readonly<Record<string, string | boolean>> = {}, more = {}) {
  const report = await world.run(recall, { yes: true, reason: 'Laptop stolen', ...options }, [who], more);
  return { ...(JSON.parse(JSON.stringify(report.json)) as Recalled), exit: report.exit, text: report.text };
}

/** Who holds what of ours, without the grant's id. */
async function holders(world: TestWorld): Promise<readonly string[]> {
  return [...new Set((await ours(world)).map((one) => one.split(' ').at(-2) ?? ''))];
}

describe('38 recall', () => {
  it('takes a name, a login, a mail address or an object id, and ends all accounts of that human; others keep theirs', async () => {
    const world = await aWorld();
    await world.land({
      [PATH]: grantFile({ principal: '[ada, ada-adm, chi, gil, kim, zoe]' }),
      [PROD]: grantFile({ access: ['{ role: observe, place: payments-prod }'], expires: '12:00' }),
    });
    await world.apply();
    const first = await recalled(world, 'ada');
    expect(done(first)).toEqual([
      'applied revoke recalled ada Monitoring Reader none',
      'applied revoke recalled ada roles/monitoring.viewer none',
      `applied revoke recalled ada ${SQL} none`,
      `applied revoke recalled ada ${LOGS} none`,
      `applied revoke recalled ada-adm ${SQL} none`,
      `applied revoke recalled ada-adm ${LOGS} none`,
    ]);
    expect(first).toMatchObject({ exit: 0, record: { path: 'recalls/ada.yaml', number: 2 } });
    expect(first.text).toContain('It counts already; merge it.');
    expect(await holders(world)).toEqual(['chi', 'gil', 'kim', 'zoe']);
    expect(await recalled(world, 'zoe-l')).toMatchObject({ exit: 0, record: { path: 'recalls/zoe.yaml' } });
    expect(await recalled(world, 'Gil@Example.com')).toMatchObject({ exit: 0, record: { path: 'recalls/gil.yaml' } });
    expect(await recalled(world, PEOPLE.kim)).toMatchObject({ exit: 0, record: { path: 'recalls/kim.yaml' } });
    expect(await holders(world)).toEqual(['chi']);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    await world.land({ 'grants/payments/2026-11-23-new.yaml': grantFile({ principal: 'ada-adm' }) });
    expect(await world.apply()).toMatchObject({ outcomes: [] });
    expect(await holders(world)).toEqual(['chi']);
  });

  it('is lifted by nothing but the approved deletion of its file, and then the old ids stay dead for that human alone', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ principal: '[ada, chi]' }) });
    await world.apply();
    const { record } = await recalled(world, 'ada');
    await world.forge.review(record.number ?? 0, 'sam-o', 'approve');
    expect(await world.forge.merge(record.number ?? 0, 'sam-o', async () => [])).toMatchObject({ ok: true });
    await world.follow();
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    expect((await world.run(validate)).text).not.toContain('recalls/');

    await world.pushToMain({ 'recalls/ada.yaml': null });
    await world.land({ 'grants/payments/2026-11-23-next.yaml': grantFile({ expires: '16:00' }) });
    expect(await world.apply()).toMatchObject({ outcomes: [] });
    expect(await holders(world)).toEqual(['chi']);

    until(world, '10:00');
    await world.land({ 'recalls/ada.yaml': 'principal: ada\nsince: 2026-11-23T09:00:00Z\nreason: Still\n' }, BY_SECURITY);
    await world.land({ 'recalls/ada.yaml': null }, BY_SECURITY);
    const lifted = await world.apply();
    expect(lifted).toMatchObject({ outcomes: [] });
    until(world, '11:00');
    await world.land({ [PATH]: grantFile({ principal: '[ada, chi]', expires: '18:00' }) });
    const renewed = await world.apply();
    expect(done(renewed)).toEqual([`applied extend renewed chi ${SQL} 18:00`, `applied extend renewed chi ${LOGS} 18:00`]);
    expect(refused(renewed)).toEqual(['GK3105 2026-11-23-many']);
    expect(renewed.refusals[0]).toMatchObject({ hint: expect.stringContaining('2026-11-23-many-2') as string });
    await world.land({ 'grants/payments/2026-11-23-many-2.yaml': grantFile({ expires: '12:00' }) });
    expect(done(await world.apply())).toEqual([`applied grant asked ada ${SQL} 12:00`, `applied grant asked ada ${LOGS} 12:00`]);
  });

  it('leaves what is not ours, unless that is confirmed: then direct bindings go and nothing else moves', async () => {
    const world = await aWorld();
    const left = await recalled(world, 'zoe');
    expect(left).toMatchObject({ outcomes: [], exit: 0, left: 3 });
    expect(left.text).toContain('zoe held nothing of ours.');
    expect(left.text).toContain('3 bindings that are not ours are left; --foreign --confirm zoe takes the direct ones too.');
    expect((await world.run(recall, { yes: true, foreign: true }, ['zoe'])).exit).toBe(64);
    expect((await world.run(recall, { yes: true, foreign: true, confirm: 'ben' }, ['zoe'])).exit).toBe(64);
    const before = await foreign(world);
    expect(before).toContain('user:zoe@example.com');
    const all = await recalled(world, 'zoe', { foreign: true, confirm: 'zoe' });
    expect(done(all)).toEqual([
      'applied revoke recalled zoe Monitoring Reader none',
      'applied revoke recalled zoe roles/browser none',
      'applied revoke recalled zoe roles/viewer none',
    ]);
    const gone = JSON.parse(before) as {
      azure: { schedules: { principalId: string }[] };
      policies: [string, { bindings: { role: string; members: string[] }[] }][];
    };
    gone.azure.schedules = gone.azure.schedules.filter((one) => one.principalId !== PEOPLE.zoe);
    for (const [, policy] of gone.policies) {
      for (const binding of policy.bindings) binding.members = binding.members.filter((one) => one !== 'user:zoe@example.com');
      policy.bindings = policy.bindings.filter((one) => one.members.length > 0);
    }
    const after = JSON.parse(await foreign(world)) as typeof gone;
    expect(after).toEqual(gone);
  });

  it('does not touch a protected principal by a file that nobody approved; the command does when it is confirmed', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile() });
    await world.apply();
    const policy = exampleFile('policy/policy.yaml').replace('protect: [deployer]', 'protect: [deployer, ada]');
    await world.land({ 'policy/policy.yaml': policy }, BY_SECURITY);
    const spared = await recalled(world, 'ada');
    expect(spared).toMatchObject({ outcomes: [], exit: 4 });
    expect(spared.text).toMatch(/NOT FINISHED: 2 bindings of ours left, since policy protects it/);
    expect(done(await world.apply()).filter((one) => one.startsWith('applied'))).toEqual([]);
    expect(await may(world, 'ada', LOGS, TEST)).toBe(true);
    const taken = await recalled(world, 'ada', { foreign: true, confirm: 'ada' });
    expect(done(taken)).toEqual([`applied revoke recalled ada ${SQL} none`, `applied revoke recalled ada ${LOGS} none`]);
    expect(taken.exit).toBe(0);
  });

  it('revokes all the same while the forge does not answer, ends with 4 and prints the file that must land', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ principal: '[ada, chi]' }) });
    await world.apply();
    const run = await recalled(world, 'ada', {}, { forge: () => Promise.resolve('GitHub does not answer') });
    expect(done(run)).toEqual([`applied revoke recalled ada ${SQL} none`, `applied revoke recalled ada ${LOGS} none`]);
    expect(run.exit).toBe(4);
    const { path, text } = run.record;
    expect(run.text).toContain('NOT FINISHED: the record could not be written (GitHub does not answer). This file must land:');
    expect(run.text).toContain(`${path}\n${text?.trimEnd()}`);
    await world.pushToMain({ [path]: text ?? '' });
    expect((await world.run(validate)).text).not.toContain('recalls/');
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    expect(await holders(world)).toEqual(['chi']);
  });

  it('knows a stranger by the raw identity alone', async () => {
    const world = await aWorld();
    const stranger = { role: 'roles/editor', members: ['user:mallory@partner.example'] };
    await changedGcp(world, TEST, (bindings) => [...bindings, stranger]);
    expect((await world.run(recall, { yes: true }, ['mallory'])).text).toMatch(
      /^nobody is called mallory; a stranger is recalled by the raw/,
    );
    expect((await world.run(recall, { yes: true }, ['mallory'])).exit).toBe(64);
    const seen = await recalled(world, 'user:mallory@partner.example');
    expect(seen).toMatchObject({ exit: 0, left: 1, record: { path: 'recalls/user-mallory-partner-example.yaml' } });
    const confirm = { foreign: true, confirm: 'user:mallory@partner.example' };
    expect(done(await recalled(world, 'user:mallory@partner.example', confirm))).toEqual([
      'applied revoke recalled user:mallory@partner.example roles/editor none',
    ]);
    const members = await world.gcpState.update((state) => state.policies[TEST]?.bindings.flatMap((one) => one.members));
    expect(members).not.toContain('user:mallory@partner.example');
  });

  it('by a file that does not read recalls whom its name says, at once and outside the guard', async () => {
    const world = await aWorld();
    const access = ['{ role: debug, place: payments-prod }', '{ role: observe, place: payments-prod }'];
    await world.land({ [PROD]: grantFile({ principal: '[ada, chi]', access, expires: '12:00' }) });
    await world.apply();
    await world.pushToMain({ 'recalls/ada.yaml': 'principal: [\n' }, 'chi-p');
    const run = await world.apply();
    expect(run.outcomes).toHaveLength(5);
    expect(done(run).every((one) => one.startsWith('applied revoke recalled ada '))).toBe(true);
    expect(run.exit).toBe(0);
    expect(await holders(world)).toEqual(['chi']);
    expect((await world.run(validate)).text).toMatch(/recalls\/ada\.yaml:1:\d+ +GK1004/);
    await world.pushToMain({ 'recalls/ada.yaml': null });
    expect(await world.apply()).toMatchObject({ outcomes: [] });
  });
});

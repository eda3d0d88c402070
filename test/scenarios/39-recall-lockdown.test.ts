import { describe, expect, it } from 'vitest';
import { plan } from '../../src/commands/plan.ts';
import { recall } from '../../src/commands/recall.ts';
import { until } from './deeds.ts';
import { MEANS, withDirectory } from './means.ts';
import { may } from './rights.ts';
import { aWorld, beginning, exampleFile, type TestWorld } from './world.ts';

const ORGANIZATION = 'organizations/123456789012';
const POLICY = `${ORGANIZATION}/denypolicies/gk-acme-access-lockdown`;
const BY_SECURITY = { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' };
const VIEWER = 'roles/viewer';
const PROD = 'projects/payments-prod';
const DEPLOYER = 'deployer@payments-prod.iam.gserviceaccount.com';
const RAHA = 'principal://iam.googleapis.com/locations/global/workforcePools/partners/subject/raha@altostrat.example';

const withMeans = beginning(async () => {
  const world = await aWorld();
  await world.gcpState.update(withDirectory);
  const policy = exampleFile('policy/policy.yaml').replace('manages: [folders/77] }', `manages: [folders/77], recall: ${MEANS} }`);
  await world.land({ 'policy/policy.yaml': policy }, BY_SECURITY);
  return world;
});

interface Recalled {
  readonly exit: number;
  readonly text: string;
  readonly measures: readonly { readonly kind: string; readonly member: string; readonly status: string; readonly failure: unknown }[];
  readonly lasting: readonly { readonly what: string; readonly longest: string; readonly source: string }[];
  readonly record: { readonly path: string; readonly text?: string; readonly number?: number };
}

async function recalled(world: TestWorld, who: string, options: Record<string, string | boolean> = {}): Promise<Recalled> {
  const report = await world.run(recall, { yes: true, reason: 'Laptop stolen', lockdown: true, confirm: who, ...options }, [who]);
  return { ...(JSON.parse(JSON.stringify(report.json)) as Recalled), exit: report.exit, text: report.text };
}

const said = ({ measures }: Pick<Recalled, 'measures'>) => measures.map(({ kind, member, status }) => `${status} ${kind} ${member}`);
const rules = (world: TestWorld) =>
  world.gcpState.update((state) =>
    (state.denyPolicies?.[POLICY]?.at(-1)?.policy?.rules ?? []).map(({ denyRule }) => denyRule?.deniedPrincipals?.join()),
  );

async function applied(world: TestWorld) {
  const run = await world.apply();
  return { ...run, said: said({ measures: (run as unknown as { readonly measures?: Recalled['measures'] }).measures ?? [] }) };
}

describe('39 a recall locks out', () => {
  it('keeps from what others gave until it is lifted, whatever happens to the policy meanwhile', async () => {
    const world = await withMeans();
    const first = await recalled(world, 'bo');
    expect(first.exit).toBe(0);
    expect(said(first)).toEqual(['applied sign-out user:bo@example.com', 'applied lock user:bo@example.com']);
    expect(first.text).toContain(`lockdown at ${ORGANIZATION} gcp: lock out of what others gave: user:bo@example.com`);
    expect(first.text).toMatch(/^gcp: user:bo@example\.com signed out: applied {2}signed out, 1 apps cut off, read back: none left$/m);
    expect(first.text).toMatch(/^gcp: user:bo@example\.com locked out of what others gave: applied {2}gk-acme-access-lockdown at /m);
    const book = [...world.books.values()].flatMap(({ files }) => [...files.values()].map(String)).join('\n');
    expect(book).toMatch(/"kind":"verified".*gk-acme-access-lockdown at organizations\/123456789012, read back/);
    expect(await may(world, 'bo', VIEWER, PROD)).toBe(false);
    expect((await world.gcpState.update((state) => state.policies[PROD]?.bindings ?? [])).flatMap(({ members }) => members)).toContain(
      'user:bo@example.com',
    );
    expect(await applied(world)).toMatchObject({ said: [], exit: 0 });
    expect(await rules(world)).toEqual(['principal://goog/subject/bo@example.com']);

    await world.forge.review(first.record.number ?? 0, 'sam-o', 'approve');
    expect(await world.forge.merge(first.record.number ?? 0, 'sam-o', async () => [])).toMatchObject({ ok: true });
    await world.follow();
    expect(await applied(world)).toMatchObject({ said: [], exit: 0 });
    await world.gcpState.update((state) => {
      state.denyPolicies = {};
    });
    const foreseen = await world.run(plan, { 'detailed-exitcode': true });
    expect(foreseen).toMatchObject({ exit: 2, json: { lockdowns: [{ measures: [{ kind: 'lock', member: 'user:bo@example.com' }] }] } });
    expect(foreseen.text).toContain('lock out of what others gave: user:bo@example.com');
    expect(await applied(world)).toMatchObject({ said: ['applied lock user:bo@example.com'], exit: 0 });
    expect(await may(world, 'bo', VIEWER, PROD)).toBe(false);

    until(world, '10:00');
    await world.land({ 'recalls/bo.yaml': null }, { by: 'kim-i', approve: ['sam-o'], merge: 'sam-o' });
    expect(await applied(world)).toMatchObject({ said: ['applied unlock user:bo@example.com'], exit: 0 });
    expect(await may(world, 'bo', VIEWER, PROD)).toBe(true);

    await recalled(world, 'zoe');
    await world.land({ 'policy/policy.yaml': exampleFile('policy/policy.yaml') }, BY_SECURITY);
    expect(await applied(world)).toMatchObject({ said: ['applied unlock user:zoe@example.com'] });
    expect(await rules(world)).toEqual([]);
  });

  it('disables a service account and enables it again when it is lifted; a stranger of a workforce pool is reached by the raw identity', async () => {
    const world = await withMeans();
    const done = await recalled(world, 'deployer');
    expect(said(done)).toEqual([`applied lock serviceAccount:${DEPLOYER}`, `applied disable serviceAccount:${DEPLOYER}`]);
    expect(done.lasting.map(({ what }) => what)).not.toContain('access tokens of the account');
    const stranger = await recalled(world, RAHA);
    expect(said(stranger)).toEqual([`applied revoke-sessions ${RAHA}`, `applied lock ${RAHA}`]);
    expect(stranger.lasting.map(({ what, source }) => [what, source])).toContainEqual([
      'tokens of workload identity federation, which cannot be revoked',
      'Security Token Service: token exchange',
    ]);
    const isDisabled = () => world.gcpState.update((state) => state.serviceAccounts[DEPLOYER]?.disabled === true);
    expect(await isDisabled()).toBe(true);
    await world.forge.review(done.record.number ?? 0, 'sam-o', 'approve');
    await world.forge.merge(done.record.number ?? 0, 'sam-o', async () => []);
    await world.follow();
    until(world, '10:00');
    await world.land({ 'recalls/deployer.yaml': null }, BY_SECURITY);
    expect((await applied(world)).said).toEqual([`applied enable serviceAccount:${DEPLOYER}`, `applied unlock serviceAccount:${DEPLOYER}`]);
    expect(await isDisabled()).toBe(false);
    expect(await rules(world)).toEqual([RAHA]);
  });

  it('needs a confirmation, or the approval of security; it stays where nobody can say whose recall stands', async () => {
    const world = await withMeans();
    expect((await world.run(recall, { yes: true, lockdown: true }, ['bo'])).text).toBe(
      '--lockdown keeps from what is not ours: confirm it with --confirm bo\n',
    );
    const file = (who: string) => `principal: ${who}\nsince: 2026-11-23T09:00:00Z\nreason: Gone\nlockdown: true\n`;
    await world.pushToMain({ 'recalls/bo.yaml': file('bo') }, 'chi-p');
    expect(await applied(world)).toMatchObject({ said: [] });
    await world.land({ 'recalls/zoe.yaml': file('zoe') }, { by: 'kim-i', approve: ['sam-o'], merge: 'sam-o' });
    expect(await applied(world)).toMatchObject({ said: ['applied lock user:zoe@example.com'], exit: 0 });
    await world.apply({}, { forge: () => Promise.resolve('GitHub does not answer') });
    expect(await rules(world)).toEqual(['principal://goog/subject/zoe@example.com']);
    const body = '{"error":{"code":403,"status":"PERMISSION_DENIED","message":"no"}}';
    world.gcp.faults.push({ method: 'PUT', path: /denypolicies/, times: 9, effect: { kind: 'answer', status: 403, body } });
    world.gcp.faults.push({ path: /signOut$/, times: 9, effect: { kind: 'answer', status: 403 } });
    const open = await recalled(world, 'bo');
    expect([open.exit, ...said(open)]).toEqual([4, 'failed sign-out user:bo@example.com', 'failed lock user:bo@example.com']);
    const { clouds } = world.context();
    const broken = { ...clouds, gcp: { ...clouds['gcp'], lockWriter: () => Promise.reject(new Error('no module')) } } as typeof clouds;
    const bug = await world.run(recall, { yes: true }, ['ada'], { clouds: broken });
    expect([bug.exit, bug.text.match(/failed {2}unexpected: no module \(This is a bug/g)?.length]).toEqual([4, 2]);
  });

  it('asks policy for the place first', async () => {
    const world = await aWorld();
    expect((await world.run(recall, { yes: true, lockdown: true, confirm: 'bo' }, ['bo'])).text).toMatch(/^policy has no lockdown:/);
  });
});

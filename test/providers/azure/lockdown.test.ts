import { describe, expect, it } from 'vitest';
import type { Member } from '../../../src/domain/access.ts';
import type { MeasureOutcome, RecallMeans } from '../../../src/domain/measure.ts';
import { azure } from '../../../src/providers/azure/cloud.ts';
import type { LockWish } from '../../../src/providers/provider.ts';
import { APPLICATIONS, GROUPS, PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { REQUEST_TOKEN, SCOPES } from '../../../src/sim/azure/example.ts';
import { ID_TOKEN_HOST } from '../../../src/sim/azure/id-token.ts';
import { azureWorld } from './world.ts';

const ADA: Member = { kind: 'user', id: PEOPLE.ada, shown: PEOPLE.ada };
const DEPLOYER: Member = { kind: 'service', id: SERVICES.deployer, shown: SERVICES.deployer };
const ONCALL: Member = { kind: 'group', id: GROUPS.paymentsOncall, shown: GROUPS.paymentsOncall };
const MEANS: RecallMeans = { lockdown: SCOPES.payments, disables: true, signOut: { account: APPLICATIONS.planner } };

const wishing = (locked: readonly Member[], more: Partial<LockWish> = {}): LockWish => ({
  locked: locked.map((member) => ({ recall: 'ada', member })),
  stays: () => false,
  exceptions: [],
  ...more,
});

const told = (outcomes: readonly MeasureOutcome[]) => outcomes.map(({ measure, status }) => `${status} ${measure.kind} ${measure.member}`);

async function lockdown(means: RecallMeans = MEANS, more = {}) {
  const world = azureWorld(more);
  const reader = await azure.lockReader?.(world.access, means);
  const writer = await azure.lockWriter?.(world.access, means);
  if (reader === undefined || writer === undefined) throw new Error('Azure has no lockdown');
  const measures = async (wish: LockWish) => {
    const seen = await reader.foresee(wish);
    return seen.ok ? seen.measures.map(({ kind, member }) => `${kind} ${member}`) : seen.failure;
  };
  const deployer = () => world.state.servicePrincipals.find(({ id }) => id === SERVICES.deployer);
  return { ...world, reader, writer, measures, deployer };
}

const unasked = { ...MEANS, disables: false };

describe('the quarantine of a recalled principal on Azure', () => {
  it('is one deny assignment each, of ours alone, foreseen, read back, and made once', async () => {
    const world = await lockdown();
    const wish = wishing([ADA, DEPLOYER]);
    expect(await world.measures(wish)).toEqual([`lock ${PEOPLE.ada}`, `lock ${SERVICES.deployer}`, `disable ${SERVICES.deployer}`]);
    expect(told(await world.writer.keep(wish))).toEqual([
      `applied lock ${PEOPLE.ada}`,
      `applied lock ${SERVICES.deployer}`,
      `applied disable ${SERVICES.deployer}`,
    ]);
    expect(world.state.denyAssignments).toHaveLength(2);
    expect(world.state.denyAssignments[0]).toMatchObject({
      scope: SCOPES.payments,
      description: 'grantkeeper/1 stamp=acme-access recall=ada',
      permissions: [{ actions: ['*/write', '*/delete', '*/action'] }],
      principals: [{ id: PEOPLE.ada, type: 'User' }],
      isSystemProtected: false,
    });
    expect(await world.writer.keep(wish)).toEqual([]);
    expect(await world.measures(wish)).toEqual([]);
  });

  it('is lifted with its recall, and what we disabled is enabled again; what others disabled stays so', async () => {
    const world = await lockdown();
    await world.writer.keep(wishing([ADA, DEPLOYER]));
    expect(world.deployer()).toMatchObject({
      accountEnabled: false,
      tags: [expect.stringMatching(/^grantkeeper:disabled:acme-access:/), 'grantkeeper:recall:ada'],
    });
    expect(await world.measures(wishing([], { stays: (recall) => recall === 'ada' }))).toEqual([]);
    expect(await world.writer.keep(wishing([], { stays: () => true }))).toEqual([]);
    world.state.servicePrincipals = world.state.servicePrincipals.map((one) => ({ ...one, tags: [...(one.tags ?? []), 'theirs'] }));
    expect(told(await world.writer.keep(wishing([]))).toSorted()).toEqual([
      `applied enable ${SERVICES.deployer}`,
      `applied unlock ${PEOPLE.ada}`,
      `applied unlock ${SERVICES.deployer}`,
    ]);
    expect(world.state.denyAssignments).toEqual([]);
    expect(world.deployer()).toMatchObject({ accountEnabled: true, tags: ['theirs'] });

    const other = await lockdown();
    other.state.servicePrincipals = other.state.servicePrincipals.map((one) => ({ ...one, accountEnabled: false }));
    expect(await other.measures(wishing([DEPLOYER]))).toEqual([`lock ${SERVICES.deployer}`]);
    expect(told(await other.writer.keep(wishing([DEPLOYER])))).toEqual([`applied lock ${SERVICES.deployer}`]);
    await other.writer.keep(wishing([]));
    expect(other.deployer()?.accountEnabled).toBe(false);
  });

  it('leaves what is not ours, emergency access, and groups, which it cannot hold', async () => {
    const world = await lockdown(unasked);
    await world.writer.keep(wishing([ADA]));
    const [ours] = world.state.denyAssignments;
    if (ours === undefined) throw new Error('nothing was locked');
    const marks = ['made by hand', 'grantkeeper/1 stamp=other-team recall=ada', 'grantkeeper/1 stamp=acme-access'];
    const theirs = marks.map((description, at) => ({ ...ours, name: `theirs-${at}`, description }));
    world.state.denyAssignments.push(...theirs, { ...ours, name: 'above', scope: '/' });
    expect(told(await world.writer.keep(wishing([ADA, ONCALL], { exceptions: [ADA] })))).toEqual([
      `applied unlock ${PEOPLE.ada}`,
      `skipped lock ${GROUPS.paymentsOncall}`,
    ]);
    expect(world.state.denyAssignments.map(({ name }) => name)).toEqual(['theirs-0', 'theirs-1', 'theirs-2', 'above']);
  });

  it('that Azure does not offer, or refuses, is told, and a lost answer is looked up', async () => {
    const world = await lockdown(unasked);
    const body = JSON.stringify({ error: { code: 'InvalidApiVersionParameter', message: 'The api-version is invalid.' } });
    world.fault({ kind: 'answer', status: 400, body }, { path: /denyAssignments/ });
    expect(await world.writer.keep(wishing([ADA]))).toMatchObject([
      { status: 'failed', failure: { kind: 'invalid', hint: expect.stringContaining('2026-09-01') as string } },
    ]);
    world.fault({ kind: 'answer', status: 400, body }, { path: /denyAssignments/ });
    expect(await world.measures(wishing([ADA]))).toMatchObject({ kind: 'invalid' });
    world.fault({ kind: 'answer', status: 403 }, { method: 'PUT', path: /denyAssignments/ });
    expect(told(await world.writer.keep(wishing([ADA])))).toEqual([`failed lock ${PEOPLE.ada}`]);
    world.fault({ kind: 'cut-after' }, { method: 'PUT', path: /denyAssignments/ });
    expect(told(await world.writer.keep(wishing([ADA])))).toEqual([`applied lock ${PEOPLE.ada}`]);
    world.fault({ kind: 'cut-before' }, { method: 'DELETE', path: /denyAssignments/ });
    expect(told(await world.writer.keep(wishing([])))).toEqual([`unverified unlock ${PEOPLE.ada}`]);
    world.fault({ kind: 'answer', status: 403 }, { method: 'GET', path: /denyAssignments/, after: 1 });
    expect(told(await world.writer.keep(wishing([])))).toEqual([`unverified unlock ${PEOPLE.ada}`]);
  });

  it('is nothing in another tenant, and nothing where policy wants none', async () => {
    const world = await lockdown(unasked, { tenant: '99999999-2222-4333-8444-555555555555' });
    expect(await world.writer.keep(wishing([ADA]))).toMatchObject([{ status: 'failed', failure: { kind: 'unsafe' } }]);
    const none = await lockdown({ disables: false });
    expect(await none.writer.keep(wishing([ADA, DEPLOYER]))).toEqual([]);
    expect(await none.measures(wishing([ADA, DEPLOYER]))).toEqual([]);
    expect(none.sim.calls).toEqual([]);
  });
});

describe('the sessions of a recalled principal on Azure', () => {
  it('are ended for users by the application that policy names, and read back', async () => {
    const env = {
      ACTIONS_ID_TOKEN_REQUEST_URL: `https://${ID_TOKEN_HOST}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
      AZURE_CLIENT_ID: APPLICATIONS.grantkeeper,
    };
    const world = await lockdown(MEANS, { identity: { kind: 'ambient', env } });
    world.state.workflows = world.state.workflows.map((one) => ({ ...one, subject: 'repo:acme/access:pull_request' }));
    world.state.callers = world.state.callers.map((one) => ({ ...one, graph: [...one.graph, 'User.RevokeSessions.All'] }));
    const outcomes = await world.writer.endSessions([ADA, DEPLOYER]);
    expect(told(outcomes)).toEqual([`applied sign-out ${PEOPLE.ada}`]);
    expect(outcomes[0]?.evidence).toMatch(/^sessions begun before .* are over, read back$/);
    const asked = world.sim.calls.find(({ url }) => url.includes('oauth2'))?.body;
    expect(asked).toContain(APPLICATIONS.planner);
    expect(world.state.users.find(({ id }) => id === PEOPLE.ada)?.signInSessionsValidFrom).toBe(world.access.clock());
  });

  it('are not ended where policy names nobody, and the right that is missing is told', async () => {
    const none = await lockdown({ lockdown: SCOPES.payments, disables: true });
    expect(told(await none.writer.endSessions([ADA, DEPLOYER, ONCALL]))).toEqual([
      `skipped sign-out ${PEOPLE.ada}`,
      `skipped disable ${SERVICES.deployer}`,
    ]);
    const plain = await lockdown(unasked);
    expect(told(await plain.writer.endSessions([DEPLOYER]))).toEqual([`skipped disable ${SERVICES.deployer}`]);
    plain.state.callers = plain.state.callers.map((one) => ({ ...one, graph: [] }));
    expect(await plain.writer.endSessions([ADA])).toMatchObject([
      { status: 'failed', failure: { kind: 'forbidden', hint: expect.stringContaining('consent') as string } },
    ]);
  });

  it('and a service principal that cannot be looked up, or not be changed, stays as it is and is told', async () => {
    const world = await lockdown({ ...MEANS, lockdown: SCOPES.search });
    world.fault({ kind: 'answer', status: 403 }, { path: /servicePrincipals\?/ });
    expect(told(await world.writer.keep(wishing([DEPLOYER])))).toEqual([
      `applied lock ${SERVICES.deployer}`,
      `failed disable ${SERVICES.deployer}`,
    ]);
    world.fault({ kind: 'answer', status: 200, body: '{"value":[{"id":1}]}' }, { path: /servicePrincipals\?/ });
    expect(await world.measures(wishing([DEPLOYER]))).toMatchObject({ kind: 'transient' });
    world.fault({ kind: 'answer', status: 404 }, { path: /servicePrincipals\/[0-9a-f-]+\?/ });
    expect(told(await world.writer.keep(wishing([DEPLOYER])))).toEqual([`failed disable ${SERVICES.deployer}`]);
    world.fault({ kind: 'answer', status: 403 }, { method: 'PATCH', path: /servicePrincipals/ });
    expect(told(await world.writer.keep(wishing([DEPLOYER])))).toEqual([`failed disable ${SERVICES.deployer}`]);
    expect(world.deployer()?.accountEnabled).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { plan } from '../../src/commands/plan.ts';
import { recall } from '../../src/commands/recall.ts';
import { APPLICATIONS, PEOPLE, SERVICES } from '../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { until } from './deeds.ts';
import { aWorld, beginning, exampleFile, type TestWorld } from './world.ts';

const BY_SECURITY = { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' };
const MEANS = `    recall: { lockdown: ${SCOPES.payments}, disables: true, signOut: { account: ${APPLICATIONS.planner} } }\n`;

const withMeans = beginning(async () => {
  const world = await aWorld();
  const policy = exampleFile('policy/policy.yaml').replace('    reads: [/prov', `${MEANS}    reads: [/prov`);
  await world.land({ 'policy/policy.yaml': policy }, BY_SECURITY);
  return world;
});

interface Measured {
  readonly measures?: readonly { readonly kind: string; readonly member: string; readonly status: string }[];
  readonly record?: { readonly number?: number };
}

const said = ({ measures = [] }: Measured) => measures.map(({ kind, member, status }) => `${status} ${kind} ${member}`).toSorted();

async function recalled(world: TestWorld, who: string) {
  const report = await world.run(recall, { yes: true, lockdown: true, confirm: who }, [who]);
  return { ...(JSON.parse(JSON.stringify(report.json)) as Measured), exit: report.exit, text: report.text };
}

const state = (world: TestWorld) =>
  world.azureState.update(({ denyAssignments, users, servicePrincipals }) => ({
    denied: denyAssignments.flatMap(({ principals }) => principals.map(({ id, type }) => `${type} ${id}`)),
    signedOut: users.find(({ id }) => id === PEOPLE.ada)?.signInSessionsValidFrom === world.clock.now(),
    enabled: servicePrincipals.find(({ id }) => id === SERVICES.deployer)?.accountEnabled,
  }));

describe('39 a recall locks out on Azure', () => {
  it('signs a person out and keeps them from writing, and every run keeps it so until it is lifted', async () => {
    const world = await withMeans();
    const first = await recalled(world, 'ada');
    expect(first.exit).toBe(0);
    expect(said(first)).toEqual([`applied lock ${PEOPLE.ada}`, `applied sign-out ${PEOPLE.ada}`]);
    expect(first.text).toMatch(/^azure: .* signed out: applied +sessions begun before .* are over, read back$/m);
    expect(first.text).not.toContain('may go on: refresh tokens');
    expect(first.text).toContain('may go on: access tokens');
    expect(await state(world)).toEqual({ denied: [`User ${PEOPLE.ada}`], signedOut: true, enabled: true });

    await world.forge.review(first.record?.number ?? 0, 'sam-o', 'approve');
    await world.forge.merge(first.record?.number ?? 0, 'sam-o', async () => []);
    await world.follow();
    expect(said((await world.apply()) as Measured)).toEqual([]);
    await world.azureState.update((now) => void (now.denyAssignments = []));
    expect((await world.run(plan)).text).toContain(PEOPLE.ada);
    expect(said((await world.apply()) as Measured)).toEqual([`applied lock ${PEOPLE.ada}`]);

    until(world, '10:00');
    await world.land({ 'recalls/ada.yaml': null }, BY_SECURITY);
    expect(said((await world.apply()) as Measured)).toEqual([`applied unlock ${PEOPLE.ada}`]);
    expect((await state(world)).denied).toEqual([]);
  });

  it('knows a service by its name in policy/people, disables it, and enables again what it disabled', async () => {
    const world = await withMeans();
    const first = await recalled(world, 'deployer');
    expect(said(first)).toEqual([`applied disable ${SERVICES.deployer}`, `applied lock ${SERVICES.deployer}`]);
    expect(await state(world)).toMatchObject({ denied: [`ServicePrincipal ${SERVICES.deployer}`], enabled: false });
    await world.forge.review(first.record?.number ?? 0, 'sam-o', 'approve');
    await world.forge.merge(first.record?.number ?? 0, 'sam-o', async () => []);
    await world.follow();
    until(world, '10:00');
    await world.land({ 'recalls/deployer.yaml': null }, BY_SECURITY);
    expect(said((await world.apply()) as Measured)).toEqual([`applied enable ${SERVICES.deployer}`, `applied unlock ${SERVICES.deployer}`]);
    expect(await state(world)).toMatchObject({ denied: [], enabled: true });
  });
});

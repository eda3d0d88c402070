import { describe, expect, it } from 'vitest';
import { validate } from '../../src/commands/validate.ts';
import { at, done, held, planned, refused, until } from './deeds.ts';
import { may } from './rights.ts';
import { aWorld, exampleFile, grantFile, type TestWorld } from './world.ts';

const POLICY = 'policy/policy.yaml';
const PATH = 'grants/payments/2026-11-23-ada.yaml';
const NEXT = 'grants/payments/2026-11-23-chi.yaml';
const DASHBOARDS = 'roles/monitoring.viewer';
const READER = 'Monitoring Reader';
const PROD = 'projects/payments-prod';
const BY_SECURITY = { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' };

function policy(...words: readonly (readonly [string, string])[]): string {
  return words.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, exampleFile(POLICY));
}

const RENAMED = policy(['stamp: acme-access', 'stamp: acme-two\nformerStamps: [acme-access]']);

function observe(principal: string, expires: string): string {
  return grantFile({ principal, access: ['{ role: observe, place: payments-prod }'], expires });
}

/** What carries a mark of ours, old or new: `acme-two 2026-11-23-ada`, of both clouds. */
async function marks(world: TestWorld): Promise<readonly string[]> {
  const gcp = await world.gcpState.update(
    (state) => state.policies[PROD]?.bindings.flatMap(({ condition }) => condition?.title ?? []) ?? [],
  );
  const azure = await world.azureState.update(({ roleAssignments }) => roleAssignments.flatMap(({ description }) => description ?? []));
  return [...gcp, ...azure]
    .map((text) => /^(?:gk:|grantkeeper\/1 stamp=)(acme-[a-z]+)(?::| grant=)(\S+)/.exec(text))
    .flatMap((match) => (match === null ? [] : [`${match[1]} ${match[2]}`]))
    .sort();
}

describe('39 a new stamp', () => {
  it('leaves what the former one marks to its end, and ends it then; what is new bears the new one', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('ada', '12:00') });
    await world.apply();
    await world.land({ [POLICY]: RENAMED }, BY_SECURITY);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0, summary: { kept: 2 } });
    await world.land({ [NEXT]: observe('chi', '12:30') });
    await world.apply();
    expect(await marks(world)).toEqual([
      'acme-access 2026-11-23-ada',
      'acme-access 2026-11-23-ada',
      'acme-two 2026-11-23-chi',
      'acme-two 2026-11-23-chi',
    ]);
    until(world, '12:00');
    expect(done(await world.apply())).toEqual([`applied revoke lapsed ada ${READER} none`, `applied revoke lapsed ada ${DASHBOARDS} none`]);
  });

  it('gives nothing on Azure in the place that the former one holds past its end, and says why', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('ada', '12:00') });
    await world.apply();
    await world.land({ [POLICY]: RENAMED }, BY_SECURITY);
    until(world, '12:00');
    await world.land({ [NEXT]: observe('ada', '12:30') });
    const run = await world.apply({ only: 'grants' });
    const failed = run.outcomes.filter(({ status }) => status === 'failed');
    expect([run.exit, failed.length]).toEqual([4, 1]);
    expect(failed[0]?.failure?.message).toMatch(/: held by the stamp acme-access: /);
    expect((await world.apply()).exit).toBe(0);
    expect(await marks(world)).toEqual(['acme-two 2026-11-23-chi', 'acme-two 2026-11-23-chi']);
  });

  it('takes a changed grant over: the old mark is ended and the new one written, in one run', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('ada', '12:00') });
    await world.apply();
    await world.land({ [POLICY]: RENAMED }, BY_SECURITY);
    await world.land({ [PATH]: observe('ada', '12:30') });
    const run = await world.apply();
    expect(planned(run)).toEqual([
      `revoke withdrawn ada ${READER} none`,
      `revoke withdrawn ada ${DASHBOARDS} none`,
      `grant asked ada ${READER} 12:30`,
      `grant asked ada ${DASHBOARDS} 12:30`,
    ]);
    expect(run.exit).toBe(0);
    expect(await marks(world)).toEqual(['acme-two 2026-11-23-ada', 'acme-two 2026-11-23-ada']);
    expect(await may(world, 'ada', DASHBOARDS, PROD, at('12:29'))).toBe(true);
    expect(await may(world, 'ada', READER, 'paymentsGroup')).toBe(true);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
  });

  it('without the old one among the former is refused by validate and does not count', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('ada', '12:00') });
    await world.apply();
    const forgetful = policy(['stamp: acme-access', 'stamp: acme-two']);
    await world.propose({ [POLICY]: forgetful });
    expect((await world.run(validate)).text).toMatch(/policy\/policy\.yaml:3:8 +GK1503 +the stamp was acme-access/);
    await world.checkout();
    await world.land({ [POLICY]: forgetful }, BY_SECURITY);
    await world.land({ [NEXT]: observe('chi', '12:30') });
    const run = await world.apply();
    expect(held(run)).toEqual([`grant asked chi ${READER} 12:30`, `grant asked chi ${DASHBOARDS} 12:30`]);
    expect(refused(run)).toEqual(['GK3004']);
    until(world, '12:00');
    expect(planned(await world.apply())).toEqual([`revoke lapsed ada ${READER} none`, `revoke lapsed ada ${DASHBOARDS} none`]);
  });
});

describe('39 managed scopes that are narrowed', () => {
  it('are refused by validate while a grant lives there; landed all the same, that one runs to its end and nothing new is given', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('ada', '12:00') });
    await world.apply();
    const narrow = policy(['manages: [folders/77]', 'manages: [projects/payments-test]']);
    await world.propose({ [POLICY]: narrow });
    expect((await world.run(validate)).text).toMatch(/GK1504 +live grants lie outside what is managed: projects\/payments-prod/);
    await world.checkout();
    await world.land({ [POLICY]: narrow }, BY_SECURITY);
    await world.land({ [NEXT]: observe('chi', '12:30') });
    const run = await world.apply();
    expect(done(run)).toEqual([`applied grant asked chi ${READER} 12:30`]);
    expect(refused(run)).toEqual(['GK3302 2026-11-23-chi']);
    expect(await may(world, 'ada', DASHBOARDS, PROD)).toBe(true);
    until(world, '12:00');
    expect(done(await world.apply())).toEqual([`applied revoke lapsed ada ${READER} none`, `applied revoke lapsed ada ${DASHBOARDS} none`]);
    await world.propose({ [POLICY]: narrow.replace('projects/payments-test]', 'projects/search-test]'), [PATH]: null, [NEXT]: null });
    expect((await world.run(validate)).text).not.toContain('GK1504');
  });
});

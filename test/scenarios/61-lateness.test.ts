import { hash as sha } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { plan } from '../../src/commands/plan.ts';
import { LEDGER } from '../../src/ledger/ledger.ts';
import { until } from './deeds.ts';
import { aWorld, grantFile, type TestWorld } from './world.ts';

const READER = (principal: string, expires: string) =>
  grantFile({ principal, expires, access: ['{ azure: payments-prod, role: Reader }'] });
const LOGS = (principal: string, expires: string) =>
  grantFile({ principal, expires, access: ['{ gcp: payments-test, role: roles/logging.viewer }'] });

const file = (id: string) => `grants/payments/2026-11-23-${id}.yaml`;

async function page(world: TestWorld): Promise<string> {
  const answer = await world.forge.own.read(LEDGER, (names) => names);
  return (answer.ok && answer.value?.files.get('README.md')) || '';
}

const NOT_YET = 'ends by our run in azure: how late is not measured yet; no bound while runs stop';

describe.concurrent('61 how late ends by our run come', () => {
  it('is measured by the ledger, and told by the plan, the run and the page', async () => {
    const world = await aWorld();
    await world.land({ [file('ada')]: READER('ada', '10:00'), [file('chi')]: LOGS('chi', '10:00') });
    expect((await world.run(plan)).text).toContain(NOT_YET);
    const first = await world.run(apply, { yes: true });
    expect(first.outputs).toMatchObject({ 'late-seconds': 0 });
    expect(await page(world)).toContain('What our run ends in `azure`: how late is not measured yet');

    until(world, '10:31');
    const late = await world.run(apply, { yes: true });
    // What GCP ended on time is no lateness, however late its dead binding goes.
    expect(late.outputs).toMatchObject({ revoked: 2, 'late-seconds': 1860 });
    expect(late.text).toContain('ended by our run: 1, the latest 31 min after its time\n');
    expect(await page(world)).toContain('p50 31, p90 31, max 31 min late in 1 end of 30 days; no bound while runs stop.');

    await world.land({ [file('gil')]: READER('gil', '14:00') });
    const next = await world.run(plan);
    expect(next.text).toContain('ends by our run in azure: p50 31, p90 31, max 31 min late in 1 end of 30 days; no bound while runs stop');
    expect(next.json).toMatchObject({ lateness: [{ cloud: 'azure', count: 1, p50: 1860, p90: 1860, max: 1860 }] });
  });

  it('reads the month before only where something ends by our run', async () => {
    const world = await aWorld();
    await world.land({ [file('ada')]: READER('ada', '10:00') });
    await world.run(apply, { yes: true });
    until(world, '10:12');
    await world.run(apply, { yes: true });
    until(world, '2026-12-02T09:00:00Z');
    await world.run(apply, { yes: true });
    until(world, '2026-12-04T09:00:00Z');
    const asked: string[][] = [];
    const own = { ...world.forge.own };
    own.read = async (branch, pick) =>
      world.forge.own.read(branch, (names) => {
        const picked = pick(names);
        if (branch === LEDGER) asked.push([...picked]);
        return picked;
      });
    const watched = { forge: async () => ({ ...world.forge, own }), hash: (text: string) => sha('sha256', text) };

    await world.land({ 'grants/payments/2026-12-04-chi.yaml': LOGS('chi', '2026-12-04T17:00:00Z') });
    expect((await world.run(plan, {}, [], watched)).json).toMatchObject({ lateness: [] });
    expect(asked).toEqual([['2026-12.jsonl']]);
    await world.land({ 'grants/payments/2026-12-04-gil.yaml': READER('gil', '2026-12-04T12:00:00Z') });
    expect((await world.run(plan, {}, [], watched)).json).toMatchObject({ lateness: [{ cloud: 'azure', count: 1, max: 720 }] });
    expect(asked.slice(1)).toEqual([['2026-12.jsonl'], ['2026-11.jsonl', '2026-12.jsonl']]);
  });
});

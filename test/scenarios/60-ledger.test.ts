import { hash as sha } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { prune } from '../../src/commands/prune.ts';
import { recall } from '../../src/commands/recall.ts';
import { verify } from '../../src/commands/verify.ts';
import type { Fact } from '../../src/domain/entry.ts';
import { gitText } from '../../src/git/stream.ts';
import { appendFacts, LEDGER, type Ledger, readLedger } from '../../src/ledger/ledger.ts';
import { readSnapshot } from '../../src/ledger/snapshot.ts';
import { at, done, held, reasons, refused, seen, until } from './deeds.ts';
import { aGithubWorld } from './github-world.ts';
import { changedGcp } from './hands.ts';
import { ours } from './standing.ts';
import { type ApplyJson, aWorld, exampleFile, grantFile, type TestWorld } from './world.ts';

const hash = (text: string) => sha('sha256', text);
const LOGS = 'roles/logging.viewer';
const POLICY = 'policy/policy.yaml';

type Forged = Pick<TestWorld, 'forge' | 'clock'>;

async function ledgerOf({ forge, clock }: Forged): Promise<Ledger> {
  const answer = await readLedger(forge, clock.now(), hash);
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}

/** `granted ada roles/logging.viewer`: what lines say, from one of them on. */
function said({ entries }: Pick<Ledger, 'entries'>, from = 0): readonly string[] {
  return entries
    .slice(from)
    .map(({ kind, principal, role, because }) => [kind, principal, role, because].filter((one) => one !== undefined).join(' '));
}

/** Lines in a good chain that no run of ours wrote. */
async function forge(world: Forged, ...facts: readonly Partial<Fact>[]): Promise<void> {
  const whole = facts.map((fact): Fact => ({ at: world.clock.now(), run: 'forged', kind: 'approved', ...fact }));
  const pen = { now: world.clock.now(), run: 'forged', hash, sleep: async () => undefined, readme: () => '' };
  expect(await appendFacts(world.forge, await ledgerOf(world), whole, pen)).toMatchObject({ ok: true });
}

function file(id: string): string {
  return `grants/payments/2026-11-23-${id}.yaml`;
}

function viewer(principal: string, expires = '17:00'): string {
  return grantFile({ principal, expires, access: [`{ gcp: payments-test, role: ${LOGS} }`] });
}

const headOf = (run: ApplyJson) => (run as ApplyJson & { readonly ledger: { readonly head: string } }).ledger.head;

describe.concurrent('60 the ledger', () => {
  it('tells who asked, who approved, what was given and taken and that a run was there; and is checked line by line', async () => {
    const world = await aWorld('git');
    const number = await world.land({ [file('ada')]: viewer('ada', '10:00'), [file('chi')]: viewer('chi') });
    const first = await world.apply();
    const ledger = await ledgerOf(world);
    expect(said(ledger)).toEqual([
      'heartbeat',
      ...['ada', 'chi'].flatMap((who) => [`asked ${who}`, `approved ${who}`]),
      ...['ada', 'chi'].flatMap((who) => [`granted ${who} ${LOGS} asked`, `verified ${who} ${LOGS} asked`]),
      'heartbeat',
    ]);
    expect(ledger.entries[2]).toMatchObject({ approvedBy: ['bo'], request: number, file: file('ada'), grant: '2026-11-23-ada' });
    expect(ledger.entries[5]).toMatchObject({
      until: at('10:00'),
      evidence: expect.stringContaining('etag'),
      member: 'user:ada@example.com',
    });
    expect(headOf(first)).toBe(ledger.head.hash);

    const quiet = await world.apply();
    expect(said(await ledgerOf(world), ledger.entries.length)).toEqual(['heartbeat']);
    until(world, '10:04');
    await world.apply();
    expect(said(await ledgerOf(world), ledger.entries.length + 1)).toEqual([
      `ended ada ${LOGS} lapsed`,
      `verified ada ${LOGS} lapsed`,
      'heartbeat',
    ]);
    expect(await readSnapshot(world.forge)).toMatchObject({ ok: true, value: { at: at('10:04'), unread: [], leftOut: 0 } });
    const picture = await readSnapshot(world.forge);
    const own = picture.ok ? (picture.value?.bindings.filter((one) => one.ours) ?? []) : [];
    expect(own.map(({ principal, mark }) => [principal, mark?.grant])).toEqual([['chi', '2026-11-23-chi']]);

    const page = await world.forge.own.read(LEDGER, (names) => names);
    expect(page.ok && page.value?.files.get('README.md')).toContain(
      `| \`chi\` | \`${LOGS}\` | \`projects/payments-test\` | \`gcp\` | 2026-11-23T17:00:00Z |`,
    );
    expect(await world.run(verify, { head: headOf(quiet) })).toMatchObject({
      exit: 0,
      text: expect.stringContaining('The ledger is whole: 14 lines'),
    });
    expect((await world.run(verify, { head: 'x' })).exit).toBe(64);
    const unknown = await world.run(verify, { head: `sha256:${'0'.repeat(64)}` });
    expect(unknown).toMatchObject({ exit: 3, json: { findings: [{ code: 'GK8006', file: '2026-11.jsonl', line: 14 }] } });

    until(world, '11:04');
    expect((await world.run(prune)).json).toMatchObject({ operation: 'opened' });
    expect(await gitText(world.forge.repository.root, 'log', '-1', '--format=%B', 'grantkeeper/prune')).toContain(
      (await ledgerOf(world)).head.hash,
    );

    const dir = mkdtempSync(join(tmpdir(), 'grantkeeper-ledger-'));
    const text = (page.ok && page.value?.files.get('2026-11.jsonl')) || '';
    writeFileSync(join(dir, '2026-11.jsonl'), text.replace('"request":1', '"request":2'));
    const broken = { exit: 3, json: { findings: [{ code: 'GK8002', line: 2 }] } };
    const without = { forge: async () => 'no forge' };
    for (const path of [dir, join(dir, '2026-11.jsonl')]) expect(await world.run(verify, {}, [path], without)).toMatchObject(broken);
    for (const path of [join(dir, 'none'), world.dir]) expect((await world.run(verify, {}, [path], without)).exit).toBe(1);
    rmSync(dir, { recursive: true });
    expect((await world.run(verify, {}, [], without)).text).toContain('this clone has no branch grantkeeper/ledger');
    await world.follow();
    expect(await world.run(verify, {}, [], without)).toMatchObject({ exit: 0, text: expect.stringContaining('14 lines') });
  });

  it('gives nothing and keeps nothing, forged, broken or lost', async () => {
    const world = await aWorld('git');
    await world.land({ [file('ada')]: viewer('ada', '10:00'), [file('chi')]: viewer('chi', '12:00') });
    await world.apply();
    await world.pushToMain({ [file('gil')]: viewer('gil') });
    const binding = { cloud: 'gcp', scope: 'projects/payments-test', role: LOGS };
    const told = { grant: '2026-11-23-gil', principal: 'gil', commit: await gitText(world.dir, 'rev-parse', 'HEAD'), file: file('gil') };
    await forge(
      world,
      { ...told, kind: 'asked' },
      { ...told, approvedBy: ['bo'], landed: world.clock.now() },
      { ...told, ...binding, kind: 'granted', until: at('17:00') },
    );
    expect((await world.run(verify)).exit).toBe(0);
    const run = await world.apply();
    expect([done(run), refused(run)]).toEqual([[], ['GK2001 2026-11-23-gil']]);
    // Nor does a line keep what is past its end, or give back what a recall has taken.
    await forge(
      world,
      { ...binding, kind: 'granted', grant: '2026-11-23-ada', principal: 'ada', until: at('17:00') },
      { kind: 'lifted', principal: 'chi', file: 'recalls/chi.yaml' },
    );
    until(world, '10:00');
    expect(done(await world.apply())).toEqual([`applied revoke lapsed ada ${LOGS} none`]);

    const read = await world.forge.own.read(LEDGER, (names) => names);
    const files = new Map(read.ok ? read.value?.files : []);
    await world.forge.own.replace(
      LEDGER,
      new Map([['2026-11.jsonl', (files.get('2026-11.jsonl') ?? '').replace('"bo"', '"eve"')]]),
      'Rewritten\n',
    );
    await world.land({ [file('chi')]: viewer('chi', '11:00') }, {});
    const blind = await world.apply();
    expect([held(blind), done(blind).filter((one) => one.startsWith('applied'))]).toEqual([[`shorten withdrawn chi ${LOGS} 11:00`], []]);
    expect(reasons(blind)).toContain('the ledger could not be read: the ledger on grantkeeper/ledger is broken, 2026-11.jsonl:3');
    until(world, '12:00');
    const late = await world.apply();
    expect([late.exit, await ours(world)]).toEqual([4, []]);

    await gitText(world.forge.repository.root, 'update-ref', '-d', `refs/heads/${LEDGER}`);
    expect((await world.run(verify)).text).toContain('apply begins it');
    await world.apply();
    expect(said(await ledgerOf(world))[0]).toBe('heartbeat');
  });

  it('has the guard count over its window, knows what escaped, and makes a recall stand that has no file yet', async () => {
    const world = await aWorld('git');
    const people = ['ada', 'chi', 'gil', 'zoe', 'kim'];
    const shorter = exampleFile(POLICY).replace('window: 24h', 'window: 1h');
    await world.land({ [POLICY]: shorter }, { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' });
    await world.land(Object.fromEntries(people.map((who) => [file(who), viewer(who)])));
    await world.apply();
    const drop = async (who: string) => {
      await world.land({ [file(who)]: null });
      const run = await world.apply();
      return [...done(run).filter((one) => one.startsWith('applied')), ...refused(run)];
    };
    for (const who of ['ada', 'chi', 'gil']) expect(await drop(who)).toEqual([`applied revoke withdrawn ${who} ${LOGS} none`]);
    expect(await drop('zoe')).toEqual(['GK3201']);
    expect(reasons(await world.plan())).toContain('4 withdrawals within 1h are above the limit of 3');
    until(world, '10:00');
    world.clock.advance(1000);
    expect(done(await world.apply())).toEqual([`applied revoke withdrawn zoe ${LOGS} none`]);

    await changedGcp(world, 'projects/payments-test', (all) => all.map(({ condition: _condition, ...one }) => one));
    const fled = await world.apply();
    expect([seen(fled, 'escaped'), done(fled), refused(fled)]).toEqual([
      [`${LOGS} user:kim@example.com`],
      [`held grant asked kim ${LOGS} 17:00`],
      ['GK3305 2026-11-23-kim'],
    ]);
    expect(seen(await world.apply(), 'escaped')).toHaveLength(1);

    // The forge takes the line and then no request: what is due now, every later run knows.
    await world.land({ [file('dan')]: viewer('dan') });
    await world.apply();
    const failing = { ...world.forge, proposeFile: async () => ({ ok: false, failure: { kind: 'transient', message: '503' } }) as const };
    const report = await world.run(recall, { yes: true, reason: 'Laptop stolen' }, ['dan'], { forge: async () => failing });
    expect([report.exit, report.text]).toEqual([4, expect.stringContaining('Until then the ledger has it')]);
    const next = await world.apply();
    expect([done(next).filter((one) => !one.startsWith('held')), (await ours(world)).length]).toEqual([[], 0]);
    expect((await ledgerOf(world)).state.recalls.size).toBe(1);
  });

  it('on GitHub takes few calls, loses no line of two runs, and says afterwards what happened while GitHub was down', async () => {
    const world = await aGithubWorld();
    await world.land({ [file('ada')]: viewer('ada', '10:00'), [file('chi')]: viewer('chi') });
    await world.apply();
    const before = world.github.calls.length;
    await world.apply();
    const own = world.github.calls.slice(before).map(({ method, url }) => `${method} ${new URL(url).pathname}`);
    const ledgers = own.filter((call) => !/^GET |graphql$/.test(call) || /\/matching-refs\/|\/git\/blobs\//.test(call));
    // One read of the heads of all our branches and one of its month, with the list of its files between them; three writes for the ledger, three for the snapshot.
    expect(ledgers.map((call) => call.split(' ')[0])).toEqual(['GET', 'GET', 'POST', 'POST', 'PATCH', 'POST', 'POST', 'PATCH']);

    until(world, '10:00');
    world.fails(503);
    const down = await world.apply();
    expect([done(down), down.exit, (down as unknown as { ledger: { trouble: string } }).ledger.trouble]).toEqual([
      [`applied revoke lapsed ada ${LOGS} none`],
      4,
      expect.stringContaining('503'),
    ]);
    world.heals();
    world.clock.advance(120_000);
    const lines = async () => {
      const { json, exit } = await world.run(verify);
      expect(exit).toBe(0);
      return (json as { readonly lines: number }).lines;
    };
    const were = await lines();
    const runs = await Promise.all(['1/1', '2/1'].map((run) => world.run(apply, { yes: true }, [], { run })));
    expect(runs.map((run) => run.exit)).toEqual([0, 0]);
    const texts = Object.values(world.home.objects).flatMap((one) =>
      one.type === 'blob' ? [Buffer.from(one.base64, 'base64').toString()] : [],
    );
    const longest = texts.filter((text) => text.startsWith('{"seq":')).toSorted((a, b) => b.length - a.length)[0] ?? '';
    const fresh = longest.trimEnd().split('\n').slice(were);
    expect(fresh.filter((line) => line.includes('"kind":"heartbeat"'))).toHaveLength(2);
    expect(fresh.find((line) => line.includes('"kind":"ended"'))).toMatch(/"principal":"ada".*"reason":"found gone by this run/);
    expect(await lines()).toBe(were + fresh.length);
  });
});

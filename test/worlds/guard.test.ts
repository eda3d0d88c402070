import { describe, expect, it } from 'vitest';
import type { Ask, Deed, Entry, RunDeed, Script } from './deeds.ts';
import { BEGIN, NORMAL } from './organisation.ts';
import { play, type Played } from './world.ts';

// The guard against slow and fast abuse. The observer of the worlds watches each of these too.

const HOUR = 3600_000;
const MINUTES = 60_000;
const VIEWERS = ['roles/logging.viewer', 'roles/monitoring.viewer', 'roles/cloudsql.viewer'];
const PEOPLE = ['ada', 'chi', 'dan', 'oncall'] as const;

const onGcp = (...roles: readonly string[]): readonly Entry[] => roles.map((role) => ({ kind: 'gcp', place: 'main', role }));
const ask = (who: string, more: Partial<Ask> = {}): Ask => ({
  principals: [who],
  access: onGcp(...VIEWERS),
  expires: BEGIN + 6 * HOUR,
  ...more,
});
const land = (id: string, what: Ask): Deed => ({ do: 'land', id, ask: what, way: 'approved' });
const drop = (id: string): Deed => ({ do: 'drop', id, way: 'approved' });
const wait = (ms: number): Deed => ({ do: 'wait', ms });
const run = (more: Partial<RunDeed> = {}): Deed => ({ do: 'run', checkout: 'tip', forge: 'none', skew: 0, spoils: [], ...more });

/** Four grants of three viewers each: twelve bindings, of which three may be withdrawn in 24 hours. */
const TWELVE: readonly Deed[] = PEOPLE.map((name, at) => land(`g${at + 1}`, ask(name)));

async function after(deeds: readonly Deed[], more: Partial<Script> = {}, tell: (line: string) => void = () => undefined): Promise<Played> {
  const script: Script = { seed: 1, forge: 'github', clouds: 'gcp', withdrawals: 3, newGrants: 20, pageSize: 1000, deeds, ...more };
  const played = await play(script, { tell });
  expect(played.breach).toBeUndefined();
  return played;
}

const taken = ({ written }: Played) => written.filter((one) => /^(revoke|shorten)/.test(one));
const HELD = 'GK3201';

describe('the guard', () => {
  it('holds a flood of deletions, and ends on time what the flood was to keep alive', async () => {
    const due = land('due', ask('ada', { access: onGcp('roles/browser'), expires: BEGIN + HOUR }));
    const flood = PEOPLE.map((_, at) => drop(`g${at + 1}`));
    const played = await after([...TWELVE, due, run(), ...flood, wait(2 * HOUR), run()]);
    expect(taken(played)).toEqual(['revoke gcp projects/payments-prod roles/browser user:ada@example.com']);
    expect(played.codes).toContain(HELD);
    expect(played.standing).toHaveLength(12);
  });

  it('holds a flood of deletions, and takes from who is recalled all the same', async () => {
    const flood = PEOPLE.map((_, at) => drop(`g${at + 1}`));
    const keep = land('keep', ask('bo', { access: onGcp('roles/browser') }));
    const played = await after([...TWELVE, keep, run(), ...flood, { do: 'recall', who: 'chi' }, run()]);
    expect(taken(played)).toHaveLength(3);
    expect(taken(played).every((one) => one.endsWith('user:chi@example.com'))).toBe(true);
    expect(played.codes).toContain(HELD);
  });

  it('counts over a day what is withdrawn little by little, entry by entry', async () => {
    const slices = [2, 1, 0].map((left) => land('g1', ask('ada', { access: onGcp(...VIEWERS.slice(0, left), 'roles/browser') })));
    const more = [2, 1].map((left) => land('g2', ask('chi', { access: onGcp(...VIEWERS.slice(0, left)) })));
    const steps = [...slices, ...more].flatMap((slice) => [slice, run(), wait(20 * MINUTES)]);
    const played = await after([...TWELVE, run(), ...steps]);
    expect(taken(played)).toHaveLength(3);
    expect(played.codes).toContain(HELD);
  });

  it('lets the next few go once the day is over', async () => {
    const day = (name: string, from: number): readonly Deed[] => [
      ...PEOPLE.map((who, at) => land(`${name}${at + 1}`, ask(who, { expires: from + 6 * HOUR }))),
      run(),
      drop(`${name}1`),
      run(),
    ];
    const next = [wait(25 * HOUR), run(), ...day('h', BEGIN + 25 * HOUR)];
    const played = await after([...day('g', BEGIN), ...next]);
    // Three withdrawn, nine at their end, and three more.
    expect(taken(played)).toHaveLength(15);
    expect(played.codes).not.toContain(HELD);
  });

  it('takes ends that were moved into the past for withdrawals, and not for ends that have come', async () => {
    const past = PEOPLE.slice(0, 2).map((name, at) => land(`g${at + 1}`, ask(name, { expires: BEGIN + MINUTES })));
    const played = await after([...TWELVE, run(), wait(HOUR), ...past, run()]);
    expect(taken(played)).toEqual([]);
    expect(played.standing).toHaveLength(12);
    expect(played.codes).toContain(HELD);
  });

  it('takes ends that were moved to the next minute for withdrawals, also when that minute has passed', async () => {
    const soon = PEOPLE.slice(0, 2).map((name, at) => land(`g${at + 1}`, ask(name, { expires: BEGIN + HOUR + MINUTES })));
    const played = await after([...TWELVE, run(), wait(HOUR), ...soon, run(), wait(10 * MINUTES), run()]);
    expect(taken(played)).toEqual([]);
    expect(played.standing).toHaveLength(12);
  });

  it('holds what a shrinking desired set would take, however it shrinks: people, roles of the catalogue, entries', async () => {
    const debug = { access: [{ kind: 'catalogue', role: 'debug', place: 'main' }] as const };
    const four = PEOPLE.map((name, at) => land(`d${at + 1}`, ask(name, debug)));
    const narrow: Deed = { do: 'control', wish: { ...NORMAL, debug: 'narrow' }, way: 'approved' };
    const gone: Deed = { do: 'control', wish: { ...NORMAL, debug: 'narrow', gone: ['dan'] }, way: 'approved' };
    const played = await after([...four, run(), narrow, run(), gone, run(), drop('d1'), run()], { clouds: 'both' });
    expect(taken(played).length).toBeLessThanOrEqual(3);
    expect(played.codes).toContain(HELD);
  });

  it('takes an empty folder for no decision, at the tip too, and still ends what is over', async () => {
    const all = PEOPLE.map((_, at) => drop(`g${at + 1}`));
    const played = await after([...TWELVE, run(), ...all, run(), run({ checkout: 'empty' })]);
    expect(taken(played)).toEqual([]);
    expect(played.standing).toHaveLength(12);
    const later = await after([...TWELVE, run(), ...all, run(), wait(7 * HOUR), run()]);
    expect(taken(later)).toHaveLength(12);
    expect(later.standing).toEqual([]);
  });

  it('neither gives nor takes where another tenant answers', async () => {
    const azure: readonly Entry[] = ['Reader', 'Monitoring Reader'].map((role) => ({ kind: 'azure', place: 'main', role }));
    const strange = run({ spoils: [{ kind: 'wrong-tenant', on: 'call', at: 0, times: 1000 }] });
    const deeds = [land('g1', ask('ada', { access: azure })), run(), land('g2', ask('chi', { access: azure })), drop('g1'), strange];
    const runs: string[] = [];
    const played = await after(deeds, { clouds: 'azure' }, (line) => void (line.startsWith('  run at') ? runs.push(line) : undefined));
    expect(played.reached.get('wrong-tenant')).toBeGreaterThan(0);
    expect(runs.map((line) => line.includes('wrote:')).slice(0, 2)).toEqual([true, false]);
  });

  it('holds all new bindings of a run above their limit, and none of what is to end', async () => {
    const due = land('due', ask('ada', { access: onGcp('roles/browser'), expires: BEGIN + HOUR }));
    const played = await after([due, run(), wait(2 * HOUR), ...TWELVE, run()], { newGrants: 5 });
    expect(played.written.filter((one) => one.startsWith('grant'))).toHaveLength(1);
    expect(taken(played)).toHaveLength(1);
    expect(played.standing).toEqual([]);
  });
});

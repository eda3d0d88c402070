import {
  type Ask,
  type Checkout,
  type ControlWish,
  type Deed,
  type Entry,
  type ForgeTrouble,
  HANDS,
  type RunDeed,
  type Script,
  type Spoil,
  type Way,
  WAYS,
} from './deeds.ts';
import { type Dice, dice } from './dice.ts';
import { FAULT_NAMES } from './fault-kinds.ts';
import { BEGIN } from './organisation.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const IDS = ['g1', 'g2', 'g3', 'g4'] as const;
const WHO = ['ada', 'ada', 'ada', 'ada-adm', 'chi', 'dan', 'oncall'] as const;

/** What a seed comes to: a small world, and what happens in it. */
export function draw(seed: number): Script {
  const one = dice(seed);
  const deeds: Deed[] = [];
  const clouds = one.oneOf<Script['clouds']>(['gcp', 'gcp', 'gcp', 'gcp', 'azure', 'azure', 'both', 'both', 'both']);
  const frame: Frame = { now: BEGIN, clouds, faulty: one.chance(0.75) };
  const count = 2 + one.below(4);
  for (let at = 0; at < count; at += 1) deeds.push(...next(one, frame, at));
  return {
    seed,
    clouds,
    forge: one.chance(0.5) ? 'github' : 'local',
    withdrawals: 1 + one.below(3),
    newGrants: one.chance(0.1) ? 2 : 20,
    pageSize: one.chance(0.4) ? 2 : 1000,
    deeds,
  };
}

interface Frame {
  /** Where the clock is at least, in milliseconds since 1970. */
  now: number;
  readonly clouds: Script['clouds'];
  readonly faulty: boolean;
}

function next(one: Dice, frame: Frame, at: number): readonly Deed[] {
  const throwOf = one.next();
  if (at === 0 || throwOf < 0.3) return [landing(one, frame), ...(one.chance(0.6) ? [runDeed(one, frame)] : [])];
  if (throwOf < 0.5) return [runDeed(one, frame)];
  if (throwOf < 0.62) return [wait(one, frame), runDeed(one, frame)];
  if (throwOf < 0.7) return [{ do: 'to-end', plus: one.oneOf([-1000, 0, 0, 1000]) }, runDeed(one, frame)];
  if (throwOf < 0.8) return [{ do: 'hand', hand: one.oneOf(HANDS), pick: one.below(60) }];
  if (throwOf < 0.87) return [{ do: 'drop', id: one.oneOf(IDS), way: way(one) }];
  if (throwOf < 0.9) return [{ do: 'restore', id: one.oneOf(IDS), way: way(one) }];
  if (throwOf < 0.92) return [{ do: 'forge', id: one.oneOf(IDS), landed: 0 }, runDeed(one, frame)];
  if (throwOf < 0.945) return [{ do: 'recall', who: one.oneOf(WHO) }];
  if (throwOf < 0.97) {
    // A lifting is about somebody who was recalled, and worth watching only with what comes after it.
    const who = one.oneOf(WHO);
    return [
      { do: 'recall', who },
      ...(one.chance(0.5) ? [runDeed(one, frame)] : []),
      { do: 'lift', who, way: way(one) },
      ...(one.chance(0.5) ? [runDeed(one, frame)] : []),
    ];
  }
  return [{ do: 'control', wish: controlWish(one, frame), way: way(one) }];
}

function way(one: Dice): Way {
  return one.chance(0.7) ? 'approved' : one.oneOf(WAYS);
}

function wait(one: Dice, frame: Frame): Deed {
  const ms = one.oneOf([1000, 5 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 30 * HOUR]);
  frame.now += ms;
  return { do: 'wait', ms };
}

function landing(one: Dice, frame: Frame): Deed {
  return { do: 'land', id: one.oneOf(IDS), ask: askOf(one, frame), way: way(one) };
}

function askOf(one: Dice, { now, clouds }: Frame): Ask {
  const principals = one.chance(0.03) ? ['deployer'] : [...new Set([one.oneOf(WHO), ...(one.chance(0.25) ? [one.oneOf(WHO)] : [])])];
  const access = [entry(one, clouds), ...(one.chance(0.4) ? [entry(one, clouds)] : [])];
  const distinct = [...new Map(access.map((item) => [JSON.stringify(item), item])).values()];
  return {
    principals,
    access: distinct,
    expires: now + one.oneOf([10 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR]) + (one.chance(0.3) ? 1000 * one.below(3600) : 0),
    ...(one.chance(0.2) ? { duration: one.oneOf([5 * MINUTE, HOUR, 3 * HOUR]) } : {}),
    ...(one.chance(0.2) ? { grace: one.oneOf([5 * MINUTE, 30 * MINUTE]) } : {}),
  };
}

function entry(one: Dice, clouds: Script['clouds']): Entry {
  const throwOf = clouds === 'gcp' ? one.next() * 0.72 : clouds === 'azure' ? 0.72 : one.next();
  if (throwOf < 0.4) return { kind: 'catalogue', role: 'debug', place: one.chance(0.7) ? 'main' : 'side' };
  if (throwOf < 0.72) {
    const role = one.chance(0.04)
      ? 'roles/iam.securityAdmin'
      : one.oneOf(['roles/cloudsql.viewer', 'roles/monitoring.viewer', 'roles/logging.viewer']);
    return { kind: 'gcp', place: one.chance(0.7) ? 'main' : 'side', role };
  }
  const role = one.chance(0.04) ? 'User Access Administrator' : one.oneOf(['Reader', 'Monitoring Reader']);
  return { kind: 'azure', place: 'main', role };
}

function controlWish(one: Dice, { now }: Frame): ControlWish {
  return {
    debug: one.oneOf(['both', 'narrow', 'wide']),
    left: one.chance(0.4) ? { [one.oneOf(['ada', 'dan'])]: now + one.oneOf([-HOUR, 0, HOUR, 2 * HOUR]) } : {},
    gone: one.chance(0.3) ? [one.oneOf(['ada-adm', 'dan'])] : [],
  };
}

function runDeed(one: Dice, { faulty }: Frame): RunDeed {
  const calm: RunDeed = { do: 'run', checkout: 'tip', forge: 'none', skew: 0, spoils: [] };
  if (!faulty || one.chance(0.3)) return calm;
  const throwOf = one.next();
  if (throwOf < 0.08) return { ...calm, checkout: one.oneOf<Checkout>(['old', 'shallow', 'empty', 'holes']) };
  if (throwOf < 0.16)
    return {
      ...calm,
      forge: one.oneOf<ForgeTrouble>(['no-tip', 'no-reviews', 'no-blobs', 'no-branches', 'gone', 'some-reviews', 'no-ledger']),
    };
  if (throwOf < 0.22) return { ...calm, skew: one.oneOf([-250_000, 250_000, -HOUR, HOUR, 72 * HOUR, -72 * HOUR]) };
  if (throwOf < 0.32) return { ...calm, second: one.below(20), spoils: one.chance(0.5) ? spoils(one) : [] };
  if (throwOf < 0.36) return { ...calm, only: one.oneOf(['plan', 'revocations', 'grants'] as const) };
  return { ...calm, spoils: spoils(one), ...(one.chance(0.1) ? { forge: 'some-reviews' as const } : {}) };
}

function spoils(one: Dice): readonly Spoil[] {
  return Array.from({ length: 1 + one.below(3) }, (): Spoil => {
    const on = one.chance(0.4) ? 'write' : 'call';
    const times = one.chance(0.2) ? { times: one.oneOf([2, 4, 8, 1000]) } : {};
    return { kind: one.oneOf(FAULT_NAMES), on, at: on === 'write' ? one.below(2) : one.below(12), ...times };
  });
}

/** A world in which grants land and then one call in five goes wrong. */
export function drawStorm(seed: number): Script {
  const one = dice(seed);
  const clouds = one.oneOf<Script['clouds']>(['gcp', 'azure', 'both']);
  const frame: Frame = { now: BEGIN, clouds, faulty: true };
  const deeds = IDS.slice(0, 1 + one.below(3)).map((id): Deed => ({ do: 'land', id, ask: longAsk(one, frame), way: 'approved' }));
  return { seed, forge: 'github', clouds, withdrawals: 3, newGrants: 20, pageSize: one.chance(0.4) ? 2 : 1000, deeds, storm: true };
}

/** Nothing of it ends while the storm lasts, and nobody is protected. */
function longAsk(one: Dice, frame: Frame): Ask {
  const { principals: _drawn, access } = askOf(one, frame);
  const harmless = access.filter(({ role }) => role !== 'roles/iam.securityAdmin' && role !== 'User Access Administrator');
  const fallback: Entry =
    frame.clouds === 'azure'
      ? { kind: 'azure', place: 'main', role: 'Reader' }
      : { kind: 'gcp', place: 'main', role: 'roles/logging.viewer' };
  return {
    principals: [one.oneOf(['ada', 'dan', 'chi'])],
    access: harmless.length === 0 ? [fallback] : harmless,
    expires: frame.now + 7 * HOUR,
  };
}

/** What goes wrong in one run of a storm: each call with a probability of a fifth. Runs do not die in it, and time goes on little. */
export function stormSpoils(one: Dice): readonly Spoil[] {
  const kinds = FAULT_NAMES.filter((kind) => !kind.startsWith('death') && kind !== 'slow-answer') as [Spoil['kind'], ...Spoil['kind'][]];
  return Array.from({ length: 150 }, (_, at) => at).flatMap((at) =>
    one.chance(0.2) ? [{ kind: one.oneOf(kinds), on: 'call', at } as const] : [],
  );
}

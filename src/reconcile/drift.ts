import { bindingKey, memberKey, type Scope, scopeKey } from '../domain/access.ts';
import { type BaselineEntry, type Drift, type Drifted, isAlarming } from '../domain/drift.ts';
import { compare } from '../domain/finding.ts';
import type { LiveBinding, Origin } from '../domain/live-binding.ts';
import type { Observation, Unread } from '../domain/plan.ts';
import type { Policy } from '../domain/policy.ts';
import { accessKey, entryOf, tellsOf } from './baseline.ts';
import type { Clouds } from './clouds.ts';
import type { Hash } from './digest.ts';

export interface DriftInput {
  readonly observations: readonly Observation[];
  /** Every live binding of every scope that was read. */
  readonly live: readonly LiveBinding[];
  /** Scopes that were read, and those that could not be. */
  readonly read: readonly Scope[];
  readonly unread: readonly Unread[];
  readonly baseline: readonly BaselineEntry[];
  readonly unmanaged: Policy['unmanaged'];
  readonly clouds: Clouds;
  /** Undefined where it could not be found out. */
  readonly privileged: (live: LiveBinding) => boolean | undefined;
  /** By `memberKey` the name of policy/people. */
  readonly names: ReadonlyMap<string, string>;
  readonly hash: Hash;
}

type Seen = Drifted['seen'];

/** What no grant explains, against the baseline. What was not read is never taken for gone. */
export function driftOf(input: DriftInput): Drift {
  const { hash, baseline } = input;
  const there = new Map(input.live.map((live) => [accessKey(live, hash), live]));
  const tells = (entry: BaselineEntry) => {
    const live = there.get(entry.digest);
    return live !== undefined && tellsOf(entry, live);
  };
  const known = new Set(baseline.filter(tells).map(({ digest }) => digest));
  const spoken = input.observations.filter((one): one is Seen => 'live' in one).filter((one) => isSpokenOf(one, input));
  const found = distinct(spoken.map((seen) => driftedFrom(seen, accessKey(seen.live, hash), known, input)));
  const standing = new Set(found.map(({ digest }) => digest));
  const absent = baseline.filter(({ digest }) => !there.has(digest));
  const read = new Set(input.read.map(scopeKey));
  const isRead = (entry: BaselineEntry) => read.has(keyOf(entry, input.clouds));
  return {
    found: found.toSorted(byWeight),
    gone: absent.filter(isRead),
    explained: baseline.filter((entry) => known.has(entry.digest) && !standing.has(entry.digest)),
    unseen: absent.filter((entry) => !isRead(entry)),
    misstated: baseline.filter((entry) => there.has(entry.digest) && !tells(entry)),
    ignored: input.live.filter((live) => isIgnored(live, input)).length,
    scopes: input.read.length,
    unread: input.unread,
  };
}

/** The lines that a baseline has once all of this was looked at: alarms are settled, never accepted, and what was out of sight stays. */
export function acceptedFrom({ found, unseen }: Pick<Drift, 'found' | 'unseen'>): readonly BaselineEntry[] {
  const seen = found.filter(({ seen: { kind } }) => !isAlarming(kind));
  return [...seen.map(({ seen: { live }, digest }) => entryOf(live, digest)), ...unseen];
}

/** What is inherited is seen at every scope below too, and a policy may name one member of a role twice. */
function distinct(found: readonly Drifted[]): readonly Drifted[] {
  return [...new Map(found.map((one) => [`${one.seen.kind} ${one.digest}`, one])).values()];
}

/** By the words of policy; what has no word cannot be left out. */
const IGNORED: Readonly<Partial<Record<Origin, string>>> = {
  'service-agent': 'service-agents',
  pim: 'pim',
  pam: 'pam',
  inherited: 'inherited',
};

function isIgnored({ origin }: LiveBinding, { unmanaged }: DriftInput): boolean {
  const word = origin === undefined ? undefined : IGNORED[origin];
  return word !== undefined && unmanaged.ignore.includes(word);
}

/** An alarm is about what is, or was, ours: policy cannot silence it. */
function isSpokenOf(seen: Seen, input: DriftInput): boolean {
  return isAlarming(seen.kind) || (input.unmanaged.mode === 'report' && !isIgnored(seen.live, input));
}

function driftedFrom(seen: Seen, digest: string, known: ReadonlySet<string>, input: DriftInput): Drifted {
  const { binding } = seen.live;
  const privileged = input.privileged(seen.live);
  const principal = input.names.get(memberKey(binding.scope.cloud, binding.member));
  return {
    seen,
    digest,
    ...(privileged === undefined ? {} : { privileged }),
    ...(principal === undefined ? {} : { principal }),
    fresh: isAlarming(seen.kind) || !known.has(digest),
  };
}

function byWeight(a: Drifted, b: Drifted): number {
  return weightOf(a) - weightOf(b) || compare(bindingKey(a.seen.live.binding), bindingKey(b.seen.live.binding));
}

/** What nobody could judge may be anything, so it comes before what is harmless. */
function weightOf({ privileged, seen }: Drifted): number {
  const rank = privileged === undefined ? 1 : privileged ? 0 : 2;
  return rank * 2 + (isAlarming(seen.kind) ? 0 : 1);
}

/** As the scopes that were read are known; a text that is no scope was read by nobody. */
function keyOf({ cloud, scope }: BaselineEntry, clouds: Clouds): string {
  const parsed = clouds.get(cloud)?.scope(scope);
  return parsed?.ok === true ? scopeKey(parsed.value) : '';
}

import { bindingKey, type CloudName, tripleKey } from '../domain/access.ts';
import type { DesiredBinding } from '../domain/change.ts';
import { compare } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { Observation } from '../domain/plan.ts';
import { strongest, type Terms } from '../domain/terms.ts';
import type { Claim } from './claims.ts';
import type { Clouds } from './clouds.ts';
import { hasBegun, isOver } from './stage.ts';

/** Claims to one binding whose times overlap or touch. */
interface Span {
  readonly cloud: CloudName;
  readonly claims: Claim[];
  readonly begins: Instant;
  until: Instant;
}

export interface Union {
  /** By `bindingKey`. */
  readonly desired: ReadonlyMap<string, DesiredBinding>;
  readonly observations: readonly Observation[];
  /** Claims that give way to an earlier landing, where a cloud allows a triple only once. */
  readonly crowded: readonly { readonly claim: Claim; readonly by: string }[];
}

/** Whether its cloud would hold a binding back until its start, where not all of the cloud does. */
export type HoldsStart = (wish: DesiredBinding) => boolean;

/**
 * Of all claims to one binding the earliest span that is not over:
 *
 *     grant a   [======)
 *     grant b        [======)          [====)  grant c
 *     binding   [===========)          its own span: enters at its own start
 */
export function unite(claims: readonly Claim[], clouds: Clouds, now: Instant, holdsStart: HoldsStart = () => false): Union {
  const live = claims.filter((claim) => !isOver(claim.until, now) && claim.begins < claim.until);
  const { kept, crowded } = oneConditionEach(live, clouds);
  const desired = new Map<string, DesiredBinding>();
  const observations: Observation[] = [];
  for (const [key, group] of groupBy(kept, (claim) => bindingKey(claim.binding))) {
    for (const [at, span] of spansOf(group).entries()) {
      const begun = hasBegun(span.begins, now);
      const wish = desiredOf(span, now);
      const held = at === 0 && (clouds.get(span.cloud)?.capabilities.nativeStart.can === true || holdsStart(wish));
      if (begun || held) desired.set(key, wish);
      if (!begun) observations.push(...scheduled(span, held ? 'cloud' : 'run'));
    }
  }
  return { desired, observations, crowded };
}

function scheduled(span: Span, begunBy: 'cloud' | 'run'): readonly Observation[] {
  const ids = [...new Set(span.claims.map((claim) => claim.grant))].sort(compare);
  return ids.map((grant) => ({ kind: 'scheduled', grant, starts: span.begins, begunBy }));
}

function spansOf(claims: readonly Claim[]): readonly Span[] {
  const ordered = [...claims].sort((a, b) => a.begins - b.begins || compare(a.grant, b.grant));
  const spans: Span[] = [];
  for (const claim of ordered) {
    const last = spans.at(-1);
    if (last !== undefined && claim.begins <= last.until) {
      last.claims.push(claim);
      last.until = Math.max(last.until, claim.until) as Instant;
    } else spans.push({ cloud: claim.binding.scope.cloud, claims: [claim], begins: claim.begins, until: claim.until });
  }
  return spans;
}

const alone = new WeakMap<Claim, { readonly now: Instant; readonly wish: DesiredBinding }>();

/** Most bindings have one claim. What it comes to is worked out once, and is the same thing as often as it is asked for. */
function desiredOf(span: Span, now: Instant): DesiredBinding {
  const [only, another] = span.claims;
  if (only === undefined || another !== undefined) return wishOf(span, now);
  const known = alone.get(only);
  if (known?.now === now) return known.wish;
  const wish = wishOf(span, now);
  alone.set(only, { now, wish });
  return wish;
}

function wishOf(span: Span, now: Instant): DesiredBinding {
  const named = titleOf(span.claims, now);
  const starts = hasBegun(span.begins, now) ? {} : { starts: span.begins };
  return {
    binding: named.binding,
    until: span.until,
    ...starts,
    grant: named.grant,
    because: [...new Set(span.claims.map((claim) => claim.grant))].sort(compare),
    principal: named.unit.principal,
    privileged: span.claims.some((claim) => claim.privileged),
    ...termsOf(span.claims),
    file: named.standing.version.path,
    commit: named.standing.version.commit,
  };
}

/** Who ends it, by the claim that promises most; what stands in its way is taken over as the first that asks for it says. */
function termsOf(claims: readonly Claim[]): Terms {
  const enforce = strongest(claims.map(({ unit }) => unit.enforce));
  const takeover = claims.find(({ unit }) => unit.takeover !== undefined)?.unit.takeover;
  return { ...(enforce === undefined ? {} : { enforce }), ...(takeover === undefined ? {} : { takeover }) };
}

/** The started claim with the latest end; with none started, the earliest start; the smallest id decides a tie. */
function titleOf(claims: readonly Claim[], now: Instant): Claim {
  const started = claims.filter((claim) => hasBegun(claim.begins, now));
  const order = (a: Claim, b: Claim) => (started.length > 0 ? b.until - a.until : a.begins - b.begins) || compare(a.grant, b.grant);
  return [...(started.length > 0 ? started : claims)].sort(order)[0] as Claim;
}

/** Where a cloud has a triple only once, two own conditions cannot both stand: the earlier landing keeps it. */
function oneConditionEach(claims: readonly Claim[], clouds: Clouds): { kept: readonly Claim[]; crowded: Union['crowded'] } {
  const first = new Map<string, Claim>();
  for (const claim of claims) {
    if (clouds.get(claim.binding.scope.cloud)?.capabilities.besideTwin.can !== false) continue;
    const key = tripleKey(claim.binding);
    const known = first.get(key);
    if (known === undefined || isBefore(claim, known)) first.set(key, claim);
  }
  if (first.size === 0) return { kept: claims, crowded: [] };
  const crowded: { claim: Claim; by: string }[] = [];
  const kept = claims.filter((claim) => {
    const owner = first.get(tripleKey(claim.binding));
    if (owner === undefined || owner.binding.condition === claim.binding.condition) return true;
    crowded.push({ claim, by: owner.grant });
    return false;
  });
  return { kept, crowded };
}

function isBefore(a: Claim, b: Claim): boolean {
  return (a.standing.landing - b.standing.landing || compare(a.grant, b.grant)) < 0;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(items, key);
}

import { type CloudName, memberKey, type Scope, scopeKey } from '../../domain/access.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import { BREAK_GLASS_PREFIX } from '../../domain/name.ts';
import type { Control } from '../../domain/policy.ts';
import type { CloudReader } from '../../providers/provider.ts';
import { isSettled } from '../../reconcile/admit.ts';
import { askedIn } from '../../reconcile/asked.ts';
import { type Claim, type ClaimSource, claimsOf } from '../../reconcile/claims.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import type { Unit } from '../../reconcile/expand.ts';
import { ownerOf } from '../../reconcile/ownership.ts';
import type { PlanInput } from '../../reconcile/plan.ts';
import { liveOurs } from '../../reconcile/standing.ts';
import type { Context } from '../context.ts';
import type { Ancestry } from './ancestry.ts';
import type { Basis } from './basis.ts';
import { docketOf } from './judge.ts';
import { standingPowers } from './standing-powers.ts';
import type { Survey } from './survey.ts';

/** What is asked about where a scope lies, and whose access a recall takes though others gave it. */
interface Ground {
  readonly ancestry: Ancestry;
  readonly bounds: readonly Scope[];
  readonly readers: ReadonlyMap<CloudName, CloudReader>;
  readonly recallsForeign: ReadonlySet<string>;
}

/** Where we may write and what policy says; the clouds are asked only about scopes where something would be written. */
export async function gateFor(
  source: ClaimSource,
  whole: ClaimSource,
  seen: Survey,
  clouds: Clouds,
  { ancestry, bounds, recallsForeign, readers }: Ground,
  context: Context,
  basis: Basis,
): Promise<PlanInput['gate']> {
  const { claims, doubts } = claimsOf(source, context.now);
  const asked = askedIn(source, context.now);
  const { policy } = source.control;
  const lists = [...seen.readings.values()].map((reading) => reading.live);
  const live = lists.flat();
  const ours = liveOurs(lists, policy, asked);
  const fresh = claims.filter((claim) => claim.until > context.now && !isSettled(claim, ours, context.now));
  const askAbove = fresh.filter(({ unit }) => needsAncestry(unit, bounds, clouds)).map((claim) => claim.binding.scope);
  const reached = live.flatMap((one) => {
    const { binding } = one;
    const isReached = recallsForeign.size > 0 && recallsForeign.has(memberKey(binding.scope.cloud, binding.member));
    return isReached || isGlass(one) ? [binding] : [];
  });
  const beyond = reached.map(({ scope }) => scope).filter((scope) => !isWithin([scope], bounds, clouds));
  const chains = await chainsOf(distinctScopes([...askAbove, ...beyond]), ancestry);
  const above = (scope: Scope) => {
    const chain = chains.get(scopeKey(scope));
    return typeof chain === 'object' ? chain : [scope];
  };
  // Only what brings a part of a combination makes it worth asking what others gave.
  const foreign = fresh.some(({ parts = [] }) => parts.length > 0) ? live.filter((one) => ownerOf(one, policy, asked).kind !== 'ours') : [];
  const standing = await standingPowers(foreign, { control: source.control, clouds, readers, context });
  const held = seen.unread.length === 0 && doubts.size === 0 ? claims : heldBy(whole);
  const docket = await docketOf({ source, claims: held, basis, context, clouds });
  return {
    judge: (id, own) => docket.judge(id, own, { above, standing }),
    managed: (scope) => unmanagedReason(scope, bounds, clouds, chains),
    unsure: (scope) => typeof chains.get(scopeKey(scope)) === 'string',
  };
}

/** All that anybody holds, for the judges: what is out of sight, or has a role that could not be looked up, counts all the same. */
function heldBy(whole: ClaimSource): readonly Claim[] {
  const role: ClaimSource['role'] = (scope, text) => {
    const facts = whole.role(scope, text);
    return facts?.ok === true ? facts : { ok: true, role: { id: text, name: text }, privileged: false, reasons: [] };
  };
  return claimsOf({ ...whole, role }).claims;
}

export function boundsOf(control: Control, clouds: Clouds): readonly Scope[] {
  return [...control.policy.clouds].flatMap(([cloud, bounds]) =>
    bounds.manages.flatMap((text) => {
      const parsed = clouds.get(cloud)?.scope(text);
      return parsed?.ok === true ? [parsed.value] : [];
    }),
  );
}

export function needsAncestry({ place, scope }: Unit, bounds: readonly Scope[], clouds: Clouds): boolean {
  return place === undefined || !isWithin([scope], bounds, clouds);
}

async function chainsOf(scopes: readonly Scope[], ancestry: Ancestry): Promise<ReadonlyMap<string, readonly Scope[] | string>> {
  const chains = await Promise.all(scopes.map(async (scope) => [scopeKey(scope), await ancestry(scope)] as const));
  return new Map(chains.flatMap(([key, chain]) => (chain === undefined ? [] : [[key, chain] as const])));
}

function isWithin(chain: readonly Scope[], bounds: readonly Scope[], clouds: Clouds): boolean {
  return chain.some((scope) =>
    bounds.some((bound) => bound.cloud === scope.cloud && clouds.get(scope.cloud)?.covers(bound, scope) === true),
  );
}

function unmanagedReason(
  scope: Scope,
  bounds: readonly Scope[],
  clouds: Clouds,
  chains: ReadonlyMap<string, readonly Scope[] | string>,
): string | undefined {
  if (isWithin([scope], bounds, clouds)) return undefined;
  const chain = chains.get(scopeKey(scope));
  if (chain === undefined || typeof chain === 'string')
    return `what ${scope.path} lies under is not known${chain === undefined ? '' : `: ${chain}`}`;
  return isWithin(chain, bounds, clouds) ? undefined : `${scope.path} does not lie under what policy/policy.yaml manages`;
}

export function distinctScopes(scopes: readonly Scope[]): readonly Scope[] {
  return [...new Map(scopes.map((scope) => [scopeKey(scope), scope])).values()];
}

/** Whether it says of itself that it is emergency access. */
export function isGlass({ mark }: LiveBinding): boolean {
  return mark?.grant.startsWith(BREAK_GLASS_PREFIX) === true;
}

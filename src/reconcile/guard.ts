import { type Binding, memberKey } from '../domain/access.ts';
import { bindingOf, type Change } from '../domain/change.ts';
import type { Instant } from '../domain/instant.ts';
import type { Override } from '../domain/override.ts';
import { formatPeriod } from '../domain/period.ts';
import type { Refusal } from '../domain/plan.ts';
import type { Guard } from '../domain/policy.ts';
import { overrideFile } from './override-file.ts';
import { isOver } from './stage.ts';

export interface GuardInput {
  readonly guard: Guard;
  readonly overrides: readonly Override[];
  /** All live bindings of ours, of which a percentage may be withdrawn. */
  readonly ours: number;
  /** What `keyOf` makes of the bindings that earlier runs withdrew within the window; as a text, why nobody can say: then it is full. */
  readonly recent: ReadonlySet<string> | string;
  /** What the ledger calls a binding, whatever its end. */
  readonly keyOf: (binding: Binding) => string;
  readonly protectedMembers: ReadonlySet<string>;
  readonly now: Instant;
}

export interface Guarded {
  readonly changes: readonly Change[];
  readonly held: readonly Change[];
  readonly refusals: readonly Refusal[];
}

/**
 * Holds back too many withdrawals, and too many new bindings, at once. Never a lapsed, recalled or left one, and neither limit
 * holds what the other is about: a flood of deletions must not keep access alive.
 */
export function guarded(changes: readonly Change[], input: GuardInput): Guarded {
  const allowed = allowedBy(input.overrides, input.now);
  const refusals = [
    withdrawals(changes, allowed.withdraws, input),
    newGrants(changes, allowed.grants, input),
    ...protectedOnes(changes, input),
  ];
  const standing = refusals.filter((one) => one !== undefined);
  const holds = new Set(standing.flatMap((one) => one.holds));
  const isHeld = (change: Change) =>
    holds.has(change.digest) && (isWithdrawal(change) || change.verb === 'grant' || change.verb === 'extend');
  return { changes: changes.filter((one) => !isHeld(one)), held: changes.filter(isHeld), refusals: standing };
}

function isWithdrawal(change: Change): boolean {
  return change.because === 'withdrawn';
}

function allowedBy(overrides: readonly Override[], now: Instant): { withdraws: ReadonlySet<string>; grants: ReadonlySet<string> } {
  const live = overrides.filter((one) => !isOver(one.expires, now));
  return { withdraws: new Set(live.flatMap((one) => one.withdraws)), grants: new Set(live.flatMap((one) => one.grants)) };
}

function withdrawals(changes: readonly Change[], allowed: ReadonlySet<string>, input: GuardInput): Refusal | undefined {
  const wanted = changes.filter(isWithdrawal);
  const holds = wanted.map((one) => one.digest).filter((digest) => !allowed.has(digest));
  const above = holds.length === 0 ? undefined : aboveLimit(wanted, input);
  if (above === undefined) return undefined;
  return {
    code: 'GK3201',
    message: `${above}: ${holds.length} held back`,
    hint: 'If they are meant, have this file approved; else mend what made them.',
    holds,
    override: overrideFile(holds, [], input.now),
  };
}

/** Each binding once, however often it was withdrawn within the window. */
function aboveLimit(wanted: readonly Change[], { guard, ours, recent, keyOf }: GuardInput): string | undefined {
  if (typeof recent === 'string') return `how much was withdrawn of late is not known, since ${recent}`;
  const counted = new Set([...recent, ...wanted.map((one) => keyOf(bindingOf(one)))]).size;
  const { max, percent, window } = guard.withdrawals;
  const limit = Math.max(max, Math.floor((ours * percent) / 100));
  if (counted <= limit) return undefined;
  const within = recent.size === 0 ? '' : ` within ${formatPeriod(window)}`;
  return `${counted} withdrawals${within} are above the limit of ${limit} (the larger of ${max} and ${percent} % of ${ours})`;
}

function newGrants(changes: readonly Change[], allowed: ReadonlySet<string>, input: GuardInput): Refusal | undefined {
  const fresh = changes.filter((one) => one.verb === 'grant');
  const privileged = fresh.filter((one) => one.desired.privileged).length;
  const limits = input.guard.newGrants;
  const holds = fresh.map((one) => one.digest).filter((digest) => !allowed.has(digest));
  if ((fresh.length <= limits.max && privileged <= limits.privileged) || holds.length === 0) return undefined;
  return {
    code: 'GK3202',
    message: `${fresh.length} new bindings, ${privileged} of privileged roles, are above the limit of ${limits.max} and ${limits.privileged} in one run: ${holds.length} held back`,
    hint: 'If they are meant, have this file approved; else mend what made them.',
    holds,
    override: overrideFile([], holds, input.now),
  };
}

function protectedOnes(changes: readonly Change[], input: GuardInput): readonly Refusal[] {
  const touched = changes.filter((one) => (isWithdrawal(one) || one.verb === 'grant' || one.verb === 'extend') && isProtected(one, input));
  return touched.map((one) => ({
    code: 'GK3203',
    message: `${one.principal} is protected: nothing is ${isWithdrawal(one) ? 'withdrawn from' : 'granted to'} it`,
    hint: 'guard.protect in policy/policy.yaml says so.',
    grant: one.grant,
    holds: [one.digest],
  }));
}

function isProtected(change: Change, input: GuardInput): boolean {
  const binding = bindingOf(change);
  return input.protectedMembers.has(memberKey(binding.scope.cloud, binding.member));
}

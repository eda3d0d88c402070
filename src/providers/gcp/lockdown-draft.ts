import type { Locked, Measure } from '../../domain/measure.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { LockWish } from '../provider.ts';
import type { DenyPolicy } from './deny-client.ts';
import { denyPrincipal, memberDenied } from './deny-principal.ts';
import { type DenyRule, isSameRule, lockMark, type LockMark, type LockRule, ruleOf } from './deny-rule.ts';
import { memberOf } from './member.ts';

/** Google IAM: "Quotas and limits": rules, and principals with exceptions, of all deny policies of one resource. */
const MOST_RULES = 500;
const MOST_PRINCIPALS = 2500;

/** A lock that is not made, and why; `skipped` where it was never meant to be. */
export interface RefusedLock {
  readonly measure: Measure;
  readonly status: 'failed' | 'skipped';
  readonly failure: Failure;
}

/** A lock of ours whose recall is over, with its rule as it came. */
export interface LiftedLock extends LockMark {
  readonly principal: string;
  readonly rule: DenyRule;
}

/** The rules that are to stand, and what is to be done for it. */
export interface LockdownDraft {
  readonly ours: readonly LockRule[];
  /** Rules that stay as they came: those of ours whose recall still stands, and those that are not ours. */
  readonly kept: readonly DenyRule[];
  readonly lifted: readonly LiftedLock[];
  readonly refused: readonly RefusedLock[];
  /** Of lifting and of locking, or locking anew what was changed. */
  readonly measures: readonly Measure[];
}

export interface LockTerms {
  readonly stamp: string;
  /** Our own identity, where it is known. */
  readonly self?: string;
  /** What policy wants denied, and what of it Google takes. */
  readonly wanted: readonly string[];
  readonly permissions: readonly string[];
  /** By principal the unique ids of service accounts that are to be disabled with their lock. */
  readonly disabling: ReadonlyMap<string, string>;
}

/** What the wish makes of the policy that stands. */
export function draftLockdown(standing: DenyPolicy | undefined, wish: LockWish, terms: LockTerms): LockdownDraft {
  const { stamp } = terms;
  const before = (standing?.rules ?? []).map((rule) => ({ rule, mark: lockMark(stamp, rule) }));
  const { asked, refused } = askedLocks(wish, terms);
  const exceptions = exceptionsOf(wish, asked);
  const marks = new Map(before.flatMap(({ mark }) => (mark === undefined ? [] : [[mark.principal, mark] as const])));
  const ours = [...asked].map(([principal, { recall }]): LockRule => {
    const disabled = marks.get(principal)?.disabled ?? terms.disabling.get(principal);
    const { wanted, permissions } = terms;
    return { recall, principal, exceptions, wanted, permissions, ...(disabled === undefined ? {} : { disabled }) };
  });
  const others = before.filter(({ mark }) => mark === undefined || !asked.has(mark.principal));
  const stays = ({ mark }: (typeof others)[number]) => mark === undefined || wish.stays(mark.recall);
  const kept = others.filter(stays).map(({ rule }) => rule);
  const lifted = others.flatMap((one) => (stays(one) || one.mark === undefined ? [] : [{ ...one.mark, rule: one.rule }]));
  const changed = ours.filter((rule) => !before.some(({ rule: one }) => isSameRule(stamp, one, rule)));
  const measures = [
    ...lifted.map(({ principal }) => measureOf('unlock', principal)),
    ...changed.map(({ principal }) => measureOf('lock', principal)),
  ];
  return withinLimits({ ours, kept, lifted, refused, measures });
}

export function measureOf(kind: Measure['kind'], principal: string): Measure {
  return { kind, cloud: 'gcp', member: memberDenied(principal) };
}

/** By principal whom to lock; ourselves never, and a group never. */
function askedLocks(
  { locked }: LockWish,
  { self }: LockTerms,
): { readonly asked: ReadonlyMap<string, Locked>; readonly refused: readonly RefusedLock[] } {
  const asked = new Map<string, Locked>();
  const refused: RefusedLock[] = [];
  for (const one of locked) {
    const principal = denyPrincipal(one.member.id);
    const measure: Measure = { kind: 'lock', cloud: 'gcp', member: one.member.shown };
    if (principal === undefined) refused.push({ measure, status: 'skipped', failure: NOT_ONE });
    else if (self !== undefined && memberOf(self).id === one.member.id) refused.push({ measure, status: 'failed', failure: OURSELVES });
    else asked.set(principal, one);
  }
  return { asked, refused };
}

const NOT_ONE: Failure = {
  kind: 'invalid',
  message: 'a group is not locked out: everybody in it would lose all that they hold themselves',
  hint: 'recall the people in it',
};

const OURSELVES: Failure = {
  kind: 'unsafe',
  message: 'it is the identity of this very run: locked out, the tool could lift nothing any more',
  hint: 'take its access by hand, if that is meant',
};

/** Whoever is locked is nobody's exception: an address that stands for two would be let through. */
function exceptionsOf({ exceptions }: LockWish, asked: ReadonlyMap<string, Locked>): readonly string[] {
  const principals = exceptions.flatMap(({ id }) => denyPrincipal(id) ?? []);
  return [...new Set(principals)].filter((principal) => !asked.has(principal));
}

/** Counted on the policy that would be written; what is beyond is not locked, and said. */
function withinLimits(draft: LockdownDraft): LockdownDraft {
  const over = draft.ours.filter((_, at) => isOver({ ...draft, ours: draft.ours.slice(0, at + 1) }));
  if (over.length === 0) return draft;
  const message = `the lockdown would have more than ${MOST_RULES} rules or ${MOST_PRINCIPALS.toLocaleString('en-US')} principals`;
  return without(draft, over, { kind: 'invalid', message, hint: 'lift recalls that are over, or name fewer people in breakGlass.who' });
}

function isOver({ ours, kept }: LockdownDraft): boolean {
  const principals = kept.flatMap(({ denyRule }) => [...(denyRule?.deniedPrincipals ?? []), ...(denyRule?.exceptionPrincipals ?? [])]);
  const own = ours.reduce((sum, { exceptions }) => sum + 1 + exceptions.length, 0);
  return ours.length + kept.length > MOST_RULES || principals.length + own > MOST_PRINCIPALS;
}

/** The draft without some locks, which are refused instead. */
export function without(draft: LockdownDraft, locks: readonly LockRule[], failure: Failure): LockdownDraft {
  const members = new Set(locks.map(({ principal }) => memberDenied(principal)));
  const refused = locks.map(({ principal }): RefusedLock => ({ measure: measureOf('lock', principal), status: 'failed', failure }));
  return {
    ...draft,
    ours: draft.ours.filter((rule) => !locks.includes(rule)),
    refused: [...draft.refused, ...refused],
    measures: draft.measures.filter(({ kind, member }) => kind !== 'lock' || !members.has(member)),
  };
}

/** The rules of the policy to write; one of ours that stands as it should is left as it is. */
export function lockdownRules(stamp: string, standing: DenyPolicy | undefined, { kept, ours }: LockdownDraft): readonly DenyRule[] {
  const before = standing?.rules ?? [];
  return [...kept, ...ours.map((rule) => before.find((one) => isSameRule(stamp, one, rule)) ?? ruleOf(stamp, rule))];
}

/** Whether a policy shows what was wanted: each lock, and nothing of what was lifted. */
export function showsLocks(stamp: string, policy: DenyPolicy | undefined, { ours, lifted }: LockdownDraft): boolean {
  const rules = policy?.rules ?? [];
  const marked = new Set(rules.map((rule) => lockMark(stamp, rule)?.principal));
  return ours.every((rule) => rules.some((one) => isSameRule(stamp, one, rule))) && lifted.every(({ principal }) => !marked.has(principal));
}

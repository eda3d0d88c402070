import { createHash } from 'node:crypto';
import { compare } from '../../domain/finding.ts';

/** A rule of a deny policy as its client gives it; what is not ours is handed back as it came. */
export interface DenyRule {
  readonly description?: string | null;
  readonly denyRule?: {
    readonly deniedPrincipals?: readonly string[] | null;
    readonly exceptionPrincipals?: readonly string[] | null;
    readonly deniedPermissions?: readonly string[] | null;
    readonly exceptionPermissions?: readonly string[] | null;
    readonly denialCondition?: unknown;
  } | null;
}

/** What the description of a rule of ours says; rules have no annotations of their own, and those of a policy never change. */
export interface LockMark {
  readonly recall: string;
  /** The unique id of the service account that we disabled with it. */
  readonly disabled?: string;
}

export interface LockRule extends LockMark {
  readonly principal: string;
  readonly exceptions: readonly string[];
  /** What is wanted, and what of it Google took. */
  readonly wanted: readonly string[];
  readonly permissions: readonly string[];
}

/** google.iam.v2 PolicyRule.description: 256 characters; a stamp has 24 and a stem 60. */
export function ruleOf(stamp: string, { recall, disabled, principal, exceptions, wanted, permissions }: LockRule): DenyRule {
  const words = ['grantkeeper/1', `stamp=${stamp}`, `recall=${recall}`, `denies=${permissions.length}/${digestOf(wanted)}`];
  return {
    description: [...words, ...(disabled === undefined ? [] : [`disabled=${disabled}`])].join(' '),
    denyRule: {
      deniedPrincipals: [principal],
      exceptionPrincipals: exceptions.toSorted(compare),
      deniedPermissions: permissions.toSorted(compare),
    },
  };
}

const MARK = /^grantkeeper\/1 stamp=(\S+) recall=(\S+) denies=\d+\/[0-9a-f]+(?: disabled=(\d+))?$/;

/** The mark of a rule, if it carries the stamp and is about one principal. */
export function lockMark(stamp: string, { description, denyRule }: DenyRule): (LockMark & { readonly principal: string }) | undefined {
  const [, stamped, recall, disabled] = MARK.exec(description ?? '') ?? [];
  const [principal, ...others] = denyRule?.deniedPrincipals ?? [];
  if (stamped !== stamp || recall === undefined || principal === undefined || others.length > 0) return undefined;
  return { recall, principal, ...(disabled === undefined ? {} : { disabled }) };
}

/** Whether a rule that stands is the one that is wanted, with as many of its permissions as Google once took. */
export function isSameRule(stamp: string, standing: DenyRule, rule: LockRule): boolean {
  const { deniedPrincipals, exceptionPrincipals, deniedPermissions, exceptionPermissions, denialCondition } = standing.denyRule ?? {};
  const taken = [...(deniedPermissions ?? [])];
  const expected = ruleOf(stamp, { ...rule, permissions: taken });
  return (
    standing.description === expected.description &&
    sameTexts(deniedPrincipals, [rule.principal]) &&
    sameTexts(exceptionPrincipals, rule.exceptions) &&
    (exceptionPermissions ?? []).length === 0 &&
    (denialCondition === undefined || denialCondition === null) &&
    taken.length > 0 &&
    taken.every((permission) => rule.wanted.includes(permission))
  );
}

function sameTexts(some: readonly string[] | null | undefined, others: readonly string[]): boolean {
  return JSON.stringify([...(some ?? [])].sort(compare)) === JSON.stringify([...others].sort(compare));
}

function digestOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.toSorted(compare).join('\n')).digest('hex').slice(0, 8);
}

import type { Scope } from '../../domain/access.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import { largest } from '../largest.ts';
import { countLogicalOperators } from './enclosed.ts';
import { memberOf } from './member.ts';
import type { Policy, PolicyBinding } from './policy.ts';
import type { Pair } from './wire.ts';

/** Google IAM: "Quotas and limits"; the hundred is the advice of "Overview of IAM Conditions". */
const LONGEST_CONDITION = 12;
const SAME_ROLE_AND_PRINCIPAL = 20;

interface Limit {
  readonly most: number;
  readonly of: string;
  count(policy: Policy): number;
  /** What uses it up, for people. */
  use(policy: Policy): string;
}

const LIMITS: readonly Limit[] = [
  { most: 1500, of: 'principals', count: (policy) => members(policy).length + exempted(policy), use: largestRoles },
  { most: 250, of: 'groups and domains', count: groupsAndDomains, use: (policy) => `${groups(policy).size} groups, the rest domains` },
  { most: 100, of: 'bindings with a condition', count: (policy) => conditional(policy).length, use: titles },
];

/**
 * Why Google would refuse, or advises against, the policy that an added access leads to. A policy that is above a limit already is
 * no reason to refuse what does not add to it: access must always be able to go.
 */
export function breach(scope: Scope, before: Policy, after: Policy, added: Pair | undefined): Failure | undefined {
  if (added === undefined) return undefined;
  const grown = LIMITS.find((limit) => limit.count(after) > limit.most && limit.count(after) > limit.count(before));
  if (grown !== undefined) return refusal(scope, `${grown.count(after)} ${grown.of}; at most ${grown.most} are fit: ${grown.use(after)}`);
  const same = (policy: Policy) => bindingsFor(policy, added).length;
  if (same(after) > SAME_ROLE_AND_PRINCIPAL && same(after) > same(before)) {
    return refusal(scope, `${same(after)} bindings of ${added.role} for ${added.member}; Google takes ${SAME_ROLE_AND_PRINCIPAL}`);
  }
  return tooLong(added);
}

/** From here on a person is told: there is still time to grant to a group, or at the folder. */
const CROWDED = 0.8;

/** What a write would bring near a limit, one text for each, with what uses it up. */
export function crowding(scope: Scope, before: Policy, after: Policy): readonly string[] {
  const near = LIMITS.filter((limit) => limit.count(after) > limit.most * CROWDED && limit.count(after) > limit.count(before));
  return near.map((limit) => `${scope.path} would have ${limit.count(after)} of ${limit.most} ${limit.of}: ${limit.use(after)}`);
}

function refusal(scope: Scope, what: string): Failure {
  return {
    kind: 'unsafe',
    message: `${scope.path} would have ${what}`,
    hint: 'end what is no longer needed, grant to a group, or grant once at the folder above',
  };
}

function tooLong({ condition }: Pair): Failure | undefined {
  const operators = countLogicalOperators(condition?.expression ?? '');
  if (operators <= LONGEST_CONDITION) return undefined;
  return {
    kind: 'unsafe',
    message: `the condition has ${operators} logical operators with its end; Google takes ${LONGEST_CONDITION}`,
    hint: 'shorten the condition, or ask for fewer things in one grant',
  };
}

function bindings(policy: Policy): readonly PolicyBinding[] {
  return policy.bindings ?? [];
}

function members(policy: Policy): readonly string[] {
  return bindings(policy).flatMap((binding) => binding.members ?? []);
}

/** Members whose calls an audit configuration leaves out count as principals too. */
function exempted({ auditConfigs }: Policy): number {
  const logs = list(auditConfigs).flatMap((config) => list(field(config, 'auditLogConfigs')));
  return logs.flatMap((log) => list(field(log, 'exemptedMembers'))).length;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function groups(policy: Policy): ReadonlySet<string> {
  return new Set(
    members(policy)
      .map((raw) => memberOf(raw))
      .filter(({ kind }) => kind === 'group')
      .map(({ id }) => id),
  );
}

/** Groups once, domains each time that they appear. */
function groupsAndDomains(policy: Policy): number {
  return groups(policy).size + members(policy).filter((raw) => raw.startsWith('domain:')).length;
}

function conditional(policy: Policy): readonly PolicyBinding[] {
  return bindings(policy).filter(({ condition }) => condition !== undefined);
}

function bindingsFor(policy: Policy, { role, member }: Pair): readonly PolicyBinding[] {
  const { id } = memberOf(member);
  return bindings(policy).filter((binding) => binding.role === role && binding.members?.some((raw) => memberOf(raw).id === id));
}

function largestRoles(policy: Policy): string {
  return largest(bindings(policy).map(({ role, members = [] }) => [role, members.length] as const));
}

function titles(policy: Policy): string {
  return largest(conditional(policy).map(({ condition }) => [nameOf(condition?.title ?? ''), 1] as const));
}

/** `gk:stamp`, which tells who made it, of a title of ours; the title of others. */
function nameOf(title: string): string {
  return /^gk:[a-z0-9-]+/.exec(title)?.[0] ?? (title === '' ? 'untitled' : title);
}

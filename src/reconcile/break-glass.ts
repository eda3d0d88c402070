import type { Scope } from '../domain/access.ts';
import { humansBehind } from '../domain/directory.ts';
import { formatInstant, type Instant } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import { formatPeriod } from '../domain/period.ts';
import type { BreakGlass, Control } from '../domain/policy.ts';
import type { RoleFacts } from '../domain/role-facts.ts';

/** By how much clocks may differ before an end counts as too late, in milliseconds. */
const SLACK = 300_000;

export interface GlassRules {
  readonly control: Control;
  readonly now: Instant;
  /** The name of policy/people that holds the binding; undefined for strangers. */
  readonly holder: string | undefined;
  /** What is known of a role at a scope; undefined where nobody asked. */
  readonly role: (scope: Scope, role: string) => RoleFacts | undefined;
}

/**
 * Why policy does not let a binding of break-glass stand: it is longer, of another role or another person than policy allows. Undefined
 * where policy allows it, and where something about it is not known: absence is never a decision.
 */
export function againstGlass(live: LiveBinding, rules: GlassRules): string | undefined {
  const { breakGlass } = rules.control.policy;
  if (breakGlass === undefined) return 'policy has no break-glass';
  return tooLong(live, breakGlass, rules) ?? anotherPerson(breakGlass, rules) ?? anotherRole(live, breakGlass, rules);
}

/** Nobody tells when it began, so only what is longer from now on is surely too long. */
function tooLong({ mark }: LiveBinding, { maxDuration }: BreakGlass, { now }: GlassRules): string | undefined {
  if (mark?.until === undefined) return 'it has no end';
  if (mark.until - now <= maxDuration + SLACK) return undefined;
  return `it ends at ${formatInstant(mark.until)}, more than the ${formatPeriod(maxDuration)} ahead that break-glass allows`;
}

function anotherPerson({ who }: BreakGlass, { control, holder }: GlassRules): string | undefined {
  if (holder === undefined) return 'whoever holds it is nobody of policy/people';
  const allowed = new Set(who.flatMap((name) => [name, ...humansBehind(control.directory, name)]));
  const humans = humansBehind(control.directory, holder);
  const isSingle = control.directory.get(holder)?.kind !== 'group';
  if (allowed.has(holder) || (isSingle && humans.some((human) => allowed.has(human)))) return undefined;
  return `${holder} is none of those who may break the glass`;
}

/** Where a role of break-glass could not be looked up, this could be that one. */
function anotherRole({ binding }: LiveBinding, { roles }: BreakGlass, { control, role }: GlassRules): string | undefined {
  const { scope } = binding;
  const texts = roles.flatMap((name) => control.roles.get(name)?.access ?? []).filter(({ cloud }) => cloud === scope.cloud);
  for (const { role: text } of texts) {
    const facts = role(scope, text);
    if (facts?.ok !== true || facts.role.id === binding.role.id) return undefined;
  }
  return `${binding.role.name} is no role of break-glass`;
}

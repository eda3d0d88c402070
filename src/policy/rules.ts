import type { Rule } from './rule.ts';
import { businessHours } from './rules/business-hours.ts';
import { combination } from './rules/combination.ts';
import { deniedEnvironment } from './rules/denied-environment.ts';
import { deniedPrincipal } from './rules/denied-principal.ts';
import { deniedRole } from './rules/denied-role.ts';
import { deniedScope } from './rules/denied-scope.ts';
import { departed } from './rules/departed.ts';
import { expiresAfterStarts } from './rules/expires-after-starts.ts';
import { groupSize } from './rules/group-size.ts';
import { lapsed } from './rules/lapsed.ts';
import { maxDuration } from './rules/max-duration.ts';
import { maxGrace } from './rules/max-grace.ts';
import { maxHorizon } from './rules/max-horizon.ts';
import { maxTotal } from './rules/max-total.ts';
import { mayAsk } from './rules/may-ask.ts';
import { ownPlace } from './rules/own-place.ts';
import { protectedPrincipal } from './rules/protected-principal.ts';
import { recalled } from './rules/recalled.ts';
import { required } from './rules/required.ts';
import { separationOfDuties } from './rules/separation-of-duties.ts';
import { ticketPattern } from './rules/ticket-pattern.ts';
import { whoEnds } from './rules/who-ends.ts';

/** Every typed rule, in the order of their codes. */
export const RULES: readonly Rule[] = [
  lapsed,
  expiresAfterStarts,
  maxDuration,
  maxHorizon,
  maxGrace,
  maxTotal,
  required,
  ticketPattern,
  ownPlace,
  deniedEnvironment,
  deniedRole,
  deniedPrincipal,
  protectedPrincipal,
  departed,
  separationOfDuties,
  businessHours,
  mayAsk,
  groupSize,
  deniedScope,
  combination,
  recalled,
  whoEnds,
];

/** The typed rules and, where policy.yaml has rules of its own, what `compileRules` made of them. */
export function rulesWith(own: readonly Rule[]): readonly Rule[] {
  return [...RULES, ...own];
}

import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';
import { NAME } from '../domain/name.ts';
import { formatPeriod } from '../domain/period.ts';
import type { Control } from '../domain/policy.ts';
import type { Pointer } from '../domain/source.ts';
import { mistake } from './codes.ts';
import { checkRuleSettings } from './rule-settings.ts';
import { unknownCloud, unknownEnvironment, unknownRole } from './unknown.ts';
import { overAll, wrongIfUnknown, wrongName } from './names.ts';
import { isIdentity } from './read-recall.ts';

/** Names of people, roles, clouds and environments that the policy speaks of. */
export function checkPolicyNames(control: Control, clouds: readonly CloudSyntax[]): readonly Finding[] {
  const { policy, directory } = control;
  const { source, guard, deny, breakGlass, separationOfDuties } = policy;
  const known = (name: string, at: Pointer) => wrongIfUnknown(directory, name, source, at);
  const role = (name: string, at: Pointer) => unknownRole(control, name, at);
  return [
    ...overAll(guard.protect, '/guard/protect', known),
    ...overAll(deny.principals, '/deny/principals', (glob, at) => (isName(glob, clouds) ? known(glob, at) : undefined)),
    ...overAll(deny.roles, '/deny/roles', (glob, at) => unknownCloud(control, glob, at)),
    ...overAll(deny.scopes ?? [], '/deny/scopes', (scope, at) => unknownCloud(control, scope, at)),
    ...separationOfDuties.flatMap((set, at) => overAll(set, `/separationOfDuties/${at}`, role)),
    ...overAll(breakGlass?.who ?? [], '/breakGlass/who', (name, at) =>
      wrongName(directory, name, ['person', 'account', 'group'], source, at),
    ),
    ...overAll(breakGlass?.roles ?? [], '/breakGlass/roles', role),
    ...overAll(breakGlass?.roles ?? [], '/breakGlass', (name) => tooWideGlass(control, name)),
    ...checkRuleSettings(control),
    ...overAll(policy.limits, '/limits', (limit, at) => unknownEnvironment(control, limit.env, `${at}/env`)),
  ];
}

/** Break-glass needs no approval, so it never gives a role for longer than an approved grant could. */
function tooWideGlass({ policy, roles }: Control, name: string): Finding | undefined {
  const { breakGlass, source, grants } = policy;
  const most = Math.min(roles.get(name)?.maxDuration ?? Infinity, grants.maxDuration ?? Infinity);
  if (breakGlass === undefined || breakGlass.maxDuration <= most) return undefined;
  const message = `break-glass gives \`${name}\` for ${formatPeriod(breakGlass.maxDuration)}, and a grant ${formatPeriod(most)} at most`;
  return mistake('GK1319', source.place('/breakGlass/maxDuration'), message, `Write ${formatPeriod(most)} or less.`);
}

/** Entries of `deny` are globs over names and identities alike; only what can be nothing but a name must be one. */
function isName(glob: string, clouds: readonly CloudSyntax[]): boolean {
  return NAME.test(glob) && !isIdentity(glob, clouds);
}

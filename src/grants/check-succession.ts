import type { Scope } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';
import type { Control, Policy } from '../domain/policy.ts';
import { mistake } from './codes.ts';

/**
 * What the next state of the control files may not do to the one before it. `open` are scopes of grants whose end has not passed:
 * outside what is managed, nothing could be taken away there any more.
 */
export function checkSuccession(before: Control, after: Control, open: readonly Scope[], clouds: readonly CloudSyntax[]): Finding[] {
  return [...forgottenStamp(before.policy, after.policy), ...narrowed(before.policy, after.policy, open, clouds)];
}

function forgottenStamp(before: Policy, after: Policy): readonly Finding[] {
  if (after.stamp === before.stamp || after.formerStamps.includes(before.stamp)) return [];
  const hint = `Write \`formerStamps: [${[...before.formerStamps, before.stamp].join(', ')}]\` beside it, so that what it marks can be ended.`;
  return [mistake('GK1503', after.source.place('/stamp'), `the stamp was ${before.stamp}, which is not among formerStamps`, hint)];
}

function narrowed(before: Policy, after: Policy, open: readonly Scope[], clouds: readonly CloudSyntax[]): readonly Finding[] {
  return clouds.flatMap((cloud) => {
    const was = boundsOf(before, cloud);
    const is = boundsOf(after, cloud);
    const lost = open.filter((scope) => scope.cloud === cloud.name && isManaged(scope, was, cloud) && !isManaged(scope, is, cloud));
    const names = [...new Set(lost.map((scope) => scope.path))];
    if (names.length === 0) return [];
    const hint = 'Withdraw the grants there first, or keep the scope until their end.';
    return [
      mistake(
        'GK1504',
        after.source.place(`/clouds/${cloud.name}/manages`),
        `live grants lie outside what is managed: ${names.join(', ')}`,
        hint,
      ),
    ];
  });
}

function boundsOf(policy: Policy, cloud: CloudSyntax): readonly Scope[] {
  return (policy.clouds.get(cloud.name)?.manages ?? []).flatMap((text) => {
    const parsed = cloud.scope(text);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** A container may hold a scope without its text showing it, so one that stands in both states counts as covering. */
function isManaged(scope: Scope, bounds: readonly Scope[], cloud: CloudSyntax): boolean {
  return bounds.some((bound) => cloud.covers(bound, scope) || (cloud.isContainer(bound) && !cloud.isContainer(scope)));
}

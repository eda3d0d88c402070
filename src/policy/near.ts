import type { Scope } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';

/** A scope, and what lies above it where its cloud was asked. */
export interface Spot {
  readonly scope: Scope;
  readonly above?: readonly Scope[];
}

/**
 * Whether two scopes lie in one another, or in one project or subscription. A folder or a management group could hold anything of which
 * nobody asked what is above it: a demand that is missed is worse than one too many.
 */
export function areNear(one: Spot, other: Spot, syntax: CloudSyntax): boolean {
  return lies(one, other, syntax) || lies(other, one, syntax);
}

function lies(inner: Spot, outer: Spot, syntax: CloudSyntax): boolean {
  if (inner.above === undefined && syntax.isContainer(outer.scope)) return true;
  const steps = [...withinText(inner.scope, syntax), ...(inner.above ?? [])];
  return steps.some((step) => step.key === outer.scope.key || (!syntax.isContainer(step) && syntax.covers(step, outer.scope)));
}

/** The scope, and what its text says it lies in. */
function withinText(scope: Scope, syntax: CloudSyntax): readonly Scope[] {
  const parts = scope.path.split('/');
  const shorter = parts.slice(1).flatMap((_, at) => {
    const parsed = syntax.scope(parts.slice(0, at + 1).join('/'));
    return parsed.ok && syntax.covers(parsed.value, scope) ? [parsed.value] : [];
  });
  return [scope, ...shorter];
}

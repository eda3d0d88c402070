import type { ArmCall } from './call.ts';
import { moment } from './moment.ts';
import { tidyScope } from './scope.ts';
import type { DenyAssignment } from './state.ts';
import { atLeast } from './versions.ts';

export function denyAssignmentId(one: Pick<DenyAssignment, 'scope' | 'name'>): string {
  return `${tidyScope(one.scope)}/providers/Microsoft.Authorization/denyAssignments/${one.name}`;
}

/** As in the example GetDenyAssignmentByScope; since 2026-09-01 also who wrote it and when, as in DenyAssignments_CreateForSubscription. */
export function denyAssignmentShape(one: DenyAssignment, { url }: Pick<ArmCall, 'url'>): unknown {
  const { name, written, ...properties } = one;
  const known = { id: denyAssignmentId(one), type: 'Microsoft.Authorization/denyAssignments', name };
  if (written === undefined || !atLeast(url, '2026-09-01')) return { properties, ...known };
  const { effect, createdBy, updatedBy } = written;
  const [createdOn, updatedOn] = [moment(written.createdOn), moment(written.updatedOn)];
  const systemData = {
    createdAt: createdOn,
    createdBy,
    createdByType: 'Application',
    lastModifiedAt: updatedOn,
    lastModifiedBy: updatedBy,
    lastModifiedByType: 'Application',
  };
  return { properties: { ...properties, denyAssignmentEffect: effect, createdBy, createdOn, updatedBy, updatedOn }, ...known, systemData };
}

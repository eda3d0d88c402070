import type { MemberKind, Scope } from '../../domain/access.ts';
import { compare } from '../../domain/finding.ts';
import type { Duty, WantedRights } from '../provider.ts';
import { limitsTo } from './limit.ts';
import { lockDuties } from './lock-duties.ts';
import { containerOf } from './scope.ts';

const AUTHORIZATION = 'Microsoft.Authorization';

/** Assignments and what PIM knows of them, what roles contain, the tenant's subscriptions, the groups above them. */
const READING: readonly string[] = [
  `${AUTHORIZATION}/roleAssignments/read`,
  `${AUTHORIZATION}/roleAssignmentScheduleInstances/read`,
  `${AUTHORIZATION}/roleAssignmentSchedules/read`,
  `${AUTHORIZATION}/roleDefinitions/read`,
  'Microsoft.Management/managementGroups/read',
  'Microsoft.Resources/subscriptions/read',
];

/** To compare and to search below many scopes at once (Azure resource provider operations, Microsoft.ResourceGraph). */
const INDEX = 'Microsoft.ResourceGraph/resources/read';

/** What PIM demands of who gives a role for a time. */
const DEMANDS = `${AUTHORIZATION}/roleManagementPolicyAssignments/read`;

/** What would stand in the way of a write. */
const OBSTACLES: readonly string[] = [`${AUTHORIZATION}/denyAssignments/read`, `${AUTHORIZATION}/locks/read`];

const PIM: readonly string[] = [
  `${AUTHORIZATION}/roleAssignmentScheduleRequests/cancel/action`,
  `${AUTHORIZATION}/roleAssignmentScheduleRequests/read`,
  `${AUTHORIZATION}/roleAssignmentScheduleRequests/write`,
];

/** What a recall finds in PIM besides assignments: what may be activated, what waits, and what begins later. */
const STANDBYS: readonly string[] = [
  `${AUTHORIZATION}/roleAssignmentScheduleRequests/read`,
  `${AUTHORIZATION}/roleAssignmentSchedules/read`,
  `${AUTHORIZATION}/roleEligibilityScheduleRequests/read`,
  `${AUTHORIZATION}/roleEligibilitySchedules/read`,
];

/** And what it asks of PIM to end that, whoever gave it. */
const DISMISSALS: readonly string[] = [
  `${AUTHORIZATION}/roleAssignmentScheduleRequests/cancel/action`,
  `${AUTHORIZATION}/roleAssignmentScheduleRequests/write`,
  `${AUTHORIZATION}/roleEligibilityScheduleRequests/cancel/action`,
  `${AUTHORIZATION}/roleEligibilityScheduleRequests/write`,
];

const WRITE = `${AUTHORIZATION}/roleAssignments/write`;
const DELETE = `${AUTHORIZATION}/roleAssignments/delete`;

/**
 * What each identity needs: one that plans and only reads, one that gives the catalogue's roles, one that takes whatever is there. A
 * recall also looks where the tool does not write. `ids`: the catalogue's roles by their GUIDs.
 */
export function dutiesOf(
  { reads, manages, enforce, kinds = EVERY_KIND, recall: means }: Omit<WantedRights, 'roles'>,
  ids: readonly string[],
): readonly Duty[] {
  const at = paths(manages);
  const beyond = paths(reads).filter((path) => !at.includes(path));
  const givesByPim = enforce === 'pim' || enforce === 'auto';
  const reading = sorted([...READING, ...OBSTACLES, ...(givesByPim ? [DEMANDS] : [])]);
  const plan: Duty = { name: 'plan', who: 'plan', permissions: sorted([...reading, INDEX]), at: paths(manages.map(containerOf)) };
  // Roles are listed for the whole subscription, so what lies in one is read from there.
  const above = plan.at.filter((path) => !at.includes(path));
  const readingToo = (who: Duty['who']): readonly Duty[] => (above.length === 0 ? [] : [{ ...plan, who, permissions: reading, at: above }]);
  const apply: Duty = { name: 'apply', who: 'apply', permissions: sorted([...reading, WRITE, DELETE]), at };
  const applies = limitsTo(ids, kinds).map((limit, before) => ({ ...apply, limit, ...(before === 0 ? {} : { part: before + 1 }) }));
  // PIM takes requests of no one whose right is limited by a condition (Delegate Azure role assignment management: known issues).
  const pim: Duty = { name: 'pim', who: 'apply', permissions: sorted(PIM), at };
  const taking = sorted([...reading, INDEX, DELETE, ...STANDBYS, ...DISMISSALS]);
  const recall: Duty = { name: 'recall', who: 'recall', permissions: taking, at };
  const look: Duty = { name: 'look', who: 'recall', permissions: sorted([...READING, INDEX, ...STANDBYS]), at: beyond };
  const applying = [...readingToo('apply'), ...applies, ...(givesByPim ? [pim] : [])];
  const locking = means === undefined ? [] : lockDuties(means);
  return [plan, ...applying, ...readingToo('recall'), recall, ...(beyond.length === 0 ? [] : [look]), ...locking];
}

function paths(scopes: readonly Scope[]): readonly string[] {
  return sorted(scopes.map(({ path }) => path));
}

const EVERY_KIND: readonly MemberKind[] = ['user', 'group', 'service'];

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compare);
}

import { formatInstant, type Instant, later } from '../../domain/instant.ts';
import { madeByHand, scheduled, type Triple } from './by-hand.ts';
import { GROUPS, PEOPLE, SERVICES } from './example-directory.ts';
import { managementGroupScope } from './scope.ts';
import type { RoleAssignment, Schedule } from './state.ts';

const HOUR = 3600_000;
const DAY = 24 * HOUR;

const ACME = managementGroupScope('acme');
const PAYMENTS = '/subscriptions/00000000-0000-4000-8000-000000000000';
const SEARCH = '/subscriptions/00000000-0000-4000-8000-000000000001';
const PLATFORM = '/subscriptions/00000000-0000-4000-8000-000000000002';

/** Azure built-in roles. */
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const SECURITY_READER = '39bc4728-0917-49c7-9d2c-d95423bc2eb4';
const MONITORING_READER = '43d0d8ad-25c7-4714-9337-8ba259a9fe05';
const RBAC_ADMINISTRATOR = 'f58310d9-a9f6-439a-9e8d-f62e7b41a168';

/** Who once had access and is gone from the directory. */
export const DELETED_PRINCIPAL = '1b2c0000-0000-4000-8000-0000000000ff';

/** Access that was there before: by hand, inherited, another team's, a deleted principal's, and the tool's own. */
export function exampleAssignments(now: Instant): RoleAssignment[] {
  const past = later(now, -200 * DAY);
  const user = (scope: string, role: string, principalId: string): RoleAssignment => madeByHand(toUser(scope, role, principalId), past);
  const service = (scope: string, role: string, principalId: string): RoleAssignment =>
    madeByHand({ scope, role, principalId, principalType: 'ServicePrincipal' }, past);
  return [
    user(PAYMENTS, OWNER, PEOPLE.gil),
    madeByHand(
      { scope: `${SEARCH}/resourceGroups/search`, role: CONTRIBUTOR, principalId: GROUPS.searchOncall, principalType: 'Group' },
      past,
    ),
    user(ACME, SECURITY_READER, PEOPLE.kim),
    service(ACME, RBAC_ADMINISTRATOR, SERVICES.grantkeeper),
    service(`${PAYMENTS}/resourceGroups/payments`, CONTRIBUTOR, SERVICES.deployer),
    user(`${PAYMENTS}/resourceGroups/payments`, READER, DELETED_PRINCIPAL),
    { ...user(`${SEARCH}/resourceGroups/search`, READER, PEOPLE.ben), description: othersMark(later(now, 5 * DAY)) },
  ];
}

/** As another repository of the same tool would mark its own. */
function othersMark(until: Instant): string {
  return `grantkeeper/1 stamp=other-team grant=ben-search-review until=${formatInstant(until)} sha=9f2c41d07a5b`;
}

/** Dan woke an eligibility of his an hour ago; an administrator gave Zoe a month, of which ten days are over. */
export function exampleSchedules(now: Instant): Schedule[] {
  return [
    scheduled(toUser(PLATFORM, CONTRIBUTOR, PEOPLE.dan), {
      assignmentType: 'Activated',
      start: later(now, -HOUR),
      end: later(now, 7 * HOUR),
    }),
    scheduled(toUser(SEARCH, MONITORING_READER, PEOPLE.zoe), {
      assignmentType: 'Assigned',
      start: later(now, -10 * DAY),
      end: later(now, 20 * DAY),
    }),
  ];
}

function toUser(scope: string, role: string, principalId: string): Triple {
  return { scope, role, principalId, principalType: 'User' };
}

import type { RoleAssignmentSchedule, RoleAssignmentScheduleRequest, RoleEligibilityScheduleRequest } from '@azure/arm-authorization';
import type { Scope } from '../../domain/access.ts';
import type { LiveBinding, Standby } from '../../domain/live-binding.ts';
import type { Failure } from '../../domain/outcome.ts';
import { type Answer, askAll, type Options, type Pages } from './arm.ts';
import type { Connection } from './client.ts';
import { readMark } from './mark.ts';
import { cloudScope, GUID, lastOf } from './scope.ts';
import { instantOf, memberBy } from './wire.ts';

export interface Standing {
  readonly standbys: readonly LiveBinding[];
  readonly failed: readonly { readonly where: string; readonly failure: Failure }[];
}

/**
 * What PIM holds for principals that is no role assignment yet: eligibilities, requests that wait, and assignments that begin later
 * (PIM APIs: role eligibility schedules, schedule requests, role assignment schedules). Each scope is asked, as for assignments.
 */
export async function standbysBelow(connection: Connection, scopes: readonly Scope[], principals: readonly string[]): Promise<Standing> {
  const answers = await Promise.all(scopes.flatMap((scope) => principals.map((principal) => standbysAt(connection, scope, principal))));
  const standbys = answers.flatMap((one) => one.standbys);
  return {
    standbys: [...new Map(standbys.map((one) => [one.handle.toLowerCase(), one])).values()],
    failed: answers.flatMap((one) => one.failed),
  };
}

async function standbysAt(connection: Connection, scope: Scope, principal: string): Promise<Standing> {
  const answers = await Promise.all(SOURCES.map((source) => source.read(connection, scope, principal)));
  const failed = answers.flatMap((one, at) => {
    if (one.ok || isWithoutPim(one.code)) return [];
    return [{ where: `${SOURCES[at]?.what ?? ''} at ${scope.path}`, failure: one.failure }];
  });
  return { standbys: answers.flatMap((one) => (one.ok ? one.value : [])), failed };
}

/** A tenant without the licence has nothing of the kind. */
function isWithoutPim(code: string | undefined): boolean {
  return code === 'AadPremiumLicenseRequired';
}

interface Source {
  readonly what: string;
  read(connection: Connection, scope: Scope, principal: string): Promise<Answer<readonly LiveBinding[]>>;
}

const SOURCES: readonly Source[] = [
  {
    what: 'eligibilities',
    read: (connection, scope, principal) => eligibilities(connection, scope, principal),
  },
  {
    what: 'assignments of PIM that begin later',
    read: (connection, scope, principal) => later(connection, scope, principal),
  },
  {
    what: 'requests to PIM',
    read: ({ access, client }, scope, principal) =>
      listed(access, `read what was asked of PIM for ${principal}`, scope, principal, 'requested', isWaiting, (at, options) =>
        client.roleAssignmentScheduleRequests.listForScope(at, options),
      ),
  },
  {
    what: 'requests to PIM about eligibilities',
    read: ({ access, client }, scope, principal) =>
      listed(
        access,
        `read what eligibilities were asked of PIM for ${principal}`,
        scope,
        principal,
        'requested',
        isWaiting,
        (at, options) => client.roleEligibilityScheduleRequests.listForScope(at, options),
      ),
  },
];

/** What the principal may activate, at, above and below the scope. */
export function eligibilities({ access, client }: Connection, scope: Scope, principal: string): Promise<Answer<readonly LiveBinding[]>> {
  const purpose = `read what ${principal} may activate`;
  return listed(access, purpose, scope, principal, 'eligible', isDirect, (at, options) =>
    client.roleEligibilitySchedules.listForScope(at, options),
  );
}

/** What begins later; what has begun is a role assignment. */
export function later({ access, client }: Connection, scope: Scope, principal: string): Promise<Answer<readonly LiveBinding[]>> {
  const isLater = (row: Row) => isDirect(row) && (instantOf(row.startDateTime) ?? 0) > access.clock();
  return listed(access, `read what PIM begins later for ${principal}`, scope, principal, 'later', isLater, (at, options) =>
    client.roleAssignmentSchedules.listForScope(at, options),
  );
}

/** What the lists of PIM have in common. */
type Row = Partial<Pick<RoleAssignmentSchedule, 'startDateTime' | 'endDateTime' | 'memberType'>> &
  Pick<
    RoleAssignmentScheduleRequest | RoleEligibilityScheduleRequest,
    'id' | 'scope' | 'roleDefinitionId' | 'principalId' | 'principalType' | 'condition' | 'expandedProperties' | 'status'
  > & { readonly requestType?: string; readonly justification?: string };

type Listing<T> = (scope: string, options: Options & { readonly filter: string }) => Pages<T>;

async function listed<T extends Row>(
  access: Connection['access'],
  what: string,
  scope: Scope,
  principal: string,
  standby: Standby,
  wanted: (row: Row) => boolean,
  list: Listing<T>,
): Promise<Answer<readonly LiveBinding[]>> {
  const filter = `principalId eq '${principal}'`;
  const answer = await askAll(access, `${what} at ${scope.path}`, (options) => list(scope.path.slice(1), { ...options, filter }));
  if (!answer.ok) return answer;
  const rows = answer.value.filter((row) => row.principalId?.toLowerCase() === principal && wanted(row));
  return { ...answer, value: rows.flatMap((row) => bindingIn(row, standby)) };
}

/** What comes by a group, or from above, is ended there. */
function isDirect({ memberType = 'Direct' }: Row): boolean {
  return memberType === 'Direct';
}

/** Role Assignment Schedule Requests, Status. A removal that waits gives nothing. */
export function isWaiting({ status = '', requestType = '' }: Pick<Row, 'status' | 'requestType'>): boolean {
  return status.startsWith('Pending') && status !== 'PendingRevocation' && !/Remove|Deactivate/.test(requestType);
}

/** A row that is not whole names nothing that could be ended. */
function bindingIn(row: Row, standby: Standby): readonly LiveBinding[] {
  const { id = '', principalId = '', condition } = row;
  const role = lastOf(row.roleDefinitionId ?? '').toLowerCase();
  if (id === '' || !GUID.test(role)) return [];
  const name = `${row.expandedProperties?.roleDefinition?.displayName ?? role} (${WORDS[standby]})`;
  const own = condition ? { condition } : {};
  const member = memberBy(principalId.toLowerCase(), row.principalType);
  const binding = { scope: cloudScope(row.scope ?? ''), role: { id: role, name }, member, ...own };
  const mark = standby === 'requested' ? readMark(row.justification) : undefined;
  const end = standby === 'later' ? instantOf(row.endDateTime) : undefined;
  const known = { ...(mark === undefined ? {} : { mark }), ...(end === undefined ? {} : { end }) };
  return [{ binding, ...known, origin: 'pim', conditional: condition !== undefined, handle: id, standby }];
}

const WORDS: Record<Standby, string> = { eligible: 'eligible', requested: 'asked for', later: 'begins later' };

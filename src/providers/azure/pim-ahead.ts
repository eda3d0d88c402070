import type { RoleAssignmentSchedule } from '@azure/arm-authorization';
import type { Scope } from '../../domain/access.ts';
import type { Instant } from '../../domain/instant.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import { type Answer, askAll, broken } from './arm.ts';
import type { Connection } from './client.ts';
import { type Assignment, assignmentOf, instantOf, liveOf, type Surroundings } from './wire.ts';

/** What PIM is to begin later: as yet there is neither an instance nor a role assignment of it. */
export interface Ahead extends Assignment {
  readonly starts: Instant;
  readonly end: Instant;
}

/** Role Assignment Schedules - List For Scope: what runs now, and what will. Of the latter what an administrator gave to the very principal. */
export async function aheadAt({ access, client }: Connection, scope: Scope): Promise<Answer<readonly Ahead[]>> {
  const purpose = `read what PIM is to begin at ${scope.path}`;
  const listed = await askAll(access, purpose, (options) =>
    client.roleAssignmentSchedules.listForScope(scope.path.slice(1), { ...options, filter: 'atScope()' }),
  );
  if (!listed.ok) return listed;
  const rows = listed.value
    .flatMap((row) => spanAhead(row, access.clock()))
    .map(({ row, ...span }) => ({ ...span, found: assignmentOf(row) }));
  if (rows.some(({ found }) => found === undefined)) return broken(purpose, 'a row of the list has no scope, role or principal');
  return { ...listed, value: rows.flatMap(({ found, ...span }) => (found?.scope.key === scope.key ? [{ ...found, ...span }] : [])) };
}

interface Span {
  readonly row: RoleAssignmentSchedule;
  readonly starts: Instant;
  readonly end: Instant;
}

function spanAhead(row: RoleAssignmentSchedule, now: Instant): readonly Span[] {
  const { assignmentType, memberType = 'Direct' } = row;
  const [starts, end] = [instantOf(row.startDateTime), instantOf(row.endDateTime)];
  if (assignmentType !== 'Assigned' || memberType !== 'Direct' || starts === undefined || end === undefined) return [];
  return starts > now ? [{ row, starts, end }] : [];
}

/** As a binding that carries no mark and is begun and ended by the cloud. */
export function liveAhead(ahead: Ahead, around: Surroundings): LiveBinding {
  const { starts, end } = ahead;
  return { ...liveOf(ahead, around), origin: 'pim', starts, end };
}

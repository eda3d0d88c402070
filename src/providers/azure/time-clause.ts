import { formatInstant, type Instant, parseInstant } from '../../domain/instant.ts';

const BLOBS = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*';
const MESSAGES = 'Microsoft.Storage/storageAccounts/queueServices/queues/messages/*';

/** Add or edit Azure role assignment conditions: the built-in roles whose data actions take conditions, by id. */
const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['ba92f5b4-2d11-453d-a403-e96b0029c9fe', BLOBS], // Storage Blob Data Contributor
  ['b7e6dc6d-f1e8-4753-8033-0f276bb0955b', BLOBS], // Storage Blob Data Owner
  ['2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', BLOBS], // Storage Blob Data Reader
  ['974c5e8b-45b9-4653-ba55-5f855dd0fb88', MESSAGES], // Storage Queue Data Contributor
  ['8a0f0c08-91a1-4084-bc3d-661d67233fed', MESSAGES], // Storage Queue Data Message Processor
  ['c6a89b2d-59bc-44d0-9896-0f6e12d7b80a', MESSAGES], // Storage Queue Data Message Sender
  ['19e7f393-937e-4f77-808e-94535e297925', MESSAGES], // Storage Queue Data Reader
]);

/** What a condition says besides the requester's own, as far as it was written here. */
export interface Untimed {
  readonly own?: string;
  readonly until?: Instant;
}

export function takesClause(role: string): boolean {
  return ACTIONS.has(role);
}

/**
 * The condition of a role assignment: the requester's own and, for roles on the data of storage accounts, the end. The own one stands
 * in brackets and was read alone before, so that no "or" in it outlives the end. Actions on the account itself take no conditions
 * and are left to the run. Actions and attributes for Azure Blob Storage: UTC now takes DateTimeGreaterThan and DateTimeLessThan.
 */
export function timed(role: string, own: string | undefined, until: Instant): string | undefined {
  const actions = ACTIONS.get(role);
  if (actions === undefined) return own;
  const clause = `(!(ActionMatches{'${actions}'}) OR @Environment[UtcNow] DateTimeLessThan '${formatInstant(until)}')`;
  return own === undefined ? clause : `(${own}) AND ${clause}`;
}

const END = / OR @Environment\[UtcNow\] DateTimeLessThan '([^']+)'\)$/;

/** What was joined taken apart again. A condition that was not joined here is somebody's own, whole. */
export function untimed(role: string, condition: string | undefined): Untimed {
  const until = parseInstant(END.exec(condition ?? '')?.[1] ?? '');
  if (condition === undefined || until === undefined) return condition === undefined ? {} : { own: condition };
  const clause = timed(role, undefined, until);
  if (condition === clause) return { until };
  const own = condition.slice(1, -`) AND ${clause ?? ''}`.length);
  return clause !== undefined && condition === timed(role, own, until) ? { own, until } : { own: condition };
}

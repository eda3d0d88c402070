import { v5 as uuidv5 } from 'uuid';
import type { Scope } from '../../domain/access.ts';
import type { Locked, Measure, MeasureOutcome, RecallMeans } from '../../domain/measure.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import type { Access, LockReader, LockWish, LockWriter } from '../provider.ts';
import type { Answer } from './arm.ts';
import { connect, type Connection } from './client.ts';
import { NAMESPACE } from './names.ts';
import { readList, writeArm } from './rest.ts';
import { cloudScope, lastOf, parseScope } from './scope.ts';
import { endSessions, recallGraph, turned, turningFor } from './sessions.ts';
import { tenantGuard } from './tenant.ts';

/** The first version with a write (azure-rest-api-specs, Microsoft.Authorization 2026-09-01: DenyAssignments_CreateOrUpdate). */
const VERSION = 'api-version=2026-09-01';

/** New-AzDenyAssignment: write, delete and action operations alone can be denied, no reads and nothing on data. */
const DENIED = ['*/write', '*/delete', '*/action'];

/** One deny assignment of ours for each locked principal; `handle` is its whole id. */
interface Lock {
  readonly recall: string;
  readonly principal: string;
  readonly name: string;
}

interface Lockdown {
  readonly connection: Connection;
  readonly at: Scope;
  readonly means: RecallMeans;
  readonly guard: () => Promise<Failure | undefined>;
}

async function lockdownFor(access: Access, means: RecallMeans): Promise<Lockdown | undefined> {
  const at = parseScope(means.lockdown ?? '');
  if (!at.ok) return undefined;
  const connection = await connect(access);
  return { connection, at: at.value, means, guard: tenantGuard(connection) };
}

/** Looks at the deny assignments that are ours and at what we disabled. It cannot write. */
export async function azureLockReader(access: Access, means: RecallMeans): Promise<LockReader> {
  const lockdown = await lockdownFor(access, means);
  return {
    foresee: async (wish) => {
      if (lockdown === undefined) return { ok: true, measures: [] };
      const standing = await locksAt(lockdown);
      if ('kind' in standing) return { ok: false, failure: standing };
      const { lock, lift } = draftOf(standing, wish);
      const graph = means.disables ? await recallGraph(access, means) : undefined;
      const turning = graph === undefined ? undefined : await turningFor(access, graph, lockdown.at, wish);
      if (turning !== undefined && 'kind' in turning) return { ok: false, failure: turning };
      const measures = [
        ...lock.map(({ member }) => measure('lock', member.id)),
        ...lift.map(({ principal }) => measure('unlock', principal)),
        ...(turning?.disable ?? []).map(({ id }) => measure('disable', id)),
        ...(turning?.enable ?? []).map((id) => measure('enable', id)),
      ];
      return { ok: true, measures };
    },
  };
}

/** Keeps the quarantine as wished, disables and enables service principals with it, and signs users out. */
export async function azureLockWriter(access: Access, means: RecallMeans): Promise<LockWriter> {
  const lockdown = await lockdownFor(access, means);
  return {
    keep: async (wish) => (lockdown === undefined ? [] : [...(await keepLocks(lockdown, wish)), ...(await keepDisabled(lockdown, wish))]),
    endSessions: (members) => endSessions(access, members, means),
  };
}

async function keepDisabled({ connection: { access }, at, means }: Lockdown, wish: LockWish): Promise<readonly MeasureOutcome[]> {
  const graph = await recallGraph(access, means);
  if (graph === undefined) return [];
  // What was disabled under an earlier policy is enabled again all the same.
  const turning = await turningFor(access, graph, at, means.disables ? wish : { ...wish, locked: [] });
  if (!('kind' in turning)) return turned(access, graph, turning);
  const services = means.disables ? wish.locked.filter(({ member }) => member.kind === 'service') : [];
  return services.map(({ member }) => ({ measure: measure('disable', member.id), status: 'failed', at: access.clock(), failure: turning }));
}

interface Draft {
  readonly lock: readonly Locked[];
  readonly lift: readonly Lock[];
  /** Of kinds that no deny assignment can name. */
  readonly beyond: readonly Locked[];
}

function draftOf(standing: readonly Lock[], wish: LockWish): Draft {
  const { locked, exceptions } = wish;
  const spared = new Set(exceptions.map(({ id }) => id));
  const wanted = locked.filter(({ member }) => !spared.has(member.id));
  const ids = new Set(wanted.map(({ member }) => member.id));
  const there = new Set(standing.map(({ principal }) => principal));
  const fresh = wanted.filter(({ member }) => !there.has(member.id));
  return {
    lock: fresh.filter(({ member }) => member.kind !== 'group'),
    lift: standing.filter(({ principal, recall }) => spared.has(principal) || (!ids.has(principal) && !wish.stays(recall))),
    beyond: fresh.filter(({ member }) => member.kind === 'group'),
  };
}

async function keepLocks(lockdown: Lockdown, wish: LockWish): Promise<readonly MeasureOutcome[]> {
  const { access } = lockdown.connection;
  const standing = await locksAt(lockdown);
  if ('kind' in standing)
    return wish.locked.map(({ member }) => ({
      measure: measure('lock', member.id),
      status: 'failed',
      at: access.clock(),
      failure: standing,
    }));
  const { lock, lift, beyond } = draftOf(standing, wish);
  const sent: { readonly measure: Measure; readonly failure?: Failure }[] = [];
  for (const one of lock) {
    const answer = await put(lockdown, one);
    sent.push({ measure: measure('lock', one.member.id), ...(answer.ok ? {} : { failure: answer.failure }) });
  }
  for (const one of lift) {
    const answer = await writeArm(lockdown.connection, `let ${one.principal} out of the quarantine`, 'DELETE', pathOf(lockdown, one.name));
    sent.push({ measure: measure('unlock', one.principal), ...(answer.ok ? {} : { failure: answer.failure }) });
  }
  const after = sent.length === 0 ? standing : await locksAt(lockdown);
  const skipped = beyond.map(({ member }): MeasureOutcome => {
    return { measure: measure('lock', member.id), status: 'skipped', at: access.clock(), failure: GROUPS };
  });
  return [...sent.map((one) => concluded(lockdown, one, after)), ...skipped];
}

const GROUPS: Failure = {
  kind: 'invalid',
  message: 'a deny assignment holds one user or one service principal, and no group',
  hint: 'Take its members out of it, or recall them by name.',
};

/** By a second look; a write without a clear answer that the look shows is done. */
function concluded(
  { connection: { access }, at }: Lockdown,
  { measure: taken, failure }: { readonly measure: Measure; readonly failure?: Failure },
  after: readonly Lock[] | Failure,
): MeasureOutcome {
  const common = { measure: taken, at: access.clock() };
  const clearly = failure !== undefined && failure.kind !== 'transient';
  if (clearly) return { ...common, status: 'failed', failure };
  if ('kind' in after) return { ...common, status: 'unverified', failure: failure ?? after };
  const isThere = after.some(({ principal }) => principal === taken.member);
  if (isThere === (taken.kind === 'lock')) return { ...common, status: 'applied', evidence: `deny assignment at ${at.path}, read back` };
  const unseen: Failure = { kind: 'transient', message: `a second look at ${at.path} does not show it`, hint: 'The next run looks again.' };
  return { ...common, status: 'unverified', failure: failure ?? unseen };
}

function measure(kind: Measure['kind'], member: string): Measure {
  return { kind, cloud: 'azure', member };
}

/** Marked like everything of ours: a deny assignment without our mark is never touched. */
const MARK = /^grantkeeper\/1 stamp=(\S+) recall=(\S+)$/;

async function locksAt({ connection, at, guard }: Lockdown): Promise<readonly Lock[] | Failure> {
  const elsewhere = await guard();
  if (elsewhere !== undefined) return elsewhere;
  const purpose = `read the deny assignments at ${at.path}`;
  const listed = await readList(connection, purpose, `${below(at)}?${VERSION}&$filter=atScope()`);
  return listed.ok ? listed.value.flatMap((one) => lockIn(one, at, connection.access.stamp)) : withoutWrites(listed);
}

function lockIn(one: unknown, at: Scope, stamp: string): readonly Lock[] {
  const properties = field(one, 'properties');
  const [, marked, recall] = MARK.exec(String(field(properties, 'description'))) ?? [];
  const principals = field(properties, 'principals');
  const principal: unknown = Array.isArray(principals) ? field(principals[0], 'id') : undefined;
  const isHere = cloudScope(String(field(properties, 'scope'))).key === at.key;
  if (marked !== stamp || recall === undefined || !isHere || typeof principal !== 'string') return [];
  return [{ recall, principal: principal.toLowerCase(), name: lastOf(String(field(one, 'id'))) }];
}

async function put(lockdown: Lockdown, { recall, member }: Locked): Promise<Answer<void>> {
  const { connection, at, means } = lockdown;
  const { stamp } = connection.access;
  const name = uuidv5(`${stamp}|${at.key}|${member.id}|quarantine`, NAMESPACE);
  const type = member.kind === 'service' ? 'ServicePrincipal' : 'User';
  const properties = {
    denyAssignmentName: `Grantkeeper: ${recall} is recalled`,
    description: `grantkeeper/1 stamp=${stamp} recall=${recall}`,
    permissions: [{ actions: means.denies ?? DENIED, notActions: [], dataActions: [], notDataActions: [] }],
    principals: [{ id: member.id, type }],
    excludePrincipals: [],
    doNotApplyToChildScopes: false,
    denyAssignmentEffect: 'enforced',
  };
  const answer = await writeArm(connection, `put ${member.id} into quarantine`, 'PUT', pathOf(lockdown, name), { properties });
  return answer.ok ? answer : { ...answer, failure: withoutWrites(answer) };
}

const NOT_OFFERED = /^(?:InvalidResourceType|InvalidApiVersionParameter|NoRegisteredProviderFound|HttpMethodNotSupported|MethodNotAllowed)/;

/** Where Azure does not take deny assignments from its customers yet, the recall does without. */
function withoutWrites({ failure, code = '' }: { readonly failure: Failure; readonly code?: string }): Failure {
  if (!NOT_OFFERED.test(code)) return failure;
  const hint = 'Azure does not take deny assignments from customers there: the quarantine needs the API version 2026-09-01.';
  return { ...failure, kind: 'invalid', hint };
}

function below(at: Scope): string {
  return `${at.key === '/' ? '' : at.path}/providers/Microsoft.Authorization/denyAssignments`;
}

function pathOf({ at }: Lockdown, name: string): string {
  return `${below(at)}/${name}?${VERSION}`;
}

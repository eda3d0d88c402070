import type { Scope } from '../../domain/access.ts';
import type { Measure, MeasureOutcome, RecallMeans } from '../../domain/measure.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Access, LockReader, LockWish, LockWriter } from '../provider.ts';
import { waitBefore } from '../transport.ts';
import { type DenyClient, denyClient, type DenyPolicy, type Got } from './deny-client.ts';
import { DENIED, isDeniable } from './deny-permissions.ts';
import { draftLockdown, lockdownRules, type LockdownDraft, type LockTerms, showsLocks } from './lockdown-draft.ts';
import { sparingOwners } from './lockdown-owners.ts';
import { accountsToDisable, disableLocked, enableLifted } from './locked-accounts.ts';
import { parseScope } from './scope.ts';
import { endSessions } from './session-end.ts';
import { type Session, sessionFor } from './session.ts';

/** How often a write is begun anew: of five writes a minute some are left to others. */
const TRIES = 3;

/** An annotation of the policy, whose keys never change once it is made (google.iam.v2 Policies.UpdatePolicy). */
const STAMP = 'grantkeeper-stamp';

/** The one deny policy of ours: its name comes from the stamp. */
interface Lockdown {
  readonly session: Session;
  readonly at: Scope;
  readonly means: RecallMeans;
  readonly stamp: string;
  readonly id: string;
  readonly client: DenyClient;
}

async function lockdownFor(access: Access, means: RecallMeans): Promise<Lockdown | undefined> {
  const at = parseScope(means.lockdown ?? '');
  if (!at.ok) return undefined;
  const session = sessionFor(access);
  const id = `gk-${access.stamp}-lockdown`;
  return { session, at: at.value, means, stamp: access.stamp, id, client: await denyClient(session, at.value, id) };
}

/** Looks at the deny policy that is ours. It cannot write. */
export async function gcpLockReader(access: Access, means: RecallMeans): Promise<LockReader> {
  const lockdown = await lockdownFor(access, means);
  return {
    foresee: async (wish) => {
      if (lockdown === undefined) return { ok: true, measures: [] };
      const standing = await standingPolicy(lockdown);
      if (!standing.ok) return standing;
      const { measures } = draftLockdown(standing.value, wish, termsOf(lockdown, deniable(means), new Map()));
      return { ok: true, measures };
    },
  };
}

/** Keeps the deny policy as wished, disables and enables service accounts with it, and ends sessions. */
export async function gcpLockWriter(access: Access, means: RecallMeans): Promise<LockWriter> {
  const lockdown = await lockdownFor(access, means);
  return {
    keep: async (wish) => (lockdown === undefined ? [] : keep(lockdown, wish)),
    endSessions: (members) => endSessions(sessionFor(access), members, means),
  };
}

function deniable({ denies = DENIED }: RecallMeans): readonly string[] {
  return denies.filter(isDeniable);
}

function termsOf({ stamp, session, means }: Lockdown, permissions: readonly string[], disabling: LockTerms['disabling']): LockTerms {
  const self = session.credential.self();
  return { stamp, wanted: deniable(means), permissions, disabling, ...(self === undefined ? {} : { self }) };
}

/** What stands under our name; a policy there that is not ours is a reason to do nothing. */
async function standingPolicy({ client, stamp, at, id }: Lockdown): Promise<Got<DenyPolicy | undefined>> {
  const got = await client.get();
  if (!got.ok || got.value === undefined || got.value.annotations?.[STAMP] === stamp) return got;
  const message = `the deny policy ${id} at ${at.path} is not ours: it does not carry our stamp`;
  return { ok: false, failure: { kind: 'unsafe', message, hint: 'find out who made it, and take it away by hand' } };
}

/** What one try came to, and with what permissions the next one has to do. */
interface Try {
  readonly outcomes: readonly MeasureOutcome[];
  readonly failure?: Failure;
  readonly permissions: readonly string[];
}

/**
 * Reads, writes what differs, reads back; after a conflict or an unclear answer all over again. A permission that Google turns out not
 * to take is left out, and said.
 */
async function keep(lockdown: Lockdown, wish: LockWish): Promise<readonly MeasureOutcome[]> {
  const { access } = lockdown.session;
  let permissions = deniable(lockdown.means);
  const before: MeasureOutcome[] = [];
  for (let attempt = 0; ; attempt += 1) {
    const done = await kept(lockdown, wish, permissions);
    const again = done.failure?.kind === 'conflict' || done.failure?.kind === 'transient';
    const fewer = done.permissions.length < permissions.length;
    if (attempt + 1 >= TRIES || !(again || fewer)) return settled(before, done.outcomes);
    before.push(...done.outcomes);
    permissions = done.permissions;
    if (!fewer) await access.sleep(waitBefore(attempt, access.random()));
  }
}

/** The outcomes of the last try, and what earlier ones did of which it found nothing left to do. */
function settled(before: readonly MeasureOutcome[], last: readonly MeasureOutcome[]): readonly MeasureOutcome[] {
  const keyOf = ({ measure: { kind, member } }: MeasureOutcome) => `${kind} ${member}`;
  const known = new Set(last.map(keyOf));
  const done = new Map(before.filter((one) => !known.has(keyOf(one))).map((one) => [keyOf(one), one]));
  return [...[...done.values()].map(asFound), ...last];
}

function asFound(outcome: MeasureOutcome): MeasureOutcome {
  const { measure, at } = outcome;
  return outcome.status === 'applied' ? outcome : { measure, status: 'applied', at, evidence: 'found done when it was read again' };
}

async function kept(lockdown: Lockdown, wish: LockWish, permissions: readonly string[]): Promise<Try> {
  const { session, stamp, means, at } = lockdown;
  const standing = await standingPolicy(lockdown);
  if (!standing.ok) return { outcomes: failing(lockdown, wish, standing.failure), failure: standing.failure, permissions };
  const disabling = await accountsToDisable(session, stamp, means, standing.value, wish);
  const wanted = draftLockdown(standing.value, wish, termsOf(lockdown, permissions, disabling.marks));
  const { draft, outcomes: enabled } = await enableLifted(session, await sparingOwners(session, at, stamp, wanted));
  const write = draft.measures.length === 0 ? undefined : await written(lockdown, standing.value, draft);
  const failure = write?.ok === false ? write.failure : undefined;
  const isPending = write?.ok === false && write.pending === true;
  const refused = failure?.kind === 'invalid' ? permissions.filter((one) => failure.message.includes(one)) : [];
  const locks = await concluded(lockdown, draft, failure);
  // A write without an answer that a second look shows is done.
  const isDone = failure === undefined || (failure.kind === 'transient' && locks.every(({ status }) => status !== 'unverified'));
  const disabled = isDone ? await disableLocked(session, draft) : [];
  return {
    outcomes: [...enabled, ...locks, ...disabling.failed, ...disabled],
    ...(isDone || isPending ? {} : { failure }),
    permissions: permissions.filter((one) => !refused.includes(one)),
  };
}

/** One write for all of it. */
async function written({ client, stamp }: Lockdown, standing: DenyPolicy | undefined, draft: LockdownDraft): Promise<Got<void>> {
  const rules = lockdownRules(stamp, standing, draft);
  const made = { displayName: 'Grantkeeper: recalled principals', annotations: { [STAMP]: stamp }, rules };
  const change = () => (rules.length === 0 ? client.remove(etagOf(standing)) : client.update({ ...standing, rules }));
  return standing === undefined ? client.create(made) : change();
}

function etagOf(policy: DenyPolicy | undefined): string {
  const { etag } = policy ?? {};
  return typeof etag === 'string' ? etag : '';
}

/** What became of each measure, by a second look. */
async function concluded(lockdown: Lockdown, draft: LockdownDraft, failure: Failure | undefined): Promise<readonly MeasureOutcome[]> {
  const { session, at, stamp, id } = lockdown;
  const now = session.access.clock();
  const refused = draft.refused.map((one): MeasureOutcome => ({ ...one, at: now }));
  if (draft.measures.length === 0) return refused;
  const clearly = failure !== undefined && failure.kind !== 'transient';
  const after = clearly ? undefined : await standingPolicy(lockdown);
  const isSeen = after?.ok === true && showsLocks(stamp, after.value, draft);
  const unseen: Failure = { kind: 'transient', message: `a second look at ${at.path} does not show it`, hint: 'The next run looks again.' };
  const why = failure ?? (after?.ok === false ? after.failure : unseen);
  const evidence = `${id} at ${at.path}, read back${leftOut(lockdown, draft)}`;
  const outcomes = draft.measures.map((measure): MeasureOutcome =>
    isSeen
      ? { measure, status: 'applied', at: now, evidence }
      : { measure, status: clearly ? 'failed' : 'unverified', at: now, failure: why },
  );
  return [...refused, ...outcomes];
}

/** What policy, or the program, wants denied and Google does not take. */
function leftOut({ means: { denies = DENIED } }: Lockdown, { ours }: LockdownDraft): string {
  const taken = ours[0]?.permissions ?? denies;
  const left = denies.filter((one) => !taken.includes(one));
  return left.length === 0 ? '' : `; cannot be denied: ${left.join(', ')}`;
}

/** Nothing can be said of any lock while the policy cannot be read. */
function failing({ session }: Lockdown, { locked }: LockWish, failure: Failure): readonly MeasureOutcome[] {
  const at = session.access.clock();
  const measures: readonly Measure[] = locked.map(({ member }) => ({ kind: 'lock', cloud: 'gcp', member: member.shown }));
  const all = measures.length > 0 ? measures : [{ kind: 'unlock', cloud: 'gcp', member: 'whoever was locked out' } as const];
  return all.map((measure) => ({ measure, status: 'failed', at, failure }));
}

import type { Member } from '../../domain/access.ts';
import type { MeasureKind, MeasureOutcome, RecallMeans } from '../../domain/measure.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import { type Call, patiently, type Reply, send } from '../transport.ts';
import { headerText } from './api.ts';
import { workforceSubject } from './deny-principal.ts';
import { directoryToken } from './directory-sign-in.ts';
import { readSigned, type Session } from './session.ts';

const USERS = 'https://admin.googleapis.com/admin/directory/v1/users';

type Ended =
  | { readonly ok: true; readonly evidence: string }
  | { readonly ok: false; readonly status: 'failed' | 'skipped'; readonly failure: Failure };

/** Ends the sessions and tokens of each identity, by its kind; a service account has none beside its tokens, which end when it is disabled. */
export async function endSessions(session: Session, members: readonly Member[], means: RecallMeans): Promise<readonly MeasureOutcome[]> {
  const outcomes: MeasureOutcome[] = [];
  for (const member of members) {
    if (member.kind === 'user') outcomes.push(outcomeOf(session, 'sign-out', member, await signedOut(session, member, means)));
    const subject = workforceSubject(member.id);
    if (subject !== undefined) outcomes.push(outcomeOf(session, 'revoke-sessions', member, await revoked(session, member, subject)));
    if (member.kind === 'service' && !(means.disables && means.lockdown !== undefined))
      outcomes.push(outcomeOf(session, 'disable', member, NOT_DISABLED));
  }
  return outcomes;
}

const NOT_DISABLED = skipped(
  'policy has no service account disabled',
  'set clouds.gcp.recall.disables beside a lockdown, which keeps the mark of it',
);

function skipped(message: string, hint: string): Ended {
  return { ok: false, status: 'skipped', failure: { kind: 'invalid', message, hint } };
}

function failed(failure: Failure): Ended {
  return { ok: false, status: 'failed', failure };
}

function outcomeOf({ access }: Session, kind: MeasureKind, { shown }: Member, ended: Ended): MeasureOutcome {
  const { ok, ...rest } = ended;
  const at = access.clock();
  const measure = { kind, cloud: 'gcp', member: shown };
  if (ok) return { measure, status: 'applied', at, ...(rest as { readonly evidence: string }) };
  return { measure, at, ...(rest as Omit<Extract<Ended, { ok: false }>, 'ok'>) };
}

/**
 * Directory API: users.signOut ends all web and device sessions; tokens.list and tokens.delete take away what apps hold, gcloud among
 * them. The list is read once more, since signing out has nothing to be read back.
 */
async function signedOut(session: Session, { id }: Member, { signOut }: RecallMeans): Promise<Ended> {
  if (signOut === undefined) return skipped('policy names nobody who may sign users out', 'name an account in clouds.gcp.recall.signOut');
  const token = await directoryToken(session, signOut);
  if (!token.ok) return failed(token.failure);
  const user = `${USERS}/${encodeURIComponent(id.slice('user:'.length))}`;
  const headers = { authorization: `Bearer ${token.token}`, 'x-goog-request-reason': headerText(session.access.reason) };
  const out = await again(session, { method: 'POST', url: `${user}/signOut`, headers, purpose: `sign ${id} out` });
  if (!out.ok) return failed(out.failure);
  return cutOff(session, id, `${user}/tokens`, headers);
}

async function cutOff(session: Session, id: string, url: string, headers: Readonly<Record<string, string>>): Promise<Ended> {
  const list = () => again(session, { method: 'GET', url, headers, purpose: `list the apps of ${id}` });
  const before = await list();
  if (!before.ok) return failed(before.failure);
  const apps = appsIn(before);
  for (const app of apps)
    await again(session, { method: 'DELETE', url: `${url}/${encodeURIComponent(app)}`, headers, purpose: `cut off ${app}` });
  const after = apps.length === 0 ? before : await list();
  if (!after.ok) return failed(after.failure);
  const left = appsIn(after).length;
  if (left > 0) return failed({ kind: 'transient', message: `${id} is signed out, but ${left} apps still hold tokens` });
  return { ok: true, evidence: `signed out, ${apps.length} apps cut off, read back: none left` };
}

/** Each of these calls may be made twice without harm, so it is, while its failure may pass. */
function again({ access }: Session, call: Call): Promise<Reply> {
  return patiently(access, () => send(access, call));
}

function appsIn(reply: Extract<Reply, { ok: true }>): readonly string[] {
  const items = field(reply.body, 'items');
  return Array.isArray(items) ? items.map((item) => field(item, 'clientId')).filter((app) => typeof app === 'string') : [];
}

/**
 * IAM v1 locations.workforcePools.subjects.revokeSessions: what was issued is no longer good. Deleting the subject instead would keep
 * the person out for thirty days, whatever becomes of the recall.
 */
async function revoked(session: Session, { id }: Member, subject: string): Promise<Ended> {
  const url = `https://iam.googleapis.com/v1/${subject}:revokeSessions`;
  const reply = await readSigned(session, { method: 'POST', url, body: {}, purpose: `revoke the sessions of ${id}` });
  return reply.ok ? { ok: true, evidence: String(field(reply.body, 'name')) } : failed(reply.failure);
}

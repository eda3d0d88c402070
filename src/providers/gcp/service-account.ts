import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import { headerText } from './api.ts';
import { readSigned, sendSigned, type Session } from './session.ts';

const IAM = 'https://iam.googleapis.com/v1/projects';

/** google.iam.admin.v1 ServiceAccount, as far as a recall needs it. */
export interface AccountState {
  readonly uniqueId: string;
  readonly disabled: boolean;
}

export type AccountRead = { readonly ok: true; readonly state: AccountState } | { readonly ok: false; readonly failure: Failure };

/** projects.serviceAccounts.get; `member` is `serviceAccount:` and the address. */
export async function accountState(session: Session, member: string): Promise<AccountRead> {
  const reply = await readSigned(session, { method: 'GET', url: addressOf(member), purpose: `look up ${member}` });
  if (!reply.ok) return reply;
  const uniqueId = field(reply.body, 'uniqueId');
  if (typeof uniqueId !== 'string') return { ok: false, failure: { kind: 'unsafe', message: `the answer about ${member} does not read` } };
  return { ok: true, state: { uniqueId, disabled: field(reply.body, 'disabled') === true } };
}

/**
 * projects.serviceAccounts.disable and enable, with a second look. Both say nothing of what was before and may be sent again, so a
 * call without an answer is settled by the look.
 */
export async function turn(session: Session, member: string, verb: 'disable' | 'enable'): Promise<AccountRead> {
  const reply = await sendSigned(session, {
    method: 'POST',
    url: `${addressOf(member)}:${verb}`,
    headers: { 'x-goog-request-reason': headerText(session.access.reason) },
    body: {},
    purpose: `${verb} ${member}`,
  });
  if (!reply.ok && reply.failure.kind !== 'transient') return reply;
  const after = await accountState(session, member);
  if (!after.ok || after.state.disabled === (verb === 'disable')) return after;
  if (!reply.ok) return reply;
  return { ok: false, failure: { kind: 'transient', message: `${member} was ${verb}d, but a second look does not show it` } };
}

/** By the project in its address where it has one: only there an account that is gone is told from one that we may not see. */
function addressOf(member: string): string {
  const email = member.slice(member.indexOf(':') + 1);
  const project = /@([^.]+)\.iam\.gserviceaccount\.com$/.exec(email)?.[1] ?? '-';
  return `${IAM}/${project}/serviceAccounts/${encodeURIComponent(email)}`;
}
